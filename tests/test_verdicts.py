"""The verdict on a sentence against one text: rows in cases/, each file one mechanism."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck import Claims, check
from factcheck.store import base_of
from itself import open_words

FILES = (
    "abbreviations",
    "across",
    "acts",
    "additions",
    "affirming",
    "agency",
    "alternatives",
    "apart",
    "appointments",
    "attached",
    "backward",
    "ballots",
    "binding",
    "bounds",
    "carriers",
    "causes",
    "chronology",
    "clefts",
    "compared_growth",
    "compass",
    "complements",
    "constructions",
    "control",
    "counting",
    "deeds",
    "described",
    "differences",
    "directions",
    "discourse",
    "doers",
    "doubtful_opposites",
    "earlier_ones",
    "elapsed",
    "elsewhere",
    "ended",
    "exceptives",
    "exchange",
    "exclusion",
    "excuses",
    "extents",
    "figures_apart",
    "firsts",
    "force",
    "fronting",
    "gapping",
    "hedges",
    "heights",
    "homographs",
    "ignorance",
    "inversions",
    "juxtaposed",
    "ladders",
    "leftovers",
    "lengths",
    "levels",
    "lifespans",
    "light_verbs",
    "likeness",
    "limits",
    "listings",
    "made",
    "makers",
    "marks",
    "mentions",
    "mistaken",
    "motions",
    "multiples",
    "occasions",
    "on_top",
    "openings",
    "opposed",
    "organisations",
    "origins",
    "other_words",
    "outof",
    "pairing",
    "parallels",
    "payers",
    "phrasings",
    "placed",
    "portions",
    "predications",
    "presently",
    "proverbs",
    "purposes",
    "quantified",
    "ranges",
    "readings",
    "recasting",
    "receiving",
    "relations",
    "relatives",
    "replaced",
    "reversals",
    "sequences",
    "sharing",
    "slots",
    "sole",
    "standards",
    "states",
    "streaks",
    "surpassing",
    "topmost",
    "turnover",
    "typos",
    "undone",
    "universals",
    "unsurpassed",
    "untold",
    "veridicality",
    "wholes",
    "world",
)
PAIRS = [
    row
    for name in FILES
    for row in tomllib.loads((Path(__file__).parent / f"cases/{name}.toml").read_text("utf-8"))["pair"]
]
pairs = pytest.mark.parametrize("row", PAIRS, ids=[row["why"] for row in PAIRS])


@pairs
def test_verdict(row: dict[str, Any]) -> None:
    verdicts = [verdict.label for verdict in check(row["said"], Claims.from_text(row["stated"]))]
    assert verdicts[0] == row["verdict"]


@pairs
def test_what_a_source_says_is_supported_by_it(row: dict[str, Any]) -> None:
    claims = Claims.from_text(row["stated"])
    assert {verdict.label for verdict in check(row["stated"], claims)} == {"SUPPORTED"}
    assert [words for wording in base_of(claims).wordings if (words := open_words(wording.statement))] == []
