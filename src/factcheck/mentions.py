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
    by_lemma: dict[tuple[str, int], list[int]] = {}
    for number, match in enumerate(matches):
        if match and said.heads[number] == number:
            by_lemma.setdefault((said.units[number].lemma, match.stated), []).append(number)
    for number, match in enumerate(matches):
        if match is None or not _is_weighty(said, number):
            continue
        again = [other for other in by_lemma.get((said.units[number].lemma, match.stated), ()) if other != number]
        if again and _is_named_apart(said, number, again) and not _is_described(said, number, cover):
            yield number


def _is_weighty(said: Statement, number: int) -> bool:
    unit = said.units[number]
    return unit.kind == "word" and unit.pos == "n" and unit.weight >= 1


def _is_named_apart(said: Statement, number: int, again: Sequence[int]) -> bool:
    """Tell whether a noun that stands elsewhere too is described in another way there."""
    own = _words(said, number)
    return any(_words(said, other) != own for other in again)


def _words(said: Statement, number: int) -> set[str]:
    return {said.units[index].lemma for index in _describing(said, number)}


def _is_described(said: Statement, number: int, cover: Sequence[float]) -> bool:
    """Tell whether a wording has all that describes a noun."""
    return all(cover[index] >= _TOLD for index in _describing(said, number))


def _describing(said: Statement, number: int) -> list[int]:
    return [index for index, head in enumerate(said.heads) if head == number != index]
