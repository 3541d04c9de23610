"""The names of documents as other programs want them: with forward slashes, or as a URI reference."""

from __future__ import annotations

from pathlib import PurePath
from urllib.parse import quote


def is_file(name: str) -> bool:
    """Tell a file from a text or standard input, which have a name like `<stdin>`."""
    return not (name.startswith("<") and name.endswith(">"))


def relative(name: str) -> str:
    """Return a path with forward slashes, whatever the system writes."""
    return PurePath(name).as_posix()


def uri(name: str) -> str:
    """Return a URI for a name: relative for a relative path, `file:` for an absolute one, percent-encoded."""
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="surrogateescape")
