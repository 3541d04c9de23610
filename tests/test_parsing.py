"""Reading a sentence: tokens, tags, what it denies, limits and orders, who does what, as the rows in cases/ say."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import alignment, tagging
from factcheck.comparison import Comparison, compare
from factcheck.details import modality
from factcheck.statement import Statement, parse
from factcheck.tokens import tokenize

CASES = {
    name: tomllib.loads((Path(__file__).parent / f"cases/{name}.toml").read_text("utf-8"))
    for name in ("tagging", "negation", "scope", "order", "roles", "modality")
}


def rows(name: str, key: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", CASES[name][key], ids=lambda row: row["why"])


def words(statement: Statement, units: Iterable[int]) -> str:
    return " ".join(statement.text[statement.units[unit].start : statement.units[unit].end] for unit in units)


def compared(row: dict[str, Any]) -> Comparison:
    return compare(parse(row["said"]), alignment.index(parse(row["stated"])))


@rows("tagging", "case")
def test_tags(row: dict[str, Any]) -> None:
    assert tagging.tag(tokenize(row["text"])) == row["expected"]


@given(st.text())
def test_tokens_stand_where_they_say(text: str) -> None:
    end = 0
    for token in tokenize(text):
        assert token.start >= end
        assert text[token.start : token.end] == token.text != ""
        end = token.end


@rows("negation", "denied")
def test_what_is_denied(row: dict[str, Any]) -> None:
    said = parse(row["text"])
    assert [words(said, [number]) for number, unit in enumerate(said.units) if unit.negated] == row["expected"]


@rows("scope", "limits")
def test_what_is_limited(row: dict[str, Any]) -> None:
    said = parse(row["text"])
    found = [f"{words(said, [number])}: {unit.scope}" for number, unit in enumerate(said.units) if unit.scope]
    assert found == row["expected"]


@rows("order", "sides")
def test_sides(row: dict[str, Any]) -> None:
    said = parse(row["text"])
    sides = [(link, *((link.left, link.right) if link.sign > 0 else (link.right, link.left))) for link in said.links]
    assert [f"{words(said, one)} < {link.kind} < {words(said, two)}" for link, one, two in sides] == row["expected"]


@rows("roles", "frames")
def test_frames(row: dict[str, Any]) -> None:
    said = parse(row["text"])
    verbs = [[frame.verb] if frame.verb >= 0 else [] for frame in said.frames]
    parts = zip(said.frames, verbs, strict=True)
    found = [f"{words(said, f.subject)} > {words(said, verb)} > {words(said, f.object)}" for f, verb in parts]
    assert found == row["expected"]


@rows("roles", "speakers")
def test_speakers(row: dict[str, Any]) -> None:
    said = parse(row["text"])
    assert [words(said, [number]) for number in said.speakers] == row["expected"]


@rows("modality", "strength")
def test_strength(row: dict[str, Any]) -> None:
    (frame,) = parse(row["text"]).frames
    assert modality.strength(frame) == row["expected"]


@rows("modality", "fits")
def test_fits(row: dict[str, Any]) -> None:
    comparison = compared(row)
    assert modality.fits(comparison, range(len(comparison.said.units))) is row["expected"]


@pytest.mark.parametrize(
    "row",
    [row for name in ("negation", "scope", "order", "roles") for row in CASES[name]["conflict"]],
    ids=lambda row: row["why"],
)
def test_conflicts(row: dict[str, Any]) -> None:
    assert sorted({conflict.kind for conflict in compared(row).conflicts}) == row["expected"]
    for key in ("said", "stated"):
        assert compared({"said": row[key], "stated": row[key]}).conflicts == ()


def test_control_sequences_are_no_words() -> None:
    coloured = tokenize("\x1b[31mTunisia\x1b[0m signed it.")
    assert [token.text for token in coloured] == ["Tunisia", "signed", "it", "."]
