"""Where the configuration is: the nearest file from the current folder upward, and the environment variables."""

from __future__ import annotations

import os
import re

PROJECT = "pyproject.toml"  # for other tools as well: it counts only with a table of ours
FILES = (".factcheck.toml", "factcheck.toml", PROJECT)  # in one folder the first of them counts
TABLE = "tool", "factcheck"
# How a file may name the table: [tool.factcheck], tool.factcheck = …, or something within [tool] or tool = …
_NAMED = rb"(?m)^[ \t]*(?:\[+[ \t]*)?[\"']?tool[\"']?[ \t]*(?:[]=]|\.[ \t]*[\"']?factcheck\b)"
VARIABLES = {"FACTCHECK_CLAIMS": "claims"}  # variable -> the setting that it gives; several paths as in PATH


class ConfigurationError(Exception):
    """A configuration that cannot be used; str() is one line for each error, "file:line: message"."""


def find() -> str:
    """Return the path of the nearest configuration file, relative to the current folder, or "" where there is none."""
    folder = ""
    for _ in range(_depth()):
        for name in FILES:
            path = os.path.join(folder, name)
            if os.path.isfile(path) and (name != PROJECT or _is_ours(path)):
                return path
        folder = os.path.join(folder, os.pardir)
    return ""


def _depth() -> int:
    """Return how many folders there are from the current one up to the root."""
    try:
        here = os.getcwd()
    except OSError:  # it has been removed
        return 0
    return len([part for part in here.split(os.sep) if part]) + 1


def _is_ours(path: str) -> bool:
    """Tell whether a pyproject.toml holds our table; it is parsed only if it may."""
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError:
        return False
    return TABLE[1].encode() in content and bool(re.search(_NAMED, content)) and _holds_table(content)


def _holds_table(content: bytes) -> bool:
    """Tell whether our table is there; in a broken file, whether its heading is."""
    import tomllib

    try:
        tool = tomllib.loads(content.decode("utf-8-sig")).get(TABLE[0])
    except ValueError:
        return f"[{'.'.join(TABLE)}".encode() in content
    return isinstance(tool, dict) and TABLE[1] in tool
