"""An edit: one small change of a wording, made so that it no longer says what the database says."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar
from zlib import crc32

from factcheck.statement import Statement
from factcheck.tables import rows
from factcheck.tokens import Token, fold

KEPT = "-"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Original:
    """A right wording of a claim as it was read; `claim` is the claim's number in the compiled database."""

    claim: int
    role: str  # statement, excerpt or also
    statement: Statement
    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        """Return the wording as it is written."""
        return self.statement.text


@dataclass(frozen=True, slots=True)
class Edit:
    """A changed wording: at `start` of `text` it has `new` where the original has `old`; one of the two may be empty."""

    old: str
    new: str
    text: str
    start: int


def replace(original: Original, start: int, end: int, new: str) -> Edit:
    """Put other words in the place of text[start:end], with the "a" or "an" before them that they need."""
    text = original.text
    before = text[:start]
    for article, other in (("a", "an"), ("an", "a")):
        wanted = "an" if new[:1].lower() in "aeiou" else "a"
        if wanted == other and f" {before}".lower().endswith(f" {article} ") and new[:1].isalpha():
            before = f"{before[: -len(article) - 1]}{cased(other, before[-len(article) - 1 :])} "
    return Edit(text[start:end], new, f"{before}{new}{text[end:]}", len(before))


def exchange(original: Original, one: tuple[int, int], other: tuple[int, int]) -> Edit:
    """Let two stretches of a wording that do not overlap change places."""
    (start, end), (second, last) = sorted((one, other))
    text = original.text
    left, right = text[start:end], text[second:last]
    moved = f"{right}{text[end:second]}{left}"
    return Edit(text[start:last], moved, f"{text[:start]}{moved}{text[last:]}", start)


def cased(new: str, old: str) -> str:
    """Return words with a capital, in capitals or in small letters, as the words are that they stand for."""
    if old.isupper() and len(old) > 1:
        return new.upper()
    if old.islower() and not new.islower():
        return new.lower()
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def turned(candidates: Sequence[T], text: str) -> Iterator[T]:
    """Yield all candidates, from one on that only the text decides: so that edits differ, and are the same on every run."""
    if candidates:
        first = crc32(text.encode("utf-8", "surrogatepass")) % len(candidates)
        yield from (*candidates[first:], *candidates[:first])


def key(text: str) -> str:
    """Return the words and signs of a text without its punctuation, by which two texts are the same wording."""
    return " ".join("".join(char if _tells(char) else " " for char in fold(text)).split())


def _tells(char: str) -> bool:
    """Tell letters, figures and signs such as € and % from punctuation."""
    return char.isalnum() or char == "%" or unicodedata.category(char).startswith("S")


@cache
def exchanges(kind: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return a kind's rows of knowledge/edits.tsv: the words as they may stand in a text -> what takes their place.

    KEPT alone takes the place of words that are left as they are.
    """
    return {tuple(row[1].split()): tuple(row[2].split(", ")) for row in rows("edits") if row[0] == kind}


def longest(
    tokens: Sequence[Token], at: int, known: dict[tuple[str, ...], tuple[str, ...]]
) -> tuple[int, tuple[str, ...]] | None:
    """Return where the longest of some known phrases ends that begins at tokens[at], and what takes its place."""
    for last in range(min(at + max(map(len, known)), len(tokens)), at, -1):
        words = tuple(token.norm for token in tokens[at:last])
        if words in known:
            return last, known[words]
    return None
