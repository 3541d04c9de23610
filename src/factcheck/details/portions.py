"""Portions of a counted whole: "five of the 15 ferries"; "of the 60 seats, the Greens hold 15 and Labour the rest"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from factcheck.details.quantities import Quantity

if TYPE_CHECKING:
    from factcheck.statement import Unit

_OF = re.compile(
    r"^\s+(?:out\s+)?of\s+(?:(?:the|its|their|his|her|our|these|those|all)\s+)?(?:[\w'’-]+\s+){0,3}$", re.IGNORECASE
)
_OPENING = re.compile(r"^\W*(?:out\s+)?of\b[^,;]*$", re.IGNORECASE)
THE_REST = re.compile(r"\b(?:others?|rest|remaining|remainder)\b", re.IGNORECASE)
RESTS = frozenset(("rest", "remainder", "the rest", "the others", "the remainder", "others"))
_BOUNDED = ("more", "less", "least", "most", "upto")
_EXACT = ("=", "exactly")


class Portion(NamedTuple):
    """So many of so many: `figure` is the unit of the part, or of "the rest", `whole` that of the whole figure."""

    figure: int
    whole: int
    amount: float
    total: float
    opening: int = -1  # the last unit of "Of the 60 seats on the council,", where the whole opens the sentence

    @property
    def share(self) -> float:
        """Return the portion in percent."""
        return 100.0 * self.amount / self.total


def find(text: str, units: Sequence[Unit], heads: Sequence[int]) -> tuple[Portion, ...]:
    """Return the portions of a sentence, in the order of the text."""
    return (*_next_to(text, units), *_opened(text, units, heads), *_percentages(units, heads))


def _count(unit: Unit) -> float:
    """Return an exact count, or 0."""
    value = unit.value
    if not isinstance(value, Quantity) or value.dimension != "count" or value.change or value.comparator not in _EXACT:
        return 0.0
    return value.low if value.low == value.high else 0.0


def _next_to(text: str, units: Sequence[Unit]) -> Iterator[Portion]:
    """ "Five of the company's 15 ferries"."""
    for number, unit in enumerate(units):
        after = next((n for n in range(number + 1, min(number + 4, len(units))) if _count(units[n])), -1)
        if after < 0 or not _count(unit) or not _OF.match(text[unit.end : units[after].start]):
            continue
        if _count(unit) < _count(units[after]):
            yield Portion(number, after, _count(unit), _count(units[after]))


def _opened(text: str, units: Sequence[Unit], heads: Sequence[int]) -> Iterator[Portion]:
    """ "Of the 60 seats on the council, the Greens hold 15 and Labour holds the rest"."""
    whole = next((number for number, unit in enumerate(units) if _count(unit)), -1)
    if whole < 0 or not _OPENING.match(text[: units[whole].start]):
        return
    comma = text.find(",", units[whole].end)
    opening = max((number for number, unit in enumerate(units) if unit.end <= comma), default=-1)
    if comma < 0 or opening < whole:
        return
    total = _count(units[whole])
    parts = [
        n for n in range(opening + 1, len(units)) if 0 < _count(units[n]) < total and _counts_it(units, heads, n, whole)
    ]
    left = total - sum(_count(units[number]) for number in parts)
    for number in range(opening + 1, len(units)):
        if number in parts:
            yield Portion(number, whole, _count(units[number]), total, opening)
        elif units[number].lemma in RESTS and parts and left > 0:
            yield Portion(number, whole, left, total, opening)


def _percentages(units: Sequence[Unit], heads: Sequence[int]) -> Iterator[Portion]:
    """ "8 percent of the wheat is imported and the rest is grown here"."""
    shares = [number for number, unit in enumerate(units) if _percent(unit)]
    left = 100.0 - sum(_percent(units[number]) for number in shares)
    rest = next((number for number, unit in enumerate(units) if unit.lemma in RESTS), -1)
    if not shares or left <= 0 or rest < shares[-1] or heads[shares[0]] == shares[0]:
        return
    opening = heads[shares[0]]
    for number in shares:
        yield Portion(number, shares[0], _percent(units[number]), 100.0, opening)
    yield Portion(rest, shares[0], left, 100.0, opening)


def _percent(unit: Unit) -> float:
    """Return a percentage, or 0."""
    value = unit.value
    if not isinstance(value, Quantity) or value.dimension != "share" or value.change or value.comparator in _BOUNDED:
        return 0.0
    return value.low if value.low == value.high else 0.0


def _counts_it(units: Sequence[Unit], heads: Sequence[int], number: int, whole: int) -> bool:
    """Tell whether a figure counts what the whole counts, or says nothing of what it counts."""
    return heads[number] == number or units[heads[number]].lemma == units[heads[whole]].lemma
