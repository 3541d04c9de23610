"""A folder -> the files in it that are read: not hidden, not ignored by git, in the same order on every machine."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pathspec import PathSpec

from factcheck import ignoring
from factcheck.ignoring import Ignored


class FolderError(Exception):
    """A folder that cannot be walked; str() is one line for each thing that is wrong."""


class Walked(NamedTuple):
    """The files in a folder that are read, and the links that would be if they led anywhere, as paths to show."""

    files: tuple[str, ...]
    dangling: tuple[str, ...] = ()


def walk(folder: str, suffixes: Collection[str], globs: Sequence[str] = ()) -> Walked:
    """Return the files in a folder whose names end in one of the suffixes and pass the globs.

    A glob is a pattern as in .gitignore, which takes a file in, or leaves it out where it begins with `!`. The last one
    that fits decides. What no glob fits is left out, unless all of them only leave out.
    """
    _refuse_broken(globs)
    wanted = PathSpec.from_lines("gitignore", globs)
    takes_all = all(glob.startswith("!") for glob in globs)
    root, errors = Path(folder), list[str]()
    found: dict[bool, list[str]] = {True: [], False: []}  # by whether there is a file
    for path in _files(root, ignoring.above(root.resolve()), errors):
        included = wanted.check_file(path.relative_to(root).as_posix()).include
        if path.suffix.lower() in suffixes and (takes_all if included is None else included):
            found[os.path.exists(path)].append(path.as_posix())
    if errors:
        raise FolderError("\n".join(errors))
    if not found[True]:
        which = "that --glob lets through" if globs else f"that is read ({' '.join(suffixes)})"
        links = f"; links to nothing: {', '.join(found[False])}" if found[False] else ""
        raise FolderError(f"{folder}: holds no file {which}{links}")
    return Walked(tuple(found[True]), tuple(found[False]))


def _refuse_broken(globs: Sequence[str]) -> None:
    """Raise FolderError for globs that are no patterns."""
    if errors := [f"--glob: {glob!r} {problem}" for glob in globs if (problem := ignoring.problem(glob))]:
        raise FolderError("\n".join(errors))


def _files(folder: Path, ignored: tuple[Ignored, ...], errors: list[str]) -> Iterator[Path]:
    """Yield every file and dangling link in a folder and the folders below it in order; what cannot be listed is an error."""
    place = folder.resolve()
    ignored = (*ignored, *ignoring.in_folder(place))
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        errors.append(f"{folder.as_posix()}: cannot be read: {error.strerror or error}")
        return
    for entry in entries:
        is_folder = entry.is_dir(follow_symlinks=False)
        if entry.name.startswith(".") or ignoring.is_ignored(place / entry.name, is_folder, ignored):
            continue
        if is_folder:
            yield from _files(folder / entry.name, ignored, errors)
        elif os.path.isfile(entry) or (entry.is_symlink() and not os.path.exists(entry)):
            yield folder / entry.name
