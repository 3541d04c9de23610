"""What was computed from tables and claims, kept in files between runs under a hash of everything that it depends on.

The files are in FACTCHECK_CACHE, else where the system keeps what programs can make anew; those that ship with the
package are in its folder `compiled`. Without a folder to write to, everything is computed on each run.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from mmap import ACCESS_READ, mmap
from typing import Any

import Stemmer

from factcheck.packed import BrokenError, Packed, pack

Items = Mapping[str, Any]

_PACKAGE = os.path.dirname(os.path.abspath(__file__))
_SHIPPED = os.path.join(_PACKAGE, "compiled")
_PARTS = (".py", ".tsv")  # the files of the package that results depend on
_SUFFIX = ".packed"
_KEPT = 24  # files; older ones are removed, as each change of the code or of a database makes new ones
_STARTED = time.time_ns()
_MOMENT = 10**9  # nanoseconds in which this package's code may have been read before _STARTED
_ABSENT = object()


def folder() -> str:
    """Return the folder of cached files, which may not exist; "" where the user has no place for such things."""
    if chosen := os.environ.get("FACTCHECK_CACHE"):
        return chosen
    if sys.platform == "win32":
        place = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        place = os.path.expanduser("~/Library/Caches")
    else:
        place = os.environ.get("XDG_CACHE_HOME", "") or os.path.expanduser("~/.cache")
    return os.path.join(place, "factcheck") if os.path.isabs(place) else ""


def mapping(name: str, build: Callable[[], Items], depends: str = "") -> Items:
    """Return what `build` returns, from the file that an earlier run kept, else built and kept for the next run.

    `depends` stands for what the result depends on beside the code and the tables of this package.
    """
    return _mapping(f"{name}-{_hash(stamp(), depends)}{_SUFFIX}", build)


def _mapping(file: str, build: Callable[[], Items]) -> Items:
    opened = _opened(file, build)
    return _built(file, build) if opened is None else opened


def _hash(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


class Table(Mapping[str, Any]):
    """A mapping that is read from its file bit by bit, and built anew where the file turns out to be broken."""

    def __init__(self, packed: Packed, rebuild: Callable[[], Items]) -> None:
        self._packed = packed
        self._rebuild = rebuild
        self._known: dict[str, Any] = {}
        self._whole: Items | None = None

    def get(self, key: str, default: Any = None) -> Any:
        """Return the value of a key."""
        if key in self._known:
            return self._known[key]
        if self._whole is not None:
            return self._whole.get(key, default)
        try:
            found = self._packed.bucket(key).get(key, _ABSENT)
        except BrokenError:
            self._whole = self._rebuild()
            return self._whole.get(key, default)
        if found is _ABSENT:
            return default
        return self._known.setdefault(key, found)

    def __getitem__(self, key: str) -> Any:
        found = self.get(key, _ABSENT)
        if found is _ABSENT:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        if self._whole is None:
            try:
                return iter(list(self._packed))
            except BrokenError:
                self._whole = self._rebuild()
        return iter(self._whole)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _opened(file: str, build: Callable[[], Items]) -> Table | None:
    """Open a file that is there and whole, as far as can be told without reading it all."""
    for place in filter(None, (_SHIPPED, folder())):
        try:
            with open(os.path.join(place, file), "rb") as opened:
                return Table(Packed(mmap(opened.fileno(), 0, access=ACCESS_READ)), lambda: _built(file, build))
        except (OSError, ValueError, BrokenError):  # ValueError: it is empty
            continue
    return None


def _built(file: str, build: Callable[[], Items]) -> Items:
    items = build()
    if (place := folder()) and _is_settled():
        _write(place, file, pack(items))
    return items


def _write(place: str, file: str, data: bytes) -> None:
    """Write a file whole or not at all; where that is not possible, leave it."""
    draft = os.path.join(place, f"{file}.{os.urandom(4).hex()}")
    try:
        os.makedirs(place, mode=0o700, exist_ok=True)
        with open(draft, "xb") as opened:
            opened.write(data)
        os.replace(draft, os.path.join(place, file))
        _prune(place)
    except OSError:
        _remove(draft)


def _prune(place: str) -> None:
    """Remove the oldest of our files, drafts that were left behind included."""
    with os.scandir(place) as entries:
        ours = sorted((entry.stat().st_mtime, entry.path) for entry in entries if _SUFFIX in entry.name)
    for _, path in ours[:-_KEPT]:
        _remove(path)


def _remove(path: str) -> None:
    try:
        os.remove(path)
    except OSError:
        return


@cache
def stamp() -> str:
    """Return a hash of this package's code and tables, of Python, and of the stemmer."""
    versions = sys.implementation.cache_tag, Stemmer.version()
    found: str = _mapping(f"stamp-{_hash(versions, _found())}{_SUFFIX}", lambda: {"": _read(versions)})[""]
    return found


def _read(versions: tuple[str, str]) -> str:
    """Hash the package's files themselves."""
    found = hashlib.sha256(repr(versions).encode())
    for place, *_ in _found():
        with open(_PACKAGE + place, "rb") as file:
            data = file.read()
        found.update(f"\0{place}\0{len(data)}\0".encode())
        found.update(data)
    return found.hexdigest()


@cache
def _found() -> list[tuple[str, int, int, int, int]]:
    """Return what the package's files looked like when this run began."""
    return _look()


def _look() -> list[tuple[str, int, int, int, int]]:
    """Return path, size, times and inode of each file that results depend on; no change leaves all as it is."""
    entries = sorted((entry.path[len(_PACKAGE) :].replace(os.sep, "/"), entry.stat()) for entry in _files(_PACKAGE))
    return [(path, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino) for path, seen in entries]


def _files(place: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(place) as entries:
        for entry in entries:
            if entry.name.endswith(_PARTS):
                yield entry
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _files(entry.path)


def _is_settled() -> bool:
    """Tell whether the code and the tables are still those that this run has read, and not edited meanwhile."""
    now = _look()
    newest = max(max(times) for _, _, *times, _ in now)
    return newest < _STARTED - _MOMENT and now == _found()
