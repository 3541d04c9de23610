"""Converses: two words for one thing seen from its two sides: lend and borrow, teacher and student."""

from __future__ import annotations

from factcheck.tables import across


def are_converse(one: str, other: str) -> bool:
    """Tell whether two lemmas are converses of each other."""
    return other in across("converses").get(one, ())


def has_converse(lemma: str) -> bool:
    """Tell whether a lemma has any converse."""
    return lemma in across("converses")
