"""Whether the circumstances of an act are those of that act in the wording: "searches offline and prints" does not print offline."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import reach
from factcheck.comparison import Comparison

_TELLING = ("without", "despite", "through", "via", "by")  # roles of what tells how an act is done


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether what says how something is done stands in the wording with what the sentence says it of."""
    return not any(_is_of_another_act(comparison, number) for number in part)


def _is_of_another_act(comparison: Comparison, number: int) -> bool:
    """Tell whether a circumstance is of an act that the sentence lacks, beside that of which it says it."""
    said, stated, match = comparison.said, comparison.stated, comparison.matches[number]
    unit = said.units[number]
    if match is None or unit.role not in _TELLING or unit.weight < 1:
        return False
    clause = stated.units[match.stated].clause
    verb = stated.frames[clause].verb
    taken = {each.stated for each in comparison.matches if each is not None}
    if verb < 0 or stated.units[verb].weight < 1 or verb in taken or stated.units[match.stated].role != unit.role:
        return False
    near = reach.of_clause(stated, clause)
    told = [
        own.stated
        for at in said.frames[unit.clause].subject
        if said.units[at].kind == "word" and said.units[at].weight >= 1 and (own := comparison.matches[at]) is not None
    ]
    return bool(told) and all(at not in near for at in told)
