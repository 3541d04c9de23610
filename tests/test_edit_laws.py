"""The laws that hold on any database, tried with every edit of a data sheet (fulmar.toml) and of some claims that ship.

What an edit, a style, a detail less or a claim more does to a verdict matters here, not the verdict on any one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.candidates import Base
from factcheck.database import Claims
from factcheck.edits import Kind
from factcheck.edits.edit import Edit, Original
from factcheck.edits.known import Known
from factcheck.edits.making import made
from factcheck.store import base_of
from factcheck.verdict import Label
from itself import open_words
from test_laws import OWN, SHIPPED, STYLES, answer, sample, verdict

HERE = Path(__file__).parent
SHEET = Claims.load(HERE / "data/fulmar.toml")
DATABASES = {"sheet": SHEET, "storm": OWN, "shipped": SHIPPED}
TEXT = (HERE / "data/fulmar.txt").read_text("utf-8")
STEP = 15  # every fifteenth of the shipped claims is edited
MOVED = 0.01  # share of the sentences whose label may depend on claims on other subjects; it must not rise


@cache
def known(name: str) -> Known:
    claims = DATABASES[name]
    return Known(base_of(claims), claims.names)


@cache
def originals(name: str) -> list[Original]:
    step = STEP if name == "shipped" else 1
    return list(known(name).originals(range(0, len(known(name).base.claims), step)))


@cache
def edits(name: str) -> list[tuple[Original, Kind, Edit]]:
    return [(original, kind, edit) for original in originals(name) for kind, edit in made(original, known(name))]


def label(text: str, base: Base) -> Label:
    return verdict(text, base).label


# --- the sheet is a database like the others


def test_the_excerpts_stand_in_the_source() -> None:
    assert [claim.id for claim in SHEET.claims if claim.excerpt not in TEXT] == []


def test_a_claim_supports_its_wordings_and_refutes_its_misstatements() -> None:
    for claim in SHEET.claims:
        for text in (claim.statement, claim.excerpt, *claim.also):
            assert answer(text, base_of(SHEET)) == (Label.SUPPORTED, claim.id), text
        for text in claim.wrong:
            assert answer(text, base_of(SHEET)) == (Label.REFUTED, claim.id), text


def test_a_text_supports_its_own_sentences() -> None:
    claims = Claims.from_text(TEXT)
    assert [
        each.statement for each in claims.claims if label(each.statement, base_of(claims)) is not Label.SUPPORTED
    ] == []
    assert [words for each in base_of(claims).wordings if (words := open_words(each.statement))] == []


def test_a_wording_follows_from_itself() -> None:
    wordings = base_of(SHEET).wordings
    assert {each.text: words for each in wordings if (words := open_words(each.statement, each.index))} == {}


# --- an edit is an edit


@pytest.mark.parametrize("name", DATABASES)
@settings(max_examples=100)
@given(st.integers(min_value=0))
def test_an_edit_changes_one_stretch(name: str, number: int) -> None:
    original, _, edit = edits(name)[number % len(edits(name))]
    assert edit.text[edit.start : edit.start + len(edit.new)] == edit.new
    before, after = edit.text[: edit.start], edit.text[edit.start + len(edit.new) :]
    assert original.text.endswith(f"{edit.old}{after}")
    assert re.sub(r"\ban? $", "", before) == re.sub(
        r"\ban? $", "", original.text[: len(original.text) - len(edit.old + after)]
    )
    assert not known(name).is_stated(edit.text)


@pytest.mark.parametrize("name", DATABASES)
def test_every_wording_has_edits(name: str) -> None:
    edited = {original.text for original, _, _ in edits(name)}
    assert {original.text for original in originals(name)} == edited


def test_the_order_of_claims_moves_no_edit() -> None:
    backwards = replace(OWN, claims=OWN.claims[::-1], names=OWN.names[::-1], digest="")
    turned = Known(base_of(backwards), backwards.names)
    again = [edit for original in turned.originals(range(len(OWN.claims))) for _, edit in made(original, turned)]
    assert again == [edit for _, _, edit in edits("storm")]


# --- one change, and the sentence is no longer supported


@pytest.mark.parametrize("kind", Kind)
def test_an_edit_of_the_sheet_is_not_supported(kind: Kind) -> None:
    tried = [edit.text for _, made_kind, edit in edits("sheet") if made_kind is kind]
    assert tried or kind in (Kind.SCALE,)  # the sheet has no millions
    assert [text for text in tried if label(text, base_of(SHEET)) is Label.SUPPORTED] == []


def test_no_edit_of_the_shipped_claims_is_supported() -> None:
    tried = [edit.text for _, _, edit in edits("shipped")]
    assert [text for text in tried if label(text, base_of(SHIPPED)) is Label.SUPPORTED] == []


# --- a detail less, and it still is


def shortened(original: Original) -> Iterator[str]:
    """Yield an affirmative wording without one of its dates or places "in", "on" or "at" which."""
    statement = original.statement
    limited = any(unit.negated or unit.scope or unit.superlative or unit.comparative for unit in statement.units)
    if limited or statement.conditional or any(frame.denied for frame in statement.frames):
        return
    for unit in statement.units:
        before = re.search(r" (?:in|on|at)(?: the)? $", original.text[: unit.start])
        after = original.text[unit.end :]
        if before and unit.kind in ("date", "name") and (not after or after[0] == "."):
            yield f"{original.text[: before.start()]}{after}"


KNOWN_LOST = {
    "Tunisia's defence figure rests on what Global Firepower and Trading Economics assessed.",
    "The tally of operations by Tunisia against terror starts.",
    "cemoc is that committee sitting",
    "There is a military committee based.",
    "Bamako, Niamey and Ouagadougou are joined.",
    "algeria wants to rein in the west and nato types",
    "Roughly seventeen or eighteen times as much goes to defence in Algeria as.",
}


@pytest.mark.parametrize("name", DATABASES)
def test_a_detail_less_is_still_supported(name: str) -> None:
    base = base_of(DATABASES[name])
    every = known(name).originals(range(len(base.claims)))
    shorter = [(original.text, text) for original in every for text in shortened(original)]
    assert len(shorter) > 4
    lost = {text for _, text in shorter if label(text, base) is not Label.SUPPORTED}
    assert lost <= KNOWN_LOST


# --- what says the same gets the same verdict


@settings(max_examples=150)
@given(st.sampled_from(sample(SHEET)), st.lists(st.sampled_from(sorted(STYLES)), min_size=1, max_size=4))
def test_styles_do_not_move_a_verdict(text: str, styles: list[str]) -> None:
    changed = text
    for style in styles:
        changed = STYLES[style](changed)
    assert answer(changed, base_of(SHEET)) == answer(text, base_of(SHEET)), changed


# --- what has nothing to do with it changes nothing


@cache
def together() -> Base:
    """Return all databases as one."""
    files = [HERE / "data/fulmar.toml", HERE / "data/skarholm.toml", HERE / "cases/lighthouse.toml"]
    shipped = sorted({claim.path for claim in SHIPPED.claims})
    return base_of(Claims.load([*files, *shipped]))


@pytest.mark.parametrize("name", DATABASES)
def test_claims_on_other_subjects_do_not_move_a_label(name: str) -> None:
    texts = sample(DATABASES[name])
    moved = [text for text in texts if label(text, together()) is not label(text, base_of(DATABASES[name]))]
    assert len(moved) / len(texts) <= (MOVED if name == "shipped" else 0), moved


def test_the_order_of_claims_does_not_move_a_verdict() -> None:
    backwards = base_of(replace(SHEET, claims=SHEET.claims[::-1], names=SHEET.names[::-1], digest=""))
    for text in sample(SHEET):
        one, other = verdict(text, backwards), verdict(text, base_of(SHEET))
        assert replace(one, nearest=()) == replace(other, nearest=())
