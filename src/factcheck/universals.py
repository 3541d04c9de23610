"""All and none, wholly and mostly.

What is said of none is its opposite said of all, where there is no middle: "no library will close", "all stay open". What is mostly
so is not wholly so, and what is focused on one thing is so for the most part.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.comparison import Comparison
from factcheck.details.complements import are_complementary

_WHOLLY = frozenset(("completely", "fully", "entirely", "totally", "wholly", "altogether", "utterly", "thoroughly"))
_PARTLY = frozenset(("largely", "mostly", "mainly", "partly", "partially", "nearly", "almost", "in part", "chiefly"))
_FOCUSING = frozenset(("focus", "concentrate", "centre", "gear", "orient", "aim", "target", "specialise", "devote"))


def say_the_same(comparison: Comparison, number: int) -> bool:
    """Tell whether one side says of all what the other denies of any, by opposites without a middle."""
    match = comparison.matches[number]
    if match is None:
        return False
    said, stated = comparison.said, comparison.stated
    unit, partner = said.units[number], stated.units[match.stated]
    of_all = unit.scope == "all" and not unit.negated and partner.negated and partner.scope in ("", "all")
    of_none = partner.scope == "all" and not partner.negated and unit.negated and unit.scope in ("", "all")
    return (of_all or of_none) and any(
        other is not None
        and other.cancelled
        and said.units[at].clause == unit.clause
        and stated.units[other.stated].clause == partner.clause
        and are_complementary(said.units[at].lemma, stated.units[other.stated].lemma)
        for at, other in enumerate(comparison.matches)
    )


def keep_extent(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether nothing of a part is wholly so that the wording says is mostly or partly so."""
    said, stated = comparison.said, comparison.stated
    for number in part:
        unit = said.units[number]
        verb = comparison.matches[said.frames[unit.clause].verb] if said.frames[unit.clause].verb >= 0 else None
        if unit.lemma not in _WHOLLY or comparison.matches[number] is not None or verb is None:
            continue
        home = stated.units[verb.stated].clause
        if any(other.lemma in _PARTLY and other.clause == home for other in stated.units):
            return False
    return True


def is_focused(lemma: str) -> bool:
    """Tell whether a verb says itself that it is so for the most part: what is focused on a border is mainly so."""
    return lemma.split(" ")[0] in _FOCUSING
