"""Align the units of a sentence with those of a wording: same, synonymous, less exact, or opposite.

Natural-logic alignment (MacCartney and Manning 2007): what finds no partner is unstated, opposites contradict.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache
from typing import Any, NamedTuple

from factcheck import bounds, derivations, lemmas, words
from factcheck.details import converses, currencies, dates, identity, names, nametable, quantities
from factcheck.findings import Relation
from factcheck.statement import Statement, Unit
from factcheck.tables import groups

_LOCATIVE = frozenset(("in", "at", "from", "near", "inside", "outside", "around", "to", "into"))


class Level(IntEnum):
    """How well two units match, from worst to best."""

    NONE = 0
    SCENE = 1  # both come up in telling the same fact
    HYPERNYM = 2  # WordNet: the sentence is more general
    SYNSET = 3  # WordNet: a shared sense
    PART = 4  # part of a name or phrase
    NEAR = 5  # curated: read as the same where all else agrees
    FAMILY = 6  # derived from one another, or synonyms of such
    ENTAILED = 7  # curated: the wording is more specific
    SYNONYM = 8
    SAME = 9


_PARTIES = frozenset(("s", "o"))
_NONE: Set[int] = frozenset()
_ONE_WAY = (Level.ENTAILED, Level.HYPERNYM)  # the one word says more than the other
_WAYS = ("more", "less", "up", "down")
_DOUBTFUL = Level.ENTAILED  # up to here a word that is also an opposite is one
WEAK = {
    Level.SCENE: 0.5,
    Level.HYPERNYM: 0.6,
    Level.SYNSET: 0.7,
    Level.PART: 0.9,
}  # share of a unit's weight that a weak match covers


class Match(NamedTuple):
    """One unit of the wording that a unit of the sentence matches, or contradicts (`opposite`)."""

    stated: int
    level: Level
    relation: Relation
    opposite: bool = False
    cancelled: bool = False  # an opposite under a negation on one side


@dataclass(frozen=True, slots=True)
class Index:
    """A wording's units by their keys, built once."""

    statement: Statement
    own: dict[str, list[int]] = field(default_factory=dict)
    sides: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    parts: dict[str, list[int]] = field(default_factory=dict)
    details: dict[str, list[int]] = field(default_factory=dict)


def _put(table: dict[str, list[Any]], key: str, value: Any) -> None:
    if key in table:
        table[key].append(value)
    else:
        table[key] = [value]


def index(statement: Statement, only: Iterable[int] | None = None) -> Index:
    """Return the index of a statement's units."""
    found = Index(statement)
    for number in only if only is not None else range(len(statement.units)):
        unit = statement.units[number]
        if unit.kind == "word":
            _index_word(found, number, unit)
        else:
            _put(found.details, unit.kind, number)
        for part in unit.parts:
            _put(found.parts, part, number)
            _put(found.own, "p" + part, number)
    return found


def _index_word(found: Index, number: int, unit: Unit) -> None:
    keys, sides = _index_keys(unit.lemma, unit.pos)
    for key in keys:
        _put(found.own, key, number)
    participle = _participle(found.statement, unit)
    for set_, member in sides if not participle else dict.fromkeys((*sides, *_index_keys(participle, "a")[1])):
        _put(found.sides, set_, (number, member))


def _participle(statement: Statement, unit: Unit) -> str:
    """Return the form of a verb that says in the passive how a thing is: "is closed"; else ""."""
    form = statement.text[unit.start : unit.end].lower()
    passive = unit.role == "v" and statement.frames[unit.clause].passive and statement.frames[unit.clause].verb >= 0
    return form if passive and form != unit.lemma and " " not in form else ""


@lru_cache(maxsize=50_000)
def _index_keys(lemma: str, pos: str) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Return the keys under which a word of a wording is found, and the sides that it is on as (set, member)."""
    sense = words.sense(lemma, pos)
    keys = [sense.own, *sense.rows, *sense.synsets, *sense.near, *sense.scenes]
    keys += ["f" + key for key in sense.family] + ["F" + key for key in sense.family_rows]
    keys += ["g" + key for key in sense.up] + ["gh" + key for key in sense.hypernyms]
    sides = (key.partition(":") for key in sense.sides)
    return tuple(dict.fromkeys(keys)), tuple((set_, member) for set_, _, member in sides)


@lru_cache(maxsize=50_000)
def _probes(lemma: str, pos: str) -> dict[str, Level]:
    """Return the keys under which a wording's index may hold a partner of a word, from the weakest level to the best."""
    sense = words.sense(lemma, pos)
    found = [(key, Level.SCENE) for key in sense.scenes]
    found += [("gh" + key, Level.HYPERNYM) for key in sense.synsets]
    found += [(key, Level.SYNSET) for key in sense.synsets]
    found.append(("p" + lemma, Level.PART))
    found += [(prefix + key, Level.NEAR) for key in sense.near for prefix in ("g", "")]
    found.append(("f" + sense.own, Level.FAMILY))
    found += [(key if key[0] == "=" else "f" + key, Level.FAMILY) for key in sense.family]
    found += [(key, Level.FAMILY) for key in sense.family_rows]
    found += [("F" + key, Level.FAMILY) for key in sense.rows]
    found += [("g" + key, Level.ENTAILED) for key in (*sense.rows, sense.own)]
    found += [(key, Level.SYNONYM) for key in sense.rows]
    found.append((sense.own, Level.SAME))
    return dict(found)


