"""Whether the figures of a sentence, and what they count, are told of the same things in the wording."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.alignment import Level, Match
from factcheck.comparison import Comparison
from factcheck.conflicts import exceptions
from factcheck.details import quantities
from factcheck.details.quantities import Quantity
from factcheck.findings import RIGHT
from factcheck.statement import Statement
from factcheck.tables import kinds

_FRESH = "other"  # kind of words that say a thing is not one spoken of before
_SAME = "same"
_BEFORE = 3  # words before a noun among which such a word stands
_OF_THEM = re.compile(r"\s+of (?:them|these|those|us)\b", re.IGNORECASE)
_JOINTS = re.compile(r"[,;]|\b(?:and|but|while|whereas)\b")


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether no figure of a part, and nothing that it counts, is that of something else."""
    return not any(
        _stands_for_two(comparison, number)
        or _is_governed_otherwise(comparison, number)
        or _is_another_one(comparison, number)
        or _is_excepted(comparison, number)
        or _there_is_more_of_another(comparison, number)
        or _is_told_of_the_other(comparison, number)
        for number in part
    )


def _stands_for_two(comparison: Comparison, number: int) -> bool:
    """Tell whether one figure of the wording answers two that are not equal: "four volunteers, all of them under 30"."""
    value, match = comparison.said.units[number].value, comparison.matches[number]
    if not isinstance(value, Quantity) or match is None or number in comparison.reckoned:
        return False
    others = (
        other.value
        for at, other in enumerate(comparison.said.units)
        if at != number
        and at not in comparison.reckoned
        and (own := comparison.matches[at]) is not None
        and own.stated == match.stated
    )
    stated = comparison.stated.units[match.stated].value
    if not isinstance(stated, Quantity) or (value.low, value.high) == (stated.low, stated.high):
        return False
    told = quantities.compare(value, stated) in RIGHT and value.rate == stated.rate  # else it follows by arithmetic
    return told and any(isinstance(each, Quantity) and each.low != value.low for each in others)


def _is_governed_otherwise(comparison: Comparison, number: int) -> bool:
    """Tell whether a figure goes with a verb whose place another word has: "made a loss after profits", "a profit after losses"."""
    said, stated, match = comparison.said, comparison.stated, comparison.matches[number]
    if said.units[number].kind != "quantity" or match is None or number in comparison.reckoned:
        return False
    verb, theirs = said.frames[said.units[number].clause].verb, stated.frames[stated.units[match.stated].clause].verb
    act = comparison.matches[verb] if verb >= 0 and said.units[verb].weight >= 1 else None
    if act is None or theirs < 0 or act.stated == theirs:
        return False
    return any(
        own is not None and own.stated == theirs and own.level >= Level.FAMILY and at != verb
        for at, own in enumerate(comparison.matches)
        if said.units[at].clause == said.units[verb].clause and said.units[at].weight >= 1
    )


def _is_another_one(comparison: Comparison, number: int) -> bool:
    """Tell whether what the one side calls new or another is the same in the other: "1,200 new volunteers", "of the same volunteers"."""
    unit, match = comparison.said.units[number], comparison.matches[number]
    if match is None or unit.pos != "n":
        return False
    ours, theirs = (
        _told(comparison.said.text, unit.start),
        _told(comparison.stated.text, comparison.stated.units[match.stated].start),
    )
    return (_FRESH in ours and _SAME in theirs) or (_SAME in ours and _FRESH in theirs)


def _told(text: str, start: int) -> set[str]:
    """Return whether words before a noun call it the same or another one, as kinds of such words."""
    return {kinds("sameness").get(word, "") for word in text[:start].lower().split()[-_BEFORE:]}


def _is_excepted(comparison: Comparison, number: int) -> bool:
    """Tell whether a sentence says of a thing, or so many, what the wording says of others: "even in orchards", "except in orchards"."""
    said, stated, match = comparison.said, comparison.stated, comparison.matches[number]
    alone = any(unit.scope == "only" for unit in said.units)  # "Chad alone did", "no state except Chad did"
    unit = said.units[number]
    if match is None or alone or said.exceptive or not stated.exceptive or unit.negated or unit.weight < 1:
        return False
    if said.frames[unit.clause].denied or stated.frames[stated.units[match.stated].clause].denied:
        return False
    return match.stated in exceptions.excepted(stated)


def _there_is_more_of_another(comparison: Comparison, number: int) -> bool:
    """Tell whether there is more of a thing than the wording has more of: "more sheep", "40 cows, five more than in May, and 90 sheep"."""
    said, match = comparison.said, comparison.matches[number]
    after = number + 1
    if said.units[number].lemma not in ("more", "less") or match is None or after >= len(said.units):
        return False
    noun = comparison.matches[said.heads[after]]
    counted = (
        said.units[said.heads[after]].pos == "n"
        and not said.text[said.units[number].end : said.units[after].start].strip()
    )
    if noun is None or not counted or number in comparison.reckoned or noun.stated <= match.stated:
        return False
    stated = comparison.stated
    return bool(
        re.search(r",|;|\band\b", stated.text[stated.units[match.stated].end : stated.units[noun.stated].start])
    )


def _is_told_of_the_other(comparison: Comparison, number: int) -> bool:
    """Tell whether of two names the one has here the figure of the other: "A by three votes and B unanimously"."""
    said, stated, match = comparison.said, comparison.stated, comparison.matches[number]
    if match is None or not _is_given(comparison, number, match):
        return False
    if _OF_THEM.match(said.text, said.units[number].end):
        return False  # "a break with the three of them"
    ours, theirs = _named_beside(said, number), _named_beside(stated, match.stated)
    partners = {own.stated for at in ours if (own := comparison.matches[at]) is not None}
    others = {
        own.stated
        for at, own in enumerate(comparison.matches)
        if own is not None and at not in ours and said.units[at].kind == "name"
    }
    return len(partners) == len(theirs) == 1 and partners.isdisjoint(theirs) and theirs <= others


def _is_given(comparison: Comparison, number: int, match: Match) -> bool:
    """Tell whether a wording gives a figure itself, so that nothing has to be reckoned."""
    value, stated = comparison.said.units[number].value, comparison.stated.units[match.stated].value
    if not isinstance(value, Quantity) or not isinstance(stated, Quantity) or number in comparison.reckoned:
        return False
    return quantities.compare(value, stated) in RIGHT


def _named_beside(statement: Statement, number: int) -> set[int]:
    """Return the names between the same commas and conjunctions as a unit."""
    joints = [found.start() for found in _JOINTS.finditer(statement.text)]
    home = _stretch(joints, statement.units[number].start)
    return {
        at for at, unit in enumerate(statement.units) if unit.kind == "name" and _stretch(joints, unit.start) == home
    }


def _stretch(partings: Sequence[int], start: int) -> int:
    """Return in which stretch between the places that part clauses a unit stands."""
    return sum(parting < start for parting in partings)
