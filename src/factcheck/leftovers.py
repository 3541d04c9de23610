"""The share that a wording leaves to the contrary: "82 percent are connected" leaves 18 percent that are not.

One side says of a part of some things what the other denies of a part of them, by a "not", by "fail to", or by an opposite without
a middle ("occupied", "vacant"): what the wording leaves of the whole is then the figure of the sentence, or clashes with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.alignment import Level, Match
from factcheck.conflicts.places import Conflict
from factcheck.details import possessives
from factcheck.details.complements import are_complementary
from factcheck.details.measures import Quantity, compare
from factcheck.findings import RIGHT, Relation
from factcheck.reckonings import NOTHING, Reckoning
from factcheck.statement import Statement

_WHOLE = 100.0
_FAILING = frozenset(("fail", "fail to", "never", "without", "lack", "not"))  # words that deny and do no more
_NEXT = 2  # units behind "fail to" in which what was not done stands
_TURNED = {"more": "less", "less": "more", "least": "most", "most": "least", "over": "nearly", "nearly": "over"}


class _Part(NamedTuple):
    """A part of some things: its figure, the noun for them, what is said of it, and how much is left of the whole."""

    figure: int
    noun: int
    told: int
    rest: Quantity


def judge(said: Statement, stated: Statement, chosen: Sequence[Match | None]) -> Reckoning:
    """Judge the parts of a sentence by what the parts of a wording leave."""
    parts = tuple(_parts(stated)) if any(isinstance(unit.value, Quantity) for unit in said.units) else ()
    found = NOTHING
    for number, value in _figures(said) if parts else ():
        for part in parts:
            told = _told(said, number)
            if told >= 0 and value.dimension == part.rest.dimension and _is_of(said, stated, chosen, number, part):
                found = _judged(said, stated, chosen, number, told, part)
                if found is not NOTHING:
                    return found
    return found


def _judged(
    said: Statement, stated: Statement, chosen: Sequence[Match | None], number: int, told: int, part: _Part
) -> Reckoning:
    """Judge one figure by what one part of a wording leaves, where what is said of them is contrary."""
    value = said.units[number].value
    assert isinstance(value, Quantity)
    if not _are_contrary(said, stated, chosen, told, part.told):
        return NOTHING
    between = ((at, said.units[at]) for at in range(number + 1, told))
    denying = [at for at, unit in between if unit.denial or unit.pos == "v"]
    relation = compare(value, part.rest)
    if any(said.units[at].lemma not in _FAILING for at in denying):
        return NOTHING  # who refuses to do a thing does more than not to do it
    match = Match(part.told, Level.FAMILY, Relation.ENTAILS)
    units = dict.fromkeys((told, *denying), match)
    if relation in RIGHT:
        return Reckoning({number: match._replace(stated=part.figure), **units})
    if relation is Relation.CONFLICTS:
        conflict = Conflict("scope", number, part.figure)
        return Reckoning(units, (conflict,), judged=frozenset((number,)))
    return NOTHING


def _figures(said: Statement) -> Iterator[tuple[int, Quantity]]:
    """Yield the shares and counts of a sentence that say of how many something is so."""
    compared = {each.differential for each in said.comparatives}
    wholes = {each.whole for each in said.portions}
    for number, unit in enumerate(said.units):
        value = unit.value
        level = isinstance(value, Quantity) and value.dimension in ("share", "count") and not value.change
        if isinstance(value, Quantity) and level and number not in compared | wholes:
            yield number, value


def _parts(stated: Statement) -> Iterator[_Part]:
    """Yield the parts that a wording tells: shares of a noun, and so many of so many."""
    for number, unit in enumerate(stated.units):
        value = unit.value
        if not isinstance(value, Quantity) or value.dimension != "share" or value.change:
            continue
        noun = possessives.counted(stated.text, stated.heads, stated.units, number)
        told = _told(stated, number)
        if told >= 0 and noun != number:
            turned = _TURNED.get(value.comparator, value.comparator)
            yield _Part(
                number, noun, told, value._replace(low=_WHOLE - value.high, high=_WHOLE - value.low, comparator=turned)
            )
    for each in stated.portions:
        told, value = _told(stated, each.figure), stated.units[each.whole].value
        noun = possessives.counted(stated.text, stated.heads, stated.units, each.whole)
        if told < 0 or not isinstance(value, Quantity) or value.dimension != "count" or noun == each.whole:
            continue
        left = each.total - each.amount
        yield _Part(each.figure, noun, told, value._replace(low=left, high=left, comparator="="))
        share = _WHOLE * left / each.total
        yield _Part(each.figure, noun, told, value._replace(low=share, high=share, comparator="=", dimension="share"))


def _told(statement: Statement, figure: int) -> int:
    """Return what is said of a part, the verb of its clause or what it is said to be, or -1."""
    clause = statement.units[figure].clause
    verb = statement.frames[clause].verb
    if verb >= 0 and statement.units[verb].lemma.endswith((" to", "fail")):
        after = range(verb + 1, min(verb + 1 + _NEXT, len(statement.units)))  # "failed to stop", "refused to pay"
        verb = next((n for n in after if statement.units[n].pos == "v" and statement.units[n].negated), verb)
    if verb >= 0 and statement.units[verb].weight >= 1:
        return verb
    own = (n for n, unit in enumerate(statement.units) if unit.clause == clause and n > figure)
    return next((n for n in own if statement.units[n].pos == "a" and statement.units[n].role in ("o", "v")), -1)


def _is_of(said: Statement, stated: Statement, chosen: Sequence[Match | None], number: int, part: _Part) -> bool:
    """Tell whether a figure is of the things of which a part of the wording is, and no more is said of which they are."""
    whole = next((each.whole for each in said.portions if each.figure == number), number)
    noun = possessives.counted(said.text, said.heads, said.units, whole)
    match = chosen[noun]
    if noun == number or match is None or match.stated != part.noun or match.level < Level.NEAR:
        return False
    taken = {each.stated for each in chosen if each}
    own = (n for n, head in enumerate(stated.heads) if head == part.noun and n != part.noun)
    return all(n in taken or stated.units[n].kind == "quantity" or not stated.units[n].weight for n in own)


def _are_contrary(said: Statement, stated: Statement, chosen: Sequence[Match | None], one: int, other: int) -> bool:
    """Tell whether one side says of its part what the other denies of its own."""
    match, ours, theirs = chosen[one], said.units[one], stated.units[other]
    same = match is not None and match.stated == other and match.level >= Level.NEAR and not match.opposite
    denied = ours.negated != theirs.negated
    if same and not (match and match.cancelled):
        return denied
    return not denied and any(are_complementary(a, b) for a in _forms(said, one) for b in _forms(stated, other))


def _forms(statement: Statement, number: int) -> tuple[str, str]:
    """Return a word as it is looked up and as it stands there: "occupy", "occupied"."""
    unit = statement.units[number]
    return unit.lemma, statement.text[unit.start : unit.end].lower()
