"""The name that a source states, where it can stand in the place of another one as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck import wordclasses
from factcheck.details.names import Name
from factcheck.statement import Unit, parse
from factcheck.tokens import Token, is_dash, tokenize

_WRITTEN = re.compile(r"[\w\s.&'’‑-]+")
_LISTED = re.compile(r"(?:\s*,)?\s*(?:\b(?:and|or)\b)?\s*(?:\bthe\b\s*)?")
_PRONOUNS = frozenset(("he", "she", "him", "her", "his", "hers", "himself", "herself"))
_ARTICLES = {
    "a": "a",
    "an": "a",
    **dict.fromkeys(("the", "its", "their", "our", "his", "her", "this", "that", "'s"), "the"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a text: text[start:end]."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """Return what stands there."""
        return self.text[self.start : self.end]


def worded(said: Place, stated: Place) -> str:
    """Return the stated name, "" where it would not fit into the sentence or may be only a part of a name."""
    words = " ".join(stated.words.split())
    if not _WRITTEN.fullmatch(words) or _speaks_of(said, words) or not (_is_whole(said) and _is_whole(stated)):
        return ""
    return words if _form(said) == _form(stated) and not _is_one_of_several(said, stated) else ""


def _speaks_of(said: Place, words: str) -> bool:
    """Tell whether the rest of the sentence has a word of the name already, or a pronoun that may not fit it."""
    rest = {token.norm for token in tokenize(said.text[: said.start] + " " + said.text[said.end :])}
    own = {
        token.norm for token in tokenize(words) if token.norm not in wordclasses.closed_class() and token.norm.isalnum()
    }
    return not rest.isdisjoint(own | _PRONOUNS)


def _is_whole(place: Place) -> bool:
    """Tell a name from a part of one, such as "Shabaab" in "al-Shabaab": no other name touches it."""
    before, after = _around(place)
    return not _runs_on(before[::-1]) and not _runs_on(after)


def _around(place: Place) -> tuple[list[Token], list[Token]]:
    """Return the tokens before a place and those behind it."""
    tokens = tokenize(place.text)
    return [each for each in tokens if each.end <= place.start], [each for each in tokens if each.start >= place.end]


def _runs_on(near: list[Token]) -> bool:
    """Tell whether a name goes on in the tokens next to it, the nearest first; "Algeria-Tunisia" is two names."""
    if len(near) > 1 and is_dash(near[0]):
        return not near[1].capital
    return bool(near) and near[0].capital and near[0].norm not in wordclasses.closed_class()


def _form(place: Place) -> tuple[str, bool]:
    """Return which article a name has, and whether it is an adjective as "Tunisian" is."""
    before, _ = _around(place)
    article = _ARTICLES.get(before[-1].norm, "") if before else ""
    names = [unit for unit in parse(place.text).units if unit.start < place.end and place.start < unit.end]
    return article, any(isinstance(unit.value, Name) and unit.value.adjective for unit in names)


def _is_one_of_several(said: Place, stated: Place) -> bool:
    """Tell whether the source lists the name with others that the sentence is silent on: each could be the right one."""
    listed = {unit.lemma for unit in _listed_with(stated)}
    return not listed <= {unit.lemma for unit in parse(said.text).units}


def _listed_with(stated: Place) -> Iterator[Unit]:
    """Yield the other names of the list that a name stands in: nothing but commas and "and" is between them."""
    found = [unit for unit in parse(stated.text).units if unit.kind == "name"]
    own = next((at for at, unit in enumerate(found) if unit.start < stated.end and stated.start < unit.end), -1)
    for first, step in ((own, -1), (own, 1)):
        at = first
        while own >= 0 and 0 <= at + step < len(found) and _is_next(stated.text, found[at], found[at + step]):
            at += step
            yield found[at]


def _is_next(text: str, one: Unit, other: Unit) -> bool:
    """Tell whether two names stand next to each other in a list."""
    first, second = sorted((one, other), key=lambda unit: unit.start)
    return bool(_LISTED.fullmatch(text, first.end, second.start))
