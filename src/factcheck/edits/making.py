"""Wording -> edits of all kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from factcheck.edits import Kind, additions, contraries, denials, figures, limits, naming, parties, times
from factcheck.edits.edit import Edit, Original
from factcheck.edits.known import Known

_MAKERS: dict[Kind, Callable[[Original, Known], Iterator[Edit]]] = {
    Kind.NUMBER: figures.numbers,
    Kind.SCALE: figures.scales,
    Kind.UNIT: figures.other_units,
    Kind.YEAR: times.years,
    Kind.MONTH: times.months,
    Kind.DAY: times.days,
    Kind.NAME: naming.others,
    Kind.OPPOSITE: contraries.opposites,
    Kind.DIRECTION: contraries.directions,
    Kind.SCOPE: limits.scopes,
    Kind.NOT_ADDED: denials.denied,
    Kind.NOT_DROPPED: denials.affirmed,
    Kind.SWAPPED: parties.swapped,
    Kind.ADDED: additions.added,
}


def made(original: Original, known: Known, kinds: Iterable[Kind] = Kind) -> Iterator[tuple[Kind, Edit]]:
    """Yield the edits of a wording, each text once, none that is a right wording itself."""
    seen: set[str] = {original.text}
    for kind in kinds:
        for edit in _MAKERS[kind](original, known):
            if edit.text not in seen and not known.is_stated(edit.text):
                seen.add(edit.text)
                yield kind, edit
