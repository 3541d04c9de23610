"""Two known persons that a sentence takes for one: "the mayor's name is Lund", where the database knows another mayor."""

from __future__ import annotations

from factcheck.conflicts.places import Chosen, Conflict, Rows
from factcheck.details.names import Name
from factcheck.statement import Frame, Statement

_KNOWN = "n"  # begins the id of an entity of the database


def identities(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """One person said to be another."""
    for frame in said.frames:
        if not _equates(frame):
            continue
        subjects, others = _persons(said, frame.subject), _persons(said, frame.object)
        if len(subjects) == 1 and len(others) == 1 and _differ(said, subjects[0], others[0]):
            one, other = chosen[subjects[0]], chosen[others[0]]
            if one is not None and other is not None and not _are_equated(stated, one.stated, other.stated):
                return [Conflict("office", others[0], one.stated)]
    return []


def _equates(frame: Frame) -> bool:
    return frame.verb < 0 and not frame.denied and not frame.modal and bool(frame.subject and frame.object)


def _are_equated(stated: Statement, one: int, other: int) -> bool:
    """Tell whether the wording takes them for one too."""
    return any(_equates(frame) and one in frame.subject and other in frame.object for frame in stated.frames)


def _persons(said: Statement, numbers: tuple[int, ...]) -> list[int]:
    """Return the nouns of a side where all that weighs is a person whom the database knows, else nothing."""
    weighty = [number for number in numbers if said.units[number].weight]
    values = [said.units[number].value for number in weighty]
    known = all(isinstance(value, Name) and value.entity.kind == "person" for value in values)
    return weighty if known else []


def _differ(said: Statement, one: int, other: int) -> bool:
    first, second = said.units[one].lemma, said.units[other].lemma
    return first != second and first[:1] == second[:1] == _KNOWN
