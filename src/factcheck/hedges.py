"""What a wording says of less than all, of what is only nearly so, or of somebody's: a sentence without that says more.

"Nearly won" is not "won", "a former doctor" no doctor, "part of the school" not the school, "the king's brother" not the king.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.alignment import Match
from factcheck.comparison import Comparison
from factcheck.details.names import Name
from factcheck.details.phases import OVER
from factcheck.statement import Statement, Unit

_NEARLY = re.compile(
    r"\b(?:nearly|almost|all but|practically|virtually|partly|partially|allegedly|supposedly|reputedly|feared|presumed)\s+$"
    r"|\b(?:said|rumou?red|alleged|thought|believed|feared|supposed)\s+to\s+(?:have\s+|be\s+)?(?:been\s+)?$",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"\b(?:former|would-be|alleged|supposed|so-called|fake|prospective|aspiring|honorary|retired|ex)[\s-]+$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:parts?|sections?|corner|half|bits?|portions?|some)\s+of\s+(?:the|its|their|his|her|a|an)?\s*$", re.IGNORECASE
)
_AHEAD = re.compile(
    r"\b(?:about|due|set|ready|close|yet)\s+to\s+(?:be\s+)?$|\b(?:danger|risk|verge|brink|threat|possibility)\s+of\s+$",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\b(?:plans?|proposals?|need|demand|calls?|hopes?|requests?|applications?|campaign)\s+for\s+(?:(?:a|an|the|its|new)\s+)*$",
    re.IGNORECASE,
)
_IF = re.compile(r"(?<!even )(?<!as )\b(?:if|unless|provided)\b(?! only| any| not\b)", re.IGNORECASE)
_WANTING = frozenset(
    ("need", "want", "await", "propose", "consider", "request", "demand", "seek", "ask for", "call for", "wait for")
)
_DONE = frozenset(
    ("manage", "happen", "begin", "start", "continue", "come", "go", "help", "serve", "get", "remember", "dare", "keep")
)  # who manages to do something does it
_ELSEWHERE = ("near", "outside", "beyond", "beside", "behind", "around")  # roles of what is not itself acted on
_OWNING = re.compile(r"['’]s?\s")
_HAS = re.compile(r"\b(?:has|have|had)\b", re.IGNORECASE)
_FOR_WHOM = re.compile(r"\s+(?:for|to)\s", re.IGNORECASE)
_STANDING_IN = ("country", "city", "organisation", "group")  # kinds of names whose army or minister acts for them


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether nothing of a part is said by the wording of less, of what nearly was, or of somebody else's."""
    said, stated = comparison.said, comparison.stated
    if _IF.search(stated.text) and not _IF.search(said.text) and not said.conditional:
        return False
    return not _has_what_is_wanted(comparison) and not any(
        match is not None and _is_less(comparison, number, match)
        for number in part
        for match in (comparison.matches[number],)
    )


def _is_less(comparison: Comparison, number: int, match: Match) -> bool:
    said, stated = comparison.said, comparison.stated
    unit, partner = said.units[number], stated.units[match.stated]
    derived = number in comparison.reckoned and unit.lemma != partner.lemma
    if derived or partner.kind in ("quantity", "date"):
        return False
    if _is_not_yet_so(said, unit, stated, partner) or _is_beside(unit, partner):
        return True
    if unit.pos == "v" and _stands_before(_NEARLY, said, unit) and not _stands_before(_NEARLY, stated, partner):
        return True
    limits = [_FORMER, _PART, _WANTED] if partner.pos == "n" else [_NEARLY]
    if any(_stands_before(limit, stated, partner) and not _stands_before(limit, said, unit) for limit in limits):
        return not (unit.scope or match.cancelled)
    return _is_anothers(comparison, number, match) or _is_for_some(said, unit, stated, partner)


def _is_not_yet_so(said: Statement, unit: Unit, stated: Statement, partner: Unit) -> bool:
    """Tell whether a wording only has somebody agree or try to do what the sentence says is done, or has it lie ahead."""
    ours, theirs = said.frames[unit.clause], stated.frames[partner.clause]
    if unit.pos != "v" or ours.modal or ours.link == "T" or ours.denied:
        return False
    if theirs.phase == OVER != ours.phase and not ours.past:
        return True
    if _stands_before(_AHEAD, stated, partner):
        return not _stands_before(_AHEAD, said, unit)
    before = stated.frames[partner.clause - 1].verb if theirs.link == "T" and partner.clause else -1
    if before < 0 or theirs.verb < 0 or stated.units[theirs.verb] is not partner:
        return False
    governor = stated.units[before]
    behind = stated.text[governor.end : partner.start].strip() in ("", "to")
    told = any(other.lemma == governor.lemma for other in said.units)
    return behind and governor.weight > 0 and governor.lemma.removesuffix(" to") not in _DONE and not told


def _is_beside(unit: Unit, partner: Unit) -> bool:
    """Tell whether what is acted on is only what something else is near: "flooded the fields near the town"."""
    return unit.kind != "date" and unit.role == "o" and partner.role in _ELSEWHERE


def _has_what_is_wanted(comparison: Comparison) -> bool:
    """Tell whether a sentence says that somebody has what the wording says they need or want."""
    said, stated = comparison.said, comparison.stated
    for clause, frame in enumerate(said.frames):
        for number in frame.object if frame.verb < 0 or not said.units[frame.verb].weight else ():
            match = comparison.matches[number]
            home = stated.frames[stated.units[match.stated].clause] if match else None
            wanted = home is not None and home.verb >= 0 and stated.units[home.verb].lemma in _WANTING
            if wanted and said.units[number].clause == clause and _HAS.search(said.text[frame.start : frame.end]):
                return True
    return False


def _stands_before(limit: re.Pattern[str], statement: Statement, unit: Unit) -> bool:
    return limit.search(statement.text[: unit.start]) is not None


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
