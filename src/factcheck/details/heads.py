"""What each unit counts or describes: the last noun of its noun phrase."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.statement import Unit

_OTHERS = re.compile(r"\bthe (?:other|remaining)\s*$", re.IGNORECASE)
_DETERMINERS = frozenset(("his", "her", "its"))  # which stand for whom a text speaks of
_OF = frozenset(("of", "of the", "of its", "of their", "of all", "of these"))


def find(text: str, units: Sequence[Unit], counted: Mapping[int, int]) -> tuple[int, ...]:
    """Return for each unit the last noun of its noun phrase, for a figure also across "of", else the unit itself."""
    result = [counted.get(number, number) for number in range(len(units))]
    for number in range(len(units) - 2, -1, -1):
        here, after = units[number], units[number + 1]
        nominal = after.kind in ("word", "name") and after.pos in "na" and here.pos in "na"
        if not nominal or here.role != after.role or text[here.start : here.end].lower() in _DETERMINERS:
            continue
        close = " ".join(text[here.end : after.start].split()).strip(" -‑–'\"“”").lower()
        if close == "" or (here.kind == "quantity" and close in _OF):
            result[number] = result[number + 1]
    for number, unit in enumerate(units):
        if unit.kind == "quantity" and result[number] == number and _OTHERS.search(text[: unit.start]):
            result[number] = _counted_before(units, result, number)
    return tuple(result)


def _counted_before(units: Sequence[Unit], heads: Sequence[int], number: int) -> int:
    """Return what the nearest figure before one counts, or the unit itself: "three of the five mills …, the other two …"."""
    counted = (
        heads[each] for each in range(number - 1, -1, -1) if units[each].kind == "quantity" and heads[each] != each
    )
    return next(counted, number)
