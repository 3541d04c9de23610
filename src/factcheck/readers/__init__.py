"""Readers: one file for each format, from what is in a document to the prose in it. None of them opens a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class UnreadableError(Exception):
    """What is wrong with a document, in words that follow its name."""


class Block(NamedTuple):
    """A stretch of prose that no sentence crosses, and the offset in the document of each of its characters.

    `quoted` says that the markup around it marks it as somebody else's words. `bound` are the indexes of characters by which
    something else goes, such as the name of a target: if they changed, what refers by them would break.
    """

    text: str
    offsets: Sequence[int]
    quoted: bool = False
    bound: frozenset[int] = frozenset()


class Extract(NamedTuple):
    """The text of a document that is no text file, the prose in it, and where what counts as its lines starts."""

    text: str
    blocks: tuple[Block, ...]
    line_starts: tuple[int, ...]
