"""Whether what a clause says of its subject is said of that subject, and with its verb, in the wording too."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import binding, reach
from factcheck.comparison import Comparison
from factcheck.decision import WEIGHTY
from factcheck.statement import Statement


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether what a clause says of its subject is said of that subject in the wording too."""
    for number, frame in enumerate(comparison.said.frames):
        if not _together(comparison, part, number):
            return False
        subjects = [
            match.stated
            for index in frame.subject
            if index in part and comparison.said.units[index].kind == "name" and (match := comparison.matches[index])
        ]
        rest = [
            match.stated
            for index in part
            if comparison.said.units[index].clause == number
            and index not in frame.subject
            and index not in comparison.causes.told | comparison.causes.bound
            and comparison.said.units[index].weight >= WEIGHTY
            and (match := comparison.matches[index])
            and not any(match.stated <= each.opening for each in comparison.stated.portions)  # "of the 60 seats, …"
        ]
        if not subjects or not rest or binding.are_bound(comparison, frame, subjects, rest):
            continue
        if not _are_of(comparison, subjects, rest):
            return False
    return True


def _are_of(comparison: Comparison, subjects: Sequence[int], rest: Sequence[int]) -> bool:
    """Tell whether the clauses that say the rest name one of the subjects, and so does that of each figure.

    Where figures are reckoned they come from several clauses.
    """
    stated = comparison.stated
    names = {stated.units[subject].lemma for subject in subjects}
    named = set().union(*(_named(stated, home) for home in {stated.units[number].clause for number in rest}))
    if names.isdisjoint(named):
        return False
    figures = [number for number in rest if stated.units[number].kind == "quantity" and not comparison.reckoned]
    return not any(all(names.isdisjoint(_named(stated, home)) for home in _homes(stated, number)) for number in figures)


def _homes(stated: Statement, figure: int) -> list[int]:
    """Return the clause of a figure and those of which what it counts is a party: "the 40 doctors who came were sent by Chad"."""
    counted = stated.heads[figure]
    parties = enumerate((*frame.subject, *frame.object) for frame in stated.frames)
    return [stated.units[figure].clause, *(number for number, party in parties if counted in party)]


def _named(stated: Statement, clause: int) -> set[str]:
    """Return the words and names of a clause, with the subject and object that it shares with another."""
    shared = {stated.units[index].lemma for index in reach.parties(stated, clause)}
    return shared | {unit.lemma for unit in stated.units if unit.clause == clause}


def _together(comparison: Comparison, part: Sequence[int], number: int) -> bool:
    """Tell whether what a clause says by its verb is said of the same things in the clause that has that verb."""
    frame = comparison.said.frames[number]
    match = comparison.matches[frame.verb] if frame.verb in part and frame.verb >= 0 else None
    told = frame.verb >= 0 and comparison.said.units[frame.verb]
    if match is None or not told or (told.weight < WEIGHTY and not binding.tells_phase(comparison.said, number)):
        return True
    stated = comparison.stated
    home = stated.units[match.stated].clause
    near = {stated.units[index].lemma for index in reach.of_clause(stated, home)}
    others = [
        found.stated
        for index in part
        if index != frame.verb
        and index not in comparison.reckoned | comparison.causes.bound
        and comparison.said.units[index].clause == number
        and comparison.said.units[index].weight >= 1
        and (found := comparison.matches[index])
    ]
    far = [other for other in others if stated.units[other].lemma not in near]
    elsewhere = () if stated.portions else far  # "nine of the hops are imported, the rest are grown in Kent"
    return 2 * len(far) <= len(others) and not any(_is_of_another_act(stated, other, home) for other in elsewhere)


def _is_of_another_act(stated: Statement, number: int, home: int) -> bool:
    """Tell whether a unit is who acts or what is acted on in another clause with a verb of its own."""
    unit, frame = stated.units[number], stated.frames[stated.units[number].clause]
    inside = unit.kind == "name" and 0 < frame.opener <= unit.start  # "in Brell, which borders on Kirn, yields rose"
    own = frame.verb >= 0 and stated.units[frame.verb].weight >= 1
    return unit.clause != home and own and (unit.role in ("s", "o") or inside)
