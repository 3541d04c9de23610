"""What a wording says of less than all, of what is only nearly so, or of somebody's: a sentence without that says more.

"Nearly won" is not "won", "a former doctor" no doctor, "part of the school" not the school, "the king's brother" not the king.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.alignment import Match
from factcheck.comparison import Comparison
from factcheck.details.force import PLAN, UNDONE
from factcheck.details.names import Name
from factcheck.softeners import Kind, softened
from factcheck.statement import Statement, Unit

_OF_A_NOUN: tuple[Kind, ...] = ("former", "part", "wanted")
_OF_A_VERB: tuple[Kind, ...] = ("nearly",)
_ELSEWHERE = ("near", "outside", "beyond", "beside", "behind", "around")  # roles of what is not itself acted on
_OWNING = re.compile(r"['’]s?\s")
_FOR_WHOM = re.compile(r"\s+(?:for|to)\s", re.IGNORECASE)
_STANDING_IN = ("country", "city", "organisation", "group")  # kinds of names whose army or minister acts for them


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether nothing of a part is said by the wording of less, of what nearly was, or of somebody else's."""
    matched = [(number, match) for number in part if (match := comparison.matches[number])]
    return not any(_is_less(comparison, number, match) for number, match in matched)


def _is_less(comparison: Comparison, number: int, match: Match) -> bool:
    said, stated = comparison.said, comparison.stated
    unit, partner = said.units[number], stated.units[match.stated]
    derived = number in comparison.reckoned and unit.lemma != partner.lemma
    if derived or partner.kind in ("quantity", "date"):
        return False
    if (
        _is_beside(unit, partner)
        or _is_anothers(comparison, number, match)
        or _is_for_some(said, unit, stated, partner)
    ):
        return True
    slighter = unit.pos == "v" and softened("nearly", said, unit) and not softened("nearly", stated, partner)
    if slighter and not _are_planned(comparison, unit, partner):
        return True
    kinds = _OF_A_NOUN if partner.pos == "n" else _OF_A_VERB
    less = any(softened(kind, stated, partner) and not softened(kind, said, unit) for kind in kinds)
    return less and not unit.scope and not match.cancelled


def _are_planned(comparison: Comparison, unit: Unit, partner: Unit) -> bool:
    """Tell whether both acts only were to be done: "was supposed to have opened", "was to have opened"."""
    frames = comparison.said.frames[unit.clause], comparison.stated.frames[partner.clause]
    return all(frame.force in (PLAN, UNDONE) for frame in frames)


def _is_beside(unit: Unit, partner: Unit) -> bool:
    """Tell whether what is acted on is only what something else is near: "flooded the fields near the town"."""
    return unit.kind != "date" and unit.role == "o" and partner.role in _ELSEWHERE


def _is_anothers(comparison: Comparison, number: int, match: Match) -> bool:
    """Tell whether who acts is only whose the one who acts in the wording is."""
    said, stated = comparison.said, comparison.stated
    unit, partner = said.units[number], stated.units[match.stated]
    if unit.role != "s" or partner.role != "s" or not _OWNING.match(stated.text[partner.end :] + " "):
        return False
    if _OWNING.match(said.text[unit.end :] + " ") or _stands_for_others(partner):
        return False
    owned = match.stated + 1
    taken = {each.stated for each in comparison.matches if each}
    follows = owned < len(stated.units) and stated.units[owned].clause == partner.clause
    return follows and stated.units[owned].role == "s" and not taken & {owned, stated.heads[owned]}


def _stands_for_others(unit: Unit) -> bool:
    return isinstance(unit.value, Name) and unit.value.entity.kind in _STANDING_IN


def _is_for_some(said: Statement, unit: Unit, stated: Statement, partner: Unit) -> bool:
    """Tell whether a wording says only for whom a thing is what the sentence says it is: "free for children"."""
    if unit.kind != "word" or unit.pos != "a" or partner.pos != "a" or said.frames[unit.clause].verb >= 0:
        return False
    bare = not said.text[unit.end :].strip(" .!")
    return bare and _FOR_WHOM.match(stated.text[partner.end :]) is not None
