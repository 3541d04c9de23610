"""Who is on which side: the same two parties the same way round, or exchanged; and what converses make of that.

"The bank lent the museum a painting" and "the museum borrowed it from the bank" have their parties exchanged and say the same;
with one verb, exchanged parties say the opposite.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

from factcheck.alignment import Level, Match
from factcheck.conflicts.places import Chosen, Conflict, described
from factcheck.details import converses
from factcheck.findings import Relation
from factcheck.statement import Frame, Statement, Unit

_SIDES = frozenset(("s", "o", "to", "from", "by", "with", "against", "at", "under", "for", "than"))


class Sides(Enum):
    """How the parties of a clause stand to those of a clause of the wording."""

    SAME = "same"
    EXCHANGED = "exchanged"
    OPEN = "open"


def sides(said: Statement, stated: Statement, clause: int, other: int, chosen: Chosen) -> Sides:
    """Compare who acts in a clause with who acts in a clause of the wording, by the parties that both name."""
    ours, theirs = said.frames[clause].subject, _acting(stated, stated.frames[other])
    same = exchanged = False
    for number, match in _parties(said, stated, clause, chosen):
        acts, acted = number in ours, match.stated in theirs
        same = same or (acts and acted)
        inside = stated.units[match.stated].clause == other and stated.units[match.stated].role in _SIDES
        exchanged = exchanged or (acts and not acted and inside) or (acted and not acts)
    if same == exchanged:
        return Sides.OPEN
    return Sides.SAME if same else Sides.EXCHANGED


def _acting(statement: Statement, frame: Frame) -> tuple[int, ...]:
    """Return who acts in a clause: its own subject, or that of an earlier clause which it shares."""
    clause = statement.units[frame.verb].clause if frame.verb >= 0 else -1
    return tuple(
        number
        for number in frame.subject
        if statement.units[number].role == "s" or -1 < clause != statement.units[number].clause
    )


def _parties(said: Statement, stated: Statement, clause: int, chosen: Chosen) -> Iterator[tuple[int, Match]]:
    """Yield the nouns and names of a clause that the wording has too."""
    for number in dict.fromkeys((*said.frames[clause].subject, *range(len(said.units)))):
        unit, match = said.units[number], chosen[number]
        own = unit.clause == clause or number in said.frames[clause].subject
        party = unit.kind in ("word", "name") and unit.pos == "n" and unit.role in _SIDES and unit.weight > 0
        if own and party and match and said.heads[number] == number and _is_same(said, stated, number, match):
            yield number, match


def _is_same(said: Statement, stated: Statement, number: int, match: Match) -> bool:
    """Tell whether a match is of the same party; a name may be read as a word where a sentence begins with it."""
    named = said.units[number].kind != stated.units[match.stated].kind
    return match.level >= Level.NEAR or (named and match.level is Level.PART)


def settle(said: Statement, stated: Statement, chosen: list[Match | None]) -> tuple[Conflict, ...]:
    """Match each word with its converse where the parties are exchanged; return a clash where they are not."""
    clashes = []
    for number, unit in enumerate(said.units):
        match = chosen[number]
        itself = match is not None and match.level is Level.SAME
        if unit.kind != "word" or itself or not converses.has_converse(unit.lemma):
            continue
        for other, partner in enumerate(stated.units):
            described = partner.kind != "word" or partner.pos == "a"  # "is present there" presents nothing
            if described or not converses.are_converse(unit.lemma, partner.lemma):
                continue
            way = sides(said, stated, unit.clause, partner.clause, chosen)
            if way is Sides.EXCHANGED:
                chosen[number] = Match(other, Level.FAMILY, Relation.AGREES)
            elif (
                way is Sides.SAME and _is_open(chosen[number]) and _is_predicate(said, number) and _is_full(said, unit)
            ):
                clashes.append(Conflict("role", number, other))
    return tuple(clashes)


def _is_open(match: Match | None) -> bool:
    return match is None or match.level < Level.NEAR


def _is_predicate(said: Statement, number: int) -> bool:
    """Tell whether a word says what its clause says of its subject: its verb, or what it is."""
    unit, frame = said.units[number], said.frames[said.units[number].clause]
    return frame.verb == number or (frame.verb < 0 and unit.role == "o")


def _is_full(said: Statement, unit: Unit) -> bool:
    """Tell whether a clause names its parties itself: in "60 species living in it" nobody is named who lives."""
    return any(other.clause == unit.clause and other.role in ("s", "o") and other is not unit for other in said.units)


def _stands_before(said: Statement, number: int, frame: Frame) -> bool:
    """Tell whether a unit is its clause's own subject, before an active verb."""
    unit, verb = said.units[number], said.units[frame.verb]
    return unit.role == "s" and unit.clause == verb.clause and (unit.start < verb.start) != frame.passive


def _is_alike(said: Statement, stated: Statement, number: int, other: int) -> bool:
    """Tell whether two units have one word for what they name, and nothing describes them differently."""
    ours, theirs = described(said, number), described(stated, other)
    return said.units[number].lemma == stated.units[other].lemma and (ours == theirs or not ours or not theirs)


def crossed(said: Statement, stated: Statement, frame: Frame, partner: Frame, chosen: Chosen) -> Conflict | None:
    """Return the clash of two parties that stand on each other's side of one verb."""
    ours, theirs = frame.subject, _acting(stated, partner)
    clause, other = said.units[frame.verb].clause, stated.units[partner.verb].clause
    parties = list(_parties(said, stated, clause, chosen))
    acting = [(number, match) for number, match in parties if number in ours and _stands_before(said, number, frame)]
    acted: Sequence[int] = [match.stated for number, match in parties if number not in ours and match.stated in theirs]
    for number, match in acting:
        if any(_is_alike(said, stated, number, each) for each in theirs):
            continue  # another name of who acts
        place = stated.units[match.stated]
        if acted and match.stated not in theirs and place.clause == other and place.role in _SIDES - {"than", "s"}:
            return Conflict("role", number, acted[0])
    return None
