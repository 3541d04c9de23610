"""Chronology: the dates, spans and order of the acts of a sentence, against when a wording says that they happened.

An act is dated by the date beside it, or by a tie to a dated one: "founded in 2012 and moved three years later" dates the move.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck import aging, habits, lasting
from factcheck.alignment import Level, Match
from factcheck.conflicts.places import Conflict
from factcheck.details import periods
from factcheck.details.days import WEEKDAYS, Date
from factcheck.details.shifts import apart, weekday_of
from factcheck.details.ties import Tie
from factcheck.findings import RIGHT, Relation
from factcheck.outcomes import Chosen, Outcome, act_of, occurrence, parties, partner, told
from factcheck.statement import Statement, Unit
from factcheck.traits import WEEKDAY

_ASIDE = frozenset(("before", "after"))  # roles of a day on which an act was not
_ON = frozenset(("on", "in"))
_SERIES = 2  # dates of a clause that tells when each of several things happened


class Chronology(NamedTuple):
    """What a wording's timeline says of a sentence's times.

    `borne` are units that it bears out, each with the unit that tells so. `judged` are units of whose time it speaks, so that no
    other date of the wording clashes with them; `settled` those of them that clash at another one. `spared` is what a state
    that is borne out is told of: that it was in force is not denied by its having been lifted later. `foreign` are dates of
    acts that a tie dates.
    """

    borne: dict[int, Match]
    conflicts: tuple[Conflict, ...] = ()
    judged: frozenset[int] = frozenset()
    settled: frozenset[int] = frozenset()
    spared: frozenset[int] = frozenset()
    foreign: frozenset[int] = frozenset()


_NONE = Chronology({})


def judge(said: Statement, stated: Statement, chosen: Chosen) -> Chronology:
    """Judge the dates, ties, stretches and ages of a sentence by the timeline of a wording."""
    if not (said.events or said.ties or said.stretches or said.ages or WEEKDAY in said.traits):
        return _NONE
    dates = [*_dates(said, stated, chosen), *_weekdays(said, stated, chosen)]
    outcomes = [
        *dates,
        *_ties(said, stated, chosen),
        *lasting.judge(said, stated, chosen),
        *aging.judge(said, stated, chosen),
        *habits.judge(said, stated, chosen),
    ]
    borne = {
        unit: Match(outcome.source, Level.FAMILY, Relation.ENTAILS)
        for outcome in outcomes
        if outcome.relation in RIGHT
        for unit in outcome.units
    }
    clashes = tuple(
        Conflict(outcome.kind, outcome.place, outcome.source)
        for outcome in outcomes
        if outcome.relation is Relation.CONFLICTS and outcome.place not in borne
    )
    clashing = frozenset(clash.said for clash in clashes)
    return Chronology(
        borne,
        clashes,
        frozenset(unit for outcome in outcomes for unit in outcome.units),
        frozenset(unit for outcome in outcomes if outcome.place in clashing for unit in outcome.units) - clashing,
        frozenset(unit for outcome in outcomes if outcome.relation in RIGHT for unit in outcome.holders),
        frozenset(outcome.place for outcome in dates),
    )


def _dates(said: Statement, stated: Statement, chosen: Chosen) -> Iterator[Outcome]:
    """Yield the dated acts of a sentence against the same acts in the wording, where a tie dates those."""
    known = {event.act: event for event in stated.events if event.reckoned}
    for event in said.events if known else ():
        other = known.get(act_of(said, chosen, event.act))
        if other is None or event.reckoned:
            continue
        relation = periods.compare(event.when, other.when)
        if relation is Relation.CONFLICTS and not _of_one_thing(said, stated, chosen, event.act):
            relation = Relation.UNSTATED
        happens = (event.act,) if partner(chosen, event.act) < 0 else ()
        yield Outcome(relation, (event.told_by, *happens), event.told_by, other.told_by)


def _weekdays(said: Statement, stated: Statement, chosen: Chosen) -> Iterator[Outcome]:
    """Yield the weekdays of a sentence against those that the wording gives, or dates, for the same acts."""
    for number, unit in enumerate(said.units):
        weekday = WEEKDAYS.get(unit.lemma, 0)
        act = partner(chosen, told(said, unit.clause)) if weekday else -1
        if act < 0 or said.frames[unit.clause].modal != stated.frames[stated.units[act].clause].modal:
            continue  # what will end on Monday is not what was called off on Sunday
        known = dict(_weekdays_of(stated, act))
        if known and weekday not in known and _of_one_thing(said, stated, chosen, told(said, unit.clause)):
            yield Outcome(Relation.CONFLICTS, (number,), number, next(iter(known.values())))
        elif weekday in known:
            yield Outcome(_beside(unit, stated.units[known[weekday]]), (number,), number, known[weekday])
        elif _elsewhere(stated, act, partner(chosen, number)):
            yield Outcome(Relation.UNSTATED, (number,), number, -1)


def _beside(unit: Unit, other: Unit) -> Relation:
    """Compare how two sentences set an act to one weekday: what ended on Tuesday did not end before it."""
    if unit.role == other.role or not {unit.role, other.role} & _ASIDE:
        return Relation.ENTAILS
    return Relation.CONFLICTS if {unit.role, other.role} <= _ASIDE | _ON else Relation.UNSTATED


def _weekdays_of(stated: Statement, act: int) -> Iterator[tuple[int, int]]:
    """Yield the weekdays of an act, each with the unit that tells it."""
    for number, unit in enumerate(stated.units):
        if unit.clause == stated.units[act].clause and unit.lemma in WEEKDAYS:
            yield WEEKDAYS[unit.lemma], number
    for event in stated.events:
        if event.act == act and (weekday := weekday_of(event.when)):
            yield weekday, event.told_by


def _elsewhere(stated: Statement, act: int, number: int) -> bool:
    """Tell whether a unit is told of another act."""
    other = told(stated, stated.units[number].clause) if number >= 0 else -1
    return (
        other >= 0
        and other != act
        and stated.units[other].role == "v"
        and stated.units[number].clause != stated.units[act].clause
    )


def _ties(said: Statement, stated: Statement, chosen: Chosen) -> Iterator[Outcome]:
    for tie in said.ties:
        relation = _tie(said, stated, chosen, tie)
        units = tuple(unit for unit in (tie.place, tie.span) if unit >= 0)
        if relation in RIGHT:
            yield Outcome(relation, (*units, tie.other), tie.other, act_of(said, chosen, tie.act))
        elif relation is Relation.CONFLICTS and _of_one_thing(said, stated, chosen, tie.act):
            yield Outcome(relation, (), units[-1] if units else tie.other, act_of(said, chosen, tie.other), "order")


def _tie(said: Statement, stated: Statement, chosen: Chosen, tie: Tie) -> Relation:
    """Tell whether the wording has the two acts of a tie as that says."""
    act, other = (occurrence(stated, act_of(said, chosen, each)) for each in (tie.act, tie.other))
    if act < 0 or other < 0 or act == other:
        return Relation.UNSTATED
    if things := _things(said, stated, chosen, tie):
        return _fits(tie, *things)
    for each in stated.ties:
        if {each.act, each.other} == {act, other}:
            turn = 1 if each.act == act else -1
            if each.way * turn != tie.way:
                return Relation.CONFLICTS
            if tie.shift is None or tie.shift == each.shift:
                return Relation.ENTAILS
    when = {event.act: event.when for event in stated.events}
    if act not in when or other not in when:
        return Relation.UNSTATED
    return _fits(tie, when[act], when[other])


def _things(said: Statement, stated: Statement, chosen: Chosen, tie: Tie) -> tuple[Date, Date] | None:
    """Return the dates that a clause of the wording gives for the two things of "the dam was completed before the canal"."""
    clause = stated.units[act_of(said, chosen, tie.act)].clause
    dated = dict(_dated_things(stated, clause))
    other = dated.get(partner(chosen, tie.other))
    ours = {partner(chosen, number) for number in parties(said, said.units[tie.act].clause) if number != tie.other}
    own = {event for number in ours if (event := dated.get(number))}
    return (own.pop(), other) if other and len(own) == 1 else None


def _dated_things(stated: Statement, clause: int) -> Iterator[tuple[int, Date]]:
    """Yield the things of a clause with more than one date, each with the date after it."""
    units = [(number, unit) for number, unit in enumerate(stated.units) if unit.clause == clause]
    if sum(isinstance(unit.value, Date) for _, unit in units) < _SERIES:
        return
    things: list[int] = []
    for number, unit in units:
        if isinstance(unit.value, Date):
            yield from ((thing, unit.value) for thing in things)
            things = []
        elif unit.pos == "n" and unit.kind in ("word", "name"):
            things.append(number)


def _fits(tie: Tie, act: Date, other: Date) -> Relation:
    """Compare a tie with the dates of its acts."""
    way = _way(act, other)
    if way and way != tie.way:
        return Relation.CONFLICTS
    if tie.shift is None:
        return Relation.ENTAILS if way else Relation.UNSTATED
    found = apart(other, act, tie.shift.unit)
    if found is None:
        return Relation.UNSTATED
    low, high = sorted(tie.way * each for each in found)
    if not low <= tie.shift.count <= high:
        return Relation.CONFLICTS
    return Relation.ENTAILS if way else Relation.UNSTATED


def _way(act: Date, other: Date) -> int:
    """Return 1 where one date is after another, -1 where before, 0 where that cannot be told."""
    if act.yearless != other.yearless or act.clock != other.clock:
        return 0
    (low, high), (other_low, other_high) = periods.span(act), periods.span(other)
    return (low > other_high) - (high < other_low)


def _of_one_thing(said: Statement, stated: Statement, chosen: Chosen, act: int) -> bool:
    """Tell whether an act of the sentence has a party in common with the same act in the wording."""
    ours = parties(said, said.units[act].clause)
    home = stated.units[act_of(said, chosen, act)].clause
    theirs = {*parties(stated, home), *(number for number, unit in enumerate(stated.units) if unit.clause == home)}
    return not ours or any((match := chosen[number]) and match.stated in theirs for number in ours)
