"""Prepositions that say the contrary of each other: to and from, inside and outside."""

from __future__ import annotations

from functools import cache

from factcheck.tables import rows


@cache
def _contraries() -> frozenset[tuple[str, str]]:
    pairs = (
        (one, other) for left, right in rows("prepositions") for one in left.split(", ") for other in right.split(", ")
    )
    return frozenset(pair for one, other in pairs for pair in ((one, other), (other, one)))


def are_contrary(one: str, other: str) -> bool:
    """Tell whether what stands behind the one preposition is not what stands behind the other."""
    return (one, other) in _contraries()
