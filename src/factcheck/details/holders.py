"""Whose a figure is, and which earlier or other figure it is set against.

A wording is cut where a list, a contrast or a change goes on; a figure belongs to the nouns and names of its stretch:
"200 kilograms for the City and 235 for the Long" gives each version its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factcheck import words
from factcheck.details.dates import Date
from factcheck.details.quantities import Quantity

if TYPE_CHECKING:
    from factcheck.statement import Unit

_CUT = re.compile(
    r"[,;:(]|\b(?:and|while|whereas|against|but|versus|vs|than|before|after|ahead|instead|from|to|up|down|with only)\b"
)
_CUTTING = frozenset(("compare", "compare with", "compare to", "follow", "follow by", "up", "down"))  # units that cut
_BASELINE = re.compile(
    r"\b(?:against|compared (?:with|to)|instead of|rather than|versus|vs|up from|down from|up on|down on|than|after)\b"
)
_TO = re.compile(r"^(?:(?!\bto\b)[^,;])*\bto\W*$")
_FROM = re.compile(r"\bfrom\W*$")
_WAYS = {"above": "up", "below": "down", "over": "up", "under": "down", "clear": "up", "ahead": "up", "behind": "down"}
_AFTER_FIGURE = 16  # characters in which a word after a figure tells its way
_BEFORE_FIGURE = 12  # characters in which "from" may stand before a figure


class Holding(NamedTuple):
    """A figure, given by its unit, the units it belongs to, and the unit of the figure it is set against, or -1.

    `way` is "up" or "down" for an amount by which something changed or differs.
    """

    figure: int
    holders: tuple[int, ...]
    baseline: int = -1
    way: str = ""


def find(text: str, units: Sequence[Unit], heads: Sequence[int]) -> tuple[Holding, ...]:
    """Return what each figure of a wording belongs to, in the order of the text."""
    figures = [number for number, unit in enumerate(units) if isinstance(unit.value, Quantity)]
    if not figures:
        return ()
    found: list[Holding] = []
    baselines = _baselines(text, units, heads, figures)
    held_by: dict[int, tuple[int, ...]] = {}
    for stretch, held in _held(text, units, heads, _stretches(text, units)):
        for number in (number for number in stretch if number in figures):
            baseline = baselines.get(number, -1)
            older = (
                holder for holder in held_by.get(baseline, ()) if holder < baseline and units[holder].kind != "date"
            )
            held_by[number] = (*older, *held)
            holders = tuple(dict.fromkeys(held_by[number]))
            found.append(Holding(number, holders, baseline, _way(text, units, number)))
    return tuple(found)


def _way(text: str, units: Sequence[Unit], number: int) -> str:
    """Return the way of a change: of the word after it ("18% above"), else of the one before ("up 3 percent", "fell by 2")."""
    unit = units[number]
    if not isinstance(unit.value, Quantity) or not unit.value.change:
        return ""
    after = re.findall(r"[a-z]+", text[unit.end : unit.end + _AFTER_FIGURE].lower())[:2]
    before = re.findall(r"[a-z]+", text[max(unit.start - _BEFORE_FIGURE, 0) : unit.start].lower())[-2:]
    near = [*(_WAYS.get(word, "") or words.way(word) for word in after)]
    near += [words.way(units[index].lemma) for index in (number + 1, number - 1) if 0 <= index < len(units)]
    near += [words.way(word) for word in reversed(before)]
    return next((way for way in near if way), "")


def _held(
    text: str, units: Sequence[Unit], heads: Sequence[int], stretches: Sequence[list[int]]
) -> list[tuple[list[int], tuple[int, ...]]]:
    """Return the stretches with the units that their figures belong to."""
    found: list[tuple[list[int], tuple[int, ...]]] = []
    held: tuple[int, ...] = ()
    base: tuple[int, ...] = ()  # what stands before the figure of the stretch that names whose it is
    for stretch in stretches:
        own = tuple(number for number in stretch if units[number].kind != "quantity" and units[number].pos in "na")
        if _is_change(units, stretch):
            held = (*held, *own)
        elif base and _only_counts(units, heads, stretch):
            held = (*base, *own)
        else:
            first = next((number for number in stretch if units[number].kind == "quantity"), stretch[-1])
            held, base = own, tuple(number for number in own if number < first and units[number].kind != "date")
        found.append((stretch, held))
    for one, other in pairwise(range(len(found))):  # "640 passengers and 150 cars on the Heron": both are hers
        joint = text[units[found[one][0][-1]].end : units[found[other][0][0]].start].strip().lower()
        names = [tuple(number for number in found[at][1] if units[number].kind == "name") for at in (one, other)]
        missing = one if names[1] else other
        if joint == "and" and bool(names[0]) != bool(names[1]) and _only_counts(units, heads, found[missing][0]):
            found[missing] = (found[missing][0], (*found[missing][1], *names[0], *names[1]))
    return found


def _is_change(units: Sequence[Unit], stretch: Sequence[int]) -> bool:
    """Tell whether a stretch tells a change of the figure before it: "a third less than before"."""
    value = units[stretch[0]].value
    return isinstance(value, Quantity) and value.change


def _only_counts(units: Sequence[Unit], heads: Sequence[int], stretch: Sequence[int]) -> bool:
    """Tell whether a stretch names no new owner, only what its figure counts, when or how: "30 plum trees", "9,500 in 2020"."""
    figure = next((number for number in stretch if isinstance(units[number].value, Quantity)), -1)
    if figure < 0:
        return False
    counted = heads[figure]
    return all(
        units[number].kind in ("quantity", "date")
        or units[number].pos in "rp"
        or units[number].lemma in _CUTTING
        or heads[number] == counted
        or not units[number].weight
        for number in stretch
    )


def _stretches(text: str, units: Sequence[Unit]) -> list[list[int]]:
    """Cut a text into stretches with a figure each; what has none goes with what follows it, the last with what precedes."""
    found: list[list[int]] = [[]]
    for number, unit in enumerate(units):
        between = text[units[number - 1].end : unit.start].lower() if number else ""
        found_cut = _CUT.search(between)
        origin = found_cut is not None and found_cut[0] == "from" and not _is_amount(unit)  # "seven from the south"
        cut = number and (unit.lemma in _CUTTING or (found_cut and not origin))
        if cut and any(_is_amount(units[other]) for other in found[-1]):
            found.append([])
        found[-1].append(number)
    if len(found) > 1 and not any(_is_amount(units[other]) for other in found[-1]):
        rest = found.pop()
        found[-1] += rest
    return found


def _is_amount(unit: Unit) -> bool:
    """Tell whether a unit is a figure or stands for one: "the rest"."""
    return isinstance(unit.value, Quantity) or unit.lemma in ("rest", "remainder")


def _baselines(text: str, units: Sequence[Unit], heads: Sequence[int], figures: Sequence[int]) -> dict[int, int]:
    """Return for each figure the one that it is set against: "to 26 from 29", "54 minutes, compared with 41"."""
    found: dict[int, int] = {}
    for number, after in pairwise(figures):
        if not comparable(units, heads, number, after):
            continue
        between = text[units[number].end : units[after].start].lower()
        before = text[max(units[number].start - _BEFORE_FIGURE, 0) : units[number].start].lower()
        if _TO.match(between) and _FROM.search(before):
            found[after] = number
        elif _BASELINE.search(between):
            found[number] = after
        elif order := _dated(units, number, after):
            found.setdefault(order[1], order[0])
    return found


def comparable(units: Sequence[Unit], heads: Sequence[int], one: int, other: int) -> bool:
    """Tell whether two figures are levels of the same measure; counts must count the same thing, or one of them nothing."""
    first, second = units[one].value, units[other].value
    if not isinstance(first, Quantity) or not isinstance(second, Quantity):
        return False
    if first.dimension != second.dimension or first.change or second.change:
        return False
    counted = {units[heads[number]].lemma for number in (one, other) if heads[number] != number}
    return first.dimension != "count" or len(counted) < 2


def _dated(units: Sequence[Unit], one: int, other: int) -> tuple[int, int] | None:
    """Return two figures, the earlier first, where a date stands next to each: "261,000 in 2030 and 238,000 in 2029"."""
    dates = [_date_beside(units, number) for number in (one, other)]
    if dates[0] is None or dates[1] is None or dates[0].low == dates[1].low:
        return None
    return (one, other) if dates[0].low < dates[1].low else (other, one)


def _date_beside(units: Sequence[Unit], number: int) -> Date | None:
    for near in (number + 1, number + 2):
        value = units[near].value if near < len(units) else None
        if isinstance(value, Quantity):
            break
        if isinstance(value, Date):
            return value
    return None
