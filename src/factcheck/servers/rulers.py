"""Offsets in a text <-> places as editors count them: lines from 0, and in a line the units of an agreed encoding."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from factcheck.sentences import line_starts

Encoding = Literal["utf-8", "utf-16", "utf-32"]
Place = tuple[int, int]  # line, and units before it in the line

_CODECS: dict[Encoding, tuple[str, int]] = {  # how Python calls an encoding without a byte order mark; bytes a unit
    "utf-8": ("utf-8", 1),
    "utf-16": ("utf-16-le", 2),
    "utf-32": ("utf-32-le", 4),
}
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def sound(text: str) -> str:
    """Return a text with U+FFFD in place of each lone surrogate, which no encoding knows and which is as long."""
    return _LONE_SURROGATE.sub("\ufffd", text)


@dataclass(frozen=True, slots=True)
class Ruler:
    """Measures a text; a line ends with LF, CR LF or CR, as both this program and editors have it.

    `further` holds the offset of each character of several units, once for every unit but the first.
    """

    text: str
    starts: Sequence[int]
    encoding: Encoding
    further: Sequence[int]

    @classmethod
    def of(cls, text: str, encoding: Encoding) -> Ruler:
        """Return the ruler for a text."""
        return cls(text, line_starts(text), encoding, _further(text, encoding))

    def place(self, offset: int) -> Place:
        """Return where an offset in code points is."""
        line = bisect_right(self.starts, offset) - 1
        return line, self._units(offset) - self._units(self.starts[line])

    def offset(self, place: Place) -> int:
        """Return the offset of a place; one behind the end of its line is that end, one inside a character its start."""
        line, units = place
        if line >= len(self.starts):
            return len(self.text)
        start = self.starts[line]
        offsets = range(start, start + len(self.line(line)) + 1)
        return start + bisect_right(offsets, self._units(start) + units, key=self._units) - 1

    def line(self, number: int) -> str:
        """Return a line without its end."""
        after = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[number] : after].rstrip("\r\n")

    def _units(self, offset: int) -> int:
        """Return how many units of the text stand before an offset."""
        return offset + bisect_left(self.further, offset)


def _further(text: str, encoding: Encoding) -> Sequence[int]:
    """Return where characters of several units are, once for every unit but the first."""
    codec, width = _CODECS[encoding]
    wide = ((found.start(), len(found[0].encode(codec)) // width) for found in _NOT_ASCII.finditer(text))
    return [start for start, units in wide for _ in range(units - 1)]
