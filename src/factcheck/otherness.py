"""Whether clashes tell that a sentence speaks of another thing, occasion or time, so that nothing clashes."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.conflicts import Conflict
from factcheck.statement import Statement
from factcheck.thesaurus import exclusive

_TIMES = frozenset(("season", "weekday", "weekend", "part-of-day", "time-of-day", "day-night", "day-relative"))


def is_of_another(said: Statement, conflicts: Sequence[Conflict]) -> bool:
    """Tell whether name and figure both differ: then the sentence speaks of another one, and nothing clashes."""
    kinds = {conflict.kind for conflict in conflicts}
    actors = {
        conflict.said
        for conflict in conflicts
        if conflict.kind in ("name", "office") and said.units[conflict.said].role == "s"
    }
    others = any(conflict.kind == "name" and said.units[conflict.said].role != "s" for conflict in conflicts) or any(
        conflict.kind in ("date", "sibling") and conflict.said not in actors for conflict in conflicts
    )
    if actors and others:
        return True  # another one at another time, or of another thing
    if any(_is_turned(said, each) for each in conflicts) and any(_is_occasion(said, each) for each in conflicts):
        return True  # who came on Friday left on Saturday, and the south gate is open
    things = any(each.kind in ("sibling", "opposite") and said.units[each.said].pos == "n" for each in conflicts)
    if things and not kinds.isdisjoint(("scope", "negation")):
        return True  # all of them in spring, some of them in winter
    return "quantity" in kinds and ("name" in kinds or "date" in kinds)


def _is_turned(said: Statement, conflict: Conflict) -> bool:
    """Tell whether a clash is between what is said of a thing: "left", "is open"."""
    unit = said.units[conflict.said]
    predicated = unit.pos == "a" and unit.role == "o" and said.frames[unit.clause].verb < 0
    return conflict.kind == "opposite" and (unit.role == "v" or predicated)


def _is_occasion(said: Statement, conflict: Conflict) -> bool:
    """Tell whether a clash is between two times, dates, days or seasons, or between what tells two things of a kind apart."""
    unit = said.units[conflict.said]
    if conflict.kind == "opposite" and unit.role == "s" and said.heads[conflict.said] != conflict.said:
        return True
    named = unit.kind == "word" and unit.pos == "n" and any(set_ in _TIMES for set_, _ in exclusive(unit.lemma))
    return conflict.kind == "date" or named
