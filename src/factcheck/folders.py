"""A folder -> the files in it that are read: not hidden, not ignored by git, in the same order on every machine."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pathspec import GitIgnoreSpec, PathSpec

IGNORE_FILE = ".gitignore"


class FolderError(Exception):
    """A folder that cannot be walked; str() is one line for each thing that is wrong."""


@dataclass(frozen=True, slots=True)
class _Ignored:
    """The patterns of an ignore file, which count from its folder on."""

    folder: Path
    patterns: GitIgnoreSpec

    def says(self, path: Path, is_folder: bool) -> bool | None:
        """Tell whether a path is ignored; None where no pattern says anything of it."""
        name = path.relative_to(self.folder).as_posix()
        return self.patterns.check_file(f"{name}/" if is_folder else name).include


def walk(folder: str, suffixes: Collection[str], globs: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the files in a folder whose names end in one of the suffixes and pass the globs, as paths to show.

    A glob is a pattern as in .gitignore, which takes a file in, or leaves it out where it begins with `!`. The last one
    that fits decides. What no glob fits is left out, unless all of them only leave out.
    """
    try:
        wanted = PathSpec.from_lines("gitignore", globs)
    except ValueError as error:
        raise FolderError(f"--glob: {error}") from error
    takes_all = all(glob.startswith("!") for glob in globs)
    root, errors = Path(folder), list[str]()
    found = []
    for path in _files(root, _above(root.resolve()), errors):
        included = wanted.check_file(path.relative_to(root).as_posix()).include
        if path.suffix.lower() in suffixes and (takes_all if included is None else included):
            found.append(path.as_posix())
    if errors:
        raise FolderError("\n".join(errors))
    if not found:
        which = "that --glob lets through" if globs else f"that is read ({' '.join(suffixes)})"
        raise FolderError(f"{folder}: holds no file {which}")
    return tuple(found)


def _files(folder: Path, ignored: tuple[_Ignored, ...], errors: list[str]) -> Iterator[Path]:
    """Yield every file in a folder and the folders below it in order; what cannot be listed is added to the errors."""
    place = folder.resolve()
    ignored = (*ignored, *_ignore_file(place))
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        errors.append(f"{folder.as_posix()}: cannot be read: {error.strerror or error}")
        return
    for entry in entries:
        is_folder = entry.is_dir(follow_symlinks=False)
        if entry.name.startswith(".") or _is_ignored(place / entry.name, is_folder, ignored):
            continue
        if is_folder:
            yield from _files(folder / entry.name, ignored, errors)
        elif os.path.isfile(entry) or (
            entry.is_symlink() and not os.path.exists(entry)
        ):  # a broken link is told as an error
            yield folder / entry.name


def _above(folder: Path) -> tuple[_Ignored, ...]:
    """Return the patterns of the folders above, up to the root of the repository; none if they ignore the folder itself."""
    places = [folder, *folder.parents]
    root = next((number for number, place in enumerate(places) if (place / ".git").exists()), 0)
    found = tuple(each for place in reversed(places[1 : root + 1]) for each in _ignore_file(place))
    return () if _is_ignored(folder, True, found) else found


def _ignore_file(folder: Path) -> Iterator[_Ignored]:
    """Yield the patterns of a folder's ignore file, if it has one."""
    try:
        lines = (folder / IGNORE_FILE).read_text("utf-8", "replace").splitlines()
    except OSError:
        return
    yield _Ignored(folder, GitIgnoreSpec.from_lines(filter(_is_pattern, lines)))


def _is_pattern(line: str) -> bool:
    """Tell a pattern from a line that git passes over."""
    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True


def _is_ignored(path: Path, is_folder: bool, ignored: Sequence[_Ignored]) -> bool:
    """Tell whether a path is ignored; the nearest ignore file that says anything of it decides."""
    said = (each.says(path, is_folder) for each in reversed(ignored))
    return next((verdict for verdict in said if verdict is not None), False)
