"""Edits of dates: another year, another month, another day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck import bounds
from factcheck.details import dates
from factcheck.details.days import YEAR, Date
from factcheck.edits.edit import Edit, Original, cased, replace, turned
from factcheck.edits.known import Known, Stated
from factcheck.statement import Unit
from factcheck.tables import rows
from factcheck.tokens import Token

_STEPS = (-1, 1, 2, -2, 3, -10, 10)  # what is added to a year
_YEARS = range(1000, 2200)  # numbers that are read as a year
_DAYS = tuple(range(1, 29))  # days that every month has
_LONGEST_MONTH = 31
_ENDINGS = ("st", "nd", "rd", "th")


def years(original: Original, known: Known) -> Iterator[Edit]:
    """Give another year."""
    for unit, token in _tokens(original):
        if token.norm.isdecimal() and int(token.norm) in _YEARS:
            others = (str(int(token.norm) + step) for step in turned(_STEPS, original.text))
            yield from _first_fair(original, unit, token, others, known)


def months(original: Original, known: Known) -> Iterator[Edit]:
    """Give another month."""
    for unit, token in _tokens(original):
        if dates.is_month(token.norm):
            others = (cased(month, token.text) for month in turned(_months(token.norm), original.text))
            yield from _first_fair(original, unit, token, others, known)


def days(original: Original, known: Known) -> Iterator[Edit]:
    """Give another day of the month."""
    named = {unit for unit, token in _tokens(original) if dates.is_month(token.norm)}  # 2025-10-07 names no month
    for unit, token in _tokens(original):
        one_day = isinstance(unit.value, Date) and unit.value.low == unit.value.high
        if unit in named and one_day and token.norm.isdecimal() and int(token.norm) <= _LONGEST_MONTH:
            ending = _ending_of(original, token)
            others = (str(day) for day in turned(_DAYS, original.text) if ending in ("", _ending(day)))
            yield from _first_fair(original, unit, token, others, known)


def _tokens(original: Original) -> Iterator[tuple[Unit, Token]]:
    """Yield every token of every date."""
    for unit in original.statement.units:
        if isinstance(unit.value, Date):
            for token in original.tokens[unit.value.first : unit.value.last]:
                yield unit, token


def _months(like: str) -> list[str]:
    """Return the other months, whole or abbreviated as one is."""
    forms: dict[str, list[str]] = {}
    for kind, word, number in rows("calendar"):
        if kind == "month":
            forms.setdefault(number, []).append(word)
    choose = max if any(like == max(words, key=len) for words in forms.values()) else min
    return [choose(words, key=len) for words in forms.values() if like not in words]


def _ending_of(original: Original, token: Token) -> str:
    """Return what stands behind a day's number in a text: "7th" has th, "7" nothing."""
    after = next((each for each in original.tokens if each.start == token.end), None)
    return after.norm if after and after.norm in _ENDINGS else ""


def _ending(day: int) -> str:
    """Return what may stand behind a day's number: 1st, 12th, 22nd."""
    return "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _first_fair(original: Original, unit: Unit, token: Token, others: Iterable[str], known: Known) -> Iterator[Edit]:
    """Yield the first edit after which the date is none that the claim bears out."""
    denied = bounds.is_denied(original.statement, unit)
    for other in others:
        edit = replace(original, token.start, token.end, other)
        found = known.reread(edit, "date")
        read = found.value if found else None
        if isinstance(read, Date) and _as_long(read, unit) and _is_fair(read, known.stated[original.claim], denied):
            yield edit
            return


def _as_long(new: Date, unit: Unit) -> bool:
    """Tell whether a date is read in as many words as the one that it replaces: "6-1 October" is not."""
    return isinstance(unit.value, Date) and new.last - new.first == unit.value.last - unit.value.first


def _is_fair(new: Date, stated: Stated, denied: bool) -> bool:
    """Tell whether a date does not follow from those that are stated.

    It must neither cover one of them nor fall into a period that lasts "from … to …"; what has been so since 2022 may not
    have been so before, and what was so until 2022 not after it; what was not so before 2022 was not so before 2021 either.
    """
    if new.word == "since":
        return all(new.high < each.low for each in stated.dates)
    if new.word in ("until", "till"):
        return all(new.low > each.high for each in stated.dates)
    alike = [each for each in stated.dates if new.yearless or not each.yearless] or stated.dates
    periods = [each for each in stated.periods if each in alike]
    if denied:
        return not any(_covers(each, new) for each in alike)
    return not any(_covers(new, each) for each in alike) and not any(_meet(new, each) for each in periods)


def _covers(new: Date, stated: Date) -> bool:
    (low, high), (first, last) = _spans(new, stated)
    return low <= first and last <= high


def _meet(new: Date, stated: Date) -> bool:
    (low, high), (first, last) = _spans(new, stated)
    return low <= last and first <= high


def _spans(one: Date, other: Date) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the periods of two dates, both without their years where one has none."""
    if one.yearless == other.yearless:
        return dates.span(one), dates.span(other)
    return _in_year(*dates.span(one)), _in_year(*dates.span(other))


def _in_year(low: float, high: float) -> tuple[float, float]:
    """Return a period as one of any year."""
    return (0.0, YEAR - 1.0) if high - low >= YEAR - 1 else (low % YEAR, high % YEAR)
