"""Quotations: the stretches of a text that stand between quotation marks, where the words are somebody else's."""

from __future__ import annotations

from functools import lru_cache

_CLOSING = {"“": "”", "„": "“”", "«": "»", "‘": "’", '"': '"', "'": "'"}
_ALWAYS_OPEN = "“„«"
_ALWAYS_CLOSE = "”»"
_SINGLE = "'’"  # these are apostrophes as well
_BEFORE_OPENING = "([{-‐‑–—/|"


@lru_cache(maxsize=8)  # all corrections of a long block ask for the same
def find(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each quotation starts and ends, left to right, its marks included.

    A mark without a partner quotes everything up to that end of the text: the other one stands in another sentence.
    """
    found: list[tuple[int, int]] = []
    mark, start = "", 0
    for at, char in enumerate(text):
        if mark:
            if char in _CLOSING[mark] and not _is_apostrophe(text, at):
                found.append((start, at + 1))
                mark = ""
        elif char in _CLOSING and _opens(text, at):
            mark, start = char, at
        elif char in _ALWAYS_CLOSE or char == '"':
            found.append((0, at + 1))
    if mark:
        found.append((start, len(text)))
    return tuple(found)


def is_quoted(text: str, start: int, end: int) -> bool:
    """Tell whether any of text[start:end] stands in a quotation."""
    return any(start < last and first < end for first, last in find(text))


def _opens(text: str, at: int) -> bool:
    """Tell whether the mark at a place opens a quotation: it stands before a word and not behind one."""
    if text[at] in _ALWAYS_OPEN:
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    in_front = not before or before.isspace() or before in _BEFORE_OPENING
    return in_front and bool(after.strip()) and not (text[at] in "'‘" and after.isdigit())  # the '90s


def _is_apostrophe(text: str, at: int) -> bool:
    """Tell the apostrophe in "Tunisia's" from a closing mark."""
    return text[at] in _SINGLE and text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()
