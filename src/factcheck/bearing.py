"""What two figures say of a comparison: that it is so, that it is not, or nothing."""

from __future__ import annotations

import math
from collections.abc import Iterator

from factcheck import words
from factcheck.details import currencies, quantities
from factcheck.details.comparatives import ALMOST, DIFFERENT, SAME, Comparative, measures
from factcheck.details.measures import Quantity, compare_reckoned, reckoned
from factcheck.findings import RIGHT, Relation
from factcheck.statement import Statement

DOUBLE_LOW, DOUBLE_HIGH = 0.93, 1.15  # "doubled" is fair from 1.86 to 2.3 times
_WHOLE = 100.0
_OVER, _NEARLY = ("more than", "over", "at least"), ("nearly", "almost", "close to")
_NEARLY_LOW = 0.8


def outcome(said: Statement, each: Comparative, one: Quantity, other: Quantity) -> int:
    """Return 1 where two figures bear a comparison out, -1 where they deny it, 0 where they leave it open."""
    if (
        one.low != one.high
        or other.low != other.high
        or {one.comparator, other.comparator} & {"more", "less", "least", "most", "upto"}
    ):
        return 0
    if each.way in (ALMOST, DIFFERENT):
        return 0
    if each.way == SAME:
        return 1 if quantities.compare(one, other) in RIGHT else -1
    if one.low == other.low or (one.low > other.low) != (way_of(said, each, one) == "up"):
        return -1
    if each.ratio:
        share = one.low / other.low / each.ratio if other.low else 0.0
        low, high = _bounds_of(said, each)
        return 1 if low <= share <= high else -1
    amount = amount_of(said, each, one)
    if not isinstance(amount, Quantity):
        return 1
    if amount.rate and not one.rate:
        return 0  # so much a year, not in all
    relations = {compare_reckoned(amount, value) for value in _amounts(amount, one, other)}
    if relations & set(RIGHT):
        return 1
    return -1 if relations == {Relation.CONFLICTS} else 0


def _bounds_of(said: Statement, each: Comparative) -> tuple[float, float]:
    """Return how far from its word a ratio may be: "doubled", "more than doubled", "nearly doubled"."""
    before = said.text[: said.units[each.degree].start].lower().rstrip() if each.degree >= 0 else ""
    if before.endswith(_OVER):
        return 1.0, math.inf
    return (_NEARLY_LOW, 1.0) if before.endswith(_NEARLY) else (DOUBLE_LOW, DOUBLE_HIGH)


def amount_of(said: Statement, each: Comparative, figure: Quantity) -> Quantity | None:
    """Return the amount of a comparison, in the currency of a figure; "half as many again" is half more."""
    value = said.units[each.differential].value if each.differential >= 0 else None
    value = value._replace(change=True) if isinstance(value, Quantity) and each.on_top else value
    return currencies.as_of(value, figure) if isinstance(value, Quantity) else None


def way_of(said: Statement, each: Comparative, one: Quantity) -> str:
    """Return the way of the figure that a word of degree means: who is faster needs less time."""
    if each.degree < 0:
        return each.way
    lemma = said.units[each.degree].lemma
    known = dict(measures(lemma)).get(one.dimension.split(":")[0])
    turned = words.way(lemma) not in ("", each.way)
    if known is None:
        return each.way
    return {"up": "down", "down": "up"}[known] if turned else known


def _amounts(amount: Quantity, one: Quantity, other: Quantity) -> Iterator[Quantity]:
    """Yield what an amount may be of two figures: their difference, their ratio, one as a share of the other."""
    difference = abs(one.low - other.low)
    if amount.dimension == "times":
        yield reckoned(amount, one.low / other.low if other.low else 0.0)
    elif amount.dimension == "share" and amount.change:
        yield reckoned(amount, _WHOLE * difference / other.low if other.low else 0.0)
        if one.dimension == "share":
            yield reckoned(amount, difference)
    elif amount.dimension == "share":
        yield reckoned(amount, _WHOLE * one.low / other.low if other.low else 0.0)
    else:
        yield reckoned(amount, difference)
