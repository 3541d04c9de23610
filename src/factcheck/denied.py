"""Whether the source says what a sentence denies."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import affirming, candidates
from factcheck.candidates import Base
from factcheck.comparison import compare
from factcheck.conflicts import Conflict
from factcheck.decision import TOLERANCE
from factcheck.parts import Judgement
from factcheck.statement import Statement, parse
from factcheck.verdict import Decision, Evidence, Label, decide


def judged(
    said: Statement, judgement: Judgement, found: Sequence[tuple[int, float]], evidence: Sequence[Evidence], base: Base
) -> Judgement:
    """Return the judgement on a sentence, refuted if it was open and one wording supports what it denies."""
    compares = any(unit.comparative and said.text[: unit.start].endswith("the ") for unit in said.units)
    if judgement.label is not Label.UNSETTLED or judgement.note or said.conditional or compares:
        return judgement
    text = affirming.affirmed(said.text)
    if not text:
        return judgement
    stated = parse(text, base.table)
    other = [_evidence(stated, base, number) for number, _ in found]
    decision = decide(stated, other, range(len(stated.units)))
    if decision.rule != "support" or decision.label is not Label.SUPPORTED or decision.evidence is None:
        return judgement
    if decision.others or decision.uncovered > TOLERANCE:
        return judgement
    item = next(own for own, each in zip(evidence, other, strict=True) if each is decision.evidence)
    everything = tuple(range(len(said.units)))
    refuted = Decision(Label.REFUTED, item, (_conflict(said, item),), decision.uncovered, rule="denied")
    return Judgement(Label.REFUTED, ((everything, refuted),))


def _evidence(said: Statement, base: Base, number: int) -> Evidence:
    wording = base.wordings[number]
    topic = candidates.topic_of(base, wording.claim)
    return Evidence(wording.claim, wording.role, compare(said, wording.index, topic))


def _conflict(said: Statement, item: Evidence) -> Conflict:
    """Return the clash of what a sentence denies with what a wording says."""
    negated = [number for number, unit in enumerate(said.units) if unit.negated and unit.weight]
    number = negated[0] if negated else max(range(len(said.units)), key=lambda at: said.units[at].weight)
    match = item.comparison.matches[number]
    return Conflict("negation", number, match.stated if match else 0)
