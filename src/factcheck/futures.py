"""Futures: "is going to" before a verb is a modal like "will", before a place it is a verb."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.tokens import Token


def marked(tokens: Sequence[Token], tags: Sequence[str]) -> str:
    """Return the tags of a sentence, with each "going to" before a verb tagged as a modal."""
    found = list(tags)
    for at in range(1, len(tokens) - 2):
        before_a_verb = found[at + 1] == "T" and found[at + 2] in "VXR"
        if tokens[at].norm == "going" and before_a_verb and "X" in found[max(at - 3, 0) : at]:
            found[at] = "M"
    return "".join(found)
