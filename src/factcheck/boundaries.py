"""Where the sentences of a block begin and end, and where it can be cut so that no later word changes what was before.

sentencex splits, and a few rules join or split what it gets wrong. It looks at a whole paragraph, so that a quotation
mark at the end of one may move a boundary at its beginning. It is therefore given no more than a stretch at a time: from
one place at which a sentence is certain to end to the next. A text that arrives in pieces has the same stretches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import sentencex

# sentencex 1.0.32 panics at a space of more than one byte between a capital letter and a full stop.
_SPACES = dict.fromkeys([0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000], " ")
LONGEST = 10_000  # characters of a stretch; no sentence is as long, but a text without an end may have no boundary

# sentencex ends a sentence after these; before a small letter or a number they are abbreviations.
_ABBREVIATION = re.compile(
    r"(?:\b(?:approx|bn|brig|ch|col|dept|div|est|ext|govt|inf|max|mil|min|mn|para|paras|pt|reg|regt|sect|sq|tel|tn|vol"
    r"|vols)|\d ?(?:bn|k|kg|km|m|mn|mm|cm|tn))\.$",
    re.IGNORECASE,
)
_CONTINUES = re.compile(r"[a-z\d]|(?:Div|Inf|Regt|Brig|Gen|Col)\.")
_CLOCK = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_TIME_ZONE = re.compile(r"(?:[A-Z]{2,4}|local time)\b")
_ADDRESS = re.compile(r"\W*(?:(?:\w+:\s*)?(?:https?://|www\.)\S+\s*)+")  # alone, or behind "Source:"
_BARE_NUMBER = re.compile(r"\W*\d+\.\s*")
# The end of a sentence inside quotation marks or brackets, and the start of another.
_CLOSED = re.compile(r"\b(?P<word>\w+)[.!?…](?P<close>[)\]”’\"'»]+)\s+(?=[“‘\"'(\[«]?[^\W\d_a-z])")


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence of a block, without white space around it."""
    cuts = Cuts()
    while length := cuts.next(text[start : min(end, start + LONGEST + 1)], ended=end - start <= LONGEST):
        yield from in_stretch(text, start, start + length)
        start += length
    yield from in_stretch(text, start, end)


def in_stretch(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence of a stretch, without white space around it."""
    for first, last in _pieces(text, start, end):
        stripped = text[first:last].strip()
        if any(map(str.isalnum, stripped)) and not _ADDRESS.fullmatch(stripped):
            begin = text.index(stripped, first)
            yield begin, begin + len(stripped)


# Where a sentence is certain to end.

_SIGN = re.compile(r"[.!?…()\[\]{}（）<>“”‘’«»\"'•⁃‣◦▪●·]")
_PARTNER = {")": "(", "]": "[", "}": "{", "）": "（", ">": "<", "”": "“", "’": "‘", "»": "«", "'": "'", '"': '"'}
_OPENING = frozenset(_PARTNER.values())
_BEFORE_OPENING = frozenset(["", *' \t\n\r([{“‘«"-–—/'])  # and then an apostrophe is a quotation mark
_ENDED = re.compile(r"\S[.!?…][)\]}”’»\"']{0,2}\Z")
_TRIED = 20  # places in a stretch at which a sentence might end and does not; where there are more, it is no prose
# What opens an item of a list inside a paragraph, in one line ("(1)", "b)", "•") or in a line of its own ("2.").
_LABEL = re.compile(r"(?:\A|\s)(?:\(?(?:\d{1,2}|[a-z]|[ivxlc]+)\)|[•⁃‣◦▪●·])\Z|\n[ \t]*(?:\d{1,2}|[a-z]|[ivxlc]+)\.\Z")
_LABEL_LENGTH = 12  # longer ones are none
_NEXT_WORD = re.compile(r"\s*(?P<word>\S+)(?=\s|\Z)")
_LAST_SPACE = re.compile(r"(?:\r\n|\s)\S*\Z")


class Cuts:
    """The search for stretches in a block whose text may still be arriving.

    A cut is decided by the text from the cut before it to the end of the word after it, so more text changes nothing.
    """

    def __init__(self) -> None:
        self._restart()

    def _restart(self) -> None:
        self._at = 0  # how far the stretch has been looked at
        self._open: list[str] = []  # what holds it open: quotation marks, brackets, and lists, which nothing closes
        self._end = 0  # where a sentence may have its end; whether it has depends on the next word
        self._tried = 0

    def next(self, text: str, ended: bool) -> int:
        """Return the length of the stretch with which a text begins; 0 where it reaches to the end or has none yet.

        `text` begins where the stretch before it ended; `ended` says that the block ends with it.
        """
        cut = self._certain(text[:LONGEST], ended and len(text) <= LONGEST)
        if not cut and len(text) > LONGEST:
            cut = forced_cut(text[:LONGEST])
        if cut:
            self._restart()
        return cut

    def _certain(self, text: str, ended: bool) -> int:
        """Return where the sentence after the first certain end begins, 0 where there is none."""
        known = len(text) if ended else max(text.rfind(" ", self._at), text.rfind("\n", self._at)) + 1
        while True:
            if self._end:
                following = _NEXT_WORD.match(text, self._end, known)
                if not following:
                    return 0
                self._end, self._tried = 0, self._tried + 1
                if _is_boundary(text, following.start("word"), following.end()):
                    return following.start("word")
            sign = _SIGN.search(text, self._at, known)
            if not sign:
                self._at = max(self._at, known)
                return 0
            self._note(text, sign.start())

    def _note(self, text: str, at: int) -> None:
        """Take note of what the sign at a place opens, closes or ends."""
        self._at = at + 1
        mark, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
        if after.isspace() and _LABEL.search(text, max(0, at - _LABEL_LENGTH), at + 1):
            self._open.append("list")
        elif _PARTNER.get(mark) in self._open and not (mark in "'’" and after.isalnum()):
            self._open.remove(_PARTNER[mark])
        elif mark in _OPENING and after.strip() and (mark != "'" or before in _BEFORE_OPENING):
            self._open.append(mark)
        if self._tried < _TRIED and not self._open and after.isspace() and _ENDED.search(text, max(0, at - 3), at + 1):
            self._end = at + 1


def _is_boundary(text: str, word: int, end: int) -> bool:
    """Tell whether a sentence begins with the word at `word`, as far as text[:end] tells."""
    return any(first <= word and not text[first:word].strip() for first, _ in _pieces(text, 0, end)[1:])


def forced_cut(text: str) -> int:
    """Return where to cut a text that is too long for a sentence: before its last sentence, else before its last word."""
    first, last = _pieces(text, 0, len(text))[-1]
    begin = last - len(text[first:last].lstrip())
    space = _LAST_SPACE.search(text)
    return begin or (space.start() if space else 0) or len(text)


# The sentences of a stretch.


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences that text[start:end] falls into, with the white space between them."""
    found = sentencex.get_sentence_boundaries("en", text[start:end].translate(_SPACES))
    rough = [(start + piece["start_index"], start + piece["end_index"]) for piece in found]
    return _joined(text, [cut for piece in rough for cut in _cut_closed(text, *piece)])


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
