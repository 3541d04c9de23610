"""What a denial says: under a negation the more specific follows from the more general, not the other way round.

"No animal was hurt" says that no dog was hurt, "no dog was hurt" says nothing of other animals (natural logic: a negation
reverses entailment). And what is not the one opposite is the other only where there is no middle.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.alignment import Level
from factcheck.comparison import Comparison
from factcheck.details import modality
from factcheck.details.complements import are_complementary
from factcheck.details.phases import NEVER, NOT_YET, OVER
from factcheck.statement import Unit

_AT_ALL = re.compile(
    r"\b(?:ever|never|at no time|yet|no (?!longer)\w+|nobody|none|nothing|neither|without)\b", re.IGNORECASE
)
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
        if not _lasts_as_long(comparison, unit, partner):
            return False
        both = said.frames[unit.clause].denied and stated.frames[partner.clause].denied
        thing = unit.kind == "word" and unit.pos == "n" and unit.weight >= 1
        if both and thing and match.level in _LOOSE and number not in comparison.reckoned:
            return False
    return True


def _lasts_as_long(comparison: Comparison, unit: Unit, partner: Unit) -> bool:
    """Tell whether a denial lasts no longer than the wording's: what is not yet so may be so one day."""
    ours, theirs = comparison.said.frames[unit.clause], comparison.stated.frames[partner.clause]
    if not (ours.denied and theirs.denied and unit.role == "v"):
        return True
    ahead = modality.strength(ours) == modality.PLAN
    if theirs.phase == NOT_YET and (ahead or ours.phase == OVER):
        return False
    if ours.phase == NEVER and theirs.phase != NEVER:
        text = comparison.stated.text[theirs.start : theirs.end]
        return ahead == (modality.strength(theirs) == modality.PLAN) and _AT_ALL.search(text) is not None
    return ours.phase != OVER or theirs.phase == OVER
