"""What leaves open whether an act of a wording is done: "called for the closure", "talks on the sale", "hopes that …".

Which words leave their complement open is knowledge (knowledge/unasserted.tsv); after Karttunen's classes of implicative and factive
predicates, of which these are the rest: their complement follows neither from them nor from their denial.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.statement import Statement, Unit
from factcheck.tables import groups

_TO = " to"
_OPEN_ROLES = frozenset(("against",))  # what is spoken or done against need not have been done
_ABOUT = ("of", "on", "for", "about", "over", "to", "against", "from")
_OWN = ("o", "s")


def of(stated: Statement, number: int) -> Iterator[Unit]:
    """Yield the words of the wording that leave open whether an act of it is done."""
    unit = stated.units[number]
    frame = stated.frames[unit.clause]
    if unit.pos == "n":
        yield from _talks(stated, _before_phrase(stated, number), unit.role in _ABOUT)
        if frame.verb >= 0 and frame.verb != number:
            yield from _of_noun(stated, number, stated.units[frame.verb])
    if not unit.clause or (frame.verb != number and frame.verb >= 0):
        return
    before = stated.frames[unit.clause - 1]
    verb = stated.units[before.verb] if before.verb >= 0 else None
    told = _last(stated, unit.clause - 1)
    if told is not None and frame.link == "T":
        yield from _talks(stated, stated.units.index(told), stated.text[told.end : frame.start].isspace())
    if frame.link == "T" and told is not None and told.pos == "a" and _is_too_much(stated, told):
        yield told
    if frame.link == "S" and told is not None and _leads_by_that(stated, unit.clause, told):
        yield from _of_clause(verb, told)
    if verb is None:
        return
    yield from _of_the_unfinished(stated, number, verb)
    considered = frame.link == "V" and verb is told and verb.lemma in groups("unasserted")["deed"]
    urged = verb.lemma.removesuffix(_TO) in groups("control")["open"] or is_feigned(verb)
    if considered or (frame.link == "T" and urged):
        yield verb


def _is_too_much(stated: Statement, told: Unit) -> bool:
    """Tell whether "too" stands before an adjective: "too old to hunt"."""
    return stated.text[: told.start].lower().split()[-1:] == ["too"]


def _of_the_unfinished(stated: Statement, number: int, verb: Unit) -> Iterator[Unit]:
    """Yield the verb that says that what follows was kept from being done: "kept from mending it", "died before signing it"."""
    unit = stated.units[number]
    frame, before = stated.frames[unit.clause], stated.frames[unit.clause - 1]
    between = stated.text[verb.end : unit.start].lower().split()
    lemma = verb.lemma.removesuffix(" from").removesuffix(" before")
    if (verb.lemma.endswith(" from") or "from" in between) and lemma in groups("unasserted")["prevented"]:
        yield verb
    same = {*frame.subject, *(frame.object if frame.passive else ())} & {*before.subject, *before.object}
    stands_in = bool(before.subject or before.object) and unit.lemma != verb.lemma and bool(same)
    led = verb.lemma.endswith(" before") or "before" in between
    if led and stands_in and lemma in groups("unasserted")["cut"]:
        yield verb


def _last(stated: Statement, clause: int) -> Unit | None:
    """Return the last unit of a clause that is no adverb."""
    own = [unit for unit in stated.units if unit.clause == clause and unit.pos != "r"]
    return own[-1] if own else None


def _leads_by_that(stated: Statement, clause: int, told: Unit) -> bool:
    """Tell whether a clause begins with "that"."""
    start = stated.frames[clause].start
    return start >= told.start and stated.text[start : start + 5].lower() == "that "


def _of_clause(verb: Unit | None, told: Unit) -> Iterator[Unit]:
    """Yield the verb or noun before "that …" that leaves it open."""
    known = groups("unasserted")
    if verb is not None and verb is told and verb.lemma.removesuffix(" that") in known["clause"]:
        yield verb
    nouns = known["rumour"] | known["report"]
    doubted = verb is not None and verb.lemma in known["doubted"]
    if told.lemma in known["rumour"] or (doubted and told.lemma in nouns):
        yield told
    elif doubted and verb is not None and told.role not in _OWN:
        yield verb  # "dismissing reports in the press that"


def _of_noun(stated: Statement, number: int, verb: Unit) -> Iterator[Unit]:
    """Yield the verb that leaves open whether the act is done that a noun is for: "called for the closure"."""
    unit = stated.units[number]
    acted = stated.heads[number] == number and (unit.role in _OWN[:1] or verb.lemma.endswith(f" {unit.role}"))
    known = groups("unasserted")
    needed = number in stated.frames[unit.clause].subject and verb.lemma in known["needing"]
    if unit.role in _OPEN_ROLES or needed or (acted and verb.lemma in known["act"] | known["ahead"]):
        yield verb


def _before_phrase(stated: Statement, number: int) -> int:
    """Return the unit before what describes a noun, or -1."""
    before = number - 1
    while before >= 0 and stated.heads[before] == number:
        before -= 1
    return before


def _talks(stated: Statement, number: int, leads_on: bool) -> Iterator[Unit]:
    """Yield a noun that leaves open whether what it leads on to is done: "talks on the sale", "a plan to sell"."""
    noun = stated.units[number] if number >= 0 and leads_on else None
    if noun is not None and noun.pos == "n" and noun.lemma in groups("unasserted")["talk"]:
        yield noun


def is_feigned(verb: Unit) -> bool:
    """Tell whether a verb says only what somebody makes believe to be: "pretended to be a nurse"."""
    return verb.lemma.removesuffix(" be").removesuffix(_TO) in groups("unasserted")["feigned"]
