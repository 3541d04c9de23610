"""Whether each "A more than B", "A before B" and "half as much as B" of a sentence is in the wording too, the same way round."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.comparison import Comparison
from factcheck.details import likeness
from factcheck.details.comparatives import ALMOST, SAME


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether each "A more than B" of the part has its like in the wording, the same way round."""
    for link in comparison.said.links:
        if (
            link.kind not in ("than", "order")
            or not set(link.right) & set(part)
            or any(other.kind == link.kind for other in comparison.stated.links)
        ):
            continue
        if link.kind == "order" and comparison.reckoned.isdisjoint(link.right):
            return False
        if link.kind == "than" and link.measure not in comparison.reckoned:
            return False
    said = comparison.said
    if any(
        each.way in (SAME, ALMOST)
        and each.degree not in comparison.reckoned
        and not likeness.is_likeness(said.units[each.degree].lemma)
        for each in said.comparatives
    ):
        return said.text == comparison.stated.text
    return all(_is_same_amount(comparison, each.differential) for each in said.comparatives if each.standard)


def _is_same_amount(comparison: Comparison, number: int) -> bool:
    """Tell whether the amount of a comparison ("half as much as B") is one in the wording too, not just any half."""
    match = comparison.matches[number] if number >= 0 else None
    amounts = {each.differential for each in comparison.stated.comparatives}
    return match is None or number in comparison.reckoned or match.stated in amounts
