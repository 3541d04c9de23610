"""Ages against dates of birth: "31 when he first sang" against "born in 1920 and first sang in 1951"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.details.ages import Age
from factcheck.details.days import YEAR, Date
from factcheck.details.shifts import full_units
from factcheck.details.timeline import Event
from factcheck.findings import Relation
from factcheck.outcomes import Chosen, Outcome, parties, partner
from factcheck.statement import Statement

_BIRTH = frozenset(("bear", "born", "born in", "born on", "be born", "birth"))


def judge(said: Statement, stated: Statement, chosen: Chosen) -> Iterator[Outcome]:
    """Yield what a wording says of each age that a sentence gives somebody."""
    births = [event for event in stated.events if stated.units[event.act].lemma in _BIRTH] if said.ages else []
    for age in said.ages:
        act = partner(chosen, age.act)
        event = next((event for event in stated.events if event.act == act), None)
        if len(births) == 1 and event and event is not births[0] and _of_whom(said, stated, chosen, age, births[0]):
            relation = _relation(age, births[0].when, event.when)
            yield Outcome(relation, (age.figure, *age.words), age.figure, births[0].told_by, "quantity")


def _relation(age: Age, birth: Date, when: Date) -> Relation:
    dates = (birth, when)
    if any(date.relation != "in" or date.clock or date.yearless or date.circa for date in dates):
        return Relation.UNSTATED
    least, most = full_units(birth, when)
    vague = any(date.high - date.low == YEAR - 1 for date in dates)
    by_calendar = when.low // YEAR - birth.low // YEAR
    if (age.low <= least and most <= age.high) or (vague and age.low <= by_calendar <= age.high):
        return Relation.ENTAILS
    return Relation.CONFLICTS if most < age.low or least > age.high else Relation.UNSTATED


def _of_whom(said: Statement, stated: Statement, chosen: Chosen, age: Age, birth: Event) -> bool:
    """Tell whether the age is of the one whose birth the wording dates."""
    ours = parties(said, said.units[age.figure].clause)
    theirs = parties(stated, stated.units[birth.act].clause)
    theirs += parties(stated, stated.units[birth.act].clause - 1)
    return any((match := chosen[number]) and match.stated in theirs for number in ours)
