"""Edits: what each kind makes of a wording, and what it leaves alone, as the rows in cases/edits.toml say."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck.database import Claim, Claims, Name, Source
from factcheck.edits import Kind
from factcheck.edits.inflection import like
from factcheck.edits.known import Known
from factcheck.edits.making import made
from factcheck.store import base_of

CASES = tomllib.loads((Path(__file__).parent / "cases/edits.toml").read_text("utf-8"))
SOURCE = Source("test", "Test")


def database(row: dict[str, Any]) -> Claims:
    """Return a database of one claim with some wordings, of others with one each, and of names."""
    first, *also = row["wordings"]
    claims = [Claim("a", first, first, SOURCE, also=tuple(also))]
    claims += [Claim(f"b{number}", text, text, SOURCE) for number, text in enumerate(row.get("others", []))]
    names = [Name(name, kind, tuple(forms)) for name, kind, *forms in row.get("names", [])]
    return Claims(tuple(claims), tuple(names), (SOURCE,))


def edits(claims: Claims, kind: Kind) -> list[str]:
    """Return the edits of one kind of the wordings of the first claim."""
    known = Known(base_of(claims), claims.names)
    return [edit.text for original in known.originals([0]) for _, edit in made(original, known, [kind])]


@pytest.mark.parametrize("row", CASES["edit"], ids=lambda row: f"{row['kind']}: {row['why']}")
def test_edits(row: dict[str, Any]) -> None:
    assert edits(database(row), Kind(row["kind"])) == row["edits"]


def test_every_kind_has_rows() -> None:
    assert {row["kind"] for row in CASES["edit"]} == set(Kind)


@pytest.mark.parametrize("row", CASES["form"], ids=lambda row: f"{row['form']}, {row['word']}")
def test_a_word_takes_the_form_of_another(row: dict[str, Any]) -> None:
    assert like(row["word"], row["form"], row["lemma"], row["pos"]) == row["takes"]
