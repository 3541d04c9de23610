"""Whether a figure is what the same verb acts on: in "takes 9 million out, which leaves 31 million" nine million are not left."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.alignment import Level
from factcheck.comparison import Comparison
from factcheck.details.measures import Quantity
from factcheck.levels import SETTING
from factcheck.statement import Statement


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether no figure of a part is the object of a verb that has another figure for its object in the wording."""
    return not any(_has_another(comparison, part, frame.verb) for frame in comparison.said.frames if frame.verb in part)


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
