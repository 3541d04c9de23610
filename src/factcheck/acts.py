"""Whether a clause that says little is borne out by what the wording says was done: to own a mill is not to have sold it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from factcheck import nominals
from factcheck.alignment import Level
from factcheck.comparison import Comparison
from factcheck.decision import WEIGHTY
from factcheck.details.idle import is_idle
from factcheck.details.offices import APPOINTING, is_office
from factcheck.details.surpassing import surpasses
from factcheck.findings import Relation
from factcheck.statement import Frame, Statement
from factcheck.tables import groups
from factcheck.undone import is_undone

_COMPARING = ("compare with", "compare to")  # "against" and "versus" say so too
_PARTIES = ("s", "o")
_LASTING = frozenset(("remain", "stay"))  # what remains a thing is one
_AGENTIVE = ("er", "or", "ist")
_LACKING = frozenset(("lack", "miss", "want for", "be without", "do without"))
_DONE = frozenset(
    ("write", "make", "use", "give", "put", "send", "bring", "take", "show", "carry")
)  # light, but not of what is done


@cache
def _carriers() -> frozenset[str]:
    """Return the verbs that may only carry a noun for an act: "launched an attack"."""
    return frozenset().union(*groups("carriers").values())


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether no clause of a part without a verb of weight joins what the wording joins by another act."""
    verbs = [frame.verb for frame in comparison.said.frames if frame.verb in part]
    if any(_is_weak(comparison, verb) or _is_borrowed(comparison, verb) for verb in verbs):
        return False
    if any(_is_who_acts(comparison, frame) for frame in comparison.said.frames if frame.verb in part):
        return False
    frames = enumerate(comparison.said.frames)
    return not any(_is_another(comparison, part, number, frame) for number, frame in frames)


def _is_another(comparison: Comparison, part: Sequence[int], clause: int, frame: Frame) -> bool:
    said, stated = comparison.said, comparison.stated
    if frame.verb >= 0 and (said.units[frame.verb].weight >= WEIGHTY or _is_matched(comparison, frame.verb)):
        return False
    if _is_done_otherwise(comparison, part, frame):
        return True
    told_of = frame.subject or _labelled(said, clause, frame)
    subjects = {partner for _, partner in _partners(comparison, part, told_of)}
    others = [number for number, unit in enumerate(said.units) if unit.clause == clause and number not in told_of]
    if any(number in comparison.reckoned or number in _derived(comparison) for number in others):
        return False
    if frame.verb in comparison.causes.told or not comparison.causes.told.isdisjoint(others):
        return False
    taken = {match.stated for match in comparison.matches if match and match.level > Level.SYNSET}
    return any(
        _is_of(stated, other, said.units[number].role, partner)
        for number, partner in _partners(comparison, part, others)
        if not is_undone(comparison, number)
        for other in stated.frames
        if other.verb >= 0
        and other.verb not in taken
        and not is_idle(stated.units[other.verb].lemma)
        and not (frame.verb < 0 and stated.units[other.verb].lemma in _LASTING)
        and not (frame.past and stated.units[other.verb].lemma in APPOINTING)  # who was made director was director
        and not surpasses(stated.units[other.verb].lemma)  # what beats a record is one
        and not (said.units[number].focus and stated.units[partner].focus and _lacks(stated, other))
        and subjects & set(other.object if other.passive else other.subject)
    )


def _labelled(said: Statement, clause: int, frame: Frame) -> list[int]:
    """Return what stands before the colon of a label: "Lena Roth: head of the navy"."""
    colon = said.text.find(": ", frame.start, frame.end)
    if colon < 0 or frame.verb >= 0:
        return []
    return [number for number, unit in enumerate(said.units) if unit.clause == clause and unit.end <= colon]


def _lacks(stated: Statement, frame: Frame) -> bool:
    """Tell whether a clause says that somebody is without a thing, which is to say that they have none."""
    return stated.units[frame.verb].lemma in _LACKING


def _is_done_otherwise(comparison: Comparison, part: Sequence[int], frame: Frame) -> bool:
    """Tell whether the wording has something else done to what was written, made, used or given."""
    said, stated = comparison.said, comparison.stated
    if frame.verb < 0 or not frame.passive or said.units[frame.verb].lemma not in _DONE:
        return False
    things = {partner for _, partner in _partners(comparison, part, frame.object)}
    return any(
        stated.units[other.verb].weight >= WEIGHTY and not is_idle(stated.units[other.verb].lemma)
        for other in stated.frames
        if other.verb >= 0 and things & set(other.object)
    )


