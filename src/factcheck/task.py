"""What is checked, and against what."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.database import Claims
    from factcheck.documents import Document, Split, Stream
    from factcheck.sentences import Sentence


class Task(NamedTuple):
    """Documents, their sentences or lines as `split` says, and the claims that they are checked against.

    The sentences are found as they are asked for, once. `remarks` are what to tell of what was passed over in reading.
    """

    documents: tuple[Document | Stream, ...]
    split: Split
    sentences: Iterator[Sentence]
    claims: Claims
    remarks: tuple[str, ...] = ()
