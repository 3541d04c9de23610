"""Where a clash counts: two details in the same place of their sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.alignment import Level, Match
from factcheck.details import names, provenance
from factcheck.details.force import WITHHELD
from factcheck.draft import SEMILIGHT
from factcheck.statement import Statement, Unit

_HAS = re.compile(r"\b(?:has|have|had)\b", re.IGNORECASE)
Rows = Sequence[Sequence[Match]]


Chosen = Sequence[Match | None]


SWAP = 1.6  # a figure that equals one of the wording's but stands this much closer to another one is that other one, misquoted
SWAP_MARGIN = 0.2
STATES = ("denial", "opposite", "negation", "phase")  # kinds of clash between what is so and what is not, or no longer
TOLD = 0.5  # weight from which a denied word says something of its own


class Conflict(NamedTuple):
    """A detail of the sentence that cannot stand together with the wording; both are indexes of units."""

    kind: str
    said: int
    stated: int


def anchored(said: Statement, stated: Statement, chosen: Chosen, number: int, partner: int) -> bool:
    """Tell whether two units depend on the same verb or stand beside the same noun."""
    unit, other = said.units[number], stated.units[partner]
    verb, verb_stated = said.frames[unit.clause].verb, stated.frames[other.clause].verb
    match = chosen[verb] if verb >= 0 else None
    if _carries_another(said, chosen, number) or _is_withheld(said, stated, unit, other):
        return False
    if match and match.stated == verb_stated and said.units[verb].weight:
        return True
    if match and match.level >= Level.NEAR and said.units[verb].weight >= 1 and stated.units[match.stated].role == "v":
        return False  # the wording says it of another act
    if verb >= 0 and said.units[verb].weight > SEMILIGHT and match is None:
        return _beside(said, stated, chosen, number, partner)
    return _beside(said, stated, chosen, number, partner) or _shares_predicate(said, stated, chosen, number, partner)


def _is_withheld(said: Statement, stated: Statement, unit: Unit, other: Unit) -> bool:
    """Tell whether a sentence says what was not done, and the wording what was: "turned down an offer to join B", "joined A"."""
    return said.frames[unit.clause].force == WITHHELD != stated.frames[other.clause].force


def _carries_another(said: Statement, chosen: Chosen, number: int) -> bool:
    """Tell whether a name or date is of the noun that a light verb carries and that the wording lacks: "has an office in Rome"."""
    unit, frame = said.units[number], said.frames[said.units[number].clause]
    light = frame.verb >= 0 and said.units[frame.verb].weight < SEMILIGHT
    light = light or (frame.verb < 0 and _HAS.search(said.text, frame.start, unit.start) is not None)
    before = [at for at in frame.object if at < number and said.units[at].kind == "word" and said.units[at].pos == "n"]
    if not light or unit.role in ("s", "o") or not before or said.units[before[-1]].weight < SEMILIGHT:
        return False
    return chosen[before[-1]] is None


def _shares_predicate(said: Statement, stated: Statement, chosen: Chosen, number: int, partner: int) -> bool:
    """Tell whether a weighty word of the one clause, not a name or figure, has its match in the other clause."""
    clause, other = said.units[number].clause, stated.units[partner].clause
    subject = said.frames[clause].subject
    return any(
        (unit.clause == clause or index in subject)
        and index != number
        and unit.kind == "word"
        and unit.weight >= 1
        and (match := chosen[index])
        and stated.units[match.stated].clause == other
        for index, unit in enumerate(said.units)
    )


def _beside(said: Statement, stated: Statement, chosen: Chosen, number: int, partner: int) -> bool:
    """Tell whether the nearest weighty words around two units match each other."""
    for step in (-1, 1, -2, 2):
        near = number + step
        if 0 <= near < len(said.units) and said.units[near].kind in ("word", "name") and said.units[near].pos == "n":
            match = chosen[near]
            if (
                match
                and abs(match.stated - partner) <= 3
                and stated.units[match.stated].clause == stated.units[partner].clause
            ):
                return True
    return False


def in_place(said: Statement, stated: Statement, chosen: Chosen, number: int, partner: int) -> bool:
    """Tell whether two words fill the same place: verbs with a shared argument, modifiers of the same noun, nouns in one role."""
    unit, other = said.units[number], stated.units[partner]
    if unit.role == "v" or other.role == "v":
        frame, frame_stated = said.frames[unit.clause], stated.frames[other.clause]
        arguments = {match.stated for index in (*frame.subject, *frame.object) if (match := chosen[index])}
        near = {
            match.stated
            for index in (number - 1, number + 1, number + 2)
            if 0 <= index < len(chosen) and (match := chosen[index])
        }
        return bool(
            (arguments | near) & {*frame_stated.subject, *frame_stated.object, partner - 1, partner + 1, partner + 2}
        )
    for step in (1, -1, 2, -2):
        index = number + step
        if (
            0 <= index < len(chosen)
            and (match := chosen[index])
            and said.units[index].kind != "quantity"
            and said.units[index].clause == unit.clause
            and abs(match.stated - partner) <= 2
        ):
            return True
    return False


def describe_one(said: Statement, stated: Statement, chosen: Chosen, number: int, partner: int) -> bool:
    """Tell whether two places say of the same thing where it is or comes from: "a Danish laboratory", "a laboratory in Denmark"."""
    ours, theirs = provenance.described(said, number), provenance.described(stated, partner)
    match = chosen[ours] if ours >= 0 else None
    return match is not None and theirs >= 0 and match.stated == theirs


def in_another_respect(said: Statement, chosen: Chosen) -> bool:
    """Tell whether a sentence compares by something that the wording does not have: "more per soldier than Chad"."""
    return any(
        said.units[number].weight >= SEMILIGHT and ((match := chosen[number]) is None or match.level <= Level.SCENE)
        for each in said.comparatives
        if each.standard and each.degree >= 0
        for number in range(each.degree + 1, each.standard[0])
        if said.units[number].kind == "word" and said.units[number].role == "per"
    )


def acts(unit: Unit) -> bool:
    """Tell whether a unit names someone who can act."""
    return (
        isinstance(unit.value, names.Name)
        and not unit.value.adjective
        and unit.value.entity.kind not in ("other", "region", "sea")
    )


def described(statement: Statement, noun: int) -> frozenset[tuple[str, bool, bool]]:
    """Return what describes a noun, with its degree: the smaller navy."""
    return frozenset(
        (unit.lemma, unit.comparative, unit.superlative)
        for number, unit in enumerate(statement.units)
        if number != noun and statement.heads[number] == noun
    )
