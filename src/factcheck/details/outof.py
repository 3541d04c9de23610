"""Shares told by two small numbers: "one in five", "nine trains in ten", "two pounds in every three", "four out of five".

Where the noun stands between the two, the first number is the share, and the second none of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import lemmas
from factcheck.details.measures import units
from factcheck.details.numerals import Number, value_of
from factcheck.tokens import Token
from factcheck.wordclasses import closed_class, possible

_WHOLE = 100.0
_BETWEEN = 4  # words that may stand between the two numbers: "one newly trained teacher in five"
_IN, _OF, _EACH = "in", "of", ("every", "each")
_NOT_COUNTED = frozenset(("out", "and", "to", "or", "hundred", "thousand", "million", "billion", "point", "of"))
_LEADING = frozenset(("only", "just", "than", "about", "nearly", "almost", "around", "roughly", "that", "and", "but"))
_SMALLEST = 2  # below which nothing is out of a number: "one in two" is, "one in one" is not
_LARGEST = 100


def read(tokens: Sequence[Token], at: int) -> Number | None:
    """Return the share that begins at tokens[at], or None."""
    above = _count(tokens, at) or (1.0 if _norm(tokens, at) in ("a", "an") else 0.0)
    if not above:
        return None
    for place in range(at + 1, min(at + 2 + _BETWEEN, len(tokens))):
        if found := _below(tokens, place):
            below, last = found
            if tokens[at].norm.isdecimal() and tokens[place].norm != _IN:
                return None  # a mark: "6 out of 10"
            beside = place == at + 1
            if not above < below or (beside and below == _SMALLEST and not _stands_alone(tokens, at, place)):
                return None
            if not beside and not (_is_counted(tokens[place - 1]) and _is_complete(tokens, last)):
                return None
            return Number(
                _WHOLE * above / below, _WHOLE * above / below, at, last if beside else at + 1, 1.0, fraction=True
            )
        if not _may_be_counted(tokens[place]):
            return None
    return None


def closes(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a number only closes a share that begins before it: the "ten" of "nine trains in ten"."""
    for first in range(max(at - _BETWEEN - 4, 0), at - 1):
        found = read(tokens, first)
        if found is None or found.last != first + 1:
            continue
        place = next(n for n in range(first + 1, len(tokens)) if _below(tokens, n))
        below = _below(tokens, place)
        if below and place < at < below[1]:
            return True
    return False


def _norm(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].norm if 0 <= at < len(tokens) else ""


def _count(tokens: Sequence[Token], at: int) -> float:
    """Return a small whole number in words or digits, or 0."""
    word = _norm(tokens, at)
    if word.isdecimal():
        return float(word) if int(word) <= _LARGEST else 0.0
    return value_of("unit", word) or value_of("tens", word) or (float(_LARGEST) if word == "hundred" else 0.0)


def _stands_alone(tokens: Sequence[Token], at: int, place: int) -> bool:
    """Tell whether "one in two" is a share: at the head of what is told, or "one in every two", not in "won one in two"."""
    before = _norm(tokens, at - 1)
    return (
        tokens[place].norm != _IN or _norm(tokens, place + 1) in _EACH or not before[:1].isalpha() or before in _LEADING
    )


def _below(tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
    """Return the number of "in ten", "in every three", "out of five", and where it ends."""
    if _norm(tokens, at) == "out" and _norm(tokens, at + 1) == _OF:
        skip = at + 2
    elif _norm(tokens, at) == _IN:
        skip = at + 1
    else:
        return None
    skip += _norm(tokens, skip) in _EACH
    skip += _norm(tokens, skip) == "a" and _norm(tokens, skip + 1) == "hundred"
    below = _count(tokens, skip)
    return (below, skip + 1) if below >= _SMALLEST else None


def _may_be_counted(token: Token) -> bool:
    """Tell whether a word may stand between the two numbers: a noun or what describes it."""
    if token.norm in _NOT_COUNTED or not token.norm[:1].isalpha():
        return False
    return token.text[:1].isupper() or (
        token.norm not in closed_class() and bool(set("NA") & set(possible(token.norm)))
    )


def _is_counted(token: Token) -> bool:
    """Tell whether the last word between the two numbers is a noun."""
    return "N" in possible(token.norm)


def _is_complete(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether the second number counts nothing of its own: "one woman in three years", "two people in three villages"."""
    word = _norm(tokens, last)
    if not word[:1].isalpha() or word in closed_class():
        return True
    kinds = possible(word)
    plural = word.endswith("s") and lemmas.base(word, "n") not in ("", word)
    return word not in units() and (not plural or kinds[:1] == "V") and (kinds[:1] in ("V", "R", "") or "V" in kinds)
