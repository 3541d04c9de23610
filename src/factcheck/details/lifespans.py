"""Lifespans: the dates behind a person's name, "Ann Lund (10 February 1894 – 29 December 1986) was a painter", tell a birth and a death."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck import lemmas, natures
from factcheck.details import dates
from factcheck.details.days import Date
from factcheck.tokens import Token, is_dash

_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_COPULAS = frozenset(("is", "was"))
_REACH = 14  # tokens behind the brackets in which a noun says that it is a person


class Lifespan(NamedTuple):
    """The date of a birth and that of a death, each with the token that stands for the word: a bracket, a dash."""

    birth: Date
    birth_at: int
    death: Date
    death_at: int


def find(tokens: Sequence[Token], tags: str) -> Iterator[Lifespan]:
    """Yield the lifespan behind a name of which a sentence says that it was a person."""
    for closing, token in enumerate(tokens):
        if token.norm in _CLOSING and _is_of_person(tokens, closing + 1):
            opening = _opening(tokens, closing)
            named = opening > 0 and (tags[opening - 1] == "K" or tokens[opening - 1].text == ",")
            if named:
                yield from _between(tokens, opening, closing)


def is_sign(token: Token) -> bool:
    """Tell whether a token is one that may stand for a birth or a death."""
    return token.norm in _OPENING or is_dash(token)


def _opening(tokens: Sequence[Token], closing: int) -> int:
    """Return the bracket that a closing one goes with, or -1."""
    depth = 0
    for at in range(closing, -1, -1):
        depth += (tokens[at].norm in _CLOSING) - (tokens[at].norm in _OPENING)
        if depth == 0:
            return at
    return -1


def _is_of_person(tokens: Sequence[Token], after: int) -> bool:
    """Tell whether a text goes on with what a person is: "was a British painter"."""
    reach = [token.norm for token in tokens[after : after + _REACH]]
    copula = next((at for at, word in enumerate(reach) if word in _COPULAS), -1)
    return copula >= 0 and any("person" in natures.of(lemmas.lemma(word, "n")) for word in reach[copula:])


def _between(tokens: Sequence[Token], opening: int, closing: int) -> Iterator[Lifespan]:
    """Yield the lifespan that ends the text in a pair of brackets."""
    for dash in range(closing - 1, opening, -1):
        if is_dash(tokens[dash]):
            death = dates.find(tokens[dash + 1 : closing])
            first = dash - is_dash(tokens[dash - 1])
            birth = dates.find(tokens[opening + 1 : first])
            if len(death) == 1 and birth and birth[-1].last == first - opening - 1:
                yield Lifespan(_moved(birth[-1], opening + 1), opening, _moved(death[0], dash + 1), dash)
                return


def _moved(date: Date, by: int) -> Date:
    return date._replace(first=date.first + by, last=date.last + by)
