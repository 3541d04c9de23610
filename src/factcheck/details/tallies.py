"""Tallies: "the number of visitors was 90" counts visitors, as "90 visitors" does."""

from __future__ import annotations

from factcheck.details.quantities import Quantity
from factcheck.draft import Draft

_TALLIES = frozenset(("number", "count", "tally", "total", "tot up"))
_OPENING = frozenset(("of", "the", "its", "their", "all", "these", "those"))


def mark(draft: Draft) -> dict[int, int]:
    """Return for each figure that a tally comes to what is counted; the tally itself then weighs nothing."""
    found: dict[int, int] = {}
    for number, unit in enumerate(draft.units):
        if unit.kind != "word" or unit.lemma not in _TALLIES or unit.role not in ("s", "o"):
            continue
        counted, figure = _counted(draft, number), _figure(draft, number)
        if counted >= 0 and figure > counted:
            found[figure] = counted
            unit.weight = 0.0
    return found


def _counted(draft: Draft, number: int) -> int:
    """Return the noun of what stands behind "the number of", or -1; "the count of Tunisian operations" counts operations."""
    at = draft.units[number].last
    if at >= len(draft.tokens) or draft.tokens[at].norm != "of":
        return -1
    while at < len(draft.tokens) and draft.tokens[at].norm in _OPENING:
        at += 1
    first = draft.owner.get(at, -1)
    return draft.noun_head(first) if first > number else -1


def _figure(draft: Draft, number: int) -> int:
    """Return the only figure of the clause, where it counts nothing itself, or -1."""
    clause = draft.units[number].clause
    figures = [at for at, unit in enumerate(draft.units) if unit.kind == "quantity" and unit.clause == clause]
    if len(figures) != 1:
        return -1
    unit = draft.units[figures[0]]
    bare = draft.tags[unit.last : unit.last + 1] not in ("N", "A", "K")
    counts = isinstance(unit.value, Quantity) and unit.value.dimension == "count"
    return figures[0] if bare and counts else -1
