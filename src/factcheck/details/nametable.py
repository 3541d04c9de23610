"""Known names: those of a database, and a general table of countries, demonyms, capitals, regions, seas and cities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck import cache as kept
from factcheck.tables import rows
from factcheck.tokens import Token, fold, tokenize

ANYONE = "*"  # begins the id of whom a text names nowhere


class Entity(NamedTuple):
    """Someone or something with a name; `country` is set for demonyms and capitals."""

    id: str
    kind: str
    country: str = ""
    capital: bool = False


Form = tuple[tuple[str, ...], str, Entity, bool]  # words, exact text where case matters, whose name, an adjective
Packed = tuple[tuple[str, ...], str, tuple[str, str, str, bool], bool]  # a form as plain values


def packed(forms: Mapping[str, Sequence[Form]]) -> dict[str, list[Packed]]:
    """Return the forms of a table as plain values."""
    return {
        first: [(words, exact, (*entity,), adjective) for words, exact, entity, adjective in known]
        for first, known in forms.items()
    }


def unpacked(known: Iterable[Packed]) -> list[Form]:
    """Return forms from plain values; those of one entity share it."""
    return [(words, exact, _entity(*entity), adjective) for words, exact, entity, adjective in known]


@lru_cache(maxsize=50_000)
def _entity(name: str, kind: str, country: str, capital: bool) -> Entity:
    return Entity(name, kind, country, capital)


def _is(token: Token, word: str) -> bool:
    return token.norm == word


@dataclass
class NameTable:
    """Known names: first word -> (words, exact text where case matters, entity, is an adjective), longest first."""

    forms: dict[str, list[Form]] = field(default_factory=dict)
    canonical: dict[str, frozenset[str]] = field(default_factory=dict)

    def add(self, text: str, entity: Entity, adjective: bool = False) -> None:
        """Add one form of an entity's name."""
        words = tuple(token.norm for token in tokenize(text) if token.norm != "the" or len(text) < 5)
        if not words:
            return
        exact = text if text.isupper() and len(text) <= 4 else ""
        forms = self.forms.setdefault(words[0], [])
        if all(known[0] != words for known in forms):
            forms.append((words, exact, entity, adjective))
            forms.sort(key=lambda known: -len(known[0]))

    def starting(self, first: str) -> Sequence[Form]:
        """Return the known names that begin with a word."""
        return self.forms.get(first, ())

    def is_last_of_another(self, entity: Entity) -> bool:
        """Tell whether a name of one word is the last of a longer name, as a surname is."""
        word = entity.id[2:]
        return any(len(words) > 1 and words[-1] == word for known in self.forms.values() for words, *_ in known)

    def longest(self, tokens: Sequence[Token], at: int) -> tuple[int, Entity, bool] | None:
        """Return the end, entity and use as an adjective of the longest known name at tokens[at]."""
        for words, exact, entity, adjective in self.starting(tokens[at].norm):
            if exact and tokens[at].text != exact:
                continue
            last = at + len(words)
            if last <= len(tokens) and all(map(_is, tokens[at + 1 : last], words[1:])):
                return last, entity, adjective
        return None


class _Compiled(NameTable):
    """A table whose names are taken from its compiled form when their first word is looked up."""

    def starting(self, first: str) -> Sequence[Form]:
        """Return the known names that begin with a word."""
        return _starting(first)


@lru_cache(maxsize=50_000)
def _starting(first: str) -> Sequence[Form]:
    return unpacked(_compiled().get(first, ()))


@cache
def _compiled() -> kept.Items:
    return kept.mapping("places", compiled)


def compiled() -> dict[str, list[Packed]]:
    """Return the general table of places as plain values."""
    return packed(_read_places().forms)


@cache
def places() -> NameTable:
    """Return the general table of countries, demonyms, capitals, regions, seas and cities."""
    return _Compiled()


def _read_places() -> NameTable:
    table = NameTable()
    for row in rows("places"):
        kind, name, adjectives, capital, others, whole = (row + [""] * 6)[:6]
        country = whole if kind == "country" else capital
        entity = Entity("p:" + fold(name), kind, "p:" + fold(country) if country and kind != "city" else "")
        for form in (name, *others.split(", ")):
            table.add(form, entity) if form else None
        for form in adjectives.split(", "):
            table.add(form, entity, adjective=True) if form else None
        if kind == "country" and capital:
            city = Entity("p:" + fold(capital.split("=")[0]), "city", entity.id, capital=True)
            for form in capital.split("="):
                table.add(form, city)
    for row in rows("places"):
        if row[0] == "city" and len(row) > 3 and row[3]:
            found = table.forms.get(fold(row[1]).split()[0], [])
            for index, (words, exact, entity, adjective) in enumerate(found):
                if entity.id == "p:" + fold(row[1]) and not entity.country:
                    found[index] = (words, exact, Entity(entity.id, "city", "p:" + fold(row[3])), adjective)
    return table


def table_of(names: Iterable[tuple[str, str, Sequence[str]]]) -> NameTable:
    """Return a table of (name, kind, other forms); a name that is a known place is that place."""
    table = NameTable()
    for name, kind, also in names:
        known = _place(name)
        entity = known or Entity("n:" + fold(name), kind)
        if kind == "person":
            table.canonical[entity.id] = frozenset(token.norm for token in tokenize(name))
        for form in (name, *also):
            adjective = bool(known) and kind == "place" and fold(form) != fold(name) and _is_demonym(form)
            table.add(form, entity, adjective)
    return table


def _place(name: str) -> Entity | None:
    tokens = tokenize(name)
    found = places().longest(tokens, 0) if tokens else None
    return found[1] if found and found[0] == len(tokens) and not found[2] else None


def _is_demonym(form: str) -> bool:
    tokens = tokenize(form)
    found = places().longest(tokens, 0) if tokens else None
    return bool(found and found[0] == len(tokens) and found[2])
