"""Figures at work: whose they are, what is compared, what they bear out, what follows, who holds an office; rows in cases/."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from factcheck import Claims, alignment, check, derivations
from factcheck.comparison import Comparison, compare
from factcheck.details.comparatives import Comparative
from factcheck.details.holders import Holding
from factcheck.details.offices import Post
from factcheck.statement import Statement, parse

CASES = {
    name: tomllib.loads((Path(__file__).parent / f"cases/{name}.toml").read_text("utf-8"))
    for name in ("holders", "comparatives", "reckoning", "offices")
}
PAIRS = [row for table in CASES.values() for key in ("pair", "step") for row in table.get(key, [])]
SIGNS = {"up": ">", "down": "<", "same": "=", "almost": "~"}


def rows(found: Iterable[dict[str, Any]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", found, ids=lambda row: row["why"])


def words(statement: Statement, *units: int) -> str:
    """Return the words of units; -1 has none."""
    return " ".join(
        statement.text[statement.units[unit].start : statement.units[unit].end] for unit in units if unit >= 0
    )


def compared(row: dict[str, Any]) -> Comparison:
    return compare(parse(row["said"]), alignment.index(parse(row["stated"])))


def held(said: Statement, each: Holding) -> str:
    against = f"against {words(said, each.baseline)}" if each.baseline >= 0 else ""
    parts = [words(said, *each.holders), against, each.way]
    return f"{words(said, each.figure)}: {', '.join(part for part in parts if part)}"


def told(said: Statement, each: Comparative) -> str:
    standard = ["earlier"] * each.earlier + ["all"] * each.extreme + [words(said, *each.standard)] * bool(each.standard)
    degree = words(said, each.differential, each.degree) + (f" ({each.ratio:g})" if each.ratio else "")
    return f"{words(said, *each.comparee)} {SIGNS[each.way]} {' '.join(standard)}: {degree}"


def post(said: Statement, each: Post) -> str:
    body = f" of {words(said, each.body)}" if each.body >= 0 else ""
    office = words(said, each.office).lower()
    return f"{each.rank} {office}{body}: {words(said, each.holder)}".lstrip()


@rows(CASES["holders"]["held"])
def test_whose_a_figure_is(row: dict[str, Any]) -> None:
    said = parse(row["text"])
    assert [held(said, each) for each in said.holdings] == row["expected"]


@rows(CASES["comparatives"]["found"])
def test_what_is_compared(row: dict[str, Any]) -> None:
    said = parse(row["text"])
    assert [told(said, each) for each in said.comparatives] == row["expected"]


@rows(CASES["offices"]["post"])
def test_who_holds_an_office(row: dict[str, Any]) -> None:
    said = parse(row["text"])
    assert [post(said, each) for each in said.posts] == row["expected"]


@rows(PAIRS)
def test_what_figures_bear_out(row: dict[str, Any]) -> None:
    comparison = compared(row)
    assert words(comparison.said, *sorted(comparison.reckoned)) == row.get("borne", "")
    assert sorted({conflict.kind for conflict in comparison.conflicts}) == row.get("conflicts", [])


@rows(CASES["reckoning"]["step"])
def test_what_follows(row: dict[str, Any]) -> None:
    said, stated = parse(row["said"]), parse(row["stated"])
    found = [number for number in range(len(said.units)) if derivations.derive(said, number, stated) is not None]
    assert [words(said, number) for number in found] == row.get("follows", [])


@rows([row for row in PAIRS if "verdict" in row])
def test_verdict(row: dict[str, Any]) -> None:
    (verdict,) = check(row["said"], Claims.from_text(row["stated"]))
    assert verdict.label == row["verdict"]


@rows(PAIRS)
def test_nothing_clashes_with_itself(row: dict[str, Any]) -> None:
    for key in ("said", "stated"):
        assert compared({"said": row[key], "stated": row[key]}).conflicts == ()


@pytest.mark.parametrize("name", CASES)
def test_a_third_of_the_pairs_expects_silence(name: str) -> None:
    pairs = [row for key in ("pair", "step") for row in CASES[name].get(key, [])]
    assert 3 * sum(row.get("verdict") == "NOT ENOUGH INFO" for row in pairs) >= len(pairs)
