"""Whether a sentence gives a saying to somebody whom the wording does not name, where the wording gives it to another."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.comparison import Comparison


def hold(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether nobody who is said to say something is without a partner where the wording names another who says it."""
    said, stated = comparison.said, comparison.stated
    taken = {match.stated for match in comparison.matches if match is not None}
    others = [number for number in stated.speakers if stated.units[number].pos == "n"]
    named = any(number in taken for number in others)
    speakers = [number for number in said.speakers if number in part and said.units[number].kind == "word"]
    strange = (said.units[number].weight > 0 and comparison.matches[number] is None for number in speakers)
    return not others or named or not any(strange)