def is_answered(unit: Unit, found: Index) -> bool:
    """Tell whether a word has a match or an opposite in a wording, or a converse there may stand for it."""
    return not (
        found.own.keys().isdisjoint(_probes(unit.lemma, unit.pos))
        and found.sides.keys().isdisjoint(_against(unit.lemma, unit.pos))
        and not converses.has_converse(unit.lemma)
    )


def answered(unit: Unit, found: Index) -> float:
    """Return the share of its weight that a word's best match in a wording can cover, 0 to 1."""
    levels = _levels(unit, found).values()
    return covers(max(levels)) if levels else 0.0


def _levels(unit: Unit, found: Index) -> dict[int, Level]:
    """Return the units of the wording that mean the same as a word, with the level of each."""
    probes, own = _probes(unit.lemma, unit.pos), found.own
    hits: dict[int, Level] = {}
    if own.keys().isdisjoint(probes):
        return hits
    for key in own.keys() & probes.keys():
        level = probes[key]
        for number in own[key]:
            if hits.get(number, 0) < level:
                hits[number] = level
    return hits


def _opposites(unit: Unit, found: Index) -> Set[int]:
    """Return the units of the wording that a word contradicts."""
    against = _against(unit.lemma, unit.pos)
    if not against or found.sides.keys().isdisjoint(against):
        return _NONE
    hits: set[int] = set()
    for key in found.sides.keys() & against.keys():
        member = against[key]
        hits.update(number for number, other in found.sides[key] if not member or other != member)
    return hits


@lru_cache(maxsize=50_000)
def _against(lemma: str, pos: str) -> dict[str, str]:
    """Return the sides that contradict a word, and for a set of which one member can hold the member that it is."""
    found: dict[str, str] = {}
    for key in sorted(words.sense(lemma, pos).contraries):
        set_, _, member = key.partition("!") if key[0] == "x" else (key, "", "")
        found[set_] = member
    return found


def align(said: Statement, found: Index) -> list[list[Match]]:
    """Return, for each unit of the sentence, its matches in the wording, best first (details: every comparable one)."""
    rows = []
    for number, unit in enumerate(said.units):
        if unit.kind == "word":
            rows.append(_align_word(unit, found, said))
        elif unit.kind == "name":
            rows.append(_align_name(unit, found))
        else:
            rows.append(_align_value(number, found, said))
    return rows


def _align_word(unit: Unit, found: Index, said: Statement) -> list[Match]:
    levels, opposites = _levels(unit, found), _opposites(unit, found)
    own, stated = (unit.lemma, unit.pos), found.statement.units
    opposites = {at for at in opposites if not words.are_near(own, (stated[at].lemma, stated[at].pos))}
    if participle := _participle(said, unit):
        opposites = opposites | _opposites(unit._replace(lemma=participle, pos="a"), found)
    if not levels and not opposites and not unit.parts:
        return []
    matches = [
        Match(number, level, Relation.AGREES if level not in _ONE_WAY else Relation.ENTAILS)
        for number, level in levels.items()
        if (level > _DOUBTFUL or number not in opposites) and not _is_homograph(unit, stated[number], level)
    ]
    if unit.lemma in _WAYS:
        matches = [
            match
            for match in matches
            if words.way(stated[match.stated].lemma) or stated[match.stated].lemma == unit.lemma
        ]
    if opposites:
        matches += [
            Match(number, Level.SYNONYM, Relation.CONFLICTS, True)
            for number in opposites
            if levels.get(number, Level.NONE) <= _DOUBTFUL
        ]
    if not matches and (len(unit.parts) > 1 or (unit.parts and unit.pos != "v" and " " in unit.lemma)):
        hits = [min(found.own.get("=" + part, ()) or found.parts.get(part, ()) or (-1,)) for part in unit.parts]
        if all(hit >= 0 for hit in hits):
            matches.append(Match(hits[0], Level.PART, Relation.AGREES))
    if len(matches) < 2:
        return matches
    return sorted(
        matches, key=lambda match: (match.opposite, -match.level, stated[match.stated].role != unit.role, match.stated)
    )


