"""A thing that is named again with a description of its own is another one: "moved the new depot next to the old depot"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.alignment import Match
from factcheck.statement import Statement

_TOLD = 0.3  # share of a description that a wording must have


def others(said: Statement, matches: Sequence[Match | None], cover: Sequence[float]) -> Iterator[int]:
    """Yield the units that stand for another thing than the one that a wording has and that is named by the same word."""
    places = [match.stated for match in matches if match]
    if len(set(places)) == len(places):
        return
    for number, match in enumerate(matches):
        if match and _is_named_again(said, matches, number, match) and not _is_described(said, number, cover):
            yield number


def _is_named_again(said: Statement, matches: Sequence[Match | None], number: int, match: Match) -> bool:
    """Tell whether a noun stands elsewhere in a sentence too, where the wording has it once."""
    unit = said.units[number]
    if unit.kind != "word" or unit.pos != "n" or unit.weight < 1:
        return False
    return any(
        other is not None
        and index != number
        and other.stated == match.stated
        and said.units[index].lemma == unit.lemma
        and said.heads[index] == index
        and _words(said, index) != _words(said, number)
        for index, other in enumerate(matches)
    )


def _words(said: Statement, number: int) -> set[str]:
    return {said.units[index].lemma for index in _describing(said, number)}


def _is_described(said: Statement, number: int, cover: Sequence[float]) -> bool:
    """Tell whether a wording has all that describes a noun."""
    return all(cover[index] >= _TOLD for index in _describing(said, number))


def _describing(said: Statement, number: int) -> list[int]:
    return [index for index, head in enumerate(said.heads) if head == number != index]
