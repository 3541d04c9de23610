"""What git leaves out of a repository, as far as files in it say so, and patterns as they stand there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pathspec import GitIgnoreSpec

IGNORE_FILE = ".gitignore"
_EXCLUDE_FILE = Path("info", "exclude")  # in what git keeps of a repository: patterns of this copy of it alone
_LINKED = re.compile(r"gitdir: *(.+)")  # what `.git` says where it is a file, as in a second working tree
# Brackets of which each is closed; one right behind the opening does not close it.
_CLOSED = re.compile(r"(?:\\.|[^\\\[]|\[[!^]?+\]?+[^\]]*+\])*", re.DOTALL)
_CLASS = re.compile(r"\[[^\]]*\[[:.=]")  # which git knows and pathspec does not


@dataclass(frozen=True, slots=True)
class Ignored:
    """The patterns of an ignore file, which count from a folder on."""

    folder: Path
    patterns: GitIgnoreSpec

    def says(self, path: Path, is_folder: bool) -> bool | None:
        """Tell whether a path is ignored; None where no pattern says anything of it."""
        name = path.relative_to(self.folder).as_posix()
        return self.patterns.check_file(f"{name}/" if is_folder else name).include


def above(folder: Path) -> tuple[Ignored, ...]:
    """Return the patterns of the repository that a folder is in and of the folders above it.

    Outside a repository there are none, nor where they ignore the folder itself.
    """
    places = [folder, *folder.parents]
    root = next((number for number, place in enumerate(places) if os.path.exists(place / ".git")), None)
    if root is None:
        return ()
    files = [*_excluded(places[root]), *(each for place in reversed(places[1 : root + 1]) for each in in_folder(place))]
    return () if root and is_ignored(folder, True, files) else tuple(files)


def in_folder(folder: Path) -> Iterator[Ignored]:
    """Yield the patterns of a folder's ignore file, if it has one."""
    return _patterns(folder / IGNORE_FILE, folder)


def is_ignored(path: Path, is_folder: bool, ignored: Sequence[Ignored]) -> bool:
    """Tell whether a path is ignored; the nearest ignore file, the last one, that says anything of it decides."""
    said = (each.says(path, is_folder) for each in reversed(ignored))
    return next((verdict for verdict in said if verdict is not None), False)


def problem(pattern: str) -> str:
    """Return what is wrong with a pattern that somebody has typed, "" where nothing is."""
    if _CLASS.search(pattern):
        return "has a class of characters such as [:alpha:], which is not known here; list them, as in [a-z]"
    if not _CLOSED.fullmatch(pattern):
        return r"is no pattern: a bracket is not closed; \[ is the character itself"
    says = _is_pattern(pattern) and any(
        each.include is not None for each in GitIgnoreSpec.from_lines([pattern]).patterns
    )
    return "" if says else "is no pattern as in .gitignore"


def _excluded(root: Path) -> Iterator[Ignored]:
    """Yield the patterns that only this copy of a repository has, if there are any."""
    kept = root / ".git"
    linked = _LINKED.match(_text(kept))
    if linked:
        kept = root / linked[1]
        kept /= _text(kept / "commondir").strip()
    return _patterns(kept / _EXCLUDE_FILE, root)


def _patterns(file: Path, folder: Path) -> Iterator[Ignored]:
    """Yield what a file ignores from a folder on, if there is anything."""
    if lines := [line for line in _text(file).splitlines() if _is_pattern(line)]:
        yield Ignored(folder, GitIgnoreSpec.from_lines(lines))


def _text(file: Path) -> str:
    """Return what a file holds, "" where there is none that can be read."""
    try:
        return file.read_text("utf-8", "replace")
    except OSError:
        return ""


def _is_pattern(line: str) -> bool:
    """Tell a pattern from a line that git passes over, or that is not understood here."""
    if _CLASS.search(line):
        return False
    try:
        GitIgnoreSpec.from_lines([line])
    except (ValueError, re.error):
        return False
    return True
