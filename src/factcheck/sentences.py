"""Text -> sentences, each with its place in the text it came from.

Blocks come first (headings, list items, what stands between blank lines), because no sentence crosses them; sentencex
then splits each block, and a few rules join or split what it gets wrong. Text is only ever cut, never rewritten.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import sentencex


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


@dataclass(frozen=True, slots=True)
class Positions:
    """Where each character of a text stands in its document, and where the lines of that document start."""

    offsets: Sequence[int]
    line_starts: Sequence[int]

    @classmethod
    def of(cls, text: str) -> Positions:
        """Return the positions of a text that is a document itself."""
        return cls(range(len(text)), line_starts(text))


def split(text: str, path: str = "<text>", positions: Positions | None = None) -> tuple[Sentence, ...]:
    """Split plain text into sentences; `positions` says where its characters stand in the user's document."""
    where = positions or Positions.of(text)
    return tuple(sentence for start, end in blocks(text) for sentence in split_block(text, path, where, start, end))


def split_block(
    text: str, path: str, positions: Positions, start: int = 0, end: int | None = None
) -> Iterator[Sentence]:
    """Split text[start:end], which is known to be one block of prose, into sentences."""
    for item_start, item_end in _items(text, start, len(text) if end is None else end):
        for first, last in _sentences(text, item_start, item_end):
            yield _place(text, first, last, path, positions)


def lines(text: str, path: str = "<text>", positions: Positions | None = None) -> tuple[Sentence, ...]:
    """Take every line that is not blank as one sentence, exactly as it stands, without its line end."""
    where = positions or Positions.of(text)
    return tuple(_place(text, start, end, path, where) for start, end in _lines(text) if not _blank(text, (start, end)))


def line_starts(text: str) -> tuple[int, ...]:
    """Return the offset at which each line starts; a line ends with LF, CR LF or CR."""
    return tuple(start for start, _ in _lines(text))


# Lines and blocks.

Line = tuple[int, int]

_LINE_END = re.compile(r"\r\n|\n|\r")
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+(?=\S)")
_RULE = re.compile(r"[ \t]*(?:(?:[-_*=~][ \t]*){3,})$")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
# What opens a list item: a bullet, a number ("1." "1)" "(1)") or letter ("a)" "(a)"), or a bullet and a number.
# "7. October" is a date; "a." is a marker only where "b." follows: see _items.
_MARKER = re.compile(
    r"[ \t]*(?P<mark>"
    r"(?:(?:(?P<bullet>[•⁃‣◦▪●·])[ \t]*|[-*+][ \t]+)(?:\[[ xX]\][ \t]+)?)?"
    rf"(?:(?P<open>\(?)(?P<label>\d{{1,3}}|[a-z])(?P<close>[.)]{{1,2}})[ \t]+(?!{_MONTH}))?"
    r")(?=\S)"
)
# A line that ends so is no headline.
_GOES_ON = re.compile(
    r"(?:[-–—,;]|\b(?:a|after|an|and|are|as|at|before|between|but|by|for|from|had|has|have|in|into|is|its|nor|not|of|on"
    r"|or|over|said|says|than|that|the|their|to|under|was|were|when|where|which|who|will|with|would))$",
    re.IGNORECASE,
)


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each block of plain text: a heading, a list item, or a paragraph."""
    for paragraph in _paragraphs(text):
        for first, after in pairwise([0, *_cuts(text, paragraph), len(paragraph)]):
            start, end = paragraph[first][0], paragraph[after - 1][1]
            heading = _HEADING.match(text, start, end)
            yield (heading.end() if heading else start), end


def _lines(text: str) -> Iterator[Line]:
    """Yield the start and end of each line, the line end left out."""
    start = 0
    for match in _LINE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _blank(text: str, line: Line) -> bool:
    """Tell whether a line is white space only."""
    return not text[slice(*line)].strip()


def _paragraphs(text: str) -> Iterator[list[Line]]:
    """Yield runs of lines that no blank line and no rule (`----`) interrupts."""
    run: list[Line] = []
    for line in _lines(text):
        if not _blank(text, line) and not _RULE.match(text, *line):
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _cuts(text: str, paragraph: list[Line]) -> Iterator[int]:
    """Yield the index of each line of a paragraph, its first apart, with which a new block begins."""
    number = _number(_marker(text, *paragraph[0])) or 0
    for index, (before, line) in enumerate(pairwise(paragraph), 1):
        marker = _marker(text, *line)
        if marker and _opens_item(marker, number):
            number = _number(marker) or number
            yield index
        elif any(_HEADING.match(text, *near) for near in (before, line)) or (
            index == 1 and _is_headline(text, paragraph)
        ):
            yield index


def _marker(text: str, start: int, end: int) -> re.Match[str] | None:
    """Match a list marker at a place."""
    match = _MARKER.match(text, start, end)
    return match if match and match["mark"] else None


def _number(marker: re.Match[str] | None) -> int | None:
    """Return the number of a list item, or None where its marker is no number."""
    return int(marker["label"]) if marker and (marker["label"] or "").isdigit() else None


def _opens_item(marker: re.Match[str], number: int) -> bool:
    """Tell a list item inside a paragraph from a wrapped line that begins with a number, such as "140. The pact"."""
    if marker["mark"][0] in "•⁃‣◦▪●·-*+":
        return True
    return _number(marker) in (1, number + 1) if marker["label"].isdigit() else ")" in marker["close"]


def _is_headline(text: str, paragraph: list[Line]) -> bool:
    """Tell a headline over a paragraph from its first line.

    Where the second line's first word would still have fitted, nobody wrapped the first line there.
    """
    width = max(end - start for start, end in paragraph)
    first, word = text[slice(*paragraph[0])].rstrip(), text[slice(*paragraph[1])].split()[0]
    return len(first) + 1 + len(word) < width and word[0].isupper() and not _GOES_ON.search(first)


# Lists that were written in one line.


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what a block holds once its list markers are taken off: `1. … 2. …`, `• … • …`, `a. … b. …`."""
    marker = _marker(text, start, end)
    follower = _follower(text, marker, end)
    if not follower and marker and marker["label"] and marker["label"].isalpha() and marker["close"] == ".":
        marker = None
    while marker and follower:
        yield marker.end(), follower.start()
        start = follower.end()
        marker = _marker(text, start, end)
        follower = _follower(text, marker, end)
    yield (marker.end() if marker else start), end


