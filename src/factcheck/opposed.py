"""Whether the source says the opposite: what supports a sentence with the opposite of one of its words refutes the sentence.

"The drought weakened the union" is refuted by what supports "the drought strengthened the union", in whatever words it does:
"it was the drought that made the union so strong".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck import alignment, words
from factcheck.alignment import Level, Match
from factcheck.candidates import Base
from factcheck.conflicts import Conflict
from factcheck.conflicts.polarity import are_told_apart
from factcheck.decision import TOLERANCE, WEIGHTY, Found, uncovered
from factcheck.draft import SEMILIGHT
from factcheck.findings import Relation
from factcheck.once import once
from factcheck.otherwise import Reading
from factcheck.parts import Judgement
from factcheck.statement import Statement, Unit
from factcheck.support import support_found
from factcheck.verdict import Decision, Evidence, Label

_PARTIAL = frozenset(("some", "few", "half", "most", "one", "part", "others"))  # what leaves room for the rest
_INDEFINITE = frozenset(("a", "an", "another", "some", "several", "many", "few", "other", "certain", "various"))
_OPEN = frozenset(("may", "might", "could", "will", "would", "should"))  # what may be so one day
_ASKING = re.compile(r"\b(?:whether|if|unless|until)\b", re.IGNORECASE)
_TOLD = 2  # weighty words besides that must be said, as what was so at one time need not be at another
_REST = 0.5  # share of the rest that a wording may seem to lack before the opposite takes the word's place
_FULL = 0.9  # share of its weight that an opposite must have in the wording


def judged(said: Statement, judgement: Judgement, found: Found, evidence: Sequence[Evidence], base: Base) -> Judgement:
    """Return the judgement on a sentence that nothing settles, or its refutation by what supports its opposite."""
    open_ = judgement.label is Label.UNSETTLED and not judgement.note
    if not open_ or said.conditional or said.exceptive or _ASKING.search(said.text):
        return judgement
    rests: dict[int, list[int]] = {}
    for number, opposite in _turned(said):
        if number not in rests:
            told = zip(found, evidence, strict=True)
            rests[number] = [at for (at, _), item in told if _has_the_rest(item, number)]
        if not rests[number]:
            continue
        reading = _turned_round(said, number, opposite, base)
        stated, turned = reading.said, reading.said.units[number]
        near = [at for at in rests[number] if alignment.answered(turned, base.wordings[at].index) >= _FULL]
        if not any(_has_most(reading.evidence(at), number) for at in near):
            continue
        other = [reading.evidence(at) for at, _ in found]
        decision = support_found(stated, other, range(len(stated.units)))
        item = decision.evidence if decision else None
        if decision is None or item is None or decision.others or decision.uncovered > TOLERANCE:
            continue
        own = next(each for each, turned in zip(evidence, other, strict=True) if turned is item)
        partner = _partner(item, own, number)
        if partner is not None:
            conflict = Conflict("opposite", number, partner.stated)
            refuted = Decision(Label.REFUTED, own, (conflict,), decision.uncovered, rule="opposed")
            return Judgement(Label.REFUTED, ((tuple(range(len(said.units))), refuted),))
    return judgement


def _has_the_rest(item: Evidence, number: int) -> bool:
    """Tell whether a right wording has about all that a sentence says besides a word."""
    rest = [at for at in range(len(item.comparison.cover)) if at != number]
    return not item.wrong and uncovered(item.comparison.said.units, item.comparison.cover, rest) <= _REST


def _has_most(item: Evidence, number: int) -> bool:
    """Tell whether a right wording has an opposite and most of the rest, so that it may support it."""
    everything = range(len(item.comparison.cover))
    open_ = uncovered(item.comparison.said.units, item.comparison.cover, everything)
    return item.comparison.cover[number] >= _FULL and open_ <= TOLERANCE


@once
def _turned(said: Statement) -> tuple[tuple[int, tuple[str, str]], ...]:
    return tuple(_words_turned(said))


def _words_turned(said: Statement) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield each word of which all is said that is said, with each of its opposites."""
    for number, unit in enumerate(said.units):
        if unit.kind != "word" or unit.weight < SEMILIGHT or unit.negated or not _is_whole(said, unit):
            continue
        yield from ((number, opposite) for opposite in words.opposites(unit.lemma, unit.pos))


def _is_whole(said: Statement, unit: Unit) -> bool:
    """Tell whether a clause speaks of all of a thing that is known, and of what is or was so: not of "a shop", "some", "may"."""
    frame = said.frames[unit.clause]
    if frame.denied or frame.force or frame.modal in _OPEN:
        return False
    own = [other for other in said.units if other.clause == unit.clause]
    if any(other.scope in _PARTIAL for other in own):
        return False
    return not any(_is_indefinite(said, number) for number in (*frame.subject, *frame.object))


def _is_indefinite(said: Statement, number: int) -> bool:
    """Tell whether a unit that acts or is acted on is one or some of many: "a shop", "two shops"."""
    unit = said.units[number]
    before = said.text[: unit.start].lower().split()
    if unit.kind == "quantity":
        return not before or before[-1] not in ("the", "all", "both", "these", "those", "its", "their")
    first = next((at for at in range(number, -1, -1) if said.heads[at] != said.heads[number]), -1)
    opening = said.text[said.units[first].end if first >= 0 else 0 : unit.start].lower().split()
    return unit.role == "s" and not _INDEFINITE.isdisjoint(opening)


@once
def _turned_round(said: Statement, number: int, opposite: tuple[str, str], base: Base) -> Reading:
    """Return a sentence with an opposite in the place of a word, remembered with the sentence itself."""
    lemma, pos = opposite
    turned = said.units[number]._replace(lemma=lemma, pos=pos, denial=False, parts=())
    return Reading(said._replace(units=(*said.units[:number], turned, *said.units[number + 1 :])), base)


def _partner(turned: Evidence, own: Evidence, number: int) -> Match | None:
    """Return the match of the opposite, if it is the very thing that a wording says and the word itself is nothing near it.

    All else that the sentence says must be in the wording too, not only go without saying.
    """
    comparison = turned.comparison
    match, ours = comparison.matches[number], own.comparison.matches[number]
    if match is None or match.level < Level.NEAR or match.cancelled or match.relation is Relation.CONFLICTS:
        return None
    if comparison.stated.units[match.stated].pos == "p" and own.comparison.said.units[number].pos == "v":
        return None  # "the fight against fraud" is no opposition to anything
    near = ours is not None and ours.level >= Level.NEAR and not ours.opposite
    word = comparison.stated.units[match.stated].kind == "word"
    if near or not word or comparison.cover[number] < _FULL:
        return None
    others = [
        (unit, each)
        for at, (unit, each) in enumerate(zip(comparison.said.units, comparison.matches, strict=True))
        if at != number
    ]
    again = any(each is not None and each.stated == match.stated for _, each in others)
    lacking = any(each is None and unit.weight >= (SEMILIGHT if unit.pos == "n" else WEIGHTY) for unit, each in others)
    said, stated = comparison.said, comparison.stated
    frames = said.frames[said.units[number].clause], stated.frames[stated.units[match.stated].clause]
    if are_told_apart(said, stated, comparison.matches, *frames):
        return None
    told = sum(each is not None and unit.weight >= 1 for unit, each in others)
    return match if told >= _TOLD and not again and not lacking else None
