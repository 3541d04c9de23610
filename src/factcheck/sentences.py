"""Text -> sentences, each with its place in the text it came from.

Blocks come first (headings, list items, what stands between blank lines), because no sentence crosses them; each block
is then split. Text is only ever cut, never rewritten, and may arrive in pieces: a sentence is known as soon as nothing
that follows can change it, so how a text was cut into pieces changes nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from factcheck import boundaries, paragraphs
from factcheck.arriving import Arriving
from factcheck.boundaries import LONGEST, Cuts
from factcheck.paragraphs import HEADING, Line, marker, number_of

_REFERENCE = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and its place: line and column count from 1, start and end are code points from 0, end exclusive.

    `end_line` is the line of its last character, and `end_column` the column after it.
    """

    text: str
    start: int = 0
    end: int = 0
    line: int = 1
    column: int = 1
    path: str = "<text>"
    end_line: int = 1
    end_column: int = 1


class Positions(NamedTuple):
    """Where each character of a text stands in its document, and where the lines of that document start.

    `source` is the document where a character of it may be written as a reference such as `&eacute;`.
    """

    offsets: Sequence[int]
    line_starts: Sequence[int]
    source: str = ""


def split(text: str, path: str = "<text>") -> tuple[Sentence, ...]:
    """Split plain text into sentences."""
    return tuple(split_pieces([text], path))


def split_pieces(pieces: Iterable[str], path: str = "<text>") -> Iterator[Sentence]:
    """Split plain text that arrives in pieces; yield each sentence as soon as nothing can change it."""
    source = Arriving(pieces)
    while _find_paragraph(source):
        yield from _Paragraph(source).sentences(path)


def split_block(text: str, path: str, positions: Positions) -> Iterator[Sentence]:
    """Split a text that is one block of prose; `positions` says where its characters stand in the user's document."""
    for start, end in paragraphs.items(text, 0, len(text)):
        for first, last in boundaries.sentences(text, start, end):
            yield _place(text, first, last, path, positions)


def blocks(text: str) -> Iterator[Line]:
    """Yield the start and end of each block of plain text: a heading, a list item, or a paragraph."""
    source = Arriving([text])
    while _find_paragraph(source):
        yield from _Paragraph(source).blocks()


def lines(pieces: Iterable[str], path: str = "<text>") -> Iterator[Sentence]:
    """Take every line that is not blank as one sentence, exactly as it stands, without its line end."""
    source = Arriving(pieces)
    while (line := _whole_line(source)) != (0, 0):
        end, after = line
        if not paragraphs.is_blank(source.text, (0, end)):
            yield _sentence(source, 0, end, path)
        source.forget(after)


def lines_at(text: str, path: str, positions: Positions) -> Iterator[Sentence]:
    """Take every line of a text that is not blank as one sentence; `positions` says where its characters stand."""
    for line in paragraphs.lines(text):
        if not paragraphs.is_blank(text, line):
            yield _place(text, *line, path, positions)


def moved(sentence: Sentence, positions: Positions) -> Sentence:
    """Return a sentence of a text as one of the document in which the characters of the text stand elsewhere."""
    return _placed(sentence.text, sentence.start, sentence.end, sentence.path, positions)


def line_starts(text: str) -> tuple[int, ...]:
    """Return the offset at which each line starts."""
    return tuple(start for start, _ in paragraphs.lines(text))


def _sentence(source: Arriving, start: int, end: int, path: str) -> Sentence:
    """Return a stretch of an arriving text as a sentence at its place in the whole."""
    line, line_start = source.place(start)
    end_line, end_line_start = source.place(end - 1)
    first, after = source.offset + start, source.offset + end
    column, end_column = first - line_start + 1, after - end_line_start + 1
    return Sentence(source.text[start:end], first, after, line, column, path, end_line, end_column)


def _place(text: str, start: int, end: int, path: str, positions: Positions) -> Sentence:
    """Return text[start:end] as a sentence at its place in the document."""
    return _placed(text[start:end], start, end, path, positions)


def _placed(text: str, start: int, end: int, path: str, positions: Positions) -> Sentence:
    """Return a text as the sentence whose characters have the positions from `start` to `end`."""
    first, last = positions.offsets[start], positions.offsets[end - 1]
    line, column = _line_and_column(first, positions.line_starts)
    end_line, end_column = _line_and_column(last, positions.line_starts)
    reference = _REFERENCE.match(positions.source, last)
    length = len(reference[0]) if reference else 1
    return Sentence(text, first, last + length, line, column, path, end_line, end_column + length)


def _line_and_column(offset: int, starts: Sequence[int]) -> tuple[int, int]:
    """Return where an offset stands in the document."""
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


# What is known of lines that are still arriving.

_HEADLINE = 10  # lines of a paragraph, by whose width a headline over it is told
_WORD = re.compile(r"\S+")
_WHOLE_WORD = re.compile(r"\s*\S+\s")


def _whole_line(source: Arriving) -> Line:
    """Wait for the whole of the first line; return where it ends and where the next one starts."""
    while (line := source.line(0)) is None:
        source.more()
    return line


def _opening(source: Arriving, start: int) -> tuple[str, int, int]:
    """Wait until it is certain what the line at `start` opens; return the text, and where in it to look for that."""
    limit = start + LONGEST
    while source.line(start) is None and len(source.text) <= limit:
        if paragraphs.is_certain(source.text, start):
            break
        source.more()
    return source.text, start, min(source.so_far(start), limit)


