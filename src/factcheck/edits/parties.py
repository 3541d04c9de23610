"""Edits of roles: two parties that change places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.conflicts import is_symmetric
from factcheck.details.names import Name
from factcheck.edits.edit import Edit, Original, exchange, exchanges
from factcheck.edits.known import Known
from factcheck.statement import Frame, Statement, Unit

_AGAINST = ("o", "to", "from", "over", "against", "than", "by", "on")  # roles of a party that is not the one who acts


def swapped(original: Original, known: Known) -> Iterator[Edit]:
    """Let who acts and who is acted on change places, where that is not the same thing."""
    statement = original.statement
    if any(lemma in exchanges("mutual") for unit in statement.units for lemma in _words(unit)):
        return
    for number, frame in enumerate(statement.frames):
        if frame.verb >= 0 and not is_symmetric(statement.units[frame.verb].lemma):
            pair = _parties(statement, number, frame)
            if pair and not _is_said(pair[1].lemma, pair[0].lemma, statement.units[frame.verb].lemma, known):
                one, other = pair
                yield exchange(original, (one.start, one.end), (other.start, other.end))


def _words(unit: Unit) -> Iterator[tuple[str, ...]]:
    """Yield the words of a unit's lemma one by one."""
    yield from ((word,) for word in unit.lemma.split())


def _parties(statement: Statement, number: int, frame: Frame) -> tuple[Unit, Unit] | None:
    """Return the name of who acts and that of who is acted on in a clause."""
    one = _first_party(statement, [i for i in frame.subject if statement.units[i].clause == number])
    rest = [i for i, unit in enumerate(statement.units) if unit.clause == number and unit.role in _AGAINST]
    other = _first_party(statement, rest)
    if one is None or other is None or one.lemma == other.lemma:
        return None
    return one, other


def _first_party(statement: Statement, numbers: Sequence[int]) -> Unit | None:
    named = (statement.units[number] for number in numbers)
    return next((unit for unit in named if isinstance(unit.value, Name) and not unit.value.adjective), None)


def _is_said(subject: str, other: str, verb: str, known: Known) -> bool:
    """Tell whether a right wording says that the one does it to the other."""
    for number in known.base.postings.get(f"@{subject}", ()):
        wording = known.base.wordings[number]
        for frame in wording.statement.frames:
            acting = {wording.statement.units[index].lemma for index in frame.subject}
            named = {unit.lemma for unit in wording.statement.units if unit.kind == "name"}
            same = frame.verb >= 0 and wording.statement.units[frame.verb].lemma == verb
            if wording.role != "wrong" and same and subject in acting and other in named:
                return True
    return False
