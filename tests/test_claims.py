"""The claims that ship, tested like code: their form, what each wording comes out as, and how many rehearsal rows come out right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from factcheck.check import check_sentence
from factcheck.database import LONGEST_EXCERPT, Claim, Claims
from factcheck.sentences import Sentence
from factcheck.store import base_of
from factcheck.verdict import Label

RIGHT_ROWS = 0.695  # share of the rehearsal rows that came out right when this was last raised; it must not fall
FALSELY_SUPPORTED = 0.05  # share of the refuted and unsettled rows that may come out SUPPORTED; it must not rise


@cache
def shipped() -> Claims:
    return Claims.load()


def label(text: str) -> Label:
    return check_sentence(Sentence(text), base_of(shipped())).label


@pytest.mark.parametrize("claim", shipped().claims, ids=lambda claim: claim.id)
def test_form(claim: Claim) -> None:
    assert len(claim.excerpt) <= LONGEST_EXCERPT
    assert claim.at >= 0
    assert len(claim.also) >= 5
    assert len(claim.wrong) >= 4
    assert (len(claim.supported) >= 2, len(claim.refuted) >= 3, len(claim.unsettled) >= 1) == (True, True, True)


@pytest.mark.parametrize("claim", shipped().claims, ids=lambda claim: claim.id)
def test_wordings_come_out_as_what_they_are(claim: Claim) -> None:
    right = {text: label(text) for text in (claim.statement, claim.excerpt, *claim.also)}
    wrong = {text: label(text) for text in claim.wrong}
    assert {text for text, found in right.items() if found is not Label.SUPPORTED} == set()
    assert {text for text, found in wrong.items() if found is not Label.REFUTED} == set()


def test_no_text_occurs_twice() -> None:
    texts = Counter(
        text.casefold()
        for claim in shipped().claims
        for text in (claim.statement, *claim.also, *claim.wrong, *_rehearsed(claim))
    )
    assert [text for text, count in texts.items() if count > 1] == []


def test_rehearsal_rows_do_not_get_worse() -> None:
    counts = Counter((expected, label(text)) for claim in shipped().claims for text, expected in _rows(claim))
    total = sum(counts.values())
    right = sum(count for (expected, found), count in counts.items() if expected is found)
    false = sum(count for (expected, found), count in counts.items() if found is Label.SUPPORTED is not expected)
    other = sum(count for (expected, _), count in counts.items() if expected is not Label.SUPPORTED)
    assert right / total >= RIGHT_ROWS
    assert false / other <= FALSELY_SUPPORTED


def _rehearsed(claim: Claim) -> tuple[str, ...]:
    return (*claim.supported, *claim.refuted, *claim.unsettled)


def _rows(claim: Claim) -> Iterator[tuple[str, Label]]:
    yield from ((text, Label.SUPPORTED) for text in claim.supported)
    yield from ((text, Label.REFUTED) for text in claim.refuted)
    yield from ((text, Label.UNSETTLED) for text in claim.unsettled)
