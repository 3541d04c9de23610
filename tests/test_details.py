"""Kinds of detail: what each finds in a text and how two of a kind compare, as the rows in cases/ say."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck import tagging
from factcheck.details import dates, fractions, identity, names, nametable, numerals, quantities
from factcheck.tokens import tokenize

NUMERALS, QUANTITIES, DATES, NAMES = (
    tomllib.loads((Path(__file__).parent / f"cases/{name}.toml").read_text("utf-8"))
    for name in ("numerals", "quantities", "dates", "names")
)
TABLE = nametable.table_of([(row["name"], row["kind"], row.get("also", ())) for row in NAMES["name"]])


def rows(table: dict[str, Any], key: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", table[key], ids=lambda row: row["why"])


def only(found: list[Any]) -> Any:
    assert len(found) == 1, found
    return found[0]


def find_names(text: str) -> list[names.Name]:
    tokens = tokenize(text)
    return names.find(tokens, tagging.tag(tokens), TABLE)


def covered(text: str, first: int, last: int) -> str:
    tokens = tokenize(text)
    return text[tokens[first].start : tokens[last - 1].end]


def day(number: float, yearless: bool) -> str:
    year, rest = divmod(int(number), 372)
    return f"{'--' if yearless else f'{year}-'}{rest // 31 + 1:02}-{rest % 31 + 1:02}"


def period(date: dates.Date) -> str:
    if date.clock:
        return "/".join(f"{int(end) // 60:02}:{int(end) % 60:02}" for end in (date.low, date.high))
    relation = "" if date.relation == "in" else f"{date.relation} "
    return f"{relation}{day(date.low, date.yearless)}/{day(date.high, date.yearless)}"


@rows(NUMERALS, "digits")
def test_digits(row: dict[str, Any]) -> None:
    assert numerals.digits(row["text"]) == (tuple(row["expected"]) or None)


@rows(NUMERALS, "parse")
def test_numerals(row: dict[str, Any]) -> None:
    found = fractions.parse(tokenize(row["text"]), 0, row.get("money", False))
    assert ([found.low, found.high] if found else []) == pytest.approx(row["expected"], rel=1e-3)
    assert (covered(row["text"], found.first, found.last) if found else "") == row["read"]


@rows(QUANTITIES, "find")
def test_find_quantities(row: dict[str, Any]) -> None:
    found = quantities.find(tokenize(row["text"]))
    read = [[covered(row["text"], one.first, one.last), one.comparator, one.dimension] for one in found]
    assert read == [[text, comparator, dimension] for text, _, _, comparator, dimension in row["expected"]]
    values = [value for one in found for value in (one.low, one.high)]
    assert values == pytest.approx([value for expected in row["expected"] for value in expected[1:3]])


@rows(QUANTITIES, "compare")
def test_compare_quantities(row: dict[str, Any]) -> None:
    said, stated = (only(quantities.find(tokenize(row[key]))) for key in ("said", "stated"))
    assert said.dimension == stated.dimension
    assert quantities.compare(said, stated) == row["expected"]
    assert quantities.compare(said, said) == quantities.compare(stated, stated) == "agrees"


@rows(QUANTITIES, "meant")
def test_meant(row: dict[str, Any]) -> None:
    low, high = quantities.meant(only(quantities.find(tokenize(row["text"]))))
    assert [value for value in row["allows"] if not low <= value <= high] == []
    assert [value for value in row["excludes"] if low <= value <= high] == []


@rows(DATES, "find")
def test_find_dates(row: dict[str, Any]) -> None:
    assert [period(date) for date in dates.find(tokenize(row["text"]))] == row["expected"]


@rows(DATES, "compare")
def test_compare_dates(row: dict[str, Any]) -> None:
    said, stated = (only(dates.find(tokenize(row[key]))) for key in ("said", "stated"))
    assert dates.compare(said, stated) == row["expected"]
    assert dates.compare(said, said) == dates.compare(stated, stated) == "agrees"


@rows(NAMES, "find")
def test_find_names(row: dict[str, Any]) -> None:
    found = [[covered(row["text"], name.first, name.last), name.entity.id] for name in find_names(row["text"])]
    assert found == row["expected"]


@rows(NAMES, "compare")
def test_compare_names(row: dict[str, Any]) -> None:
    said, stated = (only(find_names(row[key])) for key in ("said", "stated"))
    assert identity.compare(said, stated) == row["expected"]
    assert identity.compare(said, said) == identity.compare(stated, stated) == "agrees"
