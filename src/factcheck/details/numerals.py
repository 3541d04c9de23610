"""The vocabulary of numbers: digits, number words, ordinals, and the values they have."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.tables import rows
from factcheck.tokens import Token, is_dash, plain_number

_SMALL = 12  # numbers that are mostly written as words
_TEN = 10


class Number(NamedTuple):
    """A value or range; tokens[first:last] is its text; `place` is the power of ten of its last significant digit."""

    low: float
    high: float
    first: int
    last: int
    place: float = 1.0
    fraction: bool = False
    vague: bool = False
    scaled: bool = False


@cache
def _table(kind: str) -> dict[str, str]:
    return {row[1]: row[2] for row in rows("numerals") if row[0] == kind}


@lru_cache(maxsize=50_000)
def value_of(kind: str, word: str) -> float | None:
    """Return the value of a number word of that kind, or None; plural scales and fractions count as singular."""
    table = _table(kind)
    found = table.get(word) or (table.get(word[:-1]) if word.endswith("s") and kind in ("fraction", "scale") else None)
    return float(found) if found else None


def vague_bounds(word: str) -> tuple[float, float] | None:
    """Return the least and greatest value of "dozens", "thousands" and the like, or None for another word."""
    found = _table("vague").get(word)
    if found is None:
        return None
    low, high = map(float, found.split())
    return low, high


def small(word: str) -> int:
    """Return the value of a word from "one" to "twelve", 0 for another."""
    value = value_of("unit", word)
    return int(value) if value and value <= _SMALL else 0


@cache
def _small_words() -> dict[int, str]:
    return {int(value): word for word, value in reversed(_table("unit").items()) if int(value) <= _SMALL}


def spelled(value: int) -> str:
    """Return the word for a number from zero to twelve, "" for another."""
    return _small_words().get(value, "")


def rank(word: str) -> int:
    """Return the value of one of the ordinals "first" to "twentieth" and "thirtieth", 0 for another word."""
    return int(value_of("ordinal", word) or 0)


def ordinal(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return the value of the ordinal that begins at a token, "third" or "twenty-first", and where it ends, or None."""
    norms = [token.norm for token in tokens[at : at + 3]]
    if norms and rank(norms[0]):
        return rank(norms[0]), at + 1
    tens = value_of("tens", norms[0]) if len(norms) == 3 and is_dash(tokens[at + 1]) else None
    return (int(tens) + rank(norms[2]), at + 3) if tens and 0 < rank(norms[2]) < _TEN else None


def digits(text: str) -> tuple[float, float] | None:
    """Return value and place of a number in digits ("1,234.5" is 1234.5 and 0.1), or None for times such as 10:30 and raised signs.

    A raised "²" is a digit in its normal form only, and no number of its own.
    """
    text = plain_number(text).replace("\u00a0", "").replace("\u202f", "")
    if ":" in text or not text[:1].isdecimal():
        return None
    whole, dot, decimals = text.partition(".")
    if "," in text and not dot and len(text.rsplit(",", 1)[1]) != 3 and text.count(",") == 1:
        whole, dot, decimals = text.partition(",")
    whole = whole.replace(",", "").replace(".", "")
    if decimals.count("."):
        return None
    decimals = decimals.replace(",", "")
    value = float(f"{whole or 0}.{decimals or 0}")
    if decimals:
        return value, 10.0 ** -len(decimals)
    zeros = len(whole) - len(whole.rstrip("0"))
    return value, 10.0**zeros if value else 1.0
