"""Scope: all, most, some, few, only, first, last, half, and the units they limit."""

from __future__ import annotations

from functools import cache, lru_cache

from factcheck.details.quantities import Quantity
from factcheck.draft import Draft
from factcheck.tables import kinds, phrases

_LONGEST = 4
_PHRASAL = ("at", "after", "above")
_COUNTING = ("all", "most", "some", "few", "only", "half", "one")
_RATIOS = (("every",), ("each",))
_ONLY = ("only", "just", "merely")


@cache
def _openers() -> frozenset[str]:
    return frozenset(words[0] for words in phrases("scope"))


@lru_cache(maxsize=50_000)
def is_quantifier(lemma: str) -> bool:
    """Tell whether a phrase only says how many: "most of", "the only", "sole"."""
    kind = kinds("scope").get(lemma, "")
    return lemma in ("sole", "only") or (kind in _COUNTING and " " in lemma)


def mark(draft: Draft) -> None:
    """Set `scope` on the head of what each quantifier limits."""
    _mark_parts(draft)
    at = 0
    while at < len(draft.tokens):
        for length in range(_LONGEST if draft.tokens[at].norm in _openers() else 0, 0, -1):
            words = tuple(token.norm for token in draft.tokens[at : at + length])
            unit = draft.owner.get(at, -1)
            if unit >= 0 and draft.units[unit].kind == "quantity":
                break  # "more than half of" is a figure already
            if unit >= 0 and (draft.units[unit].last > at + length or draft.units[unit].first < at):
                continue  # "last year" limits nothing, nor does "quarter-final"
            if len(words) == length and (kind := phrases("scope").get(words)):
                if kind == "all" and at and draft.tokens[at - 1].norm in _PHRASAL:
                    break  # "not at all"
                if words in _RATIOS and at == 1 and draft.tokens[0].norm == "for":
                    break  # "for every boy there are two girls" says nothing of every boy
                denied = kind == "only" and at > 0 and draft.tokens[at - 1].norm in ("not", "n't")
                limited = None if denied else _limited(draft, at, at + length)
                if limited is not None and kind == "most" and draft.units[limited].kind == "quantity":
                    limited = None  # "a majority of 14"
                if limited is not None and kind == "last" and _is_span(draft, limited):
                    draft.units[
                        max(draft.owner.get(at, limited), 0)
                    ].weight = 0.0  # "the last two years" are the past two
                    limited = None
                if limited is not None and kind == "only":
                    limited = _complement(draft, limited)
                if limited is not None and kind in ("all", "one", "only"):
                    limited = _counted(draft, limited)
                if limited is not None and kind == "all":
                    limited = _said_of(draft, limited)
                if limited is not None and not draft.units[limited].scope:
                    draft.units[limited].scope = kind
                at += length - 1
                break
        at += 1


def _is_span(draft: Draft, number: int) -> bool:
    """Tell whether a unit is a length of time."""
    value = draft.units[number].value
    return isinstance(value, Quantity) and value.dimension == "time"


def _mark_parts(draft: Draft) -> None:
    """Mark what "eleven of the twelve months", "45 percent of the fleet", "only one face" is a part of."""
    for number, unit in enumerate(draft.units):
        value = unit.value
        counted = _counted(draft, number) if draft.tokens[unit.first].norm in _ONLY else number
        if isinstance(value, Quantity) and value.dimension == "count" and counted != number:
            draft.units[counted].scope = "part"
        if not isinstance(value, Quantity) or unit.last >= len(draft.tokens) or draft.tokens[unit.last].norm != "of":
            continue
        whole = (value.dimension == "share" and value.high >= 100) or value.dimension not in ("share", "count")
        after = next(
            (
                number
                for number, other in enumerate(draft.units)
                if other.first > unit.last and other.kind in ("word", "quantity")
            ),
            None,
        )
        if not whole and after is not None and draft.units[after].first - unit.last <= 4:
            head = draft.noun_head(after)
            if not draft.units[head].scope:
                draft.units[head].scope = "part"


def _counted(draft: Draft, number: int) -> int:
    """Return the noun that a count counts: "all twelve schools" is all schools."""
    unit = draft.units[number]
    after = draft.units[number + 1] if number + 1 < len(draft.units) else None
    if unit.kind != "quantity" or after is None or after.first != unit.last or after.kind != "word":
        return number
    return draft.noun_head(number + 1)


def _said_of(draft: Draft, number: int) -> int:
    """Return the noun behind "of" where the one before it says nothing: "all the cases of measles" is all measles."""
    unit = draft.units[number]
    after = draft.units[number + 1] if number + 1 < len(draft.units) else None
    empty = unit.kind == "word" and not unit.weight and after is not None and draft.tokens[unit.last].norm == "of"
    return draft.noun_head(number + 1) if empty and after and after.kind == "word" else number


def _complement(draft: Draft, number: int) -> int:
    """Return what a verb acts on, or what its preposition leads to, where "only" stands before the verb: "only covers trade"."""
    unit = draft.units[number]
    after = draft.units[number + 1] if number + 1 < len(draft.units) else None
    if unit.role != "v" or after is None or after.clause != unit.clause or after.kind not in ("word", "name"):
        return number
    head = draft.noun_head(number + 1) if after.kind == "word" else number + 1
    direct = draft.units[head].pos == "n" and draft.units[head].role not in ("s", "v", "to", "for", "after", "since")
    return head if direct else number


def _limited(draft: Draft, at: int, last: int) -> int | None:
    """Return the unit that a quantifier limits: what follows it; "alone" limits what stands before."""
    ends = last >= len(draft.tokens) or draft.tokens[last].text in ".,;!)"
    if draft.tokens[at].norm == "alone" or (draft.tokens[at].norm in ("only", "exclusively", "solely") and ends):
        return max((unit for token, unit in draft.owner.items() if token < at and unit >= 0), default=None)
    for index in range(last, min(last + 5, len(draft.tokens))):
        unit = draft.owner.get(index, -1)
        if unit >= 0 and draft.units[unit].first >= last:
            return draft.noun_head(unit) if draft.units[unit].kind == "word" else unit
    return None
