"""Scope: all, most, some, few, only, first, last, half, and the units they limit."""

from __future__ import annotations

from functools import cache
from typing import Any

from factcheck.tables import rows

_LONGEST = 4


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    return {tuple(phrase.split()): row[0] for row in rows("scope") for phrase in row[1].split(", ")}


@cache
def _openers() -> frozenset[str]:
    return frozenset(words[0] for words in _phrases())


def mark(draft: Any) -> None:
    """Set `scope` on the head of what each quantifier limits."""
    _mark_parts(draft)
    at = 0
    while at < len(draft.tokens):
        for length in range(_LONGEST if draft.tokens[at].norm in _openers() else 0, 0, -1):
            words = tuple(token.norm for token in draft.tokens[at : at + length])
            unit = draft.owner.get(at, -1)
            if unit >= 0 and draft.units[unit]["kind"] == "quantity":
                break  # "more than half of" is a figure already
            if len(words) == length and (kind := _phrases().get(words)):
                denied = kind == "only" and at > 0 and draft.tokens[at - 1].norm in ("not", "n't")
                unit = None if denied else _limited(draft, at, at + length, kind)
                if unit is not None and not draft.units[unit].get("scope"):
                    draft.units[unit]["scope"] = kind
                at += length - 1
                break
        at += 1


def _mark_parts(draft: Any) -> None:
    """Mark what "eleven of the twelve months", "45 percent of the fleet" is a part of."""
    for unit in draft.units:
        value = unit.get("value")
        if unit["kind"] != "quantity" or unit["last"] >= len(draft.tokens) or draft.tokens[unit["last"]].norm != "of":
            continue
        whole = (value.dimension == "share" and value.high >= 100) or value.dimension not in ("share", "count")
        after = next(
            (
                number
                for number, other in enumerate(draft.units)
                if other["first"] > unit["last"] and other["kind"] == "word"
            ),
            None,
        )
        if not whole and after is not None and draft.units[after]["first"] - unit["last"] <= 4:
            head = _noun_head(draft, after)
            if not draft.units[head].get("scope"):
                draft.units[head]["scope"] = "part"


def _limited(draft: Any, at: int, last: int, kind: str) -> int | None:
    """Return the unit that a quantifier limits: what follows it; "alone" limits what stands before."""
    ends = last >= len(draft.tokens) or draft.tokens[last].text in ".,;!)"
    if draft.tokens[at].norm == "alone" or (draft.tokens[at].norm in ("only", "exclusively", "solely") and ends):
        return max((unit for token, unit in draft.owner.items() if token < at and unit >= 0), default=None)
    if (
        kind in ("only",)
        and last < len(draft.tokens)
        and draft.owner.get(at, -1) >= 0
        and last - at == 1
        and draft.tags[at] == "A"
    ):
        pass
    for index in range(last, min(last + 5, len(draft.tokens))):
        unit = draft.owner.get(index, -1)
        if unit >= 0 and draft.units[unit]["first"] >= last:
            return _noun_head(draft, unit)
    return None


def _noun_head(draft: Any, unit: int) -> int:
    while unit + 1 < len(draft.units):
        here, after = draft.units[unit], draft.units[unit + 1]
        if (
            after["first"] != here["last"]
            or here["pos"] not in "na"
            or after["pos"] != "n"
            or here["kind"] != "word"
            or after["kind"] != "word"
        ):
            break
        unit += 1
    return unit
