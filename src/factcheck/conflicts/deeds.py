"""Who does a deed that a noun names: "Norway's mediation in Chad's talks" leaves no room for "Chad mediated in Norway's talks"."""

from __future__ import annotations

import re

from factcheck import words
from factcheck.alignment import Level
from factcheck.conflicts.places import Chosen, Conflict, Rows
from factcheck.conflicts.sides import is_symmetric
from factcheck.statement import Statement, Unit

_PARTIES = 2
_OWNS = re.compile(r"^\s*['’]s?\s+(?:[\w-]+\s+){0,2}$")
_AGENTIVE = ("er", "or", "ant", "ist", "ee")  # endings of nouns for persons, which are no deeds


def deeds(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """Who does a deed on the one side is only party to it on the other, where another does it."""
    if sum(unit.kind == "name" for unit in said.units) < _PARTIES:
        return []
    for number, unit in enumerate(said.units):
        match = chosen[number]
        if match is None or match.level < Level.FAMILY or unit.kind != "word" or match.cancelled:
            continue
        partner = stated.units[match.stated]
        if "v" not in (unit.role, partner.role) or unit.role == partner.role or is_symmetric(unit.lemma):
            continue
        if not _is_one_deed(unit, partner):
            continue
        ours, theirs = _doer(said, number), _doer(stated, match.stated)
        frame = said.frames[unit.clause]
        if ours < 0 or theirs < 0 or frame.denied or frame.modal:
            continue
        found = chosen[ours]
        elsewhere = [at for at, each in enumerate(chosen) if at != ours and each is not None and each.stated == theirs]
        same = said.units[ours].lemma == stated.units[theirs].lemma
        if found is not None and found.stated != theirs and elsewhere and not same:
            return [Conflict("role", ours, theirs), Conflict("role", elsewhere[0], found.stated)]
    return []


def _is_one_deed(unit: Unit, partner: Unit) -> bool:
    """Tell whether a noun is that of the verb itself: "attack", "mediation", not "break" for "collapse"."""
    verb, noun = (unit, partner) if unit.role == "v" else (partner, unit)
    return words.are_kin(verb.lemma, noun.lemma)


def _doer(statement: Statement, number: int) -> int:
    """Return the name of who does what a verb or a noun tells, or -1."""
    unit = statement.units[number]
    if unit.role == "v":
        frame = statement.frames[unit.clause]
        names = [at for at in frame.subject if statement.units[at].kind == "name" and statement.units[at].role == "s"]
        return names[0] if len(names) == 1 and frame.verb == number else -1
    if unit.pos != "n" or unit.lemma.endswith(_AGENTIVE) or is_symmetric(unit.lemma):
        return -1
    return _owner(statement, number)


def _owner(statement: Statement, number: int) -> int:
    """Return the name that stands before a noun with "'s", or behind it with "by"."""
    units = statement.units
    for at in range(number - 1, max(number - 4, -1), -1):
        if units[at].kind == "name":
            return at if _OWNS.match(statement.text[units[at].end : units[number].start]) else -1
    behind = (at for at in range(number + 1, len(units)) if units[at].clause == units[number].clause)
    return next((at for at in behind if units[at].kind == "name" and units[at].role == "by"), -1)
