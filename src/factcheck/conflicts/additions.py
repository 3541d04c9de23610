"""What comes in addition takes no one's place: "Spain also wants it", "in Oslo as well", "again in 2026"."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.conflicts.places import Conflict
from factcheck.statement import Statement
from factcheck.traits import ADDED, ADDING

_REPLACING = frozenset(("name", "sibling", "date"))  # kinds of conflict in which one thing stands in another's place


def without_added(said: Statement, stated: Statement, found: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """Return the conflicts but for those between what the sentence adds and what the wording has."""
    if ADDED not in said.traits:
        return tuple(found)
    return tuple(
        conflict
        for conflict in found
        if conflict.kind not in _REPLACING
        or not _adds(said, said.units[conflict.said].clause)
        or _adds(stated, stated.units[conflict.stated].clause)
    )


def _adds(statement: Statement, clause: int) -> bool:
    return any(unit.lemma in ADDING for unit in statement.units if unit.clause == clause)
