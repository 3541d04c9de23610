"""Judge a sentence as a whole, then part by part: one refuted part refutes it, one unsettled part leaves it unsettled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.assertion import is_counterfactual
from factcheck.details.force import MAY, MUST, PLAN
from factcheck.pieces import split
from factcheck.statement import Statement
from factcheck.verdict import Decision, Evidence, Label, decide

_SAYING = 2  # words from which a text without a verb may say something


class Judgement(NamedTuple):
    """The label of a sentence, and the decision on each part that it rests on."""

    label: Label
    decisions: tuple[tuple[tuple[int, ...], Decision], ...]
    note: str = ""


def judge(said: Statement, evidence: Sequence[Evidence]) -> Judgement:
    """Judge a sentence by the evidence found for it."""
    everything = tuple(range(len(said.units)))
    if said.question:
        return Judgement(Label.UNSETTLED, (), "question")
    if _is_bare(said):
        return Judgement(Label.UNSETTLED, (), "mere word")
    whole = decide(said, evidence, everything)
    if is_counterfactual(said.text) and not (
        whole.evidence and is_counterfactual(whole.evidence.comparison.stated.text)
    ):
        return Judgement(Label.UNSETTLED, (), "supposition")
    if said.normative and not (whole.evidence and _is_of_what_should_be(whole)):
        return Judgement(Label.UNSETTLED, (), "wish or an opinion")
    if whole.label is not Label.UNSETTLED:
        return Judgement(whole.label, ((everything, whole),))
    pieces = split(said)
    if len(pieces) < 2:
        return Judgement(Label.UNSETTLED, ((everything, whole),))
    decisions = tuple((piece, _anchored(said, piece, decide(said, evidence, piece))) for piece in pieces)
    labels = [decision.label for _, decision in decisions]
    if Label.REFUTED in labels:
        return Judgement(Label.REFUTED, decisions)
    if all(label is Label.SUPPORTED for label in labels):
        return Judgement(Label.SUPPORTED, decisions)
    return Judgement(Label.UNSETTLED, ((everything, whole), *decisions))


def _is_of_what_should_be(whole: Decision) -> bool:
    """Tell whether a wording wishes too, or says what must or may be done against what a sentence says should be."""
    assert whole.evidence
    stated = whole.evidence.comparison.stated
    forces = {frame.force for frame in stated.frames}
    return (
        stated.normative
        or (whole.label is Label.REFUTED and bool(forces & {MUST, MAY}))
        or (whole.label is Label.SUPPORTED and PLAN in forces)  # what is meant to help should help
    )


def _is_bare(said: Statement) -> bool:
    """Tell whether a text is one word or name, of which nothing is said."""
    verbs = any(frame.verb >= 0 for frame in said.frames)
    return not verbs and len(said.text.split()) <= _SAYING and 0 < sum(unit.weight > 0 for unit in said.units) < _SAYING


def _anchored(said: Statement, piece: Sequence[int], decision: Decision) -> Decision:
    """Leave open a part that names nothing a conflict could be about ("it was built in 2001")."""
    named = any(
        said.units[number].kind == "name"
        or (said.units[number].pos == "n" and said.units[number].kind == "word" and said.units[number].weight >= 1)
        for number in piece
    )
    return (
        decision
        if named or decision.label is not Label.REFUTED
        else Decision(Label.UNSETTLED, decision.evidence, (), 1.0, tuple(piece), rule="no-subject")
    )
