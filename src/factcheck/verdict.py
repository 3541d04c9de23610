"""The verdict on a sentence: an ordered list of rules over the comparisons with its candidate claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.abbreviations import abbreviation_told
from factcheck.across import figures_found
from factcheck.database import Claim
from factcheck.decision import Decision, Evidence, Label, Rule, uncovered
from factcheck.exclusion import exclusion_found
from factcheck.findings import Finding
from factcheck.misstatements import misstatement_found, telling_words, word_for_word
from factcheck.refutation import conflict_found
from factcheck.sentences import Sentence
from factcheck.statement import Statement
from factcheck.support import support_found

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.explanation import Explanation

    Judge = Callable[[Statement, Sequence[Evidence], Sequence[int]], Decision | None]

__all__ = ["Candidate", "Decision", "Evidence", "Label", "Verdict", "decide", "uncovered"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that a sentence may be about, with its fuzzy similarity (0-100), which ranks and never decides."""

    claim: Claim
    similarity: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer for one sentence.

    `claim` is the claim that settles it and `others` further claims that it needed besides; for NOT ENOUGH INFO `claim` is None.
    `explanation` is there only where it was asked for.
    """

    label: Label
    sentence: Sentence
    reason: str
    claim: Claim | None = None
    others: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    similarity: float = 0.0
    nearest: tuple[Candidate, ...] = ()
    explanation: Explanation | None = None


def decide(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision:
    """Judge one part of a sentence, given as indexes of its units: the first rule that applies wins.

    A known misstatement word for word; what letters stand for; support, unless a known misstatement covers more; a known
    misstatement in other words; a conflict; a wording that denies it of everything; the figures of two wordings for what it compares;
    words that only the misstatements of a claim have; otherwise unsettled.
    """
    if not any(said.units[number].weight for number in part):
        return Decision(Label.UNSETTLED, None, rule="no-weight")
    rules: dict[Rule, Judge] = {
        "misstatement-word-for-word": word_for_word,
        "abbreviation": abbreviation_told,
        "support": _supported,
        "misstatement": misstatement_found,
        "conflict": conflict_found,
        "exclusion": exclusion_found,
        "figures-of-two": figures_found,
        "telling-words": telling_words,
    }
    for name, rule in rules.items():
        if decision := rule(said, evidence, part):
            return decision._replace(rule=name)
    return _unsettled(said, evidence, part)


def _supported(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision | None:
    """Support, unless a misstatement leaves less of the part uncovered and is said again by it."""
    support = support_found(said, evidence, part)
    if support is None:
        return None
    wrong = [uncovered(said.units, item.comparison.cover, part) for item in evidence if item.wrong]
    nearer = (
        bool(wrong) and min(wrong) < uncovered(said.units, support.evidence.comparison.cover, part)
        if support.evidence
        else False
    )
    return None if nearer and misstatement_found(said, evidence, part) else support


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
