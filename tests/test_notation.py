"""Details in plain notation."""

from __future__ import annotations

import datetime
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import notation
from factcheck.details import nametable, quantities
from factcheck.details.dates import Date
from factcheck.statement import parse
from factcheck.tokens import tokenize

CASES = tomllib.loads((Path(__file__).parent / "cases/notation.toml").read_text("utf-8"))
TABLE = nametable.table_of([("Millbrook Library", "organisation", ["the library"])])
END = r"(?:\.\.|Y?-?[\dX]{4,}(?:-\d\d(?:-\d\d)?)?)"
EDTF = re.compile(rf"{END}(?:/{END})?")


def rows(kind: str) -> list[Any]:
    return [pytest.param(*row, id=f"{case['why']}: {row[0]}") for case in CASES[kind] for row in case["rows"]]


def written(text: str, kind: str) -> str:
    """Return the one detail of a kind in a text as it is written in plain notation."""
    (value,) = (unit.value for unit in parse(text, TABLE).units if unit.kind == kind)
    return notation.of(value)


@pytest.mark.parametrize(("text", "expected"), rows("date"))
def test_dates(text: str, expected: str) -> None:
    assert written(text, "date") == expected


@pytest.mark.parametrize(("text", "expected"), rows("quantity"))
def test_quantities(text: str, expected: str) -> None:
    assert written(text, "quantity") == expected


@pytest.mark.parametrize(("text", "expected"), rows("name"))
def test_names(text: str, expected: str) -> None:
    assert written(text, "name") == expected


def test_no_detail() -> None:
    assert notation.of(None) == ""


def test_a_figure_beyond_all_bounds() -> None:
    assert [notation.of(value) for value in quantities.find(tokenize("9" * 400 + " boats"))] == ["∞"]


YEARS = st.integers(-3000, 30_000)
DAYS = st.integers(0, 371)


@given(YEARS, DAYS, st.integers(0, 5000), st.sampled_from(["in", "before", "after"]), st.booleans(), st.booleans())
def test_every_date_is_an_edtf_date_or_interval(
    year: int, day: int, length: int, relation: str, yearless: bool, circa: bool
) -> None:
    low = day if yearless else year * 372 + day
    high = min(low + length, 371) if yearless else low + length
    assert EDTF.fullmatch(notation.date(Date(0, 1, low, high, relation, yearless, circa=circa)))


@given(st.dates())
def test_a_day_is_written_as_iso_8601_has_it(day: datetime.date) -> None:
    slot = day.year * 372 + (day.month - 1) * 31 + day.day - 1
    assert notation.date(Date(0, 1, slot, slot)) == day.isoformat()
