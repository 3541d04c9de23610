"""What is checked, and against what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.database import Claims
    from factcheck.documents import Document, Split
    from factcheck.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Task:
    """Documents, their sentences or lines as `split` says, and the claims that they are checked against."""

    documents: tuple[Document, ...]
    split: Split
    sentences: tuple[Sentence, ...]
    claims: Claims
