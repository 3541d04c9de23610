"""Who says it: the subject of a reporting verb, what follows "according to"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck import words
from factcheck.draft import Draft

if TYPE_CHECKING:
    from factcheck.statement import Frame


def find(draft: Draft, frames: Sequence[Frame]) -> tuple[int, ...]:
    """Return the units that name who says it: the subject of a reporting verb, what follows "according to"."""
    found: list[int] = []
    for frame in frames:
        if frame.verb >= 0 and draft.units[frame.verb].lemma in words.reporting()["verb"]:
            found += [index for index in frame.subject if draft.units[index].pos == "n" and not _is_owner(draft, index)]
    for index, unit in enumerate(draft.units):
        first = unit.first
        for back in range(first - 1, max(first - 4, -1), -1):
            words_ = " ".join(token.norm for token in draft.tokens[back : back + 2])
            if words_ in words.reporting()["preposition"]:
                found.append(index)
        joined = (
            first > 0
            and draft.tokens[first - 1].norm in ("and", ",")
            and index - 1 in found
            and draft.units[index - 1].last == first - 1
        )
        if joined and unit.kind == "name":
            found.append(index)
    return tuple(dict.fromkeys(found))


def _is_owner(draft: Draft, number: int) -> bool:
    """Tell whether a name only says whose the subject is: "the coach of the Harriers", "Redport's mayor"."""
    unit = draft.units[number]
    before = [token.norm for token in draft.tokens[max(unit.first - 2, 0) : unit.first] if token.norm != "the"][-1:]
    return unit.kind == "name" and (before == ["of"] or draft.tags[unit.last : unit.last + 1] == "$")
