"""What the judging of one part of a sentence works with, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Literal, NamedTuple

from factcheck.candidates import Base, rounds, topic_of
from factcheck.comparison import Comparison, compare, compare_if_near
from factcheck.conflicts import Conflict
from factcheck.statement import Statement, Unit

BASE = 0.5  # share that the best wording may leave to other wordings
TOLERANCE = 0.12  # share of a sentence's weight that weak matches and small words may leave uncovered in support
WEIGHTY = 0.5  # lighter words may go unmatched
LEAST = 0.3  # a full-weight word covered less than this finds no partner
DIRECTIONS = ("up", "down", "more", "less", "away from", "towards")  # small words that turn a statement round
HARD = ("name", "quantity", "date")

Rule = Literal[  # the rules that can decide a part, in the order in which they are tried; "none": none of them did
    "no-weight",
    "misstatement-word-for-word",
    "abbreviation",
    "support",
    "misstatement",
    "conflict",
    "exclusion",
    "figures-of-two",
    "telling-words",
    "denied",
    "opposed",
    "recast",
    "no-subject",
    "none",
]


class Label(StrEnum):
    """What the source says about a sentence (FEVER's names)."""

    SUPPORTED = "SUPPORTED"
    REFUTED = "REFUTED"
    UNSETTLED = "NOT ENOUGH INFO"


class Evidence(NamedTuple):
    """A comparison with one wording of one claim; `wrong` marks a known misstatement."""

    claim: int
    role: str
    comparison: Comparison

    @property
    def wrong(self) -> bool:
        return self.role == "wrong"


def evidence_of(said: Statement, base: Base, number: int) -> Evidence:
    """Compare a sentence with one wording."""
    wording = base.wordings[number]
    return Evidence(wording.claim, wording.role, compare(said, wording.index, topic_of(base, wording.claim)))


Found = list[tuple[int, float]]  # wordings by their numbers, each with its score


def gathered(said: Statement, base: Base) -> Iterator[tuple[Found, list[Evidence]]]:
    """Yield the wordings that a sentence is compared with and the comparisons: the nearest, then these with others besides."""
    found: Found = []
    evidence: list[Evidence] = []
    for wordings in rounds(said, base):
        for number, _ in wordings:
            base.wordings[number].prepare()  # all before the first is compared, as each may bring terms of its own
        compare_with = _further if found else evidence_of
        compared = ((item, compare_with(said, base, item[0])) for item in wordings)
        told = [(item, each) for item, each in compared if each is not None]
        found, evidence = [*found, *(item for item, _ in told)], [*evidence, *(each for _, each in told)]
        yield found, evidence


def _further(said: Statement, base: Base, number: int) -> Evidence | None:
    """Compare a sentence with a wording that is not among the nearest, if that has something to say of enough of it."""
    wording = base.wordings[number]
    comparison = compare_if_near(said, wording.index, topic_of(base, wording.claim))
    return comparison and Evidence(wording.claim, wording.role, comparison)


class Decision(NamedTuple):
    """What one part of a sentence comes to: the label, the evidence that decided, the conflicts, the share left uncovered, the rule."""

    label: Label
    evidence: Evidence | None
    conflicts: tuple[Conflict, ...] = ()
    uncovered: float = 1.0
    missing: tuple[int, ...] = ()
    others: tuple[int, ...] = ()
    rule: Rule = "none"


def uncovered(units: Sequence[Unit], cover: Sequence[float], part: Sequence[int]) -> float:
    """Return the share of the part's weight that nothing covers, 0 to 1."""
    total = missing = 0.0
    for number in part:
        weight = units[number].weight
        total += weight
        missing += weight * (1 - cover[number])
    return missing / total if total else 1.0


def is_clear(comparison: Comparison, part: Sequence[int]) -> bool:
    return not any(conflict.said in part for conflict in comparison.conflicts)


def cover_by_claim(said: Statement, evidence: Sequence[Evidence], wrong: bool = False) -> dict[int, list[float]]:
    unions: dict[int, list[float]] = {}
    for item in evidence:
        if item.wrong == wrong:
            union = unions.setdefault(item.claim, [0.0] * len(said.units))
            for number, share in enumerate(item.comparison.cover):
                union[number] = max(union[number], share)
    return unions
