"""Places in a ranking as quantities: "at number two", "at No. 2", "in the top ten", where a list or race is meant."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.details import cardinals
from factcheck.details.measures import Quantity
from factcheck.tokens import Token, is_dash

_NUMBER = ("number", "no", "no.", "nr", "#")
_AT = frozenset(
    (
        "at",
        "to",
        "from",
        "reach",
        "reached",
        "hit",
        "than",
        "placed",
        "ranked",
        "peaked",
        "entered",
        "debuted",
        "seeded",
    )
)
_BESIDE = frozenset(("in", "into", "within", "inside", "reach", "reached", "enter", "entered", "make", "made"))
_DIMENSION = "rank"


def read(tokens: Sequence[Token], at: int) -> Quantity | None:
    """Return the place that begins at a token: one, or with "top" one up to which a place is meant."""
    before = [token.norm for token in tokens[max(at - 2, 0) : at]]
    if tokens[at].norm in _NUMBER and before[-1:] and before[-1] in _AT:
        skip = at + 1 + (tokens[at + 1 : at + 2] != () and tokens[at + 1].text == ".")
        return _placing(tokens, at, skip, "=")
    if tokens[at].norm == "outside":
        skip = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].norm == "the")
        top = skip < len(tokens) and tokens[skip].norm == "top"
        return _placing(tokens, at, skip + 1, "more") if top else None
    if tokens[at].norm == "top" and not _BESIDE.isdisjoint(before):
        skip = at + 1 + (at + 1 < len(tokens) and is_dash(tokens[at + 1]))
        return _placing(tokens, at, skip, "most")
    return None


def _placing(tokens: Sequence[Token], at: int, skip: int, comparator: str) -> Quantity | None:
    if skip >= len(tokens):
        return None
    norm = tokens[skip].norm
    value = int(norm) if norm.isdecimal() else cardinals.small(norm)
    after = tokens[skip + 1].norm if skip + 1 < len(tokens) else ""
    counted = comparator != "=" and after[:1].isalpha() and after not in ("of", "on", "in", "at", "for", "and", "with")
    if not value or counted:
        return None  # "one of the top ten producers"
    return Quantity(at, skip + 1, float(value), float(value), comparator, dimension=_DIMENSION, unit="place")
