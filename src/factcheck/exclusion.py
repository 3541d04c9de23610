"""Exclusion: a wording denies of everything what the sentence says of something.

"No gallery was shut" leaves no room for "two galleries were shut last spring": under a negation less is more, so that what the
sentence says beyond the wording takes nothing away (natural logic: a negation reverses entailment).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck import alignment
from factcheck.comparison import Comparison, compare
from factcheck.conflicts import Conflict
from factcheck.conflicts.polarity import is_only_asked
from factcheck.decision import LEAST, TOLERANCE, WEIGHTY, Decision, Evidence, Label, uncovered
from factcheck.details import modality
from factcheck.once import once
from factcheck.pieces import split
from factcheck.statement import Statement
from factcheck.tokens import tokenize

_SPECIFIC = 1.4  # weight of a wording that speaks of something in particular: "no one died" does not
_OPEN = frozenset(
    ("whether", "why", "how", "if", "where", "when", "what", "who")
)  # "it is not known why …" denies nothing of what follows
_QUANTIFIED = frozenset(
    (
        "all",
        "every",
        "everything",
        "everyone",
        "much",
        "many",
        "enough",
        "only",
        "first",
        "last",
        "more",
        "less",
        "most",
    )
)  # "not the first" leaves room for a second


def exclusion_found(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision | None:
    """The part says all that a right wording denies, or limits by "only" what the wording says of all."""
    if said.conditional or said.question:
        return None
    best: Decision | None = None
    for item in evidence:
        stated = item.comparison.stated
        if item.wrong or not _denies_or_says_all(stated) or _is_limited(said, stated):
            continue
        if any(said.units[speaker].weight and not item.comparison.cover[speaker] for speaker in said.speakers):
            continue
        conflicts = _excluded(item.comparison, tuple(part))
        open_ = uncovered(said.units, item.comparison.cover, part)
        if conflicts and (best is None or open_ < best.uncovered):
            best = Decision(Label.REFUTED, item, conflicts, open_)
    return best


@once
def _excluded(comparison: Comparison, part: tuple[int, ...]) -> tuple[Conflict, ...]:
    """Return the clashes with the first part of a wording that denies all of what a part of the sentence says of something."""
    said, stated = comparison.said, comparison.stated
    back = compare(stated, alignment.index_of(said, part))
    if any(is_only_asked(said, comparison.matches, said.units[each.stated]) for each in back.conflicts):
        return ()
    for piece in split(stated) or ():
        clashes = [each for each in back.conflicts if each.said in piece]
        conflicts = tuple(Conflict(each.kind, each.stated, each.said) for each in clashes)
        if not conflicts or not all(_excludes(said, stated, each) for each in conflicts):
            continue
        if _says_all(back, piece, {each.said for each in clashes}) and _one_time(said, back, piece):
            return conflicts
    return ()


@once
def _denies_or_says_all(stated: Statement) -> bool:
    return any((unit.negated and unit.focus) or unit.scope == "all" for unit in stated.units)


def _is_limited(said: Statement, stated: Statement) -> bool:
    """Tell whether a wording denies less than it seems to: it makes an exception, a contrast, or a question of it."""
    words = _norms(stated.text)
    denied = any(unit.negated and unit.focus for unit in stated.units)
    quantified = words & _QUANTIFIED if denied else words & _QUANTIFIED - {"all", "every"}
    return (
        stated.exceptive
        or stated.conditional
        or bool(words & _OPEN)
        or ("but" in words and len(split(stated)) == 1)
        or (denied and "without" in words)
        or not quantified <= _norms(said.text)
    )


@lru_cache(maxsize=10_000)
def _norms(text: str) -> frozenset[str]:
    return frozenset(token.norm for token in tokenize(text))


def _excludes(said: Statement, stated: Statement, conflict: Conflict) -> bool:
    """Tell whether a clash holds of whatever part of a thing the sentence speaks of."""
    unit, partner = said.units[conflict.said], stated.units[conflict.stated]
    if conflict.kind == "negation":
        denied = stated.frames[partner.clause].denied and not said.frames[unit.clause].denied
        return denied and partner.negated and not unit.negated and partner.scope in ("", unit.scope)
    return conflict.kind == "scope" and (partner.scope, unit.scope) == ("all", "only")


def _says_all(back: Comparison, piece: Sequence[int], clashing: set[int]) -> bool:
    """Tell whether the sentence has all that a part of the wording has, but for the clash."""
    units = back.said.units
    rest = [number for number in piece if number not in clashing]
    missing = any(units[number].weight >= WEIGHTY and back.cover[number] < LEAST for number in rest)
    weight = sum(units[number].weight for number in piece)
    open_ = uncovered(units, back.cover, rest) if any(units[number].weight for number in rest) else 0.0
    return weight >= _SPECIFIC and not missing and open_ <= TOLERANCE


def _one_time(said: Statement, back: Comparison, piece: Sequence[int]) -> bool:
    """Tell whether both speak of what was, or both of what is or will be, and the sentence not of what may be."""
    for frame in back.said.frames:
        match = back.matches[frame.verb] if frame.verb in piece else None
        partner = next((other for other in said.frames if match and other.verb == match.stated), None)
        if partner is None:
            continue
        ours, theirs = modality.strength(partner), modality.strength(frame)
        if ours == 0 or (ours == 1 and theirs == 3) or (ours == 3 and theirs < 2):
            return False
    return True
