"""Configuration file -> settings, checked at the door: errors name the file, the line and the key, and what is allowed."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from typing import Any

from factcheck import toml_lines
from factcheck.configuration import PROJECT, TABLE, ConfigurationError
from factcheck.settings import Chosen, Kind, Setting, Value

_TYPES: dict[Kind, tuple[type | tuple[type, ...], str]] = {
    "text": (str, 'a text in quotes, such as {key} = "…"'),
    "boolean": (bool, "true or false, without quotes"),
    "int": (int, "a whole number"),
    "float": ((int, float), "a number"),
}
_HEADINGS = (  # where the settings begin in a pyproject.toml, and where they begin if they are not a table of their own
    re.compile(r"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*[\"']?factcheck(?=[\"']?[ \t]*[].])", re.MULTILINE),
    re.compile(r"^[ \t]*(?:tool[ \t]*\.[ \t]*)?(?=factcheck[ \t]*[.=])", re.MULTILINE),
)
_LONGEST = 40  # characters of a wrong value in an error


def read(path: str, known: Sequence[Setting], alternatives: frozenset[str]) -> dict[str, Chosen]:
    """Return what a configuration file gives.

    Raises ConfigurationError naming file, line and key for everything that is wrong.
    """
    text = _text(path)
    table = _table(path, text)
    settings = {setting.key: setting for setting in known}
    start = _start(path, text)
    places = {key: f"{path}:{_line(text, key, start)}" for key in table}
    errors = [
        f"{places[key]}: {problem}" for key, value in table.items() if (problem := _problem(key, value, settings))
    ]
    if len(both := [key for key in table if key in alternatives]) > 1:
        errors.append(f"{places[both[-1]]}: {' and '.join(both)} exclude each other; leave out one of them")
    if errors:
        raise ConfigurationError("\n".join(errors))
    folder = os.path.dirname(path)
    return {key: Chosen(_value(value, settings[key], folder), "file", places[key]) for key, value in table.items()}


def _text(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return file.read().decode("utf-8-sig")
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ConfigurationError(f"{path}:{line}: is not UTF-8; save the file as UTF-8") from error


def _table(path: str, text: str) -> dict[str, Any]:
    """Return the settings of a file as they stand there: all of it, or the one table of a pyproject.toml."""
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise ConfigurationError(f"{path}:{line}: not valid TOML: {error}") from error
    if os.path.basename(path) != PROJECT:
        if isinstance(data.get("source"), dict):
            raise ConfigurationError(f"{path}:1: is a claims database, no configuration; give it another name")
        return data
    outer = data.get(TABLE[0], {})
    table = outer.get(TABLE[1]) if isinstance(outer, dict) else None
    if not isinstance(table, dict):
        raise ConfigurationError(f"{path}:{_line(text, TABLE[1], 0)}: holds no table [{'.'.join(TABLE)}]")
    return table


def _start(path: str, text: str) -> int:
    """Return where the settings begin: at the start, or in a pyproject.toml where our table does."""
    headings = _HEADINGS if os.path.basename(path) == PROJECT else ()
    return next((found.end() for heading in headings if (found := heading.search(text))), 0)


def _line(text: str, key: str, start: int) -> int:
    """Return the line on which a key stands, counted from 1; that of `start` for a key in the middle of a line."""
    found = toml_lines.find(text, key, start)
    return text.count("\n", 0, start if found is None else found) + 1


def _problem(key: str, value: object, settings: Mapping[str, Setting]) -> str:
    """Return what is wrong with a key or its value and what is allowed, "" where nothing is."""
    setting = settings.get(key)
    if setting is None:
        return f"unknown key {key!r}; {_hint(key, settings)}"
    if setting.many:
        example = f'{key} = ["…"]'
        if value == []:
            return f"{key} is empty; leave it out, or give it something, such as {example}"
        if not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
            return f"{key} must be a list of texts, such as {example}"
        return "" if all(map(_is_said, value)) else f"{key} holds an empty text"
    if setting.choices and value not in setting.choices:
        allowed = ", ".join(f'"{choice}"' for choice in setting.choices)
        return f"{key} must be one of {allowed}, not {_shown(value)}"
    type_, what = _TYPES[setting.kind]
    if not isinstance(value, type_) or isinstance(value, bool) != (setting.kind == "boolean"):
        return f"{key} must be {what.format(key=key)}, not {_shown(value)}"
    return "" if _is_said(value) else f"{key} is empty"


def _is_said(value: object) -> bool:
    """Tell a value that is no empty text, and none that no file can be called."""
    return not isinstance(value, str) or (bool(value.strip()) and "\0" not in value)


def _shown(value: object) -> str:
    """Return a wrong value as TOML would write it, cut where it is long."""
    text = f'"{value}"' if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _hint(key: str, settings: Mapping[str, Setting]) -> str:
    """Return which key may have been meant, else all there are."""
    from difflib import get_close_matches

    if key == TABLE[0]:
        return f"the keys in this file stand without [{'.'.join(TABLE)}]"
    close = get_close_matches(key.lower().replace("_", "-"), settings, 1)
    return f"did you mean {close[0]!r}?" if close else f"known keys are {', '.join(sorted(settings))}"


def _value(value: Any, setting: Setting, folder: str) -> Value:
    """Return a value that was found right, its paths as seen from the current folder."""
    if setting.many:
        return tuple(os.path.join(folder, item) if setting.path else item for item in value)
    found: Value = os.path.join(folder, value) if setting.path else value
    return found
