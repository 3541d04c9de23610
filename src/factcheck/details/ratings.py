"""What a thing can be seen as: "the sale can be seen as a step forward" says no more than that it is one."""

from __future__ import annotations

from factcheck.draft import Draft

_MAY = frozenset(("can", "may", "might", "could"))
_RATED = frozenset(("seen", "regarded", "viewed", "described", "considered", "thought", "understood", "read"))
_WORDS = 4  # of "can be seen as"


def quiet(draft: Draft) -> None:
    """Take the words that only say what a thing can be seen as: they tell nothing of it."""
    for at in range(len(draft.tokens) - _WORDS + 1):
        may, be, rated, as_ = (token.norm for token in draft.tokens[at : at + _WORDS])
        if may in _MAY and be == "be" and rated in _RATED and as_ == "as":
            draft.owner.update(dict.fromkeys(range(at, at + _WORDS - 1), -1))
