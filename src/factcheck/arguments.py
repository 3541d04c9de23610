"""Whether a light noun stands for what the wording speaks of: who criticised the school did not criticise the company."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck import lemmas, natures
from factcheck.alignment import Level
from factcheck.comparison import Comparison
from factcheck.roles import COLLECTIVES
from factcheck.statement import Frame, Unit


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether no act of a part has another subject or object than the same act in the wording."""
    return not any(
        _is_another(comparison, part, ours, theirs)
        for frame in comparison.said.frames
        if frame.verb in part and (other := _same_act(comparison, frame)) is not None
        for ours, theirs in ((frame.subject, other.subject), (frame.object, other.object))
    )


def _same_act(comparison: Comparison, frame: Frame) -> Frame | None:
    """Return the clause of the wording that tells the act of a clause."""
    match = comparison.matches[frame.verb]
    if match is None or match.level <= Level.SYNSET:
        return None
    return next((other for other in comparison.stated.frames if other.verb == match.stated), None)


def _is_another(comparison: Comparison, part: Sequence[int], ours: Iterable[int], theirs: Iterable[int]) -> bool:
    """Tell whether a side has a noun that the wording lacks, and the same side there one that the sentence lacks."""
    said, stated = comparison.said, comparison.stated
    own = [
        number for number in ours if number in part and _is_noun(said.units[number]) and said.heads[number] == number
    ]
    taken = {match.stated for match in comparison.matches if match and match.level > Level.SCENE}
    if not own or any(_is_matched(comparison, number) for number in own):
        return False
    nouns = [number for number in theirs if _is_noun(stated.units[number]) and stated.heads[number] == number]
    if not nouns or any(number in taken for number in nouns):
        return False
    return not any(_may_be(said.units[one], stated.units[other]) for one in own for other in nouns)


def _is_noun(unit: Unit) -> bool:
    return unit.kind == "word" and unit.pos == "n"


def _is_matched(comparison: Comparison, number: int) -> bool:
    match = comparison.matches[number]
    return match is not None and match.level > Level.SCENE


def _may_be(unit: Unit, other: Unit) -> bool:
    """Tell whether a noun may be said of what another names: a firm is what a brewery is, "neither side" are "both sides"."""
    collective = all(lemmas.lemma(lemma.rsplit(" ", 1)[-1], "n") in COLLECTIVES for lemma in (unit.lemma, other.lemma))
    return collective or bool(natures.of(unit.lemma) & natures.of(other.lemma))
