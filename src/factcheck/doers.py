"""Whether who does something in a sentence is who does it in the wording, and not only named beside somebody else.

"Ilse Kramer, the sister of Hans Kramer, was awarded a medal" gives Hans none; "Lund, who studied with Berg, painted the
hall" leaves it open what Berg painted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from factcheck import natures
from factcheck.comparison import Comparison
from factcheck.conflicts import is_symmetric
from factcheck.decision import WEIGHTY
from factcheck.details import possessives
from factcheck.details.names import Name
from factcheck.statement import Frame, Statement, Unit

_BESIDE = frozenset(
    ("at", "of", "for", "from", "to", "in", "on", "about", "behind", "after", "before", "than", "like", "ahead")
)
_PERSON = "person"
_OF = re.compile(r"\bof\b", re.IGNORECASE)


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether nobody in a part does, or is done, what the wording says of another person, beside whom it only names him."""
    said = comparison.said
    return not any(
        _is_only_beside(comparison, frame, side, number)
        for frame in said.frames
        if frame.verb in part and said.units[frame.verb].weight >= WEIGHTY
        for side in (_subject, _object)
        for number in side(frame)
        if number in part and _is_party(said, side(frame), number, frame.passive and side is _subject)
    )


def _subject(frame: Frame) -> tuple[int, ...]:
    return frame.subject


def _object(frame: Frame) -> tuple[int, ...]:
    return frame.object


def _is_party(statement: Statement, parties: Sequence[int], number: int, agent: bool) -> bool:
    """Tell whether a unit is a name or a noun that is not only whose another party is; "by a company" may say what the agent is."""
    unit = statement.units[number]
    noun = (
        unit.kind == "word"
        and unit.pos == "n"
        and (unit.weight >= WEIGHTY or (unit.weight > 0 and not agent))
        and statement.heads[number] == number
    )
    return (unit.kind == "name" or noun) and not any(_owned(statement, parties, number))


def _is_only_beside(
    comparison: Comparison, frame: Frame, side: Callable[[Frame], tuple[int, ...]], number: int
) -> bool:
    said, stated = comparison.said, comparison.stated
    name, act = comparison.matches[number], comparison.matches[frame.verb]
    if name is None or act is None or is_symmetric(said.units[frame.verb].lemma) or number in comparison.reckoned:
        return False
    if any(number in (*link.left, *link.right) for link in said.links):
        return False  # who is behind and who ahead is told by their order
    verb = stated.units[act.stated]
    other = stated.frames[verb.clause]
    if other.verb != act.stated:
        return False
    taken = {match.stated for match in comparison.matches if match}
    parties = [party for party in side(other) if side is _subject or stated.units[party].clause == verb.clause]
    others = _others(stated, other.verb, parties, name.stated)
    return any(_is_somebody(stated.units[doer]) and doer not in taken for doer in others)


def _others(stated: Statement, verb: int, parties: Sequence[int], number: int) -> Iterator[int]:
    """Yield the parties of an act beside which a unit only stands, or whose they are."""
    unit = stated.units[number]
    if number in parties:
        if not _is_place(unit):  # who signs for a country may be its minister
            yield from _owned(stated, parties, number)
    elif unit.clause != stated.units[verb].clause or unit.role in _BESIDE:
        yield from (party for party in parties if not _are_one(stated, party, number))


def _owned(statement: Statement, parties: Sequence[int], number: int) -> Iterator[int]:
    """Yield the parties that are of another: the sister of "the sister of Lund" and of "Lund's sister"."""
    unit = statement.units[number]
    if number - 1 in parties and _OF.search(statement.text, statement.units[number - 1].end, unit.start):
        yield number - 1
    if number + 1 in parties and possessives.owns(statement.text, unit.end):
        yield number + 1


def _are_one(stated: Statement, party: int, number: int) -> bool:
    """Tell whether a party is what a unit is called or said to be: "singer Ann Berg", "Ann Berg is a singer who …"."""
    called = abs(party - number) == 1 and stated.units[party].clause == stated.units[number].clause
    return called or any(each.kind == party and number in each.of for each in stated.predications)


def _is_somebody(unit: Unit) -> bool:
    """Tell whether a unit is a person: a name of no known place, or a noun for one."""
    return not _is_place(unit) if unit.kind == "name" else _PERSON in natures.of(unit.lemma)


def _is_place(unit: Unit) -> bool:
    return isinstance(unit.value, Name) and unit.value.entity.id[0] == "p"
