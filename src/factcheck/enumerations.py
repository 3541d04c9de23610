"""Lists of common nouns, and how many of a kind they are: "a harp, a lute and a drum" are three instruments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck import lemmas, words
from factcheck.details.measures import Quantity
from factcheck.statement import Statement
from factcheck.tables import rows

_JOINT = re.compile(r"^\s*,?\s*(?:(and|or|as well as|plus)\s+)?(?:(?:an?|the|one|its|their|some|in|by|for)\s+)?$", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:[,;]|\b(?:and|or|such as|including|include|includes|among them|like|for example|especially|with))\s*(?:(?:an?|the)\s+)?$", re.IGNORECASE)
_MORE = re.compile(r"^\s*,?\s*(?:and|or|as well as|among|etc)\b", re.IGNORECASE)
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
    found = [each for each in _lists(stated) if _are(stated, each, kind)] if kind else []
    named = {unit.lemma for unit in said.units}
    if len(found) != 1 or named & {stated.units[head].lemma for head in found[0]} - {kind}:
        return None
    return len(found[0]), found[0][0]


def _kind_counted(said: Statement, number: int) -> str:
    """Return the kind that a figure counts, "instrument" also of "three kinds of instrument", or ""."""
    head = said.heads[number]
    if said.units[head].lemma in _KINDS_OF and head + 1 < len(said.units):
        head = said.heads[head + 1]
    return said.units[head].lemma if head != number and said.units[head].kind == "word" else ""


def _lists(stated: Statement) -> Iterator[tuple[int, ...]]:
    """Yield the heads of each complete list of nouns, the last joined by "and"."""
    starts = [number for number in range(len(stated.units)) if _is_member(stated, stated.heads[number])]
    taken = -1
    for number in starts:
        if number <= taken or _GOES_ON.search(stated.text[: stated.units[number].start]):
            continue
        heads, joints = [stated.heads[number]], []
        while (joint := _joint(stated, heads[-1])) is not None:
            joints.append(joint)
            heads.append(stated.heads[heads[-1] + 1])
        taken = heads[-1]
        complete = joints and joints[-1] and not any(joints[:-1])
        if complete and not _MORE.match(stated.text[stated.units[heads[-1]].end :]):
            yield tuple(heads)


def _joint(stated: Statement, head: int) -> str | None:
    """Return the conjunction between a noun and the next noun of a list, "" for a comma, None where the list ends."""
    after = head + 1
    if after >= len(stated.units) or not _is_member(stated, stated.heads[after]):
        return None
    between = stated.text[stated.units[head].end : stated.units[after].start]
    found = _JOINT.match(between)
    return (found[1] or "") if found and between.strip() and ("," in between or found[1]) else None


def _is_member(stated: Statement, number: int) -> bool:
    unit = stated.units[number]
    gerund = unit.pos == "v" and stated.text[unit.start : unit.end].endswith("ing")
    return unit.kind == "name" or (unit.kind == "word" and (unit.pos == "n" or gerund))


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
