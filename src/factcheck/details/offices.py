"""Offices: who holds one, and of what body.

"Henrike Solms is the chief executive of Lindermark Railways", "director-general Per Lund", "Greyford's managing director,
Simon Attwater": an office that has one holder cannot have another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from factcheck.details.names import Name
from factcheck.tables import groups

if TYPE_CHECKING:
    from factcheck.statement import Frame, Unit

OF = re.compile(r"^ (?:of|at|for|in)(?: the| its| their)? $")
POSSESSIVE = re.compile(r"^['’]s? (?:\w+ )?$")
_COMMA = re.compile(r"^, ?(?:the |its |their |a |who is |who was )?$")
_OF_NOUN = re.compile(r"^ (?:of|at) (?:the |its |their )?[\w-]+, $")
_REMAINING = ("remain", "stay", "remain as", "stay on as", "continue as")
APPOINTING = (
    "appoint",
    "elect",
    "name",
    "install",
    "promote",
    "choose",
    "make",
    "crown",
    "proclaim",
    "re-elect",
    "reappoint",
)
_PEOPLE = ("person", "unknown")


class Post(NamedTuple):
    """An office with its holder and its body (or -1), as indexes of units; `rank` is what is said of it: "deputy"."""

    office: int
    holder: int
    body: int = -1
    rank: str = ""
    gained: bool = False  # it is told who was given the office, so that others held it before


def find(text: str, units: Sequence[Unit], frames: Sequence[Frame]) -> tuple[Post, ...]:
    """Return the offices of a sentence that it gives a holder for."""
    found = []
    for number, unit in enumerate(units):
        if unit.kind == "word" and unit.pos == "n" and is_office(unit.lemma) and not is_one_of_many(text, unit):
            body, rank = body_of(text, units, number), rank_of(text, unit)
            verb = frames[unit.clause].verb
            gained = verb >= 0 and units[verb].lemma in APPOINTING
            holders = holders_of(text, units, frames, number, body)
            found += [Post(number, holder, body, rank, gained) for holder in holders]
    return tuple(found)


def is_office(lemma: str) -> bool:
    """Tell whether a noun is one for an office, or ends in one: "managing director"."""
    offices = groups("titles")["office"]
    return lemma in offices or lemma.rsplit(" ", 1)[-1] in offices


def is_one_of_many(text: str, unit: Unit) -> bool:
    """Tell whether a noun names one of several: "a nurse", "an owner"."""
    return bool(re.search(r"\b(?:a|an|one of the|some) $", text[: unit.start].lower())) or text[
        unit.start : unit.end
    ].endswith("s")


def rank_of(text: str, unit: Unit) -> str:
    before = re.split(r"[\s-]+", text[: unit.start].lower().rstrip(" -"))[-1:]
    return before[0] if before and before[0] in groups("titles")["rank"] else ""


def _between(text: str, units: Sequence[Unit], one: int, other: int) -> str:
    return text[units[one].end : units[other].start]


def body_of(text: str, units: Sequence[Unit], office: int) -> int:
    """Return the name that an office is of, behind "of" or before "'s", or -1."""
    after, before = office + 1, office - 1
    if after < len(units) and units[after].kind == "name" and OF.match(_between(text, units, office, after)):
        return after
    if before >= 0 and units[before].kind == "name" and POSSESSIVE.match(_between(text, units, before, office)):
        return before
    return -1


def holders_of(text: str, units: Sequence[Unit], frames: Sequence[Frame], office: int, body: int) -> Iterator[int]:
    """Yield the person beside an office, or on the other side of "is"."""
    first, last = min(office, body) if body >= 0 else office, max(office, body)
    if last + 1 < len(units) and is_person(units[last + 1]):
        between = _between(text, units, last, last + 1)
        if _COMMA.match(between) or _OF_NOUN.match(between) or (between == " " and last == office):
            yield last + 1
            return
    if first > 0 and is_person(units[first - 1]) and _COMMA.match(_between(text, units, first - 1, first)):
        yield first - 1
        return
    yield from _equated(units, frames, office, body)


def _equated(units: Sequence[Unit], frames: Sequence[Frame], office: int, body: int) -> Iterator[int]:
    """Yield the person that a clause without a verb of its own equates with an office: "P is the O", "the O is called P"."""
    clause = units[office].clause
    frame = frames[clause]
    remains = frame.verb >= 0 and units[frame.verb].lemma in _REMAINING
    if frame.verb >= 0 and units[frame.verb].lemma in APPOINTING and office in frame.object:
        yield from _appointed(units, frame, body)
        return
    if (frame.verb >= 0 and units[frame.verb].weight and not remains) or frame.modal:
        return  # who will be or may become something is not yet
    people = [
        number
        for number, unit in enumerate(units)
        if unit.clause == clause and number != body and is_person(unit) and unit.role in ("s", "o")
    ]
    if len(people) == 1 and not frame.denied:
        yield people[0]


def _appointed(units: Sequence[Unit], frame: Frame, body: int) -> Iterator[int]:
    """Yield whom a clause says to have been given an office: "Lund, who had been its deputy, was appointed director"."""
    people = [number for number in frame.object if number != body and is_person(units[number])]
    if len(people) == 1 and not (frame.denied or frame.modal or frame.force):
        yield people[0]


def is_person(unit: Unit) -> bool:
    """Tell whether a unit names somebody, or may."""
    return isinstance(unit.value, Name) and unit.value.entity.kind in _PEOPLE and not unit.value.adjective
