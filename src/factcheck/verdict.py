"""The verdict on a sentence: an ordered list of rules over the comparisons with its candidate claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.database import Claim
from factcheck.decision import DIRECTIONS, HARD, LEAST, SOFT, Decision, Evidence, Label, is_clear, uncovered
from factcheck.entailment import holds
from factcheck.findings import Finding
from factcheck.misstatements import misstatement_found, said_back, telling_words, word_for_word
from factcheck.refutation import conflict_found
from factcheck.sentences import Sentence
from factcheck.statement import Statement
from factcheck.support import support_found

__all__ = ["Candidate", "Decision", "Evidence", "Label", "Verdict", "decide", "uncovered"]

SOFT_WRONG = 0.2  # share that may stay uncovered for a sentence to be nearer to a misstatement than to what is right
MARGIN = 0.1  # how much nearer one side must be than the other


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that a sentence may be about, with its fuzzy similarity (0-100), which ranks and never decides."""

    claim: Claim
    similarity: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer for one sentence.

    `claim` is the claim that settles it and `others` further claims that it needed besides; for NOT ENOUGH INFO `claim` is None.
    """

    label: Label
    sentence: Sentence
    reason: str
    claim: Claim | None = None
    others: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    similarity: float = 0.0
    nearest: tuple[Candidate, ...] = ()


def decide(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision:
    """Judge one part of a sentence, given as indexes of its units: the first rule that applies wins.

    A known misstatement word for word; support; a known misstatement in other words; a conflict; words that only the
    misstatements of a claim have; one side, right or wrong, clearly nearer; otherwise unsettled.
    """
    if not any(said.units[number].weight for number in part):
        return Decision(Label.UNSETTLED, None)
    rules = (word_for_word, support_found, misstatement_found, conflict_found, telling_words, _nearest)
    found = (rule(said, evidence, part) for rule in rules)
    return next((decision for decision in found if decision), None) or _unsettled(said, evidence, part)


def _nearest(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision | None:
    """Most of the part is said by wordings of one side, right or wrong, and clearly less of it by the other side."""
    open_ = {False: 1.0, True: 1.0}
    best: dict[bool, Evidence] = {}
    for item in evidence:
        share = uncovered(said.units, item.comparison.cover, part)
        if share < open_[item.wrong] and is_clear(item.comparison, part):
            open_[item.wrong] = share
            if (
                _hard_covered(said, item, part)
                and _few_missing(said, item, part)
                and holds(said, item.comparison, part)
            ):
                best[item.wrong] = item
            else:
                best.pop(item.wrong, None)
    side = open_[True] < open_[False]
    if side not in best or open_[side] > SOFT or abs(open_[True] - open_[False]) < MARGIN:
        return None
    if side and (open_[True] > SOFT_WRONG or not said_back(said, best[True], part)):
        return None
    return Decision(Label.REFUTED if side else Label.SUPPORTED, best[side], (), open_[side])


def _few_missing(said: Statement, item: Evidence, part: Sequence[int]) -> bool:
    """Tell whether at most one full-weight word finds no partner, and that not a verb, a direction or a comparison."""
    missing = [said.units[number] for number in part if item.comparison.cover[number] < LEAST]
    if any(
        said.heads[number] != number and said.units[number].weight >= 1 and item.comparison.cover[number] < LEAST
        for number in part
    ):
        return False  # "a mutual defence clause" is more than a clause
    full = [unit for unit in missing if unit.weight >= 1]
    taken = {match.stated for match in item.comparison.matches if match}
    left = {
        (unit.pos, unit.role)
        for index, unit in enumerate(item.comparison.stated.units)
        if index not in taken and unit.weight >= 1
    }
    if any((unit.pos, unit.role) in left for unit in full):
        return False  # another word stands in its place
    return len(full) <= 1 and not any(
        unit.comparative or unit.superlative or unit.lemma in DIRECTIONS
        for unit in full + [u for u in missing if u.lemma in DIRECTIONS]
    )


def _hard_covered(said: Statement, item: Evidence, part: Sequence[int]) -> bool:
    return all(
        item.comparison.cover[number]
        for number in part
        if said.units[number].kind in HARD and said.units[number].weight
    )


def _unsettled(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision:
    """Name what the nearest wording leaves open."""
    best: Decision | None = None
    for item in evidence:
        if item.wrong:
            continue
        open_ = uncovered(said.units, item.comparison.cover, part)
        missing = tuple(number for number in part if said.units[number].weight and not item.comparison.cover[number])
        if best is None or open_ < best.uncovered:
            best = Decision(Label.UNSETTLED, item, (), open_, missing)
    return best or Decision(Label.UNSETTLED, None, (), 1.0, tuple(part))
