"""Whether what a part of a sentence puts together stands together in the wording, where that tells like things side by side.

"Poorly soluble in cold water and highly soluble in alcohol" makes nothing highly soluble in cold water: each side of the "and" has
a degree and a liquid of its own. So it is with places of acts: "a quartet founded in Leipzig recorded an album in Prague".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from factcheck.comparison import Comparison
from factcheck.decision import WEIGHTY
from factcheck.details import possessives
from factcheck.details.measures import Quantity
from factcheck.levels import SETTING
from factcheck.statement import Statement, Unit

_COORDINATOR = re.compile(r"\b(?:and|but|while|whereas)\b")
_SET_OFF = re.compile(r"[,;]|\b(?:and|but|while|whereas|including)\b")
_PARTIES = ("s", "o", "")


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether no two things that a part puts together belong to different sides, or acts, of the wording."""
    pairs = {
        number: match.stated
        for number in part
        if comparison.said.units[number].weight and (match := comparison.matches[number]) and not match.opposite
    }
    if _is_elsewhere(comparison, pairs) or _is_set_against(comparison, pairs) or _is_of_its_time(comparison, pairs):
        return False
    against = any(each.standard or each.differential >= 0 for each in comparison.said.comparatives)
    reckoned = comparison.reckoned and (
        against or any(comparison.said.units[at].kind == "quantity" for at in comparison.reckoned)
    )
    return bool(reckoned) or not (_are_of_two_sides(comparison, pairs) or _is_of_another_figure(comparison, pairs))


def _is_of_its_time(comparison: Comparison, pairs: dict[int, int]) -> bool:
    """Tell whether a time is only that of something which the sentence lacks: "last year's winner" won last year, not this one."""
    units, text, taken = comparison.stated.units, comparison.stated.text, set(pairs.values())
    return any(
        number + 1 < len(units)
        and possessives.owns(text, units[number].end)
        and (units[number].kind == "date" or units[number].pos == "r")
        and units[number + 1].pos == "n"
        and comparison.stated.heads[number + 1] not in taken
        for number in taken
    )


def _is_set_against(comparison: Comparison, pairs: dict[int, int]) -> bool:
    """Tell whether a date or figure goes with a noun that the wording only sets against its own: "lost 5 in 2020, against a profit"."""
    stated = comparison.stated
    if comparison.reckoned:
        return False
    against = {
        number
        for number, frame in enumerate(stated.frames)
        if frame.verb >= 0 and stated.units[frame.verb].lemma in SETTING
    }
    for one, other in permutations(pairs, 2) if against else ():
        value, noun = stated.units[pairs[one]], stated.units[pairs[other]]
        together = comparison.said.units[one].clause == comparison.said.units[other].clause
        apart = value.clause not in against and noun.clause in against and noun.pos == "n" and noun.role not in _PARTIES
        if together and apart and value.kind in ("date", "quantity"):
            return True
    return False


def _sides(stated: Statement, marks: re.Pattern[str]) -> list[int]:
    """Return for each unit the number of the side that it stands on; a mark between two units, or a new clause, begins a side."""
    sides, side = [], 0
    for number, unit in enumerate(stated.units):
        before = stated.units[number - 1] if number else unit
        parted = number and (marks.search(stated.text[before.end : unit.start]) or before.clause != unit.clause)
        side += bool(parted)
        sides.append(side)
    return sides


def _key(unit: Unit) -> str:
    """Return what part a unit has on its side: its preposition, or what kind of word it is."""
    if unit.kind in ("quantity", "date"):
        return unit.kind
    if unit.pos == "a" and unit.role not in _PARTIES:
        return unit.role  # "in older people"
    if unit.pos in "ra":
        return unit.pos
    return "" if unit.role in _PARTIES else unit.role


