"""Score verdicts against what they should be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from factcheck.verdict import Label


class Mistake(StrEnum):
    """What is wrong about a verdict, from worst to least."""

    FLIP = "flip"  # SUPPORTED for REFUTED, or the other way round
    FALSE_SUPPORTED = "false SUPPORTED"
    FALSE_REFUTED = "false REFUTED"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class LabelScore:
    """How one label did; a share of nothing is None."""

    gold: int
    said: int
    right: int

    @property
    def precision(self) -> float | None:
        """Return the share of the answers that are right."""
        return _share(self.right, self.said)

    @property
    def recall(self) -> float | None:
        """Return the share of the rows that were found."""
        return _share(self.right, self.gold)

    @property
    def f1(self) -> float | None:
        """Return the harmonic mean of precision and recall, 0 where nothing is right."""
        return _share(2 * self.right, self.gold + self.said)


@dataclass(frozen=True, slots=True)
class Score:
    """How often each label should have come out as which."""

    counts: dict[tuple[Label, Label], int]  # (gold, said) -> rows

    @property
    def rows(self) -> int:
        return sum(self.counts.values())

    @property
    def accuracy(self) -> float | None:
        """Return the share of the verdicts that are right."""
        return _share(sum(self.count(label, label) for label in Label), self.rows)

    @property
    def macro_f1(self) -> float | None:
        """Return the mean F1 over the labels that occur, as what should come out or as what did."""
        found = [score for score in (self.of(label).f1 for label in Label) if score is not None]
        return sum(found) / len(found) if found else None

    @property
    def coverage(self) -> float | None:
        """Return the share of the rows on which something else than NOT ENOUGH INFO was said."""
        return _share(self._spoken, self.rows)

    @property
    def accuracy_when_spoken(self) -> float | None:
        """Return the share of those verdicts that are right."""
        right = sum(self.count(label, label) for label in Label if label is not Label.UNSETTLED)
        return _share(right, self._spoken)

    @property
    def _spoken(self) -> int:
        return self.rows - sum(self.count(gold, Label.UNSETTLED) for gold in Label)

    def count(self, gold: Label, said: Label) -> int:
        """Return how many rows of one label came out as another."""
        return self.counts.get((gold, said), 0)

    def of(self, label: Label) -> LabelScore:
        """Return how one label did."""
        gold = sum(self.count(label, said) for said in Label)
        said = sum(self.count(other, label) for other in Label)
        return LabelScore(gold, said, self.count(label, label))

    def falsely(self, label: Label) -> int:
        """Return how many rows came out as a label that is not theirs."""
        return self.of(label).said - self.of(label).right

    @property
    def flips(self) -> int:
        """Return how many rows came out as the very opposite."""
        return self.count(Label.SUPPORTED, Label.REFUTED) + self.count(Label.REFUTED, Label.SUPPORTED)


def score(pairs: Iterable[tuple[Label, Label]]) -> Score:
    """Count (gold, said)."""
    return Score(dict(Counter(pairs)))


def mistake(gold: Label, said: Label) -> Mistake | None:
    """Return what is wrong about a verdict, None where it is right."""
    if gold is said:
        return None
    if said is Label.UNSETTLED:
        return Mistake.MISSED
    if gold is not Label.UNSETTLED:
        return Mistake.FLIP
    return Mistake.FALSE_SUPPORTED if said is Label.SUPPORTED else Mistake.FALSE_REFUTED


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
