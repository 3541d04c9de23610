"""The timeline of a sentence: when each act that it tells happened, as far as its dates and ties say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck import words
from factcheck.details import lifespans, ties
from factcheck.details.days import Date
from factcheck.details.shifts import moved
from factcheck.details.ties import Tie
from factcheck.draft import Draft
from factcheck.tables import kinds

_WHEN = frozenset(
    (
        "in",
        "on",
        "at",
        "during",
        "by",
        "before",
        "after",
        "since",
        "until",
        "from",
        "between",
        "throughout",
        "around",
        "about",
        "o",
        "s",
        "",
        "to",
    )
)
_NEAR = 7  # tokens after "born" in which its date begins
_STEPS = 3  # ties that may lead from a date to an act


class Event(NamedTuple):
    """The unit of an act, when it happened, and the unit that tells so; `reckoned` where it is told by a tie."""

    act: int
    when: Date
    told_by: int
    reckoned: bool = False


def find(draft: Draft, told: Sequence[int]) -> tuple[tuple[Event, ...], tuple[Tie, ...]]:
    """Return the acts of a sentence that are dated, and the ties between its acts, given what each of its clauses tells."""
    found = ties.find(draft, told)
    if not any(unit.kind == "date" for unit in draft.units):
        return (), tuple(found)
    events = {event.act: event for event in _dated(draft, told)}
    for _ in range(_STEPS if found else 0):
        for tie in found:
            for event in _reckoned(draft, tie, events):
                events.setdefault(event.act, event)
    return tuple(events.values()), tuple(found)


def _dated(draft: Draft, told: Sequence[int]) -> Iterator[Event]:
    """Yield the acts that have one date in their own clause; of a birth, the date next to it."""
    births = [*_births(draft), *_lives(draft)]
    yield from births
    named = [*_named_by_date(draft)]
    yield from named
    born = {event.told_by for event in (*births, *named)}
    for clause, act in enumerate(told):
        dates = [
            (number, unit.value)
            for number, unit in enumerate(draft.units)
            if unit.clause == clause and number not in born and isinstance(unit.value, Date) and unit.role in _WHEN
        ]
        days = [each for each in dates if not each[1].clock]
        dates = days if days else dates
        if act >= 0 and len(dates) == 1:
            yield Event(act, dates[0][1], dates[0][0])


def _named_by_date(draft: Draft) -> Iterator[Event]:
    """Yield what has its date behind "of", and so is of that time whenever the act of its clause was: "the treaty of 1998"."""
    for number, unit in enumerate(draft.units[1:], 1):
        noun = draft.units[number - 1]
        of = draft.tokens[unit.first - 1].norm == "of" and noun.last == unit.first - 1
        thing = noun.kind == "word" and noun.pos == "n" and noun.lemma not in kinds("times")
        if of and thing and isinstance(unit.value, Date):
            yield Event(number - 1, unit.value, number)


def _births(draft: Draft) -> Iterator[Event]:
    """Yield the births of "born in 1872 and published in 1901": the date after "born", with no other verb between."""
    for at, token in enumerate(draft.tokens):
        act = draft.owner.get(at, -1)
        if token.norm != "born" or act < 0:
            continue
        after = range(at + 1, min(at + _NEAR, len(draft.tokens)))
        date = next(
            (
                number
                for place in after
                if (number := draft.owner.get(place, -1)) >= 0 and draft.units[number].kind == "date"
            ),
            -1,
        )
        if date < 0 or set(draft.tags[at + 1 : draft.units[date].first]) & set("VXC;,."):
            continue
        value = draft.units[date].value
        if isinstance(value, Date):
            yield Event(act, value, date)


def _lives(draft: Draft) -> Iterator[Event]:
    """Yield the births and deaths that only brackets and a dash tell, see lifespans.py."""
    for number, unit in enumerate(draft.units[:-1]):
        value = draft.units[number + 1].value
        if unit.kind == "word" and isinstance(value, Date) and lifespans.is_sign(draft.tokens[unit.first]):
            yield Event(number, value, number + 1, True)


def _reckoned(draft: Draft, tie: Tie, events: dict[int, Event]) -> Iterator[Event]:
    if tie.shift is None:
        return
    act, other = _known(draft, tie.act, events), _known(draft, tie.other, events)
    if other and not act and (when := moved(other.when, tie.shift, tie.way)):
        yield Event(tie.act, when, tie.span if tie.span >= 0 else tie.act, True)
    if act and not other and not tie.shift.weekday and (when := moved(act.when, tie.shift, -tie.way)):
        yield Event(tie.other, when, tie.other, True)


def _known(draft: Draft, act: int, events: dict[int, Event]) -> Event | None:
    """Return the event of an act, or of one that the sentence tells of by another word of the family: "launch", "was launched"."""
    if act in events:
        return events[act]
    keys = _keys(draft, act)
    same = [event for event in events.values() if draft.units[event.act].pos != draft.units[act].pos]
    return next((event for event in same if not keys.isdisjoint(_keys(draft, event.act))), None)


def _keys(draft: Draft, act: int) -> frozenset[str]:
    unit = draft.units[act]
    sense = words.sense(unit.lemma, unit.pos)
    return sense.family | {sense.own}