def _are_of_two_sides(comparison: Comparison, pairs: dict[int, int]) -> bool:
    """Tell whether two units match different sides of one clause, each of which has its own in the other's place."""
    stated, taken = comparison.stated.units, set(pairs.values())
    sides = _sides(comparison.stated, _COORDINATOR)
    for one, other in permutations(pairs, 2):
        first, second = pairs[one], pairs[other]
        parted = stated[first].clause == stated[second].clause and sides[first] != sides[second]
        if not parted or comparison.said.units[one].clause != comparison.said.units[other].clause:
            continue
        free = [unit for at, unit in enumerate(stated) if at not in taken and sides[at] == sides[second]]
        others = [unit for at, unit in enumerate(stated) if at not in taken and sides[at] == sides[first]]
        differ = _key(stated[first]) != _key(stated[second])
        if differ and _has_rival(stated[first], free) and _has_rival(stated[second], others):
            return True
    return False


def _has_rival(unit: Unit, others: Sequence[Unit]) -> bool:
    """Tell whether another thing, or another of one name, has the same part on another side."""
    return any(
        _key(other) == _key(unit)
        and (other.lemma, other.value) != (unit.lemma, unit.value)
        and (other.weight >= WEIGHTY or other.pos == "r")
        for other in others
    )


def _is_of_another_figure(comparison: Comparison, pairs: dict[int, int]) -> bool:
    """Tell whether a figure is given to what the wording gives another figure of the kind: "61,000 came, 14,000 from abroad"."""
    stated = comparison.stated
    figures = [place for number, place in pairs.items() if _has_a_kind(comparison, number, place)]
    if not figures:
        return False
    sides = _sides(stated, _SET_OFF)
    for figure in figures:
        rivals = {
            sides[number] for number in _rivals(stated, figure, set(pairs.values())) if sides[number] != sides[figure]
        }
        beside = (stated.units[number] for number in pairs.values() if sides[number] in rivals)
        if any(unit.role not in _PARTIES and unit.kind in ("name", "word") for unit in beside):
            return True
    return False


def _has_a_kind(comparison: Comparison, number: int, place: int) -> bool:
    """Tell whether a unit and its match are figures of one kind, that of the wording with what it counts."""
    said, stated = comparison.said.units[number].value, comparison.stated.units[place].value
    if not isinstance(said, Quantity) or not isinstance(stated, Quantity) or said.dimension != stated.dimension:
        return False
    return stated.dimension != "count" or comparison.stated.heads[place] > place


def _rivals(stated: Statement, figure: int, taken: set[int]) -> Iterator[int]:
    """Yield the figures that count the same, or nothing that is named, and that the sentence lacks."""
    own = stated.units[figure].value
    assert isinstance(own, Quantity)
    for number, unit in enumerate(stated.units):
        if number in taken or not isinstance(unit.value, Quantity) or unit.value.dimension != own.dimension:
            continue
        heads = [stated.heads[each] for each in (figure, number)]
        alike = heads[1] == number or stated.units[heads[0]].lemma == stated.units[heads[1]].lemma
        if alike and unit.value.change == own.change:
            yield number


def _is_elsewhere(comparison: Comparison, pairs: dict[int, int]) -> bool:
    """Tell whether a place, or whoever a preposition leads to, is that of another act than the verb beside it."""
    said, stated = comparison.said, comparison.stated
    for number, place in pairs.items():
        unit, partner = said.units[number], stated.units[place]
        if unit.kind != "name" or unit.role in _PARTIES or partner.role != unit.role:
            continue
        homes = {stated.units[pairs[at]].clause for at in _acts_beside(said, unit, pairs)}
        if len(homes) != 1 or partner.clause in homes:
            continue
        if any(
            other.clause in homes and other.role == unit.role and other.kind == "name" and at not in pairs.values()
            for at, other in enumerate(stated.units)
        ):
            return True
    return False


def _acts_beside(said: Statement, unit: Unit, pairs: dict[int, int]) -> Iterator[int]:
    """Yield the verb of a unit's clause and what it acts on, as far as they carry weight."""
    for at in pairs:
        other = said.units[at]
        if (
            other.clause == unit.clause
            and other.role in ("v", "o")
            and other.kind == "word"
            and other.weight >= WEIGHTY
        ):
            yield at
