"""A date moved by a span of time: three years after 2012, the day before 8 October, the Thursday after a Monday.

What comes out is as exact as the coarser of the two: years after a day give a year.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from factcheck.details.days import MONTH, YEAR, Date

_DAY_UNITS = {"day": 1, "night": 1, "morning": 1, "evening": 1, "week": 7, "fortnight": 14}
_YEAR_UNITS = {"year": 1, "decade": 10, "century": 100}
_LIKE_YEARS = (2023, 2024)  # a date without a year is moved in both, for the sake of February
_FIRST_YEAR, _LAST_YEAR = 1583, 9998  # years of the calendar that weekdays are reckoned in


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units of time, or to the next weekday (`weekday` 1 to 7); `count` 0 is within the same unit."""

    count: float
    unit: str
    weekday: int = 0


def is_exact(date: Date) -> bool:
    """Tell whether a date is one day."""
    return date.low == date.high and date.relation == "in"


def real_day(slot: float, year: int | None = None) -> datetime.date | None:
    """Return the day of the calendar in a slot, or None; `year` replaces the year of the slot."""
    count, rest = divmod(int(slot), YEAR)
    year = count if year is None else year
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return datetime.date(year, rest // MONTH + 1, rest % MONTH + 1)
    except ValueError:
        return None  # the 31st of a shorter month


def slot_of(day: datetime.date, yearless: bool = False) -> int:
    """Return the slot of a day of the calendar."""
    return (0 if yearless else day.year * YEAR) + (day.month - 1) * MONTH + day.day - 1


def weekday_of(date: Date) -> int:
    """Return the weekday of a date, 1 for Monday to 7 for Sunday, or 0 where it cannot be told."""
    if date.weekday or date.yearless or date.clock or not is_exact(date):
        return date.weekday
    day = real_day(date.low)
    return day.isoweekday() if day else 0


def narrowed(date: Date) -> Date:
    """Return the day of a week that has the weekday told with it."""
    days = (day for slot in range(int(date.low), int(date.high) + 1) if (day := real_day(slot)))
    found = next((slot_of(day) for day in days if day.isoweekday() == date.weekday), None)
    return date if found is None else date._replace(low=found, high=found)


def moved(date: Date, shift: Shift, way: int) -> Date | None:
    """Return a date moved on (`way` 1) or back (-1), or None where it is too vague for that."""
    if date.relation != "in" or date.circa or date.clock or shift.count != int(shift.count):
        return None
    count = way * int(shift.count)
    if shift.weekday:
        return _to_weekday(date, shift.weekday, way)
    if shift.unit in _DAY_UNITS:
        return _by_days(date, count * _DAY_UNITS[shift.unit])
    if shift.unit == "month":
        return _by_whole(date, count, MONTH)
    return _by_whole(date, count * _YEAR_UNITS[shift.unit], YEAR) if shift.unit in _YEAR_UNITS else None


def _to_weekday(date: Date, weekday: int, way: int) -> Date | None:
    here = weekday_of(date)
    if not here:
        return None
    days = (way * (weekday - here)) % 7 or 7
    return _by_days(date, way * days)


def _by_days(date: Date, days: int) -> Date | None:
    if not is_exact(date):
        return None
    years = _LIKE_YEARS if date.yearless else (None,)
    starts = [real_day(date.low, year) for year in years]
    ends = {slot_of(start + datetime.timedelta(days), date.yearless) for start in starts if start is not None}
    if len(ends) != 1:
        return None
    low = ends.pop()
    return Date(date.first, date.last, low, low, yearless=date.yearless)


def _by_whole(date: Date, count: int, size: int) -> Date | None:
    """Return the whole month or year that lies so many of them from that of a date."""
    first, last = date.low // size, date.high // size
    if first != last or (date.yearless and (size == YEAR or not 0 <= first + count < YEAR // MONTH)):
        return None
    low = (first + count) * size
    return Date(date.first, date.last, low, low + size - 1, yearless=date.yearless)


def apart(one: Date, other: Date, unit: str) -> tuple[int, int] | None:
    """Return the least and the greatest number of units from the first to the second date, or None where they are too vague.

    Years and months are counted both by the calendar and as full ones: from May 2012 to March 2015 it is three years, or two.
    """
    vague = any(date.relation != "in" or date.circa or date.clock for date in (one, other))
    if vague or one.yearless != other.yearless:
        return None
    if unit in _DAY_UNITS:
        if not (is_exact(one) and is_exact(other)):
            return None
        first, last = (real_day(date.low, _LIKE_YEARS[0] if date.yearless else None) for date in (one, other))
        if first is None or last is None:
            return None
        days = (last - first).days / _DAY_UNITS[unit]
        return (int(days), int(days)) if days == int(days) else (round(days), round(days))
    size = MONTH if unit == "month" else YEAR * _YEAR_UNITS.get(unit, 0)
    if not size or one.high - one.low >= size or other.high - other.low >= size:
        return None
    step = int(other.low // size - one.low // size) if size <= YEAR else round((other.low - one.low) / size)
    if one.high - one.low == size - 1 or other.high - other.low == size - 1:
        return step, step
    full = [count if count >= 0 else count + 1 for count in full_units(one, other, size)]
    return min(step, *full), max(step, *full)


def full_units(one: Date, other: Date, size: int = YEAR) -> tuple[int, int]:
    """Return the least and the greatest number of full years, or of other units, from some day of one date to some day of another."""
    return int((other.low - one.high) // size), int((other.high - one.low) // size)
