"""What a sentence says only by how it is built, so that it needs no word of the wording for itself.

"The part with the greatest stability" is the most stable part; "three cities: Ghent, Porto and Malmö" are three, and cities, by
themselves; "the nation with the largest harvest is Brazil" names a nation; "the two clubs" are those that the wording names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.alignment import Level, Match
from factcheck.details.names import Name
from factcheck.details.quantities import Quantity
from factcheck.once import once
from factcheck.statement import Statement, Unit

if TYPE_CHECKING:
    from factcheck.comparison import Comparison

_MORE = frozenset(("great", "high", "large", "big", "much"))  # "the greatest stability" is that of the most stable
_LESS = frozenset(("little", "low", "small", "slight"))
_SORTS = {
    "country": frozenset(("country", "nation", "state", "land")),
    "city": frozenset(("city", "town")),
}  # what a known place is by its kind
_ENUMERATING = re.compile(r"\s*(?:[:(–—-]|,?\s*namely:?|,?\s*that is,?)\s*(?:the\s+)?", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:the|both|these|those|its|their)\s+(?:of\s+the\s+)?$", re.IGNORECASE)
_PAIR = 2
_SAME = ("same", "the same", "identical")


def needless(said: Statement, stated: Statement, chosen: Sequence[Match | None]) -> frozenset[int]:
    """Return the units of a sentence that need no partner in a wording."""
    return frozenset(
        (
            *_degrees(said, stated, chosen),
            *_told_by_names(said),
            *_counted_names(said, stated, chosen),
            *_the_two(said, stated, chosen),
        )
    )


@once
def _told_by_names(said: Statement) -> tuple[int, ...]:
    return (*_enumerated(said), *_sorts_of_names(said))


def keep_degree(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether no degree of a part is turned round: the least stability is not that of the most stable."""
    said, stated = comparison.said, comparison.stated
    for number in part[:-1]:
        unit, match = said.units[number], comparison.matches[number + 1]
        low = unit.lemma in _LESS and (
            unit.superlative or said.text[unit.start : unit.end].lower() in ("least", "less")
        )
        high = unit.lemma in _MORE and (unit.superlative or unit.comparative)
        if match is None or not (low or high) or not _is_beside(said, number):
            continue
        partner = stated.units[match.stated]
        least = partner.negated or _is_least(stated, partner)
        graded = (partner.superlative or partner.comparative) and partner.pos == "a"
        if graded and said.units[number + 1].pos == "n" and comparison.matches[number] is None and low != least:
            return False
    return True


