"""What excuses a clash: another time, a plan, another part of a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.conflicts import Conflict
from factcheck.conflicts.places import STATES
from factcheck.decision import BASE, Evidence, uncovered
from factcheck.details import periods
from factcheck.details.days import Date
from factcheck.details.quantities import Quantity
from factcheck.findings import Relation
from factcheck.statement import Statement

_LEAD = 30  # characters before an infinitive in which the words stand that say it was meant
_AHEAD = ("next ", "this ", "tomorrow")
_MEANTIME = re.compile(r"[\s,]*(?:(?:during|in|after|before|until|by) which|when|while)\b", re.IGNORECASE)
_MEANT = re.compile(
    r"\b(?:supposed|meant|scheduled|planned|due|expected|intended) to\b|\b(?:was|were) to have\b", re.IGNORECASE
)


def is_of_another_time(said: Statement, item: Evidence, part: Sequence[int]) -> bool:
    """Tell whether the wording gives its figure for another date or name than the sentence."""
    kinds = {unit.kind for unit in item.comparison.stated.units}
    return any(
        said.units[number].kind in ("date", "name")
        and said.units[number].kind in kinds
        and not item.comparison.cover[number]
        for number in part
    )


def is_ahead(said: Statement, item: Evidence, figure: Conflict) -> bool:
    """Tell whether a figure is of what will be at a time that the wording lacks, and the other of what was: "will cut ten next year"."""
    ours = said.units[figure.said].clause
    theirs = item.comparison.stated.frames[item.comparison.stated.units[figure.stated].clause]
    times = (at for at, unit in enumerate(said.units) if unit.clause == ours and unit.lemma.startswith(_AHEAD))
    lacking = any(item.comparison.cover[at] < BASE for at in times)
    return said.frames[ours].modal == "will" and theirs.past and not theirs.modal and lacking


def is_dated_apart(said: Statement, item: Evidence, figure: Conflict) -> bool:
    """Tell whether two figures are each of its own time: "nine of the ten have come since 2005", "one falls before 2005"."""
    stated = item.comparison.stated
    clause, told = said.units[figure.said].clause, item.comparison.reckoned
    ours = [date for number, date in _dates_of(said, clause) if number not in told]
    theirs = [date for _, date in _dates_of(stated, stated.units[figure.stated].clause)]
    return bool(ours and theirs) and all(
        periods.compare(one, other) is Relation.CONFLICTS for one in ours for other in theirs
    )


def is_of_the_meantime(said: Statement, item: Evidence, conflict: Conflict) -> bool:
    """Tell whether a figure is of a time that a sentence tells by an act that the wording lacks: "…, during which they won four"."""
    clause = said.units[conflict.said].clause
    opens = conflict.kind == "quantity" and clause and _MEANTIME.match(said.text, said.frames[clause].start)
    before = [at for at, unit in enumerate(said.units) if unit.clause == clause - 1] if opens else []
    return bool(before) and uncovered(said.units, item.comparison.cover, before) > BASE


def was_to_be(said: Statement, item: Evidence, conflict: Conflict) -> bool:
    """Tell whether a sentence gives the date for which a thing was meant, and the wording the one on which it happened."""
    frame, stated = said.frames[said.units[conflict.said].clause], item.comparison.stated
    meant = conflict.kind == "date" and _MEANT.search(said.text[: frame.end], max(frame.start - _LEAD, 0))
    return bool(meant) and not _MEANT.search(stated.text)


def are_other_parts(said: Statement, item: Evidence, conflict: Conflict) -> bool:
    """Tell whether two opposite things are said of different parts: "two of the five are full", "three of the five are empty"."""
    comparison = item.comparison
    clause = said.units[conflict.said].clause
    states = [each for each in comparison.conflicts if each.kind in STATES and said.units[each.said].clause == clause]
    if conflict.stated < 0 or not states or conflict.kind not in (*STATES, "quantity"):
        return False
    ours = _parts(said, clause)
    theirs = _parts(comparison.stated, comparison.stated.units[conflict.stated].clause)
    matched = {match.stated for at in ours if (match := comparison.matches[at]) is not None}
    return bool(ours and theirs) and matched.isdisjoint(theirs)


def _parts(statement: Statement, clause: int) -> set[int]:
    """Return the figures of a clause that say how many, or what share, of something it speaks of."""
    held = {each.figure for each in statement.portions}
    return {
        number
        for number, unit in enumerate(statement.units)
        if unit.clause == clause
        and isinstance(unit.value, Quantity)
        and (number in held or unit.value.dimension == "share")
        and not unit.value.change
    }


def _dates_of(statement: Statement, clause: int) -> Iterator[tuple[int, Date]]:
    """Yield the dates of a clause, each with its unit."""
    for number, unit in enumerate(statement.units):
        if unit.clause == clause and isinstance(unit.value, Date):
            yield number, unit.value
