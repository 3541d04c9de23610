"""Fixes: what is written in the place of words that a source refutes, and that nothing else changes."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import corrections, documents, patches, quotations
from factcheck.candidates import Base
from factcheck.check import check_sentence
from factcheck.corrections import Correction
from factcheck.database import Claims
from factcheck.details import dates as date_details
from factcheck.details import quantities as quantity_details
from factcheck.documents import Document, Split
from factcheck.findings import RIGHT, Span
from factcheck.fixes import dates, fix, quantities
from factcheck.fixes.reported import is_reported
from factcheck.patches import Mended
from factcheck.sentences import Sentence
from factcheck.store import base_of
from factcheck.tokens import tokenize
from factcheck.verdict import Label

DOCUMENT = tomllib.loads((Path(__file__).parent / "cases/fixes.toml").read_text("utf-8"))


def cases(kind: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", DOCUMENT[kind], ids=lambda case: case["why"])


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Base:
    """Return the theatre's claims."""
    path = tmp_path_factory.mktemp("claims") / "theatre.toml"
    path.write_text(DOCUMENT["theatre"], "utf-8")
    return base_of(Claims.load(path))


def correction_of(sentence: Sentence, base: Base) -> Correction | None:
    return corrections.correct(check_sentence(sentence, base), base)


def mend(document: Document, base: Base, split: Split = "sentences") -> Mended:
    """Return a document with all its corrections."""
    found = [correction_of(sentence, base) for sentence in documents.read_sentences(document, split)]
    return patches.mend(document, [each for each in found if each], split)


@cases("date")
def test_dates(case: dict[str, str]) -> None:
    assert dates.worded(case["said"], case["stated"]) == case["words"]


@cases("quantity")
def test_quantities(case: dict[str, str]) -> None:
    assert quantities.worded(case["said"], case["stated"]) == case["words"]


def test_a_share_and_a_percentage_stand_before_of() -> None:
    assert quantities.worded("Roughly a fifth", "around 2 percent", followed_by_of=True) == "Roughly 2 percent"


@cases("quotation")
def test_quotations(case: dict[str, str]) -> None:
    plain = re.sub("[‹›]", "", case["text"])
    marked = plain
    for start, end in reversed(quotations.find(plain)):
        marked = f"{marked[:start]}‹{marked[start:end]}›{marked[end:]}"
    assert marked == case["text"]


@cases("reported")
def test_reported_speech(case: dict[str, Any]) -> None:
    before, words, after = re.split("[‹›]", case["text"])
    start = len(before)
    assert is_reported(before + words + after, Span(words, start, start + len(words))) == case["reported"]


@cases("sentence")
def test_sentences(case: dict[str, str], base: Base) -> None:
    text = case["text"]
    correction = correction_of(Sentence(text, 0, len(text)), base)
    assert (correction.supported.sentence.text if correction else "") == case["fixed"]


@cases("document")
def test_documents(case: dict[str, str], base: Base) -> None:
    mended = mend(documents.from_text(case["text"], case["name"]), base)
    assert mended.document.text == (case["fixed"] or case["text"])


def test_a_fix_needs_no_more_than_a_verdict(base: Base) -> None:
    text = "The theatre in Ashford opened on 9 October 2025 in the rain."
    found = fix(check_sentence(Sentence(text, 0, len(text)), base))
    assert found
    assert found.apply(text) == "The theatre in Ashford opened on 7 October 2025 in the rain."


def test_a_claim_that_is_rated_false_gives_no_right_value(base: Base) -> None:
    text = "The theatre has 840 seats."
    verdict = check_sentence(Sentence(text, 0, len(text)), base)
    assert fix(verdict)
    assert verdict.claim
    assert fix(replace(verdict, claim=replace(verdict.claim, rating="false"))) is None


def test_of_two_corrections_that_overlap_the_first_is_made(base: Base) -> None:
    document = documents.from_text("The theatre has 840 seats.\n", "a.txt")
    (sentence,) = documents.read_sentences(document)
    correction = correction_of(sentence, base)
    assert correction
    mended = patches.mend(document, [correction, correction], "sentences")
    assert mended.document.text == "The theatre has 480 seats.\n"
    assert len(mended.patches) == 1


