"""Whether somebody is of the country that the wording names him with.

"Peru's Ann Lind" is not said by "the Swede Ann Lind met Peru's envoy".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.comparison import Comparison
from factcheck.details.names import Name
from factcheck.once import once
from factcheck.statement import Statement, Unit

_OWNS = re.compile(r"['’]s? ")
_OF = re.compile(r" of ")


def hold(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether each name that a part gives a place with has that place, and no other name's, in the wording."""
    said, stated = comparison.said, comparison.stated
    for place, bearer in _pairs(said):
        one, two = comparison.matches[place], comparison.matches[bearer]
        if one is None or two is None or place not in part or bearer not in part:
            continue
        first, last = sorted((one.stated, two.stated))
        between = [unit for unit in stated.units[first + 1 : last] if unit.kind == "name"]
        behind = one.stated > two.stated and not _OF.match(stated.text, stated.units[two.stated].end)
        if one.stated != two.stated and (between or behind) and _is_anothers(stated, one.stated, two.stated):
            return False
    return True


@once
def _pairs(said: Statement) -> list[tuple[int, int]]:
    """Return the places with the names behind or before them: "Peru's Ann Lind", "Ann Lind of Peru"."""
    found = []
    for number in range(len(said.units) - 1):
        unit, after = said.units[number], said.units[number + 1]
        between = said.text[unit.end : after.start]
        if _is_place(unit) and _is_bearer(after) and _OWNS.fullmatch(between):
            found.append((number, number + 1))
        elif _is_bearer(unit) and _is_place(after) and _OF.fullmatch(between):
            found.append((number + 1, number))
    return found


def _is_anothers(stated: Statement, place: int, bearer: int) -> bool:
    """Tell whether a place is that of another name: of the one before "of", else of the next one behind it."""
    units = stated.units
    if place and _is_bearer(units[place - 1]) and _OF.fullmatch(stated.text[units[place - 1].end : units[place].start]):
        return place - 1 != bearer
    other = next((number for number in range(place + 1, len(units)) if units[number].kind == "name"), -1)
    return other >= 0 and _is_bearer(units[other]) and other != bearer


def _is_place(unit: Unit) -> bool:
    return isinstance(unit.value, Name) and unit.value.entity.id[0] == "p"


def _is_bearer(unit: Unit) -> bool:
    return isinstance(unit.value, Name) and unit.value.entity.id[0] != "p"
