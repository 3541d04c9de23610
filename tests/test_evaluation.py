"""Labelled files: what is read, what it is checked against, and how the verdicts are scored."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import documents, evaluation, labelled, scoring
from factcheck.database import Claims
from factcheck.documents import DocumentError
from factcheck.labelled import Row
from factcheck.reports.columns import Columns, show
from factcheck.scoring import Mistake
from factcheck.verdict import Label

HERE = Path(__file__).parent
CASES = tomllib.loads((HERE / "cases/labelled.toml").read_text("utf-8"))
PAIRS = st.lists(st.tuples(st.sampled_from(Label), st.sampled_from(Label)), min_size=1)


def read(text: str) -> tuple[Row, ...]:
    return labelled.read([documents.from_text(text, "rows.jsonl")])


def none() -> Claims:
    raise AssertionError("no database is needed")


def storm() -> Claims:
    return Claims.load(HERE / "data/skarholm.toml")


# --- rows


@pytest.mark.parametrize("case", CASES["line"], ids=lambda case: case["why"])
def test_a_line(case: dict[str, Any]) -> None:
    line = case["line"].replace("\n", "\\n")
    if "error" in case:
        with pytest.raises(DocumentError) as raised:
            read(line)
        assert str(raised.value) == f"rows.jsonl:1: {case['error']}"
        return
    (row,) = read(line)
    assert row.label == case["label"]
    assert row.text == case.get("text", row.text)
    assert (row.evidence, row.id) == (case.get("evidence"), case.get("id", ""))


def test_all_errors_are_told_at_once_with_their_lines() -> None:
    with pytest.raises(DocumentError) as raised:
        read('{"text": "It is lit.", "label": "true"}\r\n\r\n{}\r\n \n[]\n')
    assert [line.split(" ")[0] for line in str(raised.value).split("\n")] == ["rows.jsonl:3:", "rows.jsonl:5:"]


def test_other_line_separators_end_no_row() -> None:
    (row,) = read('{"text": "It is\u2028lit.", "label": "true"}')
    assert row.text == "It is\u2028lit."


def test_a_row_nested_too_deep_is_an_error_like_others() -> None:
    with pytest.raises(DocumentError, match=r"rows\.jsonl:1: is JSON too deep"):
        read("[" * 100_000)


# --- what they are checked against


def answers(rows: tuple[Row, ...], database: Callable[[], Claims]) -> dict[int, Label]:
    return {number: answer.verdict.label for number, answer in evaluation.run(rows, database)}


def test_a_row_is_checked_against_its_evidence_alone() -> None:
    lit = Row("", 1, "The lamp is lit.", Label.SUPPORTED, "The lamp is lit.")
    dark = Row("", 2, "The lamp is lit.", Label.REFUTED, "The lamp is not lit.")
    assert answers((lit, dark, lit), none) == {0: Label.SUPPORTED, 1: Label.REFUTED, 2: Label.SUPPORTED}


def test_a_row_without_evidence_is_checked_against_the_database() -> None:
    (claim, *_) = storm().claims
    rows = (Row("", 1, claim.statement, Label.SUPPORTED), Row("", 2, claim.wrong[0], Label.REFUTED))
    assert answers(rows, storm) == {0: Label.SUPPORTED, 1: Label.REFUTED}


def test_rows_with_the_same_evidence_share_it() -> None:
    rows = tuple(Row("", line, "It is lit.", Label.SUPPORTED, "AB"[line % 2] + " is lit.") for line in range(6))
    assert [number for number, _ in evaluation.run(rows, none)] == [0, 2, 4, 1, 3, 5]


def test_the_text_of_a_row_is_one_sentence() -> None:
    row = Row("rows.jsonl", 3, "The lamp is lit. It is old.", Label.SUPPORTED, "The lamp is lit. It is old.")
    ((_, answer),) = evaluation.run((row,), none)
    assert (answer.verdict.sentence.text, answer.verdict.sentence.line) == (row.text, 3)


# --- scores


@pytest.mark.parametrize("case", CASES["score"], ids=lambda case: case["why"])
def test_a_score(case: dict[str, Any]) -> None:
    counts = {pair: count for key, count in case["counts"].items() for pair in [_pair(key)]}
    score = scoring.Score(counts)
    assert score.accuracy == pytest.approx(case["accuracy"])
    assert score.macro_f1 == pytest.approx(case["macro_f1"], abs=1e-4)
    assert score.coverage == pytest.approx(case["coverage"])
    assert score.accuracy_when_spoken == (pytest.approx(case["when_spoken"]) if "when_spoken" in case else None)
    assert score.falsely(Label.SUPPORTED) == case.get("false_supported", 0)
    assert score.falsely(Label.REFUTED) == case.get("false_refuted", 0)
    assert score.flips == case.get("flips", 0)


def _pair(key: str) -> tuple[Label, Label]:
    return next((gold, said) for gold in Label for said in Label if f"{gold} {said}" == key)


@given(PAIRS)
def test_a_score_is_a_share(pairs: list[tuple[Label, Label]]) -> None:
    score = scoring.score(pairs)
    assert score.rows == len(pairs)
    assert score == scoring.score(reversed(pairs))
    assert score.macro_f1 is not None
    assert 0 <= score.macro_f1 <= 1
    assert (score.macro_f1 == 1) == (score.accuracy == 1)
    assert sum(score.of(label).gold for label in Label) == sum(score.of(label).said for label in Label) == len(pairs)


@given(PAIRS)
def test_every_mistake_has_one_kind(pairs: list[tuple[Label, Label]]) -> None:
    kinds = [scoring.mistake(*pair) for pair in pairs]
    score = scoring.score(pairs)
    assert kinds.count(None) == sum(score.count(label, label) for label in Label)
    assert kinds.count(Mistake.FLIP) == score.flips
    assert kinds.count(Mistake.FLIP) + kinds.count(Mistake.FALSE_SUPPORTED) + kinds.count(Mistake.FALSE_REFUTED) == (
        score.falsely(Label.SUPPORTED) + score.falsely(Label.REFUTED)
    )


def test_the_worst_mistakes_come_first() -> None:
    golds = (Label.SUPPORTED, Label.UNSETTLED, Label.UNSETTLED, Label.REFUTED, Label.SUPPORTED)
    texts = (
        "The lamp is made of glass.",
        "The lamp is lit.",
        "The lamp is not lit.",
        "The lamp is lit.",
        "The lamp is lit.",
    )
    rows = [
        Row("", number, text, gold, "The lamp is lit.")
        for number, (text, gold) in enumerate(zip(texts, golds, strict=True))
    ]
    found = [answer for _, answer in sorted(evaluation.run(rows, none), key=lambda pair: pair[0])]
    worst = [(answer.row.line, answer.mistake) for answer in evaluation.worst_first(found)]
    assert worst == [(3, Mistake.FLIP), (1, Mistake.FALSE_SUPPORTED), (2, Mistake.FALSE_REFUTED), (0, Mistake.MISSED)]


# --- tables of figures


def test_columns_are_aligned_where_there_is_no_terminal() -> None:
    table = Columns(("kind", "edits"), (("a\x1b", "1"), ("month", "1,000")))
    assert show(table, None, color=False) == "kind   edits\na\\x1b      1\nmonth  1,000\n"


def test_columns_fit_a_terminal_and_control_characters_do_nothing() -> None:
    table = Columns(("kind", "edits"), (("[red]a\x1b" * 9, "1"), ("month", "1,000")))
    shown = show(table, 30, color=True)
    assert "1,000" in shown
    assert "[red]a\\x1b" in shown
    assert "\x1b[31m" not in shown
    assert all(len(line) <= 30 for line in show(table, 30, color=False).split("\n"))
