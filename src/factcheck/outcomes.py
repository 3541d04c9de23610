"""What a wording says of one thing that a sentence says of time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.alignment import Level, Match
from factcheck.findings import Relation
from factcheck.statement import Statement

_HAPPENING = frozenset(("come", "happen", "occur", "arise"))  # verbs that only say that something was
_PRESENT = frozenset(("has", "have", "is", "are", "been"))
_PAST = frozenset(("had", "was", "were"))
Chosen = Sequence[Match | None]


class Outcome(NamedTuple):
    """The units of a sentence that say it, the one at which it may clash, and the unit of the wording that settles it."""

    relation: Relation
    units: tuple[int, ...]
    place: int
    source: int
    kind: str = "date"
    holders: tuple[int, ...] = ()  # what it is said of


def partner(chosen: Chosen, number: int) -> int:
    """Return the unit of the wording that a unit of the sentence means, or -1."""
    match = chosen[number] if number >= 0 else None
    return match.stated if match and match.level >= Level.NEAR and not match.opposite else -1


def act_of(said: Statement, chosen: Chosen, number: int) -> int:
    """Return the unit of the wording that tells the same act; "the flood came" is told by "the flood"."""
    unit, found = said.units[number], partner(chosen, number)
    if found < 0 and unit.role == "v" and _happens(unit.lemma):
        subject = [each for each in said.frames[unit.clause].subject if said.units[each].pos == "n"]
        return partner(chosen, subject[-1]) if subject else -1
    return found


def _happens(lemma: str) -> bool:
    return lemma.split()[0] in _HAPPENING or lemma.startswith("take place")


def occurrence(stated: Statement, number: int) -> int:
    """Return the verb by which a noun is said to happen, "the ballot took place", else the unit itself."""
    for frame in stated.frames:
        if frame.verb >= 0 and number in frame.subject and _happens(stated.units[frame.verb].lemma):
            return frame.verb
    return number


def lasts_till_now(statement: Statement, clause: int) -> bool:
    """Tell whether a clause is in the present or the present perfect, so that what it says since a date is still so."""
    frame = statement.frames[clause]
    words = set(statement.text[frame.start : frame.end].lower().split())
    return not words.isdisjoint(_PRESENT) and words.isdisjoint(_PAST)


def parties(statement: Statement, clause: int) -> list[int]:
    """Return who acts in a clause and who is acted on; a clause that goes on without a subject has that of the one before."""
    while clause >= 0:
        frame = statement.frames[clause]
        units = ((number, statement.units[number]) for number in (*frame.subject, *frame.object))
        found = [number for number, unit in units if unit.kind in ("word", "name") and unit.pos in "na" and unit.weight]
        if found:
            return found
        clause -= 1
    return []


def told(statement: Statement, clause: int) -> int:
    """Return the unit of what a clause tells: its verb, or what its subject is said to be; -1 for none."""
    frame = statement.frames[clause]
    return (
        frame.verb
        if frame.verb >= 0
        else next((number for number in frame.object if statement.units[number].kind == "word"), -1)
    )
