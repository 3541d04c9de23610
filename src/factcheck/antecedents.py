"""What a relative clause is of, and who acts in it: in "the bridge that Lund built fell" Lund built it, and it fell."""

from __future__ import annotations

from factcheck import lemmas
from factcheck.draft import Draft
from factcheck.structure import RESUMING, Clause
from factcheck.tables import kinds
from factcheck.verbgroups import INTRANSITIVE

_RELATIVE = frozenset(("who", "which", "that", "whom"))
_PARTIES = ("s", "o")

Parties = tuple[int, ...]


def undone(draft: Draft, clause: Clause, subject: Parties, acted: Parties) -> tuple[Parties, Parties]:
    """Return subject and object of a clause; what stands before a relative word with its own subject is acted on."""
    group = clause.group
    if group is None or group.passive:
        return subject, acted
    opens = opener(draft, clause)
    own = tuple(unit for unit in subject if draft.units[unit].first > opens)
    heads = tuple(unit for unit in subject if draft.units[unit].last <= opens)
    return (own, acted or heads) if opens and own and heads else (subject, acted)


def resumed(draft: Draft, number: int) -> Parties:
    """Return what a clause goes on about behind a relative clause that is part of its subject, or nothing."""
    clause, before = draft.clauses[number], draft.clauses[number - 1]
    resumes = clause.group is not None and clause.group.finite and clause.link in RESUMING
    last = opener(draft, before) if resumes else 0
    return tuple(
        at
        for at, unit in enumerate(draft.units)
        if unit.clause == number - 1 and unit.role in _PARTIES and unit.last <= last
    )


def of_participle(draft: Draft, number: int) -> Parties:
    """Return what a bare passive participle is of, right behind what another verb acts on: "sold a switch made by Ferro"."""
    clause, before = draft.clauses[number], draft.clauses[number - 1].group
    group = clause.group
    if group is None or before is None or before.copula or not clause.first == group.first == group.head:
        return ()
    unit = draft.owner.get(group.first - 1, -1)
    return (unit,) if unit >= 0 and draft.units[unit].pos == "n" and draft.units[unit].role == "o" else ()


def controlled(draft: Draft, number: int, acted: Parties) -> Parties:
    """Return who does what an infinitive says where the verb before it acts on somebody: "advised Chad to wait"."""
    clause, before = draft.clauses[number], draft.clauses[number - 1]
    if clause.link != "T" or before.group is None or before.group.passive:
        return ()
    verb = draft.owner.get(before.group.head, -1)
    if verb < 0 or draft.units[verb].lemma.removesuffix(" to") not in kinds("control"):
        return ()
    return tuple(unit for unit in acted if draft.units[verb].last <= draft.units[unit].first < clause.first)


def opener(draft: Draft, clause: Clause) -> int:
    """Return the relative word within the subject of a clause, or 0."""
    last = clause.group.first if clause.group else clause.first
    return next((at for at in range(last - 1, clause.first, -1) if _relates(draft, at)), 0)


def _relates(draft: Draft, at: int) -> bool:
    """Tell whether a token opens a relative clause behind a noun, or behind a comma after one."""
    word = draft.tokens[at].norm
    before = at - 2 if draft.tokens[at - 1].text == "," and word != "that" else at - 1
    return word in _RELATIVE and draft.tags[max(before, 0)] in "NK"


def shares_object(draft: Draft, number: int) -> bool:
    """Tell whether what the next verb acts on is acted on by this one too: "to design and build the bridge"."""
    clause, after = draft.clauses[number], draft.clauses[number + 1]
    one, two = clause.group, after.group
    if one is None or two is None or after.link != "C" or one.copula or one.passive or two.passive:
        return False
    beside = clause.last == one.last and not draft.tags[after.first + 1 : two.head].strip("R")
    return beside and lemmas.base(draft.tokens[one.head].norm, "v") not in INTRANSITIVE
