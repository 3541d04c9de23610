"""Support: one wording says it all, or what it lacks is said by others of the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import alignment, supply
from factcheck.decision import (
    BASE,
    DIRECTIONS,
    LEAST,
    TOLERANCE,
    WEIGHTY,
    Decision,
    Evidence,
    Label,
    is_clear,
    uncovered,
)
from factcheck.differences import goes_on, has_details, same_words, turned
from factcheck.entailment import holds
from factcheck.once import once
from factcheck.otherness import is_of_another
from factcheck.statement import Statement

_PLAIN = (
    "negation",
    "swap",
    "role",
    "rank",
    "office",
)  # kinds of conflict that another wording of the claim cannot outweigh
_EDIT = 25  # characters by which two texts with the same words may differ in length
_REPEATED = 2  # weighty words that a wording must repeat for its clash to outweigh looser wordings
_PIECED = 1  # words of a sentence that other wordings may supply


def support_found(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision | None:
    """Every weighty word is agreed or entailed by one wording; what it lacks, by others that say it of the same thing."""
    if (same := _word_for_word(said, evidence, part)) is not None:
        return Decision(Label.SUPPORTED, same, (), 0.0)
    best: Decision | None = None
    for item in evidence:
        cover = item.comparison.cover
        open_ = 1.0 if item.wrong else uncovered(said.units, cover, part)
        if open_ > BASE or (best and open_ >= best.uncovered):
            continue
        missing = _missing(said, item, part)
        if not _may_be_pieced(said, item, part, missing) or not is_clear(item.comparison, part):
            continue
        rest = uncovered(said.units, cover, [number for number in part if number not in missing])
        if rest > TOLERANCE or not holds(item.comparison, part) or _is_of_another(said, item, part):
            continue
        if any(denies(said, other, part) for other in evidence if other.claim == item.claim) and not _is_retold(item):
            continue
        helpers = [supply.found(said, item, evidence, part, number) for number in missing]
        if None not in helpers:
            others = tuple(dict.fromkeys(helper.claim for helper in helpers if helper and helper.claim != item.claim))
            best = Decision(Label.SUPPORTED, item, (), max(open_, 0.05 * len(missing)), (), others)
    return None if best is None or _is_contradicted(said, evidence, part) else best


def _is_of_another(said: Statement, item: Evidence, part: Sequence[int]) -> bool:
    """Tell whether what a part says of something named outside it a wording says of something else."""
    beside = {
        number
        for frame in said.frames
        if frame.verb in part
        for number in (*frame.subject, *frame.object)
        if number not in part
    }
    beside |= {number for number, head in enumerate(said.heads) if head in beside and number not in part}
    return any(conflict.said in beside for conflict in item.comparison.conflicts)


def _missing(said: Statement, item: Evidence, part: Sequence[int]) -> list[int]:
    """Return the words of a part that count and that a wording lacks."""
    units, cover = said.units, item.comparison.cover
    lacking = [
        number
        for number in part
        if (cover[number] < LEAST or _is_only_of_the_scene(said, item, number))
        and (units[number].weight >= WEIGHTY or units[number].lemma in DIRECTIONS)
    ]
    owners = [number + 1 for number in lacking if _is_of_the_next(said, number)]
    return sorted({*lacking, *(number for number in owners if number in part)})


def _is_only_of_the_scene(said: Statement, item: Evidence, number: int) -> bool:
    """Tell whether what a figure counts has for its partner no more than what comes up beside it: seven headers are no penalties."""
    unit, match = said.units[number], item.comparison.matches[number]
    if match is None or match.level is not alignment.Level.SCENE or unit.pos != "n" or unit.weight < 1 or not number:
        return False
    return said.units[number - 1].kind == "quantity" and said.units[number - 1].clause == unit.clause


@once
def _is_of_the_next(said: Statement, number: int) -> bool:
    """Tell whether a name is told by another one behind "of", which is then not where a wording has it: "Dagen, the daily of Norway"."""
    after = said.units[number + 1] if number + 1 < len(said.units) else None
    if after is None or not said.units[number].kind == after.kind == "name":
        return False
    return said.text[said.units[number].end : after.start].split()[:1] == ["of"]


def _may_be_pieced(said: Statement, item: Evidence, part: Sequence[int], missing: Sequence[int]) -> bool:
    """Tell whether other wordings may supply what one lacks: little, nothing that says which way, nor all that it is of."""
    if sum(said.units[number].kind == "word" for number in missing) > _PIECED:
        return False
    if any(said.units[number].lemma in DIRECTIONS or _is_graded(said, number) for number in missing):
        return False
    return not missing or _names_its_subject(said, item, part)


def _is_graded(said: Statement, number: int) -> bool:
    """Tell whether a word stands right behind one that says which way it goes: "less aligned"."""
    before = said.units[number - 1] if number else None
    return before is not None and before.lemma in DIRECTIONS and before.role == said.units[number].role


def _word_for_word(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Evidence | None:
    """Return the right wording that the sentence is word for word, if it is one."""
    right = (item for item in evidence if not item.wrong) if len(part) == len(said.units) else ()
    alike = (item for item in right if _is_alike(said, item))
    return next((item for item in alike if same_words(said, item.comparison.stated)), None)


def _is_alike(said: Statement, item: Evidence) -> bool:
    """Tell whether a wording is about as long as the sentence."""
    return abs(len(said.text) - len(item.comparison.stated.text)) <= _EDIT


def _names_its_subject(said: Statement, item: Evidence, part: Sequence[int]) -> bool:
    """Tell whether a wording that others complete has a word or a name of the part, not only a figure or a date."""
    return any(
        said.units[number].kind in ("word", "name")
        and said.units[number].weight >= WEIGHTY
        and item.comparison.matches[number] is not None
        for number in part
    )


def _is_contradicted(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> bool:
    """Tell whether a right wording is the part word for word but for what clashes, and none is all of it."""
    right = [item for item in evidence if not item.wrong]
    if kinds := {turn for item in right if (turn := turned(said, item.comparison.stated))}:
        same = any(same_words(said, item.comparison.stated) for item in right)
        return not same and not any(_says_it_too(said, item, reworded=kinds == {"detail"}) for item in right)
    return any(_repeats_the_rest(said, item, part) for item in right) and not any(
        is_clear(item.comparison, part) and _repeats(said, item, part) for item in right
    )


def _says_it_too(said: Statement, item: Evidence, reworded: bool) -> bool:
    """Tell whether another wording says a sentence too, in its words and their order or, where it may be `reworded`, in any."""
    comparison, everything = item.comparison, range(len(said.units))
    if turned(said, comparison.stated) or not (goes_on(said, comparison.stated) or (reworded and _has_all(item))):
        return False
    return is_clear(comparison, everything) and holds(comparison, everything)


def _has_all(item: Evidence) -> bool:
    """Tell whether a wording has all that a sentence says, in its words."""
    comparison = item.comparison
    return has_details(comparison.said, comparison.stated) and all(
        match is not None and match.level is alignment.Level.SAME and cover >= 1
        for unit, match, cover in zip(comparison.said.units, comparison.matches, comparison.cover, strict=True)
        if unit.weight
    )


def _repeats_the_rest(said: Statement, item: Evidence, part: Sequence[int]) -> bool:
    if is_of_another(said, item.comparison.conflicts):
        return False  # another figure of another year
    clashing = {conflict.said for conflict in item.comparison.conflicts if conflict.kind != "sibling"}
    rest = [number for number in part if number not in clashing]
    weighty = sum(said.units[number].weight >= 1 for number in rest)
    return len(rest) < len(part) and weighty >= _REPEATED and _repeats(said, item, rest)


def _repeats(said: Statement, item: Evidence, numbers: Sequence[int]) -> bool:
    """Tell whether a wording has these words as they are, but for the light ones."""
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
