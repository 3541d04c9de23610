"""Organisations that are known everywhere, by their names and abbreviations: "UN", "the World Bank"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.details.nametable import Entity, NameTable
from factcheck.tables import rows
from factcheck.tokens import Token, fold, tokenize

_SMALL = frozenset(("of", "and", "for", "the", "on", "-", "sans", "without", "'s", "’s", "."))


@cache
def table() -> NameTable:
    """Return the general table of organisations; each is known by its name, as one that nobody listed is."""
    found = NameTable()
    for kind, name, others in rows("organisations"):
        entity = Entity("u:" + fold(name), kind)
        for form in (name, *others.split(", ")):
            found.add(form, entity) if form else None
    return found


def longest(tokens: Sequence[Token], at: int) -> tuple[int, Entity] | None:
    """Return the end and entity of the longest name of an organisation at tokens[at] that is written with capitals."""
    hit = table().longest(tokens, at) if tokens[at].capital or tokens[at].text[0].isdecimal() else None
    if hit is None or any(_is_small(token) and token.norm not in _SMALL for token in tokens[at + 1 : hit[0]]):
        return None
    return hit[0], hit[1]


def _is_small(token: Token) -> bool:
    """Tell whether a word is written without a capital."""
    return token.text[0].isalpha() and not token.capital


def is_listed(entity: Entity) -> bool:
    """Tell whether an entity is an organisation that is known everywhere."""
    return entity.id in _listed()


@cache
def _listed() -> frozenset[str]:
    return frozenset("u:" + fold(name) for _, name, _ in rows("organisations"))


@cache
def words_of(entity: str) -> frozenset[str]:
    """Return the words of an organisation's name but for the small ones."""
    return frozenset(token.norm for token in tokenize(entity[2:])) - _SMALL
