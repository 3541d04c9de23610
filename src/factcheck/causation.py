"""Whether a wording gives the cause that a sentence gives, in either order: "due to frost", "puts it down to frost", "frost led to it"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from factcheck.alignment import Level, Match
from factcheck.conflicts import Conflict
from factcheck.details.causes import LOOSE, Cause
from factcheck.statement import Statement

if TYPE_CHECKING:
    from factcheck.comparison import Comparison

_FULL = 1.0  # weight of a word that says something of its own
_LIGHT = 0.4
_SPENT = ("swap", "role", "order", "denial", "negation")  # clashes of the words that only tell that a thing is a cause
_ENOUGH = {  # shares of a cause that a wording may give where a sentence gives the one before
    "": ("", "main", "only", "some"),
    "some": ("", "main", "only", "some", "part"),
    "main": ("main", "only"),
    "part": ("part", "main"),
    "only": ("only",),
}


class Causation(NamedTuple):
    """What a sentence says of causes and the wording too, and the clashes where the wording says otherwise.

    `told` are the units that only tell that it is a cause, `bound` those of the cause, `denied` all units where both deny it;
    `given` are the units of the wording that tell it.
    """

    told: frozenset[int] = frozenset()
    bound: frozenset[int] = frozenset()
    denied: frozenset[int] = frozenset()
    given: frozenset[int] = frozenset()
    conflicts: tuple[Conflict, ...] = ()


class _Fit(NamedTuple):
    """How a cause of the sentence fits one of the wording: the same, in full, turned round in some units, another one, or of it at all."""

    same: bool
    full: bool
    crossed: frozenset[int]
    other: bool
    near: bool


def judge(said: Statement, stated: Statement, chosen: list[Match | None]) -> Causation:
    """Compare what a sentence and a wording say of causes; a word that matched one that only tells a cause matches nothing."""
    told: set[int] = set()
    bound: set[int] = set()
    denied: set[int] = set()
    given: set[int] = set()
    clashes: list[Conflict] = []
    for ours in said.causes if stated.causes else ():
        fits = [(theirs, _fit(said, stated, chosen, ours, theirs)) for theirs in stated.causes]
        near = [theirs for theirs, fit in fits if fit.same]
        agreeing = [theirs for theirs in near if _agree(ours, theirs)]
        clash = None if agreeing else next((each for pair in fits if (each := _clash(said, ours, *pair))), None)
        if clash is not None:
            clashes.append(clash)
        if clash is not None or any(theirs.share in _ENOUGH[ours.share] for theirs in agreeing):
            told.update(ours.told)
            bound.update(ours.cause if agreeing else ())
            contrasted = any(_is_contrasted(stated, theirs) for theirs in agreeing)
            denied.update((*ours.cause, *ours.effect, *ours.told) if agreeing and (ours.denied or contrasted) else ())
            given.update(number for theirs in agreeing for number in theirs.told)
            _clear(said, chosen, ours, near)
    told -= {clash.said for clash in clashes}
    return Causation(frozenset(told), frozenset(bound), frozenset(denied), frozenset(given), tuple(clashes))


def _is_contrasted(stated: Statement, theirs: Cause) -> bool:
    """Tell whether a wording sets a cause against another that it denies: "not due to frost but to a strike"."""
    return any(other.denied != theirs.denied and other.told == theirs.told for other in stated.causes)


def _clear(said: Statement, chosen: list[Match | None], ours: Cause, near: Sequence[Cause]) -> None:
    """Take from a word that tells what the cause or its effect is a partner that only tells that it is one."""
    telling = {number for theirs in near for number in theirs.told}
    for number in (*ours.cause, *ours.effect):
        match = chosen[number]
        if match is not None and match.stated in telling and said.units[number].weight >= _LIGHT:
            chosen[number] = None


def spent(conflict: Conflict, causation: Causation) -> bool:
    """Tell whether a clash is only of words that tell a cause which the wording tells too, or of what both deny to be one."""
    if conflict.said in causation.denied and conflict.kind == "negation":
        return True
    return conflict.said in causation.told and conflict.kind in _SPENT


def hold(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether what a part calls the cause of something the wording calls so too, where it tells of its causes."""
    said, stated = comparison.said, comparison.stated
    for ours in said.causes:
        sides = [not set(part).isdisjoint(side) for side in (ours.cause, ours.effect)]
        if not (all(sides) if ours.denied else any(sides)):
            continue
        fits = [(theirs, _fit(said, stated, comparison.matches, ours, theirs)) for theirs in stated.causes]
        if any(fit.same and _agree(ours, theirs) and theirs.share in _ENOUGH[ours.share] for theirs, fit in fits):
            continue
        if ours.way != LOOSE and (any(fit.near for _, fit in fits) or _comes_behind(comparison, ours)):
            return False
    return True


