"""All against some, only against others too, the first against the second."""

from __future__ import annotations

from factcheck.conflicts.places import Chosen, Conflict, Rows
from factcheck.lists import list_around
from factcheck.statement import Statement

_SCOPE_CLASHES = frozenset(
    (
        ("all", "some"),
        ("all", "few"),
        ("all", "most"),
        ("all", "half"),
        ("few", "most"),
        ("few", "all"),
        ("most", "few"),
        ("only", "all"),
        ("few", "half"),
        ("first", "last"),
        ("last", "first"),
        ("half", "all"),
        ("all", "only"),
        ("all", "part"),
        ("part", "all"),
    )
)


def scopes(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """All against some, only against all."""
    found = _exceptions(said, stated, chosen) + _shared(said, stated, chosen)
    heads = stated.heads
    for number, unit in enumerate(said.units):
        match = chosen[number]
        if match and unit.scope and not unit.negated:
            partner = stated.units[heads[match.stated] if unit.kind == "name" else match.stated]
            if (unit.scope, partner.scope) in _SCOPE_CLASHES and not partner.negated:
                found.append(Conflict("scope", number, match.stated))
    return found


def _shared(said: Statement, stated: Statement, chosen: Chosen) -> list[Conflict]:
    """ "Only Tunisia did" against "Algeria and Tunisia did"."""
    for number, unit in enumerate(said.units):
        match = chosen[number]
        if match and unit.scope == "only" and unit.kind == "name" and unit.role == "s":
            partner = stated.units[match.stated]
            others = [
                index
                for index in list_around(stated, match.stated)
                if index != match.stated and stated.units[index].role == partner.role == "s"
            ]
            if others:
                return [Conflict("scope", number, others[0])]
    return []


def ranks(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """ "The largest" against "the second-largest"."""
    found = []
    for number, unit in enumerate(said.units):
        match = chosen[number]
        if (
            match
            and unit.superlative
            and stated.units[match.stated].superlative
            and unit.rank != stated.units[match.stated].rank
        ):
            found.append(Conflict("rank", number, match.stated))
    return found


def _exceptions(said: Statement, stated: Statement, chosen: Chosen) -> list[Conflict]:
    """ "No state cooperates" against "no state except one cooperates"."""
    if said.exceptive or not stated.exceptive:
        return []
    for number, unit in enumerate(said.units):
        match = chosen[number]
        if match and unit.focus and stated.units[match.stated].focus and (unit.negated or unit.scope == "all"):
            return [Conflict("scope", number, match.stated)]
    return []
