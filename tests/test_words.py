"""Words: base forms, synonyms, what a word entails and what it excludes, as the rows in cases/words.toml say."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck import lemmas, words

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