def keep_what_is_shared(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether what a part says to be the same is so in the wording: not the price where that has the same colour."""
    units = comparison.said.units
    shared = [
        number + 1 for number in part[:-1] if units[number].lemma in _SAME and _is_beside(comparison.said, number)
    ]
    return all(
        comparison.matches[number] is not None or not units[number].weight or units[number].pos != "n"
        for number in shared
    )


def _is_least(statement: Statement, unit: Unit) -> bool:
    """Tell whether an adjective stands behind "least" or "less"."""
    return statement.text[: unit.start].lower().split()[-1:] in (["least"], ["less"])


def _is_beside(statement: Statement, number: int) -> bool:
    """Tell whether only space lies between a unit and the next."""
    units = statement.units
    return number + 1 < len(units) and not statement.text[units[number].end : units[number + 1].start].strip()


def _degrees(said: Statement, stated: Statement, chosen: Sequence[Match | None]) -> Iterator[int]:
    """Yield "greatest" before a noun that a superlative of the wording bears out, and a superlative that "greatest" with a noun does."""
    for number in _graded(said):
        unit = said.units[number]
        if unit.lemma in _MORE | _LESS and _is_beside(said, number) and chosen[number] is None:
            match = chosen[number + 1]
            partner = stated.units[match.stated] if match is not None and match.level > Level.SYNSET else None
            if partner is None or partner.pos != "a" or said.units[number + 1].pos != "n":
                continue
            if partner.superlative and unit.superlative and (unit.lemma in _LESS) == _is_least(stated, partner):
                yield number
        elif unit.pos == "a" and unit.superlative and (match := chosen[number]) is not None:
            partner, before = stated.units[match.stated], stated.units[max(match.stated - 1, 0)]
            named = partner.pos == "n" and match.level > Level.SYNSET and _is_beside(stated, match.stated - 1)
            if named and before.superlative and before.lemma in (_LESS if _is_least(said, unit) else _MORE):
                yield number


@once
def _graded(said: Statement) -> tuple[int, ...]:
    """Return the words of degree and the superlatives of a sentence."""
    return tuple(number for number, unit in enumerate(said.units) if unit.superlative or unit.lemma in _MORE | _LESS)


@once
def _counts(said: Statement) -> tuple[int, ...]:
    """Return the figures of a sentence that count or measure something."""
    units = enumerate(said.units)
    return tuple(number for number, unit in units if unit.kind == "quantity" and said.heads[number] != number)


def _enumerated(said: Statement) -> Iterator[int]:
    """Yield the count before a list of names that has so many, with its noun where the names are known to be such."""
    for members in said.lists:
        head = members[0] - 1
        figure = next((number for number in range(head) if said.heads[number] == head), -1)
        if figure < 0 or not _ENUMERATING.fullmatch(said.text[said.units[head].end : said.units[members[0]].start]):
            continue
        if all(said.units[each].kind == "name" for each in members) and _is_count(said.units[figure], len(members)):
            yield figure
            if all(_is_such(said.units[each], said.units[head].lemma) for each in members):
                yield head


def _is_count(unit: Unit, of: int) -> bool:
    """Tell whether a unit is exactly that many."""
    value = unit.value
    counts = isinstance(value, Quantity) and value.dimension == "count" and value.comparator == "="
    return counts and isinstance(value, Quantity) and value.low == value.high == of


def _is_such(unit: Unit, noun: str) -> bool:
    """Tell whether a name is that of a known place which a noun names the kind of: Brazil is a nation."""
    value = unit.value
    return isinstance(value, Name) and not value.adjective and noun in _SORTS.get(value.entity.kind, ())


def _sorts_of_names(said: Statement) -> Iterator[int]:
    """Yield the noun for what a place is known to be, where a clause says that it is one: "the nation that … is Brazil"."""
    for clause, frame in enumerate(said.frames):
        if frame.verb >= 0 or frame.denied or not frame.subject or not frame.object:
            continue
        for nouns, names in ((frame.subject[:1], frame.object), (frame.object, frame.subject)):
            for noun in nouns:
                unit = said.units[noun]
                plain = unit.kind == "word" and not (unit.focus or unit.negated or unit.scope) and unit.clause == clause
                if plain and any(_is_such(said.units[name], unit.lemma) for name in names):
                    yield noun


def _counted_names(said: Statement, stated: Statement, chosen: Sequence[Match | None]) -> Iterator[int]:
    """Yield the noun of a count that a list of names of the wording bears out, where they are known to be such."""
    for number in _counts(said):
        match, head = chosen[number], said.heads[number]
        if chosen[head] is None and match is not None and _is_such(stated.units[match.stated], said.units[head].lemma):
            yield head


def _the_two(said: Statement, stated: Statement, chosen: Sequence[Match | None]) -> Iterator[int]:
    """Yield "two" in "the two clubs" where the wording has clubs and names a pair, or two countries."""
    for number in _counts(said):
        unit, match = said.units[number], chosen[said.heads[number]]
        if chosen[number] is not None or match is None or match.level <= Level.SCENE:
            continue
        if _is_count(unit, _PAIR) and _DEFINITE.search(said.text[: unit.start]) and _names_a_pair(stated):
            yield number


@once
def _names_a_pair(stated: Statement) -> bool:
    """Tell whether a wording names two, and no third, beside each other, or two countries."""
    lists = [each for each in stated.lists if all(stated.units[member].kind == "name" for member in each)]
    countries = {
        unit.lemma for unit in stated.units if isinstance(unit.value, Name) and unit.value.entity.kind == "country"
    }
    return any(len(each) == _PAIR for each in lists) or len(countries) == _PAIR
