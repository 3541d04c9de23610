"""What can be configured, what is, and where it comes from; the nearest to the command line holds."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from factcheck.configuration import VARIABLES, ConfigurationError

Value = str | bool | int | float | tuple[str, ...] | None
Kind = Literal["text", "boolean", "int", "float"]


@dataclass(frozen=True, slots=True)
class Setting:
    """An option that can be configured and what it takes: one of `choices` if there are any, several texts if `many`.

    A `path` is relative to the folder of the file that gives it.
    """

    key: str
    kind: Kind = "text"
    many: bool = False
    choices: tuple[str, ...] = ()
    path: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """The value of a setting; `place` is the file and line, or the variable, that gives it."""

    value: Value
    source: Literal["default", "file", "environment"] = "default"
    place: str = ""


Choices = Mapping[str, Chosen]  # by the key of the setting


def merged(layers: Iterable[Choices], alternatives: frozenset[str]) -> dict[str, Chosen]:
    """Return what holds where each layer goes before those ahead of it; one of `alternatives` drops the others."""
    result: dict[str, Chosen] = {}
    for layer in layers:
        if alternatives & layer.keys():
            result = {key: chosen for key, chosen in result.items() if key not in alternatives}
        result |= layer
    return result


def from_environment(environment: Mapping[str, str]) -> dict[str, Chosen]:
    """Return what environment variables give; several paths are separated as in PATH."""
    found = {}
    for name, key in VARIABLES.items():
        if paths := tuple(part for part in environment.get(name, "").split(os.pathsep) if part):
            found[key] = Chosen(paths, "environment", name)
    return found


def require(chosen: Choices, keys: Iterable[str]) -> None:
    """Raise ConfigurationError for each path under some keys where there is no file or folder."""
    paths = [(key, path) for key in keys if key in chosen for path in _paths(chosen[key].value)]
    missing = [
        f"{chosen[key].place}: {key}: {path}: no such file or folder" for key, path in paths if not os.path.exists(path)
    ]
    if missing:
        raise ConfigurationError("\n".join(missing))


def _paths(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)
