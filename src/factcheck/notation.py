"""A detail's value in a plain notation: a quantity as a range in its unit, a date as an EDTF interval, a name as its entity.

EDTF is the Extended Date/Time Format of ISO 8601-2:2019; years before Christ are counted astronomically, as it wants them.
"""

from __future__ import annotations

import math
from calendar import monthrange

from factcheck.details import dates
from factcheck.details.days import MONTH, YEAR, Date
from factcheck.details.measures import Quantity, meant, size_of_unit, units
from factcheck.details.names import Name

_YEARLESS = 2000  # the year that a date without one is counted in, so that its February has 29 days
_KNOWN = {
    "n": "named in the database",
    "p": "a known place",
    "u": "in no table",
}  # by the first letter of an entity's id
_OPEN = ".."


def of(value: Quantity | Date | Name | None) -> str:
    """Return a value as text, "" for none."""
    match value:
        case Quantity():
            return quantity(value)
        case Date():
            return date(value)
        case Name():
            return name(value)
        case None:
            return ""


def name(value: Name) -> str:
    """Return whom or what a name stands for, of what kind that is, and where it is known from."""
    kind = "" if value.entity.kind == "unknown" else f"{value.entity.kind}, "
    return f"{value.entity.id[2:]} ({kind}{_KNOWN[value.entity.id[0]]})"


def quantity(value: Quantity) -> str:
    """Return the range of values that a quantity allows, in the unit that it was said in."""
    low, high = (bound / size_of_unit(value) for bound in meant(value))
    unit = {"count": "", "share": "%"}.get(value.dimension, value.unit)
    match value.comparator:
        case "more":
            bounds = f"> {_number(low)}"
        case "least":
            bounds = f"≥ {_number(low)}"
        case "less":
            bounds = f"< {_number(high)}"
        case "most" | "upto":
            bounds = f"≤ {_number(high)}"
        case _:
            bounds = _number(low) if math.isclose(low, high) else f"{_number(low)} to {_number(high)}"
    rate = f"per {_rate(value.rate)}" if value.rate else ""
    change = "as a difference" if value.change else ""
    return " ".join(part for part in (bounds, unit, rate, change) if part)


def _number(value: float) -> str:
    """Return a number in digits, a fraction with six significant ones."""
    if not math.isfinite(value):
        return "∞"
    return f"{round(value):,}" if abs(value) >= 1000 or math.isclose(value, round(value)) else f"{value:.6g}"


def _rate(seconds: float) -> str:
    """Return the unit of time that has so many seconds."""
    return next((unit for dimension, size, unit in units().values() if dimension == "time" and size == seconds), "")


def date(value: Date) -> str:
    """Return a date as an EDTF date or interval; XXXX stands for a year that is not said."""
    low, high = dates.span(value)
    if value.clock:
        return "/".join(dict.fromkeys(_OPEN if math.isinf(end) else _clock(end) for end in (low, high)))
    precision = max(_precision(low), _precision(high + 1))
    first, last = (
        _OPEN if math.isinf(end) else _day(math.floor(end), precision, value.yearless) for end in (low, high)
    )
    return first if first == last else f"{first}/{last}"


def _clock(minutes: float) -> str:
    """Return a time of day in hours and minutes."""
    hours, rest = divmod(int(minutes), 60)
    return f"{hours:02}:{rest:02}"


def _precision(start: float) -> int:
    """Return how exact a date must be that begins, or ends just before, a day: 0 to the year, 1 to the month, 2 to the day."""
    if math.isinf(start) or math.floor(start) % YEAR == 0:
        return 0
    return 1 if math.floor(start) % MONTH == 0 else 2


def _day(day: int, precision: int, yearless: bool) -> str:
    """Return the year, the month or the day that a day of days.py is in."""
    year, rest = divmod(day, YEAR)
    month, slot = divmod(rest, MONTH)
    last = monthrange(_YEARLESS if yearless else year, month + 1)[1]
    parts = ("XXXX" if yearless else _year(year), f"{month + 1:02}", f"{min(slot + 1, last):02}")
    return "-".join(parts[: precision + 1])


def _year(year: int) -> str:
    """Return a year in four digits or more, that before the year 1 being 0."""
    year += year < 0
    return f"{year:0{4 + (year < 0)}}" if abs(year) <= 9999 else f"Y{year}"
