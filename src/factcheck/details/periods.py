"""The period that a date covers, and what two periods say of each other."""

from __future__ import annotations

from factcheck.details.days import YEAR, Date
from factcheck.details.shifts import is_exact, weekday_of
from factcheck.findings import Relation

_UNTIL = frozenset(("until", "till", "through"))
_STARTS = frozenset(("from", "starting"))  # "on sale from 20 August" gives the day on which it starts


def span(date: Date) -> tuple[float, float]:
    """Return the period that a date with its relation covers."""
    slack = 10 * YEAR if date.circa and date.high - date.low > 360 else 0
    if date.relation == "before":
        return float("-inf"), date.low - 1 if date.word == "before" else date.high
    if date.relation == "after":
        return date.high + 1 if date.word == "after" else date.low, float("inf")
    return date.low - slack, date.high + slack


def compare(said: Date, stated: Date) -> Relation:
    """Compare a said with a stated date: containment entails, overlap leaves open, disjoint periods conflict."""
    if said.clock != stated.clock:
        return Relation.UNSTATED
    if said.weekday and said.low != said.high and is_exact(stated) and said.weekday != weekday_of(stated):
        within = _compare(said, stated) is not Relation.CONFLICTS
        return Relation.UNSTATED if within and not weekday_of(stated) else Relation.CONFLICTS
    return _compare(said, stated)


def _compare(said: Date, stated: Date) -> Relation:
    if (
        said.yearless != stated.yearless
        and (said if stated.yearless else stated).high - (said if stated.yearless else stated).low >= YEAR - 1
    ):
        return Relation.UNSTATED  # a year and a month without a year say nothing of each other
    if said.yearless != stated.yearless:
        said, stated = _without_year(said), _without_year(stated)
    if said.relation != stated.relation and "in" not in (said.relation, stated.relation):
        overlap = said.low <= stated.high and stated.low <= said.high
        return Relation.CONFLICTS if overlap else Relation.UNSTATED
    if said.relation == stated.relation != "in":
        if said.low <= stated.high and stated.low <= said.high:
            return Relation.AGREES
        return (
            Relation.CONFLICTS
            if {said.word, stated.word} <= {"since", "from", "until", "till", "by"}
            else Relation.UNSTATED
        )
    if said.relation == "after" and said.word in _STARTS and stated.relation == "in" and said.low != stated.low:
        return Relation.CONFLICTS if said.high < stated.low or stated.high < said.low else Relation.ENTAILS
    if said.relation == "after" and said.word == "since" and stated.relation == "in":
        begins = stated.low <= said.high and said.low <= stated.high
        return Relation.ENTAILS if begins else Relation.UNSTATED  # what is so in 2025 need not be so since 2020
    if said.relation == "before" and said.word in _UNTIL and stated.relation == "in" and stated.low <= said.high:
        ends = said.low <= stated.high <= said.high
        return Relation.ENTAILS if ends else Relation.UNSTATED  # what is so in 2015 need not be so until 2020
    (low, high), (stated_low, stated_high) = span(said), span(stated)
    if (low, high) == (stated_low, stated_high):
        return Relation.AGREES
    if low <= stated_low and stated_high <= high:
        return Relation.ENTAILS
    if high < stated_low or stated_high < low:
        return Relation.CONFLICTS
    if said.relation != stated.relation and (said.low, said.high) == (stated.low, stated.high):
        return Relation.AGREES if said.relation == "in" and stated.word in ("since", "from") else Relation.UNSTATED
    return Relation.UNSTATED


def _without_year(date: Date) -> Date:
    """Return a date as month and day only; a period of a year or more covers them all."""
    if date.yearless:
        return date
    if date.high - date.low >= YEAR - 1:
        return date._replace(low=0, high=YEAR - 1, yearless=True)
    return date._replace(
        low=date.low % YEAR, high=date.high % YEAR if date.high % YEAR >= date.low % YEAR else YEAR - 1, yearless=True
    )
