"""Converses: two words for one thing seen from its two sides: lend and borrow, teacher and student."""

from __future__ import annotations

from functools import cache

from factcheck.tables import rows


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows("converses"):
        left, right = (side.split(", ") for side in row)
        for one, others in ((left, right), (right, left)):
            for word in one:
                found.setdefault(word, set()).update(others)
    return {word: frozenset(others) for word, others in found.items()}


def are_converse(one: str, other: str) -> bool:
    """Tell whether two lemmas are converses of each other."""
    return other in _table().get(one, ())


def has_converse(lemma: str) -> bool:
    """Tell whether a lemma has any converse."""
    return lemma in _table()
