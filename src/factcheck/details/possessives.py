"""Possessives: whether what stands in a text is only whose something is."""

from __future__ import annotations

import re

_ENDING = re.compile(r"\s?['’]s?\s")


def owns(text: str, end: int) -> bool:
    """Tell whether what ends at a place in a text, in code points, has the ending of an owner behind it: "Lund's bridge"."""
    return _ENDING.match(text, end) is not None
