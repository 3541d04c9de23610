"""Whether a wording has nothing surpass a thing for as long, and among as many, as a sentence: "never warmer", "the warmest since 1950"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck import words
from factcheck.alignment import Level, Match
from factcheck.conflicts.places import Conflict
from factcheck.findings import Relation
from factcheck.once import once
from factcheck.reckonings import Reckoning
from factcheck.statement import Statement, Unit
from factcheck.tables import groups

if TYPE_CHECKING:
    from factcheck.comparison import Comparison

_AT_ALL = re.compile(r"\b(?:never|ever)\b", re.IGNORECASE)
_ALWAYS = re.compile(
    r"\b(?:ever|never|all[- ]time|in history|record|records|on record|best|unprecedented|yet|"
    r"since (?:\w+ ){1,4}(?:began|started|begun))\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:since|(?:this|that|of the|last) (?:year|season|month|week|decade|century))\b", re.IGNORECASE
)
_AMOUNTS = {"more": "up", "many": "up", "much": "up", "most": "up", "few": "down", "little": "down", "less": "down"}
_NUMBERS = frozenset(("number", "figure", "total", "count", "tally", "amount", "level", "quantity"))
_NOBODY = re.compile(r"^(?:nobody|no[- ]one)\b", re.IGNORECASE)
_BEST = re.compile(r"\b(?:personal|lifetime|career) best\b", re.IGNORECASE)


def hold(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether what a part says was never surpassed is not only unsurpassed for a time in the wording."""
    said, stated = comparison.said, comparison.stated
    if not _AT_ALL.search(said.text) or _WITHIN.search(said.text):
        return True
    raised = any(_is_raised(said, said.units[number]) and comparison.matches[number] for number in part)
    return not raised or bool(_ALWAYS.search(stated.text)) or not any(unit.superlative for unit in stated.units)


def bests(said: Statement, stated: Statement) -> dict[int, Match]:
    """Return what somebody never did better, the verb and how, that a personal best of the wording bears out."""
    best = _personal_best(stated)
    if best < 0 or not re.search(r"\bnever\b", said.text, re.IGNORECASE):
        return {}
    found: dict[int, Match] = {}
    for number, unit in enumerate(said.units):
        if _is_raised(said, unit) and unit.lemma in groups("feats")["how"]:
            verb = said.frames[unit.clause].verb
            performed = verb >= 0 and said.units[verb].lemma.split()[0] in groups("feats")["verb"]
            units = (number, verb) if performed else (number,)
            found |= dict.fromkeys(units, Match(best, Level.FAMILY, Relation.ENTAILS))
    return found


@once
def _personal_best(stated: Statement) -> int:
    """Return the unit of a wording that tells a personal best, or -1."""
    told = _BEST.search(stated.text)
    within = (number for number, unit in enumerate(stated.units) if told and told.start() <= unit.start < told.end())
    return next((number for number in within if not stated.units[number].negated), -1)


def counted(said: Statement, stated: Statement, chosen: Sequence[Match | None]) -> Reckoning:
    """Judge "had never drawn so many people" by "the highest number", "the most", and "so few" by "the smallest number"."""
    theirs = [n for n, unit in enumerate(stated.units) if unit.superlative and unit.rank == 1 and _counts(stated, n)]
    borne: dict[int, Match] = {}
    conflicts: list[Conflict] = []
    for number, unit in enumerate(said.units):
        if not _is_raised(said, unit) or unit.lemma not in _AMOUNTS or len(theirs) != 1:
            continue
        head, place = said.heads[number], theirs[0]
        head += head == number and number + 1 < len(said.units) and said.units[number + 1].pos == "n"
        match = chosen[head]
        if head == number or match is None or match.level < Level.NEAR:
            continue
        if _AMOUNTS[unit.lemma] == words.way(stated.units[place].lemma):
            borne[number] = Match(place, Level.FAMILY, Relation.ENTAILS)
        else:
            conflicts.append(Conflict("order", number, place))
    return Reckoning(borne, tuple(conflicts))


def _counts(stated: Statement, number: int) -> bool:
    """Tell whether a superlative is of how many there are: "the highest number", "the fewest"."""
    unit, head = stated.units[number], stated.heads[number]
    named = stated.units[head].lemma in _NUMBERS if head != number else True
    return bool(words.way(unit.lemma)) and (unit.lemma in _AMOUNTS or (named and head != number))


def is_of_others(said: Statement, kind: str) -> bool:
    """Tell whether a figure is of what nobody did better, which is of no one that the wording names: "nobody ran 100 metres faster"."""
    if kind != "quantity" or not _NOBODY.match(said.text) or re.search(r"\bthan\b", said.text):
        return False
    return any(_is_raised(said, unit) for unit in said.units)


def _is_raised(said: Statement, unit: Unit) -> bool:
    """Tell whether a superlative is one by its sense, not by its form: "never warmer", "as warm as never before"."""
    own = said.text[unit.start : unit.end].lower()
    return unit.superlative and not own.endswith("st") and said.text[: unit.start].lower().split()[-1:] != ["most"]
