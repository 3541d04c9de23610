"""A document to check against: each of its sentences is a claim that knows where it stands."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from factcheck import documents, sentences
from factcheck.database import Claim, Claims
from factcheck.documents import Document
from factcheck.reports.paths import is_file


def claims(source: Document, title: str) -> Claims:
    """Make a database of a document."""
    text, offsets = documents.prose(source)
    starts = sentences.line_starts(source.text) if source.line_starts is None else source.line_starts
    path = source.name if is_file(source.name) and source.is_text else ""  # a PDF has no lines to show

    def placed(claim: Claim) -> Claim:
        line = bisect_right(starts, offsets[claim.at])
        return replace(claim, path=path, line=line, excerpt_line=line)

    found = Claims.from_text(text, title)
    return replace(found, claims=tuple(map(placed, found.claims)))
