"""How long a change took, told by its two dates: what fell from 612 in 2014 to 287 in 2024 fell within ten years.

"The year before" is told by them too, where the level of one year is set against that of the year before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.alignment import Level, Match
from factcheck.conflicts.places import Conflict
from factcheck.details import shifts
from factcheck.details.days import YEAR, Date
from factcheck.details.holders import Holding
from factcheck.details.measures import Quantity, compare, size_of_unit
from factcheck.draft import SEMILIGHT
from factcheck.findings import RIGHT, Relation
from factcheck.reckonings import NOTHING, Reckoning
from factcheck.statement import Statement

_WITHIN = re.compile(
    r"\b(?:within|in|over|during|inside|in the (?:space|course) of|(?:over|in|during) the (?:space|course) of|over a period of)"
    r"(?: (?:just|only|about|some|around|roughly|almost|nearly|less than|more than|little more than|the))*\s*$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"^\s*(?:ago|old|later|earlier|before|after|long|time)\b", re.IGNORECASE)
_YEAR_BEFORE = re.compile(
    r"^(?:the |a )?(?:previous|preceding|prior) year\b|^(?:the |a )?year (?:before|earlier|previously)\b", re.IGNORECASE
)
_PERIOD = frozenset(("in the space of", "in the course of", "over the course of", "within the space of", "a single"))
_BEFORE = frozenset(("before", "earlier", "previous", "previously"))


class _Change(NamedTuple):
    """A level with its date, and the level and date that it is set against, as units of the wording."""

    held: Holding
    then: int
    now: int


def judge(said: Statement, stated: Statement, chosen: Sequence[Match | None]) -> Reckoning:
    """Judge how long a sentence says that a change took, and "the year before", by the dates of the changes of a wording."""
    changes = tuple(_changes(stated)) if said.comparatives else ()
    borne: dict[int, Match] = {}
    conflicts: list[Conflict] = []
    for number, value, beside in _spans(said) if changes else ():
        alike = [each for each in changes if _is_of(said, chosen, number, each)]
        relations = [_compare(stated, value, each) for each in alike]
        right = next((each for each, relation in zip(alike, relations, strict=True) if relation in RIGHT), None)
        if right is not None:
            borne |= dict.fromkeys((number, *beside), Match(right.then, Level.FAMILY, Relation.ENTAILS))
        elif relations and all(relation is Relation.CONFLICTS for relation in relations):
            conflicts.append(Conflict("quantity", number, alike[0].then))
            borne |= dict.fromkeys(beside, Match(alike[0].then, Level.FAMILY, Relation.ENTAILS))
    return Reckoning(borne, tuple(conflicts)) if borne or conflicts else NOTHING


def dated(said: Statement, stated: Statement, chosen: Sequence[Match | None]) -> Sequence[Match | None]:
    """Match "the year before" with the date of the year before another that a wording tells, where a sentence compares them."""
    years = tuple(_years_before(said)) if said.comparatives else ()
    told = list(chosen)
    for change in _changes(stated) if years else ():
        for number in years:
            if _is_of(said, chosen, number, change) and _is_a_year_apart(said, stated, chosen, change):
                told[number] = Match(change.then, Level.SAME, Relation.ENTAILS)
    return told if years else chosen


def _changes(stated: Statement) -> Iterator[_Change]:
    """Yield the levels of a wording that are set against others, where both have a date beside them."""
    for each in stated.holdings:
        now, then = _date_beside(stated, each.figure), _date_beside(stated, each.baseline)
        if each.baseline >= 0 and now >= 0 and then >= 0 and now != then:
            yield _Change(each, then, now)


def _date_beside(stated: Statement, figure: int) -> int:
    """Return the date that stands right behind a figure, or -1."""
    for near in range(figure + 1, min(figure + 4, len(stated.units))):
        if stated.units[near].kind == "quantity":
            return -1
        if stated.units[near].kind == "date":
            return near
    return -1


def _spans(said: Statement) -> Iterator[tuple[int, Quantity, tuple[int, ...]]]:
    """Yield the spans of time in which a sentence says that something changed, with the units that lead to them."""
    for number, unit in enumerate(said.units):
        value = unit.value
        beside = tuple(n for n in range(max(number - 2, 0), number) if said.units[n].lemma in _PERIOD)
        first = said.units[beside[0]].start if beside else unit.start
        led = bool(beside) or bool(_WITHIN.search(said.text[:first]))
        if _SINCE.match(said.text[unit.end :]) or not led:
            continue
        if isinstance(value, Quantity) and value.dimension == "time" and not value.change:
            yield number, value, beside
        elif unit.lemma == "year" and any(said.units[n].lemma == "a single" for n in beside):
            yield number, _ONE_YEAR, beside


_YEAR_LONG = 31_557_600.0  # seconds
_ONE_YEAR = Quantity(0, 1, _YEAR_LONG, _YEAR_LONG, dimension="time", unit="year")


def _years_before(said: Statement) -> Iterator[int]:
    """Yield the units of "the year before", "a year earlier", "the previous year"."""
    for number, unit in enumerate(said.units):
        start = said.text.rfind(" ", 0, max(unit.start - 1, 0)) + 1  # with the article
        if unit.kind != "date" and (
            _YEAR_BEFORE.match(said.text[start:]) or _YEAR_BEFORE.match(said.text[unit.start :])
        ):
            yield number
            yield from (n for n in (number + 1,) if n < len(said.units) and said.units[n].lemma in _BEFORE)


def _is_of(said: Statement, chosen: Sequence[Match | None], number: int, change: _Change) -> bool:
    """Tell whether a clause tells a change, and of what a change of the wording is."""
    clause = said.units[number].clause
    if all(said.units[max(each.degree, each.differential)].clause != clause for each in said.comparatives):
        return False
    things = [
        match
        for unit, match in zip(said.units, chosen, strict=True)
        if unit.clause == clause
        and unit.kind in ("word", "name")
        and unit.pos == "n"
        and unit.weight >= SEMILIGHT
        and unit.lemma != "year"
    ]
    held = [match for match in things if match and match.level > Level.SCENE and match.stated in change.held.holders]
    return bool(held)


def _compare(stated: Statement, value: Quantity, change: _Change) -> Relation:
    """Compare a span with what lies between the dates of a change, by the calendar or in full units."""
    dates = [stated.units[number].value for number in (change.then, change.now)]
    assert isinstance(dates[0], Date)
    assert isinstance(dates[1], Date)
    between = shifts.apart(dates[0], dates[1], value.unit)
    if between is None:
        return Relation.UNSTATED
    size = size_of_unit(value)
    found = {compare(value, value._replace(low=n * size, high=n * size, comparator="=")) for n in between}
    if len(found) == 1:
        return found.pop()
    return next((relation for relation in found if relation in RIGHT), Relation.UNSTATED)


def _is_a_year_apart(said: Statement, stated: Statement, chosen: Sequence[Match | None], change: _Change) -> bool:
    """Tell whether the dates of a change are a year apart, and the sentence has no other date than the later one."""
    dates = [stated.units[number].value for number in (change.then, change.now)]
    own = [chosen[n] for n, unit in enumerate(said.units) if unit.kind == "date"]
    if any(match is None or match.stated != change.now for match in own):
        return False
    then, now = dates
    return (
        isinstance(then, Date)
        and isinstance(now, Date)
        and now.low // YEAR - then.low // YEAR == 1
        and not now.yearless
    )
