"""Cardinal numbers in digits, in words or in both: "1,234", "twenty-five thousand", "4 thousand 3 hundred and 21", "two point five".

cardinal = group [("and" | "-") group] … [part]
group    = (digits | words | words "point" words) [scale] …      each with a smaller scale than the one before
part     = "and" ("half" | "a" fraction) [smaller scale]         of the last scale: "a million and a half"
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.details.days import calendar
from factcheck.details.measures import units
from factcheck.details.numerals import Number, digits, rank, value_of
from factcheck.tokens import Token, is_dash

_HUNDRED, _DOZEN, _THOUSAND, _MILLION = 100, 12, 1_000, 1_000_000
_LETTERS = {"k": 1e3, "m": 1e6, "mm": 1e6, "b": 1e9}
_CAPITALS, _SPACED = frozenset(("M", "B")), frozenset(("M", "MM"))
_DETERMINERS = frozenset(("the", "a", "an", "'s", "'", "his", "her", "their", "its", "my", "our", "per"))
_LINKING = frozenset(("hundred", "thousand", "lakh", "million", "crore", "billion", "trillion"))
_NOUGHT = frozenset(("nought", "naught", "oh"))  # which count only beside "point"
_POINT, _TELLING_WHEN = "point", frozenset(("ago", "later", "earlier", "before", "after"))
UNBOUNDED = 1e18  # from here on a number has no parts
_BETWEEN = 4  # tokens between "between" and the "and" of its range


@dataclass(slots=True)
class _Sum:
    """A number as far as it is read: whole thousands, what is below, and how exact that is."""

    at: int  # the token to be read next
    money: bool
    total: float = 0.0
    current: float = 0.0
    last: float = 0.0  # the group read last, before its scale
    place: float = 1.0
    least: float = math.inf  # the smallest scale from a thousand on
    seen: bool = False
    scaled: bool = False
    in_digits: bool = False


def read(tokens: Sequence[Token], at: int, money: bool = False) -> Number | None:
    """Return the cardinal number that begins at tokens[at], or None; `money` lets "m" stand for million."""
    found = _Sum(at, money)
    if tokens[at].norm in ("a", "an") and at + 1 < len(tokens) and value_of("scale", tokens[at + 1].norm):
        found.current, found.last, found.at, found.seen = 1.0, 1.0, at + 1, True
    end = found.at
    while found.at < len(tokens) and (_group(tokens, found) or _scale(tokens, found)):
        end = found.at
        found.at += _joint(tokens, found)
    if not found.seen:
        return None
    value = found.total + found.current
    return Number(value, value, at, end, found.place, scaled=found.scaled)


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].norm if 0 <= at < len(tokens) else ""


def small(word: str) -> float | None:
    """Return the value of a word from "zero" to "ninety", or None."""
    unit = value_of("unit", word)
    return unit if unit is not None else value_of("tens", word)


def _group(tokens: Sequence[Token], found: _Sum) -> bool:
    """Read digits, or number words below a hundred, that add to what is read."""
    word = tokens[found.at].norm
    if word[0].isdecimal():
        return _digits(tokens, found)
    value = small(word)
    if value is None:
        return bool(word in _NOUGHT and _decimals(tokens, found, 0.0))
    if found.seen and value >= 20 and _is_denominator(tokens, found.at):
        return False
    fits = not found.current or (found.current % 100 >= 20 and found.current % 10 == 0 and value < 10)
    if not (fits or found.current % _HUNDRED == 0) or (found.in_digits and not found.scaled):
        return False
    found.current, found.last, found.seen = found.current + value, found.last % _HUNDRED + value, True
    found.place = 10.0 if value >= 10 and value % 10 == 0 else 1.0
    found.at += 1
    return _decimals(tokens, found, found.current) or True


def _is_denominator(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether tens begin a fraction: "one hundred thirty-fifths"."""
    ending = _word(tokens, at + 2)
    return _word(tokens, at + 1) == "-" and ending.endswith("s") and rank(ending[:-1]) > 0


