"""Complements: opposites without a middle, so that what is not the one is the other: who did not stop went on."""

from __future__ import annotations

from factcheck import lemmas
from factcheck.tables import across
from factcheck.words import NEGATING_PREFIXES

_PREFIXES = tuple(prefix for prefix in NEGATING_PREFIXES if prefix != "dis")  # to disagree is more than not to agree
_SHORTEST = 3  # letters of what a negating prefix stands before


def are_complementary(one: str, other: str) -> bool:
    """Tell whether two lemmas leave no middle: by the table, or as a word and its denial ("hurt", "unhurt")."""
    one, other = _bare(one), _bare(other)
    return other in across("complements").get(one, ()) or _denies(one, other) or _denies(other, one)


def _bare(lemma: str) -> str:
    """Return a lemma without a preposition at its end that its row does not have: "closed on", "shut in"."""
    head, _, last = lemma.rpartition(" ")
    return (
        head
        if head and lemma not in across("complements") and last in ("on", "in", "at", "for", "to", "from", "by")
        else lemma
    )


def _denies(one: str, other: str) -> bool:
    """Tell whether one word is the other with a negating prefix; a participle stands for its verb."""
    for prefix in _PREFIXES:
        rest = one.removeprefix(prefix)
        if rest != one and len(rest) >= _SHORTEST and other in (rest, lemmas.base(rest, "v")):
            return True
    return False
