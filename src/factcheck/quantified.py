"""How many are meant: few are not many, almost all are not all, not all are not none, and most of the shops are not the shops."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.alignment import Match
from factcheck.comparison import Comparison
from factcheck.statement import Statement, Unit

_WORDS = r"(?:\s+(?:of|the|these|those|his|her|its|their|our))*(?:\s+[\w-]+)?\s*$"
_SCANT = re.compile(rf"(?<!a )\b(?:few|hardly any|scarcely any|barely any|little of){_WORDS}", re.IGNORECASE)
_NEARLY = re.compile(rf"\b(?:almost|nearly|virtually|practically)\s+(?:all|every|half|each){_WORDS}", re.IGNORECASE)
_NOT_ALL = re.compile(rf"\bnot\s+(?:all|every|each|everyone|everybody|both)\b(?:{_WORDS})?", re.IGNORECASE)
_NOBODY = re.compile(r"\b(?:nobody|no one|none)\b", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:the|his|her|its|their)(?:\s+[\w-]+)?\s+$", re.IGNORECASE)
_PART_OF = re.compile(
    r"\b(?:first|second|third|last|eldest|oldest|youngest|one|largest|smallest) of (?:the|his|her|its|their)"
    r"(?:\s+[\w-]+)?\s+$",
    re.IGNORECASE,
)
_PARTIAL = ("most", "half", "few", "part", "one")
_WHOLE = ("all", "half")


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether nothing of a part is said of more, or of fewer, than the wording says it of."""
    said, stated = comparison.said, comparison.stated
    if _NOT_ALL.search(stated.text) and _NOBODY.search(said.text) and not _NOBODY.search(stated.text):
        return False
    matched = ((number, match) for number in part if (match := comparison.matches[number]))
    return not any(
        said.units[number].pos == "n"
        and number not in comparison.reckoned
        and _is_of_others(said, said.units[number], stated, match)
        for number, match in matched
    )


def _is_of_others(said: Statement, unit: Unit, stated: Statement, match: Match) -> bool:
    """Tell whether a noun is of more than its partner, by what stands before both."""
    partner = stated.units[match.stated]
    ours, theirs = said.text[: unit.start], stated.text[: partner.start]
    frame = said.frames[unit.clause]
    if partner.pos != "n" or match.cancelled:
        return False
    scant = bool(_SCANT.search(theirs)) and unit.scope not in ("few", "part") and not _SCANT.search(ours)
    told = any(other.scope == "only" for other in said.units)  # the only one is of few
    if scant and not told and not frame.denied and not unit.negated and not stated.frames[partner.clause].denied:
        return True
    if unit.scope in _WHOLE and _NEARLY.search(theirs) and not _NEARLY.search(ours):
        return True
    if unit.negated and unit.scope != "all" and partner.negated and _NOT_ALL.search(theirs):
        return True
    return _is_of_all(said, unit, ours) and _is_of_some(partner, theirs)


def _is_of_all(said: Statement, unit: Unit, before: str) -> bool:
    """Tell whether a plural is one of all that are meant: "the shops", not "two of the shops"."""
    several = said.text[unit.start : unit.end].lower().endswith("s") and unit.kind == "word"
    bound = re.search(r"\bof (?:the|his|her|its|their)(?:\s+[\w-]+)?\s+$", before, re.IGNORECASE)
    party = unit.role in ("s", "o") and not said.frames[unit.clause].denied
    return several and party and not unit.scope and bound is None and _DEFINITE.search(before) is not None


def _is_of_some(partner: Unit, before: str) -> bool:
    return partner.scope in _PARTIAL or _PART_OF.search(before) is not None
