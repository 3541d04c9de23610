"""Idle verbs: those that say no more than that there is something between two things: "the plan includes a bridge"."""

from __future__ import annotations

_IDLE = frozenset(
    (
        *("have", "do", "make", "get", "take", "give", "become", "seem", "appear", "happen", "occur", "exist"),
        *("include", "involve", "comprise", "feature", "provide", "constitute", "represent", "mark", "concern"),
        *("amount", "number", "total", "stay", "serve", "belong", "place", "base", "put", "see", "show"),
    )
)


def is_idle(lemma: str) -> bool:
    """Tell whether a verb leaves it to its subject and object to say what is done."""
    return lemma in _IDLE
