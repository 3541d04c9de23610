"""Scores and votes: "by 61 votes to 47", "5-2", and the margin between their two figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.details.quantities import Quantity

if TYPE_CHECKING:
    from factcheck.statement import Unit

_JOINT = re.compile(r"^\s*(?:to|-|–|against)\s*$")
_BEFORE = re.compile(r"\b(?:by|margin of|majority of)\s+(?:(?:an?|just|only|exactly)\s+)?$", re.IGNORECASE)


def margin(text: str, units: Sequence[Unit]) -> tuple[float, int] | None:
    """Return the difference of the only score of a sentence, with the unit of its first figure, else None."""
    counts = [n for n, unit in enumerate(units) if isinstance(unit.value, Quantity) and unit.value.dimension == "count"]
    found = []
    for one, other in pairwise(counts):
        counted = units[other - 1] if other - 1 > one else units[one]
        if _JOINT.match(text[counted.end : units[other].start]) and other - one <= 2:
            found.append((one, other))
    if len(found) != 1:
        return None
    first, second = (_number(units[number]) for number in found[0])
    return (first - second, found[0][0]) if first > second else None


def _number(unit: Unit) -> float:
    return unit.value.low if isinstance(unit.value, Quantity) else 0.0


def is_margin(text: str, unit: Unit) -> bool:
    """Tell whether a figure is the margin of a vote or a game: "by a margin of 14", "won by three goals"."""
    return isinstance(unit.value, Quantity) and unit.value.change and bool(_BEFORE.search(text[: unit.start]))
