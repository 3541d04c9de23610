"""Ties: an act set before or after another one, with or without a span between: "three years after it was founded", "the next day".

tie = [span] ("after" | "before") clause or noun | span "later" | "the" "next" unit or weekday | "the same" unit
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.details.days import WEEKDAYS
from factcheck.details.measures import Quantity, number_of
from factcheck.details.shifts import Shift
from factcheck.draft import Draft
from factcheck.tables import kinds

_WAYS = {"after": 1, "before": -1, "later": 1, "earlier": -1, "afterwards": 1, "afterward": 1}
_NEXT = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "same": 0}
_UNITS = frozenset(("day", "week", "fortnight", "month", "year", "decade", "century"))
_ONE = frozenset(("the", "a", "an", "one", "very"))
_BACK = frozenset(("that", "this", "then", "wards"))  # what points back to the act told before
_STOPS = ",;:.!?)–—"
_EXACT = ("=", "exactly")
_NOMINAL = "NKA$Q"


class Tie(NamedTuple):
    """Unit `act` happened after (`way` 1), before (-1) or in the same unit of time as (0) unit `other`.

    `span` is the unit of the sentence that tells how far apart, or -1; `place` the one that tells the relation, or -1.
    """

    act: int
    other: int
    way: int
    shift: Shift | None = None
    span: int = -1
    place: int = -1


def acts(draft: Draft) -> tuple[int, ...]:
    """Return for each clause the unit of what it tells: its verb, what its subject is said to be, else its subject; -1 for none."""
    found = [-1] * len(draft.clauses)
    for number, unit in enumerate(draft.units):
        if unit.role == "v" and found[unit.clause] < 0:
            found[unit.clause] = number
    for number, unit in enumerate(draft.units):
        if unit.role == "o" and unit.kind == "word" and unit.weight and found[unit.clause] < 0:
            found[unit.clause] = number
    for number, unit in enumerate(draft.units):
        group = draft.clauses[unit.clause].group
        is_ = group is not None and group.copula and unit.first < group.first
        if is_ and unit.role == "s" and unit.kind == "word" and unit.pos == "n" and found[unit.clause] < 0:
            found[unit.clause] = number  # "the wedding was on 4 May"
    return tuple(found)


def find(draft: Draft, told: Sequence[int]) -> list[Tie]:
    """Return the ties of a sentence, given what each of its clauses tells."""
    found = []
    for at, token in enumerate(draft.tokens):
        tie = None
        if token.norm in _WAYS and not _compares(draft, at):
            tie = _beside(draft, told, at, _WAYS[token.norm])
        elif token.norm in _NEXT:
            tie = _next(draft, told, at, _NEXT[token.norm])
        if tie and tie.act >= 0 and tie.other >= 0 and tie.act != tie.other:
            found.append(tie)
    return found


def _compares(draft: Draft, at: int) -> bool:
    """Tell whether a word is one side of a comparison: "later than planned", "60 more than before"."""
    return "than" in [token.norm for token in draft.tokens[max(at - 1, 0) : at + 2]]


def _beside(draft: Draft, told: Sequence[int], at: int, way: int) -> Tie | None:
    """Read "after", "before", "later", "earlier" with the span before it."""
    shift, span, start = _span(draft, at)
    clause = draft.clause_at(at)
    place = draft.owner.get(at, -1)
    if start is None or clause < 0:
        return None
    if _points_back(draft, at):
        return Tie(told[clause], _before(told, clause), way, shift, span, place)
    if draft.tokens[at].norm not in ("after", "before"):
        return None
    group = draft.clauses[clause].group
    if group is not None and group.head > at:
        main = clause - 1 if _has_verb_before(draft, clause, start) else clause + 1
        act = told[main] if 0 <= main < len(told) else -1
        return Tie(act, told[clause], way, shift, span, place)
    return Tie(told[clause], _noun(draft, at), way, shift, span, place)


def _has_verb_before(draft: Draft, clause: int, start: int) -> bool:
    return any(each.group and each.group.head < start for each in draft.clauses[:clause])


def _before(told: Sequence[int], clause: int) -> int:
    """Return what the last clause before one tells."""
    return next((told[number] for number in range(clause - 1, -1, -1) if told[number] >= 0), -1)


def _points_back(draft: Draft, at: int) -> bool:
    """Tell whether nothing follows with which the act is set in time, so that it is the one told before."""
    if at + 1 >= len(draft.tokens) or draft.tokens[at].norm not in ("after", "before"):
        return True
    after = draft.tokens[at + 1]
    stopped = at + 2 >= len(draft.tokens) or draft.tokens[at + 2].text in _STOPS
    return after.text in _STOPS or after.norm == "and" or (after.norm in _BACK and stopped)


def _span(draft: Draft, at: int) -> tuple[Shift | None, int, int | None]:
    """Return the span before a word, its unit, and the token where the phrase begins; None for a span that is too vague."""
    unit = draft.owner.get(at - 1, -1)
    value = draft.units[unit].value if unit >= 0 else None
    if isinstance(value, Quantity) and value.dimension == "time":
        if value.comparator not in _EXACT or value.low != value.high or value.vague or value.rate:
            return None, unit, None
        return Shift(round(number_of(value), 6), value.unit), unit, value.first
    noun = draft.tokens[at - 1].norm if at else ""
    rate = isinstance(value, Quantity)  # "£5 a month afterwards"
    if noun in _UNITS and at > 1 and draft.tokens[at - 2].norm in _ONE and not rate:
        return Shift(1, noun), unit, at - 2
    if noun in ("shortly", "soon", "just", "right", "immediately", "long", "not", "even", "only"):
        return None, -1, at - 1 if noun != "not" else None
    return None, -1, at


def _noun(draft: Draft, at: int) -> int:
    """Return the unit of the noun after a word, as far as it is no name, figure or date."""
    first = next((number for number, unit in enumerate(draft.units) if unit.first > at), -1)
    if first < 0 or any(token.text in _STOPS for token in draft.tokens[at + 1 : draft.units[first].first]):
        return -1
    head = draft.noun_head(first)
    return head if draft.units[head].kind == "word" and draft.units[head].lemma not in kinds("levels") else -1


def _next(draft: Draft, told: Sequence[int], at: int, way: int) -> Tie | None:
    """Read "the next day", "the following Thursday", "the previous year", "the same month"."""
    noun = draft.tokens[at + 1].norm if at + 1 < len(draft.tokens) else ""
    clause = draft.clause_at(at)
    before = draft.tokens[at - 1].norm if at else ""
    opens = before in ("the", "very") or (before == "that" and not way)
    if (
        not opens
        or clause < 1
        or draft.tags[at + 2 : at + 3] in tuple(_NOMINAL)
        or not (noun in _UNITS or noun in WEEKDAYS)
    ):
        return None
    shift = Shift(1, "day", WEEKDAYS[noun]) if noun in WEEKDAYS else Shift(1 if way else 0, noun)
    place = draft.owner.get(at + 1, -1)
    if noun in WEEKDAYS and not way:
        return None
    return Tie(told[clause], _before(told, clause), way, shift, place, draft.owner.get(at, -1))


__all__ = ["Tie", "acts", "find"]
