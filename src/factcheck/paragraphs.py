"""Lines and what they open: how paragraphs, list items, headings and headlines show in plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

Line = tuple[int, int]

LINE_END = re.compile(r"\r\n|\n|\r")
HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+(?=\S)")
_RULE = re.compile(r"[ \t]*(?:(?:[-_*=~][ \t]*){3,})$")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
# What opens a list item: a bullet, a number ("1." "1)" "(1)") or letter ("a)" "(a)"), or a bullet and a number.
# "7. October" is a date; "a." is a marker only where "b." follows: see items.
_MARKER = re.compile(
    r"[ \t]*(?P<mark>"
    r"(?:(?:(?P<bullet>[•⁃‣◦▪●·])[ \t]*|[-*+][ \t]+)(?:\[[ xX]\][ \t]+)?)?"
    rf"(?:(?P<open>\(?)(?P<label>\d{{1,3}}|[a-z])(?P<close>[.)]{{1,2}})[ \t]+(?!{_MONTH}))?"
    r")(?=\S)"
)
# The beginning of a line from which it is certain what the line opens, whatever follows: a word, after a marker or none;
# or more words than a marker has, and a sign that no rule and no heading has.
_CERTAIN = re.compile(
    r"[ \t]*(?:(?:[-*+•⁃‣◦▪●·][ \t]*)?(?:\(?(?:\d{1,3}|[a-z])[.)]{1,2}[ \t]+)?[^\W\d_]{2}."
    r"|(?!#)(?=[-_*=~ \t]*[^-_*=~\s])(?:\S+[ \t]+){6})"
)
# A line that ends so is no headline.
_GOES_ON = re.compile(
    r"(?:[-–—,;]|\b(?:a|after|an|and|are|as|at|before|between|but|by|for|from|had|has|have|in|into|is|its|nor|not|of|on"
    r"|or|over|said|says|than|that|the|their|to|under|was|were|when|where|which|who|will|with|would))$",
    re.IGNORECASE,
)


def lines(text: str) -> Iterator[Line]:
    """Yield the start and end of each line, the line end left out; a line ends with LF, CR LF or CR."""
    start = 0
    for match in LINE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def is_blank(text: str, line: Line) -> bool:
    """Tell whether a line is white space only."""
    return not text[slice(*line)].strip()


def is_rule(text: str, line: Line) -> bool:
    """Tell a line such as `-----`."""
    return bool(_RULE.match(text, *line))


def is_certain(text: str, start: int) -> bool:
    """Tell whether what the line at `start` opens no longer depends on what follows."""
    return bool(_CERTAIN.match(text, start))


def marker(text: str, start: int, end: int) -> re.Match[str] | None:
    """Match a list marker at a place."""
    match = _MARKER.match(text, start, end)
    return match if match and match["mark"] else None


def number_of(found: re.Match[str] | None) -> int | None:
    """Return the number of a list item, or None where its marker is no number."""
    return int(found["label"]) if found and (found["label"] or "").isdigit() else None


def opens_item(found: re.Match[str], number: int) -> bool:
    """Tell a list item inside a paragraph from a wrapped line that begins with a number, such as "140. The pact"."""
    if found["mark"][0] in "•⁃‣◦▪●·-*+":
        return True
    return number_of(found) in (1, number + 1) if found["label"].isdigit() else ")" in found["close"]


def may_be_headline(line: str, word: str) -> bool:
    """Tell whether a line may stand over a paragraph that begins with a word, which a wrapped line does not."""
    return word[:1].isupper() and not _GOES_ON.search(line)


# Lists that were written in one line.


def items(text: str, start: int, end: int) -> Iterator[Line]:
    """Yield what a block holds once its list markers are taken off: `1. … 2. …`, `• … • …`, `a. … b. …`."""
    found = marker(text, start, end)
    follower = _follower(text, found, end)
    if not follower and found and found["label"] and found["label"].isalpha() and found["close"] == ".":
        found = None
    while found and follower:
        yield found.end(), follower.start()
        start = follower.end()
        found = marker(text, start, end)
        follower = _follower(text, found, end)
    yield (found.end() if found else start), end


def _follower(text: str, found: re.Match[str] | None, end: int) -> re.Match[str] | None:
    """Find the white space before the marker that continues the list which a marker began."""
    if not found or not (found["bullet"] or found["label"]):
        return None
    if found["bullet"]:
        return re.compile(rf"\s+(?={found['bullet']})").search(text, found.end(), end)
    label = found["label"]
    following = str(int(label) + 1) if label.isdigit() else chr(ord(label) + 1)
    written = re.escape(f"{found['open']}{following}{found['close']}")
    return re.compile(rf"\s+(?={written}\s+[^\W_])").search(text, found.end(), end)
