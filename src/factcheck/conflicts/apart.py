"""Opposites that are told of different things or times, so that both may be so: what began has ended, what one has another lacks."""

from __future__ import annotations

from factcheck.alignment import Level
from factcheck.conflicts.places import Chosen
from factcheck.statement import Frame, Statement, Unit

_BEGINNING = frozenset(("begin", "start", "commence"))
_ENDING = frozenset(("end", "finish", "conclude", "cease", "stop"))
_SPANS = ("year", "month", "week", "season", "quarter", "summer", "winter", "spring", "autumn", "night", "day")


def are_apart(said: Statement, stated: Statement, chosen: Chosen, number: int, partner: int) -> bool:
    """Tell whether a word and its opposite in the wording are of different things, or of different times."""
    unit, other = said.units[number], stated.units[partner]
    return (
        _is_told_too(stated, unit)
        or _act_on_different_things(said, stated, chosen, unit, other)
        or _begins_and_ends(said, stated, chosen, unit, other)
        or (_is_a_span(unit) and _is_ahead(said, unit) and not _is_ahead(stated, other))
    )


def _is_told_too(stated: Statement, unit: Unit) -> bool:
    """Tell whether the wording has the word as well as its opposite, as a noun where it is an adjective: "the first …, the last"."""
    return any(other.lemma == unit.lemma and other.pos != unit.pos for other in stated.units)


def _act_on_different_things(said: Statement, stated: Statement, chosen: Chosen, unit: Unit, other: Unit) -> bool:
    """Tell whether two verbs act on things that have nothing to do with each other: "take on debt", "leave the tax"."""
    if unit.role != "v" or other.role != "v":
        return False
    ours, theirs = said.frames[unit.clause], stated.frames[other.clause]
    own, far = _acted_on(said, ours), _acted_on(stated, theirs)
    return bool(own) and bool(far) and all(chosen[number] is None for number in own) and ours.passive == theirs.passive


def _acted_on(statement: Statement, frame: Frame) -> list[int]:
    things = ((number, statement.units[number]) for number in frame.object)
    return [n for n, unit in things if unit.kind == "word" and unit.pos == "n" and unit.weight >= 1 and n > frame.verb]


def _begins_and_ends(said: Statement, stated: Statement, chosen: Chosen, unit: Unit, other: Unit) -> bool:
    """Tell whether one verb says that something began and the other, of another time or of none, that it is over."""
    heads = {unit.lemma.split()[0], other.lemma.split()[0]}
    if not (heads & _BEGINNING and heads & _ENDING):
        return False
    dates = [number for number, each in enumerate(said.units) if each.kind == "date" and each.clause == unit.clause]
    return not any((match := chosen[number]) and match.level is Level.SAME for number in dates)


def _is_a_span(unit: Unit) -> bool:
    return unit.lemma.split()[-1] in _SPANS


def _is_ahead(statement: Statement, unit: Unit) -> bool:
    frame = statement.frames[unit.clause]
    return frame.modal == "will" and not frame.past
