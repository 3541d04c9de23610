"""Whether what a sentence dates is what the wording dates: "closed in March and reopened in May" says nothing of closing in May."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.alignment import Level
from factcheck.comparison import Comparison
from factcheck.decision import WEIGHTY
from factcheck.levels import SETTING
from factcheck.statement import Statement

_WHEN = re.compile(r"by the time|before|after|until|till|once|as soon as|when|since", re.IGNORECASE)
_BOUNDS = frozenset(("begin", "start", "open", "commence", "end", "finish", "close", "conclude", "stop"))


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether the dates of a part are of the acts that the wording dates so, and no bound of an event is left out."""
    if any(_bounds_an_event(comparison, part, number) for number in range(len(comparison.said.frames))):
        return False
    return all(
        _is_of_its_act(comparison, part, number) for number in part if comparison.said.units[number].kind == "date"
    )


def _bounds_an_event(comparison: Comparison, part: Sequence[int], number: int) -> bool:
    """Tell whether a clause sets an act before or after the begin or end of an event, where the wording has only the event."""
    frame = comparison.said.frames[number]
    if frame.verb not in part or comparison.matches[frame.verb] is not None:
        return False
    opening = _WHEN.match(comparison.said.text[frame.start : frame.end])
    bounds = comparison.said.units[frame.verb].lemma in _BOUNDS
    if not opening or not bounds:
        return False
    word = "before" if opening[0].lower() == "by the time" else opening[0].lower()
    return re.search(rf"\b{word}\b", comparison.stated.text, re.IGNORECASE) is None


def _is_of_its_act(comparison: Comparison, part: Sequence[int], number: int) -> bool:
    said, stated = comparison.said, comparison.stated
    verb = said.frames[said.units[number].clause].verb
    date, acts = comparison.matches[number], comparison.matches[verb] if verb in part else None
    if (
        date is None
        or number in comparison.reckoned
        or acts is None
        or acts.level < Level.NEAR
        or said.units[verb].weight < WEIGHTY
    ):
        return True
    dated, home = stated.units[date.stated].clause, stated.units[acts.stated].clause
    if dated == home or not _tells_an_act(stated, comparison, dated, date.stated):
        return True
    return dated < home and not any(unit.kind == "date" for unit in stated.units if unit.clause == home)


def _tells_an_act(stated: Statement, comparison: Comparison, clause: int, date: int) -> bool:
    """Tell whether a clause has its date behind a verb of its own that the sentence does not have."""
    verb = stated.frames[clause].verb
    taken = {match.stated for match in comparison.matches if match}
    return (
        verb >= 0
        and stated.units[verb].weight >= 1
        and stated.units[verb].lemma not in SETTING
        and verb not in taken
        and stated.units[verb].start < stated.units[date].start
    )
