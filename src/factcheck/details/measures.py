"""Quantities: a number with its unit and comparator, and how two of them are compared as ranges of values.

Rounding follows everyday use: a stated 21.8 billion is "22 billion", a stated 965 "nearly a thousand".
"""

from __future__ import annotations

import math
from functools import cache
from typing import NamedTuple

from factcheck.findings import RIGHT, Relation
from factcheck.tables import rows

_CAPS = ("less", "most", "upto")  # comparators of figures that may be less
_REACHED = 0.9  # share of the most that must be reached for "up to"
ABOUT = 0.07  # "about 100" reaches from 93 to 107: people round to one or two figures
NEARLY = 0.12  # "nearly 100" reaches down to 88, "just over 100" up to 112
ROUNDING = 0.025  # a bare round figure may stand for another within 2.5 percent


class Quantity(NamedTuple):
    """A number as a sentence means it; values are in the base unit of `dimension` ("count" where there is none)."""

    first: int  # tokens[first:last]
    last: int
    low: float
    high: float
    comparator: str = "="
    dimension: str = "count"
    unit: str = ""
    place: float = 1.0  # the last significant digit, in base units
    vague: bool = False
    fraction: bool = False
    scaled: bool = False
    rate: float = 0.0  # seconds of "a year", "per hour" after it
    change: bool = False  # a difference ("4 kilograms less", "rose by 3 percent"), not a level


Unit = tuple[str, float, str]


@cache
def units() -> dict[str, Unit]:
    """Word or sign -> dimension, factor to the base unit, unit name."""
    return common_units() | _table("units-rare")


@cache
def common_units() -> dict[str, Unit]:
    """Return the units that are often met, which one may be mistaken for another."""
    return _table("units")


def _table(name: str) -> dict[str, Unit]:
    table = {}
    for dimension, factor, names in rows(name):
        for each in names.split(", "):
            table[each] = (dimension, float(factor), names.split(", ")[0])
    return table


def scaled(quantity: Quantity, factor: float) -> Quantity:
    """Return a quantity in base units, given the size of its unit."""
    if factor == 1:
        return quantity
    return quantity._replace(low=quantity.low * factor, high=quantity.high * factor, place=quantity.place * factor)


def number_of(quantity: Quantity) -> float:
    """Return the number as it is said, in the quantity's own unit: 2 for "two years"."""
    return quantity.low / size_of_unit(quantity)


def size_of_unit(quantity: Quantity) -> float:
    """Return the size of a quantity's unit in base units."""
    dimension = "time" if quantity.dimension == "interval" else quantity.dimension
    return next((size for dim, size, unit in units().values() if unit == quantity.unit and dim == dimension), 1.0)


def reckoned(quantity: Quantity, value: float) -> Quantity:
    """Return a reckoned value in the unit of a quantity that is compared with it; ratios and shares are told in round figures."""
    return quantity._replace(
        low=value,
        high=value,
        comparator="about" if quantity.dimension in ("times", "share") else "=",
        place=min(quantity.place / 10, abs(value) / 1000 or 1.0),
        vague=False,
        fraction=False,
        rate=0.0,
    )


def meant(quantity: Quantity) -> tuple[float, float]:
    """Return the closed range of values that a statement of this quantity allows the true value to have."""
    low, high = quantity.low, quantity.high
    spread = max(abs(low), abs(high))
    match quantity.comparator:
        case "about":
            return low - ABOUT * spread, high + ABOUT * spread
        case "nearly":
            return low - NEARLY * spread, math.nextafter(high, -math.inf)
        case "over":
            return math.nextafter(low, math.inf), high + NEARLY * spread
        case "more":
            return math.nextafter(high if high == low else low, math.inf), math.inf
        case "least":
            return low, math.inf
        case "less":
            return -math.inf, math.nextafter(high, -math.inf)
        case "most" | "upto":
            return -math.inf, high
        case _:
            return low, high


def _accepted(said: Quantity, stated: Quantity) -> tuple[float, float]:
    """Return the range of true values for which the said quantity is a fair statement."""
    low, high = meant(said)
    if said.comparator in ("=", "about") and not said.vague:
        slack = min(said.place / 2, ROUNDING * abs(said.high)) if said.place > stated.place else 0.0
        slack = max(slack, 1.5) if said.fraction and stated.dimension == "share" else slack
        low, high = min(low, said.low - slack), max(high, said.high + slack)
    return low, high


def compare(said: Quantity, stated: Quantity) -> Relation:
    """Compare a said with a stated quantity of the same dimension."""
    if said.rate and stated.rate and said.rate != stated.rate:
        said, stated = (
            each._replace(low=each.low / each.rate, high=each.high / each.rate, place=each.place / each.rate)
            for each in (said, stated)
        )
    stated_low, stated_high = meant(stated)
    low, high = _accepted(said, stated)
    same = math.isclose(said.low, stated.low, rel_tol=1e-9) and math.isclose(said.high, stated.high, rel_tol=1e-9)
    if same and said.comparator == stated.comparator:
        return Relation.AGREES
    if same and said.comparator == "=" and stated.comparator not in _CAPS:
        return Relation.AGREES
    if same and {said.comparator, stated.comparator} <= {"more", "least", "over", "about"}:
        return Relation.ENTAILS
    if low <= stated_low and stated_high <= high:
        reached = said.comparator != "upto" or stated.comparator in _CAPS or stated.high >= _REACHED * said.high
        return Relation.ENTAILS if reached else Relation.UNSTATED  # three to five are not up to nine
    if high < stated_low or stated_high < low:
        falls = (said.high < 0) != (stated.high < 0) and (said.change or stated.change)
        return Relation.UNSTATED if falls else Relation.CONFLICTS  # "minus 5 percent" may be a fall of 5 percent
    return Relation.UNSTATED


def compare_reckoned(said: Quantity, value: Quantity) -> Relation:
    """Compare a said quantity with a reckoned one: it is right by the very value, wrong only if what is about that is wrong too."""
    exact = compare(said, value._replace(comparator="=")) if value.comparator == "about" else Relation.UNSTATED
    return exact if exact in RIGHT else compare(said, value)
