"""Whose superlative it is: "the tallest tower opened before the smallest" does not make the tallest the smallest."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.comparison import Comparison
from factcheck.statement import Statement


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether no superlative of a part is one that the wording has beside another one, which is that of the same thing."""
    stated = comparison.stated
    ranked = [number for number, unit in enumerate(stated.units) if unit.superlative]
    if len(ranked) < 2:
        return True
    taken = {match.stated for match in comparison.matches if match}
    for number in part:
        unit, match = comparison.said.units[number], comparison.matches[number]
        if not unit.superlative or match is None or match.stated not in ranked:
            continue
        others = [other for other in ranked if other not in taken and stated.heads[other] != stated.heads[match.stated]]
        if any(_is_nearer(comparison, number, match.stated, other) for other in others):
            return False
    return True


def _is_nearer(comparison: Comparison, number: int, own: int, other: int) -> bool:
    """Tell whether another superlative stands nearer than its own to what a sentence says has one."""
    said, stated = comparison.said, comparison.stated
    bearers = [
        match.stated
        for at, unit in enumerate(said.units)
        if unit.clause == said.units[number].clause
        and (unit.kind == "name" or at in said.frames[unit.clause].subject)
        and at not in (number, said.heads[number])
        and unit.role in ("s", "o")
        and unit.pos == "n"
        and (match := comparison.matches[at])
    ]
    for bearer in bearers:
        roles = _role(stated, bearer) == _role(stated, other) != _role(stated, own)
        if roles or (_role(stated, own) != _role(stated, bearer) and abs(other - bearer) < abs(own - bearer)):
            return True
    return False


def _role(stated: Statement, number: int) -> tuple[int, str]:
    return stated.units[number].clause, stated.units[number].role
