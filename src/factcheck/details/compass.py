"""Which way one place lies of another: "north-east of", "upstream of". The other lies the opposite way of the one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.tables import rows
from factcheck.tokens import Token, is_dash

_PARTS = ("north", "south")
_LONGEST = 3  # tokens of "north-east"
_POINTS = {
    "north": (0, 1),
    "east": (1, 0),
    "northeast": (1, 1),
    "northwest": (-1, 1),
}  # each axis to the east and the north


@cache
def _ways() -> dict[str, tuple[str, int]]:
    """Return for each word its axis and the sign of its way."""
    return {
        word: (one, sign)
        for one, other in rows("compass")
        for words, sign in ((one, 1), (other, -1))
        for word in words.split(", ")
    }


def way(tokens: Sequence[Token], of: int) -> tuple[str, int, int] | None:
    """Return axis, sign and first token of the direction before an "of" or a "from", or None."""
    word = tokens[of - 1].norm if of else ""
    first = of - 1
    dashed = of >= _LONGEST and is_dash(tokens[of - 2])
    before = tokens[of - _LONGEST].norm if dashed else tokens[of - 2].norm if of > 1 else ""
    if word in ("east", "west") and before in _PARTS:
        word, first = before + word, of - (_LONGEST if dashed else 2)
    found = _ways().get(word)
    return (*found, first) if found else None


def fits(one: str, sign: int, other: str, other_sign: int) -> int:
    """Return 1 where a direction is that of a wording or less exact, -1 where it is none of its ways, 0 where it is more exact."""
    if one == other:
        return 1 if sign == other_sign else -1
    if one not in _POINTS or other not in _POINTS:
        return 0
    here, there = ([each * way for each in _POINTS[axis]] for axis, way in ((one, sign), (other, other_sign)))
    if sum(ours * theirs for ours, theirs in zip(here, there, strict=True)) <= 0:
        return -1
    return 1 if all(ours in (0, theirs) for ours, theirs in zip(here, there, strict=True)) else 0
