"""What a denial says: under a negation the more specific follows from the more general, not the other way round.

"No animal was hurt" says that no dog was hurt, "no dog was hurt" says nothing of other animals (natural logic: a negation
reverses entailment). And what is not the one opposite is the other only where there is no middle.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.alignment import Level
from factcheck.comparison import Comparison
from factcheck.details import modality
from factcheck.details.complements import are_complementary
from factcheck.details.phases import NEVER, NOT_YET, OVER
from factcheck.statement import Frame, Statement, Unit

_AT_ALL = re.compile(
    r"\b(?:ever|never|at no time|yet|no (?!longer)\w+|nobody|none|nothing|neither|without)\b", re.IGNORECASE
)
_NONE = re.compile(r"\b(?:no|nobody|none|neither|nothing|not a single)\b(?! longer)", re.IGNORECASE)
_COMPLEMENTS = ("V", "T", "S")  # links of a clause that says what is stopped or ruled out
_LOOSE = frozenset((Level.SCENE, Level.HYPERNYM, Level.ENTAILED))  # the sentence is more general, or only near


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether what a sentence denies is denied by the wording, and what it says for a denial follows from it."""
    said, stated = comparison.said, comparison.stated
    for number in part:
        unit, match = said.units[number], comparison.matches[number]
        if match is None or not unit.weight:
            continue
        partner = stated.units[match.stated]
        if match.cancelled and not are_complementary(unit.lemma, partner.lemma):
            return False
        if match.cancelled and _says_of_none(comparison, unit):
            return False
        if not _lasts_as_long(comparison, unit, partner):
            return False
        both = said.frames[unit.clause].denied and stated.frames[partner.clause].denied
        thing = unit.kind == "word" and unit.pos == "n" and unit.weight >= 1
        if both and thing and match.level in _LOOSE and number not in comparison.reckoned:
            return False
    if _is_bare_denial(comparison, part) or _denies_nothing_told(comparison, part):
        return False
    return not _under_another_verb(comparison, part) and not _is_of_what_is_ended(comparison, part)


def _denies_nothing_told(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether a clause is denied as a whole, without a word that it denies, and the wording denies nothing: "does nothing for"."""
    said, stated = comparison.said, comparison.stated
    for clause, frame in enumerate(said.frames):
        own = [number for number in part if said.units[number].clause == clause and said.units[number].weight]
        if (
            not frame.denied
            or frame.force
            or not own
            or any(unit.focus for unit in said.units if unit.clause == clause)
        ):
            continue
        homes = {stated.units[match.stated].clause for number in own if (match := comparison.matches[number])}
        opposed = any((match := comparison.matches[number]) and match.cancelled for number in part)
        denying = any(stated.frames[home].denied or _denies_by_word(stated, home) for home in homes)
        if not opposed and not denying:
            return True
    return False


def _denies_by_word(stated: Statement, clause: int) -> bool:
    return any(unit.denial and unit.clause == clause for unit in stated.units)


def _is_bare_denial(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether the wording denies of a subject a verb that says little, where the sentence states one: "has", "has not"."""
    said, stated = comparison.said, comparison.stated
    for number, match in ((number, comparison.matches[number]) for number in part):
        if match is None or said.units[number].role != "s":
            continue
        ours, theirs = said.frames[said.units[number].clause], stated.frames[stated.units[match.stated].clause]
        idle = ours.verb < 0 or not said.units[ours.verb].weight
        if idle and theirs.verb < 0 and theirs.denied and not ours.denied and match.stated in theirs.subject:
            return not any(unit.focus and unit.clause == stated.units[match.stated].clause for unit in stated.units)
    return False


def _says_of_none(comparison: Comparison, unit: Unit) -> bool:
    """Tell whether a sentence says by an opposite of all what the wording does not say of all: "nobody lived", "two died"."""
    frame = comparison.said.frames[unit.clause]
    if not frame.subject and _is_of_what_is_undone(comparison, frame):
        return False  # "nobody has beaten him", "he is unbeaten"
    of_none = _NONE.search(comparison.said.text[frame.start : frame.end]) is not None
    return of_none and not any(other.scope == "all" or other.negated for other in comparison.stated.units)


def _is_of_what_is_undone(comparison: Comparison, frame: Frame) -> bool:
    """Tell whether what nobody does to a thing the wording says by what that thing is."""
    stated = comparison.stated
    told = {number for other in stated.frames if other.verb < 0 for number in other.subject}
    things = [match for number in frame.object if (match := comparison.matches[number])]
    return bool(things) and all(match.stated in told for match in things)


def _is_of_what_is_ended(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether what a sentence states is what the wording says that somebody stops, rules out or gives up: "stop riding"."""
    said, stated = comparison.said, comparison.stated
    taken = {match.stated for match in comparison.matches if match}
    ended = {
        clause
        for clause, (before, frame) in enumerate(zip(stated.frames, stated.frames[1:], strict=False), 1)
        if frame.link in _COMPLEMENTS and before.verb >= 0 and not before.denied
        if stated.units[before.verb].denial and before.verb not in taken
    }
    over = {
        clause
        for clause, frame in enumerate(stated.frames)
        if frame.verb >= 0 and stated.units[frame.verb].denial and frame.verb not in taken and not frame.denied
    }
    for number in part if over else ():
        unit, match = said.units[number], comparison.matches[number]
        if match is None or unit.role not in ("v", "o") or unit.weight <= 0 or match.cancelled:
            continue
        frame, before = said.frames[unit.clause], said.frames[max(unit.clause - 1, 0)]
        denied = frame.denied or before.denied or (before.verb >= 0 and said.units[before.verb].denial)
        partner = stated.units[match.stated]
        acted = partner.role == "o" and partner.clause in over and frame.verb >= 0 and not frame.past
        if (partner.clause in ended or acted) and not denied and not unit.denial:
            return True
    return False


def _under_another_verb(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether what a sentence states is what the wording only names where it denies another act: "would not comment on it"."""
    said, stated = comparison.said, comparison.stated
    taken = {match.stated for match in comparison.matches if match}
    denied = {
        unit.clause
        for number, unit in enumerate(stated.units)
        if unit.role == "v" and unit.negated and unit.focus and number not in taken
    }
    for number in part if denied else ():
        unit, match = said.units[number], comparison.matches[number]
        if match is None or unit.weight < 1 or said.frames[unit.clause].denied or match.cancelled:
            continue
        if stated.units[match.stated].clause in denied and stated.units[match.stated].role != "s":
            return True
    return False


def _lasts_as_long(comparison: Comparison, unit: Unit, partner: Unit) -> bool:
    """Tell whether a denial lasts no longer than the wording's: what is not yet so may be so one day."""
    ours, theirs = comparison.said.frames[unit.clause], comparison.stated.frames[partner.clause]
    if not (ours.denied and theirs.denied and unit.role == "v"):
        return True
    ahead = modality.strength(ours) == modality.PLAN
    if theirs.phase == NOT_YET != ours.phase and (ahead or ours.phase == OVER):
        return False
    if ours.phase == NEVER and theirs.phase != NEVER:
        text = comparison.stated.text[theirs.start : theirs.end]
        return ahead == (modality.strength(theirs) == modality.PLAN) and _AT_ALL.search(text) is not None
    return ours.phase != OVER or theirs.phase == OVER
