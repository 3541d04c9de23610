"""A file of claims as it stands there: its tables with their places, and all that is wrong with what is in them."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from factcheck import toml_lines

_HEADER = re.compile(r"^[ \t]*\[{1,2}[ \t]*(source|name|claim)[ \t]*\]", re.MULTILINE)


@dataclass
class ClaimsFile:
    """The text of a file, and its errors as far as they are known."""

    path: Path
    text: str
    errors: list[str] = field(default_factory=list)

    def fail(self, line: int, message: str) -> None:
        """Note an error."""
        self.errors.append(f"{self.path}:{line}: {message}")

    def line(self, offset: int) -> int:
        """Return the line of an offset, counted from 1."""
        return bisect_right(self._line_ends, offset - 1) + 1

    def tables(self, data: Mapping[str, Any], name: str) -> list[Table]:
        """Return the tables that are written as [[name]]."""
        found = data.get(name, [])
        if not isinstance(found, list) or not all(isinstance(table, dict) for table in found):
            self.fail(self.top(data).line(name), f"{name} must be written as [[{name}]]")
            return []
        return [self.table(values, name, number) for number, values in enumerate(found)]

    def table(self, values: Mapping[str, Any], name: str, number: int = 0) -> Table:
        """Return the nth table of a name with its place."""
        called = values.get("id" if name == "claim" else "name", number + 1)
        what = f"[{name}]" if name == "source" else f"{name} {called!r}"
        return Table(self, what, values, *self._span(name, number))

    def top(self, data: Mapping[str, Any]) -> Table:
        """Return what stands outside of all tables."""
        return Table(self, "top level", data)

    @cached_property
    def _line_ends(self) -> Sequence[int]:
        return [found.start() for found in re.finditer("\n", self.text)]

    @cached_property
    def _spans(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """Return where tables begin, right behind their headings, and end, by their names."""
        headings = [*_HEADER.finditer(self.text)]
        ends = [*(found.start() for found in headings[1:]), sys.maxsize]
        spans: dict[str, list[tuple[int, int]]] = {}
        for found, end in zip(headings, ends, strict=False):
            spans.setdefault(found[1], []).append((found.end(), end))
        return spans

    def _span(self, name: str, number: int) -> tuple[int, int]:
        """Return where the nth table of a name begins and ends; one without a heading of its own may be anywhere."""
        found = self._spans.get(name, ())
        return found[number] if number < len(found) else (0, sys.maxsize)


@dataclass(frozen=True, slots=True)
class Table:
    """A table in file.text[start:end] with its values; errors call it `what`."""

    file: ClaimsFile
    what: str
    values: Mapping[str, Any]
    start: int = 0
    end: int = sys.maxsize

    def line(self, key: str = "") -> int:
        """Return the line on which a key stands, or else the table."""
        found = toml_lines.find(self.file.text, key, self.start, self.end) if key else None
        return self.file.line(self.start if found is None else found)

    def fail(self, message: str, key: str = "") -> None:
        """Note an error, at a key if it is one of its value."""
        self.file.fail(self.line(key), f"{self.what}: {message}")

    def refuse_unknown(self, known: Collection[str]) -> None:
        """Note each key that has no meaning, and which may have been meant."""
        for key in self.values:
            if key not in known:
                close = _closest(key, known)
                hint = f"; did you mean {close!r}?" if close else f"; known keys are {', '.join(sorted(known))}"
                self.fail(f"unknown key {key!r}{hint}", key)

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; an absent one without default, an empty one and one of another type are errors."""
        value = self.values.get(key, default)
        if value is None:
            self.fail(f"{key!r} is missing")
        elif not isinstance(value, str):
            self.fail(f"{key!r} must be a text in quotes", key)
        elif not value.strip() and key in self.values:
            self.fail(f"{key!r} is empty", key)
        else:
            return value
        return ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, none of which may be empty."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.fail(f"{key!r} must be a list of texts", key)
            return ()
        if any(not item.strip() for item in value):
            self.fail(f"{key!r} holds an empty text", key)
        return tuple(value)

    def part(self, key: str, written: str) -> Table:
        """Return a table in this one, which is `written` so; an absent one is empty."""
        values = self.values.get(key, {})
        if not isinstance(values, dict):
            self.fail(f"{key} must be written as {written}", key)
            values = {}
        found = toml_lines.find(self.file.text, key, self.start, self.end)
        start = self.start if found is None else found
        return Table(self.file, f"{self.what} {key}", values, start, self.end)


def _closest(key: str, known: Collection[str]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(key, known, 1, 0.6)), "")
