"""Rehearse a claims database: check the sentences under [claim.tests] and compare the verdicts with what they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.check import check_sentences
from factcheck.database import Claim, Claims
from factcheck.sentences import Sentence
from factcheck.verdict import Label


@dataclass(frozen=True, slots=True)
class Row:
    """One test sentence of a claim: the verdict that was expected and the one that came out."""

    claim: Claim
    sentence: str
    expected: Label
    got: Label

    @property
    def passed(self) -> bool:
        """Tell whether the verdict is the one expected."""
        return self.got is self.expected

    def __str__(self) -> str:
        """Return `path:line: claim-id: …` in one line."""
        place = f"{self.claim.path}:{self.claim.line}: {self.claim.id}"
        return f"{place}: expected {self.expected}, got {self.got}: {self.sentence}"


def run(claims: Claims) -> Iterator[Row]:
    """Yield a row for each test sentence in the database."""
    rows = [row for claim in claims.claims for row in _expected(claim)]
    texts = [Sentence(text, 0, len(text)) for _, text, _ in rows]
    for (claim, text, expected), verdict in zip(rows, check_sentences(texts, claims), strict=True):
        yield Row(claim, text, expected, verdict.label)


def _expected(claim: Claim) -> Iterator[tuple[Claim, str, Label]]:
    """Yield each test sentence of a claim with the verdict it should get."""
    for label, texts in (
        (Label.SUPPORTED, claim.supported),
        (Label.REFUTED, claim.refuted),
        (Label.UNSETTLED, claim.unsettled),
    ):
        for text in texts:
            yield claim, text, label
