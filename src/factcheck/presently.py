"""What is so now where a wording tells two states: "from 38 percent now to 55 percent in 2030" has 38 percent now, not 55."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.alignment import Match
from factcheck.conflicts.places import Conflict
from factcheck.derivations import PRESENT
from factcheck.details.measures import Quantity, compare
from factcheck.findings import Relation
from factcheck.reckonings import NOTHING, Reckoning
from factcheck.statement import Statement

_REACH = 2  # units between a figure and the word that says that it is so now


def judge(said: Statement, stated: Statement, chosen: Sequence[Match | None]) -> Reckoning:
    """Judge the figures that a sentence tells of now by the one that a wording does."""
    now = dict(_now(stated)) if any(unit.lemma in PRESENT for unit in said.units) else {}
    if not now:
        return NOTHING
    conflicts: list[Conflict] = []
    foreign: set[int] = set()
    for number, value in _of_now(said):
        match = chosen[number]
        given = next((n for n in now if now[n].dimension == value.dimension), -1)
        if match is None or given < 0 or match.stated == given or match.stated in now:
            continue
        foreign.add(number)
        if compare(value, now[given]) is Relation.CONFLICTS:
            conflicts.append(Conflict("quantity", number, given))
    return Reckoning({}, tuple(conflicts), foreign=frozenset(foreign))


def _now(stated: Statement) -> Iterator[tuple[int, Quantity]]:
    """Yield the figure that a wording says is so now, where it tells another of the same kind."""
    levels = {
        n: unit.value
        for n, unit in enumerate(stated.units)
        if isinstance(unit.value, Quantity) and not unit.value.change
    }
    for place, unit in enumerate(stated.units):
        near = [n for n in levels if 0 < abs(n - place) <= _REACH and _is_before(stated, min(n, place), max(n, place))]
        if unit.lemma in PRESENT and near:
            own = min(near, key=lambda n: (abs(n - place), n > place))
            if any(n != own and levels[n].dimension == levels[own].dimension for n in levels):
                yield own, levels[own]


def _is_before(stated: Statement, first: int, last: int) -> bool:
    """Tell whether nothing but words stands between two units: no comma, no "to"."""
    between = stated.text[stated.units[first].end : stated.units[last].start]
    return not {",", ";", ":", "to", "and", "but"} & set(between.replace(",", " , ").split())


def _of_now(said: Statement) -> Iterator[tuple[int, Quantity]]:
    """Yield the only level of a sentence that says what is so now."""
    levels = [
        (n, unit.value)
        for n, unit in enumerate(said.units)
        if isinstance(unit.value, Quantity) and not unit.value.change
    ]
    if len(levels) == 1 and not said.comparatives and not said.frames[said.units[levels[0][0]].clause].denied:
        yield levels[0]
