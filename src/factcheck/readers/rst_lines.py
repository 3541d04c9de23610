"""Lines of reStructuredText: how far each is indented, what stands in it, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.paragraphs import lines

_TAB = 8  # columns


@dataclass(frozen=True, slots=True)
class Line:
    """What stands in a line, without the white space around it: the column and the offset at which it starts."""

    column: int
    start: int
    text: str

    def after(self, length: int) -> Line:
        """Return what follows the first characters of the line."""
        rest = self.text[length:].lstrip()
        length = len(self.text) - len(rest)
        return Line(_column(self.column, self.text[:length]), self.start + length, rest)

    def between(self, first: int, last: int | None = None) -> Line:
        """Return what stands between two columns."""
        skipped = max(first - self.column, 0)
        text = self.text[skipped : None if last is None else max(last - self.column, 0)]
        rest = text.lstrip()
        skipped += len(text) - len(rest)
        return Line(self.column + skipped, self.start + skipped, rest.rstrip())


def of(text: str) -> list[Line]:
    """Return the lines of a text."""
    found = []
    for start, end in lines(text):
        line = text[start:end]
        rest = line.lstrip()
        skipped = len(line) - len(rest)
        found.append(Line(_column(0, line[:skipped]), start + skipped, rest.rstrip()))
    return found


def left(found: Sequence[Line]) -> int:
    """Return the column of the line that is indented least, 0 where all are blank."""
    return min((line.column for line in found if line.text), default=0)


def _column(start: int, text: str) -> int:
    """Return the column after some text that starts at a column."""
    for char in text:
        start += _TAB - start % _TAB if char == "\t" else 1
    return start
