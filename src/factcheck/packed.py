"""A mapping in one file, of which only the entries asked for are read, and a sequence that loads in the same way.

    file = magic | length of the file | number of buckets | checksum of the cells | cells | buckets

A bucket holds the entries whose keys share a hash, as a marshalled dictionary; its cell gives its offset and checksum.
Nothing is believed that its checksum does not confirm.
"""

from __future__ import annotations

import marshal
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from mmap import mmap
from typing import Any, Generic, TypeVar, overload
from zlib import crc32

_MAGIC = b"fcpack1\n"
_HEAD = struct.Struct("<8sQII")
_CELL = struct.Struct("<QI")
_CELL_AND_NEXT = struct.Struct("<QIQ")
_MARSHAL = 2  # the newest format that depends on nothing but the values

T = TypeVar("T")


class BrokenError(Exception):
    """A packed file that is not what was written."""


def pack(items: Mapping[str, object]) -> bytes:
    """Return the bytes of a packed file; values are what marshal knows: texts, numbers, tuples, lists, dictionaries."""
    count = len(items) // 2 + 1
    buckets: dict[int, dict[str, object]] = {}
    for key in sorted(items):
        buckets.setdefault(_place(key, count), {})[key] = items[key]
    bodies = [marshal.dumps(buckets[place], _MARSHAL) if place in buckets else b"" for place in range(count)]
    cells, offset = [], _HEAD.size + _CELL.size * (count + 1)
    for body in (*bodies, b""):
        cells.append(_CELL.pack(offset, crc32(body)))
        offset += len(body)
    table = b"".join(cells)
    return b"".join((_HEAD.pack(_MAGIC, offset, count, crc32(table)), table, *bodies))


def _place(key: str, count: int) -> int:
    return crc32(key.encode("utf-8", "surrogatepass")) % count


class Packed:
    """A packed file, open for reading."""

    def __init__(self, data: mmap | bytes) -> None:
        """Take the bytes of a file; raise BrokenError where they are not those of a packed one."""
        if len(data) < _HEAD.size:
            raise BrokenError
        magic, size, self._count, check = _HEAD.unpack_from(data)
        end = _HEAD.size + _CELL.size * (self._count + 1)
        if magic != _MAGIC or size != len(data) or crc32(memoryview(data)[_HEAD.size : end]) != check:
            raise BrokenError
        self._data = data

    def bucket(self, key: str) -> dict[str, Any]:
        """Return the entries that share the hash of a key."""
        return self._bucket(_place(key, self._count))

    def __iter__(self) -> Iterator[str]:
        """Yield every key."""
        for place in range(self._count):
            yield from self._bucket(place)

    def _bucket(self, place: int) -> dict[str, Any]:
        start, check, end = _CELL_AND_NEXT.unpack_from(self._data, _HEAD.size + _CELL.size * place)
        if start == end:
            return {}
        body = self._data[start:end]
        if crc32(body) != check:
            raise BrokenError
        entries: dict[str, Any] = marshal.loads(body)
        return entries


class Loaded(Sequence[T], Generic[T]):
    """A sequence whose items are loaded when they are asked for, and kept."""

    def __init__(self, length: int, load: Callable[[int], T]) -> None:
        self._items: dict[int, T] = {}
        self._length = length
        self._load = load

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        if isinstance(at, slice):
            return tuple(self[index] for index in range(*at.indices(self._length)))
        if at in self._items:
            return self._items[at]
        index = range(self._length)[at]
        return self._items.setdefault(index, self._load(index))

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Sequence) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __reduce__(self) -> tuple[type[tuple[T, ...]], tuple[tuple[T, ...]]]:
        return tuple, (tuple(self),)
