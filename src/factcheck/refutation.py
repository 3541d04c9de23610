"""Refutation: a conflict with a claim that the sentence is about."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import excuses
from factcheck.alignment import WEAK, Level
from factcheck.comparison import Comparison
from factcheck.conflicts import Conflict
from factcheck.conflicts.figures import holders_of
from factcheck.conflicts.polarity import denies_in
from factcheck.decision import (
    BASE,
    HARD,
    LEAST,
    TOLERANCE,
    WEIGHTY,
    Decision,
    Evidence,
    Label,
    cover_by_claim,
    is_clear,
    uncovered,
)
from factcheck.details.names import Name
from factcheck.otherness import is_of_another
from factcheck.statement import Statement, Unit
from factcheck.supply import neighbours

ABOUT = 0.34  # share of the rest of a sentence that may be uncovered for a conflict to count
SIBLING = 0.15  # the share where all that clashes is another thing of the same kind
_WORSE = 0.2  # share by which another wording may have less of a sentence and still excuse a name that clashes
_FACTS = ("negation", "denial", "quantity", "date", "opposite", "swap")
_CORE = ("s", "o", "v")  # roles of what a sentence is about; a noun behind a preposition may tell when or where
_MODIFYING = ("", "'s", "’s", "'", "’")  # what stands between a modifier and its noun
_RELATIONAL = (
    "order",
    "role",
    "scope",
    "attribution",
    "office",
    "status",
)  # conflicts between units that may each be stated for themselves


def conflict_found(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision | None:
    """The part is about a claim, all but the conflicting detail agrees, and the detail conflicts."""
    best: Decision | None = None
    unions = cover_by_claim(said, evidence)
    for item in evidence:
        if item.wrong:
            continue
        union = unions[item.claim]
        conflicts = tuple(
            conflict
            for conflict in item.comparison.conflicts
            if conflict.said in part
            and (
                conflict.kind in _RELATIONAL
                or not _is_told_otherwise(said, item, evidence, part, conflict)
                or _denies_outright(said, item, evidence, part, conflict)
            )
            and not (conflict.kind == "quantity" and _of_something_else(said, union, conflict.said))
            and not (conflict.kind == "name" and _stated_elsewhere(said, item, evidence, part, conflict.said))
            and not excuses.is_of_the_meantime(said, item, conflict)
            and not excuses.was_to_be(said, item, conflict)
            and not excuses.are_other_parts(said, item, conflict)
        )
        if not conflicts or is_of_another(said, conflicts) or (said.conditional and _on_facts(conflicts)):
            continue
        figures = [conflict for conflict in conflicts if conflict.kind == "quantity"]
        if figures and (
            excuses.is_of_another_time(said, item, part)
            or any(excuses.is_dated_apart(said, item, each) or excuses.is_ahead(said, item, each) for each in figures)
        ):
            continue
        if any(conflict.kind in ("negation", "denial") for conflict in conflicts) and _denies_another(
            said, item, union, conflicts
        ):
            continue
        clashing = {conflict.said for conflict in conflicts}
        rest = [number for number in part if number not in clashing]
        open_ = uncovered(said.units, union, rest) if any(said.units[number].weight for number in rest) else 1.0
        near = SIBLING if all(conflict.kind == "sibling" for conflict in conflicts) else ABOUT
        if (
            open_ <= min(near, _clear(said, evidence, part, clashing))
            and _speaks_of_it(said, item, rest, conflicts)
            and not any(_is_done_by_another(said, item, conflict) for conflict in conflicts)
            and _same_subject(said, evidence, rest, union)
            and (best is None or open_ < best.uncovered)
        ):
            best = Decision(Label.REFUTED, item, conflicts, open_)
    return best


def _is_told_otherwise(
    said: Statement, item: Evidence, evidence: Sequence[Evidence], part: Sequence[int], conflict: Conflict
) -> bool:
    """Tell whether another wording of the claim has what clashes, and has it as the sentence does."""
    rest = [number for number in part if number != conflict.said]
    most = uncovered(said.units, item.comparison.cover, rest) + (_WORSE if conflict.kind == "name" else 1.0)
    return any(
        other.claim == item.claim
        and not other.wrong
        and other.comparison.cover[conflict.said] >= LEAST
        and (conflict.kind != "negation" or _agrees(other.comparison, conflict.said))
        and uncovered(said.units, other.comparison.cover, rest) <= most
        for other in evidence
    )


def _speaks_of_it(said: Statement, item: Evidence, rest: Sequence[int], conflicts: Sequence[Conflict]) -> bool:
    """Tell whether a wording that clashes has itself most of what else a sentence says, or the act of which the clash is told."""
    if uncovered(said.units, item.comparison.cover, rest) < BASE:
        return True
    return any(_has_the_act(said, item.comparison, conflict) for conflict in conflicts)


def _is_done_by_another(said: Statement, item: Evidence, conflict: Conflict) -> bool:
    """Tell whether a clash is in an act that a wording tells of somebody else, while it has nothing of who acts in the sentence."""
    comparison, frame = item.comparison, said.frames[said.units[conflict.said].clause]
    act = comparison.matches[frame.verb] if frame.verb >= 0 else None
    theirs = next((other for other in comparison.stated.frames if act and other.verb == act.stated), None)
    if theirs is None or conflict.said in frame.subject or any(comparison.matches[at] for at in frame.subject):
        return False
    taken = {match.stated for match in comparison.matches if match}
    stated = comparison.stated
    others = [at for at in theirs.subject if stated.units[at].weight >= WEIGHTY]
    if any(_is_named(stated.units[at]) for at in others):
        return False  # "the company" may be the one that is named
    return bool(frame.subject) and bool(others) and taken.isdisjoint(others)


def _is_named(unit: Unit) -> bool:
    return isinstance(unit.value, Name) and not unit.value.adjective


def _has_the_act(said: Statement, comparison: Comparison, conflict: Conflict) -> bool:
    """Tell whether a wording has the verb of the clause in which it clashes, as a verb."""
    verb = said.frames[said.units[conflict.said].clause].verb
    match = comparison.matches[verb] if verb >= 0 and verb != conflict.said else None
    acts = match is not None and match.level >= Level.NEAR and comparison.stated.units[match.stated].role == "v"
    return acts and said.units[verb].weight >= 1 and comparison.cover[verb] >= LEAST


def _denies_outright(
    said: Statement, item: Evidence, evidence: Sequence[Evidence], part: Sequence[int], conflict: Conflict
) -> bool:
    """Tell whether a wording states all that the part has and denies, whatever a looser wording has of it."""
    rest = [number for number in part if number != conflict.said]
    if conflict.kind != "negation" or uncovered(said.units, item.comparison.cover, rest) > TOLERANCE:
        return False
    told = any(said.units[number].weight >= WEIGHTY for number in rest)
    return told and not any(
        other.claim == item.claim
        and not other.wrong
        and _agrees(other.comparison, conflict.said)
        and uncovered(said.units, other.comparison.cover, rest) <= TOLERANCE
        for other in evidence
    )


def _agrees(comparison: Comparison, number: int) -> bool:
    """Tell whether a wording has a unit and denies it where the sentence does, or states it where the sentence does."""
    match = comparison.matches[number]
    if match is None or comparison.cover[number] < LEAST:
        return False
    said, stated = comparison.said, comparison.stated
    unit, partner = said.units[number], stated.units[match.stated]
    cancelled = any(each is not None and each.cancelled for each in comparison.matches)
    taken = {each.stated for each in comparison.matches if each is not None}
    denied = unit.negated or said.frames[unit.clause].denied
    return cancelled or unit.negated == partner.negated or denied == denies_in(stated, partner.clause, taken)


def _clear(said: Statement, evidence: Sequence[Evidence], part: Sequence[int], clashing: set[int]) -> float:
    """Return the share left uncovered by the best wording that has what clashes elsewhere, and has it without a clash."""
    return min(
        (
            uncovered(said.units, item.comparison.cover, part)
            for item in evidence
            if not item.wrong
            and is_clear(item.comparison, part)
            and any(item.comparison.cover[number] >= LEAST for number in clashing)
        ),
        default=1.0,
    )


def _of_something_else(said: Statement, union: Sequence[float], number: int) -> bool:
    """Tell whether a figure is of something that the claim does not speak of: "debts of 90 million"."""
    return any(
        said.units[holder].kind == "word"
        and said.units[holder].pos == "n"
        and said.units[holder].weight >= 1
        and union[holder] <= WEAK[Level.SCENE]
        for holder in holders_of(said, number)
    )


def _stated_elsewhere(
    said: Statement, item: Evidence, evidence: Sequence[Evidence], part: Sequence[int], number: int
) -> bool:
    """Tell whether another wording that fits the sentence has the name beside the same neighbour."""
    near = neighbours(said, item, part, number)
    rest = [index for index in part if index != number]
    most = uncovered(said.units, item.comparison.cover, rest) + _WORSE
    return any(
        not other.wrong
        and other.comparison.cover[number]
        and uncovered(said.units, other.comparison.cover, rest) <= most
        and is_clear(other.comparison, part)
        and any(other.comparison.cover[index] >= LEAST for index in near)
        for other in evidence
    )


def _on_facts(conflicts: Sequence[Conflict]) -> bool:
    """Tell whether all conflicts are with what is so, which says nothing of what would be."""
    return all(conflict.kind in _FACTS for conflict in conflicts)


def _denies_another(said: Statement, item: Evidence, union: Sequence[float], conflicts: Sequence[Conflict]) -> bool:
    """Tell whether a denial is of what the wording does not give: "not signed in Tunis" denies Tunis, "no red bus" red ones."""
    denied = [conflict.said for conflict in conflicts if conflict.kind in ("negation", "denial")]
    clauses = {said.units[number].clause for number in denied}
    return any(
        unit.clause in clauses
        and unit.weight
        and (
            _is_another(unit, item.comparison, number)
            or (
                (number > min(denied) or said.heads[number] in denied)
                and _is_narrower(said, item.comparison, union, number)
            )
        )
        for number, unit in enumerate(said.units)
        if unit.role not in ("s", "v")
    )


def _is_another(unit: Unit, comparison: Comparison, number: int) -> bool:
    """Tell whether a wording lacks a name or figure, or has only something near what is acted on."""
    if unit.kind in HARD:
        return not comparison.cover[number]
    match = comparison.matches[number]
    acted = unit.kind == "word" and unit.pos == "n" and unit.role == "o" and unit.weight >= 1
    return acted and not unit.negated and match is not None and match.level is Level.SCENE


def _is_narrower(said: Statement, comparison: Comparison, union: Sequence[float], number: int) -> bool:
    """Tell whether a word that no wording of a claim has makes a denial one of less: not a red bus, not from berries."""
    unit, match = said.units[number], comparison.matches[number]
    denied = said.frames[unit.clause].denied and unit.kind == "word" and unit.pos in "na"
    lacking = union[number] < LEAST and (match is None or match.level is Level.SCENE)
    return denied and unit.weight >= 1 and lacking


def _same_subject(said: Statement, evidence: Sequence[Evidence], rest: Sequence[int], union: Sequence[float]) -> bool:
    """Tell whether the names of the sentence, and who acts in it, are those of the claim."""
    first = next(
        (
            number
            for number in rest
            if said.units[number].pos == "n"
            and said.units[number].kind == "word"
            and said.units[number].role in _CORE
            and _is_head(said, number)
        ),
        None,
    )
    if first is not None and said.units[first].weight >= 1 and not union[first]:
        return False
    for number in rest:
        unit = said.units[number]
        if (
            unit.kind in ("name", "date")
            and not union[number]
            and not (unit.kind == "date" and _dated_elsewhere(said, evidence, number))
        ):
            return False
        if (
            unit.role == "s"
            and unit.pos == "n"
            and unit.weight >= WEIGHTY
            and unit.kind == "word"
            and not union[number]
            and _is_head(said, number)
        ):
            return False
    return True


def _dated_elsewhere(said: Statement, evidence: Sequence[Evidence], number: int) -> bool:
    """Tell whether a wording of another claim gives the date for most of what the sentence says."""
    everything = range(len(said.units))
    return any(
        not item.wrong
        and item.comparison.cover[number]
        and uncovered(said.units, item.comparison.cover, everything) <= BASE / 2
        for item in evidence
    )


def _is_head(said: Statement, number: int) -> bool:
    """Tell whether a unit is the last of its noun phrase."""
    units = said.units
    if number + 1 >= len(units):
        return True
    between = said.text[units[number].end : units[number + 1].start].strip()
    return between not in _MODIFYING or units[number + 1].pos != "n"
