"""What something is done for need not have come of it: who borrowed money to build a hotel need not have built it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.comparison import Comparison
from factcheck.details.idle import states
from factcheck.statement import Statement
from factcheck.tables import groups, kinds

_INFINITIVE = "T"
_TO = " to"


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether no act that a part states is one that the wording has only as the purpose of another."""
    said = comparison.said
    for number in part:
        frame, match = said.frames[said.units[number].clause], comparison.matches[number]
        if number != frame.verb or match is None or states(said.units[number].lemma):
            continue
        if frame.link == _INFINITIVE or frame.modal or frame.denied or match.cancelled:
            continue
        if _is_a_purpose(comparison.stated, match.stated):
            return False
    return True


def _is_a_purpose(stated: Statement, number: int) -> bool:
    """Tell whether a verb is an infinitive behind what another verb acts on or leads to: "bought land to build", "in order to build"."""
    clause = stated.units[number].clause
    frame = stated.frames[clause]
    if frame.link != _INFINITIVE or frame.verb != number or not clause:
        return False
    before = stated.frames[clause - 1]
    if before.verb < 0:
        return False
    verb = stated.units[before.verb]
    lemma = verb.lemma.removesuffix(_TO)
    between = [unit for unit in stated.units if verb.end <= unit.start < stated.units[number].start]
    if not between or between[-1].pos not in "np" or not verb.weight or before.denied:
        return False
    return kinds("control").get(lemma) is None and lemma not in groups("hedges")["realising"]
