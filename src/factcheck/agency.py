"""Whether each act of a part has the parties that it has in the wording, whether a verb or a noun tells it.

"The murder of the judge by the clerk shocked the jury" has neither the judge nor the jury murder anybody; what was done by "the
wife of the consul" was not done by the consul.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from factcheck import nominals
from factcheck.alignment import Level
from factcheck.comparison import Comparison
from factcheck.conflicts import is_symmetric
from factcheck.decision import WEIGHTY
from factcheck.details import possessives
from factcheck.details.converses import are_converse
from factcheck.details.idle import states
from factcheck.details.names import Name
from factcheck.draft import SEMILIGHT
from factcheck.statement import Statement, Unit

_ACTING_FOR = ("country", "city", "organisation", "group")  # kinds of names whose army or minister acts for them
_LEADING = ("into", "against", "at", "to", "from")
_SIDES = ("s", "o", "by")
_PLACES = frozenset(("first", "second", "third", "former", "latter", "other"))
_LIKE = (Level.NEAR, Level.ENTAILED, Level.SYNONYM, Level.SAME)  # a violin is of the family of a violinist, and not one


class Act(NamedTuple):
    """A verb or a noun for an act, with the heads of who does it and of what it is done to."""

    unit: int
    doers: tuple[int, ...]
    things: tuple[int, ...]
    near: frozenset[int] | None = None  # the subject of a verb that says little: only who stands in it is looked at


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether nobody in a part does, or is done, what the wording says of another one."""
    acts = {act.unit: act for act in _acts(comparison.stated)}
    for ours in _acts(comparison.said):
        match = comparison.matches[ours.unit] if ours.unit in part else None
        theirs = acts.get(match.stated) if match and match.level > Level.SYNSET and not match.cancelled else None
        if theirs is None or ours.unit in comparison.reckoned:
            continue
        if _is_two_way(comparison, ours, theirs) or _comes_about(comparison, ours, theirs):
            continue
        sides = ((ours.doers, theirs.doers), (ours.things, theirs.things))
        if any(_is_anothers(comparison, part, one, other, theirs.near) for one, other in sides):
            return False
    return True


def _acts(statement: Statement) -> Iterator[Act]:
    """Yield the acts of a statement that say something of their own."""
    for frame in statement.frames:
        if frame.verb >= 0 and not frame.denied and not states(statement.units[frame.verb].lemma):
            near = None if statement.units[frame.verb].weight >= WEIGHTY else frozenset(frame.subject)
            yield Act(frame.verb, _heads(statement, frame.subject), _heads(statement, frame.object), near)
    for noun in nominals.find(statement):
        yield Act(noun.act, (noun.doer,), (noun.thing,))


def _heads(statement: Statement, party: Sequence[int]) -> tuple[int, ...]:
    """Return the nouns that a party of a clause is about: not whose they are, nor what stands behind "of"."""
    return tuple(
        number
        for number in party
        if statement.units[number].pos == "n"
        and statement.units[number].kind in ("word", "name")
        and _describes_nothing(statement, number)
        and not possessives.owns(statement.text, statement.units[number].end)
        and not _is_behind_of(statement, party, number)
    )


def _describes_nothing(statement: Statement, number: int) -> bool:
    """Tell whether a noun describes no other noun; before an adjective it does not: "swam the backstroke faster"."""
    head = statement.heads[number]
    return head == number or statement.units[head].pos != "n"


def _is_behind_of(statement: Statement, party: Sequence[int], number: int) -> bool:
    """Tell whether a noun only says what the one before it in a party is of: "the roof of the church"."""
    before = next((at for at in range(number - 1, -1, -1) if statement.heads[at] == at), -1)
    if before not in party or not statement.units[before].weight:
        return False
    between = statement.text[statement.units[before].end : statement.units[number].start].split()
    return between[:1] == ["of"] and "and" not in between


def _is_two_way(comparison: Comparison, ours: Act, theirs: Act) -> bool:
    """Tell whether the parties of an act may change sides: "met", "sold to" against "bought from"."""
    one, other = comparison.said.units[ours.unit].lemma, comparison.stated.units[theirs.unit].lemma
    return is_symmetric(one) or is_symmetric(other) or are_converse(one, other)


def _comes_about(comparison: Comparison, ours: Act, theirs: Act) -> bool:
    """Tell whether what is done to a thing on one side is what it does itself on the other: "cut its debt", "its debt fell"."""
    acted = {match.stated for number in ours.things if (match := comparison.matches[number])}
    acting = {match.stated for number in ours.doers if (match := comparison.matches[number])}
    befalls = acting & set(theirs.things) and not ours.things and not _is_met(comparison, ours, theirs)
    return bool((acted & set(theirs.doers) and not theirs.things) or befalls)


def _is_met(comparison: Comparison, ours: Act, theirs: Act) -> bool:
    """Tell whether who does it in the wording stands behind a preposition that leads to what is met: "ran into the van"."""
    units = comparison.said.units
    clause = units[ours.unit].clause
    led = (at for at, unit in enumerate(units) if unit.clause == clause and unit.role in _LEADING)
    return any((match := comparison.matches[at]) and match.stated in theirs.doers for at in led)


def _is_anothers(
    comparison: Comparison, part: Sequence[int], ours: Sequence[int], theirs: Sequence[int], near: Set[int] | None
) -> bool:
    """Tell whether a party has its partner elsewhere in the wording, where another one that the sentence lacks has its place."""
    stated = comparison.stated
    known = {stated.units[number].lemma for number in theirs}
    taken = {match.stated for number in ours if (match := comparison.matches[number])}
    rivals = [number for number in theirs if number not in taken]
    if not rivals or len(rivals) < len(theirs):
        return False
    ordered = {number for link in comparison.said.links for number in (*link.left, *link.right)}
    for number in ours:
        if number in ordered:
            continue  # who is ahead of whom is told by their order
        match = comparison.matches[number] if number in part and number not in comparison.reckoned else None
        if match is None or match.level not in _LIKE or not _is_party(stated, match.stated):
            continue
        if stated.units[match.stated].lemma in known or (near is not None and match.stated not in near):
            continue
        if not _stands_for(stated, match.stated, rivals):
            return True
    return False


def _is_party(stated: Statement, number: int) -> bool:
    """Tell whether a unit is a noun that acts or is acted on, and does not only describe one."""
    unit = stated.units[number]
    return unit.pos == "n" and unit.role in _SIDES and stated.heads[number] == number


def _stands_for(stated: Statement, number: int, rivals: Sequence[int]) -> bool:
    """Tell whether what a unit names is one of some others, or whom they act for: "singer Ann Berg", "the army of Chad"."""
    unit = stated.units[number]
    if isinstance(unit.value, Name) and unit.value.entity.kind in _ACTING_FOR:
        return True
    same = {each.kind for each in stated.predications if number in each.of}
    same |= {at for each in stated.predications if each.kind == number for at in each.of}
    same |= {at for at in (number - 1, number + 1) if _are_called_one(stated, min(number, at), max(number, at))}
    return not same.isdisjoint(rivals) or any(_stands_for_others(stated.units[rival]) for rival in rivals)


def _stands_for_others(unit: Unit) -> bool:
    """Tell whether a noun says no more than that there is somebody or something: "the first", "one side"."""
    return unit.weight < SEMILIGHT or unit.lemma in _PLACES


def _are_called_one(stated: Statement, one: int, other: int) -> bool:
    """Tell whether nothing stands between two units: "the student Ann Berg"."""
    return (
        one >= 0 and other < len(stated.units) and stated.text[stated.units[one].end : stated.units[other].start] == " "
    )
