"""Align the units of a sentence with those of a wording: same, synonymous, less exact, or opposite.

Natural-logic alignment (MacCartney and Manning 2007): what finds no partner is unstated, opposites contradict.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from factcheck import bounds, derivations, lemmas
from factcheck.details import converses, currencies, dates, identity, names, nametable, quantities
from factcheck.findings import Relation
from factcheck.once import once
from factcheck.statement import Statement, Unit
from factcheck.terms import Level, Partner, Term, Terms

_LOCATIVE = frozenset(("in", "at", "from", "near", "inside", "outside", "around", "to", "into"))


_PARTIES = frozenset(("s", "o"))
_ONE_WAY = (Level.ENTAILED, Level.HYPERNYM)  # the one word says more than the other
WEAK = {
    Level.SCENE: 0.5,
    Level.HYPERNYM: 0.6,
    Level.SYNSET: 0.7,
    Level.PART: 0.9,
}  # share of a unit's weight that a weak match covers


__all__ = [
    "WEAK",
    "Index",
    "Level",
    "Match",
    "align",
    "answered",
    "covers",
    "index",
    "index_of",
    "is_answered",
    "is_place",
    "name_relation",
    "nearness",
]


class Match(NamedTuple):
    """One unit of the wording that a unit of the sentence matches, or contradicts (`opposite`)."""

    stated: int
    level: Level
    relation: Relation
    opposite: bool = False
    cancelled: bool = False  # an opposite under a negation on one side


@dataclass(frozen=True, slots=True)
class Index:
    """A wording's units, built once: where it has which of the `terms` that it shares with others, its names, figures and dates."""

    statement: Statement
    terms: Terms
    places: dict[int, list[int]] = field(default_factory=dict)
    details: dict[str, list[int]] = field(default_factory=dict)
    names: list[tuple[int, int]] = field(default_factory=list)  # each name with the number of its term

    def first(self, terms: Sequence[int]) -> int:
        """Return the first unit with one of some terms, or -1."""
        return min((self.places[term][0] for term in terms if term in self.places), default=-1)


def index(statement: Statement, terms: Terms | None = None, only: Iterable[int] | None = None) -> Index:
    """Return the index of a statement's units, whose terms are put with those of other wordings, if it has `terms` in common."""
    terms = Terms() if terms is None else terms
    found = Index(statement, terms)
    for number in only if only is not None else range(len(statement.units)):
        unit = statement.units[number]
        if unit.kind == "word":
            term = Term(unit.lemma, unit.pos, unit.parts, _participle(statement, unit))
        elif isinstance(unit.value, names.Name):
            term = Term("", "", unit.parts, "", unit.value, unit.role)
            found.names.append((number, terms.number(term)))
        else:
            found.details.setdefault(unit.kind, []).append(number)
            term = Term("", "", unit.parts)
        found.places.setdefault(terms.number(term), []).append(number)
    return found


@once
def index_of(statement: Statement, part: tuple[int, ...]) -> Index:
    """Return the index of some units of a statement, as that of a copy, so that the statement does not keep itself alive."""
    return index(statement._replace(), only=part)


def _participle(statement: Statement, unit: Unit) -> str:
    """Return the form of a verb that says in the passive how a thing is: "is closed"; else ""."""
    form = statement.text[unit.start : unit.end].lower()
    passive = unit.role == "v" and statement.frames[unit.clause].passive and statement.frames[unit.clause].verb >= 0
    return form if passive and form != unit.lemma and " " not in form else ""


def is_answered(unit: Unit, found: Index) -> bool:
    """Tell whether a word has a match or an opposite in a wording, or a converse there may stand for it."""
    near = found.terms.partners(unit.lemma, unit.pos).levels
    return not near.keys().isdisjoint(found.places) or converses.has_converse(unit.lemma)


def answered(unit: Unit, found: Index) -> float:
    """Return the share of its weight that a word's best match in a wording can cover, 0 to 1."""
    levels = found.terms.partners(unit.lemma, unit.pos).levels
    level = max((levels[term] for term in found.places.keys() & levels.keys()), default=Level.NONE)
    return covers(level) if level else 0.0


