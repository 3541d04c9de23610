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
_OF_BELIEF = ("to", "that", "of", "about")  # "is certain to win" is no "certain people"
_WHOLLY = ("wholly", "entirely")
_FIRST_TIME = ("for", "the", "first", "time")
_HAVE = frozenset(("have", "has", "had", "having", "'ve", "'s"))
_BESIDE = frozenset(
    ("before", "after", "outside", "off", "beyond", "inside", "about", "across", "behind", "above", "below", "beside")
) | frozenset(("north", "south", "east", "west", "as", "like"))  # what "just" makes more exact


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
                if _limits_nothing(draft, words, kind, at):
                    break
                if words[0] in _WHOLLY and unit >= 0 and draft.tags[at + 1 : at + 2] == "P":
                    kind, draft.units[unit].weight = "only", 0.0  # "wholly in cash"
                denied = kind == "only" and at > 0 and draft.tokens[at - 1].norm in ("not", "n't")
                limited = None if denied else _limited(draft, at, at + length)
                if words == _FIRST_TIME:
                    limited = _verb(draft, at, limited)
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


def _limits_nothing(draft: Draft, words: tuple[str, ...], kind: str, at: int) -> bool:
    """Tell whether words that can limit what follows do not: "not at all", "for every boy", "certain to win", "have just left"."""
    before, after = (draft.tokens[near].norm if 0 <= near < len(draft.tokens) else "" for near in (at - 1, at + 1))
    return (
        (kind == "all" and before in _PHRASAL)
        or (words in _RATIOS and at == 1 and before == "for")  # "for every boy there are two girls"
        or (words == ("certain",) and after in _OF_BELIEF)
        or (words == ("just",) and _is_of_time_or_place(draft, at))
    )


def _is_of_time_or_place(draft: Draft, at: int) -> bool:
    """Tell whether "just" limits nothing: "have just moved", "just before dawn", "just outside the town"."""
    if not 0 < at < len(draft.tokens) - 1:
        return False
    perfect = draft.tokens[at - 1].norm in _HAVE and draft.tags[at + 1] in "VX"
    return perfect or draft.tokens[at + 1].norm in _BESIDE


def _verb(draft: Draft, at: int, otherwise: int | None) -> int | None:
    """Return the verb of the clause that a token is in, which "for the first time" limits, or another unit where it has none."""
    clause = draft.clause_at(at)
    return next(
        (number for number, unit in enumerate(draft.units) if (unit.clause, unit.role) == (clause, "v")), otherwise
    )


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
        if unit.first and draft.tokens[unit.first - 1].norm == "all":
            continue  # "all eight of the seats" is all of them
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
