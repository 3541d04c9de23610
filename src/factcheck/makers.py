"""Whether who did a thing in a sentence is who did it in the wording: a switch made by Ferro has no other maker.

Verbs that weigh nothing, and nouns for who does something, are looked at here; of verbs that weigh more see binding.py.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.alignment import Level
from factcheck.comparison import Comparison
from factcheck.conflicts import is_symmetric
from factcheck.decision import WEIGHTY
from factcheck.details.converses import are_converse
from factcheck.statement import Frame

_AGENTIVE = ("er", "or", "ist")
_SIDES = ("s", "o")


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether nobody in a part does what the wording says that another one does to the same thing."""
    return not any(_is_anothers(comparison, part, number) for number in part)


def _is_anothers(comparison: Comparison, part: Sequence[int], number: int) -> bool:
    said, stated, match = comparison.said, comparison.stated, comparison.matches[number]
    if match is None or match.level < Level.NEAR or match.cancelled or number in comparison.reckoned:
        return False
    unit, act = said.units[number], stated.units[match.stated]
    if is_symmetric(act.lemma) or are_converse(unit.lemma, act.lemma):
        return False
    partner = next((frame for frame in stated.frames if frame.verb == match.stated), None)
    doers, things = _parties(comparison, number)
    if partner is None or not partner.subject or not partner.object:
        return False
    ours = {own.stated for at in doers if at in part and (own := comparison.matches[at])}
    theirs = {own.stated for at in things if at in part and (own := comparison.matches[at])}
    return bool(ours and theirs & set(partner.object)) and ours.isdisjoint(_whole(comparison, partner))


def _parties(comparison: Comparison, number: int) -> tuple[list[int], list[int]]:
    """Return who does something, by a verb that weighs nothing or a noun for who does it, and what it is done to."""
    said = comparison.said
    unit, frame = said.units[number], said.frames[said.units[number].clause]
    if frame.verb == number:
        light = unit.weight < WEIGHTY
        return ([at for at in frame.subject if _is_party(comparison, at)], [*frame.object]) if light else ([], [])
    if unit.pos != "n" or unit.role not in _SIDES or not unit.lemma.endswith(_AGENTIVE):
        return [], []
    if frame.verb >= 0 and said.units[frame.verb].weight >= WEIGHTY:
        return [], []
    own = [at for at, other in enumerate(said.units) if other.clause == unit.clause and at != number]
    doers = [at for at in own if said.units[at].role in _SIDES and said.units[at].role != unit.role]
    return [at for at in doers if _is_party(comparison, at)], [at for at in own if said.units[at].role == unit.role]


def _is_party(comparison: Comparison, number: int) -> bool:
    """Tell whether a unit is a name or a noun that says something."""
    unit = comparison.said.units[number]
    return unit.pos == "n" and unit.kind in ("name", "word") and unit.weight > 0


def _whole(comparison: Comparison, partner: Frame) -> set[int]:
    """Return who does something in the wording, with all that says who that is."""
    stated = comparison.stated
    told = {at for each in stated.predications if not partner.subject or each.kind in partner.subject for at in each.of}
    named = {stated.heads[at] for at in partner.subject}
    kinds = {each.kind for each in stated.predications if set(each.of) & set(partner.subject)}
    return {*partner.subject, *named, *told, *kinds}
