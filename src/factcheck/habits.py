"""What has been so every year since a date: "held in 2015" against "since 2008 it has been held every autumn"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.details.days import YEAR, Date, calendar, interval
from factcheck.findings import Relation
from factcheck.outcomes import Chosen, Outcome, lasts_till_now, partner
from factcheck.statement import Statement

_SINCE = frozenset(("since", "from"))
_EVERY = {
    "year": YEAR,
    "every year": YEAR,
    "annually": YEAR,
    "annual": YEAR,
    "yearly": YEAR,
    "month": 31,
    "every month": 31,
}
_EVERY |= {"monthly": 31, "day": 1, "every day": 1, "daily": 1}  # slots in which it happens once at least


def judge(said: Statement, stated: Statement, chosen: Chosen) -> Iterator[Outcome]:
    """Yield what a wording that tells a habit says of each dated act of a sentence."""
    habits = {event.act: event for event in stated.events if event.when.word in _SINCE and not event.reckoned}
    for event in said.events if habits else ():
        habit = habits.get(partner(chosen, event.act))
        if habit is None or event.reckoned or event.when.relation != "in" or not _alike(event.when, habit.when):
            continue
        clause = stated.units[habit.act].clause
        often = {_recurs(stated, number) for number, unit in enumerate(stated.units) if unit.clause == clause} - {""}
        if not often or not lasts_till_now(stated, clause) or not said.frames[said.units[event.act].clause].past:
            continue
        later = event.when.low >= habit.when.low
        fits = later and all(_happens(event.when, word) for word in often)
        relation = Relation.ENTAILS if fits else Relation.UNSTATED
        yield Outcome(relation, (event.told_by,), event.told_by, habit.told_by)


def _alike(one: Date, other: Date) -> bool:
    return one.clock == other.clock and one.yearless == other.yearless


def _recurs(stated: Statement, number: int) -> str:
    """Return the word that tells how often: "every autumn", "annually"; "" for none."""
    unit = stated.units[number]
    timed = unit.lemma in calendar("season") or unit.lemma in _EVERY
    every = unit.scope == "all" or " " in unit.lemma or unit.pos in "ar"
    return unit.lemma if timed and every else ""


def _happens(when: Date, often: str) -> bool:
    """Tell whether a period is as long as the time in which it happens once, or is that very season."""
    seasons = calendar("season")
    if when.high - when.low >= YEAR - 1:
        return True
    if often not in seasons:
        return when.high - when.low + 1 >= _EVERY[often]
    low, high = map(int, seasons[often].split())
    year = int(when.low // YEAR)
    return when.low <= interval(year, low)[0] and interval(year, high)[1] <= when.high
