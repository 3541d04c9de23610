"""A change told backwards: what rose from 20 to 30 did not fall from 30 to 20.

Both sides have the same two figures of the same thing, each as the level from which, and each as the one to which it went.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.alignment import Level, Match
from factcheck.conflicts.places import Conflict
from factcheck.details.holders import Holding
from factcheck.details.measures import compare
from factcheck.details.quantities import Quantity
from factcheck.findings import RIGHT
from factcheck.reckonings import NOTHING, Reckoning
from factcheck.statement import Statement

_ENDS = ("from", "to")  # roles of the level before a change and of that after it


def judge(said: Statement, stated: Statement, chosen: Sequence[Match | None]) -> Reckoning:
    """Judge the changes of a sentence by those of a wording that go between the same levels the other way."""
    ours, theirs = tuple(_changes(said)), tuple(_changes(stated))
    conflicts: list[Conflict] = []
    settled: set[int] = set()
    for one in ours:
        for other in theirs:
            if _goes_back(said, stated, one, other) and _is_of_the_same(said, chosen, one, other):
                verb = said.frames[said.units[one.figure].clause].verb
                conflicts.append(Conflict("order", one.figure, other.figure))
                settled |= {one.baseline, *((verb,) if verb >= 0 else ())}
    return Reckoning({}, tuple(conflicts), frozenset(settled)) if conflicts else NOTHING


def _changes(statement: Statement) -> Iterator[Holding]:
    """Yield the levels to which something changed, each with the level from which it did: "to 30 from 20", "30, up from 20"."""
    for each in statement.holdings:
        before = each.baseline
        if before >= 0 and statement.units[before].role in _ENDS and _is_level(statement, each.figure):
            yield each


def _is_level(statement: Statement, figure: int) -> bool:
    value = statement.units[figure].value
    return isinstance(value, Quantity) and not value.change


def _goes_back(said: Statement, stated: Statement, one: Holding, other: Holding) -> bool:
    """Tell whether a change begins where another ends and ends where it begins."""
    return _same(said, one.figure, stated, other.baseline) and _same(said, one.baseline, stated, other.figure)


def _same(said: Statement, figure: int, stated: Statement, other: int) -> bool:
    """Tell whether two figures are one, also where the unit is told with the last of them only: "from 5 to 8 percent"."""
    ours, theirs = said.units[figure].value, stated.units[other].value
    if not isinstance(ours, Quantity) or not isinstance(theirs, Quantity):
        return False
    bare = "count" in (ours.dimension, theirs.dimension)
    return compare(ours, theirs) in RIGHT or (bare and ours.low == theirs.low)


def _is_of_the_same(said: Statement, chosen: Sequence[Match | None], one: Holding, other: Holding) -> bool:
    """Tell whether two changes are of one thing, and of one time as far as the sentence says when."""
    clause = said.units[one.figure].clause
    dates = [number for number, unit in enumerate(said.units) if unit.kind == "date" and unit.clause == clause]
    if any(chosen[number] is None for number in dates):
        return False
    things = [
        n for n in one.holders if said.units[n].pos == "n" and said.units[n].kind != "date" and said.units[n].weight
    ]
    matches = [chosen[number] for number in things]
    return bool(things) and all(m and m.level > Level.SCENE and m.stated in other.holders for m in matches)
