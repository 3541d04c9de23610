"""The new and the old one: "the new hall has more seats than the one it replaces" gives the old one no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.comparison import Comparison
from factcheck.statement import Statement

_OLD = frozenset(("old", "previous", "former", "predecessor", "earlier", "last", "original"))
_NEW = frozenset(("new", "current", "latest", "present", "successor", "replacement", "late"))


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether a part does not have the old one exceed the new one as the wording has the new one exceed the old."""
    ours, theirs = list(_ways(comparison.said)), list(_ways(comparison.stated))
    return not any(
        way == other and age != its_age and comparison.matches[degree] is not None
        for age, way, degree in ours
        if degree in part
        for its_age, other, _ in theirs
    )


def _ways(statement: Statement) -> Iterator[tuple[str, str, int]]:
    """Yield, for each comparison, whether its subject is the new or the old one, which way it goes, and its word of degree."""
    for each in statement.comparatives:
        if each.denied or each.degree < 0:
            continue
        clause = statement.units[each.degree].clause
        subject = list(statement.frames[clause].subject) or list(statement.frames[0].subject)
        words = {statement.units[at].lemma for at in subject}
        words |= {statement.units[at].lemma for at, head in enumerate(statement.heads) if head in subject}
        age = "new" if words & _NEW else "old" if words & _OLD else ""
        if age:
            yield age, each.way, each.degree
