"""Digits and number words -> values.

number   = digits [scale] | words | "half a" scale | fraction
words    = (unit | tens [unit]) [scale] ["and"] …
fraction = [unit] ("third" | "quarter" | …) | unit "in" unit
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.tables import rows
from factcheck.tokens import Token, is_dash, plain_number

_SMALL = 12  # numbers that are mostly written as words
_TEN = 10
_GLUED_SCALES = frozenset({"k", "bn", "mn", "tn", "m", "b"})
_WHOLES = frozenset(
    ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "mile", "kilometre", "kilometer")
) | frozenset(
    ("metre", "meter", "litre", "liter", "kilogram", "kilo", "tonne", "ton", "acre", "hectare", "inch", "degree")
)
_SPANS = frozenset(("minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century"))
_LEADING = frozenset(("than", "within", "for", "nearly", "almost", "about", "under", "over", "after", "in"))
_NOT_COUNTED = frozenset(("in", "out", "of", "and", "to", "or", "hundred", "thousand", "million", "billion", "point"))
_BEFORE_FRACTION = ("by", "than", "about", "nearly", "almost", "roughly", "over")
_FRACTION_FOLLOWERS = frozenset(
    (
        "of",
        "as",
        "more",
        "less",
        "fewer",
        "higher",
        "lower",
        "larger",
        "smaller",
        "longer",
        "shorter",
        "the",
        "its",
        "their",
    )
)


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


def parse(tokens: Sequence[Token], at: int, money: bool = False) -> Number | None:
    """Return the number that begins at tokens[at], or None; `money` lets "m" stand for million."""
    token = tokens[at]
    if token.norm[0].isdecimal():
        return _and_a_part(tokens, _from_digits(tokens, at, money))
    if found := _special(tokens, at):
        return found
    return _and_a_part(tokens, _from_words(tokens, at))


def _and_a_part(tokens: Sequence[Token], number: Number | None) -> Number | None:
    """Add "and a half", "and three quarters" to a whole number; a scale may follow: "seven and a half thousand"."""
    if number is None or number.scaled or number.low % 1:  # which is no number for what is beyond all bounds
        return number
    words = [token.norm for token in tokens[number.last : number.last + 3]]
    above = 1.0 if words[1:2] == ["a"] else value_of("unit", words[1]) if len(words) > 1 else None
    part = value_of("fraction", words[2]) if len(words) > 2 and words[0] == "and" else None
    if not above or not part or above * part >= 1:
        return number
    value = number.low + above * part
    last, factor = _scale(tokens, number.last + 3, money=False)
    return Number(value * factor, value * factor, number.first, last, 0.1 * factor, scaled=factor > 1)


def _from_digits(tokens: Sequence[Token], at: int, money: bool) -> Number | None:
    found = digits(tokens[at].text)
    if found is None:
        return None
    value, place = found
    last = at + 1
    if last + 1 < len(tokens) and tokens[last].text == "/" and tokens[last].glued and tokens[last + 1].norm.isdecimal():
        below = float(tokens[last + 1].norm)
        if 1 < below <= 100 and value < below:
            return Number(100 * value / below, 100 * value / below, at, last + 2, 1.0, fraction=True)
        return None
    last, factor = _scale(tokens, last, money)
    return Number(value * factor, value * factor, at, last, place * factor, scaled=factor > 1)


def _scale(tokens: Sequence[Token], at: int, money: bool) -> tuple[int, float]:
    """Read scale words from tokens[at]; return where they end and the factor."""
    factor = 1.0
    while at < len(tokens):
        skip = at + 1 if is_dash(tokens[at]) and tokens[at].glued and at + 1 < len(tokens) else at
        word = tokens[skip].norm
        size = value_of("scale", word)
        if word in ("k", "b", "m") and not (tokens[skip].glued and (money or word == "k")):
            size = None
        elif word == "m" and money:
            size = 1e6
        elif word == "b" and money:
            size = 1e9
        if size is None or word in ("hundreds", "dozens"):
            break
        factor, at = factor * size, skip + 1
    return at, factor


def _special(tokens: Sequence[Token], at: int) -> Number | None:
    """Half a million, dozens, two-thirds, a fifth of, one in five."""
    words = [token.norm for token in tokens[at : at + 5]] + [""] * 5
    if words[0] in _table("vague") and words[1] in ("of", ""):
        low, high = map(float, _table("vague")[words[0]].split())
        if words[1] == "of" and words[2] in _table("vague"):
            least = float(_table("vague")[words[2]].split()[0])
            return Number(low * least, high * least, at, at + 3, vague=True)
        return Number(low, high, at, at + 1, vague=True)
    if words[0] in ("half", "quarter") and (words[1] in ("a", "of") or value_of("scale", words[1])):
        skip = 1 + (words[1] == "of") + (words[1] in ("a",) or (words[1] == "of" and words[2] == "a"))
        size = value_of("scale", words[skip])
        if size:
            amount = size * (value_of("fraction", words[0]) or 0)
            return Number(amount, amount, at, at + skip + 1, amount / 10, scaled=True)
    led = at > 0 and tokens[at - 1].norm in _LEADING
    if led and words[0] in ("a", "an") and words[1] in _SPANS:
        return Number(1.0, 1.0, at, at + 1, 0.1)  # "in less than a fortnight"
    return _part_of_unit(at, words) or _so_many_in(at, words) or _fraction(tokens, at, words)


def _part_of_unit(at: int, words: list[str]) -> Number | None:
    """Read "half a year", "a quarter of an hour", "a quarter of a century"; the unit itself is left to be read."""
    if words[0] == "half" and words[1] in ("a", "an") and words[2] in _WHOLES:
        return Number(0.5, 0.5, at, at + 2, 0.1)
    skip = 1 if words[0] == "a" else 0
    if (
        words[skip] == "quarter"
        and words[skip + 1] == "of"
        and words[skip + 2] in ("a", "an")
        and words[skip + 3] in _WHOLES
    ):
        return Number(0.25, 0.25, at, at + skip + 3, 0.01)
    return None


def _so_many_in(at: int, words: list[str]) -> Number | None:
    """Read "nine trains in ten", "one operation in five" as a share."""
    above = 1.0 if words[0] == "one" else value_of("unit", words[0])
    if not above or not words[1].isalpha() or words[1] in _NOT_COUNTED or words[2] not in ("in", "out"):
        return None
    skip = 3 + (words[2] == "out" and words[3] == "of")
    below = value_of("unit", words[skip])
    if below and below > above and below > 2:
        return Number(100 * above / below, 100 * above / below, at, at + skip + 1, 1.0, fraction=True)
    return None


def _fraction(tokens: Sequence[Token], at: int, words: list[str]) -> Number | None:
    above = 1.0 if words[0] in ("a", "an", "one") else value_of("unit", words[0])
    if above and words[1] in ("in", "out") and value_of("unit", words[2 + (words[1] == "out")]):
        below = value_of("unit", words[2 + (words[1] == "out")]) or 1
        if (below > above and below not in (2,)) or words[1] == "out":
            return Number(
                100 * above / below, 100 * above / below, at, at + 3 + (words[1] == "out"), 1.0, fraction=True
            )
    skip = 1 + (words[1] == "-")
    part = value_of("fraction", words[skip]) if above else None
    if (
        above
        and part
        and (
            above != 1
            or skip == 2
            or words[skip] in ("half", "quarter")
            or words[skip + 1] in _FRACTION_FOLLOWERS | {""}
            or (words[skip + 1] in (".", ",", ";") and at > 0 and tokens[at - 1].norm in _BEFORE_FRACTION)
        )
    ):
        after = words[skip + 1]
        if above == 1 and words[skip] == "quarter" and after in ("century",):
            return None
        return Number(100 * above * part, 100 * above * part, at, at + skip + 1, 1.0, fraction=True)
    if (
        words[0] == "half"
        and words[1] not in ("-",)
        and (words[1] in _FRACTION_FOLLOWERS | {"", ".", ","} or not words[1].isalpha())
    ):
        return Number(50.0, 50.0, at, at + 1, 1.0, fraction=True)
    return None


def _from_words(tokens: Sequence[Token], at: int) -> Number | None:
    """Read "twenty-five thousand and three"; None where no number word stands."""
    total, current, index, seen, scaled, place = 0.0, 0.0, at, False, False, 1.0
    if tokens[at].norm in ("a", "an") and at + 1 < len(tokens) and value_of("scale", tokens[at + 1].norm):
        current, index, seen = 1.0, at + 1, True
    while index < len(tokens):
        word = tokens[index].norm
        small = value_of("unit", word) if value_of("unit", word) is not None else value_of("tens", word)
        size = value_of("scale", word) if seen and len(word) > 1 else None
        if small is not None and (
            not current or (current % 100 >= 20 and current % 10 == 0 and small < 10) or current % 100 == 0
        ):
            current, seen, place = current + small, True, 10.0 if small >= 10 and small % 10 == 0 else 1.0
        elif size == 100 or size == 12:
            current, scaled, place = (current or 1) * size, True, size
        elif size:
            total, current, scaled, place = total + (current or 1) * size, 0.0, True, size
        elif not (seen and _joins(tokens, index)):
            break
        index += 1
    return Number(total + current, total + current, at, index, place, scaled=scaled) if seen else None


def _joins(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a hyphen or "and" continues a number: "twenty-five", "two hundred and three"."""
    if index + 1 >= len(tokens):
        return False
    following = tokens[index + 1].norm
    number = any(value_of(kind, following) is not None for kind in ("unit", "tens", "scale"))
    if is_dash(tokens[index]):
        return number and tokens[index].glued and tokens[index + 1].glued
    return (
        tokens[index].norm == "and"
        and tokens[index - 1].norm in ("hundred", "thousand", "million")
        and number
        and value_of("scale", following) is None
    )
