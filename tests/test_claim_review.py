"""ClaimReview: the properties that publishers need, and what is left out where it is not known."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
import typer

from factcheck import cli_review
from factcheck.reports import Review
from factcheck.verdict import Verdict
from handmade import ALL, CLAIM, REFUTED, SOURCE, SUPPORTED, UNSETTLED, evil, write

REVIEW = Review("https://example.org/review", "Harbour Facts", "2026-01-31")


def reviews(*verdicts: Verdict, review: Review = REVIEW) -> list[dict[str, Any]]:
    """Return the reviews in the graph."""
    document = json.loads(write("claimreview", *verdicts, review=review))
    assert document.keys() == {"@context", "@graph"}
    assert document["@context"] == "https://schema.org"
    return list(document["@graph"])


def test_a_review() -> None:
    assert reviews(REFUTED) == [
        {
            "@type": "ClaimReview",
            "url": "https://example.org/review",
            "datePublished": "2026-01-31",
            "author": {"@type": "Organization", "name": "Harbour Facts"},
            "claimReviewed": "The lighthouse at Grey Point was opened on 3 March 1885.",
            "itemReviewed": {"@type": "Claim", "appearance": {"@type": "CreativeWork", "name": "a.md"}},
            "reviewRating": {
                "@type": "Rating",
                "ratingValue": 1,
                "worstRating": 1,
                "bestRating": 5,
                "alternateName": "REFUTED",
                "ratingExplanation": "It was 1858.",
            },
            "reviewBody": "It was 1858. “a light at Grey Point, first lit on 3 March 1858 by its keeper”",
            "isBasedOn": [
                {
                    "@type": "CreativeWork",
                    "name": "The Light at Grey Point",
                    "url": SOURCE.url,
                    "publisher": {"@type": "Organization", "name": "Harbour Gazette"},
                    "datePublished": "1999",
                }
            ],
        }
    ]


def test_what_is_settled_gets_one_each() -> None:
    assert [review["reviewRating"]["ratingValue"] for review in reviews(*ALL)] == [5, 1]
    assert reviews(UNSETTLED) == []


def test_what_is_not_known_is_left_out() -> None:
    text = replace(SUPPORTED, sentence=replace(SUPPORTED.sentence, path="<stdin>"))
    (review,) = reviews(text, review=Review())
    assert not {"url", "author", "datePublished"} & review.keys()
    assert review["itemReviewed"] == {"@type": "Claim"}


def test_each_source_is_named_once() -> None:
    other = replace(CLAIM, id="other", source=replace(SOURCE, id="b", title="Other"))
    (review,) = reviews(replace(SUPPORTED, others=(replace(CLAIM, id="third"), other)))
    assert [work["name"] for work in review["isBasedOn"]] == ["The Light at Grey Point", "Other"]


@pytest.mark.parametrize("url", ["https://example.org", "HTTP://example.org:8080/a?b=c#d", "https://[::1]/é", ""])
def test_addresses(url: str) -> None:
    assert cli_review.read("claimreview", cli_review._url(url), " Harbour Facts ", "").url == url


@pytest.mark.parametrize(
    "url", ["example.org", "ftp://example.org", "https://", "https:///a", "https://a b", "https://a\x1b", "x https://a"]
)
def test_no_addresses(url: str) -> None:
    with pytest.raises(typer.BadParameter, match="is no address; give one like https://"):
        cli_review._url(url)


@pytest.mark.parametrize("day", ["20260131", "2026-1-31", "2026-02-30", "2026-W05-6", "31 January 2026"])
def test_no_days(day: str) -> None:
    assert cli_review._date("2024-02-29") == "2024-02-29"
    with pytest.raises(typer.BadParameter, match="is no date; write it as 2026-01-31"):
        cli_review._date(day)


@pytest.mark.parametrize("verdict", ALL, ids=lambda verdict: verdict.label)
def test_no_text_ends_the_script_it_is_put_into(verdict: Verdict) -> None:
    assert "<" not in write("claimreview", evil(verdict))
