"""Only: what is said of one alone against what is said of others too, and a closed list against one more or one less."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.alignment import Level
from factcheck.conflicts.places import Chosen, Conflict, Rows
from factcheck.lists import coordinated
from factcheck.statement import Statement

_FULL = 1.0  # weight of a word that says something of its own


def sole(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """ "Only Tunisia did" against "Algeria and Tunisia did", "grows rye and oats" against "grows only rye"."""
    for number in _alone(said):
        match = chosen[number]
        if (other := _other_one(said, stated, chosen, number)) is not None:
            return [Conflict("scope", number, other)]
        if match is None or match.level < Level.NEAR or said.units[number].negated:
            continue
        others = _beside(stated, match.stated) - _matched(said, chosen, number)
        if others and _one_predicate(said, stated, chosen, number, match.stated):
            return [Conflict("scope", number, min(others))]
    for number in _alone(stated):
        clash = _one_more(said, stated, chosen, number)
        if clash is not None:
            return [Conflict("scope", clash, number)]
    return []


def is_the_only(statement: Statement, number: int) -> bool:
    """Tell whether a unit is said to be the only one of a kind: "Orlo was the only village that keeps an inn"."""
    return any(number in each.of and statement.units[each.kind].scope == "only" for each in statement.predications)


def _other_one(said: Statement, stated: Statement, chosen: Chosen, number: int) -> int | None:
    """Return who alone does in the wording what somebody else alone does in the sentence."""
    unit = said.units[number]
    if chosen[number] is not None or unit.kind != "name" or unit.negated:
        return None
    for other in _alone(stated):
        free = stated.units[other].kind == "name" and all(match is None or match.stated != other for match in chosen)
        if free and not stated.units[other].negated and _one_predicate(said, stated, chosen, number, other):
            return other
    return None


def _alone(statement: Statement) -> Iterator[int]:
    """Yield the units of which something is said alone: "only Lund", "Lund was the only one"."""
    for number, unit in enumerate(statement.units):
        frame = statement.frames[unit.clause]
        named = frame.verb < 0 and any(statement.units[index].scope == "only" for index in frame.object)
        counted = unit.scope == "part" and statement.text[statement.units[number - 1].start :].lower().startswith(
            "only"
        )
        if unit.scope == "only" or counted or (named and number in frame.subject and unit.kind == "name"):
            yield number


def _beside(statement: Statement, number: int) -> set[int]:
    """Return what a unit is listed with, in its role."""
    role = statement.units[number].role
    return {each for each in coordinated(statement, number) if statement.units[each].role == role} - {number}


def _matched(said: Statement, chosen: Chosen, number: int) -> set[int]:
    """Return the units of the wording that the list around a unit has."""
    return {match.stated for each in coordinated(said, number) if (match := chosen[each])}


def _one_predicate(said: Statement, stated: Statement, chosen: Chosen, number: int, partner: int) -> bool:
    """Tell whether the two are said to do the same: their verbs match, or what they are does."""
    frame, other = said.frames[said.units[number].clause], stated.frames[stated.units[partner].clause]
    if frame.verb >= 0 and said.units[frame.verb].weight:
        match = chosen[frame.verb]
        acts = {other.verb, *(stated.frames[home].verb for home in _homes(stated, partner))}
        return match is not None and match.level >= Level.NEAR and match.stated in acts
    listed = coordinated(said, number)
    rest = [each for each, unit in enumerate(said.units) if unit.weight >= _FULL and each not in listed]
    matches = [chosen[each] for each in rest]
    homes = _homes(stated, partner)
    return bool(rest) and all(match is not None and stated.units[match.stated].clause in homes for match in matches)


def _homes(stated: Statement, number: int) -> set[int]:
    """Return the clause of a unit, and those that tell what it is the only one to do: "the only village that keeps an inn"."""
    kinds = {each.kind for each in stated.predications if number in each.of and stated.units[each.kind].scope == "only"}
    told = {clause for clause, frame in enumerate(stated.frames) if frame.link == "W" and kinds & set(frame.subject)}
    return {stated.units[number].clause, *told}


def _one_more(said: Statement, stated: Statement, chosen: Chosen, only: int) -> int | None:
    """Return the unit of a list of the sentence that is none of those that the wording limits itself to."""
    limited = {only, *_beside(stated, only)}
    for number, match in enumerate(chosen):
        if match is None or match.stated not in limited or match.level < Level.NEAR or said.units[number].negated:
            continue
        for each in sorted(_beside(said, number)):
            alike = said.units[each].role == stated.units[match.stated].role
            unknown = alike and chosen[each] is None and said.units[each].weight >= _FULL
            if unknown and _one_predicate(said, stated, chosen, number, match.stated):
                return each
    return None
