"""Modality: a fact is stronger than a plan, a plan stronger than a possibility; what is stronger than the source goes further."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.comparison import Comparison
    from factcheck.statement import Frame

from factcheck.details import force

POSSIBLE, PLAN, PRESENT, PAST = range(4)
_PLANNED = frozenset(("will", "would", "shall", "'ll", "'d", "going"))


def strength(frame: Frame) -> int:
    """Return 3 for a past fact, 2 for a present one, 1 for a plan, 0 for a possibility."""
    if frame.modal in force.POSSIBLE:
        return POSSIBLE
    if frame.modal in _PLANNED:
        return PLAN
    return PAST if frame.past else PRESENT


def fits(comparison: Comparison, part: Sequence[int], exact: bool = False) -> bool:
    """Tell whether no clause of the part is stronger than its partner; `exact`: whether none is weaker either."""
    for number, frame in enumerate(comparison.said.frames):
        partner = _partner(comparison, part, number, frame)
        if partner is None:
            continue
        if partner.force == force.UNDONE and frame.denied:
            continue  # what was to have been done is not done
        said, stated = strength(frame), strength(partner)
        if (said == 3 and stated < 2) or (said > 0 and stated == 0) or (said == 1 and stated == 3):
            return False
        if said == 2 and stated == 1 and partner.link == "T":
            return False  # what somebody hopes to be need not be
        if not force.follows(frame, partner, bool(comparison.said.speakers)):
            return False
        if exact and (said < 2) != (stated < 2):
            return False
    return True


def _partner(comparison: Comparison, part: Sequence[int], number: int, frame: Frame) -> Frame | None:
    """Return the clause of the wording with the same verb, or that says the same of what is."""
    stated = comparison.stated
    if frame.verb >= 0:
        match = comparison.matches[frame.verb] if frame.verb in part else None
        return next((other for other in stated.frames if match and other.verb == match.stated), None)
    for index in frame.object:
        match = comparison.matches[index] if index in part else None
        other = stated.frames[stated.units[match.stated].clause] if match else None
        if other is not None and other.verb < 0 and comparison.said.units[index].clause == number:
            return other
    return None
