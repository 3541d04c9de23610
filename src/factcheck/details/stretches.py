"""Stretches: when a state begins, that it lasts, when it ends: "opens at nine", "in force until 2019", "was over by June"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.details.days import WEEKDAYS, Date
from factcheck.details.measures import Quantity
from factcheck.details.timeline import Event
from factcheck.tables import rows

if TYPE_CHECKING:
    from factcheck.statement import Frame, Unit

BEGINS, LASTS, _ENDS = "begins", "lasts", "ends"
_GOING = "going"  # the state of an act that goes on
_COMPLEMENTS = ("V", "T")  # links of a clause that tells what begins: "began to build", "finished filming"
OPPOSITE = {"open": "shut", "shut": "open"}
_PREPOSITIONS = frozenset(("until", "till", "by", "from", "in", "on", "at", "since", "for", "to", "with"))
_LASTING = frozenset(("for", "o"))  # roles of how long a thing lasts


class Stretch(NamedTuple):
    """One end of a state, or that it lasts, as unit `word` tells it of `holders`.

    `when` with the unit `told_by` tells the time; `span` is the unit of how long it lasts, or -1.
    """

    word: int
    part: str
    state: str
    holders: tuple[int, ...]
    when: Date | None = None
    told_by: int = -1
    span: int = -1


@cache
def _table() -> Mapping[tuple[str, str], tuple[tuple[str, str], ...]]:
    found: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    for part, state, pos, words in rows("stretches"):
        for word in words.split(", "):
            found[word, pos] = (*found.get((word, pos), ()), (part, state))
    return found


def find(units: Sequence[Unit], frames: Sequence[Frame], events: Sequence[Event]) -> tuple[Stretch, ...]:
    """Return the stretches of a sentence that it says the time or the length of."""
    if not events and not any(_is_span(unit) for unit in units):
        return ()
    dated = {units[event.act].clause: event for event in events}
    found = []
    for number, unit in enumerate(units):
        parts = tuple(_parts(unit, frames[unit.clause])) if unit.kind == "word" else ()
        if not parts:
            continue
        act = _complement(frames, unit.clause) if {(BEGINS, _GOING), (_ENDS, _GOING)} & set(parts) else -1
        event = dated.get(unit.clause) or (dated.get(unit.clause + 1) if act >= 0 else None)
        span = _span(units, unit.clause)
        if event is None and span < 0:
            continue
        when, told_by = (event.when, event.told_by) if event else (None, -1)
        holders = (act,) if act >= 0 else _holders(units, frames, unit.clause, number)
        found += [Stretch(number, part, state, holders, when, told_by, span) for part, state in parts]
    return (*found, *_of_acts(units, frames, events, {each.told_by for each in found}))


def _complement(frames: Sequence[Frame], clause: int) -> int:
    """Return the verb of what begins or ends: "build" of "began to build"."""
    after = frames[clause + 1] if clause + 1 < len(frames) else None
    return after.verb if after is not None and after.link in _COMPLEMENTS else -1


def _of_acts(
    units: Sequence[Unit], frames: Sequence[Frame], events: Sequence[Event], told: Set[int]
) -> Iterator[Stretch]:
    """Yield the acts that are told to go on from one time to another: "was built from 1990 to 1994"."""
    for event in events:
        unit = units[event.act]
        ranged = event.when.ranged and event.when.relation == "in" and event.told_by not in told
        if ranged and unit.role == "v" and not frames[unit.clause].denied:
            yield Stretch(event.act, LASTS, _GOING, (event.act,), event.when, event.told_by)


def _parts(unit: Unit, frame: Frame) -> Iterator[tuple[str, str]]:
    """Yield what a word tells of which states."""
    if frame.denied:
        return
    head, _, last = unit.lemma.rpartition(" ")
    forms = (unit.lemma, head) if last in _PREPOSITIONS else (unit.lemma,)
    is_verb = unit.pos == "v" or unit.role == "v"
    kinds = ("v", "p") if is_verb and frame.passive else ("v",) if is_verb else ("a",)
    for form in forms:
        for kind in kinds:
            yield from _table().get((form, kind), ())


def _span(units: Sequence[Unit], clause: int) -> int:
    return next(
        (number for number, unit in enumerate(units) if unit.clause == clause and _is_span(unit)),
        -1,
    )


def _is_span(unit: Unit) -> bool:
    """Tell whether a unit tells how long a thing lasts."""
    value = unit.value
    return isinstance(value, Quantity) and value.dimension == "time" and not value.change and unit.role in _LASTING


def _holders(units: Sequence[Unit], frames: Sequence[Frame], clause: int, word: int) -> tuple[int, ...]:
    """Return what is in the state: what the verb acts on, else its subject, else that of the clause before."""
    while clause >= 0:
        frame = frames[clause]
        for own in (frame.object, frame.subject):
            found = tuple(
                number
                for number in own
                if number != word
                and units[number].kind in ("word", "name")
                and units[number].pos == "n"
                and units[number].lemma not in WEEKDAYS
            )
            if found:
                return found
        clause -= 1
    return ()
