"""What is the only one of a narrower kind need not be that of a wider one: the only inn on the moor, the only inn.

Under "only" the more specific follows from the more general, not the other way round (natural logic: it reverses entailment
for what it ranges over).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.alignment import Level
from factcheck.comparison import Comparison
from factcheck.decision import WEIGHTY
from factcheck.statement import Statement

_LIMITS = ("only", "first", "last")
_ANYBODY = ("person", "people", "human", "individual", "man")
_SEXES = ("woman", "girl", "female", "lady")
_RELATIVE = ("W", "V", "T")  # links of clauses that say which one is meant
_TELLING = ("according to", "for", "because", "as", "since", "after", "before", "until", "during", "while")


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether what a part says is the only one of its kind is so in the wording of no narrower kind."""
    if any(_is_widened(comparison, number) for number in part):
        return False
    taken = {match.stated for match in comparison.matches if match}
    return not any(
        number not in taken for noun in _only_ones(comparison, part) for number in _restricting(comparison.stated, noun)
    )


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
        inside = clause <= unit.clause < last and unit.weight >= WEIGHTY and unit.role not in _TELLING
        describes = number > noun or stated.heads[number] == noun or unit.kind == "name"
        if inside and describes and number not in own and not unit.scope and number not in stated.speakers:
            yield number