def _digits(tokens: Sequence[Token], found: _Sum) -> bool:
    if found.seen and not (found.scaled and _goes_on_in_digits(tokens, found.at, found)):
        return False
    spaced, commaed = _grouped(tokens, found.at), _commaed(tokens, found.at, found.money)
    value = spaced or commaed or digits(tokens[found.at].text)
    if value is None:
        return False
    found.at += 2 if spaced else 3 if commaed else 1
    found.current, found.last, found.place = found.current + value[0], value[0], value[1]
    found.seen, found.in_digits = True, True
    return True


def _grouped(tokens: Sequence[Token], at: int) -> tuple[float, float] | None:
    """Return value and place of thousands with a space between, "40 000"; the first group has at most three digits."""
    pair = tokens[at : at + 2]
    if len(pair) < 2 or not all(token.text.isdecimal() for token in pair) or pair[0].text[0] == "0":
        return None
    apart = pair[1].start - pair[0].end
    after = _word(tokens, at + 2)
    if len(pair[0].text) > 3 or len(pair[1].text) != 3 or apart != 1 or after[:1].isdecimal():
        return None
    if at and tokens[at - 1].norm in calendar("month"):
        return None  # "on October 12 500 people came"
    return digits(pair[0].text + pair[1].text)


def _commaed(tokens: Sequence[Token], at: int, money: bool) -> tuple[float, float] | None:
    """Return value and place of a number with the decimal comma of the Continent, told by its unit: "1,5 million", "€2,50"."""
    parts = tokens[at : at + 3]
    if len(parts) < 3 or parts[1].text != "," or not (parts[1].glued and parts[2].glued):
        return None
    after = _word(tokens, at + 3)
    measured = value_of("scale", after) is not None or units().get(after, ("count",))[0] != "count"
    told = measured or money or parts[2].text == "00"
    if not all(part.text.isdecimal() for part in parts[::2]) or len(parts[2].text) > 2 or not told:
        return None
    return digits(f"{parts[0].text}.{parts[2].text}")


def _goes_on_in_digits(tokens: Sequence[Token], at: int, found: _Sum) -> bool:
    """Tell whether digits continue a number: "4 thousand 3 hundred and 21", "6 crore and 2 lakh", not "3 million 20 kg bags"."""
    size = value_of("scale", _word(tokens, at + 1))
    if size and len(_word(tokens, at + 1)) > 1:
        return size < found.least and not found.current
    value = digits(tokens[at].text)
    return bool(value and value[0] < _HUNDRED and _word(tokens, at - 1) == "and" and found.current >= _HUNDRED)


def _decimals(tokens: Sequence[Token], found: _Sum, whole: float) -> bool:
    """Read "point zero three" behind whole number words."""
    point = found.at + (tokens[found.at].norm in _NOUGHT if found.at < len(tokens) else 0)
    if _word(tokens, point) != _POINT or _digit(_word(tokens, point + 1)) is None:
        return False
    at, places = point + 1, ""
    while (digit := _digit(_word(tokens, at))) is not None:
        places, at = places + digit, at + 1
    if _word(tokens, at + 1) in _TELLING_WHEN:
        return False  # "won by one point two weeks ago"
    found.current = found.last = whole + float(f"0.{places}")
    found.at, found.place, found.seen = at, 10.0 ** -len(places), True
    return True


def _digit(word: str) -> str | None:
    """Return the digit that a word is, as it is read out behind a point."""
    if word in _NOUGHT:
        return "0"
    if len(word) == 1 and word.isdecimal():
        return word
    value = value_of("unit", word)
    return str(int(value)) if value is not None and value < 10 else None


