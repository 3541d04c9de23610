"""Ages: how old somebody was when an act happened: "31 when he first sang", "in her twenties", "aged 29", "at the age of 40"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.details.measures import Quantity, meant, size_of_unit
from factcheck.draft import Draft

_TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
DECADES = {"teens": (13.0, 19.0)} | {word: (10.0 * tens, 10.0 * tens + 9) for tens, word in enumerate(_TENS, 2)}
_PERSONS = {
    "teenager": (13.0, 19.0),
    "septuagenarian": (70.0, 79.0),
    "octogenarian": (80.0, 89.0),
    "nonagenarian": (90.0, 99.0),
}
_OWN = frozenset(("his", "her", "their", "my", "our", "your", "its"))
_THIRDS = {"early": (0.0, 3.0), "mid": (3.0, 6.0), "late": (6.0, 9.0)}
_TELLING = frozenset(("age", "old", "still", "already", "the age of"))
_AGED = frozenset(("aged", "age"))
_WHEN = frozenset(("when", "as", "while"))
_OLDEST = 120.0


class Age(NamedTuple):
    """The unit of an age, the full years that it allows, and the unit of the act at which it was reached; `words` tell it too."""

    figure: int
    low: float
    high: float
    act: int
    words: tuple[int, ...] = ()


def find(draft: Draft, told: Sequence[int]) -> tuple[Age, ...]:
    """Return the ages of a sentence that belong to an act, given what each of its clauses tells."""
    found = []
    for number, low, high in (*_decades(draft), *_figures(draft)):
        act, words = _act(draft, told, number)
        if act >= 0 and act != number:
            found.append(Age(number, low, high, act, words))
    return tuple(found)


def _decades(draft: Draft) -> Iterator[tuple[int, float, float]]:
    for at, token in enumerate(draft.tokens):
        if token.norm in _PERSONS and draft.owner.get(at, -1) >= 0:
            yield draft.owner[at], *_PERSONS[token.norm]
        bounds = DECADES.get(token.norm)
        if bounds is None or draft.owner.get(at, -1) < 0:
            continue
        before = [other.norm for other in draft.tokens[max(at - 3, 0) : at] if other.norm != "-"]
        if not _OWN.intersection(before[-2:]):
            continue
        low, high = bounds
        start, end = _THIRDS.get(before[-1], (0.0, high - low))
        yield draft.owner[at], low + start, low + end


def _figures(draft: Draft) -> Iterator[tuple[int, float, float]]:
    for number, unit in enumerate(draft.units):
        value = unit.value
        if not isinstance(value, Quantity) or not _is_age(draft, value):
            continue
        size = size_of_unit(value) if value.dimension == "time" else 1.0
        low, high = (bound / size for bound in meant(value))
        if value.high / size <= _OLDEST:
            yield number, low, high


def _is_age(draft: Draft, value: Quantity) -> bool:
    """Tell whether a number is an age: of years with "old", after "aged" or "age of", or all that somebody "was" when …"""
    before = [token.norm for token in draft.tokens[max(value.first - 2, 0) : value.first]]
    after = [token.norm for token in draft.tokens[value.last : value.last + 2]]
    if value.change or (value.dimension, value.unit) not in (("time", "year"), ("count", "")):
        return False
    if _AGED.intersection(before) or after[:1] == ["old"]:
        return True
    bare = value.dimension == "count" and (not after or after[0] in ",.;")
    if bare and before[-1:] == ["at"]:
        return True
    clause = draft.clause_at(value.first)
    group = draft.clauses[clause].group if clause >= 0 else None
    follows = group is not None and group.copula and group.last <= value.first <= group.last + 2
    return value.dimension == "count" and follows and (not after or after[0] in _WHEN or after[0] in ",.")


def _act(draft: Draft, told: Sequence[int], number: int) -> tuple[int, tuple[int, ...]]:
    """Return the act at which an age was reached, and the units that only tell that it is an age."""
    clause = draft.units[number].clause
    group = draft.clauses[clause].group
    words = tuple(at for at, unit in enumerate(draft.units) if unit.clause == clause and unit.lemma in _TELLING)
    if group is not None and not group.copula and draft.units[told[clause]].lemma != "age":
        return told[clause], words
    after = draft.clauses[clause + 1] if clause + 1 < len(told) else None
    if after and any(token.norm in _WHEN for token in draft.tokens[after.first : after.first + 2]):
        return told[clause + 1], words
    before = draft.clauses[clause - 1] if clause else None
    if before and draft.tokens[before.first].norm in _WHEN:
        return told[clause - 1], words
    return -1, ()
