"""Judge a sentence as a whole, then part by part: one refuted part refutes it, one unsettled part leaves it unsettled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.statement import Statement
from factcheck.verdict import Decision, Evidence, Label, decide
from factcheck.words import reporting


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
    decisions = tuple((piece, _anchored(said, piece, decide(said, evidence, piece))) for piece in pieces)
    labels = [decision.label for _, decision in decisions]
    if Label.REFUTED in labels:
        return Judgement(Label.REFUTED, decisions)
    if all(label is Label.SUPPORTED for label in labels):
        return Judgement(Label.SUPPORTED, decisions)
    return Judgement(Label.UNSETTLED, ((everything, whole), *decisions))


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


def split(said: Statement) -> list[tuple[int, ...]]:
    """Return the parts of a compound sentence as indexes of units; a part without a subject takes the one before it."""
    pieces: list[list[int]] = []
    for number, frame in enumerate(said.frames):
        own = [index for index, unit in enumerate(said.units) if unit.clause == number]
        reported = (
            number > 0
            and said.frames[number - 1].verb >= 0
            and said.units[said.frames[number - 1].verb].lemma in reporting()["verb"]
            and frame.link != "C"
        )
        separate = not reported and frame.link in ("C", "S", "W", ";", ".") and frame.verb >= 0
        if separate and pieces and any(said.units[index].weight for index in own):
            has_subject = any(
                said.units[index].role in ("s",) or (frame.passive and said.units[index].role == "o") for index in own
            )
            pieces.append(own if has_subject else [*frame.subject, *own])
        elif pieces:
            pieces[-1] += own
        else:
            pieces.append(own)
    return [tuple(sorted(set(piece))) for piece in _told(said, pieces)]


def _told(said: Statement, pieces: Sequence[list[int]]) -> list[list[int]]:
    """Join a part that says nothing of its own ("astronomers know …") with the next one, the last with the one before."""
    found: list[list[int]] = []
    for piece in pieces:
        if found and not _says_something(said, found[-1]):
            found[-1] = [*found[-1], *piece]
        else:
            found.append(list(piece))
    if len(found) > 1 and not _says_something(said, found[-1]):
        rest = found.pop()
        found[-1] += rest
    return [piece for piece in found if any(said.units[index].weight for index in piece)]


def _says_something(said: Statement, piece: Sequence[int]) -> bool:
    return any(said.units[index].weight >= 1 for index in piece)
