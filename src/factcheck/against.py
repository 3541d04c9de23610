"""A document to check against: each of its sentences is a claim that knows where it stands."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from factcheck import documents, sentences
from factcheck.database import Claim, Claims
from factcheck.documents import Document, DocumentError
from factcheck.reports.paths import is_file

_UNKNOWN = -1  # where an excerpt starts of which that is not known


def claims(source: Document, title: str) -> Claims:
    """Make a database of a document. Raises DocumentError where it holds no sentence."""
    text, offsets = documents.prose(source)
    starts = sentences.line_starts(source.text) if source.line_starts is None else source.line_starts
    path = source.name if is_file(source.name) and source.is_text else ""  # a PDF has no lines to show

    def placed(claim: Claim) -> Claim:
        at = offsets[claim.at]
        line = bisect_right(starts, at)
        is_there = source.text.startswith(claim.excerpt, at)  # and no markup interrupts it
        return replace(claim, at=at if is_there else _UNKNOWN, path=path, line=line, excerpt_line=line)

    found = Claims.from_text(text, title)
    if not found.claims:
        raise DocumentError(f"{source.name}: holds no sentence to check against")
    return replace(found, claims=tuple(map(placed, found.claims)))
