"""Whether who undergoes a thing in a sentence is not who does it in the wording: the lorry that hit a bus was not hit.

"The driver killed a boy" does not say that the driver died, nor "the firm closed two mills" that the firm closed.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.alignment import Level
from factcheck.comparison import Comparison
from factcheck.conflicts import is_symmetric
from factcheck.details.converses import are_converse
from factcheck.statement import Frame, Statement
from factcheck.tables import groups, kinds


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether nobody to whom something is done in a part does it to another in the wording."""
    frames = comparison.said.frames
    return not any(_is_done_by(comparison, frame) for frame in frames if frame.verb in part) and not any(
        _is_made_so_by(comparison, number) for number in part if comparison.said.units[number].pos == "a"
    )


def _is_done_by(comparison: Comparison, frame: Frame) -> bool:
    """Tell whether whoever undergoes what a clause tells is who does it in the wording."""
    said, stated, act = comparison.said, comparison.stated, comparison.matches[frame.verb]
    if act is None or act.level < Level.NEAR or frame.verb in comparison.reckoned:
        return False
    theirs = next((each for each in stated.frames if each.verb == act.stated), None)
    if theirs is None or theirs.passive or _is_set_off(stated, theirs) or not _acted_on(stated, theirs):
        return False
    verb, other = said.units[frame.verb].lemma, stated.units[act.stated].lemma
    if is_symmetric(verb) or is_symmetric(other) or are_converse(verb, other):
        return False
    undergoers = frame.object if frame.passive else frame.subject
    does = any((match := comparison.matches[at]) and match.stated in theirs.subject for at in undergoers)
    return does and _undergoes(comparison, frame, theirs, verb, other)


def _is_set_off(stated: Statement, frame: Frame) -> bool:
    """Tell whether a comma stands between a verb and its subject, so that it may be a participle: ", also known as the Bell,"."""
    first = max((stated.units[at].end for at in frame.subject if at < frame.verb), default=0)
    return "," in stated.text[first : stated.units[frame.verb].start]


def _is_made_so_by(comparison: Comparison, number: int) -> bool:
    """Tell whether what a subject is said to be is what it makes of another in the wording: who delays a train is not late."""
    said, stated, match = comparison.said, comparison.stated, comparison.matches[number]
    frame = said.frames[said.units[number].clause]
    if (
        frame.verb >= 0
        or said.units[number].comparative
        or number in comparison.reckoned
        or match is None
        or match.level not in (Level.NEAR, Level.SYNONYM)
    ):
        return False
    theirs = next((each for each in stated.frames if each.verb == match.stated), None)
    if theirs is None or theirs.passive or _is_set_off(stated, theirs) or not _acted_on(stated, theirs):
        return False
    return any((own := comparison.matches[at]) and own.stated in theirs.subject for at in frame.subject)


def _undergoes(comparison: Comparison, frame: Frame, theirs: Frame, verb: str, other: str) -> bool:
    """Tell whether a clause says that something befalls one of whom the wording says that he does it."""
    always, bare = groups("undergoing")["always"], groups("undergoing")["bare"]
    if not frame.passive and verb in always:
        return other not in always
    named = {match.stated for match in comparison.matches if match and match.level >= Level.NEAR}
    if not named.isdisjoint(_acted_on(comparison.stated, theirs)):
        return False  # "was awarded the prize", who won it
    return frame.passive or (verb in bare and not _acted_on(comparison.said, frame))


def _acted_on(statement: Statement, frame: Frame) -> list[int]:
    """Return the nouns and names that an active verb acts on, by "on" too; how much and how long are none."""
    units, verb = statement.units, statement.units[frame.verb]
    roles = ("o", "on") if verb.lemma.endswith(" on") else ("o",)
    behind = (at for at in range(frame.verb + 1, len(units)) if units[at].clause == verb.clause)
    return [
        at
        for at in dict.fromkeys((*frame.object, *(at for at in behind if units[at].role in roles)))
        if units[at].pos == "n"
        and units[at].kind in ("word", "name")
        and statement.heads[at] == at
        and units[at].lemma not in kinds("times")
    ]
