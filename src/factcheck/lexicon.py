"""Look words up in the distillate of WordNet by bisection of its sorted file; nothing is loaded as a whole."""

from __future__ import annotations

import mmap
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.tables import FOLDER


class Entry(NamedTuple):
    """What WordNet knows of a word; parts of speech are n, v, a, r."""

    counts: dict[str, int]  # part of speech -> occurrences in sense-tagged text
    synsets: dict[str, tuple[str, ...]]  # part of speech -> its first senses
    hypernyms: dict[str, tuple[str, ...]]
    antonyms: tuple[str, ...]  # as "v.fall"
    derived: tuple[str, ...]  # as "n.approval"


@cache
def _file() -> mmap.mmap:
    with (FOLDER / "wordnet.tsv").open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _row(word: bytes) -> bytes:
    """Return the row that begins with `word` and a tab, or b""."""
    data = _file()
    low, high = 0, len(data)
    while low < high:
        middle = (low + high) // 2
        start = data.rfind(b"\n", 0, middle) + 1
        end = data.find(b"\n", middle)
        end = len(data) if end < 0 else end
        tab = data.find(b"\t", start, end)
        found = b"" if data[start] == 35 else data[start:tab]  # comment rows sort before every word
        if found == word:
            return data[start:end]
        if found < word:
            low = end + 1
        else:
            high = start
    return b""


@lru_cache(maxsize=50_000)
def lookup(word: str) -> Entry | None:
    """Return the entry of a lower-case word, or None."""
    row = _row(word.encode("utf-8", "surrogatepass")) if word else b""
    if not row:
        return None
    columns = [*row.decode().split("\t"), "", ""]
    counts, synsets, hypernyms = {}, {}, {}
    for part in columns[1].split("|"):
        pos, count, senses = part.split(":")
        own, _, above = senses.partition("^")
        counts[pos] = int(count)
        synsets[pos] = tuple(own.split(","))
        hypernyms[pos] = tuple(above.split(",")) if above else ()
    antonyms = tuple(columns[2].split(",")) if columns[2] else ()
    derived = tuple(columns[3].split(",")) if columns[3] else ()
    return Entry(counts, synsets, hypernyms, antonyms, derived)


def has(word: str, pos: str) -> bool:
    """Tell whether `word` is listed as that part of speech."""
    entry = lookup(word)
    return entry is not None and pos in entry.counts
