"""Lists of common nouns, and how many of a kind they are: "a harp, a lute and a drum" are three instruments."""

from __future__ import annotations

from functools import cache

from factcheck import lemmas, words
from factcheck.alignment import Level, Match
from factcheck.details.measures import Quantity
from factcheck.findings import Relation
from factcheck.statement import Statement
from factcheck.tables import rows

_KINDS_OF = frozenset(("kind", "type", "sort", "variety", "species", "form"))
_SHORTEST, _LONGEST = 2, 12


@cache
def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for names, members in rows("kinds"):
        for name in names.split(", "):
            found[name] = found.get(name, frozenset()) | frozenset(members.split(", "))
    return found


def count(said: Statement, number: int, stated: Statement) -> tuple[int, int] | None:
    """Return how many of the kind that a figure counts the only list of a wording has, with its first unit; else None."""
    value = said.units[number].value
    if not isinstance(value, Quantity) or value.dimension != "count" or value.comparator not in ("=", "exactly"):
        return None
    if not _SHORTEST <= value.low == value.high <= _LONGEST:
        return None
    kind = _kind_counted(said, number)
    found = [each for each in stated.lists if _are(stated, each, kind)] if kind else []
    named = {unit.lemma for unit in said.units}
    if len(found) != 1 or named & {stated.units[head].lemma for head in found[0]} - {kind}:
        return None
    return len(found[0]), found[0][0]


def borne(said: Statement, stated: Statement) -> dict[int, Match]:
    """Return the figures of a sentence that count the list of a wording right, with what they count."""
    found: dict[int, Match] = {}
    for number, unit in enumerate(said.units if stated.lists else ()):
        listed = count(said, number, stated) if unit.kind == "quantity" else None
        if listed and isinstance(unit.value, Quantity) and listed[0] == unit.value.low:
            counted = range(number, said.heads[number] + 1)
            found |= dict.fromkeys(counted, Match(listed[1], Level.FAMILY, Relation.ENTAILS))
    return found


def _kind_counted(said: Statement, number: int) -> str:
    """Return the kind that a figure counts, "instrument" also of "three kinds of instrument", or ""."""
    head = said.heads[number]
    if said.units[head].lemma in _KINDS_OF and head + 1 < len(said.units):
        head = said.heads[head + 1]
    return said.units[head].lemma if head != number and said.units[head].kind == "word" else ""


def _are(stated: Statement, heads: tuple[int, ...], kind: str) -> bool:
    """Tell whether all of a list are of a kind, or each says what sort of it: "tomato, lentil and pea soups"."""
    last = heads[-1]
    if stated.units[last].lemma == kind and last > heads[-2] + 1:
        return all(stated.units[head].pos == "n" for head in heads)
    return all(_is_a(stated, head, kind) for head in heads)


def _is_a(stated: Statement, head: int, kind: str) -> bool:
    unit = stated.units[head]
    word = stated.text[unit.start : unit.end].lower()
    if {word, unit.lemma, lemmas.lemma(word, "n")} & _kinds().get(kind, frozenset()):
        return True
    above = words.sense(lemmas.lemma(word, "n"), "n").hypernyms
    return unit.kind == "word" and bool(above & words.sense(kind, "n").synsets)
