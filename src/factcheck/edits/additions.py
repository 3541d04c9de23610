"""Edits that add a detail which nothing in the database settles."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.edits.edit import Edit, Original, exchanges, replace, turned
from factcheck.edits.known import Known
from factcheck.statement import parse


def added(original: Original, known: Known) -> Iterator[Edit]:
    """Add a phrase that has a word of its own, behind the last word of the wording."""
    phrases = exchanges("added").get(("*",), ())
    end = max((token.end for token in original.tokens if token.text[0].isalnum()), default=0)
    for phrase in turned(phrases, original.text):
        lemmas = {unit.lemma for unit in parse(phrase).units if unit.kind == "word"}
        if lemmas and lemmas.isdisjoint(known.lemmas):
            yield replace(original, end, end, f" {phrase}")
            return
