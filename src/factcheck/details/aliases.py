"""Aliases: what else a text calls those whom it names, "Ann Lund (born Anna Bergman), known as Nan Lund, was …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.draft import Draft

_KNOWN = frozenset(
    ("known", "styled", "billed", "credited", "written", "called", "nicknamed", "dubbed", "née", "born", "alias", "aka")
)
_WITH_AS = frozenset(("known", "styled", "billed", "credited", "written"))  # which need an "as" before the name
_OPENING = frozenset((",", "(", ";", "or", "and"))  # what stands before an aside that gives another name
_REACH = 4  # tokens from the word that announces a name to the name
_BETWEEN = frozenset("RPGX")  # tags that may stand between them


class Alias(NamedTuple):
    """Two names of the same one, as indexes of units: `alias` is what `of` is called besides."""

    alias: int
    of: int


def find(draft: Draft) -> tuple[Alias, ...]:
    """Return the aliases that asides of a sentence give."""
    return tuple(_find(draft)) if any(token.norm in _KNOWN for token in draft.tokens) else ()


def _find(draft: Draft) -> Iterator[Alias]:
    named = [number for number, unit in enumerate(draft.units) if unit.kind == "name"]
    for at, token in enumerate(draft.tokens):
        if token.norm not in _KNOWN or not at or not _opens(draft, at):
            continue
        alias = _announced(draft, at)
        before = [
            number for number in named if draft.units[number].last <= at and draft.units[number].role in ("s", "o")
        ]
        if alias >= 0 and before:
            yield Alias(alias, before[0])


def _opens(draft: Draft, at: int) -> bool:
    """Tell whether an aside begins with a token, or with the adverb before it: ", better known as"."""
    first = at - 1 if draft.tags[at - 1] in "RA" and at > 1 else at
    return draft.tokens[first - 1].norm in _OPENING


def _announced(draft: Draft, at: int) -> int:
    """Return the name that a word announces, or -1."""
    with_as = draft.tokens[at].norm not in _WITH_AS
    for place in range(at + 1, min(at + _REACH, len(draft.tokens))):
        with_as = with_as or draft.tokens[place].norm == "as"
        number = draft.owner.get(place, -1)
        if number >= 0 and draft.units[number].kind == "name":
            return number if with_as and not getattr(draft.units[number].value, "adjective", False) else -1
        if draft.tags[place] not in _BETWEEN:
            return -1
    return -1
