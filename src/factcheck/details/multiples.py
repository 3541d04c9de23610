"""Multiples in words of change: "doubled", "a threefold increase", "the halving of", "rose by 100 percent"."""

from __future__ import annotations

from functools import cache

from factcheck import lemmas, words
from factcheck.details.measures import Quantity
from factcheck.draft import Draft
from factcheck.tables import rows

_WHOLE = 100.0


@cache
def _ratios() -> dict[str, float]:
    return {row[1]: float(row[2]) for row in rows("numerals") if row[0] == "ratio"}


def of_word(lemma: str, pos: str) -> float:
    """Return what a thing is of what it was by a verb or its noun: 2 for "double", "doubling", "double in size", else 0."""
    word = lemma.split()[0]
    if pos == "n":
        word = lemmas.base(word, "v") if word.endswith("ing") else ""
    return _ratios().get(word, 0.0) if pos in "vn" else 0.0


def beside(draft: Draft, number: int) -> tuple[int, float]:
    """Return the unit of a multiple beside a word of change, and the ratio: "a threefold increase", "grew fivefold"; else -1, 0."""
    unit = draft.units[number]
    for other in (number - 1, number + 1):
        each = draft.units[other] if 0 <= other < len(draft.units) else None
        value = each.value if each else None
        if each is None or not isinstance(value, Quantity) or value.dimension != "times" or value.comparator != "=":
            continue
        gap = each.first - unit.last if other > number else unit.first - each.last
        if gap == 0 and draft.tokens[each.first].norm.endswith("fold") and value.low:
            return other, value.low if words.way(unit.lemma) != "down" else 1 / value.low
    return -1, 0.0


def of_change(amount: Quantity, way: str) -> float:
    """Return what a thing is of what it was after a change in percent, else 0."""
    if amount.dimension != "share" or not amount.change or amount.low != amount.high:
        return 0.0
    return 1 + amount.low / _WHOLE if way == "up" else 1 - amount.low / _WHOLE
