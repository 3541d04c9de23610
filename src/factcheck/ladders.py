"""Comparisons of more than two: "longer than the Vire and shorter than the Seule" has the Orne in the middle.

What stands behind both "than" is compared with the subject, not with each other; one is more than the other where the subject is between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.comparison import Comparison
from factcheck.details.comparatives import Comparative
from factcheck.statement import Statement

Rung = frozenset[int]
_UP, _DOWN = "up", "down"
_ALIKE = ("date", "name", "word")  # kinds of units, from the most telling to the least, that stand on a ladder


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether each comparison of a part follows from those of a wording that compares one thing with several."""
    steps = list(_steps(comparison.stated))
    if len(steps) < 2:
        return True
    return not any(
        _is_astray(comparison, each, steps)
        for each in comparison.said.comparatives
        if each.standard and each.way in (_UP, _DOWN) and not each.earlier and each.degree in part
    )


def _steps(stated: Statement) -> Iterator[tuple[Rung, Rung]]:
    """Yield what is more and what is less, for each comparison of one subject with another thing."""
    known = [each for each in stated.comparatives if each.standard and each.way in (_UP, _DOWN) and not each.earlier]
    first = next(iter(known), None)
    for each in known:
        assert first is not None
        if not set(first.comparee) <= set(each.comparee) or each.denied:
            continue
        subject, standard = frozenset(first.comparee), frozenset(_with_others(stated, each))
        yield (subject, standard) if each.way == _UP else (standard, subject)


def _with_others(stated: Statement, each: Comparative) -> Iterator[int]:
    """Yield what a comparison is with, and what is joined to it: "than in March or February"."""
    yield from each.standard
    for number in range(max(each.standard) + 1, len(stated.units)):
        between = stated.text[stated.units[number - 1].end : stated.units[number].start].split()
        if stated.units[number].kind != stated.units[each.standard[-1]].kind or not {"or", "and"} & {*between}:
            return
        yield number


def _is_astray(comparison: Comparison, each: Comparative, steps: Sequence[tuple[Rung, Rung]]) -> bool:
    """Tell whether both sides of a comparison stand on the ladder of the wording, and the one not above the other."""
    first = next(other for other in comparison.said.comparatives if other.standard)
    subject = first.comparee if set(first.comparee) <= set(each.comparee) else each.comparee
    one, other = _rung(comparison, subject, steps), _rung(comparison, each.standard, steps)
    if one is None or other is None:
        return False
    upper, lower = (one, other) if each.way == _UP else (other, one)
    reached, grown = {upper}, True
    while grown:
        further = {low for high, low in steps if high in reached} - reached
        reached, grown = reached | further, bool(further)
    return lower not in reached or upper == lower


def _rung(comparison: Comparison, side: Sequence[int], steps: Sequence[tuple[Rung, Rung]]) -> Rung | None:
    """Return the rung on which one side of a comparison stands in the wording."""
    rungs = [rung for step in steps for rung in step]
    subject = next((rung for rung in rungs if rungs.count(rung) > 1), rungs[0])
    taken = {match.stated for number in side if (match := comparison.matches[number])}
    told = [rung for rung in rungs if rung & taken and rung != subject]
    return told[0] if told else subject if subject & taken else None
