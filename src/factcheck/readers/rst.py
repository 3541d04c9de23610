"""reStructuredText -> blocks of prose: what a reader reads as text, each character with its offset in the file.

Paragraphs, list items, definitions, table cells, quotations, footnotes and the bodies of admonitions are prose. Titles,
terms, heads of tables, literal and doctest blocks, comments, targets, fields, and the names, arguments and options of
directives are not. What tells prose from the rest is parsed by the grammar of docutils' specification; docutils itself
takes long to load and keeps no offsets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import replace

from factcheck.paragraphs import LINE_END
from factcheck.readers import Block, rst_inline, rst_lines, rst_tables
from factcheck.readers.rst_lines import Line

Paragraph = list[Line]


class _Quotation(Paragraph):
    """A paragraph of a quotation."""


class _Code(Paragraph):
    """Lines that are shown as they stand, or belong to a directive that holds no prose."""


_BULLET = re.compile(r"[-*+•‣⁃](?:[ \t]+|\Z)")
_ENUMERATOR = re.compile(
    r"(?:\((?:\d+|[a-zA-Z]|[ivxlcdm]+|[IVXLCDM]+|#)\)|(?:\d+|[a-zA-Z]|[ivxlcdm]+|[IVXLCDM]+|#)[.)])(?:[ \t]+|\Z)"
)
_FIELD = re.compile(r":(?![: ])(?:[^:\\]|\\.|:(?![ `]|\Z))*(?<! ):(?:[ \t]+|\Z)")
_OPTION = re.compile(
    r"(?:(?:--?|/)[A-Za-z0-9][\w-]*(?:[ =](?:<[^<>]+>|[A-Za-z][\w-]*))?(?:, |(?=  |\Z)))+(?:[ ]{2,}|\Z)"
)
_DOCTEST = re.compile(r">>>(?: |\Z)")
_LINE_BLOCK = re.compile(r"\|(?:[ \t]+|\Z)")
_ADORNMENT = re.compile(r"([!-/:-@[-`{-~])\1*\Z")
_EXPLICIT = re.compile(r"\.\.(?:[ \t]+|\Z)")
_ANONYMOUS = re.compile(r"__(?:[ \t]+|\Z)")
_NOTE = re.compile(r"\[(?:\d+|#[\w.-]*|\*|[\w.-]+)\](?:[ \t]+|\Z)")
_DIRECTIVE = re.compile(r"(?P<name>[\w.+-]+(?::[\w.+-]+)*)[ ]?::(?:[ \t]+|\Z)")
_HEADER_ROWS = re.compile(r":header-rows:[ \t]*(\d+)")
_LITERAL_MARK = re.compile(r"(?:\s+|\A):: *\Z|:\Z")
_SHORTEST = 4  # signs under a title that is longer, or in a transition
_BORDERS = 3  # of a simple table that has heads
_DEEPEST = 50  # structures inside one another; nobody nests as many

# Directives that hold prose: text from their name on; a version and then text; a title or the like and then text; rows.
# Any other holds none: code, pictures, lists of contents.
_KINDS = {
    name: kind
    for kind, names in {
        "text": "attention caution danger error hint important note tip warning seealso todo epigraph highlights pull-quote"
        " compound centered",
        "version": "versionadded versionchanged versionremoved deprecated deprecated-removed",
        "titled": "admonition topic sidebar container class figure table glossary rst-class only ifconfig tab dropdown card"
        " details function method attribute module data exception property staticmethod classmethod decorator describe"
        " object option program envvar confval setting type struct enum macro var member",
        "rows": "list-table",
    }.items()
    for name in names.split()
}

_QUOTING = ("epigraph", "highlights", "pull-quote")

Found = Generator[Paragraph, None, int]  # paragraphs, and then the number of the line that follows


def blocks(text: str) -> Iterator[Block]:
    """Yield each block of prose."""
    for paragraph in _body(rst_lines.of(text), 0):
        if isinstance(paragraph, _Code):
            continue
        shown, offsets = _joined(paragraph, text)
        seen = list(rst_inline.shown(shown))
        if any(not shown[each.at].isspace() for each in seen):
            quoted = isinstance(paragraph, _Quotation)
            bound = frozenset(number for number, each in enumerate(seen) if each.bound)
            yield Block("".join(shown[each.at] for each in seen), [offsets[each.at] for each in seen], quoted, bound)


def code(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each piece of code starts and ends: a literal or doctest block, or a directive without prose."""
    for paragraph in _body(rst_lines.of(text), 0):
        if isinstance(paragraph, _Code) and paragraph:
            yield paragraph[0].start, paragraph[-1].start + len(paragraph[-1].text)


