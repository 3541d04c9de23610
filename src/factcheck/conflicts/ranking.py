"""What is put behind something else: "speed" of "puts safety before speed", which is neither praised nor given up."""

from __future__ import annotations

from factcheck.statement import Statement, Unit

_RANKING = frozenset(("put", "place", "rank", "set", "favour", "prefer", "prioritise"))
_BEHIND = ("before", "above", "over", "ahead of")  # roles of what a verb of ranking puts behind something


def is_put_behind(statement: Statement, unit: Unit) -> bool:
    """Tell whether a word is of what something else is put before."""
    verb = statement.frames[unit.clause].verb
    return unit.role in _BEHIND and verb >= 0 and statement.units[verb].lemma in _RANKING
