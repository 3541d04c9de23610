"""What a sentence put otherwise comes to: without its denial, or in another construction."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.candidates import Base
from factcheck.conflicts import Conflict
from factcheck.decision import Found, Rule, evidence_of
from factcheck.parts import Judgement
from factcheck.statement import Statement, parse
from factcheck.verdict import Decision, Evidence, Label, decide


def read(
    text: str, found: Found, evidence: Sequence[Evidence], base: Base
) -> tuple[Statement, Decision, Evidence | None]:
    """Return a sentence put otherwise, what it comes to, and the evidence on the sentence itself that goes with what decided."""
    stated = parse(text, base.table)
    other = [evidence_of(stated, base, number) for number, _ in found]
    decision = decide(stated, other, range(len(stated.units)))
    pairs = zip(evidence, other, strict=True)
    return stated, decision, next((own for own, each in pairs if each is decision.evidence), None)


def judgement(
    said: Statement, label: Label, item: Evidence, decision: Decision, rule: Rule, *conflicts: Conflict
) -> Judgement:
    """Return the judgement on a sentence as a whole by what it comes to put otherwise."""
    told = Decision(label, item, conflicts, decision.uncovered, rule=rule)
    return Judgement(label, ((tuple(range(len(said.units))), told),))