def _comes_behind(comparison: Comparison, ours: Cause) -> bool:
    """Tell whether what a sentence calls a cause is told in the wording in a clause behind what is said to come of it."""
    stated = comparison.stated
    causes, effects = (
        {stated.units[match.stated].clause for number in side if (match := comparison.matches[number])}
        for side in (ours.cause, ours.effect)
    )
    return ours.way == "because" and bool(causes) and bool(effects) and min(causes) > max(effects)


def _agree(ours: Cause, theirs: Cause) -> bool:
    return _is_because(ours) == _is_because(theirs) and ours.denied == theirs.denied


def _is_because(cause: Cause) -> bool:
    return cause.way != "despite"


def _clash(said: Statement, ours: Cause, theirs: Cause, fit: _Fit) -> Conflict | None:
    """Return the clash of two causes, if there is one: turned round, denied, despite it, or another one."""
    head = next((number for number in ours.cause if said.units[number].weight >= _FULL), ours.cause[0])
    partner = theirs.cause[0]
    because = _is_because(ours) and _is_because(theirs)
    denied = ours.denied or theirs.denied
    if fit.full and because and ours.denied != theirs.denied:
        return Conflict("negation", head, partner)
    if fit.full and not because and ours.way != theirs.way and not denied:
        return Conflict("opposite", head, partner)
    if ours.way != "because" or theirs.way != "because" or denied:
        return None
    if fit.crossed:
        return Conflict("swap", min(fit.crossed), partner)
    several = {ours.share, theirs.share} & {"part", "some"}
    return Conflict("sibling", head, partner) if fit.other and not several else None


def _fit(said: Statement, stated: Statement, chosen: Sequence[Match | None], ours: Cause, theirs: Cause) -> _Fit:
    """Tell how a cause of the sentence fits one of the wording."""
    causes = _found(said, stated, chosen, ours.cause, theirs.cause)
    effects = _found(said, stated, chosen, ours.effect, theirs.effect)
    crossed = _found(said, stated, chosen, ours.cause, theirs.effect) - causes
    back = _found(said, stated, chosen, ours.effect, theirs.cause) - effects
    cause, effect = _weighty(said, ours.cause), _weighty(said, ours.effect) - set(said.speakers)
    loose = any((match := chosen[number]) is not None and match.level is Level.SCENE for number in cause)
    astray = any(chosen[number] is not None for number in (cause - causes) | (effect - effects))
    same = bool(causes and effects) and not loose and not astray
    other = all(chosen[number] is None for number in cause) and bool(cause) and effect <= effects and bool(effects)
    turned = frozenset(crossed if crossed and back and effect <= effects | back else ())
    return _Fit(same, same and cause | effect <= causes | effects, turned, other, bool(causes | effects | crossed))


def _weighty(said: Statement, numbers: Sequence[int]) -> set[int]:
    return {number for number in numbers if said.units[number].weight >= _FULL}


def _found(
    said: Statement, stated: Statement, chosen: Sequence[Match | None], ours: Sequence[int], theirs: Sequence[int]
) -> set[int]:
    """Return which of some units of the sentence have a partner among some of the wording."""
    lemmas = {stated.units[number].lemma for number in theirs}
    return {
        number
        for number in ours
        if said.units[number].weight >= _LIGHT
        and (
            said.units[number].lemma in lemmas
            or ((match := chosen[number]) is not None and match.level > Level.HYPERNYM and match.stated in theirs)
        )
    }