def _is_homograph(unit: Unit, partner: Unit, level: Level) -> bool:
    """Tell whether two words are, or would be, written alike and have nothing else in common: "a sign of trust", "was signed"."""
    if unit.pos == partner.pos or (unit.lemma != partner.lemma and level is not Level.ENTAILED):
        return False  # a tree is a plant, and nothing that somebody plants
    return unit.lemma in groups("homographs").get("".join(sorted(unit.pos + partner.pos)), ())


def _align_name(unit: Unit, found: Index) -> list[Match]:
    stated = found.statement.units
    matches = [
        Match(number, Level.SAME, relation, relation is Relation.CONFLICTS)
        for number in found.details.get("name", ())
        if (relation := name_relation(unit, stated[number])) is not Relation.UNSTATED
    ]
    if unit.parts and all(match.opposite for match in matches) and not is_place(unit):
        hits = [(_named_by_word(found, part) or [-1])[0] for part in unit.parts]
        if min(hits) >= 0 and max(hits) - min(hits) < len(hits) + 1:
            matches.append(Match(hits[0], Level.PART, Relation.AGREES))
    if len(matches) < 2:
        return matches
    return sorted(
        matches,
        key=lambda match: (
            match.opposite,
            match.relation is Relation.ENTAILS,
            stated[match.stated].lemma != unit.lemma,  # a country comes behind its capital of the name itself
            stated[match.stated].role != unit.role,
            match.stated,
        ),
    )


def is_place(unit: Unit) -> bool:
    """Tell whether a name is that of a known place."""
    return isinstance(unit.value, names.Name) and unit.value.entity.id[0] == "p"


def _named_by_word(found: Index, part: str) -> list[int] | None:
    """Return the units that a word of a name stands for; at the start of a wording a capital tells nothing: "Rovers drew"."""
    return found.own.get("=" + part) or found.own.get("=" + lemmas.lemma(part, "n")) or found.parts.get(part)


def name_relation(unit: Unit, other: Unit) -> Relation:
    """Return what the name of a unit of the sentence is to that of a unit of the wording."""
    said, stated = unit.value, other.value
    assert isinstance(said, names.Name)
    assert isinstance(stated, names.Name)
    if said.entity.id == stated.entity.id:
        return Relation.AGREES
    if stated.entity.id[0] == nametable.ANYONE and not (unit.role in _PARTIES and other.role in _PARTIES):
        return Relation.UNSTATED
    if unit.role == other.role == "in" and identity.lies_abroad(stated, said):
        return Relation.CONFLICTS  # a thing in Beijing is not in Thailand
    return _other_relation(said, stated, unit.role in _LOCATIVE, other.role in _LOCATIVE)


@lru_cache(maxsize=50_000)
def _other_relation(said: names.Name, stated: names.Name, located: bool, stated_located: bool) -> Relation:
    """Return what one name is to another; either can be that of a place where something happens."""
    if said.entity.capital and said.entity.country == stated.entity.id and not located:
        return Relation.AGREES  # a capital that stands for its government
    if said.entity.id == stated.entity.country and stated_located and not located:
        return Relation.UNSTATED  # "signed in Algiers" does not say that Algeria signed
    return identity.compare(said, stated)


def _align_value(number: int, found: Index, said: Statement) -> list[Match]:
    unit = said.units[number]
    matches = []
    for place in found.details.get(unit.kind, ()):
        partner = found.statement.units[place]
        other, turned = partner.value, bounds.are_denied(said, unit, found.statement, partner)
        if isinstance(unit.value, quantities.Quantity) and isinstance(other, quantities.Quantity):
            value = currencies.as_of(unit.value, other)
            if value.dimension != other.dimension or value.change != other.change:
                continue
            relation = quantities.compare(other, value) if turned else quantities.compare(value, other)
        elif isinstance(unit.value, dates.Date) and isinstance(other, dates.Date):
            relation = dates.compare(other, unit.value) if turned else dates.compare(unit.value, other)
        else:
            continue
        matches.append(Match(place, Level.SAME, relation, relation is Relation.CONFLICTS))
    if all(match.opposite or match.relation is Relation.UNSTATED for match in matches):
        source = derivations.derive(said, number, found.statement)
        matches += [] if source is None else [Match(source, Level.SAME, Relation.ENTAILS)]
    return matches


def nearness(said: Statement, rows: Sequence[Sequence[Match]], one: int, other: int) -> float:
    """Return how alike the surroundings of unit `one` and the wording's unit `other` are: matched neighbours, nearer ones counting more."""
    total = 0.0
    for number, row in enumerate(rows):
        unit = said.units[number]
        if number == one or unit.kind == "quantity" or not row:
            continue
        best = max(
            (
                1 / (1 + abs(match.stated - other))
                for match in row
                if not match.opposite and match.relation is not Relation.UNSTATED
            ),
            default=0.0,
        )
        total += best / (1 + abs(number - one)) * (unit.weight + 0.3)
    return total


def covers(level: Level) -> float:
    """Return the share of a unit's weight that a match of this level covers."""
    return WEAK.get(level, 1.0)
