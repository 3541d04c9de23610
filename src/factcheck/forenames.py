"""Forenames and their short forms: Tim for Timothy."""

from __future__ import annotations

from functools import cache

from factcheck.tables import groups


@cache
def _full() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for forename, called in groups("forenames").items():
        for short in called:
            found[short] = found.get(short, frozenset()) | {forename}
    return found


def is_forename(word: str) -> bool:
    """Tell whether a word in normal form is in the table, in full or short."""
    return word in _full() or word in groups("forenames")


def are_of_one(one: str, other: str) -> bool:
    """Tell whether two words may be forenames of the same person, in normal form: "tim" and "timothy"."""
    return one in _full().get(other, ()) or other in _full().get(one, ())


def told(parts: frozenset[str], by: frozenset[str]) -> frozenset[str]:
    """Return the words of a name, each short or full forename as another name has it."""
    return frozenset(next((other for other in by if are_of_one(part, other)), part) for part in parts)
