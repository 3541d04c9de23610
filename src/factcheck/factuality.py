"""Whether what a sentence says is so is so in the wording, and not only agreed, tried, needed, ahead or under a condition."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.alignment import Match
from factcheck.comparison import Comparison
from factcheck.details.phases import OVER
from factcheck.softeners import softened
from factcheck.statement import Statement, Unit
from factcheck.tables import groups

_IF = re.compile(r"(?<!even )(?<!as )\b(?:if|unless|provided)\b(?! only| any| not\b)", re.IGNORECASE)
_INVERTED = re.compile(r"(?:had|were|should)\b", re.IGNORECASE)
_HAS = re.compile(r"\b(?:has|have|had)\b", re.IGNORECASE)


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether the wording has nothing of a part only as agreed, tried, needed, ahead or under a condition."""
    said, stated = comparison.said, comparison.stated
    if _IF.search(stated.text) and not _IF.search(said.text) and not said.conditional:
        return False
    if _is_unreal(stated) and not said.conditional and not said.question:
        return False
    matched = [(number, match) for number in part if (match := comparison.matches[number])]
    return not any(
        _is_wanted(said, number, stated, match) or _is_not_yet_so(said, said.units[number], stated, match)
        for number, match in matched
    )


def _is_unreal(stated: Statement) -> bool:
    """Tell whether a wording only asks, or only says what would be: "did it close?", "had it rained, …", "should it fail, …"."""
    inverted = _INVERTED.match(stated.text) is not None and stated.conditional
    return stated.question or inverted


def _is_not_yet_so(said: Statement, unit: Unit, stated: Statement, match: Match) -> bool:
    """Tell whether an act that a sentence states is one that the wording has over, ahead, or only agreed or tried."""
    partner = stated.units[match.stated]
    ours, theirs = said.frames[unit.clause], stated.frames[partner.clause]
    if unit.pos != "v" or ours.modal or ours.link == "T" or ours.denied:
        return False
    if theirs.phase == OVER != ours.phase and not ours.past:
        return True
    if softened("ahead", stated, partner):
        return not softened("ahead", said, unit)
    return _is_governed(said, stated, match.stated)


def _is_governed(said: Statement, stated: Statement, number: int) -> bool:
    """Tell whether a verb is the infinitive of another that the sentence lacks, and that leaves open whether it is done."""
    clause = stated.units[number].clause
    frame = stated.frames[clause]
    before = stated.frames[clause - 1].verb if frame.link == "T" and clause else -1
    if before < 0 or frame.verb != number:
        return False
    governor = stated.units[before]
    behind = stated.text[governor.end : stated.units[number].start].strip() in ("", "to")
    done = governor.lemma.removesuffix(" to") in groups("hedges")["done"]
    return behind and governor.weight > 0 and not done and all(unit.lemma != governor.lemma for unit in said.units)


def _is_wanted(said: Statement, number: int, stated: Statement, match: Match) -> bool:
    """Tell whether somebody has in a sentence what the wording says they need or want."""
    ours = said.frames[said.units[number].clause]
    idle = ours.verb < 0 or not said.units[ours.verb].weight
    if not idle or number not in ours.object or not _HAS.search(said.text[ours.start : ours.end]):
        return False
    verb = stated.frames[stated.units[match.stated].clause].verb
    return verb >= 0 and stated.units[verb].lemma in groups("hedges")["wanting"]
