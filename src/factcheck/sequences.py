"""What was done first and what then: "was opened and then bought" turns "was bought in 2001 and opened in 2003" round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.comparison import Comparison
from factcheck.statement import Statement

_THEN = frozenset(("then", "later", "afterwards", "subsequently", "thereafter"))


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether what a part puts behind another act stands behind it in the wording."""
    for one, other in _steps(comparison.said):
        first, then = comparison.matches[one], comparison.matches[other]
        if {one, other}.isdisjoint(part) or first is None or then is None or {one, other} & comparison.reckoned:
            continue
        if _place(comparison.stated, first.stated) > _place(comparison.stated, then.stated):
            return False
    return True


def _steps(said: Statement) -> Iterator[tuple[int, int]]:
    """Yield two verbs of which the second is done "then"."""
    for clause in range(1, len(said.frames)):
        one, other = said.frames[clause - 1].verb, said.frames[clause].verb
        told = any(unit.clause == clause and unit.lemma in _THEN for unit in said.units)
        if one >= 0 and other >= 0 and told:
            yield one, other


def _place(stated: Statement, number: int) -> tuple[int, int]:
    """Return when an act was done, by its clause, which two acts told in their order share with what they tell."""
    return stated.units[number].clause, number
