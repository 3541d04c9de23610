"""A state that begins, goes on or is over, against another phase of the same state of the same thing."""

from __future__ import annotations

from factcheck.alignment import Level
from factcheck.conflicts.places import Chosen, Conflict, Rows
from factcheck.details.phases import OVER, clash
from factcheck.draft import SEMILIGHT
from factcheck.statement import Frame, Statement


def phases(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """ "Is still a school" against "used to be a school"."""
    for number, unit in enumerate(said.units):
        match = chosen[number]
        if match is None or match.level < Level.NEAR or unit.role not in ("v", "o") or unit.weight < SEMILIGHT:
            continue
        partner = stated.units[match.stated]
        ours, theirs = said.frames[unit.clause], stated.frames[partner.clause]
        if partner.role in ("v", "o") and _clash(ours, theirs) and _of_one_thing(said, ours, theirs, chosen):
            return [Conflict("phase", number, match.stated)]
    return []


def _clash(ours: Frame, theirs: Frame) -> bool:
    if ours.denied != theirs.denied and OVER not in (ours.phase, theirs.phase):
        return False
    if clash(ours.phase, theirs.phase):
        return True
    return (_is_present(ours) and _is_past_state(theirs)) or (_is_past_state(ours) and _is_present(theirs))


def _is_present(frame: Frame) -> bool:
    """Tell whether a clause says what a thing is now."""
    return frame.verb < 0 and not (frame.phase or frame.past or frame.modal or frame.denied)


def _is_past_state(frame: Frame) -> bool:
    return frame.phase == OVER


def _of_one_thing(said: Statement, ours: Frame, theirs: Frame, chosen: Chosen) -> bool:
    """Tell whether the two clauses have a subject in common."""
    own = [number for number in (*ours.subject, *ours.object) if said.units[number].weight]
    return any((match := chosen[number]) and match.stated in (*theirs.subject, *theirs.object) for number in own)
