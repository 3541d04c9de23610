"""The figure that a difference is told against: "420, 30 more than the year before" tells of 390 as well.

Of whom or when the other figure is stands behind the difference: a date, "the year before", a name, a record, an average. A sentence that
speaks of these and not of what the difference is of tells the other figure, and has it right or wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck import words
from factcheck.alignment import Level, Match
from factcheck.conflicts.places import Conflict
from factcheck.details import periods
from factcheck.details.comparatives import BASELINES, measures
from factcheck.details.days import YEAR, Date
from factcheck.details.measures import Quantity, compare, reckoned, size_of_unit
from factcheck.draft import SEMILIGHT
from factcheck.findings import RIGHT, Relation
from factcheck.reckonings import NOTHING, Reckoning
from factcheck.statement import Statement, Unit

_WHOLE = 100.0
_STOP = re.compile(r"[,;:()]|\b(?:and|but|while|whereas|when|which|who)\b")
_THAN = re.compile(r"\s*than\b")
_ON = re.compile(r"\s*(?:on|from|over|compared (?:with|to)|against)\b")
_YEAR_BEFORE = re.compile(
    r"\b(?:(?:the|a) year (?:before|earlier|previously)|(?:the )?(?:previous|preceding|prior) year)\b", re.IGNORECASE
)
_BEFORE = re.compile(r"\b(?:before|earlier|previous|last|preceding|prior)\b", re.IGNORECASE)
_NEXT_TO = 2  # units from a difference within which its word of degree stands


class Other(NamedTuple):
    """What a wording tells of another figure by a difference: the units of the figure told, the difference and the standard."""

    figure: int
    difference: int
    standard: tuple[int, ...]
    value: Quantity
    slack: float  # by how much it may be more or less, where the difference is a rounded share
    own: Date | None  # when the figure told is of
    when: Date | None  # when the other is of


def judge(said: Statement, stated: Statement, chosen: Sequence[Match | None]) -> Reckoning:
    """Judge the figures of a sentence that are of what a wording only compares something with."""
    told_again = {match.stated for match in chosen if match and match.relation is Relation.AGREES}
    others = [each for each in _others(stated) if each.difference not in told_again]
    if not others:
        return NOTHING
    borne: dict[int, Match] = {}
    conflicts: list[Conflict] = []
    foreign: set[int] = set()
    for number, value in _levels(said):
        for each in others:
            if value.dimension != each.value.dimension or not _counts_the_same(said, stated, chosen, number, each):
                continue
            spoken = _spoken_of(said, stated, chosen, number, each)
            relation = _compare(value, each) if spoken is not None else Relation.UNSTATED
            told = {place: chosen[place] or _match(each.standard[0]) for place in spoken or ()}
            if relation in RIGHT:
                borne |= {number: _match(each.difference), **told}
            elif relation is Relation.CONFLICTS or (spoken is None and _is_more_than_told(said, stated, number, each)):
                conflicts.append(Conflict("quantity", number, each.figure))
                borne |= told
            if spoken is not None or _is_reckoned(said, chosen, number, each):
                foreign.add(number)
    conflicts = [conflict for conflict in conflicts if conflict.said not in borne]
    return Reckoning(borne, tuple(conflicts), foreign=frozenset(foreign - borne.keys()))


def _compare(value: Quantity, each: Other) -> Relation:
    """Compare a figure with the other one, within what the rounding of a share leaves open."""
    near = abs(value.low - each.value.low) <= each.slack
    return compare(value, each.value._replace(low=value.low, high=value.low) if near else each.value)


def _match(stated: int) -> Match:
    return Match(stated, Level.FAMILY, Relation.ENTAILS)


def is_only_compared(said: Statement, stated: Statement, chosen: Sequence[Match | None], number: int) -> bool:
    """Tell whether a date by which a figure is told is only that of what the wording compares another figure with."""
    match = chosen[number]
    if match is None or said.units[number].kind != "date" or said.comparatives:
        return False
    clause = said.units[number].clause
    counted = any(unit.kind == "quantity" and unit.clause == clause for unit in said.units)
    return counted and any(match.stated in each.standard for each in _others(stated))


def _levels(said: Statement) -> Iterator[tuple[int, Quantity]]:
    """Yield the figures of a sentence that say how much of a thing there is, not how much more; what is denied says neither."""
    compared = {each.differential for each in said.comparatives} | {
        n for each in said.comparatives for n in each.standard
    }
    for number, unit in enumerate(said.units):
        denied = unit.negated or said.frames[unit.clause].denied
        if isinstance(unit.value, Quantity) and not unit.value.change and number not in compared and not denied:
            yield number, unit.value


def _others(stated: Statement) -> Iterator[Other]:
    for number, unit in enumerate(stated.units):
        amount = unit.value
        if not isinstance(amount, Quantity) or not amount.change or stated.frames[unit.clause].denied:
            continue
        way, first = _way(stated, number)
        standard = tuple(_standard(stated, first)) if way else ()
        figure = _told(stated, number, amount) if way else -1
        if figure < 0:
            continue
        given = stated.units[figure].value
        assert isinstance(given, Quantity)
        level = _behind(given, amount, -1 if way == "up" else 1)
        own = _date_of(stated, figure, number)
        dates = [date for place in standard if isinstance(date := stated.units[place].value, Date)]
        when = dates[0] if dates else _year_before(stated, number, own)
        if level > 0 and standard:
            value = reckoned(given, level)._replace(comparator=given.comparator)
            slack = level * min(amount.place, 1.0) / (2 * _WHOLE) if amount.dimension == "share" else 0.0
            yield Other(figure, number, standard, value, slack, own, when)


def _way(stated: Statement, number: int) -> tuple[str, int]:
    """Return the way of a difference, and the unit at which what it is a difference from begins: "30 more than", "up 30 on"."""
    text, units = stated.text.lower(), stated.units
    before = units[number - 1].lemma if number else ""
    end = units[number].end
    if before in ("up", "down") and _ON.match(text[end:]):
        return before, number + 1
    for degree in range(number + 1, min(number + 1 + _NEXT_TO, len(units))):
        unit = units[degree]
        if _STOP.search(text[end : unit.start]):
            break
        way = words.way(unit.lemma)
        compares = _THAN.match(text[unit.end :]) or text[unit.start : unit.end] in ("above", "below", "under")
        if way and compares and unit.kind == "word":
            return _of_the_figure(unit, way, units[number]), degree + 1
    return "", -1


def _of_the_figure(degree: Unit, way: str, amount: Unit) -> str:
    """Return the way of the figure that a word of degree means: who is faster needs less time."""
    assert isinstance(amount.value, Quantity)
    return dict(measures(degree.lemma)).get(amount.value.dimension.split(":")[0], way)


def _standard(stated: Statement, first: int) -> Iterator[int]:
    """Yield the units from `first` on up to where something else is told."""
    for number in range(first, len(stated.units)):
        unit = stated.units[number]
        between = stated.text[stated.units[number - 1].end : unit.start].lower()
        if _STOP.search(between) or isinstance(unit.value, Quantity) or (unit.role == "v" and unit.weight):
            break
        yield number


def _told(stated: Statement, number: int, amount: Quantity) -> int:
    """Return the figure that a difference is told of, the last before it of its kind, or -1."""
    counted = stated.heads[number]
    for place in range(number - 1, -1, -1):
        value = stated.units[place].value
        if not isinstance(value, Quantity) or value.change or not _fits(value, amount):
            continue
        same = counted == number or stated.units[counted].lemma == stated.units[stated.heads[place]].lemma
        known = value.low == value.high and value.comparator in ("=", "about") and not value.vague
        return place if known and (same or value.dimension != "count" or stated.units[counted].comparative) else -1
    return -1


def _fits(value: Quantity, amount: Quantity) -> bool:
    """Tell whether an amount may be a difference between two figures of a kind: points between shares, a share of anything else."""
    if value.dimension == "share" or amount.dimension == "points":
        return value.dimension == "share" and amount.dimension == "points"
    return amount.dimension in (value.dimension, "share") or (
        amount.dimension == "count" and amount.scaled == value.scaled
    )


def _behind(given: Quantity, amount: Quantity, sign: int) -> float:
    """Return the figure behind a difference."""
    if amount.dimension == "share":
        return given.low / (1 - sign * amount.low / _WHOLE) if amount.low < _WHOLE or sign < 0 else 0.0
    unit = size_of_unit(given) if amount.dimension == "count" != given.dimension and not given.scaled else 1.0
    return given.low + sign * amount.low * unit


def _date_of(stated: Statement, figure: int, end: int) -> Date | None:
    """Return the only date told beside a figure, before the difference or in the clause of the figure."""
    clause = stated.units[figure].clause
    dates = [unit.value for unit in stated.units[:end] if isinstance(unit.value, Date) and unit.clause == clause]
    return dates[0] if len(dates) == 1 else None


def _year_before(stated: Statement, number: int, own: Date | None) -> Date | None:
    """Return the year before that of a date, where that is what a difference is from."""
    rest = stated.text[stated.units[number].end :]
    end = _STOP.search(rest)
    if own is None or own.yearless or own.clock or not _YEAR_BEFORE.search(rest[: end.start() if end else len(rest)]):
        return None
    year = own.low // YEAR
    return own._replace(low=(year - 1) * YEAR, high=year * YEAR - 1) if own.high // YEAR == year else None


def _spoken_of(
    said: Statement, stated: Statement, chosen: Sequence[Match | None], number: int, each: Other
) -> tuple[int, ...] | None:
    """Return the units by which a sentence speaks of what the other figure is of, dates or words, or None where it does not."""
    dates = _dates(said, number)
    right = [place for place in dates if _is_when(said.units[place].value, each.when, each.own)]
    if dates and (len(right) < len(dates)):
        return None
    taken = _taken(chosen)
    named = [place for place in each.standard if _names(stated.units[place])]
    if named and (named[-1] not in taken or _names_the_told(stated, taken, each)):
        return None
    words_ = [place for place, match in enumerate(chosen) if match and match.stated in each.standard]
    before = bool(_BEFORE.search(said.text)) and bool(words_)
    return (*right, *words_) if right or named or before else None


def _taken(chosen: Sequence[Match | None]) -> set[int]:
    return {match.stated for match in chosen if match and not match.opposite and match.level >= Level.NEAR}


def _dates(said: Statement, number: int) -> list[int]:
    """Return the dates of the clause of a figure."""
    clause = said.units[number].clause
    return [place for place, unit in enumerate(said.units) if isinstance(unit.value, Date) and unit.clause == clause]


def _is_when(said: object, when: Date | None, own: Date | None) -> bool:
    """Tell whether a date is that of the other figure and not that of the one that is told."""
    if not isinstance(said, Date) or when is None or periods.compare(said, when) not in RIGHT:
        return False
    return own is None or periods.compare(said, own) is Relation.CONFLICTS


def _names(unit: Unit) -> bool:
    """Tell whether a unit of a standard says of what the other figure is, not only when."""
    thing = unit.kind in ("word", "name") and unit.pos == "n" and unit.weight >= SEMILIGHT
    return (thing and BASELINES.isdisjoint(unit.lemma.split())) or unit.lemma == "average"


def _names_the_told(stated: Statement, taken: set[int], each: Other) -> bool:
    """Tell whether a sentence names what the told figure is of, too: line A, which carries 12,000 more than line B."""
    home = stated.units[each.figure].clause
    return any(
        unit.kind == "name" and unit.role in ("s", "o") and unit.clause == home and place not in each.standard
        for place in taken
        for unit in (stated.units[place],)
    )


def _counts_the_same(
    said: Statement, stated: Statement, chosen: Sequence[Match | None], number: int, each: Other
) -> bool:
    """Tell whether a figure counts what the told one counts, or one of them nothing."""
    head, counted = chosen[said.heads[number]], stated.heads[each.figure]
    counts = said.heads[number] != number and counted != each.figure
    return not counts or (head is not None and head.stated == counted)


def _is_more_than_told(said: Statement, stated: Statement, number: int, each: Other) -> bool:
    """Tell whether a figure is dated as the told one is, and is another."""
    value, given = said.units[number].value, stated.units[each.figure].value
    dates = [said.units[place].value for place in _dates(said, number)]
    if not isinstance(value, Quantity) or not isinstance(given, Quantity) or not dates or each.own is None:
        return False
    own = all(_is_when(date, each.own, each.when) for date in dates)
    return own and compare(value, given) is Relation.CONFLICTS


def _is_reckoned(said: Statement, chosen: Sequence[Match | None], number: int, each: Other) -> bool:
    """Tell whether a dated figure has been reckoned by a difference from what the sentence does not speak of."""
    match = chosen[number]
    reckoned_so = match is not None and match.stated == each.difference and match.relation is Relation.ENTAILS
    return reckoned_so and bool(_dates(said, number))
