"""Exceptions: what is said of all but some holds of all others and not of these: "every day except Sunday"."""

from __future__ import annotations

import re

from factcheck.conflicts.places import Chosen, Conflict
from factcheck.statement import Statement, Unit

_EXCEPT = re.compile(
    r"\b(?:except(?: for| on| in)?|excluding|with the exception of|apart from|(?:all|every\w*) but)\b", re.IGNORECASE
)
_ALWAYS = ("daily", "always")
_NEXT = 3  # units after "except" among which are the names that it excepts


def exceptions(said: Statement, stated: Statement, chosen: Chosen) -> list[Conflict]:
    """ "No state cooperates" against "no state except one cooperates"; "all did", "Lind did" against "all did except Lind"."""
    if said.exceptive or not stated.exceptive or any(unit.scope == "only" for unit in said.units):
        return []
    left_out = excepted(stated)
    for number, unit in enumerate(said.units):
        match = chosen[number]
        if match is None:
            continue
        partner = stated.units[match.stated]
        if unit.focus and partner.focus and (unit.negated or unit.scope == "all"):
            return [Conflict("scope", number, match.stated)]
        if left_out and is_general(unit) and is_general(partner) and not unit.negated:
            return [Conflict("scope", number, left_out[0])]
        affirmed = unit.weight > 0 and not said.frames[unit.clause].denied
        if affirmed and match.stated in left_out and _speaks_of_all(stated):
            return [Conflict("scope", number, match.stated)]
    return []


def is_of_the_excepted(said: Statement, stated: Statement, chosen: Chosen) -> bool:
    """Tell whether a sentence speaks of what the wording excepts from what it says of all."""
    if said.exceptive or not stated.exceptive or not _speaks_of_all(stated):
        return False
    left_out = excepted(stated)
    return any(match is not None and match.stated in left_out for match in chosen)


def names_the_excepted(stated: Statement, chosen: Chosen) -> bool:
    """Tell whether a sentence speaks of what the wording excepts: "the tunnel was left out", "all but the tunnel was rebuilt"."""
    left_out = excepted(stated) if stated.exceptive else ()
    return any(match is not None and match.stated in left_out for match in chosen)


def is_general(unit: Unit) -> bool:
    """Tell whether a unit says something of all: "every day"."""
    return unit.scope == "all" or unit.lemma.startswith("every ") or unit.lemma in _ALWAYS


def _speaks_of_all(stated: Statement) -> bool:
    """Tell whether a wording says something of all, and does not deny it of all."""
    return any(is_general(unit) and not stated.frames[unit.clause].denied for unit in stated.units)


def excepted(stated: Statement) -> tuple[int, ...]:
    """Return what stands after "except": names, or the one thing."""
    found = _EXCEPT.search(stated.text)
    first = found.end() if found else len(stated.text)
    after = [number for number, unit in enumerate(stated.units) if unit.start >= first][:_NEXT]
    names = tuple(number for number in after if stated.units[number].kind == "name")
    return names or tuple(stated.heads[number] for number in after[:1] if stated.units[number].weight)
