"""The odd ones out of two lists: "milk, honey and beer" against "milk, honey and cider"."""

from __future__ import annotations

from factcheck.conflicts.places import Chosen, Conflict, Rows
from factcheck.conflicts.slots import excludes
from factcheck.statement import Statement

LONG = 3  # shorter lists may name different ones of many


def listing(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """A thing that takes the place of another in a list of one length that is otherwise the same."""
    for number, unit in enumerate(said.units):
        if unit.kind != "word" or unit.pos != "n" or unit.weight < 1 or chosen[number] or said.heads[number] != number:
            continue
        odd = odd_one(said, stated, chosen, number)
        if odd >= 0 and excludes(said, stated, rows, chosen, number, odd):
            return [Conflict("sibling", number, odd)]
    return []


def odd_one(said: Statement, stated: Statement, chosen: Chosen, number: int) -> int:
    """Return what a list of the wording has in the place of a unit, in a list of one length that is otherwise the same, or -1."""
    ours = _list_of(said, number)
    shared = {match.stated for index in ours if (match := chosen[index])}
    if len(ours) < LONG or len(shared) != len(ours) - 1:
        return -1
    theirs = _list_of(stated, next(iter(shared)))
    taken = {match.stated for match in chosen if match}
    odd = [other for other in theirs if other not in taken]
    return odd[0] if len(theirs) == len(ours) and shared <= set(theirs) and len(odd) == 1 else -1


def _list_of(statement: Statement, number: int) -> tuple[int, ...]:
    """Return the whole list of nouns that a noun is in."""
    return next((members for members in statement.lists if number in members), ())
