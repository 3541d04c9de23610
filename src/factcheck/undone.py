"""What is no more: "has no talks with the club" follows from "the talks with the club are suspended"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.comparison import Comparison
from factcheck.details.idle import states
from factcheck.details.phases import NEVER, NOT_YET
from factcheck.statement import Frame, Statement
from factcheck.tables import kinds


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether nothing that a part says there is was ended in the wording: an abolished ferry is no ferry that there is."""
    said = comparison.said
    return not any(
        _says_of_now(said, frame) and not frame.denied and _ends(comparison, number)
        for number in part
        if said.units[number].kind == "word" and said.units[number].role == "o"
        for frame in (said.frames[said.units[number].clause],)
    )


def is_undone(comparison: Comparison, number: int) -> bool:
    """Tell whether a sentence denies that there is what the wording says was ended, or denies it of whom it names."""
    said = comparison.said
    clause = said.units[number].clause
    frame = said.frames[clause]
    if not said.units[number].negated or not (frame.denied and _says_of_now(said, frame)):
        return False
    if said.units[number].role == "s" and said.units[number].kind == "name":
        return any(_is_ended(comparison, other) for other, unit in enumerate(said.units) if unit.clause == clause)
    return _is_ended(comparison, said.heads[number])  # what describes it is denied with it


def _says_of_now(said: Statement, frame: Frame) -> bool:
    """Tell whether a clause says only that there is something now, or nothing: "there are no talks", "no longer has talks"."""
    verb = said.units[frame.verb] if frame.verb >= 0 else None
    idle = verb is None or not verb.weight or states(verb.lemma)
    return idle and not (frame.past or frame.modal) and frame.phase not in (NEVER, NOT_YET)


def _is_ended(comparison: Comparison, number: int) -> bool:
    """Tell whether a denied noun is what the wording says was ended, and that of nobody whom the sentence lacks."""
    said = comparison.said
    unit = said.units[number]
    if unit.kind != "word" or not unit.negated or any(number == each.kind for each in said.predications):
        return False  # what is no school need not be a school that was closed
    return _ends(comparison, number) and not _is_of_others(comparison, number)


def _ends(comparison: Comparison, number: int) -> bool:
    """Tell whether a noun is what a verb of the wording, which the sentence lacks, made an end of."""
    stated, match = comparison.stated, comparison.matches[number]
    if match is None or comparison.said.units[number].pos != "n" or stated.heads[match.stated] != match.stated:
        return False
    frame = stated.frames[stated.units[match.stated].clause]
    if frame.verb < 0 or frame.denied or frame.modal or frame.force or match.stated not in frame.object:
        return False
    return frame.verb not in _taken(comparison) and stated.units[frame.verb].lemma in kinds("ending")


def _taken(comparison: Comparison) -> set[int]:
    return {match.stated for match in comparison.matches if match}


def _is_of_others(comparison: Comparison, number: int) -> bool:
    """Tell whether the wording has in some role only names that the sentence lacks: no talks with Lund are not no talks."""
    match, taken = comparison.matches[number], _taken(comparison)
    assert match
    clause = comparison.stated.units[match.stated].clause
    names = [
        (at, unit) for at, unit in enumerate(comparison.stated.units) if unit.kind == "name" and unit.clause == clause
    ]
    said = {unit.role for at, unit in names if at in taken}
    return any(unit.role != "s" and unit.role not in said for _, unit in names)
