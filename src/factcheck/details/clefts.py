"""Clefts undone: "it was Lund who designed it", "what the lab found was lead", "the part that may crack is the axle".

What is set off is given its place beside the verb, as in "Lund designed it"; nothing else can stand there.
"""

from __future__ import annotations

from factcheck.draft import SEMILIGHT, Draft
from factcheck.structure import Clause
from factcheck.wordclasses import BE

_RELATIVE = frozenset(("who", "that", "which"))
_HEADS = frozenset(("one", "thing", "part", "person", "place", "man", "woman", "people", "ones", "things", "parts"))
_BEARERS = frozenset(
    (
        *("country", "nation", "state", "city", "town", "company", "firm", "bank", "club", "team", "body", "group"),
        *(
            "organisation",
            "organization",
            "institution",
            "ministry",
            "agency",
            "party",
            "university",
            "museum",
            "school",
        ),
        *(
            "player",
            "minister",
            "politician",
            "writer",
            "artist",
            "singer",
            "scientist",
            "author",
            "hospital",
            "village",
        ),
    )
)  # what bears a name
_PAIR = 2  # clauses of a cleft: what is said, and of what


def undo(draft: Draft) -> tuple[int, ...]:
    """Give what a cleft sets off its role and clause; return its units."""
    norms = [token.norm for token in draft.tokens[:3]]
    if len(norms) < len(("it", "is", "x")):
        return ()
    if norms[0] == "the" and norms[1] in _BEARERS and norms[2] in _RELATIVE:
        return _named_last(draft)
    if norms[0] in ("it", "'t") and norms[1] in BE and len(draft.clauses) >= _PAIR:
        between = draft.clauses[1:-1]  # "it was the note following the talks that told of …"
        return _set_off(draft, draft.clauses[0], draft.clauses[-1]) if all(each.link == "V" for each in between) else ()
    if len(draft.clauses) != _PAIR:
        return ()
    first, second = draft.clauses
    if norms[0] == "what" and draft.tags[0] == "W":
        return _set_off(draft, second, first)
    opens = norms[0] == "the" and norms[1] in _HEADS and norms[2] in _RELATIVE
    return _set_off(draft, second, first) if opens else ()


def _named_last(draft: Draft) -> tuple[int, ...]:
    """Undo "the country that funded the bridge is Chad", where an infinitive may stand between."""
    first, last = draft.clauses[0], draft.clauses[-1]
    told = len(draft.clauses) > 1 and all(clause.link == "T" for clause in draft.clauses[1:-1])
    named = draft.tags[last.group.last : last.group.last + 2].lstrip("D")[:1] == "K" if last.group else False
    found = _set_off(draft, last, first) if told and named else ()
    for unit in draft.units if found else ():
        if unit.first == 1:
            unit.weight = min(unit.weight, SEMILIGHT)  # what it is goes with its name
    return found


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