def _opens_text(source: Arriving, start: int) -> bool:
    """Tell a line of text from one that is blank or a rule, and from the end."""
    text, _, end = _opening(source, start)
    too_long = end == start + LONGEST
    return too_long or not (paragraphs.is_blank(text, (start, end)) or paragraphs.is_rule(text, (start, end)))


def _find_paragraph(source: Arriving) -> bool:
    """Forget blank lines and rules up to the next paragraph; return False where there is none."""
    while not _opens_text(source, 0):
        _, after = _whole_line(source)
        if not after:
            return False
        source.forget(after)
    return True


def _first_word(source: Arriving, start: int) -> Line:
    """Wait for the first word of the line at `start`; return where it begins and ends."""
    limit = start + LONGEST
    while source.line(start) is None and len(source.text) <= limit:
        if _WHOLE_WORD.match(source.text, start):
            break
        source.more()
    found = _WORD.search(source.text, start, min(source.so_far(start), limit))
    return found.span() if found else (start, start)


def _widths(source: Arriving, start: int) -> Iterator[int]:
    """Yield how long the line at `start` and those after it are, or are at least."""
    for _ in range(_HEADLINE):
        while (line := source.line(start)) is None:
            yield source.so_far(start) - start
            source.more()
        yield line[0] - start
        start = line[1]
        if not _opens_text(source, start):
            return


class _Paragraph:
    """A walk through the blocks of the paragraph with which an arriving text begins.

    The text is forgotten up to the stretch that is looked at. What is known to belong to the block ends at `_end`.
    """

    def __init__(self, source: Arriving) -> None:
        self._source = source
        self._start = source.offset
        self._number = number_of(marker(*_opening(source, 0))) or 0  # of the last list item
        self._lines = 1  # looked at so far
        self._goes_on = True  # after the block

    def sentences(self, path: str) -> Iterator[Sentence]:
        """Yield the sentences of the paragraph."""
        while self._goes_on:
            is_item = self._begin()
            for start, end in chain(self._items() if is_item else (), self._stretches()):
                yield _sentence(self._source, start, end, path)

    def blocks(self) -> Iterator[Line]:
        """Yield the start and end of each block in the whole text."""
        while self._goes_on:
            self._begin()
            while not self._ended:
                self._grow()
            start = self._source.offset
            yield start, start + len(self._source.text[: self._end].rstrip())
            self._forget(self._end)

    def _begin(self) -> bool:
        """Begin a block, without the marks of a heading before it; tell whether it is a list item."""
        heading = HEADING.match(*_opening(self._source, 0))
        if heading:
            self._source.forget(heading.end())
        self._is_heading, self._ended = bool(heading), False
        is_item = bool(marker(*_opening(self._source, 0)))
        self._take_line(0)
        return is_item

    def _items(self) -> Iterator[Line]:
        """Yield where the sentences of a block are that begins with a list marker and may hold more of them."""
        while not self._ended and self._end <= LONGEST:
            self._grow()
        text = self._source.text
        length = self._end if self._end <= LONGEST else boundaries.forced_cut(text[:LONGEST])
        for start, end in paragraphs.items(text, 0, length):
            yield from boundaries.sentences(text, start, end)
        self._forget(length)

    def _stretches(self) -> Iterator[Line]:
        """Yield where the sentences of a block are, one stretch after the other, each as soon as its end is certain."""
        cuts = Cuts()
        while True:
            length = cuts.next(self._source.text[: self._end], self._ended) or (self._end if self._ended else 0)
            if length:
                yield from boundaries.in_stretch(self._source.text, 0, length)
                self._forget(length)
            elif self._ended:
                return
            else:
                self._grow()

    def _forget(self, end: int) -> None:
        """Forget text[:end], which is done with."""
        self._source.forget(end)
        self._end -= end

    def _grow(self) -> None:
        """Take in more of the block, or find that it has ended."""
        if not self._line_is_whole:
            self._source.more()
            self._take_line(self._end)
        elif self._goes_on_with(self._end):
            self._take_line(self._end)
        else:
            self._ended = True

    def _take_line(self, start: int) -> None:
        """Take in what has arrived of the line at `start`."""
        line = self._source.line(start)
        self._line_is_whole = line is not None
        self._end = line[1] if line else self._source.so_far(start)

    def _goes_on_with(self, start: int) -> bool:
        """Tell whether the block goes on with the line at `start`."""
        if not _opens_text(self._source, start):
            self._goes_on = False
            return False
        self._lines += 1
        line = _opening(self._source, start)
        found = marker(*line)
        if found and paragraphs.opens_item(found, self._number):
            self._number = number_of(found) or self._number
            return False
        if self._is_heading or HEADING.match(*line):
            return False
        return self._lines > 2 or not self._is_headline(start)

    def _is_headline(self, start: int) -> bool:
        """Tell a headline over a paragraph from its first line; `start` is where its second line starts.

        Where the second line's first word would still have fitted, nobody wrapped the first line there.
        """
        first = self._source.text[:start].rstrip()
        word, end = _first_word(self._source, start)
        text = self._source.text[: end + 1]
        if not paragraphs.may_be_headline(first, text[word:end]) or Cuts().next(text, ended=False):
            return False  # what certainly ends with the line need not be told from a headline
        needed = self._source.offset + len(first) - self._start + 1 + end - word
        return any(width > needed for width in _widths(self._source, start))
