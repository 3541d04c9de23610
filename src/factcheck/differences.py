"""Where a sentence is a wording word for word but for one place, and what stands there turns the sense.

Such a sentence is no other way to say the same: "signed" and "not signed", "before" and "after", 2001 and 2002, "A beat B" and
"B beat A" differ as little as two spellings do. It is an edit distance of one, in words; what an edit may do to the sense is told by
the details that it touches, see `turns` (after the minimal edits of contrast sets, Gardner et al. 2020).
"""

from __future__ import annotations

from functools import lru_cache

from factcheck import turns
from factcheck.statement import Statement
from factcheck.tokens import Token, tokenize
from factcheck.turns import Contrast, Place, Turn

_LONGEST = 8  # words of a place in which two texts differ, as many as a long name has
_SHARED = 2  # a place may have this many words for each that the texts share: "Announced by: …" has two for a long name
_PUNCTUATION = frozenset((",", ";", ":", ".", "...", "!", "(", ")", "[", "]", '"', "'"))  # marks that say nothing


def turned(said: Statement, stated: Statement) -> Turn | None:
    """Return by what a sentence that differs from a wording in one place only says something else, None where it does not."""
    ours, theirs = _words(said.text), _words(stated.text)
    if abs(len(ours) - len(theirs)) > _LONGEST:
        return None
    one, other = _differing(ours, theirs)
    contrast = Contrast(said, stated, one, other)
    length, longer = one.last - one.first, max(one.last - one.first, other.last - other.first)
    if length == other.last - other.first and sorted(one.norms) == sorted(other.norms):
        return "sense" if turns.exchanges(contrast) else None
    return turns.turn(contrast) if longer <= min(_LONGEST, _SHARED * (len(ours) - length)) else None


def same_words(said: Statement, stated: Statement) -> bool:
    """Tell whether two texts have the same words and signs, whatever their case, accents and punctuation."""
    return _marked(said.text) == _marked(stated.text)


def goes_on(said: Statement, stated: Statement) -> bool:
    """Tell whether a text has all the words of a sentence in their order, with others between or around them."""
    words = iter(token.norm for token in _words(stated.text))
    return all(token.norm in words for token in _words(said.text))


def has_details(said: Statement, stated: Statement) -> bool:
    """Tell whether a text has each word and figure of the names, figures and dates of a sentence."""
    spans = [(unit.start, unit.end) for unit in said.units if unit.value is not None]
    own = {token.norm for token in _words(said.text) if any(start <= token.start < end for start, end in spans)}
    return own <= {token.norm for token in _words(stated.text)}


@lru_cache(maxsize=10_000)
def _marked(text: str) -> tuple[str, ...]:
    """Return the words, figures and signs of a text, the minus of "-5" and the mark of a question among them."""
    return tuple(token.norm for token in tokenize(text) if token.norm not in _PUNCTUATION)


@lru_cache(maxsize=10_000)
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
