"""Characters that could steer a terminal or hide text, made visible."""

from __future__ import annotations

import re

# Controls, bidirectional marks and overrides, line separators, the byte order mark, lone surrogates, and tags.
_UNSAFE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
_LINE_END = re.compile(r"\r\n|\n|\r")
_SPACE = re.compile(r"[ \t]*[\r\n\t]+[ \t]*")


def visible(text: str) -> str:
    """Write text in one line: line ends and tabs become a space, other control characters an escape."""
    return _UNSAFE.sub(_escape, _SPACE.sub(" ", text))


def visible_lines(text: str) -> str:
    """Write text with its line ends, as LF, and its tabs; other control characters become an escape."""
    return "\n".join("\t".join(map(visible, line.split("\t"))) for line in _LINE_END.split(text))


def escaped_json(document: str) -> str:
    r"""Write as \uXXXX what JSON would let through, so that a terminal shows it; it stays the same JSON."""
    return "\n".join(_UNSAFE.sub(_json_escape, line) for line in document.split("\n"))


def _escape(match: re.Match[str]) -> str:
    """Return a character as Python would escape it."""
    return match[0].encode("unicode_escape", "surrogatepass").decode("ascii")


def _json_escape(match: re.Match[str]) -> str:
    """Return a character as JSON escapes it, in UTF-16 code units."""
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))
