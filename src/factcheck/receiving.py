"""Whether what is done to somebody is not what they did: "was sold to Lund" against "Lund sold"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.alignment import Level
from factcheck.comparison import Comparison
from factcheck.conflicts import is_symmetric
from factcheck.details.converses import are_converse
from factcheck.details.order import COMPASS
from factcheck.statement import Frame

_RECEIVES, _ACTS = "to", "s"


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether nobody to whom something is done in a part is who does it in the wording, or the other way round."""
    return not any(_is_exchanged(comparison, frame, part) for frame in comparison.said.frames if frame.verb in part)


def _is_exchanged(comparison: Comparison, frame: Frame, part: Sequence[int]) -> bool:
    said, stated, act = comparison.said, comparison.stated, comparison.matches[frame.verb]
    if act is None or act.level < Level.NEAR or stated.units[act.stated].role != "v":
        return False
    verb, other = said.units[frame.verb], stated.units[act.stated]
    if is_symmetric(verb.lemma) or is_symmetric(other.lemma) or are_converse(verb.lemma, other.lemma):
        return False
    theirs = next((each for each in stated.frames if each.verb == act.stated), frame)
    places = {place for link in said.links if link.kind.startswith(COMPASS) for place in link.right}
    for number in part:
        unit, match = said.units[number], comparison.matches[number]
        if match is None or unit.clause != verb.clause or unit.pos != "n" or number in places:
            continue
        partner = stated.units[match.stated]
        both = number in frame.subject and match.stated in theirs.subject  # "tied to cells affiliated with the club"
        if partner.clause == other.clause and {unit.role, partner.role} == {_RECEIVES, _ACTS} and not both:
            return True
    return False
