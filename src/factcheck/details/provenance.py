"""Which noun a place says where it is or comes from: "a Danish laboratory", "a laboratory in Denmark", "Denmark's laboratory"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from factcheck.details.names import Name
from factcheck.tables import groups

if TYPE_CHECKING:
    from factcheck.statement import Statement

_BEHIND = re.compile(r" (?:in|from|of|based in) (?:the )?")
_OWNER = re.compile(r"['’]s? (?:\w+ )?")


def described(statement: Statement, number: int) -> int:
    """Return the noun that a place describes, or -1."""
    units, unit = statement.units, statement.units[number]
    if not isinstance(unit.value, Name) or unit.value.entity.id[0] != "p":
        return -1
    noun = _noun(statement, number, unit.value.adjective)
    within = noun >= 0 and statement.text[units[noun].end : unit.start].startswith(" in ")
    return -1 if within and units[noun].lemma.rsplit(" ", 1)[-1] not in _settled() else noun


def _noun(statement: Statement, number: int, adjective: bool) -> int:
    units, unit = statement.units, statement.units[number]
    if adjective:
        return statement.heads[number] if statement.heads[number] != number else -1
    after = number + 1
    if after < len(units) and _OWNER.fullmatch(statement.text[unit.end : units[after].start]):
        return statement.heads[after]
    if number and units[number - 1].pos == "n" and units[number - 1].kind == "word":
        gap = statement.text[units[number - 1].end : unit.start]
        return number - 1 if _BEHIND.fullmatch(gap) else -1
    return -1


@cache
def _settled() -> frozenset[str]:
    """Return nouns for those who are somewhere for good: firms, laboratories, customers; an accord in Denmark need not be Danish."""
    titles = groups("titles")
    return titles["organisation"] | titles["place"] | groups("semilight")["n"]
