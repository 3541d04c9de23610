"""PDF -> its text and the prose in it; what counts as a line is a page.

A PDF knows where signs stand and nothing of paragraphs. A new block begins where the distance between two lines, or the
size of their type, changes, or where a list item begins. Headings (few lines in larger type), page numbers, tables
of contents and what is repeated at the top or the bottom of several pages are no prose. pypdfium2 reads the text; it is an extra.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from factcheck import paragraphs
from factcheck.readers import Block, Extract, UnreadableError

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_LARGER = 1.1  # times the size of the type of most of the text, and it is that of a heading
_FARTHER = 1.15  # times the distance of most lines, and a paragraph ends between two lines
_HEADING_LINES = 3  # a heading has no more
_RUNNING_LINES = 3  # nor has what is repeated on each page, at either end of it
_WRAPPED = 0.75  # of the longest line of a page; a line that goes on overleaf is at least so long
_DROPPED = re.compile(
    "[\x00-\x08\x0b-\x1f\ufffe\uffff]"
)  # with U+FFFE pdfium marks a word divided at the end of a line
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")
_LEADERS = re.compile(r"(?:\. ?){5,}\s*[\divxlc]*\s*$")  # the line of a table of contents


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page: its text, where that starts in the whole text, and how it stands on the page.

    A word that was divided at the end of a line makes two lines one, which has two base lines.
    """

    text: str
    start: int
    page: int
    top: float  # the base line of its first sign
    base: float  # and of its last
    size: float  # of its type


def read(data: bytes) -> Extract:
    """Read a document."""
    pages: list[list[_Line]] = []
    starts, end = [], 0
    for number, lines in enumerate(_pages(data)):
        starts.append(end)
        pages.append([])
        for text, *place in lines:
            pages[-1].append(_Line(text, end, number, *place))
            end += len(text) + 1
    text = "".join(f"{line.text}\n" for line in chain.from_iterable(pages))
    if not text.strip():
        raise UnreadableError("holds no text; a scan is a picture until text recognition makes text of it")
    return Extract(text, tuple(_blocks(pages)), tuple(starts))


# What pdfium finds.


def _pages(data: bytes) -> Iterator[list[tuple[str, float, float, float]]]:
    """Yield the lines of each page."""
    try:
        import pypdfium2
    except ImportError as error:
        raise UnreadableError("is read with pypdfium2; install it: pip install 'factcheck-cli[pdf]'") from error
    try:
        with closing(pypdfium2.PdfDocument(data)) as document:
            for page in document:
                with closing(page), closing(page.get_textpage()) as found:
                    yield list(_lines(found))
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise UnreadableError("is protected by a password" if locked else "is no PDF, or a broken one") from error


def _lines(page: PdfTextPage) -> Iterator[tuple[str, float, float, float]]:
    """Yield the text of each line, the base line of its first sign and of its last, and the size of its type."""
    for match in re.finditer(r"[^\r\n]+", page.get_text_range()):
        text = _DROPPED.sub("", match[0])
        if text.strip():
            first = match.end() - len(match[0].lstrip())
            last = match.start() + len(match[0].rstrip()) - 1
            (top, one), (base, other) = _sign(page, first), _sign(page, last)
            yield text, top, base, max(one, other)


def _sign(page: PdfTextPage, at: int) -> tuple[float, float]:
    """Return the base line of a character of the text, and the size of its type."""
    from pypdfium2 import raw

    x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    sign = raw.FPDFText_GetCharIndexFromTextIndex(page, at)
    raw.FPDFText_GetCharOrigin(page, sign, x, y)
    raw.FPDFText_GetMatrix(page, sign, matrix)
    return y.value, round(raw.FPDFText_GetFontSize(page, sign) * math.hypot(matrix.c, matrix.d), 1)


# Which of it is prose.


def _blocks(pages: Sequence[Sequence[_Line]]) -> Iterator[Block]:
    """Yield the blocks of prose."""
    lines = [line for line in chain.from_iterable(_without_running(pages)) if not _LEADERS.search(line.text)]
    body = _most((line.size, len(line.text)) for line in lines)
    gaps = [before.base - line.top for before, line in pairwise(lines) if before.size == line.size == body]
    layout = _Layout(body, _most((round(gap), 1) for gap in gaps if gap > 0), _longest(lines))
    for group in _grouped(lines, layout):
        heading = group[0].size > _LARGER * body and len(group) <= _HEADING_LINES
        if not heading:
            text = "\n".join(line.text for line in group)
            yield Block(text, [at for line in group for at in range(line.start, line.start + len(line.text) + 1)][:-1])


@dataclass(frozen=True, slots=True)
class _Layout:
    """What most lines are like: the size of their type, their distance, and by page the length of the longest."""

    size: float
    distance: float
    longest: Mapping[int, int]


def _most(weighed: Iterable[tuple[float, int]]) -> float:
    """Return the value with the most weight, 0 where there is none."""
    weights: Counter[float] = Counter()
    for value, weight in weighed:
        weights[value] += weight
    return max(weights, key=lambda value: (weights[value], value), default=0.0)


def _longest(lines: Iterable[_Line]) -> dict[int, int]:
    """Return how long the longest line of each page is."""
    longest: dict[int, int] = {}
    for line in lines:
        longest[line.page] = max(len(line.text), longest.get(line.page, 0))
    return longest


def _without_running(pages: Sequence[Sequence[_Line]]) -> Sequence[Sequence[_Line]]:
    """Take off page numbers, and what several pages have at their top or bottom but for the numbers in it."""
    for end, rest in ((0, slice(1, None)), (-1, slice(None, -1))):
        for _ in range(_RUNNING_LINES):
            seen = Counter(_worn(page[end]) for page in pages if page)
            pages = [page[rest] if page and _is_running(_worn(page[end]), seen) else page for page in pages]
    return pages


def _worn(line: _Line) -> str:
    """Return what is the same in a line on each page."""
    return _NUMBER.sub("#", line.text.strip())


def _is_running(worn: str, seen: Counter[str]) -> bool:
    """Tell what stands on several pages, or is nothing but a number."""
    return seen[worn] > 1 or not any(map(str.isalnum, worn))


def _grouped(lines: Iterable[_Line], layout: _Layout) -> Iterator[list[_Line]]:
    """Yield the lines of each block."""
    group: list[_Line] = []
    number = 0  # of the last list item
    for line in lines:
        found = paragraphs.marker(line.text, 0, len(line.text))
        is_item = bool(found and paragraphs.opens_item(found, number))
        if is_item:
            number = paragraphs.number_of(found) or number
        if group and (is_item or _is_apart(group[-1], line, layout)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _is_apart(before: _Line, line: _Line, layout: _Layout) -> bool:
    """Tell a line that begins a block from one that goes on with it."""
    small, large = sorted((before.size, line.size))
    gap = before.base - line.top
    if large > _LARGER * small:
        return True
    if before.page != line.page or gap < 0:  # overleaf, or in the next column
        return len(before.text) < _WRAPPED * layout.longest[before.page]
    return gap > _FARTHER * layout.distance * line.size / layout.size
