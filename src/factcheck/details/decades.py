"""Decades as they are written: "the 1950s", "the '50s", "the fifties", which are those of the twentieth century."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.details.days import Date, calendar, interval
from factcheck.tokens import Token

_CENTURY = 1900
_PLURAL = ("s", "'s")
_BEFORE = frozenset(
    ("the", "early", "mid", "late", "-", "–", "'")
)  # what leads to a decade that is told without its century
_MEASURED = frozenset(
    ("temperature", "temperatures", "degrees", "age", "ages", "aged", "score", "scores", "iq", "percentage")
)  # what may be in the fifties too


def read(tokens: Sequence[Token], at: int) -> Date | None:
    """Return the decade that begins at a token."""
    word = tokens[at].norm
    if word.isdecimal() and not word.endswith("0"):
        return None
    plural = tokens[at + 1].norm if word.isdecimal() and at + 1 < len(tokens) else ""
    if word.isdecimal() and len(word) == 4 and plural in _PLURAL:
        written = tokens[at + 1].glued or (at and tokens[at - 1].norm in _BEFORE)  # "the early 1970 's"
        return _of(int(word), at, at + 2) if written and 1000 <= int(word) <= 2199 else None
    if not at or tokens[at - 1].norm not in _BEFORE or any(token.norm in _MEASURED for token in tokens):
        return None
    if word.isdecimal() and len(word) == 2 and plural == "s" and tokens[at + 1].glued:
        return _of(_CENTURY + int(word), at, at + 2) if str(int(word)) in calendar("decade").values() else None
    return _of(_CENTURY + int(calendar("decade")[word]), at, at + 1) if word in calendar("decade") else None


def _of(year: int, first: int, last: int) -> Date:
    return Date(first, last, interval(year)[0], interval(year + 9)[1])
