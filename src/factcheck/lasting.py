"""How long states last: "was over by June", "stays open until eight" against when a wording says that they begin and end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.details import measures, periods, quantities
from factcheck.details.days import MONTH, YEAR, Date
from factcheck.details.shifts import is_exact, real_day
from factcheck.details.stretches import BEGINS, LASTS, OPPOSITE, Stretch
from factcheck.findings import RIGHT, Relation
from factcheck.outcomes import Chosen, Outcome, lasts_till_now
from factcheck.statement import Statement

_UNTIL = frozenset(("until", "till", "through", "to"))
_SINCE = frozenset(("since", "from"))
_SHUT = "shut"
_STILL = frozenset(("still",))
_DAY, _MONTH = 86_400.0, 2_629_800.0  # seconds
_NEAR = 0.85  # units by which a span may be off that is told in whole ones


class _Bounds(NamedTuple):
    """When a state begins and when it ends, as far as a wording says, and the unit that says so."""

    begin: Date | None
    end: Date | None
    source: int
    until_now: bool = False  # it has begun and goes on


def judge(said: Statement, stated: Statement, chosen: Chosen) -> Iterator[Outcome]:
    """Yield what a wording says of each stretch of a sentence; what a word may mean in several ways clashes only in all."""
    readings: dict[int, list[Outcome]] = {}
    for stretch in said.stretches if stated.stretches else ():
        if outcome := _outcome(said, stated, chosen, stretch):
            readings.setdefault(stretch.word, []).append(outcome)
    for outcomes in readings.values():
        right = next((outcome for outcome in outcomes if outcome.relation in RIGHT), None)
        open_ = next((outcome for outcome in outcomes if outcome.relation is Relation.UNSTATED), None)
        yield right or open_ or outcomes[0]
    yield from _within_the_opposite(said, stated, chosen)


def _outcome(said: Statement, stated: Statement, chosen: Chosen, stretch: Stretch) -> Outcome | None:
    if stretch.part != LASTS and stretch.when is not None and stretch.when.word in _UNTIL | _SINCE:
        return None  # nothing begins or ends until a time
    if stretch.part != LASTS and stretch.state != _SHUT and stretch.when is None and stretch.span >= 0:
        return None  # what ends does not go on ending for two years
    held = _held(stretch, chosen)
    bounds = _bounds(stated, stretch.state, held)
    if bounds is None:
        return None
    relation = _relation(said, stretch, bounds)
    if relation is Relation.UNSTATED and stretch.part == LASTS and _goes_on(said, stretch, bounds):
        relation = Relation.ENTAILS
    if relation is Relation.UNSTATED and not _lasts(stated, stretch.state, held):
        return Outcome(relation, (), -1, bounds.source)
    units = tuple(unit for unit in (stretch.word, stretch.told_by, stretch.span) if unit >= 0)
    place = stretch.told_by if stretch.told_by >= 0 else stretch.span
    return Outcome(relation, (*units, *_still(said, stretch)), place, bounds.source, holders=stretch.holders)


def _lasts(stated: Statement, state: str, held: frozenset[int]) -> bool:
    """Tell whether the wording says that a state lasts, so that its begin or end is no opposite of what is said."""
    return any(
        each.part == LASTS
        and each.state == state
        and each.when is not None
        and any(_ends_of(each, each.when))
        and not held.isdisjoint(each.holders)
        for each in stated.stretches
    )


def _held(stretch: Stretch, chosen: Chosen) -> frozenset[int]:
    return frozenset(match.stated for holder in stretch.holders if (match := chosen[holder]) and not match.opposite)


def _still(said: Statement, stretch: Stretch) -> tuple[int, ...]:
    clause = said.units[stretch.word].clause
    return tuple(number for number, unit in enumerate(said.units) if unit.clause == clause and unit.lemma in _STILL)


def _bounds(stated: Statement, state: str, held: frozenset[int]) -> _Bounds | None:
    """Return when a state of one of some things begins and ends, None where the wording says neither or more than one."""
    begins: list[Date] = []
    ends: list[Date] = []
    source, until_now = -1, False
    for stretch in stated.stretches:
        if stretch.state != state or stretch.when is None or held.isdisjoint(stretch.holders):
            continue
        begin, end = _ends_of(stretch, stretch.when)
        begins += [begin] if begin else []
        ends += [end] if end else []
        source = stretch.told_by if begin or end else source
        since = stretch.part == LASTS and stretch.when.word == "since"
        until_now = until_now or (since and lasts_till_now(stated, stated.units[stretch.word].clause))
    if len(begins) > 1 or len(ends) > 1 or source < 0:
        return None
    return _Bounds(begins[0] if begins else None, ends[0] if ends else None, source, until_now)


def _goes_on(said: Statement, stretch: Stretch, bounds: _Bounds) -> bool:
    """Tell whether a sentence speaks of a past time in a state that has lasted since: "was open in 2015"."""
    when, begin = stretch.when, bounds.begin
    if when is None or begin is None or not bounds.until_now or when.relation != "in" or _is_range(when):
        return False
    alike = when.yearless == begin.yearless and when.clock == begin.clock
    return alike and when.low > begin.high and said.frames[said.units[stretch.word].clause].past


def _ends_of(stretch: Stretch, when: Date) -> tuple[Date | None, Date | None]:
    """Return the begin and the end that a stretch tells."""
    if stretch.part == LASTS and _is_range(when):
        return _first(when), _last(when)
    if stretch.part == LASTS:
        return (
            when._replace(relation="in") if when.word in _SINCE else None,
            when._replace(relation="in") if when.word in _UNTIL else None,
        )
    if when.relation != "in" or _is_range(when):
        return None, None
    return (when, None) if stretch.part == BEGINS else (None, when)


def _is_range(when: Date) -> bool:
    return when.ranged and when.relation == "in"


def _grain(when: Date) -> int:
    """Return how many slots each end of a range is vague by: it is told by the day or minute, by the month or by the year."""
    if when.clock:
        return 1
    return next((size for size in (YEAR, MONTH) if not when.low % size and not (when.high + 1) % size), 1)


def _first(when: Date) -> Date:
    return when._replace(high=when.low + _grain(when) - 1, relation="in", word="")


def _last(when: Date) -> Date:
    return when._replace(low=when.high - _grain(when) + 1, relation="in", word="")


def _relation(said: Statement, stretch: Stretch, bounds: _Bounds) -> Relation:
    when = stretch.when
    if when is None:
        return (
            _length(said, stretch.span, bounds)
            if stretch.part == LASTS or stretch.state == _SHUT
            else Relation.UNSTATED
        )
    if stretch.part != LASTS:
        return _compare(when, bounds.begin if stretch.part == BEGINS else bounds.end)
    if _is_range(when):
        return _both(_compare(_first(when), bounds.begin), _compare(_last(when), bounds.end))
    if when.word in _UNTIL:
        return _compare(when._replace(relation="in"), bounds.end)
    if when.word in _SINCE:
        return _compare(when._replace(relation="in"), bounds.begin)
    return _inside(when, bounds) if when.relation == "in" else Relation.UNSTATED


def _compare(said: Date, stated: Date | None) -> Relation:
    return periods.compare(said, stated) if stated else Relation.UNSTATED


def _both(one: Relation, other: Relation) -> Relation:
    if Relation.CONFLICTS in (one, other):
        return Relation.CONFLICTS
    return Relation.ENTAILS if one in RIGHT and other in RIGHT else Relation.UNSTATED


def _inside(when: Date, bounds: _Bounds) -> Relation:
    """Tell whether a state lasts at a time."""
    known = [each for each in (bounds.begin, bounds.end) if each]
    if any(each.yearless != when.yearless or each.clock != when.clock for each in known):
        return Relation.UNSTATED
    early = bounds.begin and when.high < bounds.begin.low
    if early and bounds.until_now:
        return Relation.UNSTATED  # what has been so since a date may have been so before
    if early or (bounds.end and when.low > bounds.end.high):
        return Relation.CONFLICTS
    inside = bounds.begin and bounds.end and bounds.begin.high <= when.low and when.high <= bounds.end.low
    return Relation.ENTAILS if inside else Relation.UNSTATED


def _length(said: Statement, span: int, bounds: _Bounds) -> Relation:
    """Compare how long a state is said to last with the time from its begin to its end."""
    value = said.units[span].value
    if not isinstance(value, measures.Quantity) or bounds.begin is None or bounds.end is None:
        return Relation.UNSTATED
    lengths = _lengths(bounds.begin, bounds.end)
    if lengths:
        return _told(value, lengths)
    whole = _whole_lengths(bounds.begin, bounds.end)
    relation = _told(value, whole)
    return Relation.UNSTATED if relation is Relation.CONFLICTS and _is_near(value, whole) else relation


def _told(value: measures.Quantity, lengths: Sequence[float]) -> Relation:
    """Compare how long a thing is said to last with what it may have lasted."""
    relations = {quantities.compare(value, measures.reckoned(value, length)) for length in lengths}
    if relations & set(RIGHT):
        return Relation.ENTAILS
    return Relation.CONFLICTS if relations == {Relation.CONFLICTS} else Relation.UNSTATED


def _lengths(begin: Date, end: Date) -> Sequence[float]:
    """Return the seconds from one day to another, with and without the last day."""
    if begin.clock and end.clock:
        return [(end.low - begin.low) * 60.0]
    if not (is_exact(begin) and is_exact(end)) or begin.yearless != end.yearless:
        return []
    first, last = (real_day(each.low, 2023 if each.yearless else None) for each in (begin, end))
    if first is None or last is None or last < first:
        return []
    return [_DAY * ((last - first).days + extra) for extra in (0, 1)]


def _whole_lengths(begin: Date, end: Date) -> Sequence[float]:
    """Return the seconds from one month or year to another: at least, at most, and by the calendar."""
    if end.low < begin.low or begin.yearless != end.yearless or begin.clock or end.clock:
        return []
    exact = max(begin.high - begin.low, end.high - end.low) < MONTH
    size = MONTH if exact else YEAR
    slots = (end.low - begin.high, end.high - begin.low, (end.low // size - begin.low // size) * size)
    return [_MONTH * each / MONTH for each in slots]


def _is_near(value: measures.Quantity, lengths: Sequence[float]) -> bool:
    """Tell whether a span is less than a unit off: two years and eight months may be told as two years, or as three."""
    size = min(measures.size_of_unit(value), _MONTH * YEAR / MONTH)
    return any(abs(value.low - length) < _NEAR * size for length in lengths)


def _within_the_opposite(said: Statement, stated: Statement, chosen: Chosen) -> Iterator[Outcome]:
    """Yield the clash of "was open on the tenth" with "was closed from the first to the fifteenth"."""
    for stretch in said.stretches:
        state = OPPOSITE.get(stretch.state)
        if state is None or stretch.part != LASTS or stretch.when is None or stretch.when.relation != "in":
            continue
        bounds = _bounds(stated, state, _held(stretch, chosen))
        if bounds and (_inside(stretch.when, bounds) is Relation.ENTAILS or _goes_on(said, stretch, bounds)):
            yield Outcome(Relation.CONFLICTS, (stretch.word,), stretch.told_by, bounds.source)
