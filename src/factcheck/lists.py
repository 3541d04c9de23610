"""Lists of names, and how many they are: "Mali, Niger and Mauritania", "both ministries"."""

from __future__ import annotations

import re

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
            if statement.text[units[first].end : units[second].start].strip(" ,").lower() not in (
                "",
                "and",
                "or",
                "and the",
                "the",
            ):
                break
            here += step
            found.append(here)
    return sorted(found)


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
