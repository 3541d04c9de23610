"""What a thing is by nature: a person, a place, a film. What is said to be the one is not the other."""

from __future__ import annotations

from functools import cache

from factcheck.tables import rows


@cache
def _known() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for nature, general, nouns in rows("natures"):
        for noun in (*general.split(", "), *nouns.split(", ")):
            found[noun] = found.get(noun, frozenset()) | {nature}
    return found


@cache
def _general() -> frozenset[str]:
    return frozenset(noun for _, general, _ in rows("natures") for noun in general.split(", "))


def of(lemma: str) -> frozenset[str]:
    """Return the natures of what a noun or phrase names, by its last word where it is in no table; none where nothing tells."""
    return _known().get(lemma) or _known().get(lemma.rsplit(" ", 1)[-1], frozenset())


def is_known(phrase: str) -> bool:
    """Tell whether a noun or phrase is in the table itself."""
    return phrase in _known()


def is_general(lemma: str) -> bool:
    """Tell whether a noun says no more of a thing than its nature: "person", "place"."""
    return lemma.removeprefix("a ") in _general()


def excludes(one: str, other: str) -> bool:
    """Tell whether what is the one cannot be the other: a film and a town."""
    natures, others = of(one), of(other)
    return bool(natures) and bool(others) and natures.isdisjoint(others)
