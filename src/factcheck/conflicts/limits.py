"""All against some, only against others too, the first against the second."""

from __future__ import annotations

import re

from factcheck.conflicts.places import Chosen, Conflict, Rows
from factcheck.details import others
from factcheck.lists import list_around
from factcheck.statement import Statement

_EXCEPT = re.compile(r"\b(?:except(?: for)?|excluding|with the exception of)\b", re.IGNORECASE)
_NEXT = 3  # units after "except" among which are the names that it excepts
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
    found = _exceptions(said, stated, chosen) + _shared(said, stated, chosen) + _besides(said, stated, chosen)
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


def _besides(said: Statement, stated: Statement, chosen: Chosen) -> list[Conflict]:
    """ "Another county was dry" against "Ash was the only dry county"."""
    for number, unit in enumerate(said.units):
        match = chosen[number]
        only = match is not None and unit.pos == "n" and stated.units[match.stated].scope == "only"
        if match and only and not said.frames[unit.clause].denied and others.is_another(said.text[: unit.start]):
            return [Conflict("scope", number, match.stated)]
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
    """ "No state cooperates" against "no state except one cooperates"; "all did", "Lind did" against "all did except Lind"."""
    if said.exceptive or not stated.exceptive or any(unit.scope == "only" for unit in said.units):
        return []
    excepted = _excepted(stated)
    for number, unit in enumerate(said.units):
        match = chosen[number]
        if match is None:
            continue
        partner = stated.units[match.stated]
        if unit.focus and partner.focus and (unit.negated or unit.scope == "all"):
            return [Conflict("scope", number, match.stated)]
        if excepted and unit.scope == partner.scope == "all" and not unit.negated:
            return [Conflict("scope", number, excepted[0])]
        acts = unit.kind == "name" and unit.role == "s" and not said.frames[unit.clause].denied
        if acts and match.stated in excepted and any(other.scope == "all" for other in stated.units):
            return [Conflict("scope", number, match.stated)]
    return []


def _excepted(stated: Statement) -> tuple[int, ...]:
    """Return the names after "except"."""
    found = _EXCEPT.search(stated.text)
    first = found.end() if found else len(stated.text)
    after = [number for number, unit in enumerate(stated.units) if unit.start >= first]
    return tuple(number for number in after[:_NEXT] if stated.units[number].kind == "name")
