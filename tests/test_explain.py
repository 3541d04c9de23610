"""Explanations: what a verdict shows for its reasons, and that every span is where it says it is."""

from __future__ import annotations

import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from factcheck import reports
from factcheck.database import Claims
from factcheck.findings import Finding, Relation
from factcheck.sentences import Sentence
from factcheck.verdict import Label, Verdict

DOCUMENT = tomllib.loads((Path(__file__).parent / "cases/explain.toml").read_text("utf-8"))
CASES = [pytest.param(case, id=case["why"]) for case in DOCUMENT["case"]]
KINDS = (Path(reports.__file__).parent / "report.schema.json").read_text("utf-8")
KEYS = {"why", "text", "verdict", "claim", "others", "reason", "findings", "whys", "nearest"}

check = import_module("factcheck.check")


@pytest.fixture(scope="module")
def claims(tmp_path_factory: pytest.TempPathFactory) -> Claims:
    """Return the bakery's claims."""
    path = tmp_path_factory.mktemp("claims") / "bakery.toml"
    path.write_text(DOCUMENT["bakery"], "utf-8")
    return Claims.load(path)


def verdict_on(text: str, claims: Claims) -> Verdict:
    """Return the verdict on one sentence."""
    (verdict,) = check.check_sentences([Sentence(text, 0, len(text))], claims)
    return verdict  # type: ignore[no-any-return]


def row(finding: Finding) -> list[str]:
    """Return a finding as the cases write it."""
    said, stated = (span.text if span else "" for span in (finding.said, finding.stated))
    return [finding.kind, finding.relation, said, stated, finding.where]


def told(verdict: Verdict) -> dict[str, Any]:
    """Return what a case says of a verdict."""
    return {
        "verdict": verdict.label,
        "claim": verdict.claim.id if verdict.claim else "",
        "others": [claim.id for claim in verdict.others],
        "reason": verdict.reason,
        "findings": [row(finding) for finding in verdict.findings],
        "whys": [finding.why for finding in verdict.findings],
        "nearest": [candidate.claim.id for candidate in verdict.nearest],
    }


@pytest.mark.parametrize("case", CASES)
def test_explanation(case: dict[str, Any], claims: Claims) -> None:
    assert case.keys() <= KEYS
    found = told(verdict_on(case["text"], claims))
    found["whys"] = found["whys"][: len(case.get("whys", []))]
    expected = {key: case[key] for key in case.keys() - {"why", "text"}}
    assert {key: found[key] for key in expected} == expected


def assert_spans(verdict: Verdict) -> None:
    """Check that every span holds the words that stand there, and every finding a reason."""
    for finding in verdict.findings:
        assert finding.said
        assert verdict.sentence.text[finding.said.start : finding.said.end] == finding.said.text != ""
        assert finding.why.endswith(".")
        if finding.stated:
            assert verdict.claim
            text = getattr(verdict.claim, finding.where)
            assert text[finding.stated.start : finding.stated.end] == finding.stated.text != ""


@pytest.mark.parametrize("case", CASES)
def test_spans(case: dict[str, Any], claims: Claims) -> None:
    verdict = verdict_on(case["text"], claims)
    assert_spans(verdict)
    assert (verdict.claim is None) == (verdict.label is Label.UNSETTLED)
    assert all(0 <= candidate.similarity <= 100 for candidate in verdict.nearest)


def test_shipped_claims_explain_themselves() -> None:
    claims = Claims.load()
    for claim in claims.claims[::15]:
        for text in (claim.statement, *claim.also[:1], *claim.wrong[:1]):
            verdict = verdict_on(text, claims)
            assert_spans(verdict)
            assert verdict.reason.endswith(".")
            assert all(f"`{finding.kind}`" in KINDS for finding in verdict.findings)
            clashes = [finding for finding in verdict.findings if finding.relation is Relation.CONFLICTS]
            assert bool(clashes) == (verdict.label is Label.REFUTED)


def test_a_text_as_its_own_database() -> None:
    text = "The pier is 40 metres long. It is made of oak."
    verdict = verdict_on("The pier is 60 metres long.", Claims.from_text(text))
    assert [row(finding) for finding in verdict.findings] == [
        ["quantity", "conflicts", "60 metres", "40 metres", "excerpt"]
    ]
    assert_spans(verdict)
