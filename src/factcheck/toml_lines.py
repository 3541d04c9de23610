"""Where a key stands in the text of a TOML file: the parser does not say, and an error should."""

from __future__ import annotations

import re
import sys

_KEY = r"^[ \t]*(?:\[{{0,2}}[ \t]*)?(?:[\w.-]+\.)?[\"']?{}[\"']?[ \t]*[].=]"


def find(text: str, key: str, start: int = 0, end: int = sys.maxsize) -> int | None:
    """Return the offset of the line on which a key or a table of that name stands; None for one in the middle of a line."""
    found = re.compile(_KEY.format(re.escape(key)), re.MULTILINE).search(text, start, end)
    return found.start() if found else None
