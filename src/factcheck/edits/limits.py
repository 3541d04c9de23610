"""Edits of scope: other words for how many of them, or how much of it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.decision import HARD
from factcheck.edits.edit import KEPT, Edit, Original, cased, exchanges, longest, replace, turned
from factcheck.edits.known import Known
from factcheck.statement import Unit

_REACH = 6  # tokens before a unit in which the word that limits it may stand


def scopes(original: Original, known: Known) -> Iterator[Edit]:
    """Say all where some are meant, hardly any where all are: never less than what is stated, which would follow from it."""
    done = 0
    for unit in original.statement.units:
        if not unit.scope or unit.superlative or _is_denied(original, unit):
            continue
        for at in range(max(unit.first - _REACH, done), unit.first):
            if found := longest(original.tokens, at, exchanges("scope")):
                done, others = found
                other = next(turned(others, original.text))
                if other != KEPT and not _in_detail(original, at) and not _is_superlative(original, at, done):
                    start, end = original.tokens[at].start, original.tokens[done - 1].end
                    yield replace(original, start, end, cased(other, original.text[start:end]))
                break


def _is_denied(original: Original, unit: Unit) -> bool:
    """Tell whether a unit is denied: what is not mainly so is not only so either."""
    return unit.negated or original.statement.frames[unit.clause].denied


def _in_detail(original: Original, at: int) -> bool:
    """Tell whether a token is part of a name, a figure or a date: "some 2,600 people"."""
    place = original.tokens[at].start
    return any(unit.kind in HARD and unit.start <= place < unit.end for unit in original.statement.units)


def _is_superlative(original: Original, at: int, last: int) -> bool:
    """Tell "most stable" from "most members"."""
    following = next((unit for unit in original.statement.units if unit.first == last), None)
    return original.tokens[at].norm == "most" and following is not None and following.pos in "ar"
