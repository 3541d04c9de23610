"""Whether an act that weighs little is not another one in the wording: who reviewed a novel did not write it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.alignment import Level, Match
from factcheck.comparison import Comparison
from factcheck.details.idle import is_idle
from factcheck.findings import Relation
from factcheck.statement import Frame
from factcheck.tables import groups


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether no light verb that tells an act stands for another act that the wording has done to the same thing."""
    return not any(
        _is_another(comparison, part, frame)
        for frame in comparison.said.frames
        if frame.verb in part and comparison.said.units[frame.verb].lemma in groups("telling")["telling"]
    )


def _is_another(comparison: Comparison, part: Sequence[int], frame: Frame) -> bool:
    """Tell whether what a clause acts on is acted on by another verb in the wording, which the sentence lacks."""
    said, stated, own = comparison.said, comparison.stated, comparison.matches[frame.verb]
    if own is not None and own.level > Level.SYNSET and stated.units[own.stated].pos != "n":
        return False
    if _is_reckoned(comparison, said.units[frame.verb].clause):
        return False  # "pays 15 per cent", who shares the rest
    taken = {match.stated for match in comparison.matches if match and match.level > Level.SYNSET}
    things = {
        match.stated
        for number in frame.object
        if number in part and said.units[number].weight and said.heads[number] == number
        for match in (comparison.matches[number],)
        if match is not None and match.level >= Level.NEAR and said.units[number].kind in ("word", "name")
    }
    return any(
        other.verb not in taken
        and not is_idle(stated.units[other.verb].lemma)
        and bool(_acted_on(comparison, other) & things)
        for other in stated.frames
        if other.verb >= 0
    )


def _acted_on(comparison: Comparison, frame: Frame) -> set[int]:
    """Return what a verb of the wording acts on, with its preposition too: "look for a gene"."""
    units = comparison.stated.units
    last = units[frame.verb].lemma.rsplit(" ", 1)[-1]
    led = (at for at, unit in enumerate(units) if unit.role == last and unit.clause == units[frame.verb].clause)
    return {*frame.object, *led}


def _is_reckoned(comparison: Comparison, clause: int) -> bool:
    """Tell whether a figure of a clause follows from those of the wording."""
    return any(
        unit.clause == clause and unit.kind == "quantity" and (number in comparison.reckoned or _follows(match))
        for number, (unit, match) in enumerate(zip(comparison.said.units, comparison.matches, strict=True))
    )


def _follows(match: Match | None) -> bool:
    return match is not None and match.relation is Relation.ENTAILS
