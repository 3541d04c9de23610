"""Support: one wording says it all, or what it lacks is said by others of the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import alignment
from factcheck.decision import (
    BASE,
    DIRECTIONS,
    HARD,
    LEAST,
    TOLERANCE,
    WEIGHTY,
    Decision,
    Evidence,
    Label,
    is_clear,
    uncovered,
)
from factcheck.entailment import holds
from factcheck.statement import Statement

_PLAIN = (
    "negation",
    "swap",
    "role",
    "rank",
    "office",
)  # kinds of conflict that another wording of the claim cannot outweigh
_REPEATED = 2  # weighty words that a wording must repeat for its clash to outweigh looser wordings
_PIECED = 1  # words of a sentence that other wordings may supply
_BESIDE = 5  # units between two words that a wording joins
_NEAR = 0.45  # the same for a wording that says who acts
_FAR = 0.75  # a wording that covers less of the sentence than the rest of this speaks of something else


def support_found(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision | None:
    """Every weighty word is agreed or entailed by one wording; what it lacks, by others that say it of the same thing."""
    best: Decision | None = None
    if _is_contradicted(said, evidence, part):
        return None
    for item in evidence:
        if item.wrong or not is_clear(item.comparison, part):
            continue
        open_ = uncovered(said.units, item.comparison.cover, part)
        if open_ > BASE or (best and open_ >= best.uncovered) or not holds(said, item.comparison, part):
            continue
        outweighed = any(denies(said, other, part) for other in evidence if other.claim == item.claim)
        if outweighed and not _is_retold(item):
            continue
        missing = [
            number
            for number in part
            if (said.units[number].weight >= WEIGHTY or said.units[number].lemma in DIRECTIONS)
            and item.comparison.cover[number] < LEAST
        ]
        if any(said.units[number].lemma in DIRECTIONS for number in missing):
            continue
        if sum(said.units[number].kind == "word" for number in missing) > _PIECED:
            continue
        helpers = [_bridge(said, item, evidence, part, number) for number in missing]
        if None in helpers:
            continue
        rest = uncovered(said.units, item.comparison.cover, [number for number in part if number not in missing])
        if rest <= TOLERANCE:
            others = tuple(dict.fromkeys(helper.claim for helper in helpers if helper and helper.claim != item.claim))
            best = Decision(Label.SUPPORTED, item, (), max(open_, 0.05 * len(missing)), (), others)
    return best


def _is_contradicted(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> bool:
    """Tell whether a right wording is the part word for word but for what clashes, and none is all of it."""
    right = [item for item in evidence if not item.wrong]
    return any(_repeats_the_rest(said, item, part) for item in right) and not any(
        is_clear(item.comparison, part) and _repeats(said, item, part, part) for item in right
    )


def _repeats_the_rest(said: Statement, item: Evidence, part: Sequence[int]) -> bool:
    clashing = {conflict.said for conflict in item.comparison.conflicts if conflict.kind != "sibling"}
    rest = [number for number in part if number not in clashing]
    weighty = sum(said.units[number].weight >= 1 for number in rest)
    return len(rest) < len(part) and weighty >= _REPEATED and _repeats(said, item, part, rest)


def _repeats(said: Statement, item: Evidence, part: Sequence[int], numbers: Sequence[int]) -> bool:
    """Tell whether a wording has these weighty words as they are."""
    matches = item.comparison.matches
    return all(
        (match := matches[number]) is not None
        and match.level is alignment.Level.SAME
        and item.comparison.cover[number] >= 1
        for number in numbers
        if said.units[number].weight >= 1
    )


def _is_retold(item: Evidence) -> bool:
    """Tell whether a sentence has all that a wording says, so that it is that wording in other words."""
    stated = item.comparison.stated.units
    taken = {match.stated for match in item.comparison.matches if match}
    total = sum(unit.weight for unit in stated)
    return sum(unit.weight for number, unit in enumerate(stated) if number in taken) >= (1 - TOLERANCE) * total


def denies(said: Statement, item: Evidence, part: Sequence[int]) -> bool:
    """Tell whether a right wording has all of the part but for what clashes with it."""
    clashing = {
        conflict.said for conflict in item.comparison.conflicts if conflict.said in part and conflict.kind in _PLAIN
    }
    rest = [number for number in part if number not in clashing]
    return (
        bool(clashing)
        and not item.wrong
        and any(said.units[number].weight >= 1 for number in rest)
        and uncovered(said.units, item.comparison.cover, rest) <= TOLERANCE
    )


def _bridge(
    said: Statement, base: Evidence, evidence: Sequence[Evidence], part: Sequence[int], number: int
) -> Evidence | None:
    """Return another right wording that states a missing unit of the same neighbour as the sentence does.

    A comparison or a superlative is not pieced together.
    """
    if _substitutes(said, base, number) or said.units[number].superlative or said.units[number].comparative:
        return None
    actor = said.units[number].role == "s" and said.units[number].kind in HARD
    near = neighbours(said, base, part, number)
    head = said.heads[number]
    if head != number and head in part and base.comparison.cover[head] >= LEAST:
        near = [head]  # a modifier is of its noun
    frame = said.frames[said.units[number].clause]
    weak = frame.verb < 0 or not said.units[frame.verb].weight
    subjects = [index for index in frame.subject if weak and index in part and said.units[index].kind == "name"]
    for item in evidence:
        comparison = item.comparison
        if any(comparison.cover[index] < LEAST for index in subjects):
            continue  # what a light verb says of its subject must be said of that subject
        match = comparison.matches[number]
        if (
            item.wrong
            or match is None
            or comparison.cover[number] < LEAST
            or not is_clear(comparison, part)
            or not holds(said, comparison, [number])
        ):
            continue
        partner = comparison.stated.units[match.stated]
        unit = said.units[number]
        if unit.kind in HARD and unit.role != partner.role and unit.kind != "date":
            continue
        beside = any(
            comparison.cover[other] >= LEAST
            and (found := comparison.matches[other])
            and found.level >= alignment.Level.NEAR
            and abs(found.stated - match.stated) <= _BESIDE
            for other in near
        )
        if beside and uncovered(said.units, comparison.cover, part) <= (
            _NEAR if actor or said.units[number].role == "v" else _FAR
        ):
            return item
    return None


def _substitutes(said: Statement, base: Evidence, number: int) -> bool:
    """Tell whether the wording has another detail of the same kind that the sentence leaves out: then this one replaces it."""
    unit = said.units[number]
    taken = {match.stated for match in base.comparison.matches if match}
    stated = base.comparison.stated.units
    return unit.kind == "name" and any(
        other.kind == "name"
        and (other.role == unit.role or {other.role, unit.role} == {"s", "o"})
        and index not in taken
        for index, other in enumerate(stated)
    )


def neighbours(said: Statement, base: Evidence, part: Sequence[int], number: int) -> list[int]:
    """Return the covered weighty units next to a unit in its clause, at most one on each side."""
    found = []
    for side in (range(number - 1, -1, -1), range(number + 1, len(said.units))):
        for other in side:
            unit = said.units[other]
            if unit.clause != said.units[number].clause:
                break
            if other in part and unit.weight >= 1 and base.comparison.cover[other] >= LEAST:
                found.append(other)
                break
    return found
