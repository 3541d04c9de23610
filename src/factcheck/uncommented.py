"""A plain text that is still arriving, without the comments for this program: what is left of it, where that stands in the
whole, and what the comments hide.

The text is taken in by whole lines, as a comment may hide what stands before it on its line. A comment stays together with
the lines that it is about.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from factcheck import directives
from factcheck.directives import Before, Comment, Ignore
from factcheck.paragraphs import LINE_END
from factcheck.sentences import Sentence, line_starts

_WHOLE_LINES = re.compile(r".*(?:\n|\r(?=[^\n]))", re.DOTALL)  # a carriage return at the end may be half of a line end
_LAST_LINE_END = re.compile(r".*(?:\r\n|\n|\r)", re.DOTALL)
_ANYTHING = re.compile(r"\S")
_MAY_OPEN = re.compile(r"<!--\s*(?:factcheck\s*)?\Z")  # the beginning of a comment of which the rest has not arrived


class _Shift(NamedTuple):
    """How much further a stretch of what is left, from `start` on, stands in the whole: characters, lines and columns."""

    start: int
    offset: int
    line: int
    column: int


class Uncommented:
    """A text without its comments, in pieces; `ignores` is what those that have arrived hide.

    Where a comment is wrong, `error` says so, and its line starts at the offset `error_at`; no later comment counts.
    """

    def __init__(self, pieces: Iterable[str], name: str) -> None:
        self.ignores: list[Ignore] = []
        self.error = ""
        self.error_at = sys.maxsize
        self.is_blank = True
        self._pieces = pieces
        self._name = name
        self._suffix = Path(name).suffix.lower()
        self._before = Before()
        self._left = 0  # characters and lines that are left of what has arrived
        self._left_lines = 0
        self._shifts = deque([_Shift(0, 0, 0, 0)])

    def __iter__(self) -> Iterator[str]:
        waiting = ""
        for piece in self._pieces:
            self.is_blank = self.is_blank and not piece.strip()
            waiting += piece
            length = self._whole(waiting) if "\n" in piece or "\r" in waiting else 0
            if length:
                yield self._taken(waiting[:length])
                waiting = waiting[length:]
        if waiting:
            yield self._taken(waiting)

    def moved(self, sentence: Sentence) -> Sentence:
        """Return a sentence of what is left at its place in the whole; sentences are asked for in order."""
        while len(self._shifts) > 1 and self._shifts[1].start <= sentence.start:
            self._shifts.popleft()
        first = self._shifts[0]
        *_, last = takewhile(lambda shift: shift.start < sentence.end, self._shifts)
        return replace(
            sentence,
            start=sentence.start + first.offset,
            line=sentence.line + first.line,
            column=sentence.column + first.column,
            end=sentence.end + last.offset,
            end_line=sentence.end_line + last.line,
            end_column=sentence.end_column + last.column,
        )

    def _whole(self, text: str) -> int:
        """Return how much of a text is whole lines, and comments with all lines that they are about."""
        lines = _WHOLE_LINES.match(text)
        end = lines.end() if lines else 0
        if "<!--" not in text and "factcheck" not in text:
            return end
        comments = directives.in_text(text[:end], self._suffix)
        opening = _MAY_OPEN.search(text, comments[-1].end if comments else 0, end)
        reaches = [(comment.start, _reach(text, comment, end)) for comment in comments]
        for start, reach in reversed([*reaches, *([(opening.start(), sys.maxsize)] if opening else [])]):
            if start < end < reach:
                line = _LAST_LINE_END.match(text, 0, start)
                end = line.end() if line else 0
        return end

    def _taken(self, text: str) -> str:
        """Return what is left of a text, and note what its comments hide."""
        comments = directives.in_text(text, self._suffix)
        kept, offsets = directives.without(text, comments)
        starts = line_starts(text)
        for comment in comments if not self.error else ():
            self._note(comment, text, starts)
        for shift in self._shifts_in(kept, offsets, starts) if kept else ():
            if shift != self._shifts[-1]._replace(start=shift.start):
                self._shifts.append(shift)
        self._left += len(kept)
        self._left_lines += len(line_starts(kept)) - 1
        length, lines = self._before.length + len(text), self._before.lines + len(starts) - 1
        self._before = self._before._replace(length=length, lines=lines)
        return kept

    def _note(self, comment: Comment, text: str, starts: Sequence[int]) -> None:
        """Note what a comment hides, or that it is wrong."""
        line = bisect_right(starts, comment.start) - 1
        start, end = starts[line], min(_reach(text, comment, len(text)), len(text))
        here = comment._replace(start=comment.start - start, end=comment.end - start)
        before = self._before._replace(length=self._before.length + start, lines=self._before.lines + line)
        found, wrong = directives.ignores((here,), text[start:end], self._name, before)
        off = before.off
        if wrong:
            self.error, self.error_at = wrong[0], before.length
        elif found and found[0].word == "off":
            self.ignores.append(replace(found[0], end=sys.maxsize))
            self._before = self._before._replace(off=self.ignores[-1])
        elif found:
            self.ignores += found
        elif off:
            self.ignores[self.ignores.index(off)] = replace(off, end=before.length + here.start)
            self._before = self._before._replace(off=None)

    def _shifts_in(self, kept: str, offsets: Sequence[int], starts: Sequence[int]) -> Iterator[_Shift]:
        """Yield the shift of each stretch of what is left that stands together in a line."""
        kept_starts = line_starts(kept)
        places = {0, *kept_starts, *(at for at in range(1, len(kept)) if offsets[at] != offsets[at - 1] + 1)}
        for at in sorted(places - {len(kept)}) if isinstance(offsets, list) else (0,):
            line = bisect_right(starts, offsets[at]) - 1
            kept_line = bisect_right(kept_starts, at) - 1
            yield _Shift(
                self._left + at,
                self._before.length + offsets[at] - self._left - at,
                self._before.lines + line - self._left_lines - kept_line,
                offsets[at] - starts[line] - at + kept_starts[kept_line],
            )


def _reach(text: str, comment: Comment, end: int) -> int:
    """Return where the lines end that a comment is about, if text[:end] holds them all."""
    line = LINE_END.search(text, comment.end, end)
    if directives.word_of(comment) == "ignore-next-line" and line:
        following = _ANYTHING.search(text, line.end(), end)
        line = LINE_END.search(text, following.end(), end) if following else None
    is_open = comment.opening == "<!--" and not comment.closing
    return line.end() if line and not is_open else sys.maxsize
