"""What somebody wrongly believed or falsely said is not so: "the board wrongly assumed that the bridge had been painted"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.comparison import Comparison
from factcheck.statement import Statement
from factcheck.tables import groups

_THAT = "S"  # link of a clause behind "that"
_GOES_ON = ("T", "V", "W")
_CONTRARY = "contrary to"


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether nothing of a part is what the wording calls a mistake, unless the part tells it as that."""
    contrary = any(unit.lemma == _CONTRARY for unit in comparison.said.units)
    return not any(
        _tells_it(comparison, part, verb, clauses, mistaken)
        for verb, clauses, mistaken in _mistakes(comparison.stated)
        if mistaken or not contrary
    )


def _mistakes(stated: Statement) -> Iterator[tuple[int, frozenset[int], bool]]:
    """Yield the verbs that tell a mistake with the clauses that it is told in, and whether these are not so or the saying is not."""
    words = groups("unasserted")["mistaken"]
    for clause, frame in enumerate(stated.frames):
        own = {unit.lemma for unit in stated.units if unit.clause == clause}
        if frame.verb >= 0 and not own.isdisjoint(words) and not frame.denied:
            yield frame.verb, frozenset(_behind(stated, clause)), True
        if frame.verb >= 0 and _CONTRARY in own and clause + 1 < len(stated.frames):
            yield frame.verb, frozenset((clause + 1,)), False


def _behind(stated: Statement, clause: int) -> Iterator[int]:
    """Yield the clauses of what a verb tells behind "that"."""
    for after in range(clause + 1, len(stated.frames)):
        link = stated.frames[after].link
        if link != _THAT and (after == clause + 1 or link not in _GOES_ON):
            return
        yield after


def _tells_it(comparison: Comparison, part: Sequence[int], verb: int, clauses: frozenset[int], mistaken: bool) -> bool:
    """Tell whether a part says as a fact what is told in some clauses, or, where it is the telling that is denied, as told."""
    said, stated = comparison.said, comparison.stated
    for number in part:
        unit, match = said.units[number], comparison.matches[number]
        frame = said.frames[unit.clause]
        states = number == frame.verb or (frame.verb < 0 and unit.role == "o")
        if match is None or not states or not unit.weight or frame.denied or match.cancelled:
            continue
        if stated.units[match.stated].clause in clauses and _is_told(comparison, unit.clause, verb) != mistaken:
            return True
    return False


def _is_told(comparison: Comparison, clause: int, verb: int) -> bool:
    """Tell whether a clause of the sentence is told by the verb that tells it in the wording."""
    said = comparison.said
    before = said.frames[clause - 1].verb if clause else -1
    match = comparison.matches[before] if before >= 0 else None
    return match is not None and match.stated == verb
