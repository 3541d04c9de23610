"""Which way one place lies of another: "north-east of", "upstream of". The other lies the opposite way of the one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.tables import rows
from factcheck.tokens import Token, is_dash

_PARTS = ("north", "south")
_LONGEST = 3  # tokens of "north-east"


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
