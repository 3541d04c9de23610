"""Clefts undone: "it was Lund who designed it", "what the lab found was lead", "the part that may crack is the axle".

What is set off is given its place beside the verb, as in "Lund designed it"; nothing else can stand there.
"""

from __future__ import annotations

from factcheck.draft import Draft
from factcheck.structure import BE, Clause

_RELATIVE = frozenset(("who", "that", "which"))
_HEADS = frozenset(("one", "thing", "part", "person", "place", "man", "woman", "people", "ones", "things", "parts"))
_PAIR = 2  # clauses of a cleft: what is said, and of what


def undo(draft: Draft) -> tuple[int, ...]:
    """Give what a cleft sets off its role and clause; return its units."""
    norms = [token.norm for token in draft.tokens[:3]]
    if len(draft.clauses) != _PAIR or len(norms) < len(("it", "is", "x")):
        return ()
    first, second = draft.clauses
    if norms[0] in ("it", "'t") and norms[1] in BE:
        return _set_off(draft, first, second)
    if norms[0] == "what" and draft.tags[0] == "W":
        return _set_off(draft, second, first)
    opens = norms[0] == "the" and norms[1] in _HEADS and norms[2] in _RELATIVE
    return _set_off(draft, second, first) if opens else ()


def _set_off(draft: Draft, copula: Clause, other: Clause) -> tuple[int, ...]:
    """Move what stands behind the copula of one clause to the other."""
    if copula.group is None or other.group is None or not copula.group.copula or other.group.copula:
        return ()
    number = draft.clause_at(other.first)
    behind = [at for at, unit in enumerate(draft.units) if copula.group.last <= unit.first < copula.last]
    nouns = [at for at in behind if draft.units[at].pos == "n" and draft.units[at].weight]
    relative = draft.tokens[other.first].norm in _RELATIVE if other.first else True
    if not nouns or not relative or (draft.tags[other.first] == "S" and draft.units[nouns[0]].role == "o"):
        return ()
    role = _role(draft, other)
    for at in behind:
        unit = draft.units[at]
        unit.clause = number
        unit.role = role if unit.role == "o" else unit.role
    return tuple(nouns)


def _role(draft: Draft, clause: Clause) -> str:
    """Return the role of what a relative clause leaves open: who acts where the verb follows its relative word at once."""
    assert clause.group
    opener = draft.tags.find("W", clause.first, clause.group.first)
    aside = opener >= 0 and draft.tokens[opener + 1].text == ","  # "who, as minister, declared"
    subject = aside or (opener >= 0 and not draft.tags[opener + 1 : clause.group.first].strip("R"))
    return "s" if subject and not clause.group.passive else "o"
