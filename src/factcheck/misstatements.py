"""Known misstatements: whether a sentence says what one says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from factcheck import alignment, words
from factcheck.comparison import Comparison, compare
from factcheck.decision import (
    DIRECTIONS,
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
from factcheck.details import modality
from factcheck.details.days import Date
from factcheck.draft import SEMILIGHT
from factcheck.entailment import holds
from factcheck.findings import Relation
from factcheck.lemmas import british
from factcheck.once import once
from factcheck.statement import Statement, Unit
from factcheck.tokens import tokenize
from factcheck.traits import FIGURE, SCOPE, WEEKDAY

_CLOSEST = 8  # known misstatements that a sentence is read against
_OTHERWISE = 0.6  # share of a sentence that may say something else besides a known misstatement
_SURE = 0.6
_RECKONED = (FIGURE, SCOPE, WEEKDAY)  # what figures and dates may bear out though no word answers it
_DEPENDENT = ("T", "V", "W", "S", "P")  # links of clauses that depend on the one before
_ASKED = re.compile(
    r"\b(?:sa(?:id|ys?)|announced?|tells?|told|knows?|known|knew|reveal(?:s|ed)|disclosed?)\s+(when|where|who|why|how)\b",
    re.IGNORECASE,
)
TELLING = 0.2  # share that neither the misstatements nor the right wordings of a claim may leave uncovered


def word_for_word(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision | None:
    """The sentence is a known misstatement, word for word."""
    if len(part) < len(said.units):
        return None
    own = _plain(said.text)
    same = {item.wrong: item for item in evidence if _plain(item.comparison.stated.text) == own}
    return Decision(Label.REFUTED, same[True], (), 0.0) if True in same and False not in same else None


@lru_cache(maxsize=20_000)
def _plain(text: str) -> tuple[str, ...]:
    """Return the words of a text in British spelling, without case, accents and marks."""
    return tuple(british(token.norm) for token in tokenize(text) if token.norm[0].isalnum())


def misstatement_found(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision | None:
    """The part entails what a known misstatement says: read as a source, it supports the misstatement."""
    best: Decision | None = None
    shares = [
        (uncovered(said.units, item.comparison.cover, part), number)
        for number, item in enumerate(evidence)
        if item.wrong
    ]
    for share, number in sorted(shares)[:_CLOSEST]:
        if share > _OTHERWISE:
            break
        item = evidence[number]
        open_ = _left_open(item.comparison, tuple(part))
        if open_ <= TOLERANCE and (best is None or open_ < best.uncovered):
            best = Decision(Label.REFUTED, item, (), open_)
    return best


@once
def _left_open(comparison: Comparison, part: tuple[int, ...]) -> float:
    """Return the share of a misstatement that a part of a sentence leaves open, read as a source; 1 where it does not say it."""
    said, stated = comparison.said, comparison.stated
    own = alignment.index_of(said, part)
    if _lacks_a_word(stated, own):
        return 1.0
    back = compare(stated, own)
    if not _denies_alike(back) or _tells_only_that(stated, said) or _is_only_near_the_act(back):
        return 1.0
    units = stated.units
    everything = range(len(units))
    missing = any(_full(unit) >= WEIGHTY and back.cover[number] < LEAST for number, unit in enumerate(units))
    if missing or back.conflicts or not holds(back, everything) or not modality.fits(back, everything, exact=True):
        return 1.0
    return uncovered(units, back.cover, everything)


def _denies_alike(back: Comparison) -> bool:
    """Tell whether a sentence denies all that a misstatement denies, as by one "neither", and dates it alike."""
    stated, said = back.said, back.stated
    for unit, match in zip(stated.units, back.matches, strict=True):
        if match is None or unit.weight < WEIGHTY:
            continue
        answer = said.units[match.stated]
        if stated.frames[unit.clause].denied and not (answer.negated or _is_under_denial(said, answer.clause)):
            return False
        if isinstance(unit.value, Date) and unit.value.ranged and match.relation is not Relation.AGREES:
            return False  # what was so from 2020 to 2025 was not only so in 2024
    return True


def _is_only_near_the_act(back: Comparison) -> bool:
    """Tell whether what a misstatement says was done is only near what somebody does in the sentence: "was approved", "people back it"."""
    for frame in back.said.frames:
        match = back.matches[frame.verb] if frame.verb >= 0 and frame.passive and not frame.subject else None
        if match is not None and match.level is alignment.Level.NEAR:
            theirs = back.stated.frames[back.stated.units[match.stated].clause]
            return bool(theirs.subject) and not theirs.passive
    return False


def _is_under_denial(said: Statement, clause: int) -> bool:
    """Tell whether a clause is denied, or one that it depends on: "this is not what they set out to do"."""
    while clause and not said.frames[clause].denied and said.frames[clause].link in _DEPENDENT:
        clause -= 1
    return said.frames[clause].denied


def _tells_only_that(stated: Statement, said: Statement) -> bool:
    """Tell whether a misstatement has it that something was told which the sentence may simply tell: "they said when it opens"."""
    found = _ASKED.search(stated.text)
    return found is not None and found[1].lower() not in said.text.lower().split()


def _lacks_a_word(stated: Statement, own: alignment.Index) -> bool:
    """Tell whether a misstatement has a weighty word that nothing in a sentence answers, nor any figure, rank or time could."""
    if stated.comparatives or stated.ties or stated.stretches or not stated.traits.isdisjoint(_RECKONED):
        return False
    return any(
        unit.kind == "word" and _full(unit) >= WEIGHTY and not unit.parts and not alignment.is_answered(unit, own)
        for unit in stated.units
    )


def telling_words(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision | None:
    """The part has words that only the misstatements of a claim have, none that only its right wordings have, and little else."""
    right, wrong = cover_by_claim(said, evidence), cover_by_claim(said, evidence, wrong=True)
    best: Decision | None = None
    for claim, cover in wrong.items():
        against, own = cover, right.get(claim, [0.0] * len(cover))
        weighty = [number for number in part if said.units[number].weight >= SEMILIGHT]
        only_wrong = [number for number in weighty if against[number] >= _SURE and own[number] < LEAST]
        if all(said.units[number].weight < WEIGHTY and said.units[number].pos == "n" for number in only_wrong):
            continue
        only_right = [number for number in weighty if own[number] >= _SURE and against[number] < LEAST]
        open_ = uncovered(said.units, [max(pair) for pair in zip(own, against, strict=True)], part)
        if (
            not only_wrong
            or only_right
            or open_ > TELLING
            or any(
                said.units[n].role == "v"
                and n not in only_wrong
                and said.units[n].weight >= WEIGHTY
                and max(own[n], against[n]) < LEAST
                for n in part
            )
        ):
            continue
        if any(said.units[n].kind in HARD and not max(own[n], against[n]) for n in part):
            continue
        item = max(
            (
                e
                for e in evidence
                if e.claim == claim
                and e.wrong
                and is_clear(e.comparison, part)
                and _names_said(e, part)
                and _says_what_is_wrong(e, evidence)
            ),
            key=lambda e: sum(e.comparison.cover[n] for n in only_wrong),
            default=None,
        )
        if (
            item
            and all(item.comparison.cover[number] for number in only_wrong)
            and holds(item.comparison, part)
            and modality.fits(item.comparison, part, exact=True)
            and (best is None or open_ < best.uncovered)
        ):
            best = Decision(Label.REFUTED, item, (), open_)
    return best


def _names_said(item: Evidence, part: Sequence[int]) -> bool:
    """Tell whether the part has every name and figure of a wording."""
    taken = {
        match.stated for number in part if (match := item.comparison.matches[number]) and item.comparison.cover[number]
    }
    return all(
        number in taken for number, unit in enumerate(item.comparison.stated.units) if unit.kind in HARD and unit.weight
    )


def _says_what_is_wrong(item: Evidence, evidence: Sequence[Evidence]) -> bool:
    """Tell whether the sentence has each weighty word of a misstatement that no right wording of the claim has."""
    taken = {match.stated for match in item.comparison.matches if match}
    right: set[str] = set()
    for other in evidence:
        if other.claim == item.claim and not other.wrong:
            for unit in other.comparison.stated.units:
                right |= _senses(unit)
    return all(
        number in taken or not right.isdisjoint(_senses(unit))
        for number, unit in enumerate(item.comparison.stated.units)
        if unit.weight >= WEIGHTY
    )


def _senses(unit: Unit) -> frozenset[str]:
    """Return the keys of a word, of what means the same and of what is near."""
    sense = words.sense(unit.lemma, unit.pos)
    return sense.rows | sense.family_rows | sense.near | sense.synsets | {sense.own}


def _full(unit: Unit) -> float:
    """Return the weight of a unit of a misstatement, in which a word of little weight may be the very one that is wrong."""
    if unit.lemma in DIRECTIONS or unit.pos == "p":
        return 1.0
    return max(unit.weight, 1.0) if unit.weight >= SEMILIGHT else unit.weight
