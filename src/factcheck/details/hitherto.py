"""Up to then: "never before", "no talks so far" deny no more than "never" and "no talks" do."""

from __future__ import annotations

from factcheck.draft import Draft
from factcheck.tables import groups


def lighten(draft: Draft) -> None:
    """Take the weight off adverbs of the time up to then in clauses that are denied."""
    for unit in draft.units:
        if unit.kind == "word" and draft.denied.get(unit.clause) and unit.lemma in groups("light")["denied"]:
            unit.weight = 0.0
