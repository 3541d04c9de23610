"""Slots: what a thing is made of, comes from, was caused by or turned into; each holds one value.

"The tower is built of brick" gives the slot "material" of the tower the value "brick". What is only one ("the main crop is
barley") is a slot too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck import lemmas
from factcheck.tables import rows

if TYPE_CHECKING:
    from factcheck.statement import Frame, Unit

ONE = "one"
_MADE = ("built of ", "of ")  # phrases that say of what a thing is: "of silver"
_POSSIBLE = frozenset(("may", "might", "can", "could"))


class Slot(NamedTuple):
    """A value, as a unit, that what `bearers` tell has in a slot of a kind."""

    kind: str
    bearers: tuple[int, ...]
    value: int


@cache
def _table() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    """Return verb -> its slots, each with the places where the value may stand."""
    found: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {}
    for kind, verbs, *places in rows("slots"):
        for verb in verbs.split(", ") if places else ():
            found[verb] = (*found.get(verb, ()), (kind, frozenset(places[0].split(", "))))
    return found


@cache
def _only_ones() -> frozenset[str]:
    return frozenset(word for row in rows("slots") if row[0] == ONE for word in row[1].split(", "))


def find(text: str, units: Sequence[Unit], frames: Sequence[Frame], heads: Sequence[int]) -> tuple[Slot, ...]:
    """Return the slots of a sentence that it gives a value for."""
    found: list[Slot] = []
    for number, frame in enumerate(frames):
        if frame.modal in _POSSIBLE:
            continue
        own = [at for at, unit in enumerate(units) if unit.clause == number and heads[at] == at and unit.pos in "na"]
        found += _made(units, own, frame)
        beside = list(_beside_verb(text, units, own, frame)) if frame.verb >= 0 else []
        weighs = frame.verb >= 0 and units[frame.verb].weight
        found += beside if beside or weighs else _only_one(units, own, frame)
    return tuple(found)


def _made(units: Sequence[Unit], own: Sequence[int], frame: Frame) -> Iterator[Slot]:
    """Yield the material that a phrase tells: "of silver"."""
    for at in own:
        lemma = units[at].lemma
        opener = next((words for words in _MADE if lemma.startswith(words)), "")
        if opener and " " not in lemma[len(opener) :]:
            bearers = tuple(other for other in own if other < at and units[other].pos == "n")[-2:]
            yield Slot("material", bearers or frame.subject, at)


def _beside_verb(text: str, units: Sequence[Unit], own: Sequence[int], frame: Frame) -> Iterator[Slot]:
    verb = units[frame.verb]
    first, *rest = verb.lemma.split()
    known = _table().get(verb.lemma) or _table().get(lemmas.lemma(first, "v"), ())
    for kind, places in known:
        for at in own:
            unit = units[at]
            if unit.pos != "n" or not any(_stands(text, verb, unit, rest, place) for place in places):
                continue
            acted = frame.object if "s" in places or frame.object else frame.subject
            bearers = tuple(other for other in acted if other != at and units[other].pos == "n")
            if bearers:
                yield Slot(kind, bearers, at)


def _stands(text: str, verb: Unit, unit: Unit, rest: Sequence[str], place: str) -> bool:
    """Tell whether a unit stands at a place beside a verb; what "of" leads to has the role of an object."""
    if place == "s" or unit.role == place:
        return unit.role == place
    behind = unit.role == "o" and unit.start > verb.start
    return behind and (place in rest or (place == "of" and " of " in text[verb.start : unit.start]))


def _only_one(units: Sequence[Unit], own: Sequence[int], frame: Frame) -> Iterator[Slot]:
    """Yield what the only one of a kind is: "the main crop is barley", "barley is the main crop"."""
    subject = [at for at in frame.subject if units[at].role == "s"]
    for one, other in ((subject, list(frame.object)), (list(frame.object), subject)):
        values = [at for at in other if at in own and units[at].pos == "n" and units[at].weight]
        if len(values) == 1 and any(_is_only_one(units[at]) for at in one):
            bearers = tuple(at for at in one if units[at].pos == "n")
            yield Slot(ONE, bearers, values[0])
            return


def _is_only_one(unit: Unit) -> bool:
    ranked = unit.superlative or unit.scope in ("only", "first", "last")
    return unit.kind == "word" and (ranked or unit.lemma in _only_ones())
