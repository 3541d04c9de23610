"""Tables of reStructuredText: the cells that are no heads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.readers.rst_lines import Line

GRID_TOP = re.compile(r"\+-[-+]*-\+\Z")
SIMPLE_TOP = re.compile(r"=+(?:[ ]+=+)+\Z")
_BORDER = re.compile(r"\+[-+]*\+\Z")
_HEAD_END = re.compile(r"\+=[=+]*=\+\Z")
_DRAWN = re.compile(r"[-+|]+\Z")
_SPANS = re.compile(r"-+(?:[ ]+-+)*\Z")  # the line under simple cells that span columns

Cell = list[Line]


def grid(lines: Sequence[Line]) -> Iterator[Cell]:
    """Yield the cells of a grid table that are no heads; those of a column that one cell reaches across are as one."""
    head = next((number for number, line in enumerate(lines) if _HEAD_END.match(line.text)), 0)
    border, band = lines[head], list[Line]()
    for line in lines[head + 1 :]:
        if _BORDER.match(line.text):
            yield from _columns(border, band)
            border, band = line, []
        else:
            band.append(line)


def simple(lines: Sequence[Line]) -> Iterator[Cell]:
    """Yield the cells of a simple table that are no heads."""
    borders = [number for number, line in enumerate(lines) if SIMPLE_TOP.match(line.text)]
    starts = [lines[0].column + match.start() for match in re.finditer(r"=+", lines[0].text)]
    edges = list(zip(starts, [*starts[1:], None], strict=True))
    row: list[Line] = []
    for line in lines[borders[-2] + 1 : borders[-1]] if len(borders) > 1 else ():
        if line.column == starts[0] and line.text and row:
            yield from ([each.between(*edge) for each in row] for edge in edges)
            row = []
        if not _SPANS.match(line.text):
            row.append(line)
    yield from ([each.between(*edge) for each in row] for edge in edges)


def _columns(border: Line, band: Sequence[Line]) -> Iterator[Cell]:
    """Yield the cells under a line that goes across the table; what else is drawn in them parts paragraphs."""
    corners = [at for at, sign in enumerate(border.text) if sign == "+"]
    edges = [border.column + at for at in corners if all(line.text[at : at + 1] in ("|", "+") for line in band)]
    for first, last in pairwise(edges):
        cell = [line.between(first + 1, last) for line in band]
        yield [replace(line, text="") if _DRAWN.match(line.text) else line for line in cell]
