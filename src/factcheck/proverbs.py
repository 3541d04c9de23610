"""Verbs that stand for the one before: "higher than it did in 2019", "as often as Lund does". They open no clause of their own."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.tokens import Token

_COMPARING = ("than", "as")
_STANDING = frozenset(
    ("did", "does", "do", "was", "were", "is", "are", "had", "has", "have", "could", "can", "would", "will")
)
_NOUN_PHRASE = "DNKAQO$"
_LONGEST = 5  # tokens of a noun phrase before such a verb
_ENDS = "PSC,."  # what may follow: where or when, or nothing


def without(tokens: Sequence[Token], tags: str) -> str:
    """Return the tags of a sentence with the verbs that only stand for another read as pronouns."""
    found = list(tags)
    for at, token in enumerate(tokens):
        verb = _standing(tokens, tags, at) if token.norm in _COMPARING else -1
        if verb >= 0:
            found[verb] = "O"
    return "".join(found)


def _standing(tokens: Sequence[Token], tags: str, at: int) -> int:
    """Return the token of a verb that stands for another behind a "than" or "as", else -1."""
    for place in range(at + 2, min(at + 2 + _LONGEST, len(tokens))):
        if tokens[place].norm in _STANDING and tags[place] in "XMV":
            after = tags[place + 1 : place + 2]
            return place if not after or after in _ENDS else -1
        if tags[place - 1] not in _NOUN_PHRASE:
            return -1
    return -1