def _scale(tokens: Sequence[Token], found: _Sum) -> bool:
    """Read "hundred", "thousand", "bn"; hyphens may lead to it."""
    if not found.seen:
        return False
    at = found.at
    skip = at + 1 if is_dash(tokens[at]) and tokens[at].glued and at + 1 < len(tokens) else at
    size = _size(tokens, skip, found)
    if size is None:
        return False
    exact = found.place if found.in_digits else 1.0
    if size == _DOZEN:
        found.current += (found.last or 1) * (_DOZEN - 1) + (0 if found.last else 1)
    elif size == _HUNDRED:
        found.current = (found.current or 1) * _HUNDRED
    elif found.current or not found.total:
        found.total, found.current = found.total + (found.current or 1) * size, 0.0
    else:
        found.total *= size  # a thousand million
    found.least = min(found.least, size) if size >= _THOUSAND else found.least
    found.place, found.scaled, found.at, found.last = exact * size, True, skip + 1, 0.0
    return found.in_digits or found.at >= len(tokens) or _decimals(tokens, found, found.current) or True


def _size(tokens: Sequence[Token], at: int, found: _Sum) -> float | None:
    """Return the factor of a scale word, None for another word or where the scale cannot follow."""
    word = tokens[at].norm
    if word in ("hundreds", "dozens") and found.in_digits:
        return None
    if word in _LETTERS:
        return _letter(tokens, at, found)
    size = value_of("scale", word)
    if size is None or (size >= found.least and found.current):
        return None
    return size


def _letter(tokens: Sequence[Token], at: int, found: _Sum) -> float | None:
    """Return what "k", "m", "b" stand for behind digits: a capital M is a million, a small one in amounts of money only."""
    token = tokens[at]
    if not found.in_digits or (token.norm == "mm" and not found.money):
        return None
    allowed = found.money or token.norm == "k" or (token.text in _CAPITALS and _is_capital_scale(tokens, at))
    return _LETTERS[token.norm] if allowed and (token.glued or token.text in _SPACED) else None


def _is_capital_scale(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a capital M or B behind digits is a scale, "25M people", and not a distance, "the 100M final"."""
    before = _word(tokens, at - 2)
    mixed = any(token.text.islower() and len(token.text) > 1 for token in tokens)
    return mixed and before not in _DETERMINERS and (tokens[at].glued or _word(tokens, at + 1)[:1].isalpha())


def _joint(tokens: Sequence[Token], found: _Sum) -> int:
    """Return how many tokens join what is read with number words to come: "twenty-five", "two hundred and three"."""
    at = found.at
    if at + 1 >= len(tokens):
        return 0
    following = tokens[at + 1].norm
    number = small(following) is not None
    if is_dash(tokens[at]):
        apart = not (tokens[at].glued and tokens[at + 1].glued)
        tens = found.current % 100 >= 20 and found.current % 10 == 0 and not found.in_digits
        if apart:
            return int(tens and 0 < (value_of("unit", following) or 0) < 10 and not _is_part(tokens, at + 1))
        return int(number and not found.in_digits)
    if tokens[at].norm != "and" or _word(tokens, at - 1) not in _LINKING or _is_part(tokens, at + 1):
        return 0
    if _is_of_a_range(tokens, at):
        return 0
    return int(number or (following[0].isdecimal() and _goes_on_in_digits(tokens, at + 1, found)))


def _is_part(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a proper fraction stands at a token: "three quarters", "a third"."""
    above = 1.0 if _word(tokens, at) in ("a", "one") else value_of("unit", _word(tokens, at))
    part = value_of("fraction", _word(tokens, at + 1))
    return bool(above and part and above * part < 1)


def _is_of_a_range(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether an "and" stands between the ends of a range: "between two hundred and three thousand"."""
    before = [token.norm for token in tokens[max(at - _BETWEEN, 0) : at]]
    later = [token.norm for token in tokens[at + 1 : at + 1 + _BETWEEN]]
    return "between" in before and "and" not in later
