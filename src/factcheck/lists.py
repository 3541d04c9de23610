"""Lists of names, and how many they are: "Mali, Niger and Mauritania", "both ministries"."""

from __future__ import annotations

import re

from factcheck.details import listings
from factcheck.details.measures import Quantity
from factcheck.statement import Statement

_BOTH = re.compile(r"\b(?:both|either|neither)(?: of)?(?: the| their| its)?\b", re.IGNORECASE)
_PAIR = 2.0
_LONGEST = 12.0
_KINDS = frozenset(
    (
        "country",
        "nation",
        "state",
        "neighbour",
        "capital",
        "government",
        "side",
        "party",
        "partner",
        "member",
        "city",
        "town",
        "village",
        "region",
        "county",
        "province",
        "governorate",
        "district",
        "island",
        "company",
        "firm",
        "club",
        "team",
        "person",
        "man",
        "woman",
        "player",
    )
)  # what names can be names of


def list_around(statement: Statement, number: int) -> list[int]:
    """Return the names that a name is listed with, joined by commas and "and"."""
    units = statement.units
    found = [number]
    for step in (-1, 1):
        here = number
        while 0 <= here + step < len(units) and units[here + step].kind == "name":
            first, second = sorted((here, here + step))
            if listings.joint(statement.text[units[first].end : units[second].start]) is None:
                break
            here += step
            found.append(here)
    return sorted(found)


def coordinated(statement: Statement, number: int) -> list[int]:
    """Return the heads of the noun phrases that a unit is listed with by commas, "and" or "or", itself among them.

    A colon before a list makes it that of what it enumerates: "three crops: barley, beans and flax".
    """
    heads = [each for each, head in enumerate(statement.heads) if each == head and statement.units[each].pos == "n"]
    if number not in heads:
        return [number]
    found = [number]
    for step in (-1, 1):
        here = heads.index(number)
        while 0 <= here + step < len(heads) and _are_listed(statement, *sorted((heads[here], heads[here + step]))):
            here += step
            found.append(heads[here])
    return sorted(found)


def _are_listed(statement: Statement, one: int, other: int) -> bool:
    """Tell whether two noun phrases follow each other in a list."""
    units, first = statement.units, other
    while first > one + 1 and statement.heads[first - 1] == other:
        first -= 1
    if first != one + 1:
        return False
    between = statement.text[units[one].end : units[first].start]
    listed = between.strip() == ":" or listings.joint(between) is not None
    return listed and units[one].clause == units[other].clause


def count(said: Statement, number: int, stated: Statement) -> int | None:
    """Return the unit of a wording that a count of the sentence is the number of: a list, or what is said of both; else None."""
    value, head = said.units[number].value, said.units[said.heads[number]]
    if not isinstance(value, Quantity) or value.dimension != "count" or value.comparator != "=":
        return None
    if value.low != value.high or not _PAIR <= value.low <= _LONGEST or head.kind != "word":
        return None
    if value.low == _PAIR and (both := _after_both(stated)) is not None and stated.units[both].lemma == head.lemma:
        return both
    return _listed(said, stated, value.low) if head.lemma in _KINDS else None


def _after_both(stated: Statement) -> int | None:
    """Return the noun of "both ministries"."""
    found = _BOTH.search(stated.text)
    first = next((number for number, unit in enumerate(stated.units) if found and unit.start >= found.end()), None)
    return None if first is None else stated.heads[first]


def _listed(said: Statement, stated: Statement, length: float) -> int | None:
    """Return the first name of a list of that length none of which the sentence names."""
    named = {unit.lemma for unit in said.units if unit.kind == "name"}
    for number, unit in enumerate(stated.units):
        around = list_around(stated, number) if unit.kind == "name" else []
        if len(around) == length and around[0] == number:
            return None if named & {stated.units[each].lemma for each in around} else number
    return None
