"""Complements: opposites without a middle, so that what is not the one is the other: who did not stop went on."""

from __future__ import annotations

from functools import cache

from factcheck import lemmas
from factcheck.tables import rows

_PREFIXES = ("un", "in", "im", "il", "ir", "non-", "non")
_SHORTEST = 3  # letters of what a negating prefix stands before


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows("complements"):
        left, right = (side.split(", ") for side in row)
        for one, others in ((left, right), (right, left)):
            for word in one:
                found.setdefault(word, set()).update(others)
    return {word: frozenset(others) for word, others in found.items()}


def are_complementary(one: str, other: str) -> bool:
    """Tell whether two lemmas leave no middle: by the table, or as a word and its denial ("hurt", "unhurt")."""
    one, other = _bare(one), _bare(other)
    return other in _table().get(one, ()) or _denies(one, other) or _denies(other, one)


def _bare(lemma: str) -> str:
    """Return a lemma without a preposition at its end that its row does not have: "closed on", "shut in"."""
    head, _, last = lemma.rpartition(" ")
    return head if head and lemma not in _table() and last in ("on", "in", "at", "for", "to", "from", "by") else lemma


def _denies(one: str, other: str) -> bool:
    """Tell whether one word is the other with a negating prefix; a participle stands for its verb."""
    for prefix in _PREFIXES:
        rest = one.removeprefix(prefix)
        if rest != one and len(rest) >= _SHORTEST and other in (rest, lemmas.base(rest, "v")):
            return True
    return False
