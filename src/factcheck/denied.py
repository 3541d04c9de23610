"""Whether the source says what a sentence denies, or says of others too what it limits to one."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import affirming, limits, otherwise, phrasings
from factcheck.candidates import Base
from factcheck.conflicts import Conflict
from factcheck.decision import TOLERANCE, Found, Rule
from factcheck.once import once
from factcheck.parts import Judgement
from factcheck.statement import Statement
from factcheck.verdict import Decision, Evidence, Label

_RULE: Rule = "denied"
_VALUES = frozenset(("name", "quantity", "date", "nature"))  # kinds of conflict between values of which one can hold


def judged(said: Statement, judgement: Judgement, found: Found, evidence: Sequence[Evidence], base: Base) -> Judgement:
    """Return the judgement on a sentence by what becomes of it without its denial, where that tells more.

    What denies what a wording supports is refuted; what denies another value than a wording gives is supported by it.
    """
    compares = any(unit.comparative and said.text[: unit.start].endswith("the ") for unit in said.units)
    doubted = _is_doubted(said, judgement)
    if (judgement.label is not Label.UNSETTLED and not doubted) or judgement.note or said.conditional or compares:
        return judgement
    turned = _contrary(said, judgement, found, evidence, base) or _limited(said, judgement, found, evidence, base)
    if turned is not None:
        return turned
    unsure = Judgement(Label.UNSETTLED, judgement.decisions) if doubted else judgement
    text = _affirmed(said)
    if not text:
        return unsure
    stated, decision, item = otherwise.read(said, text, found, evidence, base)
    if item is not None and not decision.others and decision.uncovered <= TOLERANCE:
        if decision.rule == "support":
            return otherwise.judgement(said, Label.REFUTED, item, decision, _RULE, _conflict(said, item))
        if _gives_another(stated, decision) and not affirming.is_contrast(said.text):
            return otherwise.judgement(said, Label.SUPPORTED, item, decision, _RULE)
    return unsure


def _contrary(
    said: Statement, judgement: Judgement, found: Found, evidence: Sequence[Evidence], base: Base
) -> Judgement | None:
    """Return the refutation of a sentence that denies by a phrase, where a wording supports what says the contrary."""
    if judgement.label is not Label.UNSETTLED:
        return None
    for text in _contraries(said):
        _, decision, item = otherwise.read(said, text, found, evidence, base)
        if decision.rule == "support" and item is not None and decision.uncovered <= TOLERANCE:
            return otherwise.judgement(said, Label.REFUTED, item, decision, _RULE, _conflict(said, item))
    return None


@once
def _contraries(said: Statement) -> tuple[str, ...]:
    return tuple(phrasings.contraries(said.text))


@once
def _affirmed(said: Statement) -> str:
    return affirming.affirmed(said.text)


def _limited(
    said: Statement, judgement: Judgement, found: Found, evidence: Sequence[Evidence], base: Base
) -> Judgement | None:
    """Return the refutation of a sentence that limits by a phrase, where a wording says the same of others too."""
    if judgement.label is not Label.UNSETTLED:
        return None
    for text in limits.restated(said.text):
        stated, decision, item = otherwise.read(said, text, found, evidence, base)
        scoped = decision.conflicts and all(conflict.kind == "scope" for conflict in decision.conflicts)
        if decision.label is Label.REFUTED and scoped and item is not None:
            first = decision.conflicts[0]
            lemma = stated.units[first.said].lemma
            number = next((at for at, unit in enumerate(said.units) if unit.lemma == lemma), len(said.units) - 1)
            clash = Conflict("scope", number, first.stated)
            return otherwise.judgement(said, Label.REFUTED, item, decision, _RULE, clash)
    return None


def _is_doubted(said: Statement, judgement: Judgement) -> bool:
    """Tell whether a sentence is refuted only because a wording gives another value than one that it denies."""
    if judgement.label is not Label.REFUTED:
        return False
    conflicts = [conflict for _, decision in judgement.decisions for conflict in decision.conflicts]
    return bool(conflicts) and all(
        conflict.kind in (*_VALUES, "sibling", "opposite")
        and (said.units[conflict.said].negated or said.frames[said.units[conflict.said].clause].denied)
        for conflict in conflicts
    )


def _gives_another(said: Statement, decision: Decision) -> bool:
    """Tell whether a wording gives another value where a sentence has one, and agrees with the rest.

    What happens to a thing happens once; who sang in Turin may have sung in Rome as well.
    """
    assert decision.evidence
    given = decision.evidence.comparison.stated
    if any(frame.denied for frame in given.frames) or any(unit.negated for unit in given.units):
        return False  # it gives no value, it denies one
    return decision.rule == "conflict" and all(
        conflict.kind in _VALUES and _is_the_only(said, conflict.said) for conflict in decision.conflicts
    )


def _is_the_only(said: Statement, number: int) -> bool:
    """Tell whether a value is what a thing is said to be, or of what was done to it: not of what is spoken of, nor of an act."""
    unit = said.units[number]
    frame = said.frames[unit.clause]
    acts = frame.verb >= 0 and not frame.passive
    head = said.heads[number]
    predicated = any(each.kind == head for each in said.predications)  # "is no Swiss film"
    modifies = head != number and said.units[head].pos == "n" and not predicated
    subject = frame.object if frame.passive else frame.subject
    return not acts and not modifies and bool(subject) and number > max(subject)


def _conflict(said: Statement, item: Evidence) -> Conflict:
    """Return the clash of what a sentence denies with what a wording says."""
    negated = [number for number, unit in enumerate(said.units) if unit.negated and unit.weight]
    number = negated[0] if negated else max(range(len(said.units)), key=lambda at: said.units[at].weight)
    match = item.comparison.matches[number]
    return Conflict("negation", number, match.stated if match else 0)