def _derived(comparison: Comparison) -> set[int]:
    """Return the figures that follow from others of the wording: "four points clear" from "37" and "33"."""
    said = comparison.said.units
    return {
        number
        for number, match in enumerate(comparison.matches)
        if match and said[number].kind == "quantity" and match.relation is Relation.ENTAILS
    }


def _is_of(stated: Statement, frame: Frame, role: str, number: int) -> bool:
    """Tell whether an act is done to a thing, or stands with it in another way than the sentence has it."""
    unit = stated.units[number]
    if unit.role == "as":
        return False  # who began as a clerk was one
    if number in frame.object:
        return True
    return unit.clause == stated.units[frame.verb].clause and unit.role not in _PARTIES and unit.role != role


def _partners(comparison: Comparison, part: Sequence[int], numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield nouns of weight with the nouns of the wording that they match."""
    said, stated = comparison.said, comparison.stated
    for number in numbers:
        unit, match = said.units[number], comparison.matches[number]
        noun = number in part and unit.pos == "n" and unit.kind in ("word", "name") and unit.weight >= WEIGHTY
        if noun and match and stated.units[match.stated].role != "v":
            yield number, match.stated


def _is_weak(comparison: Comparison, verb: int) -> bool:
    """Tell whether a verb of weight is matched only by one that has to do with it."""
    weighty = comparison.said.units[verb].weight >= WEIGHTY and verb not in comparison.reckoned | comparison.causes.told
    return weighty and comparison.matches[verb] is not None and not _is_matched(comparison, verb)


def _is_borrowed(comparison: Comparison, verb: int) -> bool:
    """Tell whether a verb is matched only by a noun that the sentence has too: "was awarded the prize", who is up for the prize."""
    match, stated = comparison.matches[verb], comparison.stated.units
    if comparison.said.units[verb].weight < WEIGHTY or match is None or match.level >= Level.SYNONYM:
        return False
    if stated[match.stated].pos != "n" or comparison.said.units[verb].lemma in _COMPARING:
        return False
    if any(noun.act == match.stated for noun in nominals.find(comparison.stated)):
        return False  # "the criticism of the mayor by the teachers": who does it is told
    return _is_only_spoken_of(comparison, match.stated) or any(
        other is not None and other.stated == match.stated and other.level is Level.SAME and number != verb
        for number, other in enumerate(comparison.matches)
    )


def _is_only_spoken_of(comparison: Comparison, noun: int) -> bool:
    """Tell whether a noun for an act is what the wording does something else with: "promised compensation"."""
    taken = {match.stated for match in comparison.matches if match}
    units = comparison.stated.units
    return any(
        units[frame.verb].weight >= WEIGHTY
        and frame.verb not in taken
        and not is_idle(units[frame.verb].lemma)
        and units[frame.verb].lemma not in _carriers()
        for frame in comparison.stated.frames
        if frame.verb >= 0 and noun in frame.object
    )


def _is_who_acts(comparison: Comparison, frame: Frame) -> bool:
    """Tell whether an act is matched by a noun for who does it, of whom the wording tells another act: "the seller keeps it"."""
    stated, match = comparison.stated, comparison.matches[frame.verb]
    if match is None or stated.units[match.stated].pos != "n":
        return False
    if is_office(stated.units[match.stated].lemma) and _is_met(comparison, frame, match.stated):
        return True
    if match.level is not Level.FAMILY:
        return False
    noun = stated.units[match.stated]
    other = stated.frames[noun.clause]
    things = {each.stated for number in frame.object if (each := comparison.matches[number])}
    agent = noun.pos == "n" and noun.role == "s" and noun.lemma.endswith(_AGENTIVE)
    return agent and other.verb >= 0 and stated.units[other.verb].weight >= WEIGHTY and bool(things & set(other.object))


def _is_met(comparison: Comparison, frame: Frame, office: int) -> bool:
    """Tell whether the wording has who acts do something to, or with, the holder of an office: "accompanied by the head of"."""
    stated = comparison.stated
    own = stated.frames[stated.units[office].clause]
    people = [match.stated for number in frame.subject if (match := comparison.matches[number])]
    if own.verb < 0 or not people or stated.units[own.verb].lemma in APPOINTING:
        return False
    verb = stated.units[own.verb]
    if stated.units[office].role == "as" or is_idle(verb.lemma) or verb.lemma in _LASTING:
        return False  # "has served as head"
    acts = verb.weight >= WEIGHTY or verb.pos == "p"
    return acts and max(people) < own.verb < office


def _is_matched(comparison: Comparison, verb: int) -> bool:
    match = comparison.matches[verb]
    return match is not None and match.level > Level.SYNSET
