"""Markdown -> blocks of prose: what a reader reads as text, each character with its offset in the file.

Paragraphs, list items and table cells are prose. Headings, code blocks, HTML, front matter, link targets, images,
footnote marks and struck-out text are not. markdown-it parses; as its inline tokens carry no offsets, these are found
again by walking along the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck.readers import Block
from factcheck.sentences import line_starts

_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ \t]*\r?\n(?=[\w\"'-]+[ \t]*[:=]|\1).*?^\1[ \t]*$", re.DOTALL | re.MULTILINE)
# Footnote marks, the box of a task, and the kind of an alert, such as [!NOTE].
_SKIPPED = re.compile(r"[ \t]*\[\^[^\]\s]+\]:?|^\[[ xX]\][ \t]+|^\[![a-zA-Z]+\][-+]?(?:[ \t]+|$)")
_TARGET = re.compile(r"\]\((?:[^()\\]|\\.|\([^()]*\))*\)|\]\[[^\]]*\]|\]")  # what follows the text of a link
_CELL_EDGE = re.compile(r"[\s|]*")
_NOT_PROSE = {"heading_open", "th_open"}

Step = tuple[str, int, int]  # what is shown, where it starts in the source, where the walk goes on


def blocks(text: str) -> Iterator[Block]:
    """Yield each block of prose."""
    body, shift = _body(text)
    for token, before, offsets in _inline(body, _parser().parse(body)):
        if before not in _NOT_PROSE:
            yield from _prose(token, offsets, shift)


def html(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each piece of HTML starts and ends, comments included, wherever it stands."""
    body, shift = _body(text)
    tokens = _parser().parse(body)
    starts = (*line_starts(body), len(body) + 1)
    for token in tokens:
        if token.type == "html_block" and token.map:
            yield starts[token.map[0]] + shift, min(starts[token.map[1]], len(body)) + shift
    for token, _, offsets in _inline(body, tokens):
        cursor = 0
        for child in token.children or []:
            _, start, cursor = _step(token.content, cursor, child)
            if child.type == "html_inline" and start < cursor:
                yield offsets[start] + shift, offsets[cursor - 1] + 1 + shift


def _body(text: str) -> tuple[str, int]:
    """Return a text without its front matter, and where it starts in the whole."""
    front = _FRONT_MATTER.match(text)
    shift = front.end() if front else 0
    return text[shift:], shift


def _inline(body: str, tokens: Sequence[Token]) -> Iterator[tuple[Token, str, Sequence[int]]]:
    """Yield each token that holds text, the type of the one before it, and the offset of each character of its content."""
    starts = (*line_starts(body), len(body) + 1)
    before, cell_end = "", 0
    for token in tokens:
        if token.type == "inline" and token.map:
            in_cell = before in ("td_open", "th_open")
            offsets = _cell_offsets(body, token, max(starts[token.map[0]], cell_end)) if in_cell else None
            offsets = offsets if offsets is not None else _line_offsets(body, token, starts)
            cell_end = offsets[-1] + 1 if in_cell and offsets else cell_end
            yield token, before, offsets
        before = token.type


def _parser() -> MarkdownIt:
    """Return a parser of CommonMark, tables and ~~struck-out text~~ that keeps escapes and entities apart from text."""
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")


def _prose(token: Token, offsets: Sequence[int], shift: int) -> Iterator[Block]:
    """Yield the prose of an inline token, if it has any."""
    shown = list(_characters(token.content, token.children or []))
    if shown:
        text = "".join(char for char, _ in shown)
        yield Block(text, [offsets[min(at, len(offsets) - 1)] + shift for _, at in shown])


# Where the content of an inline token stands: it is the source without the prefixes of quotations and lists.


def _line_offsets(body: str, token: Token, starts: Sequence[int]) -> list[int]:
    """Return the offset of each character of a token whose lines end as the lines of the source do."""
    offsets: list[int] = []
    first = token.map[0] if token.map else 0
    for number, line in enumerate(token.content.split("\n"), first):
        end = starts[number] + len(body[starts[number] : starts[number + 1] - 1].rstrip())
        begin = max(end - len(line.rstrip()), starts[number])
        offsets += [*range(begin, begin + len(line)), starts[number + 1] - 1]
    return offsets[:-1]


def _cell_offsets(body: str, token: Token, start: int) -> list[int]:
    r"""Return the offset of each character of a table cell, in whose content `\|` has become `|`."""
    edge = _CELL_EDGE.match(body, start)
    at = edge.end() if edge else start
    offsets = []
    for char in token.content:
        at += body.startswith("\\|", at) and char == "|"
        offsets.append(at)
        at += 1
    return offsets


# What of the content is shown.


def _characters(content: str, children: Sequence[Token]) -> Iterator[tuple[str, int]]:
    """Yield each character that a reader sees and its index in the content."""
    cursor, struck = 0, False
    for child in children:
        shown, start, cursor = _step(content, cursor, child)
        struck = child.type == "s_open" or (struck and child.type != "s_close")
        if not struck:
            skipped = {i for match in _SKIPPED.finditer(shown) for i in range(*match.span()) if child.type == "text"}
            yield from ((char, min(start + i, cursor)) for i, char in enumerate(shown) if i not in skipped)


def _step(content: str, cursor: int, child: Token) -> Step:
    """Walk past one child of an inline token."""
    match child.type:
        case "text":
            return _past(content, cursor, child.content, child.content)
        case "text_special":
            return _past(content, cursor, child.markup, child.content)
        case "softbreak" | "hardbreak":
            return _past(content, cursor, "\n", "\n")
        case "html_inline":
            return _past(content, cursor, child.content, " " if child.content.lower().startswith("<br") else "")
        case "code_inline":
            return _code(content, cursor, child)
        case "link_open":
            return _past(content, cursor, "<" if child.info == "auto" else "[")
        case "link_close":
            return _past(content, cursor, ">") if child.info == "auto" else _target(content, cursor)
        case "image":
            return _target(content, _past(content, cursor, "![")[2] + len(child.content))
        case _:
            return _past(content, cursor, child.markup)


def _past(content: str, cursor: int, source: str, shown: str = "") -> Step:
    """Walk past the next occurrence of `source`; where there is none, stand still."""
    at = content.find(source, cursor)
    return (shown, at, at + len(source)) if at >= 0 else (shown, cursor, cursor)


def _code(content: str, cursor: int, child: Token) -> Step:
    """Walk past a code span, whose text is shown."""
    _, _, opened = _past(content, cursor, child.markup)
    shown, start, end = _past(content, opened, child.content, child.content)
    return shown, start, _past(content, end, child.markup)[2]


def _target(content: str, cursor: int) -> Step:
    """Walk past the target or the label of a link or an image."""
    match = _TARGET.match(content, cursor)
    return "", cursor, match.end() if match else cursor