def _joined(paragraph: Paragraph, text: str) -> tuple[str, list[int]]:
    """Return the text of a paragraph and the offset of each of its characters; a line end counts as one."""
    offsets: list[int] = []
    for line in paragraph:
        end = line.start + len(line.text)
        found = LINE_END.search(text, end)
        offsets += [*range(line.start, end), found.end() - 1 if found else end]
    return "\n".join(line.text for line in paragraph), offsets[:-1]


# The structure.


def _body(lines: Sequence[Line], depth: int) -> Iterator[Paragraph]:
    """Yield the paragraphs of prose in lines that belong together; what is indented further is a quotation."""
    left = rst_lines.left(lines)
    at = 0
    while at < len(lines) and depth < _DEEPEST:
        if not lines[at].text:
            at += 1
        elif lines[at].column > left:
            end = _end_of_indented(lines, at, left)
            yield from map(_quoted, _body(lines[at:end], depth + 1))
            at = end
        else:
            at = yield from _element(lines, at, depth + 1)


def _quoted(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph as one of a quotation, unless it is code."""
    return paragraph if isinstance(paragraph, _Code) else _Quotation(paragraph)


def _first(lines: Sequence[Line], at: int, is_it: Callable[[Line], bool]) -> int:
    """Return the number of the first line from `at` on of which something is true."""
    return next((number for number in range(at, len(lines)) if is_it(lines[number])), len(lines))


def _blank(lines: Sequence[Line], at: int) -> int:
    """Return the number of the next blank line."""
    return _first(lines, at, lambda line: not line.text)


def _end_of_indented(lines: Sequence[Line], at: int, column: int) -> int:
    """Return the number of the first line from `at` on that is not blank and not indented further than a column."""
    return _first(lines, at, lambda line: bool(line.text) and line.column <= column)


def _element(lines: Sequence[Line], at: int, depth: int) -> Found:
    """Yield the paragraphs of the element that begins at a line."""
    line = lines[at]
    end = _end_of_indented(lines, at + 1, line.column)
    if marker := _BULLET.match(line.text) or _enumerator(lines, at) or _OPTION.match(line.text):
        yield from _body(_item(line.after(marker.end()), lines[at + 1 : end]), depth)
        return end
    if _FIELD.match(line.text) or _ANONYMOUS.match(line.text):
        return end
    if _EXPLICIT.match(line.text):
        return (yield from _explicit(lines, at, end, depth))
    if _DOCTEST.match(line.text):
        yield _Code(lines[at : _blank(lines, at)])
        return _blank(lines, at)
    if _LINE_BLOCK.match(line.text):
        return (yield from _line_block(lines, at))
    if rst_tables.GRID_TOP.match(line.text) or rst_tables.SIMPLE_TOP.match(line.text):
        return (yield from _table(lines, at, depth))
    return at + _title(lines, at) if _title(lines, at) else (yield from _text(lines, at, depth))


def _item(first: Line, rest: Sequence[Line]) -> list[Line]:
    """Return the lines of an item, of which the first stands after a marker."""
    indented = [line.column for line in rest if line.text]
    return [replace(first, column=min([first.column, *indented])), *rest]


def _enumerator(lines: Sequence[Line], at: int) -> re.Match[str] | None:
    """Match the marker of an enumerated item, whose second line, if it has one, is indented or another item."""
    marker = _ENUMERATOR.match(lines[at].text)
    following = lines[at + 1] if at + 1 < len(lines) else None
    if marker and following and following.text and following.column <= lines[at].column:
        return marker if _ENUMERATOR.match(following.text) else None
    return marker


def _title(lines: Sequence[Line], at: int) -> int:
    """Return how many lines a title takes, 1 for a transition, 0 where there is none."""
    first, second, third = (*(line.text for line in lines[at : at + 3]), "", "")[:3]
    if _ADORNMENT.match(first):
        if second and third == first:
            return 3
        return 1 if len(first) >= _SHORTEST and not second else 0
    is_under = _ADORNMENT.match(second) and len(second) >= min(len(first), _SHORTEST)
    return 2 if is_under and lines[at + 1].column == lines[at].column else 0


def _text(lines: Sequence[Line], at: int, depth: int) -> Found:
    """Yield a paragraph, or the definition of a term."""
    column = lines[at].column
    end = _first(lines, at, lambda line: not line.text or line.column != column)
    if end == at + 1 and end < len(lines) and lines[end].text:
        stop = _end_of_indented(lines, end, column)
        yield from _body(lines[end:stop], depth)
        return stop
    paragraph = list(lines[at:end])
    if paragraph[-1].text.endswith("::"):
        paragraph[-1] = replace(paragraph[-1], text=_LITERAL_MARK.sub("", paragraph[-1].text))
        start, end = end, _end_of_literal(lines, end, column)
        yield _Code(lines[start:end])
    yield paragraph
    return end


def _end_of_literal(lines: Sequence[Line], at: int, column: int) -> int:
    """Return the number of the line after a literal block, which is indented or has the same sign before each line."""
    start = _first(lines, at, lambda line: bool(line.text))
    if start == len(lines) or lines[start].column > column:
        return _end_of_indented(lines, start, column)
    sign = lines[start].text[0]
    return start if sign.isalnum() else _first(lines, start, lambda line: not line.text.startswith(sign))


def _line_block(lines: Sequence[Line], at: int) -> Found:
    """Yield the lines of a line block as one paragraph."""
    end = _blank(lines, at)
    yield [line.after(marker.end()) if (marker := _LINE_BLOCK.match(line.text)) else line for line in lines[at:end]]
    return end


def _table(lines: Sequence[Line], at: int, depth: int) -> Found:
    """Yield the paragraphs in the cells of a table."""
    is_grid = lines[at].text.startswith("+")
    end = _blank(lines, at) if is_grid else _end_of_simple_table(lines, at)
    for cell in (rst_tables.grid if is_grid else rst_tables.simple)(lines[at:end]):
        yield from _body(cell, depth)
    return end


def _end_of_simple_table(lines: Sequence[Line], at: int) -> int:
    """Return the number of the line after a simple table: after its third border, or its second before a blank line."""
    count = 1
    for number in range(at + 1, len(lines)):
        if rst_tables.SIMPLE_TOP.match(lines[number].text):
            count += 1
            if count == _BORDERS or number + 1 == len(lines) or not lines[number + 1].text:
                return number + 1
    return _blank(lines, at)


# Explicit markup.


def _explicit(lines: Sequence[Line], at: int, end: int, depth: int) -> Found:
    """Yield the paragraphs of a footnote or a directive; a comment and a target have none."""
    marker = _EXPLICIT.match(lines[at].text)
    first, rest = lines[at].after(marker.end() if marker else 0), lines[at + 1 : end]
    if not first.text and not (rest and rest[0].text):
        return at + 1  # an empty comment, which takes nothing along
    if note := _NOTE.match(first.text):
        yield from _body(_item(first.after(note.end()), rest), depth)
    elif directive := _DIRECTIVE.match(first.text):
        name = directive["name"].rpartition(":")[2].lower()
        yield from _directive(name, [first.after(directive.end()), *rest], depth)
    return end


def _directive(name: str, lines: Sequence[Line], depth: int) -> Iterator[Paragraph]:
    """Yield the paragraphs in a directive; `lines` begin with what follows its name."""
    end = _blank(lines, 1)
    option = next((number for number in range(1, end) if _FIELD.match(lines[number].text)), end)
    first, content = lines[0], lines[end:]
    match _KINDS.get(name):
        case "text":
            found = _body(_item(first, [*lines[1:option], *content]), depth)
            yield from map(_quoted, found) if name in _QUOTING else found
        case "version":
            text = first.after(len(first.text.partition(" ")[0]))
            yield from _body(_item(text, [*lines[1:option], *content]), depth)
        case "titled":
            yield from _body(content, depth)
        case "rows":
            yield from _body(_without_heads(content, lines[option:end]), depth)
        case _:
            yield _Code(lines)


def _without_heads(lines: Sequence[Line], options: Sequence[Line]) -> Sequence[Line]:
    """Return the list that is a table without the rows that are heads."""
    heads = next((int(found[1]) for line in options if (found := _HEADER_ROWS.match(line.text))), 0)
    left = rst_lines.left(lines)
    rows = [number for number, line in enumerate(lines) if line.text and line.column == left]
    return lines[rows[heads] :] if heads < len(rows) else ()
