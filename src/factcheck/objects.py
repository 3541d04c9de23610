"""Whether a figure is of the same thing, and what the same verb acts on.

In "takes 9 million out, which leaves 31 million" nine million are not left; "49 reviews" are no mark of 49.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.alignment import Level
from factcheck.comparison import Comparison
from factcheck.decision import WEIGHTY
from factcheck.details.measures import Quantity
from factcheck.levels import SETTING
from factcheck.statement import Statement

_OF_THEM = re.compile(r" of (?:them|these|those|us)\b", re.IGNORECASE)


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether no figure of a part is the object of a verb that has another figure for its object in the wording."""
    if any(_counts_another(comparison, number) for number in part if number not in comparison.reckoned):
        return False
    return not any(_has_another(comparison, part, frame.verb) for frame in comparison.said.frames if frame.verb in part)


def _counts_another(comparison: Comparison, number: int) -> bool:
    """Tell whether a bare figure is matched by a count of what the sentence does not speak of: "a rating above 6", "49 reviews"."""
    said, stated, match = comparison.said, comparison.stated, comparison.matches[number]
    value = said.units[number].value
    if match is None or not isinstance(value, Quantity) or value.dimension != "count" or said.heads[number] != number:
        return False
    if _OF_THEM.match(said.text, said.units[number].end):
        return False  # "the three of them"
    counted = stated.heads[match.stated]
    taken = {other.stated for other in comparison.matches if other}
    return counted != match.stated and counted not in taken and stated.units[counted].weight >= WEIGHTY


def _has_another(comparison: Comparison, part: Sequence[int], verb: int) -> bool:
    said, stated, acts = comparison.said, comparison.stated, comparison.matches[verb]
    if acts is None or acts.level < Level.NEAR or stated.units[acts.stated].role != "v":
        return False
    home = stated.units[acts.stated].clause
    for number in _figures(said, said.units[verb].clause):
        match = comparison.matches[number] if number in part and number not in comparison.reckoned else None
        if match is None or stated.units[match.stated].clause == home or _is_set_against(stated, match.stated):
            continue
        if any(_measure(stated, other) == _measure(said, number) for other in _figures(stated, home)):
            return True
    return False


def _is_set_against(stated: Statement, number: int) -> bool:
    """Tell whether a figure only stands beside another: "14, compared with nine in 2015"."""
    verb = stated.frames[stated.units[number].clause].verb
    return verb >= 0 and stated.units[verb].lemma in SETTING


def _figures(statement: Statement, clause: int) -> list[int]:
    """Return the figures that the verb of a clause acts on."""
    return [
        number
        for number, unit in enumerate(statement.units)
        if unit.clause == clause and unit.kind == "quantity" and unit.role == "o"
    ]


def _measure(statement: Statement, number: int) -> str:
    value = statement.units[number].value
    return value.dimension if isinstance(value, Quantity) else ""
