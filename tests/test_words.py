"""Words: base forms, synonyms, what a word entails and what it excludes, as the rows in cases/words.toml say."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck import lemmas, words
from factcheck.details.complements import are_complementary
from factcheck.tables import rows as table_rows

CASES = tomllib.loads((Path(__file__).parent / "cases/words.toml").read_text("utf-8"))


def rows(key: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", CASES[key], ids=lambda row: row["why"])


def relation(said: words.Sense, stated: words.Sense) -> str:
    """Return what stating the second word says of the first."""
    if said.own == stated.own:
        return "same"
    if said.rows & stated.rows:
        return "synonym"
    return "entails" if stated.up & (said.rows | {said.own}) else ""


@rows("lemma")
def test_lemma(row: dict[str, Any]) -> None:
    assert lemmas.lemma(row["word"], row["pos"]) == row["expected"]


@rows("base")
def test_base(row: dict[str, Any]) -> None:
    assert lemmas.base(row["word"], row["pos"]) == row["expected"]


@rows("relation")
def test_relation(row: dict[str, Any]) -> None:
    assert relation(words.sense(row["said"], row["pos"]), words.sense(row["stated"], row["pos"])) == row["expected"]


@rows("contrary")
def test_contrary(row: dict[str, Any]) -> None:
    one, other = (row["said"], row["pos"]), (row["stated"], row["pos"])
    assert words.contrary(one, other) is words.contrary(other, one) is row["expected"]


@rows("way")
def test_way(row: dict[str, Any]) -> None:
    assert words.way(row["word"]) == row["expected"]


PAIRS = [
    (one, other) for left, right in table_rows("complements") for one in left.split(", ") for other in right.split(", ")
]


def test_complements_leave_no_middle_either_way_and_exclude_each_other() -> None:
    assert [pair for pair in PAIRS if not are_complementary(*pair) or not are_complementary(*reversed(pair))] == []
    assert [one for one, _ in PAIRS if are_complementary(one, one)] == []


@pytest.mark.parametrize(("one", "other"), [("love", "hate"), ("rise", "fall"), ("win", "lose"), ("hot", "cold")])
def test_opposites_with_a_middle_are_no_complements(one: str, other: str) -> None:
    assert not are_complementary(one, other)


@pytest.mark.parametrize(("one", "other"), [("hurt", "unhurt"), ("paid", "unpaid"), ("legal", "illegal")])
def test_a_word_and_its_denial_are_complements(one: str, other: str) -> None:
    assert are_complementary(one, other)
