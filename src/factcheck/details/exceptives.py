"""Exceptions from a denial undone: "no village except Orlo keeps an inn" is read as "only the village Orlo keeps an inn"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.draft import Draft
from factcheck.structure import Clause
from factcheck.tables import phrases

_CUES = frozenset(("no", "nobody", "nothing", "none"))
_FRONTED = "anywhere"  # exceptions that may stand before a denial too
_LONGEST = 6  # tokens up to which such words go
_REACH = 10  # tokens between "no" and "except"
_JOINING = frozenset((",", "and", "or", "the", "a", "an", "in", "on", "for", "of"))


def undo(draft: Draft) -> bool:
    """Take back the denial before each exception and limit what is said to what is excepted; tell whether there was one."""
    norms = [token.norm for token in draft.tokens]
    undone = False
    for at, norm in enumerate(norms):
        clause = draft.clauses[number] if norm in _CUES and (number := draft.clause_at(at)) >= 0 else None
        found = _exception(draft, norms, clause, at) if clause else None
        if clause and found:
            _limit(draft, clause, at, found)
            undone = True
    return undone


def _exception(draft: Draft, norms: Sequence[str], clause: Clause, at: int) -> tuple[int, int] | None:
    """Return where an exception from what is denied begins, and the first token of what is excepted."""
    fronted = _marker(norms, 0, _FRONTED)  # "Apart from Orlo, no village …"
    if fronted and norms[at - 1] == ",":
        return 0, fronted
    for start in range(at + 1, min(at + _REACH, clause.last)):
        first = _marker(norms, start)
        if norms[start] in (",", ";") or (first and norms[start - 2 : start] == ["none", "other"]):
            return None
        if first:
            told = draft.owner.get(first, draft.owner.get(first + 1, -1)) >= 0
            return (start, first) if told and norms[first] != "to" else None
    return None


def _marker(norms: Sequence[str], start: int, place: str = "") -> int:
    """Return the token behind words that make an exception, or 0."""
    known = phrases("excepting")
    ends = range(start + 1, start + _LONGEST)
    return max(
        (end for end in ends if place in ("", known.get(tuple(norms[start:end]))) and tuple(norms[start:end]) in known),
        default=0,
    )


def _limit(draft: Draft, clause: Clause, at: int, found: tuple[int, int]) -> None:
    """Read a denial as an assertion, of what is excepted only."""
    start, first = found
    draft.spent.update((at, *range(start, first)))
    verb = clause.group.first if clause.group else clause.last
    last = verb if start < verb else clause.last
    role = "s" if at < verb and not (clause.group and clause.group.passive) else "o"
    number = draft.clause_at(at)
    for unit in draft.units:
        if start <= unit.first < first:
            unit.weight = 0.0
        elif at < unit.first < (start if start > at else verb) and unit.pos == "n" and unit.kind == "word":
            unit.scope = "only"  # "the only village"
    index = draft.owner.get(first, draft.owner.get(first + 1, -1))
    while 0 <= index < len(draft.units) and draft.units[index].first < last:
        unit = draft.units[index]
        unit.role, unit.clause = role, number
        if unit.pos == "n":
            unit.scope = "only"
        between = {token.norm for token in draft.tokens[unit.last : _next_first(draft, index, last)]}
        index += 1
        if not between <= _JOINING or ("," in between and start == 0):
            break


def _next_first(draft: Draft, index: int, last: int) -> int:
    return draft.units[index + 1].first if index + 1 < len(draft.units) else last
