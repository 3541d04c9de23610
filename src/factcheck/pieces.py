"""The parts of a compound sentence: what stands beside what, each with a subject of its own or the one before it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.once import once
from factcheck.statement import Frame, Statement
from factcheck.words import reporting

_PLACING = "where "


@once
def split(said: Statement) -> list[tuple[int, ...]]:
    """Return the parts of a compound sentence as indexes of units; a part without a subject takes the one before it."""
    pieces: list[list[int]] = []
    for number, frame in enumerate(said.frames):
        own = [index for index, unit in enumerate(said.units) if unit.clause == number]
        reported = (
            number > 0
            and said.frames[number - 1].verb >= 0
            and said.units[said.frames[number - 1].verb].lemma in reporting()["verb"]
            and frame.link != "C"
        )
        separate = (
            not reported and not _defines(said, frame) and frame.link in ("C", "S", "W", ";", ".") and frame.verb >= 0
        )
        if separate and pieces and any(said.units[index].weight for index in own):
            has_subject = any(
                said.units[index].role in ("s",) or (frame.passive and said.units[index].role == "o") for index in own
            )
            pieces.append(own if has_subject else [*frame.subject, *own])
        elif pieces:
            pieces[-1] += own
        else:
            pieces.append(own)
    return [tuple(sorted(set(piece))) for piece in _told(said, pieces)]


def _defines(said: Statement, frame: Frame) -> bool:
    """Tell whether a clause says which place is meant: "the town where it was signed"."""
    told = said.text[frame.start : frame.end].lower().startswith(_PLACING)
    return told and not said.text[: frame.start].rstrip().endswith(",")


def _told(said: Statement, pieces: Sequence[list[int]]) -> list[list[int]]:
    """Join a part that says nothing of its own ("astronomers know …") with the next one, the last with the one before."""
    found: list[list[int]] = []
    for piece in pieces:
        if found and not _says_something(said, found[-1]):
            found[-1] = [*found[-1], *piece]
        else:
            found.append(list(piece))
    if len(found) > 1 and not _says_something(said, found[-1]):
        rest = found.pop()
        found[-1] += rest
    return [piece for piece in found if any(said.units[index].weight for index in piece)]


def _says_something(said: Statement, piece: Sequence[int]) -> bool:
    return any(said.units[index].weight >= 1 for index in piece)
