"""Estimates: a figure that somebody estimates or puts at something is about that, not exactly that."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import lemmas
from factcheck.details.quantities import Quantity
from factcheck.tokens import Token

_REACH = 6  # tokens between "estimate" and its figure


def hedged(value: Quantity, tokens: Sequence[Token]) -> Quantity:
    """Return a figure as one of about that size where "estimate" governs it: "they estimate that 300 live there"."""
    if value.comparator != "=":
        return value
    for at in range(value.first - 1, max(value.first - _REACH, -1), -1):
        if tokens[at].text in ",;:.":
            break
        if lemmas.lemma(tokens[at].norm, "v") == "estimate":
            return value._replace(comparator="about")
    return value
