"""Which way one place lies of another: "north-east of", "upstream of". The other lies the opposite way of the one."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.tokens import Token, is_dash

_WAYS = {
    "north": ("north", 1),
    "south": ("north", -1),
    "east": ("east", 1),
    "west": ("east", -1),
    "northeast": ("northeast", 1),
    "southwest": ("northeast", -1),
    "northwest": ("northwest", 1),
    "southeast": ("northwest", -1),
    "upstream": ("stream", 1),
    "downstream": ("stream", -1),
    "upriver": ("stream", 1),
    "downriver": ("stream", -1),
}
_PARTS = ("north", "south")
_LONGEST = 3  # tokens of "north-east"


def way(tokens: Sequence[Token], of: int) -> tuple[str, int, int] | None:
    """Return axis, sign and first token of the direction before an "of" or a "from", or None."""
    word = tokens[of - 1].norm if of else ""
    first = of - 1
    dashed = of >= _LONGEST and is_dash(tokens[of - 2])
    before = tokens[of - _LONGEST].norm if dashed else tokens[of - 2].norm if of > 1 else ""
    if word in ("east", "west") and before in _PARTS:
        word, first = before + word, of - (_LONGEST if dashed else 2)
    found = _WAYS.get(word)
    return (*found, first) if found else None
