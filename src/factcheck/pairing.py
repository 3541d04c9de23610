"""Which goes with which: "a baker and a nurse respectively", "the first … the second", "the former … the latter"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.comparison import Comparison
from factcheck.statement import Statement

_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:,|and|, and)\s+(?:the|a|an|in|at|on|by|to|for)?\s*", re.IGNORECASE)
_ORDINAL = re.compile(
    r"\bthe (former|latter|first|second)\b(?=\s+(?:in|for|was|is|has|had|of|to|by|at|on|[a-z]+ed)\b|[,;.])",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+and\s+(?:(?:the|a|an)\s+)?", re.IGNORECASE)
_SECOND = ("latter", "second")
_WEIGHTY = 0.5


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether nothing of a part goes with the other one of two that the wording pairs off."""
    stated = comparison.stated
    taken = {match.stated for number in part if (match := comparison.matches[number])}
    if _RESPECTIVELY.search(stated.text) and not _are_paired(list(_rows(stated)), taken):
        return False
    return not _is_of_the_other(stated, taken)


def _rows(stated: Statement) -> Iterator[list[int]]:
    """Yield the rows of things joined by commas and "and"."""
    row: list[int] = []
    heads = [number for number, unit in enumerate(stated.units) if unit.role != "v" and stated.heads[number] == number]
    figures = [number for number, unit in enumerate(stated.units) if unit.kind == "quantity"]
    for number in sorted({*heads, *figures}):
        if row and _JOINT.fullmatch(stated.text[stated.units[row[-1]].end : stated.units[number].start]):
            row.append(number)
            continue
        if len(row) > 1:
            yield row
        row = [number]
    if len(row) > 1:
        yield row


def _are_paired(rows: Sequence[Sequence[int]], taken: set[int]) -> bool:
    """Tell whether what is taken from each of two rows stands at the same place in both."""
    places = [[place for place, number in enumerate(row) if number in taken] for row in rows]
    told = [place[0] for place in places if len(place) == 1]
    return len(set(told)) <= 1


def _is_of_the_other(stated: Statement, taken: set[int]) -> bool:
    """Tell whether something is taken with the one of two things that is told of the other by "the first" or "the second"."""
    marks = list(_ORDINAL.finditer(stated.text))
    if len(marks) != 2 or [mark[1].lower() in _SECOND for mark in marks] != [False, True]:
        return False
    pair = _pair_before(stated, marks[0].start())
    if pair is None:
        return False
    meant = [number in taken for number in pair]
    told = [
        any(
            first <= stated.units[number].start < last
            and stated.units[number].weight >= _WEIGHTY
            and (stated.units[number].role != "s" or stated.units[number].clause)
            for number in taken
        )
        for first, last in _stretches(stated, marks[0], marks[1])
    ]
    return sum(meant) == sum(told) == 1 and meant != told


def _stretches(stated: Statement, one: re.Match[str], other: re.Match[str]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return where what is told of the first and of the second of two things begins and ends: with its clause where it has one."""
    homes = [max(frame.start for frame in stated.frames if frame.start <= mark.start()) for mark in (one, other)]
    if homes[0] == homes[1]:
        return (one.end(), other.start()), (other.end(), len(stated.text))
    verbs = (unit.start for unit in stated.units if unit.role == "v" and unit.start < one.start())
    return (max([homes[0], *verbs]), homes[1]), (homes[1], len(stated.text))


def _pair_before(stated: Statement, end: int) -> tuple[int, int] | None:
    """Return the last two things before a place that are joined by "and"."""
    nouns = [number for number, unit in enumerate(stated.units) if unit.pos == "n" and unit.end <= end]
    nouns = [number for number in nouns if stated.heads[number] == number]
    for one, other in reversed(list(pairwise(nouns))):
        if _AND.fullmatch(stated.text[stated.units[one].end : stated.units[other].start]):
            return one, other
    return None
