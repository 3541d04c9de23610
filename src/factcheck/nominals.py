"""Acts that are told by a noun with who does them and to what: "the purchase of the mill by Ferro", "Ferro's purchase of the mill"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.details import possessives
from factcheck.statement import Statement

_OF = re.compile(r"\s+of\b", re.IGNORECASE)
_BY = "by"
_BREAK = re.compile(r"[,;:()]")


class Nominal(NamedTuple):
    """A noun for an act, with the units of who does it and of what it is done to."""

    act: int
    doer: int
    thing: int


def find(statement: Statement) -> Iterator[Nominal]:
    """Yield the nouns for acts that have both who does them and to what."""
    for number, unit in enumerate(statement.units):
        if unit.kind != "word" or unit.pos != "n" or unit.role == "v":
            continue
        thing = _behind(statement, number)
        if thing < 0:
            continue
        doer = _owner(statement, number)
        doer = doer if doer >= 0 else _agent(statement, thing)
        if doer >= 0:
            yield Nominal(number, doer, thing)


def _behind(statement: Statement, number: int) -> int:
    """Return the head of the noun phrase right behind "of", or -1."""
    units, text = statement.units, statement.text
    if number + 1 >= len(units) or not _OF.match(text, units[number].end):
        return -1
    return _head(statement, number + 1)


def _head(statement: Statement, number: int) -> int:
    """Return the noun that a phrase beginning with a unit is about: what its words describe, and not whose it is."""
    units = statement.units
    while number + 1 < len(units) and (
        statement.heads[number] > number
        or possessives.owns(statement.text, units[number].end)
        or units[number].pos == "a"
    ):
        number = max(statement.heads[number], number + 1)
    return number if units[number].pos == "n" else -1


def _owner(statement: Statement, number: int) -> int:
    """Return whose an act is by a possessive before it, or -1."""
    at = number
    while at and statement.heads[at - 1] == number:
        at -= 1
    return at - 1 if at and possessives.owns(statement.text, statement.units[at - 1].end) else -1


def _agent(statement: Statement, thing: int) -> int:
    """Return who does an act by the first "by" behind what it is done to, or -1."""
    units = statement.units
    for at in range(thing + 1, len(units)):
        between = statement.text[units[thing].end : units[at].start]
        if units[at].role == "v" or _BREAK.search(between):
            return -1
        if re.search(r"\bby\s", between, re.IGNORECASE):
            return _head(statement, at)
    return -1
