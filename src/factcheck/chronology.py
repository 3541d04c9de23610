"""Chronology: the dates, spans and order of the acts of a sentence, against when a wording says that they happened.

An act is dated by the date beside it, or by a tie to a dated one: "founded in 2012 and moved three years later" dates the move.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.alignment import Level, Match
from factcheck.conflicts.places import Conflict
from factcheck.details import periods
from factcheck.details.days import Date
from factcheck.details.shifts import apart
from factcheck.details.ties import Tie
from factcheck.details.timeline import Event
from factcheck.findings import RIGHT, Relation
from factcheck.statement import Statement

Chosen = Sequence[Match | None]


@dataclass(frozen=True, slots=True)
class Chronology:
    """What a wording's timeline says of a sentence's times.

    `borne` are units that it bears out, each with the unit that tells so; `judged` are dates of acts that it dates by reckoning,
    so that no other date of the wording is theirs.
    """

    borne: dict[int, Match]
    conflicts: tuple[Conflict, ...] = ()
    judged: frozenset[int] = frozenset()


def judge(said: Statement, stated: Statement, chosen: Chosen) -> Chronology:
    """Judge the dates and ties of a sentence by the timeline of a wording."""
    borne: dict[int, Match] = {}
    clashes: list[Conflict] = []
    judged: set[int] = set()
    for event, partner in _reckoned(said, stated, chosen):
        judged.add(event.told_by)
        relation = periods.compare(event.when, partner.when)
        if relation in RIGHT:
            borne[event.told_by] = _by(partner.told_by)
        elif relation is Relation.CONFLICTS and _of_one_thing(said, stated, chosen, event.act):
            clashes.append(Conflict("date", event.told_by, partner.told_by))
    for tie in said.ties:
        outcome = _tie(said, stated, chosen, tie)
        units = [unit for unit in (tie.place, tie.span) if unit >= 0]
        if outcome > 0:
            borne |= {unit: _by(_partner(chosen, tie.act)) for unit in (*units, tie.other)}
        elif outcome < 0 and _of_one_thing(said, stated, chosen, tie.act):
            clashes.append(Conflict("order", units[-1] if units else tie.other, _partner(chosen, tie.other)))
    return Chronology(borne, tuple(clashes), frozenset(judged))


def _by(number: int) -> Match:
    return Match(number, Level.FAMILY, Relation.ENTAILS)


def _partner(chosen: Chosen, number: int) -> int:
    """Return the unit of the wording that a unit of the sentence means, or -1."""
    match = chosen[number] if number >= 0 else None
    return match.stated if match and match.level >= Level.NEAR and not match.opposite else -1


def _reckoned(said: Statement, stated: Statement, chosen: Chosen) -> Iterator[tuple[Event, Event]]:
    """Yield the dated acts of a sentence, each with the same act in the wording where that is dated by a tie."""
    known = {event.act: event for event in stated.events if event.reckoned}
    for event in said.events if known else ():
        partner = known.get(_partner(chosen, event.act))
        if partner and not event.reckoned:
            yield event, partner


def _tie(said: Statement, stated: Statement, chosen: Chosen, tie: Tie) -> int:
    """Return 1 where the wording has its two acts as a tie says, -1 where not, 0 where that is open."""
    act, other = _partner(chosen, tie.act), _partner(chosen, tie.other)
    if act < 0 or other < 0 or act == other:
        return 0
    for each in stated.ties:
        if {each.act, each.other} == {act, other}:
            turn = 1 if each.act == act else -1
            if each.way * turn != tie.way:
                return -1
            if tie.shift is None or tie.shift == each.shift:
                return 1
    when = {event.act: event.when for event in stated.events}
    if act not in when or other not in when:
        return 0
    return _fits(tie, when[act], when[other])


def _fits(tie: Tie, act: Date, other: Date) -> int:
    way = _way(act, other)
    if way and way != tie.way:
        return -1
    if tie.shift is None:
        return 1 if way else 0
    found = apart(other, act, tie.shift.unit)
    if found is None:
        return 0
    low, high = sorted(tie.way * each for each in found)
    if low <= tie.shift.count <= high:
        return 1 if way else 0
    return -1


def _way(act: Date, other: Date) -> int:
    """Return 1 where one date is after another, -1 where before, 0 where that cannot be told."""
    if act.yearless != other.yearless:
        return 0
    (low, high), (other_low, other_high) = periods.span(act), periods.span(other)
    return (low > other_high) - (high < other_low)


def _of_one_thing(said: Statement, stated: Statement, chosen: Chosen, act: int) -> bool:
    """Tell whether an act of the sentence has a party in common with the same act in the wording."""
    ours = _parties(said, said.units[act].clause)
    theirs = _parties(stated, stated.units[_partner(chosen, act)].clause)
    return not ours or any((match := chosen[number]) and match.stated in theirs for number in ours)


def _parties(statement: Statement, clause: int) -> list[int]:
    """Return who acts in a clause and who is acted on; a clause that goes on without a subject has that of the one before."""
    while clause >= 0:
        frame = statement.frames[clause]
        own = (*frame.subject, *frame.object)
        found = [
            number
            for number in own
            if statement.units[number].kind in ("word", "name") and statement.units[number].weight
        ]
        if found:
            return found
        clause -= 1
    return []
