"""What a denial says: under a negation the more specific follows from the more general, not the other way round.

"No animal was hurt" says that no dog was hurt, "no dog was hurt" says nothing of other animals (natural logic: a negation
reverses entailment). And what is not the one opposite is the other only where there is no middle.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.alignment import Level
from factcheck.comparison import Comparison
from factcheck.details.complements import are_complementary

_LOOSE = frozenset((Level.SCENE, Level.HYPERNYM, Level.ENTAILED))  # the sentence is more general, or only near


def hold(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether what a sentence denies is denied by the wording, and what it says for a denial follows from it."""
    said, stated = comparison.said, comparison.stated
    for number in part:
        unit, match = said.units[number], comparison.matches[number]
        if match is None or not unit.weight:
            continue
        partner = stated.units[match.stated]
        if match.cancelled and not are_complementary(unit.lemma, partner.lemma):
            return False
        both = said.frames[unit.clause].denied and stated.frames[partner.clause].denied
        thing = unit.kind == "word" and unit.pos == "n" and unit.weight >= 1
        if both and thing and match.level in _LOOSE and number not in comparison.reckoned:
            return False
    return True
