"""Verbs that only carry a noun for an act: "voiced criticism of the plan" is said by "criticised the plan".

The noun says what is done; whoever does it, or has it done to him, must stand in that place in the wording as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cache
from typing import NamedTuple

from factcheck import words
from factcheck.alignment import Level, Match
from factcheck.findings import Relation
from factcheck.statement import Frame, Statement
from factcheck.tables import groups
from factcheck.wordclasses import closed_class

_REACH = 3  # units behind a carrier in which its noun stands
DOES, UNDERGOES, HAPPENS, HAS = "does", "undergoes", "happens", "has"
_EITHER = "either"
_BARE = frozenset(("s", "o"))
_ARTICLES = frozenset(("a", "an", "the"))
_NONE: Set[str] = frozenset()


class Carried(NamedTuple):
    """A carrier and the act of the wording that its noun names, as indexes of units, and what kinds of carrier it is."""

    noun: int  # of the sentence, -1 where a phrase has it inside
    act: int  # of the wording
    kinds: Set[str]


@cache
def _carriers() -> dict[str, frozenset[str]]:
    """Return the kinds of each carrier."""
    table: dict[str, frozenset[str]] = {}
    for kind, members in groups("carriers").items():
        for member in members:
            table[member] = table.get(member, frozenset()) | {kind}
    return table


@cache
def _first_words() -> frozenset[str]:
    """Return the first word of each carrier."""
    return frozenset(carrier.partition(" ")[0] for carrier in _carriers())


def find(said: Statement, stated: Statement, chosen: Sequence[Match | None]) -> dict[int, Match]:
    """Return, for each carrier without a partner, the act of the wording that its noun names."""
    found = {}
    for number, unit in enumerate(said.units):
        match = chosen[number]
        if unit.kind != "word" or not unit.weight or unit.lemma.partition(" ")[0] not in _first_words():
            continue
        if match is not None and match.level > Level.SYNSET:
            continue
        frame = said.frames[unit.clause]
        fitting = (
            each.act for each in carried(said, stated, chosen, number) if _fits(said, stated, chosen, frame, each)
        )
        act = next(fitting, -1)
        if act >= 0 and frame.denied == stated.frames[stated.units[act].clause].denied:
            found[number] = Match(act, Level.SYNONYM, Relation.AGREES)
    return found


def carried(said: Statement, stated: Statement, chosen: Sequence[Match | None], number: int) -> Iterator[Carried]:
    """Yield what a unit may carry: for each noun that it may have, what that matches."""
    unit = said.units[number]
    head, inside = split(unit.lemma)
    if inside:
        act, found = _kin(stated, inside), _carriers()[head] - {HAS}
        yield from (Carried(-1, act, found),) if act >= 0 and found else ()
    for noun, kinds in _nouns(said, number):
        match = chosen[noun]
        named = said.units[noun].pos == "n" and said.units[noun].kind == "word"
        if kinds and named and match is not None and match.level > Level.SYNSET:
            yield Carried(noun, match.stated, kinds)


def split(lemma: str) -> tuple[str, str]:
    """Return the carrier and the noun of a phrase that has both, "come in for criticism", "launch an attack on", else the word itself."""
    words_ = lemma.split(" ")
    for length in range(len(words_) - 1, 0, -1) if lemma not in _carriers() else ():
        head = " ".join(words_[:length])
        after = [word for word in words_[length:] if word not in _ARTICLES]
        if head in _carriers() and after and after[0] not in closed_class():
            return head, after[0]
    return lemma, ""


def _kin(stated: Statement, noun: str) -> int:
    """Return the verb of the wording that is kin to a noun, or -1."""
    verbs = (number for number, other in enumerate(stated.units) if other.role == "v" and other.weight)
    return next((number for number in verbs if words.are_kin(stated.units[number].lemma, noun)), -1)


def _nouns(said: Statement, number: int) -> Iterator[tuple[int, Set[str]]]:
    """Yield the nouns that a carrier may carry, with the kinds of carrier that it is before them."""
    unit, frame = said.units[number], said.frames[said.units[number].clause]
    own = _carriers().get(unit.lemma, _carriers().get(unit.lemma.rpartition(" ")[0], _NONE))  # "impose", "impose on"
    if frame.verb == number and frame.passive:
        yield from ((noun, own & {DOES}) for noun in frame.object)
        yield from ((noun, _carriers().get(f"{unit.lemma} by", _NONE) & {HAS}) for noun in frame.subject)
        return
    if frame.verb == number and HAPPENS in own:
        yield from ((noun, own & {HAPPENS}) for noun in frame.subject)
    for noun in range(number + 1, min(number + _REACH + 1, len(said.units))):
        role = said.units[noun].role
        key = unit.lemma if role in _BARE or unit.lemma.endswith(" " + role) else f"{unit.lemma} {role}"
        if said.units[noun].clause == unit.clause:
            yield noun, _carriers().get(key, _NONE) - {HAPPENS}


def _fits(said: Statement, stated: Statement, chosen: Sequence[Match | None], frame: Frame, each: Carried) -> bool:
    """Tell whether who does an act, or has it done to him, does so in the wording too."""
    other = act_of(stated, each)
    if other is None:
        return HAS in each.kinds and _there_is(said, stated, chosen, frame, each.act)
    ours = parties(said, chosen, frame.subject)
    if HAPPENS in each.kinds or frame.passive:
        return HAPPENS in each.kinds or ours <= set(other.subject)
    return bool(ours) and ours <= set(side(stated, other, each.kinds))


def act_of(stated: Statement, each: Carried) -> Frame | None:
    """Return the clause of the wording whose verb a carrier's noun names."""
    return next((other for other in stated.frames if other.verb == each.act), None)


def side(stated: Statement, other: Frame, kinds: Set[str]) -> tuple[int, ...]:
    """Return who stands in the wording where the subject of a carrier stands: who acts, or what is acted on."""
    return other.object if UNDERGOES in kinds or (_EITHER in kinds and acts_on(stated, other)) else other.subject


def acts_on(stated: Statement, other: Frame) -> bool:
    """Tell whether an act has an object that is no figure."""
    return any(stated.units[number].kind != "quantity" for number in other.object)


def parties(said: Statement, chosen: Sequence[Match | None], numbers: Sequence[int]) -> set[int]:
    """Return what the nouns of weight among some units match."""
    return {match.stated for number in numbers if (match := chosen[number]) and said.units[number].weight}


def _there_is(said: Statement, stated: Statement, chosen: Sequence[Match | None], frame: Frame, noun: int) -> bool:
    """Tell whether the wording says that there is a thing, or that somebody has it, where the subject is."""
    clause = stated.units[noun].clause
    other = stated.frames[clause]
    exists = other.verb < 0 and noun in other.object and all(each.kind != noun for each in stated.predications)
    ours = parties(said, chosen, frame.object if frame.passive else frame.subject)
    return exists and bool(ours) and all(stated.units[number].clause == clause for number in ours)
