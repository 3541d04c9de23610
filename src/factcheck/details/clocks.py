"""The time of day as it is written: 9 a.m., 14:30, half past two in the afternoon, noon.

    clock = hour [minutes] ("a.m." | "p.m." | part of the day) | hour ":" minutes | "noon" | "midnight"
A clock time is a date of no day, in minutes after midnight; one without a sign of its half of the day is not read.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.details import numerals
from factcheck.details.days import Date, calendar
from factcheck.tokens import Token

_HOURS = 12
_MINUTES = 60
_BEFORE = frozenset(
    ("at", "by", "until", "till", "before", "after", "from", "to", "since", "around", "about", "between", "and")
)
_PAST = {"quarter": 15, "half": 30, "ten": 10, "five": 5, "twenty": 20, "twenty-five": 25}
_OPENERS = frozenset((*_PAST, "noon", "midday", "midnight"))
_HALVES = {"am": 0, "pm": _HOURS}


@cache
def _parts() -> dict[tuple[str, ...], int]:
    """Return phrases such as "in the afternoon" with the half of the day that they tell."""
    return {tuple(phrase.split()): int(hours) for phrase, hours in calendar("clock").items()}


def read(tokens: Sequence[Token], at: int) -> Date | None:
    """Return the clock time that begins at a token."""
    word = tokens[at].norm
    if not word[0].isdecimal() and word not in _OPENERS and not numerals.small(word):
        return None
    if found := _named(tokens, at):
        return found
    for reader in (_spoken, _digits):
        found_at = reader(tokens, at)
        if found_at is None:
            continue
        hour, minute, last = found_at
        half = _half(tokens, last)
        if half is not None and 1 <= hour <= _HOURS:
            return _clock(at, half[1], hour % _HOURS + half[0], minute)
        if ":" in tokens[at].text and _preposed(tokens, at) and hour < 2 * _HOURS:
            return _clock(at, last, hour, minute)
    return None


def _clock(first: int, last: int, hour: int, minute: int) -> Date:
    value = hour * _MINUTES + minute
    return Date(first, last, value, value, clock=True)


def _named(tokens: Sequence[Token], at: int) -> Date | None:
    hour = {"noon": _HOURS, "midday": _HOURS, "midnight": 2 * _HOURS}.get(tokens[at].norm)
    if hour is None or not _preposed(tokens, at):
        return None
    if hour > _HOURS and tokens[at - 1].norm in ("from", "after", "since"):
        hour = 0
    return _clock(at, at + 1, hour, 0)


def _preposed(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].norm in _BEFORE


def _digits(tokens: Sequence[Token], at: int) -> tuple[int, int, int] | None:
    """Read 9, nine, 9.30, 9:30; return hour, minute and where it ends."""
    word = tokens[at].norm
    if spoken := numerals.small(word):
        hour, minute = spoken, 0
    else:
        left, _, right = word.replace(".", ":").partition(":")
        if not left.isdecimal() or len(left) > 2 or (right and not (right.isdecimal() and len(right) == 2)):
            return None
        hour, minute = int(left), int(right or 0)
    last = at + 1
    if [token.norm for token in tokens[last : last + 3]] == ["o", "'", "clock"]:
        last += 3
    return (hour, minute, last) if minute < _MINUTES else None


def _spoken(tokens: Sequence[Token], at: int) -> tuple[int, int, int] | None:
    """Read "half past two", "a quarter to nine"."""
    minutes = _PAST.get(tokens[at].norm)
    way = tokens[at + 1].norm if at + 2 < len(tokens) else ""
    if minutes is None or way not in ("past", "to"):
        return None
    found = _digits(tokens, at + 2)
    if found is None or found[1]:
        return None
    hour, _, last = found
    return (hour, minutes, last) if way == "past" else ((hour - 2) % _HOURS + 1, _MINUTES - minutes, last)


def _half(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return the hours to add for the half of the day that is told at a token, and where that ends."""
    if at >= len(tokens):
        return None
    sign = tokens[at].norm.replace(".", "")
    if sign in _HALVES:
        return _HALVES[sign], at + 1
    norms = tuple(token.norm for token in tokens[at : at + 3])
    return next(((hours, at + len(part)) for part, hours in _parts().items() if norms[: len(part)] == part), None)
