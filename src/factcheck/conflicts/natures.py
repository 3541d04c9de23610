"""A thing said to be what it cannot be beside what the wording says it is: "Basildon is a song" against "… is a town"."""

from __future__ import annotations

from factcheck import natures
from factcheck.alignment import Level, Match
from factcheck.conflicts.places import Chosen, Conflict, Rows
from factcheck.details.predications import Predication
from factcheck.findings import Relation
from factcheck.statement import Statement


def natured(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """Another nature of the same thing."""
    for each in said.predications:
        kinds = [kind for kind in of_the_same(said, stated, chosen, each) if natures.of(_noun(stated, kind))]
        ours, denied = _noun(said, each.kind), said.units[each.kind].negated
        if kinds and not denied and all(natures.excludes(ours, _noun(stated, kind)) for kind in kinds):
            return [Conflict("nature", each.kind, kinds[0])]
    return []


def _noun(statement: Statement, number: int) -> str:
    """Return what a noun names, with the noun before it where the two are known together: "music video"."""
    lemma = statement.units[number].lemma
    before = statement.units[number - 1] if number else None
    close = before is not None and statement.text[before.end : statement.units[number].start] in (" ", "-")
    phrase = f"{before.lemma} {lemma}" if before and close and before.kind == "word" else ""
    return phrase if phrase and natures.is_known(phrase) else lemma


def settle(said: Statement, stated: Statement, chosen: list[Match | None]) -> None:
    """Match what says no more of a thing than its nature: "Basildon is a place" with "Basildon is a town"."""
    for each in said.predications:
        lemma = said.units[each.kind].lemma
        if chosen[each.kind] is not None or not natures.is_general(lemma):
            continue
        for kind in of_the_same(said, stated, chosen, each):
            if natures.of(lemma) & natures.of(stated.units[kind].lemma):
                chosen[each.kind] = Match(kind, Level.ENTAILED, Relation.ENTAILS)


def of_the_same(said: Statement, stated: Statement, chosen: Chosen, each: Predication) -> list[int]:
    """Return what a wording says that the same named thing is, and does not deny."""
    names = {
        match.stated
        for number in each.of
        if said.units[number].kind == "name" and (match := chosen[number]) and not match.opposite
    }
    return [
        other.kind for other in stated.predications if names & set(other.of) and not stated.units[other.kind].negated
    ]
