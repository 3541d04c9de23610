"""Whether what a thing is said to be is said of it, not of another beside it: Prescott in Yavapai County is no county."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.alignment import Level
from factcheck.comparison import Comparison
from factcheck.details.predications import Predication
from factcheck.statement import Frame

_GOES_ON = re.compile(r"\s+(?:to|that|for|of|about|in)\b")
_WEIGHTY = 0.5  # lighter words may else go unmatched
_OWN_ROLES = frozenset(("s", "o", "v", "as", ""))


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether what a part says that a thing is, by a noun or an adjective, the wording says of that thing too."""
    own = all(_is_own(comparison, each) for each in comparison.said.predications if each.kind in part)
    return own and all(_is_described(comparison, frame) for frame in comparison.said.frames if _in(frame.object, part))


def _in(numbers: Sequence[int], part: Sequence[int]) -> bool:
    return any(number in part for number in numbers)


def _is_described(comparison: Comparison, frame: Frame) -> bool:
    """Tell whether the wording has the light adjective that is all that a clause says of a thing: "is small", "is open on Mondays"."""
    units = comparison.said.units
    told = [number for number in frame.object if units[number].pos != "r"]
    light = all(units[number].pos == "a" and units[number].weight < _WEIGHTY for number in told)
    if frame.verb >= 0 or not frame.subject or not told or not light:
        return True  # what weighs must be in the wording anyhow
    if _GOES_ON.match(comparison.said.text[units[told[-1]].end :]):
        return True  # "is likely to", "is clear that"
    return any(
        number in comparison.reckoned
        or ((match := comparison.matches[number]) is not None and match.level > Level.SCENE)
        for number in told
    )


def _is_own(comparison: Comparison, each: Predication) -> bool:
    match = comparison.matches[each.kind]
    if (
        match is None
        or not comparison.causes.told.isdisjoint(each.of)
        or each.kind in comparison.reckoned | comparison.causes.told
    ):
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
