"""Where a sentence is a wording word for word but for one place, and what stands there turns the sense.

Such a sentence is no other way to say the same: "signed" and "not signed", "before" and "after", 2001 and 2002, "A beat B" and
"B beat A" differ as little as two spellings do. It is an edit distance of one, in words; what an edit may do to the sense is told by
the details that it touches, see `turns` (after the minimal edits of contrast sets, Gardner et al. 2020).
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from factcheck import turns
from factcheck.statement import Statement
from factcheck.tokens import Token, tokenize
from factcheck.turns import Contrast, Place

_LONGEST = 8  # words of a place in which two texts differ, as many as a long name has


def turning(said: Statement, stated: Statement) -> frozenset[str] | None:
    """Return the words of a sentence by which it says something else than a wording that it otherwise is, None where it is not so."""
    one, other = _differing(_words(said.text), _words(stated.text))
    if one.last - one.first == other.last - other.first and Counter(one.norms) == Counter(other.norms):
        return frozenset(one.norms) if turns.exchanges(Contrast(said, stated, one, other)) else None
    shared, longer = len(one.tokens) - len(one.norms), max(len(one.norms), len(other.norms))
    if longer > min(_LONGEST, shared):
        return None
    return frozenset(one.norms) if turns.turns(Contrast(said, stated, one, other)) else None


def same_words(said: Statement, stated: Statement) -> bool:
    """Tell whether two texts have the same words, whatever their marks, case and accents."""
    return [token.norm for token in _words(said.text)] == [token.norm for token in _words(stated.text)]


def has_words(stated: Statement, norms: frozenset[str]) -> bool:
    """Tell whether a text has some words, wherever they stand in it."""
    return norms <= {token.norm for token in _words(stated.text)}


@lru_cache(maxsize=2_000)
def _words(text: str) -> tuple[Token, ...]:
    """Return the words, figures and signs of a text such as € and %."""
    return tuple(token for token in tokenize(text) if token.norm[0].isalnum() or token.norm in turns.SIGNS)


def _differing(one: tuple[Token, ...], other: tuple[Token, ...]) -> tuple[Place, Place]:
    """Return what is left of two texts without the words that both begin and end with."""
    shorter = min(len(one), len(other))
    first = next((at for at in range(shorter) if one[at].norm != other[at].norm), shorter)
    same = 0
    while same < shorter - first and one[-1 - same].norm == other[-1 - same].norm:
        same += 1
    return Place(one, first, len(one) - same), Place(other, first, len(other) - same)
