"""The date that a source states, written as the writer of a sentence writes dates.

Said "9 Oct 2025" and stated "October 7, 2025" give "7 Oct 2025"; said "in 2024" and stated "7 October 2025" give "2025".
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.details import dates
from factcheck.details.days import MONTH, YEAR
from factcheck.tokens import Token, is_dash, tokenize

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_FILLERS = frozenset((",", ".", "of", "the", "year"))
# What a token may be; any other is its own word, which is never in capitals.
_YEAR, _MONTH, _MONTH_NUMBER, _DAY, _ENDING = _PARTS = ("YEAR", "MONTH", "MONTH NUMBER", "DAY", "ENDING")
_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
_BOTH = frozenset((_MONTH, _MONTH_NUMBER))
_JOINERS = frozenset(("-", "to", "through", "until", "till"))
_ABBREVIATED = 3  # letters of "Oct"


@dataclass(frozen=True, slots=True)
class _Written:
    """A date as it is written: its tokens, and what each of them is."""

    tokens: tuple[Token, ...]
    parts: tuple[str, ...]
    date: dates.Date

    @property
    def shape(self) -> list[str]:
        """Return what it is made of, such as month, day, joiner, day."""
        return ["-" if part in _JOINERS else part for part in self.parts if part not in _FILLERS]

    @property
    def is_plain(self) -> bool:
        """Tell whether it is one day, month or year, and nothing more such as "spring" or "early"."""
        known = {*_PARTS, *_FILLERS, "-"}.issuperset(self.parts)
        return known and not self.date.ranged and max(map(self.parts.count, _PARTS)) == 1

    def value(self, part: str) -> int | None:
        """Return the number of the year, the month or the day, None where it is not said."""
        if part == _ENDING:
            part = _DAY
        if part not in self.parts and not (part in _BOTH and _BOTH.intersection(self.parts)):
            return None
        first = int(self.date.low)
        return first // YEAR if part == _YEAR else first % YEAR // MONTH + 1 if part in _BOTH else first % MONTH + 1


def worded(said: str, stated: str) -> str:
    """Return the stated date in the form of the said one, "" where that cannot be done."""
    ours, theirs = _read(said), _read(stated)
    if ours is None or theirs is None:
        return ""
    if ours.is_plain and theirs.is_plain:
        return _filled(said, ours, theirs)
    if ours.shape == theirs.shape:
        return _exchanged(said, ours, theirs)
    return " ".join(stated.split()) if sorted(ours.shape) == sorted(theirs.shape) else ""


def _read(text: str) -> _Written | None:
    """Read a text that is a date and nothing else."""
    tokens = tokenize(text)
    found = dates.find(tokens)
    if len(found) != 1 or (found[0].first, found[0].last) != (0, len(tokens)):
        return None
    parts = [_part(token) for token in tokens]
    if parts == [_YEAR, "-", _DAY, "-", _DAY]:
        parts[2] = _MONTH_NUMBER
    return _Written(tokens, tuple(parts), found[0])


def _part(token: Token) -> str:
    word = token.norm.rstrip(".")
    if word.isdecimal():
        return _YEAR if len(word) == 4 else _DAY if len(word) < 3 else word
    if token.glued and word in ("st", "nd", "rd", "th"):
        return _ENDING
    return _MONTH if dates.is_month(word) else "-" if is_dash(token) else token.norm


def _exchanged(text: str, ours: _Written, theirs: _Written) -> str:
    """Return our date with the words of theirs, one for one; what joins them stays ours."""
    words = iter([token.text for token, part in zip(theirs.tokens, theirs.parts, strict=True) if part not in _FILLERS])
    pieces: list[str] = []
    end = 0
    for token, part in zip(ours.tokens, ours.parts, strict=True):
        new = token.text if part in _FILLERS else next(words)
        pieces += [text[end : token.start], token.text if part in _JOINERS else new]
        end = token.end
    return "".join(pieces)


def _filled(text: str, ours: _Written, theirs: _Written) -> str:
    """Return our date with their day, month and year; a year that they leave unsaid stays ours."""
    pieces: list[str] = []
    end = 0
    for token, part in zip(ours.tokens, ours.parts, strict=True):
        value = theirs.value(part) if part in _PARTS else None
        if value is None and part in _PARTS and part != _YEAR:
            return ""
        pieces += [text[end : token.start], token.text if value is None else _styled(value, part, token)]
        end = token.end
    return "".join(pieces)


def _styled(value: int, part: str, like: Token) -> str:
    """Return a day, month or year as a token of ours writes it."""
    if part == _ENDING:
        return _ENDINGS.get(value, "th")
    if part == _MONTH:
        name = _MONTHS[value - 1]
        name = name if like.norm.rstrip(".") in map(str.lower, _MONTHS) else name[:_ABBREVIATED]
        return name.lower() if like.text.islower() else name.upper() if like.text.isupper() else name
    return f"{value:0{len(like.text)}}" if like.text.startswith("0") or part == _MONTH_NUMBER else str(value)
