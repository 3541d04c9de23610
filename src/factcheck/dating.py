"""Whether the date of an act is its own in the wording: "a judge from 1985 until her retirement in 2015" has two."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.comparison import Comparison
from factcheck.details.timeline import Event
from factcheck.findings import Relation
from factcheck.statement import Statement

_LIFE = ("born", "die")
_BOUNDS = frozenset(
    ("until", "till", "before", "after", "since", "following")
)  # what leads to an act that bounds another


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether no act of a part has the date that the wording gives of another act."""
    if comparison.reckoned or _is_derived(comparison):
        return True
    return not any(_is_of_another_act(comparison, event) for event in comparison.said.events if event.told_by in part)


def _is_derived(comparison: Comparison) -> bool:
    """Tell whether a figure follows from another and a change: "6,000, a quarter fewer than in 2019"."""
    return any(
        match is not None and unit.kind == "quantity" and match.relation is Relation.ENTAILS
        for unit, match in zip(comparison.said.units, comparison.matches, strict=True)
    )


def _is_of_another_act(comparison: Comparison, event: Event) -> bool:
    match = comparison.matches[event.told_by]
    if match is not None and _is_of_a_life(comparison, event, match.stated):
        return True
    if match is None or match.relation is not Relation.AGREES or event.told_by in comparison.reckoned:
        return False
    act = comparison.matches[event.act] if event.act >= 0 else None
    if act is None:
        return _dates_a_bound(comparison, match.stated)
    own = next((other.told_by for other in comparison.stated.events if other.act == act.stated), -1)
    own = own if own >= 0 else _date_behind(comparison.stated, act.stated)
    return own != match.stated if own >= 0 else _is_past_brackets(comparison.stated, act.stated, match.stated)


def _is_of_a_life(comparison: Comparison, event: Event, date: int) -> bool:
    """Tell whether a date is that of a birth or a death, and the sentence dates something else by it."""
    stated = comparison.stated
    acts = [each.act for each in stated.events if each.told_by == date and each.reckoned and each.act >= 0]
    lives = [act for act in acts if stated.units[act].lemma in _LIFE]
    own = comparison.matches[event.act] if event.act >= 0 else None
    return bool(lives) and (own is None or own.stated not in lives)


def _is_past_brackets(stated: Statement, number: int, date: int) -> bool:
    """Tell whether a date stands behind the brackets that an act stands in: "(born Anna Berg) married in 1934"."""
    between = stated.text[stated.units[number].end : stated.units[date].start]
    return ")" in between and "(" not in between


def _date_behind(stated: Statement, number: int) -> int:
    """Return the date right behind a noun for an act, or -1: "her retirement in 2015"."""
    after = number + 1
    dated = after < len(stated.units) and stated.units[after].kind == "date" and stated.units[number].pos == "n"
    return after if dated and stated.units[after].clause == stated.units[number].clause else -1


def _dates_a_bound(comparison: Comparison, date: int) -> bool:
    """Tell whether a date stands behind an act that only bounds what the wording tells, and that the sentence lacks."""
    stated, before = comparison.stated, date - 1
    taken = {match.stated for match in comparison.matches if match}
    return before >= 0 and stated.units[before].role in _BOUNDS and before not in taken
