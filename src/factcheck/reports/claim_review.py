"""The claimreview format: schema.org ClaimReview in JSON-LD, one for each sentence that a source settles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.database import Claim, Source
from factcheck.reports import Review, Run
from factcheck.reports.paths import is_file
from factcheck.reports.visible import escaped_json
from factcheck.verdict import Label, Verdict

Json = dict[str, Any]

# From worst, false, to best, true, as search engines read it.
WORST, BEST = 1, 5
RATINGS = {Label.REFUTED: WORST, Label.SUPPORTED: BEST}


def report(verdicts: Iterable[Verdict], run: Run) -> Iterator[str]:
    """Yield one graph with a review of each sentence that is SUPPORTED or REFUTED."""
    reviews = [_review(verdict, verdict.claim, run.review) for verdict in verdicts if verdict.claim]
    document = json.dumps({"@context": "https://schema.org", "@graph": reviews}, ensure_ascii=False, indent=2)
    yield escaped_json(document).replace("<", r"\u003c") + "\n"  # so that no text ends the <script> it is put into


def _review(verdict: Verdict, claim: Claim, review: Review) -> Json:
    """Return the review of one sentence."""
    return _known(
        {
            "@type": "ClaimReview",
            "url": review.url,
            "datePublished": review.date,
            "author": _organisation(review.author),
            "claimReviewed": " ".join(verdict.sentence.text.split()),
            "itemReviewed": _claim(verdict),
            "reviewRating": _rating(verdict),
            "reviewBody": f"{verdict.reason} “{claim.excerpt}”",
            "isBasedOn": [_work(source) for source in _sources(claim, *verdict.others)],
        }
    )


def _claim(verdict: Verdict) -> Json:
    """Return the sentence as a claim that somebody made, and where."""
    path = verdict.sentence.path
    return _known({"@type": "Claim", "appearance": {"@type": "CreativeWork", "name": path} if is_file(path) else ""})


def _rating(verdict: Verdict) -> Json:
    """Return the verdict on the scale from false to true."""
    return {
        "@type": "Rating",
        "ratingValue": RATINGS[verdict.label],
        "worstRating": WORST,
        "bestRating": BEST,
        "alternateName": str(verdict.label),
        "ratingExplanation": verdict.reason,
    }


def _sources(*claims: Claim) -> Iterable[Source]:
    """Return the sources of claims, each once."""
    return dict.fromkeys(claim.source for claim in claims)


def _work(source: Source) -> Json:
    """Return a source."""
    return _known(
        {
            "@type": "CreativeWork",
            "name": source.title,
            "url": source.url,
            "author": source.author,
            "publisher": _organisation(source.publisher),
            "datePublished": source.published,
        }
    )


def _organisation(name: str) -> Json | str:
    """Return who publishes, "" where nobody is named."""
    return {"@type": "Organization", "name": name} if name else ""


def _known(properties: Json) -> Json:
    """Leave out what is not known."""
    return {key: value for key, value in properties.items() if value != ""}
