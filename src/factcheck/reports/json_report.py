"""The json and jsonl formats: the same result objects in one document, or one a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from factcheck.database import Claim
from factcheck.findings import Finding, Span
from factcheck.reports import Run
from factcheck.reports.visible import escaped_json
from factcheck.verdict import Label, Verdict

SCHEMA_VERSION = 1

Json = dict[str, Any]


def report(verdicts: Iterable[Verdict], run: Run) -> Iterator[str]:
    """Yield one document with all results."""
    yield escaped_json(json.dumps(document(verdicts, run), ensure_ascii=False, indent=2)) + "\n"


def document(verdicts: Iterable[Verdict], run: Run) -> Json:
    """Return all results with what they were checked by and against, as report.schema.json says."""
    results = [result(verdict) for verdict in verdicts]
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "factcheck", "version": run.version},
        "database": {
            "claims": run.claims,
            "sources": [{"id": source.id, "title": source.title} for source in run.sources],
        },
        "results": results,
        "summary": {str(label): sum(found["verdict"] == label for found in results) for label in Label} | {**run.aside},
    }


def report_lines(verdicts: Iterable[Verdict], run: Run) -> Iterator[str]:
    """Yield one result a line."""
    for verdict in verdicts:
        yield escaped_json(json.dumps(result(verdict), ensure_ascii=False)) + "\n"


def result(verdict: Verdict) -> Json:
    """Return one verdict as a JSON object; the order of its keys is part of the contract."""
    sentence = verdict.sentence
    found: Json = {
        "text": sentence.text,
        "path": sentence.path,
        "line": sentence.line,
        "column": sentence.column,
        "start": sentence.start,
        "end": sentence.end,
        "verdict": str(verdict.label),
        "reason": verdict.reason,
        "claim": _claim(verdict.claim),
        "evidence": _evidence(verdict.claim),
        "findings": [_finding(finding) for finding in verdict.findings],
        "similarity": round(verdict.similarity, 1),
        "nearest": [
            {**(_claim(candidate.claim) or {}), "similarity": round(candidate.similarity, 1)}
            for candidate in verdict.nearest
        ],
    }
    return {**found, "explanation": asdict(verdict.explanation)} if verdict.explanation else found


def _claim(claim: Claim | None) -> Json | None:
    """Return what identifies a claim."""
    return {"id": claim.id, "statement": claim.statement} if claim else None


def _evidence(claim: Claim | None) -> Json | None:
    """Return the excerpt and its place in the source text, which is null where the database does not say it."""
    if not claim:
        return None
    known = claim.at >= 0
    return {
        "exact": claim.excerpt,
        "start": claim.at if known else None,
        "end": claim.at + len(claim.excerpt) if known else None,
        "source": {"id": claim.source.id, "title": claim.source.title},
    }


def _finding(finding: Finding) -> Json:
    """Return one compared detail."""
    stated = _span(finding.stated)
    return {
        "kind": finding.kind,
        "relation": str(finding.relation),
        "said": _span(finding.said),
        "stated": {**stated, "in": finding.where} if stated else None,
        "why": finding.why,
    }


def _span(span: Span | None) -> Json | None:
    """Return a stretch of text with its offsets."""
    return {"text": span.text, "start": span.start, "end": span.end} if span else None
