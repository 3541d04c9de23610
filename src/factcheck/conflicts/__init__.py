"""Find what cannot stand together: one function for each kind of clash between a sentence and a wording.

A clash counts only where the two details stand in the same place: the same role beside the same verb or noun.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from factcheck.alignment import Match
from factcheck.conflicts import exchange, natures, relations
from factcheck.conflicts.actors import actors
from factcheck.conflicts.additions import without_added
from factcheck.conflicts.ballots import exchanged
from factcheck.conflicts.deeds import deeds
from factcheck.conflicts.figures import count_alike, is_former, values
from factcheck.conflicts.identities import identities
from factcheck.conflicts.limits import ranks, scopes
from factcheck.conflicts.listing import listing
from factcheck.conflicts.naming import other_names, posts, speakers, swaps
from factcheck.conflicts.natures import natured
from factcheck.conflicts.negating import negations
from factcheck.conflicts.phases import phases
from factcheck.conflicts.places import Chosen, Conflict, Rows, anchored, describe_one, described
from factcheck.conflicts.polarity import are_over, denials, denied, focus_shared, opposites
from factcheck.conflicts.siblings import siblings
from factcheck.conflicts.sides import is_symmetric, orders, roles
from factcheck.conflicts.slots import set_off
from factcheck.conflicts.slots import values as slots
from factcheck.conflicts.sole import sole
from factcheck.conflicts.statuses import statuses
from factcheck.statement import Statement
from factcheck.traits import ALONE, CONTRARY, DENIAL, DENIED, FIGURE, FORCE, KIND, LIST, PHASE, SCOPE, SUPERLATIVE

__all__ = [
    "FINDERS",
    "Chosen",
    "Conflict",
    "Rows",
    "anchored",
    "are_over",
    "count_alike",
    "denied",
    "describe_one",
    "described",
    "find",
    "fitting",
    "focus_shared",
    "is_former",
    "is_symmetric",
    "settle",
]


Finder = Callable[[Statement, Statement, Rows, Chosen], list[Conflict]]

# each finder with the trait without which, on either side, it finds nothing
FINDERS: tuple[tuple[Finder, str], ...] = (
    (negations, DENIED),
    (denials, DENIAL),
    (phases, PHASE),
    (statuses, FORCE),
    (opposites, CONTRARY),
    (siblings, ""),
    (slots, ""),
    (set_off, ""),
    (listing, LIST),
    (other_names, CONTRARY),
    (posts, ""),
    (swaps, CONTRARY),
    (values, FIGURE),
    (exchanged, FIGURE),
    (roles, ""),
    (deeds, ""),
    (identities, ""),
    (natured, KIND),
    (actors, ""),
    (orders, ""),
    (scopes, SCOPE),
    (sole, ALONE),
    (ranks, SUPERLATIVE),
    (speakers, ""),
)


def settle(said: Statement, stated: Statement, chosen: list[Match | None]) -> tuple[Conflict, ...]:
    """Match what says the same from another side; return a clash where it does not."""
    natures.settle(said, stated, chosen)
    return (*exchange.settle(said, stated, chosen), *relations.settle(said, stated, chosen))


def find(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> tuple[Conflict, ...]:
    """Return every clash between a sentence and a wording of something else."""
    contrary = any(row[-1].opposite for row in rows if row)
    found: list[Conflict] = []
    for finder in fitting(said.traits, stated.traits, contrary):
        found += finder(said, stated, rows, chosen)
    return _once(without_added(said, stated, found)) if found else ()


@lru_cache(maxsize=10_000)
def fitting(ours: frozenset[str], theirs: frozenset[str], contrary: bool) -> tuple[Finder, ...]:
    """Return the finders that can find something between statements with these traits."""
    traits = {"", *ours, *theirs, *((CONTRARY,) if contrary else ())}
    return tuple(finder for finder, needed in FINDERS if needed in traits)


def _once(found: tuple[Conflict, ...]) -> tuple[Conflict, ...]:
    """Return each conflict once; that a thing is another of its kind says nothing where its name or office clashes."""
    told = {conflict.said for conflict in found if conflict.kind in ("name", "office")}
    return tuple(
        conflict for conflict in dict.fromkeys(found) if conflict.kind != "sibling" or conflict.said not in told
    )
