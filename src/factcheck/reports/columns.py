"""Figures in columns: drawn on a terminal, aligned plain text elsewhere."""

from __future__ import annotations

import io
from dataclasses import dataclass

from factcheck.reports.visible import visible

_GAP = "  "


@dataclass(frozen=True, slots=True)
class Columns:
    """A table; the first column is aligned to the left, the others, which hold figures, to the right."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def show(columns: Columns, width: int | None, color: bool) -> str:
    """Return a table as text that ends with a line end; `width` is that of the terminal, None where there is none."""
    return _aligned(columns) if width is None else _drawn(columns, width, color)


def _aligned(columns: Columns) -> str:
    """Return a table in spaces."""
    lines = [tuple(map(visible, cells)) for cells in (columns.heads, *columns.rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    text = ""
    for first, *rest in lines:
        figures = (cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))
        text += _GAP.join((first.ljust(widths[0]), *figures)).rstrip() + "\n"
    return text


def _drawn(columns: Columns, width: int, color: bool) -> str:
    """Return a table as rich draws it."""
    from rich.console import Console  # takes longer to import than all the rest
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for number, head in enumerate(columns.heads):
        table.add_column(Text(visible(head)), justify="right" if number else "left", overflow="fold")
    for row in columns.rows:
        table.add_row(*(Text(visible(cell)) for cell in row))
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        legacy_windows=False,
        _environ={},
    )
    with console.capture() as captured:
        console.print(table, highlight=False)
    return "".join(f"{line.rstrip()}\n" for line in captured.get().split("\n")[:-1])
