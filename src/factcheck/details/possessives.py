"""Possessives: whether what stands in a text is only whose something is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.statement import Unit

_ENDING = re.compile(r"\s?['’]s?\s")


def owns(text: str, end: int) -> bool:
    """Tell whether what ends at a place in a text, in code points, has the ending of an owner behind it: "Lund's bridge"."""
    return _ENDING.match(text, end) is not None


def owned(text: str, heads: Sequence[int], units: Sequence[Unit], number: int) -> int:
    """Return what is somebody's behind a possessive, else the unit itself: the ferries of "most of the firm's ferries"."""
    while number + 1 < len(units) and owns(text, units[number].end):
        number = heads[number + 1]
    return number


def counted(text: str, heads: Sequence[int], units: Sequence[Unit], number: int) -> int:
    """Return the noun that a figure counts, also behind a possessive: "ten of the firm's ferries"."""
    noun = heads[number]
    while noun + 1 < len(units) and noun != number and owns(text, units[noun].end):
        noun = heads[noun + 1]
    return noun
