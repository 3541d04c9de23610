"""What is said of one thing or another is not said of the one: "the prize went to Lund or to Berg"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.comparison import Comparison
from factcheck.details.force import POSSIBLE
from factcheck.statement import Statement

_OR = re.compile(r"\s+or\s+(?:(?:to|in|by|on|at|for|from|with|the|a|an|his|her|its|their)\s+)*", re.IGNORECASE)
_AND = re.compile(r"\band\b")
_FREE = frozenset(("than", "without", "against", "before", "by"))  # roles in which all of several are meant
_WEIGHTY = 0.5


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether no part takes one of two things between which the wording leaves it open."""
    said, taken = comparison.said, {match.stated for match in comparison.matches if match}
    for one, other in _pairs(comparison.stated):
        for number in part:
            match, frame = comparison.matches[number], said.frames[said.units[number].clause]
            if match is None or match.stated not in (one, other) or frame.denied or frame.modal in POSSIBLE:
                continue
            if not taken >= {one, other} or (_AND.search(said.text) and " or " not in said.text):
                return False
    return True


def _pairs(stated: Statement) -> Iterator[tuple[int, int]]:
    """Yield the nouns or verbs of which one or the other is meant, where nothing denies them or leaves them free."""
    compared = {number for each in stated.comparatives for number in each.standard}
    for number in range(1, len(stated.units)):
        if {number - 1, number} & compared:
            continue  # "more than in January or February" is more than in both
        one, other = stated.units[number - 1], stated.units[number]
        frame = stated.frames[other.clause]
        alike = one.kind == other.kind and one.pos == other.pos == "n" and one.role == other.role
        if not alike or min(one.weight, other.weight) < _WEIGHTY or one.kind == "quantity":
            continue
        bound = frame.denied or frame.modal in POSSIBLE or one.role in _FREE or one.negated or stated.conditional
        if not bound and _OR.fullmatch(stated.text[one.end : other.start]):
            yield number - 1, number
