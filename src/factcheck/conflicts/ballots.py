"""Ballots: how many were for a thing and how many against, whichever way it is told.

"58 voted for and 41 against" is "was passed by 58 votes to 41" and "41 to 58 against"; of the same two figures exchanged one
side is wrong.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from factcheck import words
from factcheck.alignment import Level, Match
from factcheck.conflicts.places import Chosen, Conflict, Rows
from factcheck.details.quantities import Quantity
from factcheck.findings import Relation
from factcheck.once import once
from factcheck.statement import Statement

_TO = re.compile(r"(?: votes?)? ?(?:to|-|–|against) ?", re.IGNORECASE)
_FOR = re.compile(r"\b(?:for|in favou?r|supported|backed|yes|ayes)\b", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:against|opposed|noes|nays?)\b", re.IGNORECASE)
_VOTES = re.compile(r"\b(?:vote[sd]?|voting|ballots?|in favou?r|against|ayes|noes)\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|voted?|of)(?: a vote of)? $", re.IGNORECASE)
_AHEAD = re.compile(r"^ (?:votes )?(?:in favou?r|for)\b", re.IGNORECASE)
_BEHIND = re.compile(r"^ (?:votes )?against\b", re.IGNORECASE)
_WORDS = frozenset(
    (
        *("vote", "vote for", "vote against", "vote in favour", "vote in favour of", "be in favour", "be against"),
        *("in favour", "in favour of", "for", "against", "cast"),
    )
)  # words that only tell the side of a figure
_COUNTED = ("count", "share")
_ADOPTED = ("adopt", "v")
_REJECTED = ("reject", "v")


class Ballot(NamedTuple):
    """The units of the figures for a thing and against it, -1 where one is not told."""

    ayes: int
    noes: int


def exchanged(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """The figure for a thing is the wording's figure against it, or the other way round."""
    ours = read(said)
    theirs = read(stated) if ours is not None else None
    if ours is None or theirs is None or min(theirs) < 0:
        return []
    yes, no = _count(stated, theirs.ayes), _count(stated, theirs.noes)
    if yes == no:
        return []
    wrong = ((ours.ayes, no, theirs.ayes), (ours.noes, yes, theirs.noes))
    return [Conflict("quantity", at, own) for at, count, own in wrong if at >= 0 and _count(said, at) == count]


def agreed(said: Statement, stated: Statement) -> dict[int, Match]:
    """Return the figures of a ballot that is told alike on both sides, and the words for the sides, with what bears them out."""
    ours = read(said)
    theirs = read(stated) if ours is not None else None
    if ours is None or theirs is None or min(theirs) < 0:
        return {}
    told = {at: own for at, own in zip(ours, theirs, strict=True) if at >= 0}
    if any(_count(said, at) != _count(stated, own) for at, own in told.items()):
        return {}
    homes = {said.units[at].clause: own for at, own in told.items()}
    for at, unit in enumerate(said.units):
        if unit.clause in homes and unit.lemma in _WORDS:
            told[at] = homes[unit.clause]
    return {at: Match(own, Level.SAME, Relation.AGREES) for at, own in told.items()}


@once
def read(statement: Statement) -> Ballot | None:
    """Return the only ballot that a sentence tells."""
    if not _VOTES.search(statement.text):
        return None
    counts = [
        at
        for at, unit in enumerate(statement.units)
        if isinstance(unit.value, Quantity) and unit.value.dimension in _COUNTED and unit.value.comparator == "="
    ]
    scores = [pair for pair in pairwise(counts) if _is_score(statement, *pair)]
    if scores:
        return _of_score(statement, *scores[0]) if len(scores) == 1 and len(counts) == len(scores) + 1 else None
    ayes = [at for at in counts if _side(statement, counts, at) > 0]
    noes = [at for at in counts if _side(statement, counts, at) < 0]
    if len(ayes) > 1 or len(noes) > 1 or not ayes + noes:
        return None
    return Ballot((*ayes, -1)[0], (*noes, -1)[0])


def _is_score(statement: Statement, one: int, other: int) -> bool:
    """Tell whether two figures are the result of a vote: "by 58 votes to 41"."""
    first, second = statement.units[one], statement.units[other]
    return _TO.fullmatch(statement.text[first.end : second.start]) is not None


def _of_score(statement: Statement, one: int, other: int) -> Ballot | None:
    """Return the ballot of a score: the larger figure is that of the side that is named behind it, or else of who had their way."""
    after = statement.text[statement.units[other].end :]
    first, second = (_count(statement, at) for at in (one, other))
    more, less = (one, other) if first > second else (other, one)
    if _AHEAD.match(after):
        return Ballot(more, less)
    if _BEHIND.match(after):
        return Ballot(less, more)
    frame = statement.frames[statement.units[one].clause]
    verb = statement.units[frame.verb] if frame.verb >= 0 else None
    if verb is None or frame.denied or not _BY.search(statement.text[: statement.units[one].start]):
        return None
    if _means(verb.lemma, _ADOPTED):
        return Ballot(more, less)
    return Ballot(less, more) if _means(verb.lemma, _REJECTED) else None


def _means(lemma: str, verb: tuple[str, str]) -> bool:
    return lemma == verb[0] or bool(words.sense(lemma, "v").rows & words.sense(*verb).rows)


def _side(statement: Statement, counts: list[int], at: int) -> int:
    """Return 1 for a figure with "for" or "in favour" behind it, -1 for one with "against", before the next figure, else 0."""
    after = counts.index(at) + 1
    end = statement.units[counts[after]].start if after < len(counts) else len(statement.text)
    told = statement.text[statement.units[at].end : end]
    pro, contra = _FOR.search(told), _AGAINST.search(told)
    if pro and contra:
        return 0
    return 1 if pro else -1 if contra else 0


def _count(statement: Statement, at: int) -> float:
    value = statement.units[at].value if at >= 0 else None
    return value.low if isinstance(value, Quantity) else -1.0
