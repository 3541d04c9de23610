"""Whether a figure or date of a wording is of something else than that of the sentence: another act, occasion, turn or thing."""

from __future__ import annotations

import re

from factcheck import alignment, derivations
from factcheck.conflicts.places import Chosen
from factcheck.details import numerals, quantities
from factcheck.details.dates import Date
from factcheck.details.force import PLAN
from factcheck.statement import Statement, Unit
from factcheck.words import way

_LAST = ("last", "final")
_EARLIER = re.compile(r"\b(?:already|previously|earlier|once before|before that)\b", re.IGNORECASE)
_OF_THE = re.compile(r"^ (?:out )?of (?:the|its|his|her|their|these|those|all) ", re.IGNORECASE)


_THEN = re.compile(
    r"\b(?:ago|the (?:year|month|week|season) before|previously|formerly|used to|at the time|until then)\b",
    re.IGNORECASE,
)  # words that put a figure at an earlier time


def is_of_then(said: Statement, stated: Statement, chosen: Chosen, number: int, partner: int) -> bool:
    """Tell whether a figure is of the time with which the wording only compares: "seven in 2023", "eight, one more than in 2023"."""
    clause, value = said.units[number].clause, said.units[number].value
    if isinstance(value, quantities.Quantity) and any(derivations.earlier_levels(said, value, stated)):
        return False  # the figure of then follows, and is another
    frame = said.frames[clause]
    then = _THEN.search(said.text, frame.start, frame.end)
    plain = then is not None and " than " not in said.text[frame.start : then.start()]
    if plain and not _THEN.search(stated.text[: stated.units[partner].start]):
        return True
    compared = {at for each in stated.comparatives for at in each.standard}
    return any(
        unit.kind == "date" and unit.clause == clause and match is not None and match.stated in compared
        for unit, match in zip(said.units, chosen, strict=True)
    )


def is_of_the_standard(said: Statement, stated: Statement, chosen: Chosen, number: int, partner: int) -> bool:
    """Tell whether a figure is of what the wording only compares another with: "30 hours, twice as long as that of the Orion 4"."""
    against = {at for each in stated.comparatives for at in each.standard}
    clause = said.units[number].clause
    names = [
        match.stated
        for at, unit in enumerate(said.units)
        if unit.clause == clause and unit.kind == "name" and (match := chosen[at])
    ]
    return bool(names) and partner not in against and against.issuperset(names)


def is_said_elsewhere(said: Statement, stated: Statement, chosen: Chosen, number: int, partner: int) -> bool:
    """Tell whether what things are said to be is told in another clause than their figure: "firms with 10 staff are exempt"."""
    frame = said.frames[said.units[number].clause]
    told = [
        match
        for at in frame.object
        if said.units[at].pos == "a" and said.units[at].weight >= 1 and (match := chosen[at])
    ]
    return (
        bool(told)
        and number < min(frame.object)
        and all(stated.units[match.stated].clause != stated.units[partner].clause for match in told)
    )


def of_another_act(said: Statement, stated: Statement, chosen: Chosen, number: int, partner: int) -> bool:
    """Tell whether the wording dates another act: "founded in 2012 and moved later" does not say when it moved."""
    verb = said.frames[said.units[number].clause].verb
    match = chosen[verb] if verb >= 0 and said.units[verb].weight >= 1 else None
    dated = stated.frames[stated.units[partner].clause].verb
    if match is None or match.level < alignment.Level.NEAR or dated < 0 or stated.units[dated].weight < 1:
        return False
    act = stated.units[match.stated]
    spanned = any(_is_span(unit) for unit in stated.units[partner + 1 : match.stated])  # "in 1909, ten years after"
    return act.role == "v" and act.clause != stated.units[partner].clause and not spanned


def of_another_comparison(said: Statement, stated: Statement, chosen: Chosen, partner: int) -> bool:
    """Tell whether the wording only compares two times, in something that the sentence does not have: "more often than in 2019"."""
    taken = {match.stated for match in chosen if match}
    before = stated.units[partner - 1] if partner else None
    if before is not None and isinstance(before.value, quantities.Quantity) and before.role == "from":
        return partner - 1 not in taken  # "up from 86% in 2023"
    links = [link for link in stated.links if link.kind == "than" and partner in (*link.left, *link.right)]
    return any(link.measure >= 0 and link.measure not in taken for link in links)


def of_another_turn(said: Statement, stated: Statement, number: int, partner: int) -> bool:
    """Tell whether the sentence dates another one of a series than the wording: "her second book", "her first book"."""
    ours = _turns(said, said.units[number].clause)
    return bool(ours) and ours.isdisjoint(_turns(stated, stated.units[partner].clause))


def _turns(statement: Statement, clause: int) -> frozenset[str]:
    words = (word for unit in statement.units if unit.clause == clause for word in unit.lemma.split())
    return frozenset(word for word in words if word in _LAST or numerals.rank(word))


def of_another_occasion(said: Statement, stated: Statement, number: int, partner: int) -> bool:
    """Tell whether a figure or date is of another occasion: "had already visited in 2019", "nine of the goals", "plans to raise it to"."""
    unit, other = said.units[number], stated.units[partner]
    if isinstance(unit.value, Date) and isinstance(other.value, Date):
        before = unit.value.high < other.value.low and not (unit.value.yearless or other.value.yearless)
        return before and _EARLIER.search(said.text) is not None and _EARLIER.search(stated.text) is None
    if not isinstance(unit.value, quantities.Quantity) or not isinstance(other.value, quantities.Quantity):
        return False
    if _on_other_sides(said, stated):
        return True
    if _is_part(said, number) and unit.value.high < other.value.low:
        return not _is_part(stated, partner)
    return unit.role == "to" and _plans_change(said) and not _plans_change(stated)


def _on_other_sides(said: Statement, stated: Statement) -> bool:
    """Tell whether one side speaks of what was before a time, the other of what came since."""
    ours = {unit.value.relation for unit in said.units if isinstance(unit.value, Date)}
    theirs = {unit.value.relation for unit in stated.units if isinstance(unit.value, Date)}
    return (ours, theirs) in (({"before"}, {"after"}), ({"after"}, {"before"}))


def _is_part(statement: Statement, number: int) -> bool:
    """Tell whether a figure counts some of a whole: "nine of the goals"."""
    between = statement.text[statement.units[number].end : statement.units[statement.heads[number]].start]
    return _OF_THE.match(between) is not None


def _plans_change(statement: Statement) -> bool:
    """Tell whether something is to be changed: "plans to raise spending to 12 percent"."""
    return any(
        (frame.modal == "will" or frame.force == PLAN) and frame.verb >= 0 and way(statement.units[frame.verb].lemma)
        for frame in statement.frames
    )


def _is_span(unit: Unit) -> bool:
    return isinstance(unit.value, quantities.Quantity) and unit.value.dimension == "time"
