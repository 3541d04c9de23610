"""What is the only one of a narrower kind need not be that of a wider one: the only inn on the moor, the only inn.

Under "only" the more specific follows from the more general, not the other way round (natural logic: it reverses entailment
for what it ranges over).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.alignment import Level
from factcheck.comparison import Comparison
from factcheck.decision import WEIGHTY
from factcheck.details.quantities import Quantity
from factcheck.statement import Statement, Unit

_LIMITS = ("only", "first", "last")
_ANYBODY = ("person", "people", "human", "individual", "man")
_SEXES = ("woman", "girl", "female", "lady")
_RELATIVE = ("W", "V", "T")  # links of clauses that say which one is meant
_POSSESSIVE = re.compile(r"['’]s?\s+")
_LASTING = ("in", "for", "within", "over")
_AMONG = ("in", "of", "among", "on", "within")
_TELLING = ("according to", "for", "because", "as", "since", "after", "before", "until", "during", "while")


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether what a part says is the only one of its kind is so in the wording of no narrower kind."""
    if any(_is_widened(comparison, number) for number in part):
        return False
    taken = {match.stated for match in comparison.matches if match}
    only = (number for noun in _only_ones(comparison, part) for number in _restricting(comparison.stated, noun))
    ranged = (number for ranked in _superlatives(comparison, part) for number in _range(comparison.stated, ranked))
    return taken.issuperset((*only, *ranged))


def _is_widened(comparison: Comparison, number: int) -> bool:
    """Tell whether the first, the only or the largest of a kind is said of a wider kind: the first woman, the first person."""
    unit, match = comparison.said.units[number], comparison.matches[number]
    if unit.kind != "word" or unit.pos != "n" or unit.scope not in _LIMITS:
        return False
    if match is not None:
        return (
            match.level in (Level.ENTAILED, Level.HYPERNYM)
            and comparison.stated.units[match.stated].scope == unit.scope
        )
    told = any(other.scope == unit.scope and other.lemma in _SEXES for other in comparison.stated.units)
    return told and unit.lemma in _ANYBODY


def _only_ones(comparison: Comparison, part: Sequence[int]) -> Iterator[int]:
    """Yield the nouns of the wording of which there is one only, in the sentence too."""
    for number in part:
        unit, match = comparison.said.units[number], comparison.matches[number]
        noun = unit.kind == "word" and unit.pos == "n" and unit.scope in _LIMITS and match is not None
        if noun and match and comparison.stated.units[match.stated].scope == unit.scope:
            yield match.stated


def _restricting(stated: Statement, noun: int) -> Iterator[int]:
    """Yield the units that say which kind of thing is meant: what describes it, and what a relative clause says of it."""
    clause = stated.units[noun].clause
    last = clause + 1
    while last < len(stated.frames) and stated.frames[last].link in _RELATIVE:
        last += 1
    own = {stated.frames[clause].verb, *stated.frames[clause].subject}
    for number, unit in enumerate(stated.units):
        inside = (
            clause <= unit.clause < last and unit.weight >= WEIGHTY and (_is_span(unit) or unit.role not in _TELLING)
        )
        describes = number > noun or stated.heads[number] == noun or unit.kind == "name"
        if inside and describes and number not in own and not unit.scope and number not in stated.speakers:
            yield number


def _superlatives(comparison: Comparison, part: Sequence[int]) -> Iterator[int]:
    """Yield the superlatives of the wording that the sentence has too."""
    for number in part:
        match = comparison.matches[number]
        if match and comparison.said.units[number].superlative and comparison.stated.units[match.stated].superlative:
            yield match.stated


def _range(stated: Statement, ranked: int) -> Iterator[int]:
    """Yield what says among which a thing ranks so, around it: the largest "in Europe", "Europe's" largest, the worst "since 1990"."""
    before = stated.units[stated.heads[ranked]]
    if ranked and _POSSESSIVE.fullmatch(stated.text[stated.units[ranked - 1].end : stated.units[ranked].start]):
        yield ranked - 1
    for number in range(stated.heads[ranked] + 1, len(stated.units)):
        unit = stated.units[number]
        if unit.clause != before.clause or not (_is_span(unit) or _is_among(unit)):
            return
        yield number


def _is_span(unit: Unit) -> bool:
    """Tell whether a unit tells since when or for how long something is so: "since 1990", "in ten years"."""
    if unit.kind == "date":
        return unit.role == "since"
    return isinstance(unit.value, Quantity) and unit.value.dimension == "time" and unit.role in _LASTING


def _is_among(unit: Unit) -> bool:
    """Tell whether a unit names the place, the group or the kind of thing that a rank is of."""
    return unit.kind in ("name", "word") and unit.pos == "n" and unit.role in _AMONG and unit.weight >= WEIGHTY
