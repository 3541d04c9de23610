"""Whether a sentence tells as known or settled what the wording only says is not: "it is not known who will lead the choir"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.alignment import Level
from factcheck.comparison import Comparison
from factcheck.details.ignorance import MARKS
from factcheck.statement import Statement


def hold(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether nothing of a part is of what the wording says is not known, unless the sentence says so too."""
    said, stated = comparison.said, comparison.stated
    taken = {match.stated for match in comparison.matches if match is not None and match.level > Level.SYNSET}
    opposed = {match.stated for match in comparison.matches if match is not None and match.cancelled}
    if any(unit.lemma in MARKS for unit in said.units) or opposed:
        return True
    marks = [number for number in range(len(stated.units)) if _is_predicate(stated, number) and number not in taken]
    return not any(
        comparison.said.units[number].weight >= 1 and _is_of(stated, match.stated, mark)
        for mark in marks
        for number in part
        if (match := comparison.matches[number]) is not None
    )


def _is_predicate(stated: Statement, number: int) -> bool:
    """Tell whether a word for what is not known is said of a thing, and does not describe one in passing: "an unknown painter"."""
    unit = stated.units[number]
    return unit.lemma in MARKS and unit.role == "o" and stated.heads[number] == number


def _is_of(stated: Statement, number: int, mark: int) -> bool:
    """Tell whether a unit is what is not known, or stands in the question behind it."""
    unit, home = stated.units[number], stated.units[mark].clause
    asks = unit.clause == home + 1 and stated.frames[unit.clause].link in ("W", "S")
    return (unit.clause == home and unit.role in ("s", "o")) or asks
