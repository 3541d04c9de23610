"""Likeness: what two things have in common or not: "A and B have the same engine", "as many", "different engines"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.details.comparatives import DIFFERENT, SAME, Comparative
from factcheck.draft import Draft, DraftUnit

_SAME = frozenset(("the same", "same", "the same as", "identical", "equal"))  # one thing or one kind for both
_AMOUNTS = frozenset(("the same number of", "the same amount of", "the same number", "the same amount", "equally"))
_DIFFERENT = frozenset(("different", "differing", "unlike"))


def is_amount(lemma: str) -> bool:
    """Tell whether a word of likeness is of how many or how much there is, not of what."""
    return lemma in _AMOUNTS


def is_likeness(lemma: str) -> bool:
    """Tell whether a word says that two things are alike in something, or differ in it."""
    return lemma in _SAME or lemma in _AMOUNTS or lemma in _DIFFERENT


def find(draft: Draft) -> Iterator[Comparative]:
    """Yield a comparison for each word of likeness that has two sides: "A and B …", "A … as B"."""
    for number, unit in enumerate(draft.units):
        if unit.kind != "word" or not is_likeness(unit.lemma):
            continue
        sides = _as(draft, number) or _coordinated(draft, unit)
        if sides and all(sides):
            things = _things(draft, number)
            way = DIFFERENT if unit.lemma in _DIFFERENT else SAME
            yield Comparative(way, (*sides[0], *things), sides[1], number)


def _as(draft: Draft, number: int) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Return the two sides of "A has the same engine as B", "A's engine is the same as B's"."""
    unit = draft.units[number]
    last = draft.clauses[unit.clause].last
    words = range(unit.first, min(last, len(draft.tokens)))
    at = next((index for index in words if draft.tokens[index].norm in ("as", "from")), None)
    if at is None or (draft.tokens[at].norm == "from") != (unit.lemma in _DIFFERENT):
        return None
    before = _nouns(draft, draft.clauses[unit.clause].first, unit.first)
    return before, _nouns(draft, at + 1, last)


def _coordinated(draft: Draft, unit: DraftUnit) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Return the two subjects of a clause, "A and B have …"; None where it has one, or more than two."""
    clause = draft.clauses[unit.clause]
    if clause.group is None or unit.first < clause.group.first:
        return None
    subject = range(clause.first, clause.group.first)
    joints = [at for at in subject if draft.tokens[at].norm == "and"]
    if len(joints) != 1 or any(draft.tokens[at].text == "," for at in subject):
        return None
    return _nouns(draft, clause.first, joints[0]), _nouns(draft, joints[0] + 1, clause.group.first)


def _nouns(draft: Draft, first: int, last: int) -> tuple[int, ...]:
    return tuple(n for n, unit in enumerate(draft.units) if first <= unit.first < last and unit.pos == "n")


def _things(draft: Draft, number: int) -> tuple[int, ...]:
    """Return the noun that a word of likeness stands before."""
    after = number + 1
    if after >= len(draft.units) or draft.units[after].first - draft.units[number].last > 1:
        return ()
    return (draft.noun_head(after),) if draft.units[after].pos in "na" else ()
