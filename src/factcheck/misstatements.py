"""Known misstatements: which of their units make them wrong, and whether a sentence says the same."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.alignment import Level
from factcheck.comparison import Comparison, compare
from factcheck.findings import Relation
from factcheck.statement import Statement

MISSED = 0.34  # share of a misstatement's weight that a sentence repeating it may leave out
EXTRA = 0.5  # share of the sentence that may say something else besides
_CLOSE = 0.5  # a right wording that covers less of a misstatement says nothing about what is wrong in it
_WEIGHTY = 0.5
SAME = 0.15  # both, where no single word makes the misstatement wrong


def culprits(wrong: Statement, right: Sequence[Comparison]) -> tuple[int, ...]:
    """Return the units of a misstatement that clash with the right wordings of its claim or that none of them has."""
    best = min(right, key=lambda comparison: _open(wrong, comparison), default=None)
    if best is None:
        return ()
    close = [comparison for comparison in right if _open(wrong, comparison) < _CLOSE]
    clashing = {conflict.said for comparison in close for conflict in comparison.conflicts}
    covered = {number for comparison in right for number, share in enumerate(comparison.cover) if share}
    hard = {number for number in clashing if wrong.units[number].kind != "word"}
    foreign = {number for number, unit in enumerate(wrong.units) if unit.weight >= _WEIGHTY and number not in covered}
    return tuple(sorted(hard | (clashing - covered) | foreign)) or tuple(sorted(clashing))


def _open(said: Statement, comparison: Comparison) -> float:
    total = sum(unit.weight for unit in said.units)
    return sum(unit.weight * (1 - share) for unit, share in zip(said.units, comparison.cover, strict=True)) / total if total else 1.0


def repeats(comparison: Comparison, wrong: Statement, guilty: Sequence[int], part: Sequence[int]) -> float | None:
    """Return how much of the misstatement a part of a sentence leaves out (0 to 1), or None where it does not repeat it."""
    matched = {match.stated for number in part if (match := comparison.matches[number]) and match.level >= Level.FAMILY and match.relation is Relation.AGREES}
    total = sum(unit.weight for unit in wrong.units)
    missed = sum(unit.weight for number, unit in enumerate(wrong.units) if number not in matched) / total if total else 1.0
    own = sum(comparison.said.units[number].weight for number in part)
    extra = sum(comparison.said.units[number].weight * (1 - comparison.cover[number]) for number in part) / own if own else 1.0
    if guilty:
        return missed if set(guilty) <= matched and missed <= MISSED and extra <= EXTRA else None
    return missed if missed <= SAME and extra <= SAME else None


def against(wrong: Statement, indexes: Sequence[object]) -> tuple[int, ...]:
    """Return the culprits of a misstatement, compared with the indexes of its claim's right wordings."""
    return culprits(wrong, [compare(wrong, index) for index in indexes])  # type: ignore[arg-type]
