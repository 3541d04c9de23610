"""What a relative clause is of, and who acts in it: in "the bridge that Lund built fell" Lund built it, and it fell."""

from __future__ import annotations

from factcheck import lemmas
from factcheck.draft import Draft
from factcheck.structure import RESUMING, Clause
from factcheck.tables import kinds
from factcheck.verbgroups import INTRANSITIVE

_RELATIVE = frozenset(("who", "which", "that", "whom"))
_OWNING = "whose"
_LEADING = "PT"  # tags of a preposition: "to whom"
_PARTIES = ("s", "o")

Parties = tuple[int, ...]


def undone(draft: Draft, clause: Clause, subject: Parties, acted: Parties) -> tuple[Parties, Parties]:
    """Return subject and object of a clause; what stands before a relative word with its own subject is acted on."""
    group = clause.group
    opens = opener(draft, clause) if group else 0
    if group is None or not opens:
        return subject, acted
    led = _is_led(draft, opens)
    if group.passive:
        return subject, tuple(unit for unit in acted if draft.units[unit].first > opens) if led else acted
    own = tuple(unit for unit in subject if draft.units[unit].first > opens)
    heads = tuple(unit for unit in subject if draft.units[unit].last <= opens)
    if not own or not heads:
        return subject, acted
    return own, acted or (() if led else heads)


def _is_led(draft: Draft, opens: int) -> bool:
    """Tell whether what a relative clause is of neither acts nor is acted on in it: "whose crew", "to whom", "in which"."""
    return draft.tokens[opens].norm == _OWNING or draft.tags[opens - 1] in _LEADING


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


def before_participle(draft: Draft, clause: Clause) -> Parties:
    """Return what a bare participle right behind a noun is of, behind a preposition: "tied to cells affiliated with the club"."""
    if acting := _before_acting(draft, clause):
        return acting
    group = clause.group
    if group is None or clause.link != "P" or group.passive or not group.first == group.head > clause.first:
        return ()
    unit = draft.owner.get(group.first - 1, -1)
    described = unit >= 0 and draft.units[unit].pos == "n" and draft.tags[group.head + 1 : group.head + 2] == "P"
    return (unit,) if described and draft.tokens[group.head].norm.endswith("ed") else ()


def _before_acting(draft: Draft, clause: Clause) -> Parties:
    """Return who does what an active participle right behind whoever acts by "by" tells: "treated by a man posing as a doctor"."""
    group = clause.group
    if group is None or clause.link != "V" or not group.first == group.head == clause.first:
        return ()
    unit = draft.owner.get(group.first - 1, -1)
    acts = unit >= 0 and draft.units[unit].pos == "n" and draft.units[unit].role == "s"
    return (unit,) if acts and draft.tokens[group.head].norm.endswith("ing") else ()


def opener(draft: Draft, clause: Clause) -> int:
    """Return the relative word within the subject of a clause, or 0."""
    last = clause.group.first if clause.group else clause.first
    return next((at for at in range(last - 1, clause.first, -1) if _relates(draft, at)), 0)


def _relates(draft: Draft, at: int) -> bool:
    """Tell whether a token opens a relative clause behind a noun, or behind a comma after one."""
    word = draft.tokens[at].norm
    led = word != "that" and draft.tags[at - 1] in _LEADING
    before = at - 2 if led or (draft.tokens[at - 1].text == "," and word != "that") else at - 1
    if led and draft.tokens[before].text == ",":
        before -= 1
    return word in _RELATIVE | {_OWNING} and draft.tags[max(before, 0)] in "NK"


def shares_object(draft: Draft, number: int) -> bool:
    """Tell whether what the next verb acts on is acted on by this one too: "to design and build the bridge"."""
    clause, after = draft.clauses[number], draft.clauses[number + 1]
    one, two = clause.group, after.group
    if one is None or two is None or after.link != "C" or one.copula or one.passive or two.passive:
        return False
    beside = clause.last == one.last and not draft.tags[after.first + 1 : two.head].strip("R")
    return beside and lemmas.base(draft.tokens[one.head].norm, "v") not in INTRANSITIVE
