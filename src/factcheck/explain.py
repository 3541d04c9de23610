"""Turn a judgement into a verdict that shows its reasons: findings with spans, one sentence for a person, the nearest claims."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.candidates import Base, similarity
from factcheck.conflicts import Conflict
from factcheck.findings import Finding, Relation, Span
from factcheck.parts import Judgement
from factcheck.sentences import Sentence
from factcheck.statement import Statement
from factcheck.verdict import Candidate, Decision, Label, Verdict

NEAREST = 3


def verdict(sentence: Sentence, said: Statement, judgement: Judgement, found: Sequence[tuple[int, float]], base: Base) -> Verdict:
    """Return the verdict for a sentence that was judged."""
    nearest = _nearest(said, found, base)
    deciding = [decision for _, decision in judgement.decisions if decision.label is judgement.label and decision.evidence]
    if judgement.label is Label.UNSETTLED or not deciding:
        return Verdict(Label.UNSETTLED, sentence, _open_reason(said, judgement), nearest=nearest)
    decision = deciding[0]
    assert decision.evidence
    claim = base.claims[decision.evidence.claim]
    others = tuple(dict.fromkeys(base.claims[other.evidence.claim] for other in deciding[1:] if other.evidence and other.evidence.claim != decision.evidence.claim))
    findings = _findings(said, decision)
    return Verdict(judgement.label, sentence, _reason(said, decision), claim, others, findings, similarity(said.text, claim.statement), nearest)


def _nearest(said: Statement, found: Sequence[tuple[int, float]], base: Base) -> tuple[Candidate, ...]:
    claims = dict.fromkeys(base.wordings[number].claim for number, _ in found)
    return tuple(Candidate(base.claims[claim], similarity(said.text, base.claims[claim].statement)) for claim in list(claims)[:NEAREST])


def _span(statement: Statement, number: int) -> Span:
    unit = statement.units[number]
    return Span(statement.text[unit.start : unit.end], unit.start, unit.end)


def _findings(said: Statement, decision: Decision) -> tuple[Finding, ...]:
    assert decision.evidence
    comparison = decision.evidence.comparison
    found = [Finding(conflict.kind, Relation.CONFLICTS, _span(said, conflict.said), None, "excerpt", _why(said, conflict, decision)) for conflict in decision.conflicts]
    for number, match in enumerate(comparison.matches):
        if match and said.units[number].kind != "word":
            found.append(Finding(said.units[number].kind, match.relation, _span(said, number), None))
    return tuple(found)


def _why(said: Statement, conflict: Conflict, decision: Decision) -> str:
    assert decision.evidence
    stated = decision.evidence.comparison.stated
    return f"{conflict.kind}: said {_span(said, conflict.said).text!r}, stated {_span(stated, conflict.stated).text!r} in {stated.text!r}"


def _reason(said: Statement, decision: Decision) -> str:
    assert decision.evidence
    if decision.conflicts:
        return "; ".join(_why(said, conflict, decision) for conflict in decision.conflicts)
    word = "a known misstatement" if decision.evidence.wrong else "the source says so"
    return f"{word}: {decision.evidence.comparison.stated.text}"


def _open_reason(said: Statement, judgement: Judgement) -> str:
    if judgement.note:
        return f"A {judgement.note} asserts nothing that a source settles."
    missing = [said.text[said.units[number].start : said.units[number].end] for _, decision in judgement.decisions for number in decision.missing]
    return "Nothing settles: " + ", ".join(dict.fromkeys(missing))
