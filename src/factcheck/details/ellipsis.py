"""Ellipsis: a bare number that takes its unit from a neighbour: "from 51 to 38 minutes", "ten years, compared with five"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.details.measures import Quantity, scaled, size_of_unit
from factcheck.tokens import Token

_ENDING = frozenset(
    ("to", "by", "and", "or", "x", "in", "on", "for", "from", "with", "at", "of", "against", "before", "after", "than")
)  # words after a number that counts nothing
_PASSED = frozenset(("every", "one", "only", "just", "the"))  # words between "instead of" and its number
_LIKE = 10.0  # figures of one list differ by less than this factor
_UNLISTED = frozenset(
    ("in", "on", "by", "from", "since", "until", "to", "and", "or", "at", "the", "number", "no", "than")
)
_AGAINST = ("against", "compared with", "compared to", "instead of", "rather than", "versus", "up from", "down from")


def share_units(found: list[Quantity], tokens: Sequence[Token]) -> list[Quantity]:
    """Give a bare number the unit of its neighbour: "from 1 to 9 per cent", "24.6 by 9.2 metres", "ten years against five"."""
    for index in range(len(found) - 2, -1, -1):
        here, after = found[index], found[index + 1]
        if here.dimension == "count" != after.dimension and _ends(tokens, here.last) and _joined(tokens, here, after):
            found[index] = _as(here, after)
    for index in range(1, len(found)):
        before, here = found[index - 1], found[index]
        if (
            here.dimension == "count" != before.dimension
            and _ends(tokens, here.last)
            and _set_against(tokens, before, here)
        ):
            found[index] = _as(here, before)
    return found


def _as(bare: Quantity, other: Quantity) -> Quantity:
    """Return a bare number with the unit of another quantity."""
    return scaled(bare._replace(dimension=other.dimension, unit=other.unit), size_of_unit(other))


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a number counts no noun: a mark, a preposition or nothing follows it."""
    return at >= len(tokens) or not tokens[at].text[:1].isalpha() or tokens[at].norm in _ENDING


def _joined(tokens: Sequence[Token], here: Quantity, after: Quantity) -> bool:
    between = [token.norm for token in tokens[here.last : after.first]]
    if after.dimension == "time":
        return between == ["to"] and here.first > 0 and tokens[here.first - 1].norm == "from"
    return between in (["to"], ["by"], ["and"], ["or"], ["x"], ["×"])


def _set_against(tokens: Sequence[Token], before: Quantity, here: Quantity) -> bool:
    """Tell whether a bare number stands against the figure before it, or in a list led by the same preposition."""
    between = " ".join(token.norm for token in tokens[before.last : here.first] if token.norm not in _PASSED)
    lead = tokens[here.first - 1].norm
    listed = before.first > 0 and lead == tokens[before.first - 1].norm == "with"
    millions = (
        here.scaled and before.scaled and before.dimension.startswith("money")
    )  # "6.4 million euros, after 9.1 million"
    alike = 1 / _LIKE < (here.low or 1.0) / (before.low or 1.0) * size_of_unit(before) < _LIKE
    enumerated = (
        alike
        and lead[:1].isalpha()
        and lead not in _UNLISTED
        and ("," in between or "and" in between.split())
        and not here.scaled
    )
    reached = lead == "to" and any(token.norm == "from" for token in tokens[max(before.first - 3, 0) : before.first])
    return listed or millions or enumerated or reached or any(between.endswith(words) for words in _AGAINST)
