"""A sentence that limits by a phrase, and the same with "only": "the only thing that it covers is trade", "it covers only trade"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import tagging
from factcheck.tokens import tokenize

_THING = re.compile(
    r"^(?:the only|the sole|the one|all) ?(?:\w+ )?(?:that |which )?((?:the|its|his|her|their|our|[A-Z]).+?) (?:is|are|was|were) (.+)$",
    re.DOTALL,
)
_ITSELF = re.compile(
    r"\b(?:(?:limits?|limited|confines?|confined|restricts?|restricted) (?:itself|himself|herself|themselves)"
    r"|(?:is|are|was|were|has been|have been) (?:strictly |solely |purely |entirely )?(?:limited|confined|restricted)) to\b",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r",? (?:and|but) (?:nothing|no one|nobody|nowhere) else\b|,? to the exclusion of all else\b", re.IGNORECASE
)
_COVERING = ("covers only", "concerns only", "includes only", "affects only", "has only")


def restated(text: str) -> Iterator[str]:
    """Yield texts that say with "only" what a text says by another phrase."""
    if found := _THING.match(text[:1].lower() + text[1:]):
        clause, rest = found.groups()
        yield f"{clause[:1].upper()}{clause[1:]} only {rest}"
    if found := _ITSELF.search(text):
        yield from (f"{text[: found.start()]}{other}{text[found.end() :]}" for other in _COVERING)
    if found := _ELSE.search(text):
        yield from _before_the_verb(text[: found.start()] + text[found.end() :])


def _before_the_verb(text: str) -> Iterator[str]:
    """Yield a text with "only" before its first verb."""
    tokens = tokenize(text)
    at = tagging.tag(tokens).find("V")
    if at > 0:
        yield f"{text[: tokens[at].start]}only {text[tokens[at].start :]}"
