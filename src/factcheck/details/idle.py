"""Idle verbs: those that say no more than that there is something, or still is: "the plan includes a bridge", "keeps ties"."""

from __future__ import annotations

_IDLE = frozenset(
    (
        *("have", "do", "make", "get", "take", "give", "become", "seem", "appear", "happen", "occur", "exist"),
        *("include", "involve", "comprise", "feature", "provide", "constitute", "represent", "mark", "concern"),
        *("amount", "number", "total", "stay", "serve", "belong", "place", "base", "put", "see", "show"),
    )
)
_KEEPING = frozenset(
    (
        *("keep", "keep up", "maintain", "continue", "remain", "retain", "hold", "sustain", "preserve", "uphold"),
        *("conduct", "carry on", "carry out", "enjoy", "share", "pursue", "practise", "agree on", "plan", "intend"),
    )
)


def is_idle(lemma: str) -> bool:
    """Tell whether a verb leaves it to its subject and object to say what is done."""
    return lemma in _IDLE


def states(lemma: str) -> bool:
    """Tell whether a verb says of its object that there is such a thing, so that whoever ended it denies that: "keeps ties"."""
    return lemma in _IDLE or lemma in _KEEPING
