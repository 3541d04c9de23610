"""Currencies that share their name or sign with others: Canadian and US dollars, Swiss and French francs, "HK$".

"Dollars" and "$" alone may be those of any country, and are taken for those of the figure that they are compared with.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from factcheck.details.measures import Quantity, units
from factcheck.tables import rows
from factcheck.tokens import Token

_LONGEST = 2  # words before a noun: "Hong Kong"
_WORDS = frozenset(("a", "s"))
_NONE = "-"
_CENT, _DOLLAR, _EURO = "cent", "money:usd", "money:eur"


class Currency(NamedTuple):
    """A currency: its dimension and what it is called."""

    dimension: str
    name: str


@cache
def _qualified() -> dict[tuple[str, str], Currency]:
    """Return what "canadian" and "dollars" mean together."""
    table: dict[tuple[str, str], Currency] = {}
    for dimension, nouns, qualifiers, _ in rows("currencies"):
        first = f"{qualifiers.split(', ')[0]} {nouns.split(', ')[0]}"
        for noun in nouns.split(", "):
            table |= {(word, noun): Currency(dimension, first) for word in qualifiers.split(", ")}
    return table


@cache
def _nouns() -> frozenset[str]:
    return frozenset(noun for _, noun in _qualified())


@cache
def _signs() -> dict[str, Currency]:
    signed = [row for row in rows("currencies") if row[3] != _NONE]
    return {sign: Currency(row[0], sign) for row in signed for sign in row[3].split(", ")}


@cache
def _families() -> dict[str, frozenset[str]]:
    """Return all currencies that may be meant by the currency that a bare noun or sign stands for."""
    table: dict[str, frozenset[str]] = {}
    for dimension, nouns, _, _ in rows("currencies"):
        for bare in {units()[noun][0] for noun in nouns.split(", ") if noun in units()}:
            table[bare] = table.get(bare, frozenset()) | {dimension}
    return table


def named(tokens: Sequence[Token], at: int) -> tuple[Currency, int] | None:
    """Return the currency named with its country at a token, "Hong Kong dollars", and where it ends."""
    for length in range(1, _LONGEST + 1):
        noun = tokens[at + length].norm if at + length < len(tokens) else ""
        if noun in _nouns():
            found = _qualified().get((" ".join(token.norm for token in tokens[at : at + length]), noun))
            return (found, at + length + 1) if found else None
    return None


def signed(tokens: Sequence[Token], at: int) -> tuple[Currency, int] | None:
    """Return the currency of a sign with letters at a token, "HK$", and where it ends."""
    sign = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if sign not in ("$", "£") or (tokens[at].norm in _WORDS and not tokens[at + 1].glued):
        return None  # "a $5 fee"
    found = _signs().get(tokens[at].norm + sign)
    return (found, at + 2) if found else None


def is_noun(word: str) -> bool:
    """Tell whether a word names currencies of several countries."""
    return word in _nouns()


def as_of(quantity: Quantity, other: Quantity) -> Quantity:
    """Return an amount in cents, or in dollars of no country, as one of the other's currency."""
    if quantity.dimension == other.dimension:
        return quantity
    if quantity.unit == _CENT and (other.dimension == _EURO or other.dimension in _families()[_DOLLAR]):
        return quantity._replace(dimension=other.dimension)
    bare = quantity.unit in units() and units()[quantity.unit][0] == quantity.dimension
    if bare and other.dimension in _families().get(quantity.dimension, ()) and not _is_bare(other):
        return quantity._replace(dimension=other.dimension)
    return quantity


def _is_bare(quantity: Quantity) -> bool:
    """Tell whether a currency is named by nothing but a noun, a code or a sign of its own."""
    return quantity.unit in units()
