"""Lists of nouns that a sentence gives in full: "a harp, a lute and a drum"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.statement import Unit

_JOINT = re.compile(
    r"\s*(?:,|,?\s*\b(and|or|as well as|but also|plus)\b)\s*(?:also\s+)?(?:(?:an?|the|one|its|their|some)\b)?\s*",
    re.IGNORECASE,
)
_LED = re.compile(
    r"\b(?:in|by|for)\s+$", re.IGNORECASE
)  # what each of a list may stand behind: "in brick and in stone"
_GOES_ON = re.compile(
    r"(?:[,;]|\b(?:and|or|such as|including|include|includes|among them|like|for example|especially|with))"
    r"\s*(?:(?:an?|the)\s+)?$",
    re.IGNORECASE,
)  # what stands before a list that is part of another, or of examples only
_MORE = re.compile(r"^\s*,?\s*(?:and|or|as well as|among|etc)\b", re.IGNORECASE)


def find(text: str, units: Sequence[Unit], heads: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Return the heads of each complete list of nouns, of which "and" joins the last."""
    if " and " not in text and " or " not in text:
        return ()
    return tuple(_lists(text, units, heads))


def _lists(text: str, units: Sequence[Unit], heads: Sequence[int]) -> Iterator[tuple[int, ...]]:
    taken = -1
    for number, unit in enumerate(units):
        if number <= taken or not _is_member(text, units[heads[number]]) or _GOES_ON.search(text[: unit.start]):
            continue
        found, joints = [heads[number]], []
        while (conjunction := _next(text, units, heads, found[-1])) is not None:
            joints.append(conjunction)
            found.append(heads[found[-1] + 1])
        taken = found[-1]
        complete = joints and joints[-1] and not any(joints[:-1])
        if complete and not _MORE.match(text[units[found[-1]].end :]):
            yield tuple(found)


def _next(text: str, units: Sequence[Unit], heads: Sequence[int], head: int) -> str | None:
    """Return the conjunction between a noun and the next noun of a list, "" for a comma, None where the list ends."""
    after = head + 1
    if after >= len(units) or not _is_member(text, units[heads[after]]):
        return None
    return joint(_LED.sub("", text[units[head].end : units[after].start]))


def joint(between: str) -> str | None:
    """Return the conjunction of a text between two members of a list, "" for a comma alone, None for another text."""
    found = _JOINT.fullmatch(between)
    return (found[1] or "") if found else None


def _is_member(text: str, unit: Unit) -> bool:
    gerund = unit.pos == "v" and text[unit.start : unit.end].endswith("ing")
    return unit.kind == "name" or (unit.kind == "word" and (unit.pos == "n" or gerund))