def test_a_correction_that_would_change_another_sentence_is_not_made(base: Base) -> None:
    text = "The theatre has 840 seats. It is new."
    document = documents.from_text(text, "a.txt")
    first, _ = documents.read_sentences(document)
    correction = correction_of(first, base)
    assert correction
    broken = Correction(
        correction.refuted, type(correction.fix)(correction.fix.said, "480.\n\nThe"), correction.supported
    )
    assert patches.mend(document, [broken], "sentences").document.text == text
    assert patches.mend(document, [correction], "sentences").document.text != text


@pytest.mark.parametrize("split", ["sentences", "lines"])
def test_verdicts_move_with_their_sentences(split: Split, base: Base) -> None:
    document = documents.from_text("The repairs to the theatre cost £4.2 million.\n\nIt is red.\n", "a.txt")
    found = [check_sentence(sentence, base) for sentence in documents.read_sentences(document, split)]
    mended = mend(document, base, split)
    for verdict in found:
        moved = patches.moved(verdict, mended)
        assert mended.document.text[moved.sentence.start : moved.sentence.end] == moved.sentence.text
        assert moved.label is not Label.REFUTED


# --- laws

# Years before 1500 are read as numbers.
DAYS = st.dates(date(1500, 1, 1), date(2100, 12, 31))
EXACT = ("{0.day} {0:%B} {0.year}", "{0:%B} {0.day}, {0.year}", "{0:%Y-%m-%d}")
LESS = ("{0:%d} {0:%b} {0.year}", "{0:%B} {0.year}", "{0.year}", "{0.day} {0:%B}", "{0:%B} {0.day}th")


@given(DAYS, DAYS, st.sampled_from([*EXACT, *LESS]), st.sampled_from(EXACT))
def test_a_date_in_another_form_is_the_same_date(one: date, other: date, form: str, stated_form: str) -> None:
    stated = stated_form.format(other)
    (found,) = date_details.find(tokenize(dates.worded(form.format(one), stated)))
    (known,) = date_details.find(tokenize(stated))
    assert date_details.compare(found, known) in RIGHT


NUMBERS = st.sampled_from(["7", "eleven", "480", "2,600", "21.8", "half a", "twenty-one", "0.4", "one"])
SCALES = st.sampled_from(["", " million", "bn", " thousand"])
OPENINGS = st.sampled_from(["", "about ", "more than ", "Only ", "nearly ", "approaching ", "at least ", "past "])
UNITS = st.sampled_from(
    ["", " km", " metres", " kilometres", "-mile", "%", " percent", " euros", " years", " or more", " a year"]
)
QUANTITIES = st.tuples(OPENINGS, st.sampled_from(["", "$", "£"]), NUMBERS, SCALES, UNITS).map("".join)


@settings(max_examples=500)
@given(QUANTITIES, QUANTITIES)
def test_a_quantity_in_another_form_is_the_same_quantity(said: str, stated: str) -> None:
    words = quantities.worded(said, stated)
    for found in quantity_details.find(tokenize(words)):
        (known,) = quantity_details.find(tokenize(stated))
        assert quantity_details.compare(found, known) in RIGHT


SENTENCES = st.sampled_from([case["text"] for case in DOCUMENT["sentence"]])
LAYOUTS = st.sampled_from([" ", "\n", "\r\n", "\n\n", "\n- ", "\n> ", " **", "\n# factcheck: ignore so\n"])


@settings(max_examples=60)
@given(st.lists(st.tuples(LAYOUTS, SENTENCES), min_size=1, max_size=5), st.sampled_from(["a.md", "a.txt"]))
def test_a_fix_changes_nothing_outside_its_words_and_a_second_one_nothing_at_all(
    base: Base, parts: list[tuple[str, str]], name: str
) -> None:
    text = "".join(f"{layout}{sentence}" for layout, sentence in parts)
    mended = mend(documents.from_text(text, name), base)
    rest, after, end = [], mended.document.text, 0
    for patch in mended.patches:
        rest.append(text[end : patch.start])
        assert after.startswith(rest[-1])
        assert after[len(rest[-1]) :].startswith(patch.words)
        after, end = after[len(rest[-1]) + len(patch.words) :], patch.end
    assert after == text[end:]
    assert mend(mended.document, base).patches == ()
