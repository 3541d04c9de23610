"""Relations: who leads, coaches, owns or wrote what, whether a verb or a noun says so.

"The opposition is led by Lund", "opposition leader Lund" and "Lund, the leader of the opposition" are one relation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck import lemmas
from factcheck.details import offices
from factcheck.tables import groups, rows

if TYPE_CHECKING:
    from factcheck.statement import Frame, Unit


class Relation(NamedTuple):
    """What a holder is to a body, as rows of the table; `place` is the unit that tells it, `within` a body that it tells too."""

    rows: frozenset[int]
    place: int
    holder: int
    body: int = -1
    within: str = ""
    rank: str = ""  # "deputy", "former"


@cache
def _table(column: int) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, row in enumerate(rows("agents")):
        for word in row[column].split(", "):
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def find(text: str, units: Sequence[Unit], frames: Sequence[Frame], heads: Sequence[int]) -> tuple[Relation, ...]:
    """Return the relations that a sentence gives a holder and a body for."""
    return (*_of_verbs(units, frames, heads), *_of_nouns(text, units, frames))


def _of_verbs(units: Sequence[Unit], frames: Sequence[Frame], heads: Sequence[int]) -> Iterator[Relation]:
    for frame in frames:
        known = _rows_of_verb(units[frame.verb].lemma) if frame.verb >= 0 and not frame.denied else frozenset()
        holders = [number for number in frame.subject if offices.is_person(units[number])]
        bodies = [number for number in frame.object if units[number].pos == "n" and heads[number] == number]
        if known and not frame.modal and len(holders) == 1 and bodies:
            yield Relation(known, frame.verb, holders[0], bodies[0])


def _rows_of_verb(lemma: str) -> frozenset[int]:
    first, _, last = lemma.partition(" ")
    bare = lemmas.lemma(first, "v") if last in ("by", "") else lemma
    return _table(0).get(bare, frozenset())


def rows_of_noun(lemma: str) -> frozenset[int]:
    """Return the relations that a noun for who does something tells."""
    return _table(1).get(lemma, frozenset())


def _of_nouns(text: str, units: Sequence[Unit], frames: Sequence[Frame]) -> Iterator[Relation]:
    for number, unit in enumerate(units):
        within, _, noun = unit.lemma.rpartition(" ")
        known = _table(1).get(noun) if unit.kind == "word" and unit.pos == "n" else None
        if not known or offices.is_one_of_many(text, unit):
            continue
        body = _body(text, units, number)
        named = body if body >= 0 and units[body].kind == "name" else -1
        for holder in offices.holders_of(text, units, frames, number, named):
            if (body >= 0 or within) and holder != body:
                ranked = within in groups("titles")["rank"]  # "deputy head" may be one phrase
                rank = within if ranked else offices.rank_of(text, unit)
                yield Relation(known, number, holder, body, "" if ranked else within, rank)


def _body(text: str, units: Sequence[Unit], number: int) -> int:
    """Return what a noun for who does it is of: "the author of the novel", "the novel's author", "Harriers coach"."""
    after, before = number + 1, number - 1
    if (
        after < len(units)
        and units[after].pos == "n"
        and offices.OF.match(text[units[number].end : units[after].start])
    ):
        return after
    if before >= 0 and units[before].pos == "n":
        gap = text[units[before].end : units[number].start]
        return before if gap == " " or offices.POSSESSIVE.match(gap) else -1
    return -1