def _follower(text: str, marker: re.Match[str] | None, end: int) -> re.Match[str] | None:
    """Find the white space before the marker that continues the list which `marker` began."""
    if not marker or not (marker["bullet"] or marker["label"]):
        return None
    if marker["bullet"]:
        return re.compile(rf"\s+(?={marker['bullet']})").search(text, marker.end(), end)
    label = marker["label"]
    following = str(int(label) + 1) if label.isdigit() else chr(ord(label) + 1)
    written = re.escape(f"{marker['open']}{following}{marker['close']}")
    return re.compile(rf"\s+(?={written}\s+[^\W_])").search(text, marker.end(), end)


# Sentences in a block.

# sentencex ends a sentence after these; before a small letter or a number they are abbreviations.
_ABBREVIATION = re.compile(
    r"(?:\b(?:approx|bn|brig|ch|col|dept|div|est|ext|govt|inf|max|mil|min|mn|para|paras|pt|reg|regt|sect|sq|tel|tn|vol"
    r"|vols)|\d ?(?:bn|k|kg|km|m|mn|mm|cm|tn))\.$",
    re.IGNORECASE,
)
_CONTINUES = re.compile(r"[a-z\d]|(?:Div|Inf|Regt|Brig|Gen|Col)\.")
_CLOCK = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_TIME_ZONE = re.compile(r"(?:[A-Z]{2,4}|local time)\b")
_BARE_NUMBER = re.compile(r"\W*\d+\.\s*")
# The end of a sentence inside quotation marks or brackets, and the start of another.
_CLOSED = re.compile(r"(?P<word>\w+)[.!?…](?P<close>[)\]”’\"'»]+)\s+(?=[“‘\"'(\[«]?[^\W\d_a-z])")


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence of a block, without white space around it."""
    pieces = _joined(text, [cut for piece in _rough(text, start, end) for cut in _cut_closed(text, *piece)])
    for first, last in pieces:
        stripped = text[first:last].strip()
        if any(map(str.isalnum, stripped)):
            begin = text.index(stripped, first)
            yield begin, begin + len(stripped)


def _rough(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences that sentencex finds."""
    for piece in sentencex.get_sentence_boundaries("en", text[start:end]):
        yield start + piece["start_index"], start + piece["end_index"]


def _cut_closed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut after a closing quotation mark or bracket where a whole sentence ends before it."""
    for match in _CLOSED.finditer(text, start, end):
        if _ends_sentence(text, start, match):
            yield start, match.end()
            start = match.end()
    yield start, end


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    """Tell "(It was secret.) They left" from "Acme (formerly Foo Inc.) Chairman Bob"."""
    if match["close"][0] not in ")]":
        return len(match["close"]) > 1  # sentencex sees to a single quotation mark
    opening = text.rfind("(" if match["close"][0] == ")" else "[", start, match.start())
    word = match["word"]
    whole = word.isdigit() or (word.islower() and word != "etc") or len(word) > 4  # "Inc." and "Corp." end no sentence
    return opening >= 0 and (whole or not text[start:opening].strip())


def _joined(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join pieces that were cut inside a sentence."""
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and _belong_together(text[slice(*joined[-1])].strip(), text[start:end].strip()):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _belong_together(before: str, after: str) -> bool:
    """Tell whether the cut between two pieces is none."""
    if not any(map(str.isalnum, after)) or not any(map(str.isalnum, before)) or _BARE_NUMBER.fullmatch(before):
        return True
    if _ABBREVIATION.search(before):
        return bool(_CONTINUES.match(after))
    return bool(_CLOCK.search(before) and _TIME_ZONE.match(after))


def _place(text: str, start: int, end: int, path: str, positions: Positions) -> Sentence:
    """Return text[start:end] as a sentence at its place in the document."""
    first, last = positions.offsets[start], positions.offsets[end - 1]
    line, column = _line_and_column(first, positions)
    end_line, end_column = _line_and_column(last, positions)
    return Sentence(text[start:end], first, last + 1, line, column, path, end_line, end_column + 1)


def _line_and_column(offset: int, positions: Positions) -> tuple[int, int]:
    """Return where an offset stands in the document."""
    line = bisect_right(positions.line_starts, offset)
    return line, offset - positions.line_starts[line - 1] + 1
