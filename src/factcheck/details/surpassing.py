"""Verbs that compare: "sales exceeded costs", "the jump beat the club record", "the harvest fell short of the target"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.details.comparatives import Comparative
from factcheck.draft import Draft
from factcheck.tables import kinds

_MARKS = frozenset(("record", "target", "forecast", "best", "estimate", "expectation", "limit", "goal", "average"))


def surpasses(lemma: str) -> bool:
    """Tell whether a verb sets its subject above or below its object."""
    return lemma in kinds("surpassing")


def outdoes(lemma: str) -> bool:
    """Tell whether a verb always compares: who outnumbers others, not who passes or beats them."""
    return kinds("surpassing").get(lemma, "") in ("up", "down")


def find(draft: Draft) -> Iterator[Comparative]:
    """Yield a comparison for each such verb that has a subject and an object, in the active."""
    for number, unit in enumerate(draft.units):
        way = kinds("surpassing").get(unit.lemma, "") if unit.role == "v" else ""
        group = draft.clauses[unit.clause].group
        if not way or (group and group.passive):
            continue
        own = [n for n, other in enumerate(draft.units) if other.clause == unit.clause and other.pos == "n"]
        comparee = tuple(
            n for n in own if n < number and draft.units[n].role == "s" and draft.units[n].kind != "quantity"
        )
        standard = tuple(
            n for n in own if n > number and draft.units[n].role == "o" and draft.units[n].kind != "quantity"
        )
        marked = any(draft.units[n].lemma in _MARKS for n in standard)
        if comparee and standard and (marked or not way.startswith("record-")):
            yield Comparative(way.removeprefix("record-"), comparee, standard, number)
