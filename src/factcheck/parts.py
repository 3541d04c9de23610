"""Judge a sentence as a whole, then part by part: one refuted part refutes it, one unsettled part leaves it unsettled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.statement import Statement
from factcheck.verdict import Decision, Evidence, Label, decide


@dataclass(frozen=True, slots=True)
class Judgement:
    """The label of a sentence, and the decision on each part that it rests on."""

    label: Label
    decisions: tuple[tuple[tuple[int, ...], Decision], ...]
    note: str = ""


def judge(said: Statement, evidence: Sequence[Evidence]) -> Judgement:
    """Judge a sentence by the evidence found for it."""
    everything = tuple(range(len(said.units)))
    if said.question:
        return Judgement(Label.UNSETTLED, (), "question")
    whole = decide(said, evidence, everything)
    if said.normative and not (whole.evidence and whole.evidence.comparison.stated.normative):
        return Judgement(Label.UNSETTLED, (), "wish or an opinion")
    if whole.label is not Label.UNSETTLED:
        return Judgement(whole.label, ((everything, whole),))
    pieces = split(said)
    if len(pieces) < 2:
        return Judgement(Label.UNSETTLED, ((everything, whole),))
    decisions = tuple((piece, decide(said, evidence, piece)) for piece in pieces)
    labels = [decision.label for _, decision in decisions]
    if Label.REFUTED in labels:
        return Judgement(Label.REFUTED, decisions)
    if all(label is Label.SUPPORTED for label in labels):
        return Judgement(Label.SUPPORTED, decisions)
    return Judgement(Label.UNSETTLED, ((everything, whole), *decisions))


def split(said: Statement) -> list[tuple[int, ...]]:
    """Return the parts of a compound sentence as indexes of units; a part without a subject takes the one before it."""
    pieces: list[list[int]] = []
    for number, frame in enumerate(said.frames):
        own = [index for index, unit in enumerate(said.units) if unit.clause == number]
        separate = frame.link in ("C", "S", "W", ";", ".") and frame.verb >= 0
        if separate and pieces and any(said.units[index].weight for index in own):
            has_subject = any(said.units[index].role in ("s",) or (frame.passive and said.units[index].role == "o") for index in own)
            pieces.append(own if has_subject else [*frame.subject, *own])
        elif pieces:
            pieces[-1] += own
        else:
            pieces.append(own)
    return [tuple(sorted(set(piece))) for piece in pieces if any(said.units[index].weight for index in piece)]
