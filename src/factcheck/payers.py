"""Whose a price or a figure is: what adults pay more, children do not, and what stays as it is for them does not go up.

A wording that gives two parties a figure of a kind each says of the one nothing that it says of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.alignment import Level, Match
from factcheck.conflicts.places import Conflict
from factcheck.details.comparatives import Comparative
from factcheck.details.holders import Holding
from factcheck.details.measures import Quantity, compare
from factcheck.draft import SEMILIGHT
from factcheck.findings import RIGHT
from factcheck.reckonings import NOTHING, Reckoning
from factcheck.statement import Statement

if TYPE_CHECKING:
    from factcheck.comparison import Comparison

_STEADY = re.compile(
    r"\b(?:stays?|stayed|remains?|remained|(?:go|goes|going|went) on|continues?|continued|keeps?|kept|still|unchanged|"
    r"the same|frozen)\b",
    re.IGNORECASE,
)


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether no change of a part is told of somebody to whom the wording gives another figure of the kind."""
    said, stated = comparison.said, comparison.stated
    for number in part:
        match = comparison.matches[number]
        if match is None or not _is_the_figure(said, stated, number, match.stated):
            continue
        if _is_anothers(said, stated, comparison.matches, number, match.stated):
            return False
    return True


def is_anothers(
    said: Statement, stated: Statement, chosen: Sequence[Match | None], each: Comparative, place: int
) -> bool:
    """Tell whether the figure by which a comparison would be borne out is another's."""
    number = each.differential if each.differential >= 0 else each.degree
    return _is_anothers(said, stated, chosen, number, place)


def _is_anothers(said: Statement, stated: Statement, chosen: Sequence[Match | None], number: int, place: int) -> bool:
    """Tell whether a figure of the wording is not that of whom the sentence gives it, who has another of the kind."""
    own = [each for each in stated.holdings if abs(each.figure - place) <= 1]  # or its word of degree: "£6 more"
    own = [each for each in own if each.figure == place] or own
    return bool(own) and any(
        all(party not in each.holders for each in own) and _has_another(stated, own[0], party)
        for party in _parties(said, chosen, number)
    )


def judge(said: Statement, stated: Statement, chosen: Sequence[Match | None]) -> Reckoning:
    """Judge what a sentence says to change for somebody by what stays as it is for them in a wording."""
    steady = tuple(_steady(stated)) if len(stated.holdings) > 1 else ()
    for each in said.comparatives if steady else ():
        if not each.earlier or each.degree < 0 or said.frames[said.units[each.degree].clause].denied:
            continue
        own = each.differential if each.differential >= 0 else each.degree
        parties = set(_parties(said, chosen, own))
        things = [n for n in each.comparee if said.units[n].pos == "n" and said.units[n].weight >= 1]
        if not all((match := chosen[n]) and match.level > Level.SCENE for n in things):
            continue
        for holding in steady:
            if parties.intersection(holding.holders):
                judged = frozenset((own, each.degree))
                return Reckoning(
                    {}, (Conflict("order", own, holding.figure),), frozenset((each.degree,)), judged=judged
                )
    return NOTHING


def _is_the_figure(said: Statement, stated: Statement, number: int, place: int) -> bool:
    """Tell whether a wording gives the very change of a sentence."""
    one, other = said.units[number].value, stated.units[place].value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    return one.dimension == other.dimension and one.change and other.change and compare(one, other) in RIGHT


def _parties(said: Statement, chosen: Sequence[Match | None], number: int) -> Iterator[int]:
    """Yield whose a figure is, or who its clause is about, as units of the wording."""
    own = {at for each in said.holdings if each.figure == number for at in each.holders}
    for at in sorted(own or said.frames[said.units[number].clause].subject):
        unit, match = said.units[at], chosen[at]
        thing = unit.kind in ("word", "name") and unit.pos == "n" and unit.weight >= SEMILIGHT
        if thing and match and match.level >= Level.NEAR and not match.opposite:
            yield match.stated


def _has_another(stated: Statement, own: Holding, party: int) -> bool:
    """Tell whether a wording gives a party a figure of the same kind that is not that of the others."""
    value = stated.units[own.figure].value
    assert isinstance(value, Quantity)
    for each in stated.holdings:
        other = stated.units[each.figure].value
        alike = isinstance(other, Quantity) and other.dimension == value.dimension
        if alike and each.figure != own.figure and party in each.holders and not set(each.holders) & set(own.holders):
            return True
    return False


def _steady(stated: Statement) -> Iterator[Holding]:
    """Yield the figures that a wording says to stay as they are."""
    for each in stated.holdings:
        unit = stated.units[each.figure]
        frame = stated.frames[unit.clause]
        value = unit.value
        level = isinstance(value, Quantity) and not value.change and value.dimension not in ("time", "count")
        if level and not frame.denied and _STEADY.search(stated.text, frame.start, unit.start):
            yield each
