"""Two figures set side by side: "20 minutes, compared with 35 by bus" and "20 minutes, against 35 by bus" say the same.

The word between them says nothing of its own. Where the figures stand exchanged, each beside what the other is told of, they clash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.alignment import Level, Match
from factcheck.conflicts.places import Conflict
from factcheck.details.holders import Holding
from factcheck.details.measures import Quantity, compare
from factcheck.draft import SEMILIGHT
from factcheck.findings import RIGHT, Relation
from factcheck.reckonings import NOTHING, Reckoning
from factcheck.statement import Statement

_SETTING = re.compile(
    r"\b(?:against|compared (?:with|to)|in comparison (?:with|to)|versus|vs|as opposed to)\b", re.IGNORECASE
)
_WORDS = frozenset(
    ("compare with", "compare to", "compare", "against", "as against", "versus", "vs", "as opposed to", "in comparison")
)


class _Pair(NamedTuple):
    """A figure, the one that it is set against, and the units of the words that set them side by side."""

    first: Holding
    second: Holding
    between: tuple[int, ...]
    turn: int  # the first unit that goes with the second figure


def judge(said: Statement, stated: Statement, chosen: Sequence[Match | None]) -> Reckoning:
    """Judge two figures that a sentence sets side by side by two that a wording does."""
    if not _SETTING.search(said.text):
        return NOTHING
    theirs = tuple(_pairs(stated))
    for one in _pairs(said) if theirs else ():
        for other in theirs:
            places = (one.first.figure, one.second.figure), (other.first.figure, other.second.figure)
            if _are(said, stated, places[0], places[1]) and _are_of_them(said, stated, chosen, one, other):
                found = {
                    number: Match(place, Level.FAMILY, Relation.ENTAILS) for number, place in zip(*places, strict=True)
                }
                told = dict.fromkeys(one.between, Match(other.first.figure, Level.FAMILY, Relation.ENTAILS))
                return Reckoning(found | told)
            if _are(said, stated, places[0], places[1][::-1]) and _are_of_them(said, stated, chosen, one, other):
                settled = frozenset((*places[0], *one.between))
                return Reckoning({}, (Conflict("order", places[0][0], places[1][0]),), settled - {places[0][0]})
    return NOTHING


def _pairs(statement: Statement) -> Iterator[_Pair]:
    """Yield the figures of a sentence that are set against another by a word such as "against"."""
    held = {each.figure: each for each in statement.holdings}
    for each in statement.holdings:
        if each.baseline <= each.figure or each.baseline not in held:
            continue
        units = statement.units
        found = _SETTING.search(statement.text, units[each.figure].end, units[each.baseline].start)
        if found:
            inside = tuple(n for n in range(each.figure + 1, each.baseline) if units[n].lemma in _WORDS)
            turn = next(n for n in range(each.figure + 1, each.baseline + 1) if units[n].start >= found.start())
            yield _Pair(each, held[each.baseline], inside, turn)


def _are(said: Statement, stated: Statement, ours: tuple[int, ...], theirs: tuple[int, ...]) -> bool:
    """Tell whether two figures are two others, one by one."""
    for one, other in zip(ours, theirs, strict=True):
        value, given = said.units[one].value, stated.units[other].value
        if not isinstance(value, Quantity) or not isinstance(given, Quantity):
            return False
        if "count" not in (value.dimension, given.dimension) and value.dimension != given.dimension:
            return False
        if compare(value, given) not in RIGHT:
            return False
    return True


def _are_of_them(said: Statement, stated: Statement, chosen: Sequence[Match | None], one: _Pair, other: _Pair) -> bool:
    """Tell whether what stands on either side of a sentence stands on that side of the wording, and not on the other."""
    straight = crossed = False
    for number, (unit, match) in enumerate(zip(said.units, chosen, strict=True)):
        if match is None or unit.kind == "quantity" or unit.weight < SEMILIGHT or number in one.between:
            continue
        if stated.units[match.stated].kind == "quantity" or match.stated in other.between:
            continue
        ours, theirs = number >= one.turn, match.stated >= other.turn
        straight, crossed = straight or ours == theirs, crossed or ours != theirs
    return straight and not crossed
