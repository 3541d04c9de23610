"""One step of arithmetic between two stated figures: difference, sum, ratio, share, and what is left to a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import permutations
from math import isclose

from factcheck.details.measures import Quantity, compare, compare_reckoned, reckoned
from factcheck.findings import RIGHT

_WHOLE = 100.0
_SPANS = (3600.0, 86400.0, 604800.0)  # seconds of an hour, a day, a week


def derive(
    said: Quantity,
    stated: Sequence[tuple[int, Quantity]],
    is_part: Callable[[int, int], bool],
) -> int | None:
    """Return the index of a stated figure from which, with another one, a difference, ratio or share follows, or None.

    `is_part` tells of two figures whether the first may be a part of the second.
    """
    for value, number in _derived(said, stated, is_part):
        if value and compare_reckoned(said, value) in RIGHT:
            return number
    return None


def follows(said: Quantity, stated: Sequence[Quantity], rest: bool) -> bool:
    """Tell whether a figure may be reckoned from two stated ones, so that it may well be right though no source gives it.

    Sums and differences of like figures, with `rest` what is left to a whole, a ratio of like figures, an amount shared out by a count,
    how often a span of time goes into an hour or a day.
    """
    if said.comparator in ("more", "less", "least", "most", "upto"):
        return False
    given = [other.low for other in stated]
    return any(
        value and not any(isclose(value, each) for each in given) and compare(said, reckoned(said, value)) in RIGHT
        for value in _values(said, stated, rest)
    )


def _values(said: Quantity, stated: Sequence[Quantity], rest: bool) -> Iterator[float]:
    for one, other in permutations(stated, 2):
        if one.dimension == other.dimension == said.dimension:
            yield one.low + other.low
            yield one.low - other.low
        if one.dimension == other.dimension and other.low and said.dimension in ("times", "share", "count"):
            yield one.low / other.low * (_WHOLE if said.dimension == "share" else 1)
            yield (_WHOLE if said.dimension == "share" else 1) * (one.low / other.low - 1)
        if one.dimension == said.dimension != "count" and other.dimension == "count" and other.low:
            yield one.low / other.low
            yield one.low * other.low
        if one.dimension == said.dimension and other.dimension == "share" and other.change:
            yield one.low / (1 + other.low / _WHOLE)
            yield one.low / (1 - other.low / _WHOLE) if other.low < _WHOLE else 0.0
    for one in stated:
        if rest and one.dimension == said.dimension == "share":
            yield _WHOLE - one.low
        if one.dimension in ("time", "interval") and said.dimension == "count" and one.low:
            yield from (span / one.low for span in _SPANS)


def _derived(
    said: Quantity, stated: Sequence[tuple[int, Quantity]], is_part: Callable[[int, int], bool]
) -> Iterator[tuple[Quantity, int]]:
    alike = [
        (number, quantity)
        for number, quantity in stated
        if quantity.dimension == said.dimension and not quantity.change and quantity.high != float("inf")
    ]
    if said.change:
        yield from (
            (reckoned(said, one.low - other.low), number)
            for (number, one), (_, other) in permutations(alike, 2)
            if one.low > other.low
        )
        yield from (
            (reckoned(said, _WHOLE * (one.low - other.low) / other.low), number)
            for (number, one), (_, other) in _pairs(stated)
            if other.low
        )
    if said.dimension == "times":
        yield from (
            (reckoned(said, one.low / other.low), number)
            for (number, one), (_, other) in _pairs(stated)
            if other.low > 0 and one.low > other.low
        )
    if said.dimension == "share" and not said.change:
        yield from (
            (reckoned(said, _WHOLE * one.low / other.low), number)
            for (number, one), (place, other) in _pairs(stated)
            if other.low > one.low > 0 and is_part(number, place)
        )


def _pairs(
    stated: Sequence[tuple[int, Quantity]],
) -> Iterator[tuple[tuple[int, Quantity], tuple[int, Quantity]]]:
    """Yield ordered pairs of stated levels of one dimension other than shares."""
    for one, other in permutations(stated, 2):
        if one[1].dimension == other[1].dimension != "share" and not one[1].change and not other[1].change:
            yield one, other
