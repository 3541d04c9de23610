"""How verdicts come about: what was read, what was compared, and which rule decided."""

from __future__ import annotations

import pickle
import tomllib
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import trace
from factcheck.database import Claims
from factcheck.decision import Rule
from factcheck.explanation import Explanation
from factcheck.sentences import Sentence

DOCUMENT = tomllib.loads((Path(__file__).parent / "cases/trace.toml").read_text("utf-8"))
CASES = [pytest.param(case, id=case["why"]) for case in DOCUMENT["case"]]
KEYS = {"why", "text", "judged", "says", "together", "marks", "read", "clauses", "partners"}

check = import_module("factcheck.check")


@pytest.fixture(scope="module")
def claims(tmp_path_factory: pytest.TempPathFactory) -> Claims:
    """Return the harbour's claims."""
    path = tmp_path_factory.mktemp("claims") / "harbour.toml"
    path.write_text(DOCUMENT["database"], "utf-8")
    return Claims.load(path)


def explained(text: str, claims: Claims) -> Explanation:
    """Return how the verdict on one sentence came about."""
    (verdict,) = check.check_sentences([Sentence(text, 0, len(text))], claims, explained=True)
    assert verdict.explanation is not None
    return verdict.explanation  # type: ignore[no-any-return]


def told(explanation: Explanation) -> dict[str, Any]:
    """Return what a case says of an explanation."""
    parts = explanation.parts
    return {
        "judged": [[part.label, part.rule, part.claim] for part in parts],
        "says": parts[0].why if parts else "",
        "together": explanation.why,
        "marks": list(explanation.marks),
        "read": [[word.text, word.meaning, word.role, list(word.marks)] for word in explanation.words],
        "clauses": [
            [clause.text, clause.verb, list(clause.subject), list(clause.object), list(clause.marks)]
            for clause in explanation.clauses
        ],
        "partners": [[each.said, each.stated, each.level, each.conflict] for each in parts[0].partners]
        if parts
        else [],
    }


@pytest.mark.parametrize("case", CASES)
def test_explanation(case: dict[str, Any], claims: Claims) -> None:
    assert case.keys() <= KEYS
    found = told(explained(case["text"], claims))
    expected = {key: case[key] for key in case.keys() & found.keys()}
    assert {key: found[key] for key in expected} == expected


SENTENCES = [case["text"] for case in DOCUMENT["case"]]
CHARACTERS = st.characters(exclude_categories=["Cs", "No"])
PIECES = sorted(
    {word for text in SENTENCES for word in text.split()} | {",", "…", "\x1b[31m", "§", "Ünïcödé", "9" * 320}
)


@given(st.one_of(st.text(CHARACTERS, max_size=60), st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)))
def test_any_text_is_explained_and_every_span_is_where_it_says(claims: Claims, text: str) -> None:
    (verdict,) = check.check_sentences([Sentence(text, 0, len(text))], claims, explained=True)
    explanation = verdict.explanation
    assert all(text[each.start : each.end] == each.text for each in (*explanation.words, *explanation.clauses))
    assert all(0 <= each.uncovered <= 1 for each in (*explanation.parts, *explanation.compared))
    labels = {part.label for part in explanation.parts}
    assert not labels or verdict.label in labels


@pytest.mark.parametrize("text", SENTENCES)
def test_an_explanation_changes_nothing_else(text: str, claims: Claims) -> None:
    sentence = Sentence(text, 0, len(text))
    (plain,) = check.check_sentences([sentence], claims)
    (verdict,) = check.check_sentences([sentence], claims, explained=True)
    assert plain.explanation is None
    assert replace(verdict, explanation=None) == plain
    assert pickle.loads(pickle.dumps(verdict)) == verdict


def test_each_rule_has_a_case(claims: Claims) -> None:
    rules = {part.rule for text in SENTENCES for part in explained(text, claims).parts}
    assert rules == set(get_args(Rule)) == set(trace.RULES)
