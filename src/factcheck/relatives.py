"""Who acts where a wording tells of a thing with what somebody else did to it: "the doctor whom the clinic dismissed has sued".

The clinic dismissed and did not sue, and the doctor did not dismiss.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.alignment import Level
from factcheck.comparison import Comparison
from factcheck.statement import Frame


def hold(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether nobody in a part does what the wording says of the other one of a thing and who did something to it."""
    stated = comparison.stated
    if not any(_is_turned(frame) for frame in stated.frames):
        return True
    return not any(
        _is_exchanged(comparison, frame, stated.units[match.stated].clause)
        for frame in comparison.said.frames
        if frame.verb in part and (match := comparison.matches[frame.verb]) and match.level > Level.SYNSET
    )


def _is_turned(frame: Frame) -> bool:
    """Tell whether what is acted on stands before who acts: "the doctor whom the clinic dismissed"."""
    return (
        bool(frame.object and frame.subject)
        and not frame.passive
        and max(frame.object) < min(frame.subject) < frame.verb
    )


def _is_exchanged(comparison: Comparison, frame: Frame, home: int) -> bool:
    """Tell whether who acts, or is acted on, in a clause is the other one in the wording."""
    stated = comparison.stated
    other = stated.frames[home]
    acts, acted = _partners(comparison, frame.subject), _partners(comparison, frame.object)
    if _is_turned(other):
        return bool(acts & set(other.object) or acted & set(other.subject))
    before = stated.frames[home - 1] if home else None
    if before is None or not _is_turned(before):
        return False
    strangers = set(before.subject) - set(other.subject) - set(other.object)
    return bool((acted if frame.passive else acts) & strangers) and _goes_on(before, other)


def _goes_on(before: Frame, other: Frame) -> bool:
    """Tell whether a clause is about the thing that the relative clause before it is of."""
    return set(other.object if other.passive else other.subject) == set(before.object)


def _partners(comparison: Comparison, numbers: Sequence[int]) -> set[int]:
    """Return what the nouns among some units match."""
    said = comparison.said
    return {
        match.stated for number in numbers if said.units[number].pos == "n" and (match := comparison.matches[number])
    }
