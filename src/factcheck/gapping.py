"""Gapping: a verb that is left out the second time: "left her piano to the church and her letters to a museum".

What stands behind "and" is then acted on, though the last preposition leads to something else. It is told by a preposition that
comes again behind it, with the like behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.draft import Draft, DraftUnit
from factcheck.structure import Clause

_ACTED = "o"
_JOINING = frozenset(("and", "but"))
_PHRASE = frozenset("DANKQP$R")  # tags of a noun phrase
_LEADING = frozenset("PT")


def mark(draft: Draft) -> None:
    """Give what a left-out verb acts on the role of what the verb before acts on."""
    for number, clause in enumerate(draft.clauses):
        own = [unit for unit in draft.units if unit.clause == number]
        if clause.group is None or not any(unit.role == _ACTED for unit in own):
            continue
        for at in range(clause.group.last, clause.last):
            if draft.tags[at] == "C" and draft.tokens[at].norm in _JOINING:
                _mark_behind(draft, clause, own, at)


def _mark_behind(draft: Draft, clause: Clause, own: Sequence[DraftUnit], joint: int) -> None:
    """Give the noun phrase behind "and" its role, where a preposition from before comes again behind it."""
    again = next((at for at in range(joint + 1, clause.last) if _leads(draft, at)), clause.last)
    if again >= clause.last or again == joint + 1 or not set(draft.tags[joint + 1 : again]) <= _PHRASE:
        return
    between = [unit for unit in own if joint < unit.first < again]
    led = _behind(own, again)
    before = [unit for unit in own if unit.role == draft.tokens[again].norm and unit.first < joint]
    if not between or led is None or not before or before[0].kind != led.kind:
        return
    acted = [unit for unit in own if unit.role == _ACTED and unit.first < before[0].first]
    if (
        acted
        and all(unit.kind in ("word", "name", "quantity") for unit in between)
        and between[-1].kind == acted[-1].kind
    ):
        for unit in between:
            unit.role = _ACTED


def _leads(draft: Draft, at: int) -> bool:
    """Tell whether a token is a preposition that begins a phrase of its own, which "of" does not."""
    return draft.tags[at] in _LEADING and draft.tokens[at].norm != "of"


def _behind(own: Sequence[DraftUnit], at: int) -> DraftUnit | None:
    return next((unit for unit in own if unit.first > at), None)
