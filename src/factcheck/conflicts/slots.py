"""Another value where only one can be: what a thing is made of, where it comes from, what a cleft sets off."""

from __future__ import annotations

from factcheck import words
from factcheck.alignment import Level
from factcheck.conflicts.places import Chosen, Conflict, Rows
from factcheck.details.slots import Slot
from factcheck.statement import Statement, Unit
from factcheck.tables import groups

_PARTIAL = frozenset(("some", "few", "part", "half"))  # what is said of some leaves room for others


def values(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """Another value in a slot that the wording fills."""
    found = []
    for slot in said.slots:
        if _has_match(chosen, slot.value) or _shares_a_value(said, stated, slot, chosen):
            continue
        for other in stated.slots:
            alike = slot.kind == other.kind and _of_one_thing(said, stated, slot, other, chosen)
            if alike and excludes(said, stated, rows, chosen, slot.value, other.value):
                found.append(Conflict("sibling", slot.value, other.value))
                break
    return found


def set_off(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """Another thing than the one that a cleft sets off: "what the lab found was arsenic" against "the lab found lead"."""
    for number in said.set_off:
        unit = said.units[number]
        verb = said.frames[unit.clause].verb
        match = chosen[verb] if verb >= 0 and said.units[verb].weight else None
        if unit.kind != "word" or _has_match(chosen, number) or said.heads[number] != number:
            continue
        home = stated.units[match.stated].clause if match else -1
        for other, partner in enumerate(stated.units):
            beside = partner.clause == home and partner.role == unit.role and stated.heads[other] == other
            thing = beside and partner.kind == "word" and partner.pos == "n" and partner.weight >= 1
            if thing and excludes(said, stated, rows, chosen, number, other):
                return [Conflict("sibling", number, other)]
    return []


def _has_match(chosen: Chosen, number: int) -> bool:
    match = chosen[number]
    return match is not None and match.level > Level.SCENE


def _shares_a_value(said: Statement, stated: Statement, slot: Slot, chosen: Chosen) -> bool:
    """Tell whether another value of the slot is one of the wording's: "of brick and stone" against "of stone"."""
    given = {other.value for other in stated.slots if other.kind == slot.kind}
    return any(
        (match := chosen[each.value]) is not None and match.stated in given
        for each in said.slots
        if each.kind == slot.kind
    )


def _of_one_thing(said: Statement, stated: Statement, slot: Slot, other: Slot, chosen: Chosen) -> bool:
    """Tell whether two slots are of the same thing, as a whole."""
    bearers = [number for number in slot.bearers if said.units[number].weight and said.heads[number] == number]
    matched = [match.stated for number in bearers if (match := chosen[number]) and match.level > Level.SCENE]
    partial = any(said.units[number].scope in _PARTIAL for number in slot.bearers)
    partial = partial or any(stated.units[number].scope in _PARTIAL for number in other.bearers)
    if slot.kind == "one" and _ranks(said, slot) != _ranks(stated, other):
        return False  # a former captain is not the captain
    return bool(bearers) and len(matched) == len(bearers) and bool(set(matched) & set(other.bearers)) and not partial


def _ranks(statement: Statement, slot: Slot) -> set[str]:
    """Return what says when, or as whose deputy, somebody is what a slot says."""
    words_ = {unit.lemma for number in slot.bearers for unit in statement.units if statement.heads[number] == number}
    return words_ & groups("titles")["rank"]


def excludes(said: Statement, stated: Statement, rows: Rows, chosen: Chosen, number: int, other: int) -> bool:
    """Tell whether one value leaves no room for the other: neither is the other in other words, or a kind of it."""
    unit, partner = said.units[number], stated.units[other]
    if said.frames[unit.clause].denied != stated.frames[partner.clause].denied or unit.kind != partner.kind:
        return False
    if any(match and match.stated == other and match.level > Level.SCENE for match in chosen):
        return False
    near = any(match.stated == other and not match.opposite and match.level > Level.SCENE for match in rows[number])
    if unit.kind == "name":
        return any(match.stated == other and match.opposite for match in rows[number])
    return not near and not _is_kind_of(unit, partner) and not _is_kind_of(partner, unit)


def _is_kind_of(unit: Unit, other: Unit) -> bool:
    """Tell whether a word entails another: oak is wood."""
    one, two = words.sense(unit.lemma, unit.pos), words.sense(other.lemma, other.pos)
    return bool(one.up & ({two.own} | two.rows) or one.hypernyms & two.synsets)
