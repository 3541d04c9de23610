"""Which figures of a wording can be set against each other, and whose they are where a name comes up more than once."""

from __future__ import annotations

from collections.abc import Set

from factcheck.details import holders
from factcheck.statement import Statement

SETTING = (
    "compare",
    "compare with",
    "compare to",
    "follow by",
    "against",
)  # participles that set figures side by side


def mentioned(stated: Statement, units: Set[int]) -> set[int]:
    """Return units with every other mention of the same names: "the Long weighs 44 kg …, 200 kg for the City and 235 for the Long"."""
    named = {stated.units[number].lemma for number in units if stated.units[number].kind == "name"}
    return {number for number, unit in enumerate(stated.units) if number in units or unit.lemma in named}


def comparable(stated: Statement, one: int, other: int) -> bool:
    """Tell whether two figures are levels of one measure: what somebody weighs is not what another carries."""
    if not holders.comparable(stated.units, stated.heads, one, other):
        return False
    clause, home = stated.units[one].clause, stated.units[other].clause
    verb, acts = stated.frames[clause].verb, stated.frames[home].verb
    if clause == home or verb == acts:
        return True
    if (verb >= 0 and acts >= 0) or stated.units[max(verb, acts)].lemma in SETTING:
        return True
    return not _names_a_measure(stated, clause if verb < 0 else home, one if verb < 0 else other)


def _names_a_measure(stated: Statement, clause: int, figure: int) -> bool:
    """Tell whether a clause without a verb of its own says what its figure measures: "the payload is 200 kg"."""
    return any(
        stated.units[number].kind == "word" and stated.units[number].pos == "n" and stated.units[number].weight >= 1
        for number in stated.frames[clause].subject
        if number != figure and stated.units[number].clause == clause
    )
