"""Whether what a thing is said to be is said of it, not of another beside it: Prescott in Yavapai County is no county."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.alignment import Level
from factcheck.comparison import Comparison
from factcheck.details.predications import Predication

_OWN_ROLES = frozenset(("s", "o", "v", "as", ""))


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether each noun of a part that says what a thing is says so of that thing in the wording too."""
    return all(_is_own(comparison, each) for each in comparison.said.predications if each.kind in part)


def _is_own(comparison: Comparison, each: Predication) -> bool:
    match = comparison.matches[each.kind]
    if match is None or each.kind in comparison.reckoned:
        return True
    stated = comparison.stated.units
    subject = {found.stated for number in each.of if (found := comparison.matches[number])}
    roles = _OWN_ROLES | {stated[number].role for number in subject}
    partner = stated[match.stated]
    given = [other.of for other in comparison.stated.predications if other.kind == match.stated]
    named = {stated[number].lemma for number in subject}
    if match.level is Level.SAME and subject and given and named.isdisjoint(stated[each].lemma for each in given[0]):
        return False  # her husband is a fisherman, she is not
    if match.stated in subject:
        return partner.kind == "name" or match.level is Level.SAME  # a book that is told of need be no novel
    return partner.kind == "word" and partner.role in roles
