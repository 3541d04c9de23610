"""Others: "another hall", "somebody else", "other towns": one more of the kind that a sentence speaks of."""

from __future__ import annotations

import re

_ANOTHER = re.compile(
    r"\b(?:another|(?:some|one|two|several|many) others?|some(?:one|body|thing|where) else)\b", re.IGNORECASE
)
_BEFORE_NOUN = re.compile(r"\b(?:another|(?:some|one|two|several|many) other|other)\s+(?:[\w'’-]+\s+)?$", re.IGNORECASE)
_NONE = re.compile(r"\b(?:no|not|never|nobody|none|any|every|all|than)\b", re.IGNORECASE)


def speaks_of_another(text: str) -> bool:
    """Tell whether a stretch of text, such as what stands before "larger than", speaks of one more of a kind."""
    return bool(_ANOTHER.search(text)) and not _NONE.search(text)


def is_another(text: str) -> bool:
    """Tell whether a stretch of text that ends before a noun makes it one more of its kind: "another"."""
    return bool(_BEFORE_NOUN.search(text)) and not _NONE.search(text)
