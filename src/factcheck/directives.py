"""Comments in a text that say which findings are to be ignored, and why.

    ignore REASON             findings on the line of the comment
    ignore-next-line REASON   findings on the next line that is not blank
    off REASON … on           findings between the two comments, or from the first one to the end

They stand behind `factcheck:` in an HTML comment, in plain text also in a comment to the end of the line. A finding is on
the line that reports name for it, the one on which its sentence starts. No comment is checked as prose.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from factcheck.sentences import line_starts

WORDS = ("ignore", "ignore-next-line", "off", "on")

_HTML = r"(?P<opening><!--)\s*factcheck\s*:(?P<says>.*?)(?P<closing>-->|\Z)"
_MARK = "#"  # what opens a comment to the end of the line
_MARKS = {".tex": "%", ".rst": "..", ".adoc": "//"}  # what opens it in texts whose names have these suffixes
_NO_HASHTAG = rf"(?=[ \t]|factcheck[ \t]*:[ \t]*(?:{'|'.join(WORDS)})\b)"  # "#factcheck: who is right?" is prose
_SAYS = re.compile(r"\s*(?P<word>[^\s:]*)[\s:–—-]*(?P<reason>.*?)\s*", re.DOTALL)
_GAP = re.compile(r"[ \t]*")
_LINE_END = re.compile(r"\r\n|\n|\r|\Z")


class Comment(NamedTuple):
    """A comment for this program: text[start:end], what it says, and the marks around it."""

    start: int
    end: int
    says: str
    opening: str
    closing: str = ""


@dataclass(frozen=True, slots=True)
class Ignore:
    """What hides the findings of the sentences that begin in text[start:end]; `line` is where its comment stands."""

    path: str
    line: int
    word: str
    start: int
    end: int = field(compare=False)  # it may not have arrived

    def __str__(self) -> str:
        """Return `path:line: word`."""
        return f"{self.path}:{self.line}: {self.word}"


class Before(NamedTuple):
    """What stands before a text that is a part of another: so many characters and lines, and an `off` without its `on`."""

    length: int = 0
    lines: int = 0
    off: Ignore | None = None


NOTHING = Before()

Placed = tuple[Comment, int]  # a comment and its line


def in_text(text: str, suffix: str = "") -> tuple[Comment, ...]:
    """Return the comments in a plain text, in order; the suffix of its name says how else than by `#` one begins."""
    return _found(text, _MARKS.get(suffix, _MARK))


def in_html(text: str) -> tuple[Comment, ...]:
    """Return the comments in HTML, in order; what looks like one in an attribute or a script is none."""
    found = _found(text)
    if not found:
        return ()
    from factcheck.readers import html

    starts = set(html.comments(text))
    return tuple(comment for comment in found if comment.start in starts)


def in_markdown(text: str) -> tuple[Comment, ...]:
    """Return the comments in Markdown, in order; what is code there, such as an example of a comment, is none."""
    found = _found(text)
    if not found:
        return ()
    from factcheck.readers import markdown  # the parser costs 30 ms

    html = list(markdown.html(text))
    ends = [next((end for start, end in html if start <= comment.start < end), None) for comment in found]
    return tuple(_ended(comment, end) for comment, end in zip(found, ends, strict=True) if end is not None)


def in_rst(text: str, suffix: str) -> tuple[Comment, ...]:
    """Return the comments in reStructuredText, in order; what is code there, such as an example of a comment, is none."""
    found = in_text(text, suffix)
    if not found:
        return ()
    from factcheck.readers import rst

    code = list(rst.code(text))
    return tuple(comment for comment in found if not any(start <= comment.start < end for start, end in code))


def _ended(comment: Comment, end: int) -> Comment:
    """Return a comment, cut off where the HTML that it is in ends before it does."""
    return comment if comment.end <= end else comment._replace(end=end, closing="")


def without(text: str, comments: Sequence[Comment]) -> tuple[str, Sequence[int]]:
    """Return a text without its comments, and for each character that is left its offset in the text.

    A line with nothing but a comment goes altogether; with a comment at the end of a line goes the white space before it.
    """
    if not comments:
        return text, range(len(text))
    pieces: list[str] = []
    offsets: list[int] = []
    end = 0
    for start, after in (*(_gap(text, comment) for comment in comments), (len(text), len(text))):
        pieces.append(text[end:start])
        offsets += range(end, start)
        end = max(end, after)
    return "".join(pieces), offsets


def ignores(
    comments: Sequence[Comment], text: str, path: str, before: Before = NOTHING
) -> tuple[list[Ignore], list[str]]:
    """Return what the comments in a text hide, and what is wrong with them, each as `path:line: message`."""
    if wrong := mistakes(comments, text, before):
        return [], [f"{path}:{line}: {error}" for line, error in wrong]
    starts = line_starts(text) if comments else ()
    placed = _placed(comments, starts)
    found = sorted((*_of_lines(placed, text, starts), *_of_stretches(placed, text)))
    shift = before.length
    return [Ignore(path, before.lines + line, word, shift + start, shift + end) for line, word, start, end in found], []


def mistakes(comments: Sequence[Comment], text: str, before: Before = NOTHING) -> list[tuple[int, str]]:
    """Return what is wrong with the comments in a text, each with its line; then they hide nothing."""
    placed = _placed(comments, line_starts(text) if comments else ())
    wrong = [(line, error) for comment, line in placed if (error := _error(comment))]
    return [(before.lines + line, error) for line, error in wrong or _out_of_turn(placed, before)]


def written(word: str, reason: str, suffix: str, html: bool) -> str:
    """Return a comment as it is written in HTML, or to the end of a line in a plain text whose name has this suffix."""
    opening, closing = ("<!--", "-->") if html else (_MARKS.get(suffix, _MARK), "")
    return " ".join(part for part in (opening, "factcheck:", word, reason, closing) if part)


def _found(text: str, mark: str = "") -> tuple[Comment, ...]:
    """Return the comments in HTML, and those to the end of a line that a mark opens if there is one."""
    return tuple(map(_comment, _pattern(mark).finditer(text))) if "factcheck" in text else ()


@cache
def _pattern(mark: str) -> re.Pattern[str]:
    """Return what finds comments in HTML, and those that a mark opens if there is one."""
    if not mark:
        return re.compile(_HTML, re.DOTALL)
    # One pattern cannot use the name of a group twice, so the comment to the end of the line has no names.
    opening = rf"({re.escape(mark)}){_NO_HASHTAG if mark == _MARK else ''}"
    return re.compile(rf"(?:^|(?<=[ \t])){opening}[ \t]*factcheck[ \t]*:([^\r\n]*)|{_HTML}", re.DOTALL | re.MULTILINE)


def _comment(match: re.Match[str]) -> Comment:
    if match["opening"]:
        return Comment(*match.span(), match["says"], match["opening"], match["closing"])
    return Comment(*match.span(), match[2], match[1])


def _gap(text: str, comment: Comment) -> tuple[int, int]:
    """Return where the stretch starts and ends that goes with a comment."""
    before = comment.start
    while before and text[before - 1] in " \t":
        before -= 1
    after = _end(_GAP, text, comment.end)
    line_end = _LINE_END.match(text, after)
    if not line_end:
        return comment.start, comment.end
    alone = before == 0 or text[before - 1] in "\r\n"
    return before, line_end.end() if alone else after


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


# What a comment says.


def _placed(comments: Sequence[Comment], starts: Sequence[int]) -> list[Placed]:
    """Return comments with their lines."""
    return [(comment, bisect_right(starts, comment.start)) for comment in comments]


def word_of(comment: Comment) -> str:
    """Return the word that a comment begins with."""
    return _part(comment, "word")


def _part(comment: Comment, part: str) -> str:
    match = _SAYS.fullmatch(comment.says)
    return match[part] if match else ""


def _error(comment: Comment) -> str:
    """Return what is wrong with a comment itself, "" where nothing is."""
    word = word_of(comment)
    if comment.opening == "<!--" and not comment.closing:
        return "this comment has no end; close it with -->"
    if word not in WORDS:
        return f"factcheck knows no {word!r}; {_hint(word)}"
    if word != "on" and not any(map(str.isalnum, _part(comment, "reason"))):
        example = (comment.opening, "factcheck:", word, "REASON", comment.closing)
        return f"{word!r} needs a reason: {' '.join(example).rstrip()}"
    return ""


def _hint(word: str) -> str:
    """Return the word that was probably meant, or all of them."""
    from difflib import get_close_matches

    near = get_close_matches(word, WORDS, 1)
    return f"did you mean {near[0]!r}?" if near else f"it is {', '.join(WORDS[:-1])} or {WORDS[-1]}"


def _out_of_turn(placed: Sequence[Placed], before: Before) -> Iterator[tuple[int, str]]:
    """Yield the line of each `off` where it is off already, and of each `on` where it is on, with an error."""
    off = before.off.line if before.off else 0  # the line in the whole
    for comment, line in placed:
        match word_of(comment):
            case "off" if off:
                yield line, f"'off' again; it has been off since line {off}"
            case "off":
                off = before.lines + line
            case "on" if not off:
                yield line, "'on' without an 'off' before it"
            case "on":
                off = 0


# What a comment hides: the line and the word of the comment, and where its reach starts and ends.

Reach = tuple[int, str, int, int]


def _of_lines(placed: Sequence[Placed], text: str, starts: Sequence[int]) -> Iterator[Reach]:
    """Yield the reach of the comments that are about one line."""
    bounds = (*starts, len(text) + 1)
    for comment, line in placed:
        after = bisect_left(starts, comment.end)  # index of the line after the comment
        if word_of(comment) == "ignore":
            yield line, "ignore", bounds[line - 1], bounds[after]
        elif word_of(comment) == "ignore-next-line":
            here = next((at for at in range(after, len(starts)) if text[bounds[at] : bounds[at + 1]].strip()), -1)
            yield line, "ignore-next-line", *((bounds[here], bounds[here + 1]) if here >= 0 else (len(text), len(text)))


def _of_stretches(placed: Sequence[Placed], text: str) -> Iterator[Reach]:
    """Yield the reach of each `off`: to the next `on`, else to the end of the text."""
    switches = [(comment, line) for comment, line in placed if word_of(comment) in ("off", "on")]
    ends = [comment.start for comment, _ in switches[1:]] + [len(text)]
    for (comment, line), end in zip(switches, ends, strict=False):
        if word_of(comment) == "off":
            yield line, "off", comment.end, end
