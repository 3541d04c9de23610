"""Length, width and height: what is "12 metres long and 3 metres wide" is not 12 metres wide, and no height is told.

Of "24.6 by 9.2 metres" the longer is the length and the shorter the width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from factcheck.alignment import Level, Match
from factcheck.conflicts.places import Conflict
from factcheck.details.measures import Quantity, compare
from factcheck.findings import RIGHT, Relation
from factcheck.once import once
from factcheck.reckonings import NOTHING, Reckoning
from factcheck.statement import Statement, Unit
from factcheck.tables import groups

_BY = re.compile(r"\s*(?:by|x|×)\s*")
_PAIR = ("length", "width")

_Extent = tuple[int, Quantity, str, tuple[int, ...]]


def judge(said: Statement, stated: Statement) -> Reckoning:
    """Judge the extents of a sentence by those that a wording gives."""
    borne: dict[int, Match] = {}
    conflicts: list[Conflict] = []
    foreign, right = set[int](), set[int]()
    ours = _extents(said)
    if not ours:
        return NOTHING
    pair = _pair(stated)
    known = [*pair.items(), *((extent, number) for number, _, extent, _ in _extents(stated))]
    for number, value, extent, words in ours if known else ():
        places = [place for other, place in known if other == extent]
        relations = [compare(value, given) for place in places if (given := _length(stated.units[place]))]
        if any(relation in RIGHT for relation in relations):
            borne |= dict.fromkeys((number, *words), Match(places[0], Level.FAMILY, Relation.ENTAILS)) if pair else {}
            right.add(number)
            continue
        if not relations and _has_another(stated, value, {place for _, place in known}):
            right.add(number)
            continue
        foreign.add(number)
        if relations == [Relation.CONFLICTS]:
            conflicts.append(Conflict("quantity", number, places[0]))
            borne |= dict.fromkeys(words, Match(places[0], Level.FAMILY, Relation.ENTAILS)) if pair else {}
    return Reckoning(borne, tuple(conflicts), foreign=frozenset(foreign), judged=frozenset(right))


def _length(unit: Unit) -> Quantity | None:
    """Return the length, width or height that a unit gives, not by how much it changes."""
    value = unit.value
    level = isinstance(value, Quantity) and value.dimension == "length" and not value.change
    return value if isinstance(value, Quantity) and level else None


def _has_another(stated: Statement, value: Quantity, known: Set[int]) -> bool:
    """Tell whether a wording gives a length without saying of which extent."""
    return any(
        (given := _length(unit)) and number not in known and compare(value, given) in RIGHT
        for number, unit in enumerate(stated.units)
    )


@once
def _pair(stated: Statement) -> dict[str, int]:
    """Return the units of the length and the width where a wording gives two extents and does not say which is which."""
    lengths = [(number, value) for number, unit in enumerate(stated.units) if (value := _length(unit))]
    if len(lengths) != len(_PAIR) or any(_places(stated, words) for words in groups("extents").values()):
        return {}
    (one, first), (other, second) = lengths
    if not _BY.fullmatch(stated.text[stated.units[one].end : stated.units[other].start]):
        return {}
    longer, shorter = (one, other) if first.low >= second.low else (other, one)
    return dict(zip(_PAIR, (longer, shorter), strict=True))


@once
def _extents(statement: Statement) -> tuple[_Extent, ...]:
    return tuple(_each_extent(statement))


def _each_extent(statement: Statement) -> Iterator[_Extent]:
    """Yield each length that is said to be of an extent, the extent, and the units of the words that say so."""
    lengths = [(number, value) for number, unit in enumerate(statement.units) if (value := _length(unit))]
    if not lengths:
        return
    found = [(extent, places) for extent, words in groups("extents").items() if (places := _places(statement, words))]
    if len(lengths) == len(found) == 1:
        (number, value), (extent, places) = lengths[0], found[0]
        yield number, value, extent, tuple(place for place in places if place != number)
        return
    for number, value in lengths:
        for extent, places in found:
            if beside := [place for place in places if _is_beside(statement, number, place)]:
                yield number, value, extent, tuple(beside)


def _is_beside(statement: Statement, number: int, place: int) -> bool:
    """Tell whether a word stands next to a length: "12 metres long", "a length of 12 metres"."""
    text, unit, other = statement.text, statement.units[number], statement.units[place]
    if place == number + 1:
        return not text[unit.end : other.start].strip()
    return place == number - 1 and text[other.end : unit.start].strip() == "of"


def _places(statement: Statement, words: Set[str]) -> tuple[int, ...]:
    """Return the units in which one of some words or phrases stands."""
    text, found = statement.text.lower(), set[int]()
    for word in words:
        for hit in re.finditer(rf"\b{word}\b", text):
            found |= {n for n, unit in enumerate(statement.units) if unit.start < hit.end() and hit.start() < unit.end}
    return tuple(sorted(found))
