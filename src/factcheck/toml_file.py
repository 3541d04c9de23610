"""A TOML file that is read with its errors, each at its line: unknown keys, texts that are missing, empty or no texts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass
class TomlFile:
    """One file, with the errors found in it."""

    path: Path
    text: str
    errors: list[str] = field(default_factory=list)
    lines: dict[str, list[int]] = field(default_factory=dict)

    def line(self, table: str, number: int) -> int:
        """Return the line on which the nth [[table]] begins, counted from 1."""
        if table not in self.lines:
            header = re.compile(rf"^\s*\[\[?\s*{table}\s*\]\]?", re.MULTILINE)
            self.lines[table] = [self.text.count("\n", 0, m.end()) + 1 for m in header.finditer(self.text)]
        return self.lines[table][number] if number < len(self.lines[table]) else 1

    def fail(self, line: int, message: str) -> None:
        self.errors.append(f"{self.path}:{line}: {message}")


def read(path: Path, content: bytes | OSError) -> tuple[TomlFile, dict[str, Any] | None]:
    """Return a file and what it holds, None where that cannot be read."""
    import tomllib

    if isinstance(content, OSError):
        file = TomlFile(path, "")
        file.fail(1, f"cannot be read: {content.strerror}")
        return file, None
    try:
        written = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        file = TomlFile(path, "")
        file.fail(1, f"not UTF-8 at byte {error.start}; save the file as UTF-8")
        return file, None
    file = TomlFile(path, written)
    try:
        return file, tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        file.fail(int(found[1]) if found else written.count("\n") + 1, f"not valid TOML: {error}")
    except (RecursionError, ValueError):  # of numbers with thousands of digits Python makes none
        file.fail(1, "TOML that is nested too deep, or holds too long a number, to be read")
    return file, None


def check_keys(file: TomlFile, line: int, what: str, table: dict[str, Any], known: set[str]) -> None:
    """Note the keys of a table that are not known."""
    for key in table.keys() - known:
        close = _closest(key, known)
        hint = f"; did you mean {close!r}?" if close else f"; known keys are {', '.join(sorted(known))}"
        file.fail(line, f"{what}: unknown key {key!r}{hint}")


def _closest(key: str, known: set[str]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(key, known, 1, 0.6)), "")


def text(file: TomlFile, line: int, what: str, table: dict[str, Any], key: str, default: str | None = None) -> str:
    """Return a text of a table; an absent one without default, an empty one and one of another type are errors."""
    value = table.get(key, default)
    if value is None:
        file.fail(line, f"{what}: {key!r} is missing")
    elif not isinstance(value, str):
        file.fail(line, f"{what}: {key!r} must be a text in quotes")
    elif not value.strip() and key in table:
        file.fail(line, f"{what}: {key!r} is empty")
    else:
        return value
    return ""


def texts(file: TomlFile, line: int, what: str, table: dict[str, Any], key: str) -> tuple[str, ...]:
    """Return a list of texts of a table; an empty one in it, and anything else, is an error."""
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        file.fail(line, f"{what}: {key!r} must be a list of texts")
        return ()
    if any(not item.strip() for item in value):
        file.fail(line, f"{what}: {key!r} holds an empty text")
    return tuple(value)


def tables(file: TomlFile, data: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """Return the tables under a key, written as [[key]]."""
    tables = data.get(key, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        file.fail(file.line(key, 0), f"{key} must be written as [[{key}]]")
        return []
    return tables
