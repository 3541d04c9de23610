"""Dates as closed intervals of days with an open or known year, and the counting of days.

Days are slots of 31 a month, which keeps order and containment; years before Christ are negative. A date without a year is kept
as month and day and compared as such.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from factcheck import wordclasses
from factcheck.tables import rows

MONTH, YEAR = 31, 372  # slots of a month and of a year
WEEKDAYS = {name: number for number, name in enumerate(wordclasses.WEEKDAYS, 1)}


class Date(NamedTuple):
    """A period; low and high are ordinals (year * 372 + (month - 1) * 31 + day - 1), yearless ones count from year 0."""

    first: int  # tokens[first:last]
    last: int
    low: float
    high: float
    relation: str = "in"  # in, before, after
    yearless: bool = False
    word: str = ""  # the relation as it was written
    circa: bool = False
    ranged: bool = False  # from one date to another
    weekday: int = 0  # 1 for Monday to 7 for Sunday where it is said
    clock: bool = False  # a time of day; low and high are minutes after midnight


@cache
def calendar(kind: str) -> dict[str, str]:
    return {row[1]: row[2] for row in rows("calendar") if row[0] == kind}


def ordinal(year: int, month: int, day: int) -> int:
    return year * YEAR + (month - 1) * MONTH + day - 1


def interval(year: int | None, month: int = 0, day: int = 0) -> tuple[int, int]:
    """Return first and last day of a year, a month or a day; days are slots of 31 a month, which keeps order and containment."""
    if not month:
        return ordinal(year or 0, 1, 1), ordinal(year or 0, 12, 31)
    if not day:
        return ordinal(year or 0, month, 1), ordinal(year or 0, month, 31)
    return (ordinal(year or 0, month, day),) * 2
