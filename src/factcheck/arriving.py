"""A text that arrives in pieces: what is still needed of it, and where that stands in the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.paragraphs import LINE_END, Line

_PIECE = 4096  # characters taken in at a time, so that forgetting what is done with costs little


class Arriving:
    """The text from the first character that is still needed to the last that has arrived."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self.text = ""
        self.offset = 0  # of the text in the whole
        self._line = 1  # the line in which the text begins, and the offset at which that line starts
        self._line_start = 0
        self._pieces = _small(pieces)
        self._ended = False

    def more(self) -> bool:
        """Wait for another piece; return False where there is none."""
        piece = next(self._pieces, "")
        self.text += piece
        self._ended = not piece
        return bool(piece)

    def forget(self, end: int) -> None:
        """Forget text[:end]; it must not end inside a line end."""
        self._line, self._line_start = self.place(end)
        self.text = self.text[end:]
        self.offset += end

    def place(self, at: int) -> tuple[int, int]:
        """Return the line in which text[at] stands, counted from 1, and the offset at which that line starts."""
        line, start = self._line, self._line_start
        for match in LINE_END.finditer(self.text, 0, at):
            line, start = line + 1, self.offset + match.end()
        return line, start

    def line(self, start: int) -> Line | None:
        """Return where the line at `start` ends and where the next one starts; None while the line is arriving."""
        found = LINE_END.search(self.text, start)
        if found and (self._ended or found[0] != "\r" or found.end() < len(self.text)):
            return found.span()
        return (len(self.text), len(self.text)) if self._ended else None

    def so_far(self, start: int) -> int:
        """Return where what has arrived of the line at `start` ends."""
        line = self.line(start)
        return line[0] if line else len(self.text) - self.text.endswith("\r")  # which may be half of a line end


def _small(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the same text in pieces that are not empty and not large."""
    for piece in pieces:
        for start in range(0, len(piece), _PIECE):
            yield piece[start : start + _PIECE]