class _Sought(NamedTuple):
    """What the terms of some wordings are to the units of a sentence.

    `partners` holds for each term the words that it answers, `relations` what the names of the sentence are to names of the
    wordings, as far as that was asked for, by the number of the unit and of the term.
    """

    said: Statement
    known: int  # terms
    partners: dict[int, list[tuple[int, Partner]]]
    relations: dict[tuple[int, int], Relation]


def _sought(said: Statement, terms: Terms) -> _Sought:
    """Return what the terms of some wordings are to a sentence, which is found once for all of them."""
    latest: _Sought | None = terms.latest
    if latest is not None and latest.said is said and latest.known == len(terms):
        return latest
    known = len(terms)  # as there may be more when this is done
    found: dict[int, list[tuple[int, Partner]]] = {}
    for number, unit in enumerate(said.units):
        if unit.kind == "word":
            for partner in terms.partners(unit.lemma, unit.pos, _participle(said, unit)).counting:
                found.setdefault(partner.term, []).append((number, partner))
    terms.latest = sought = _Sought(said, known, found, {})
    return sought


def align(said: Statement, found: Index) -> list[list[Match]]:
    """Return, for each unit of the sentence, its matches in the wording, best first (details: every comparable one)."""
    rows: list[list[Match]] = [[] for _ in said.units]
    sought = _sought(said, found.terms)
    for term in sought.partners.keys() & found.places.keys():
        for number, partner in sought.partners[term]:
            rows[number] += [_match(partner, place) for place in found.places[term]]
    for number, unit in enumerate(said.units):
        if unit.kind == "word":
            _settle_word(rows[number], unit, found)
        elif unit.kind == "name":
            rows[number] = _align_name(number, unit, found, sought.relations)
        else:
            rows[number] = _align_value(number, found, said)
    return rows


def _match(partner: Partner, place: int) -> Match:
    if partner.opposes:
        return Match(place, partner.level, Relation.CONFLICTS, True)
    return Match(place, partner.level, Relation.AGREES if partner.level not in _ONE_WAY else Relation.ENTAILS)


def _settle_word(matches: list[Match], unit: Unit, found: Index) -> None:
    """Put the matches of a word into their order; one that has none may be matched by its parts."""
    if len(matches) > 1:
        stated = found.statement.units
        matches.sort(key=lambda each: (each.opposite, -each.level, stated[each.stated].role != unit.role, each.stated))
    elif not matches and (len(unit.parts) > 1 or (unit.parts and unit.pos != "v" and " " in unit.lemma)):
        terms = found.terms
        hits = [found.first(terms.spelt(part)) for part in unit.parts]
        hits = [
            hit if hit >= 0 else found.first(terms.having(part)) for hit, part in zip(hits, unit.parts, strict=True)
        ]
        if min(hits) >= 0:
            matches.append(Match(hits[0], Level.PART, Relation.AGREES))


def _align_name(number: int, unit: Unit, found: Index, relations: dict[tuple[int, int], Relation]) -> list[Match]:
    stated = found.statement.units
    matches = []
    for place, term in found.names:
        relation = relations.get((number, term))
        if relation is None:
            relation = relations[number, term] = name_relation(unit, stated[place])
        if relation is not Relation.UNSTATED:
            matches.append(Match(place, Level.SAME, relation, relation is Relation.CONFLICTS))
    if unit.parts and all(match.opposite for match in matches) and not is_place(unit):
        hits = [_named_by_word(found, part) for part in unit.parts]
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


def _named_by_word(found: Index, part: str) -> int:
    """Return the unit that a word of a name stands for, or -1; at the start of a wording a capital tells nothing: "Rovers drew"."""
    spelt = found.first(found.terms.spelt(part))
    spelt = spelt if spelt >= 0 else found.first(found.terms.spelt(lemmas.lemma(part, "n")))
    return spelt if spelt >= 0 else found.first(found.terms.having(part))


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
