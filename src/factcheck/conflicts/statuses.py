"""What is done against what is only planned, was to have been done, or is still being decided."""

from __future__ import annotations

import re

from factcheck.alignment import Level
from factcheck.conflicts.places import Chosen, Conflict, Rows
from factcheck.details import modality
from factcheck.details.force import MAY, MUST, OPEN, UNDONE
from factcheck.details.ignorance import MARKS
from factcheck.draft import SEMILIGHT
from factcheck.statement import Frame, Statement

_BY_NOW = re.compile(r"\b(?:already|by now)\b", re.IGNORECASE)


def statuses(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """ "Was finished" against "was to have been finished", "is debating whether to pass it" against "passed it"."""
    for frame in said.frames:
        match = chosen[frame.verb] if frame.verb >= 0 and said.units[frame.verb].weight >= SEMILIGHT else None
        partner = next((other for other in stated.frames if match and other.verb == match.stated), None)
        if match is None or partner is None or match.level < Level.NEAR or frame.denied or partner.denied:
            continue
        if _clash(said, frame, partner) and _meet(said, frame, stated, partner, chosen):
            return [Conflict("status", frame.verb, match.stated)]
    return []


def _clash(said: Statement, frame: Frame, partner: Frame) -> bool:
    """Tell whether an act that one clause says is done is not yet done in the other, or never was."""
    ours, theirs = modality.strength(frame), modality.strength(partner)
    if UNDONE in (frame.force, partner.force):
        return frame.force != partner.force and max(ours, theirs) == modality.PAST
    if frame.force == OPEN:
        return theirs == modality.PAST and _is_present(said, frame)
    ahead = theirs == modality.PLAN and partner.force not in (MUST, MAY)
    return ahead and ours == modality.PAST and _BY_NOW.search(said.text[frame.start : frame.end]) is not None


def _is_present(said: Statement, frame: Frame) -> bool:
    """Tell whether what a clause leaves open is being decided now."""
    number = said.frames.index(frame)
    before = said.frames[number - 1] if number else None
    unknown = any(unit.lemma in MARKS and unit.clause == number - 1 for unit in said.units)  # "it is not known whether"
    return before is not None and not (before.past or before.modal or before.denied or unknown)


def _meet(said: Statement, frame: Frame, stated: Statement, partner: Frame, chosen: Chosen) -> bool:
    """Tell whether two clauses share who acts or what is acted on."""
    theirs = {stated.units[number].lemma for number in (*partner.subject, *partner.object)}
    own = [*frame.subject, *frame.object]
    own += [number for number, unit in enumerate(said.units) if unit.clause == said.units[frame.verb].clause]
    return any(
        (match := chosen[number]) and said.units[number].weight and stated.units[match.stated].lemma in theirs
        for number in own
        if number != frame.verb
    )
