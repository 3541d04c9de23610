"""What a clause says something of: its own words, whom it shares with other clauses, and what depends on its verb."""

from __future__ import annotations

from factcheck.once import once
from factcheck.statement import Statement
from factcheck.structure import RESUMING

_DEPENDENT = ("T", "V")  # links of infinitives and participles


@once
def parties(stated: Statement, clause: int) -> tuple[int, ...]:
    """Return who acts and who is acted on; a passive clause shares its party with one that goes on after "and".

    Who is said to be what acts is one of them: Lund in "Lund is a doctor who came from Chad".
    """
    frame = stated.frames[clause]
    before = stated.frames[clause - 1] if clause else None
    shared = before.object if before and before.passive and frame.link == "C" and not frame.subject else ()
    told = (*frame.subject, *frame.object, *shared)
    return (*told, *(number for each in stated.predications if each.kind in told for number in each.of))


@once
def of_clause(stated: Statement, clause: int) -> frozenset[int]:
    """Return the units that a clause holds, shares or governs, with what they count or describe."""
    own = {number for number, unit in enumerate(stated.units) if unit.clause in _clauses(stated, clause)}
    for number in parties(stated, clause):
        own |= _phrase(stated, number)
    own |= _in_front(stated, clause)
    if own and stated.frames[clause].link == "W":
        own.add(max(min(own) - 1, 0))  # what a relative clause is about: "the boat, whose crew"
    return frozenset(own | {stated.heads[number] for number in own})


def _in_front(stated: Statement, clause: int) -> set[int]:
    """Return what a clause goes on with behind a relative one: "in Brell, which had rain, yields rose" tells what rose in Brell."""
    before = stated.frames[clause - 1] if clause else None
    if before is None or not before.opener or stated.frames[clause].link not in RESUMING:
        return set()
    return {at for at, unit in enumerate(stated.units) if unit.clause == clause - 1 and unit.end <= before.opener}


def _clauses(stated: Statement, clause: int) -> set[int]:
    """Return a clause with the infinitives and participles around it."""
    found = {clause}
    while clause + 1 < len(stated.frames) and stated.frames[clause + 1].link in _DEPENDENT:
        clause += 1
        found.add(clause)
    first = min(found)
    while first and stated.frames[first].link in _DEPENDENT:
        first -= 1
        found.add(first)
    return found


def _phrase(stated: Statement, number: int) -> set[int]:
    """Return a party of a clause with what stands beside it before the verb of its own clause: "the strike at the mill"."""
    unit = stated.units[number]
    verb = stated.frames[unit.clause].verb
    before = verb >= 0 and number < verb
    beside = (other for other in range(verb) if stated.units[other].clause == unit.clause) if before else ()
    return {number, *beside}
