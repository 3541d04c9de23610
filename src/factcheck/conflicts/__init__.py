"""Find what cannot stand together: one function for each kind of clash between a sentence and a wording.

A clash counts only where the two details stand in the same place: the same role beside the same verb or noun.
"""

from __future__ import annotations

from factcheck.conflicts.additions import without_added
from factcheck.conflicts.exchange import settle
from factcheck.conflicts.figures import count_alike, is_former, values
from factcheck.conflicts.limits import ranks, scopes
from factcheck.conflicts.naming import other_names, posts, speakers, swaps
from factcheck.conflicts.phases import phases
from factcheck.conflicts.places import Chosen, Conflict, Rows, anchored, described
from factcheck.conflicts.polarity import are_over, denials, denied, focus_shared, negations, opposites, siblings
from factcheck.conflicts.sides import is_symmetric, orders, roles
from factcheck.statement import Statement

__all__ = [
    "Chosen",
    "Conflict",
    "Rows",
    "anchored",
    "are_over",
    "count_alike",
    "denied",
    "described",
    "find",
    "focus_shared",
    "is_former",
    "is_symmetric",
    "settle",
]


def find(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> tuple[Conflict, ...]:
    """Return every clash between a sentence and a wording of something else."""
    finders = (
        negations,
        denials,
        phases,
        opposites,
        siblings,
        other_names,
        posts,
        swaps,
        values,
        roles,
        orders,
        scopes,
        ranks,
        speakers,
    )
    found = (conflict for finder in finders for conflict in finder(said, stated, rows, chosen))
    return without_added(said, stated, found)
