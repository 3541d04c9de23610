"""Compare a sentence with one wording of a claim, detail by detail."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from factcheck import (
    alignment,
    anaphora,
    carrying,
    causation,
    chronology,
    conflicts,
    constructions,
    matching,
    mentions,
    reckoning,
    unrivalled,
    words,
)
from factcheck.alignment import Index, Level, Match
from factcheck.chronology import Chronology
from factcheck.conflicts import Chosen, Conflict, Rows, ballots
from factcheck.conflicts.places import STATES
from factcheck.details import order, prepositions
from factcheck.details.complements import are_complementary
from factcheck.details.names import Name
from factcheck.findings import Relation
from factcheck.reckonings import Reckoning
from factcheck.statement import Statement, Unit
from factcheck.traits import UNNAMED

_NEAR = 0.45  # share of a sentence's weight below which a wording that is not among the nearest has too little of it
_ABOUT = 0.25  # share of a sentence's weight below which a wording is of something else
_PLACES = ("to", "in", "from", "at", "into", "near")  # roles of a place that is no one's own
_ACTING = ("s", "with", "between", "by", "than", "among", "of")  # roles of a capital that stands for its government
_SCENE = (
    "s",
    "o",
    "",
    "in",
    "at",
    "on",
    "of",
    "for",
    "as",
    "under",
    "during",
    "within",
)  # roles of what goes without saying
_TOWNS = frozenset(("city", "town", "capital", "venue", "place", "site", "setting", "scene", "seat"))
_WRONG_PLACE = 0.2  # a verb or a comparison must be said, not only be of the scene
_UNDATED = ("status", "scope")  # kinds of clash that an agreeing date does not settle
_AGENTIVE = ("er", "or", "ist", "ian")  # endings of nouns for who does it
_OTHER_DEGREE = 0.2  # "larger" and "largest" share a measure, not a statement


class _Compared(NamedTuple):
    said: Statement
    stated: Statement
    matches: tuple[Match | None, ...]
    cover: tuple[float, ...]
    conflicts: tuple[Conflict, ...]
    reckoned: frozenset[int] = frozenset()  # units that the figures and times of the wording bear out
    causes: causation.Causation = causation.Causation()  # what both say to be the cause of what


class Comparison(_Compared):
    """One match or None for each unit of the sentence, the conflicts, and for each unit the share of its weight covered."""

    @cached_property
    def remembered(self) -> dict[Hashable, Any]:
        """Return what was found of the comparison, see once.py."""
        return {}


class _Judged(NamedTuple):
    """What clashes with a wording, and the units that its figures and times bear out or settle."""

    borne: dict[int, Match]
    settled: frozenset[int]
    clashes: tuple[Conflict, ...]
    causes: causation.Causation = causation.Causation()


def compare(said: Statement, found: Index, topic: frozenset[str] = frozenset()) -> Comparison:
    """Compare a sentence with the wording that `found` indexes; what is in `topic` goes without saying."""
    return _compared(said, found.statement, _aligned(said, found), topic)


def compare_if_near(said: Statement, found: Index, topic: frozenset[str] = frozenset()) -> Comparison | None:
    """Compare a sentence with a wording, or return None where that has nothing to say of most of the sentence."""
    rows = _aligned(said, found)
    return _compared(said, found.statement, rows, topic) if _answers(said, rows, topic) else None


def _aligned(said: Statement, found: Index) -> list[list[Match]]:
    rows = alignment.align(said, found)
    stated = found.statement
    if stated.stand_ins or stated.aliases or UNNAMED in stated.traits:
        anaphora.align(said, stated, rows)
    return rows


def _answers(said: Statement, rows: Rows, topic: frozenset[str]) -> bool:
    """Tell whether a wording has words, names or figures for enough of a sentence, whether they agree or clash."""
    shared = total = 0.0
    for unit, row in zip(said.units, rows, strict=True):
        total += unit.weight
        shared += unit.weight if row or unit.lemma in topic else 0.0
    return shared >= _NEAR * total


def _compared(said: Statement, stated: Statement, rows: list[list[Match]], topic: frozenset[str]) -> Comparison:
    chosen = matching.choose(said, stated, rows)
    turned = conflicts.settle(said, stated, chosen)
    about = _is_about(said, chosen, topic)
    judged = _judged(said, stated, rows, chosen, turned) if about else _Judged({}, frozenset(), ())
    for number, match in carrying.find(said, stated, chosen).items() if about else ():
        chosen[number] = match
    cover = _covers(said, stated, chosen, judged, topic)
    return Comparison(said, stated, tuple(chosen), cover, judged.clashes, frozenset(judged.borne), judged.causes)


def _judged(
    said: Statement, stated: Statement, rows: Rows, chosen: list[Match | None], turned: Sequence[Conflict]
) -> _Judged:
    """Find what clashes; what figures and times bear out is matched with them, what is of another time with nothing."""
    reckoned = reckoning.reckon(said, stated, chosen)
    times = chronology.judge(said, stated, chosen)
    counted = ballots.agreed(said, stated)
    borne = reckoned.borne | times.borne | counted
    for number in (times.foreign | reckoned.foreign) - borne.keys():
        chosen[number] = None
    for number, match in borne.items():
        own = chosen[number]
        derived = own is not None and said.units[number].kind == "quantity" and own.relation is not Relation.AGREES
        chosen[number] = match if own is None or derived else own
    found = (*conflicts.find(said, stated, rows, chosen), *turned)
    clashes = [conflict for conflict in found if _stands(conflict, reckoned, times)]
    clashes += [conflict for conflict in reckoned.conflicts if conflict.said not in reckoned.borne]
    clashes += [conflict for conflict in times.conflicts if conflict.said not in reckoned.borne]
    clashes = [conflict for conflict in clashes if not unrivalled.is_of_others(said, conflict.kind)]
    clashes = [conflict for conflict in clashes if conflict.said not in counted]
    causes = causation.judge(said, stated, chosen)
    clashes = [conflict for conflict in clashes if not causation.spent(conflict, causes)] + [*causes.conflicts]
    for number, way in order.turned(said.links, stated.links, chosen).items():
        chosen[number] = chosen[number] or Match(way, Level.SYNONYM, Relation.AGREES)
        clashes = [conflict for conflict in clashes if conflict.said != number]
    return _Judged(borne, reckoned.settled | times.settled | causes.told, tuple(clashes), causes)


def _stands(conflict: Conflict, reckoned: Reckoning, times: Chronology) -> bool:
    """Tell whether a clash stands for all that figures and times say of its unit."""
    if conflict.said in reckoned.foreign or conflict.said in reckoned.judged:
        return False
    if conflict.kind in _UNDATED and conflict.said not in reckoned.borne:
        return True
    told = conflict.said in reckoned.borne or conflict.said in times.borne or conflict.said in times.judged
    return not told and not (conflict.said in times.spared and conflict.kind in STATES)


def _covers(
    said: Statement, stated: Statement, chosen: Chosen, judged: _Judged, topic: frozenset[str]
) -> tuple[float, ...]:
    """Return for each unit the share of its weight that the wording covers."""
    clashing = {conflict.said for conflict in judged.clashes}
    told = judged.borne.keys() | judged.settled | (constructions.needless(said, stated, chosen) - clashing)
    cover = [
        1.0 if number in told else _share(said, stated, chosen, number, number in clashing, topic)
        for number in range(len(said.units))
    ]
    again = set(mentions.others(said, chosen, cover))
    return tuple(0.0 if number in again else share for number, share in enumerate(cover))


def _share(
    said: Statement, stated: Statement, chosen: Chosen, number: int, clashes: bool, topic: frozenset[str]
) -> float:
    match = chosen[number]
    if match and said.units[number].kind == "name":
        if not clashes and _is_provenance(said, stated, chosen, number, match):
            return 1.0
        if _is_a_town(said, number, stated, stated.units[match.stated]):
            return 0.0
    return _cover(said, number, match, clashes, topic, stated)


def _is_provenance(said: Statement, stated: Statement, chosen: Chosen, number: int, match: Match) -> bool:
    """Tell whether both sides say of one thing where it is or comes from, each in its way: "Swiss", "in Switzerland"."""
    unit = said.units[number]
    differ = unit.kind == "name" and _is_adjective(unit) != _is_adjective(stated.units[match.stated])
    same = differ and match.level is Level.SAME and match.relation is Relation.AGREES
    return same and conflicts.describe_one(said, stated, chosen, number, match.stated)


def _is_a_town(said: Statement, number: int, stated: Statement, partner: Unit) -> bool:
    """Tell whether a capital is spoken of as a town, and not in the wording: "Tunis was the city where …", "Tunis agreed"."""
    value = said.units[number].value
    if not isinstance(value, Name) or not value.entity.capital or not _among_towns(said, said.units[number]):
        return False
    return value.entity.id != partner.lemma or (partner.role not in _PLACES and not _among_towns(stated, partner))


def _among_towns(statement: Statement, unit: Unit) -> bool:
    """Tell whether a clause that has a name for its subject or says what it is speaks of a town."""
    frame = statement.frames[unit.clause]
    return any(statement.units[other].lemma in _TOWNS for other in (*frame.subject, *frame.object))


def _is_about(said: Statement, chosen: Chosen, topic: frozenset[str]) -> bool:
    """Tell whether a wording has enough of a sentence for a clash between them to mean anything."""
    shared = total = 0.0
    for unit, match in zip(said.units, chosen, strict=True):
        total += unit.weight
        shared += unit.weight if match is not None or unit.lemma in topic else 0.0
    return shared >= _ABOUT * total


def _cover(
    said: Statement, number: int, match: Match | None, clashes: bool, topic: frozenset[str], stated: Statement
) -> float:
    unit = said.units[number]
    if clashes:
        return 0.0
    if match is None:
        return 1.0 if unit.lemma in topic and not unit.focus and unit.role in _SCENE else 0.0
    partner = stated.units[match.stated]
    if match.cancelled and not are_complementary(unit.lemma, partner.lemma):
        return _WRONG_PLACE  # what did not fall need not have risen
    if unit.role == "v" and words.way(unit.lemma) and not _compares(said) and _is_set_beside(stated, match.stated):
        return 0.0  # what grew less than another did not fall
    if unit.denial and not partner.denial and match.level < Level.SYNONYM:
        return 0.0  # "end" as an act of ending is no "goal"
    if unit.kind == "word" and unit.superlative != partner.superlative and (unit.comparative or unit.superlative):
        return _OTHER_DEGREE
    if unit.superlative and any(several := _several(stated, match.stated)) and several != _several(said, number):
        return _OTHER_DEGREE  # to be among the ten warmest is not to be the warmest
    if unit.kind == "name" and _is_another_role(said, number, match, stated):
        return 0.0
    if unit.pos == partner.pos == "n" and prepositions.are_contrary(unit.role, partner.role):
        return 0.0  # to a place is not from it
    if match.level is Level.FAMILY and unit.pos == partner.pos == "n" and _acts(unit) != _acts(partner):
        return alignment.covers(Level.SCENE)  # a lawyer is not the law
    if match.level is Level.SCENE and unit.role == "o" and said.frames[unit.clause].verb < 0 and unit.pos == "n":
        return _WRONG_PLACE  # what a thing is said to be
    if match.level is Level.SCENE and (unit.role == "v" or unit.comparative or unit.superlative):
        return _WRONG_PLACE
    return alignment.covers(match.level)


def _compares(said: Statement) -> bool:
    return any(each.standard for each in said.comparatives)


def _is_another_role(said: Statement, number: int, match: Match, stated: Statement) -> bool:
    """Tell whether a name is not in the wording what it is in the sentence: a place, who comes from there, what is compared with."""
    unit, partner = said.units[number], stated.units[match.stated]
    placed = unit.role in ("in", "at")
    if placed and unit.lemma[0] == "p" and (partner.role in _ACTING or _is_a_party(unit, stated, match.stated)):
        return True  # a capital that acts is not a place where something happens
    if _is_adjective(unit) and not _is_adjective(partner) and partner.role in _PLACES:
        return True  # who went to Algeria is no Algerian
    if _is_adjective(unit) and said.heads[number] == number and match.relation is Relation.ENTAILS:
        return True  # what lies in Algeria does not make anybody one
    if {unit.role, partner.role} in ({"in", "from"}, {"at", "from"}):
        return True  # being at a place is not coming from it
    if (unit.role == "than") != (partner.role == "than"):
        return True  # what a thing is compared with is not the thing
    return placed and _is_adjective(partner) and not _is_adjective(unit)  # a Dutch style is no place in the Netherlands


def _is_a_party(unit: Unit, stated: Statement, number: int) -> bool:
    """Tell whether a capital stands beside another place as one government beside another: "signatories: Algiers and Tunis"."""
    if not isinstance(unit.value, Name) or not unit.value.entity.capital or stated.units[number].role in _PLACES:
        return False
    beside = [stated.units[at] for at in (number - 1, number + 1) if 0 <= at < len(stated.units)]
    return any(
        isinstance(other.value, Name)
        and other.role == stated.units[number].role
        and other.value.entity.id
        not in (unit.value.entity.id, unit.value.entity.country)  # "the capital of Tunisia, Tunis"
        for other in beside
    )


def _is_set_beside(stated: Statement, number: int) -> bool:
    """Tell whether a word of degree compares a thing with another, not with what it was: "less than inflation"."""
    return any(each.degree == number and each.standard and not each.earlier for each in stated.comparatives)


def _acts(unit: Unit) -> bool:
    """Tell whether a noun is one for somebody who does something, by its ending."""
    return unit.lemma.endswith(_AGENTIVE)


def _several(statement: Statement, number: int) -> tuple[bool, bool]:
    """Return whether a superlative is of many, "the ten warmest", and whether of one among others."""
    return _counted(statement.units, number), _is_partitive(statement, number)


def _is_partitive(stated: Statement, number: int) -> bool:
    """Tell whether a superlative is of one among others: "one of the largest rooms"."""
    return not {"some", "one"}.isdisjoint((stated.units[number].scope, stated.units[stated.heads[number]].scope))


def _is_adjective(unit: Unit) -> bool:
    return isinstance(unit.value, Name) and unit.value.adjective


def _counted(units: Sequence[Unit], number: int) -> bool:
    """Tell whether a number stands before a superlative: "the ten warmest"."""
    return number > 0 and units[number - 1].kind == "quantity" and units[number - 1].role == units[number].role


__all__ = ["Chosen", "Comparison", "Conflict", "compare", "compare_if_near"]
