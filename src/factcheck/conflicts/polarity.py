"""What one side denies and the other states by words: words of denial, opposites, other things of one kind."""

from __future__ import annotations

from factcheck import words
from factcheck.alignment import Level
from factcheck.conflicts import exceptions
from factcheck.conflicts.apart import are_apart
from factcheck.conflicts.places import TOLD, Chosen, Conflict, Rows, described, in_place
from factcheck.conflicts.ranking import is_put_behind
from factcheck.details.comparatives import grades
from factcheck.details.complements import are_complementary
from factcheck.details.converses import are_converse
from factcheck.details.days import WEEKDAYS
from factcheck.details.force import OPEN
from factcheck.details.idle import states
from factcheck.details.phases import OVER, weighs
from factcheck.statement import Frame, Statement, Unit
from factcheck.tables import kinds

_POSSIBLE = frozenset(("may", "might", "could"))
_NEVER = "never"  # kind of ending of what may not have begun
_COMPLEMENTS = ("V", "T", "S")  # links of a clause that says what is stopped or ruled out
_MEETING = 2  # matched words that make two clauses speak of one thing


def denied(statement: Statement, unit: Unit) -> bool:
    """Tell whether a unit is denied: itself, or as a verb through its clause."""
    if unit.role == "v" or (unit.pos == "r" and not unit.negated):
        return statement.frames[unit.clause].denied
    return unit.negated


def are_over(said: Statement, stated: Statement, unit: Unit, partner: Unit) -> bool:
    """Tell whether both sides say that a state is over: "is no longer a school", "used to be a school"."""
    return said.frames[unit.clause].phase == stated.frames[partner.clause].phase == OVER


def denials(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """One side ends, rejects or rules out what the other side simply states."""
    found: list[Conflict] = []
    if exceptions.names_the_excepted(stated, chosen):
        return found
    taken = {match.stated for match in chosen if match}
    for number, unit in enumerate(said.units):
        if unit.denial and chosen[number] is None and not compares(said, unit.clause):
            partner = _partner_clause(said, stated, chosen, unit.clause)
            if (
                partner is not None
                and said.frames[unit.clause].denied == denies_in(stated, partner, taken)
                and _plain(stated, partner, taken)
            ):
                found.append(Conflict("denial", number, _first_of(stated, partner)))
    for number, unit in enumerate(stated.units):
        if unit.denial and number not in taken and not (unit.role == "s" and unit.pos == "p"):
            clause = next(
                (
                    said.units[index].clause
                    for index, match in enumerate(chosen)
                    if match and stated.units[match.stated].clause == unit.clause and said.units[index].weight >= 1
                ),
                None,
            )
            if clause is None or any(other.denial and other.clause == clause for other in said.units):
                continue
            ranked = any(is_put_behind(said, other) for other in said.units if other.clause == clause)
            if ranked or _was_before(said, stated, chosen, clause, unit):
                continue
            verb = said.frames[clause].verb
            acts = chosen[verb] if verb >= 0 else None
            idle = (
                verb < 0
                or states(said.units[verb].lemma)
                or bool(acts and stated.units[acts.stated].clause == unit.clause)
            )
            first = next(index for index, other in enumerate(said.units) if other.clause == clause)
            if (
                idle
                and said.frames[clause].denied == stated.frames[unit.clause].denied
                and _partner_clause(said, stated, chosen, clause) == unit.clause
            ):
                found.append(Conflict("denial", verb if verb >= 0 else first, number))
    return found


def _was_before(said: Statement, stated: Statement, chosen: Chosen, clause: int, end: Unit) -> bool:
    """Tell whether a clause says only that there was what was ended later: "the town had a tram", "she stayed in Oslo"."""
    frame = said.frames[clause]
    verb = frame.verb
    acts = chosen[verb] if verb >= 0 else None
    light = verb < 0 or not said.units[verb].weight or (acts is not None and stated.units[acts.stated].role != "v")
    return light and frame.past and not frame.denied and kinds("ending").get(end.lemma, _NEVER) != _NEVER


def _partner_clause(said: Statement, stated: Statement, chosen: Chosen, clause: int) -> int | None:
    """Return the clause of the wording in which two weighty words or names of a clause have their matches, or None."""
    homes = [
        stated.units[match.stated].clause
        for index, match in enumerate(chosen)
        if match and said.units[index].clause == clause and said.units[index].weight >= 1 and match.level >= Level.NEAR
    ]
    best = max(sorted(set(homes)), key=homes.count, default=None)
    return best if best is not None and homes.count(best) >= _MEETING else None


def denies_in(stated: Statement, clause: int, taken: set[int]) -> bool:
    """Tell whether a clause denies: by an odd number of negations and unmatched words of denial."""
    words_ = sum(
        unit.denial and number not in taken and (unit.clause == clause or _ends(stated, number, clause))
        for number, unit in enumerate(stated.units)
    )
    return stated.frames[clause].denied != bool(words_ % 2)


def _ends(statement: Statement, verb: int, clause: int) -> bool:
    """Tell whether what a clause says is what the verb before it ends or rules out: "stop riding", "ruled out selling it"."""
    complement = clause > 0 and statement.frames[clause].link in _COMPLEMENTS
    return complement and statement.frames[clause - 1].verb == verb


def _plain(stated: Statement, clause: int, taken: set[int]) -> bool:
    """Tell whether the verb of a clause is idle or was said too, so that nothing unknown is left in it."""
    verb = stated.frames[clause].verb
    return verb < 0 or states(stated.units[verb].lemma) or verb in taken


def _first_of(statement: Statement, clause: int) -> int:
    verb = statement.frames[clause].verb
    return verb if verb >= 0 else next(index for index, unit in enumerate(statement.units) if unit.clause == clause)


def compares(statement: Statement, clause: int) -> bool:
    """Tell whether a clause holds a "than"."""
    return any(link.kind == "than" and statement.units[link.right[0]].clause == clause for link in statement.links)


def focus_shared(stated: Statement, chosen: Chosen, clause: int) -> bool:
    """Tell whether what a clause of the wording denies is spoken of in the sentence at all ("not a weakening but …" is not)."""
    foci = {number for number, unit in enumerate(stated.units) if unit.clause == clause and unit.focus}
    return not foci or any(match and match.stated in foci for match in chosen)


def opposites(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """An opposite, or another member of a set that excludes it, in the place of a word."""
    found = []
    matched = {match.stated for match in chosen if match}
    for number, unit in enumerate(said.units):
        if unit.kind != "word" or not _asserts(said, unit):
            continue
        if chosen[number] is not None and not _gives_way(said, stated, rows, chosen, number):
            continue
        if is_only_asked(said, chosen, unit):
            continue
        by_how_much = unit.role == "by" and unit.lemma in ("more", "less")  # "has risen, if by a little less"
        if by_how_much or grades(said.units, number) or _is_of_another_scale(said, chosen, number):
            continue  # the comparison itself tells, see standings.py
        for other in rows[number]:
            partner = stated.units[other.stated]
            turned = words.way(unit.lemma.split()[0]) and words.way(partner.lemma)
            alike = unit.pos == partner.pos or turned or _modify_one(said, stated, chosen, number, other.stated)
            alike = alike or _are_states(said, stated, unit, partner)
            if (
                other.opposite
                and other.stated not in matched
                and alike
                and not (
                    (unit.comparative or unit.role == "v")
                    and partner.comparative
                    and compares(said, unit.clause)
                    and compares(stated, partner.clause)
                )
                and not are_converse(unit.lemma, partner.lemma)
                and not _describe_others(said, stated, chosen, number, other.stated)
                and not _in_one_slot(said, stated, number, other.stated)
                and not are_apart(said, stated, chosen, number, other.stated)
                and not _is_yet_to_come(said, stated, unit, partner)
                and not _of_others(said, stated, chosen, unit, partner)
                and not (unit.comparative and partner.superlative and compares(said, unit.clause))  # see standings.py
                and not (unit.lemma in WEEKDAYS and _is_ahead(said, unit) != _is_ahead(stated, partner))
                and not (both_deny(said, stated, unit, partner) and not are_complementary(unit.lemma, partner.lemma))
                and in_place(said, stated, chosen, number, other.stated)
            ):
                found.append(Conflict("opposite", number, other.stated))
                break
    return found


def _gives_way(said: Statement, stated: Statement, rows: Rows, chosen: Chosen, number: int) -> bool:
    """Tell whether a verb is only near a noun, and the opposite of what the wording has done: "passed", "defeated by ten votes"."""
    unit, match = said.units[number], chosen[number]
    if unit.role != "v" or words.way(unit.lemma) or match is None or match.level > Level.NEAR:
        return False  # what grew "less than prices" is told by the comparison
    if stated.units[match.stated].role == "v" or stated.units[match.stated].pos == "r":
        return False
    frame = said.frames[unit.clause]
    parties = (own for at in (*frame.subject, *frame.object) if said.units[at].weight and (own := chosen[at]))
    taken = {own.stated for own in parties if own.level >= Level.PART}
    against = {each.stated for each in rows[number] if each.opposite}
    return any(each.verb in against and taken & {*each.subject, *each.object} for each in stated.frames)


def _is_of_another_scale(said: Statement, chosen: Chosen, number: int) -> bool:
    """Tell whether a "more" or "less" is of an adverb that the wording does not have: "more often"."""
    unit, after = said.units[number], said.units[number + 1] if number + 1 < len(said.units) else None
    graded = unit.lemma in ("more", "less") and after is not None and after.pos == "r" and after.start == unit.end + 1
    return graded and chosen[number + 1] is None


def _modify_one(said: Statement, stated: Statement, chosen: Chosen, number: int, partner: int) -> bool:
    """Tell whether two words describe the same noun: "bronze horses", "glass horses"."""
    match = chosen[said.heads[number]] if said.heads[number] != number else None
    return match is not None and match.level >= Level.NEAR and stated.heads[partner] == match.stated != partner


def _are_states(said: Statement, stated: Statement, unit: Unit, partner: Unit) -> bool:
    """Tell whether an adjective and a passive both say how a thing is: "is open", "is closed"."""
    ours, theirs = said.frames[unit.clause], stated.frames[partner.clause]
    if {unit.pos, partner.pos} != {"a", "v"}:
        return False
    verb, adjective, frame = (ours, partner, theirs) if unit.pos == "v" else (theirs, unit, ours)
    return verb.passive and not verb.past and adjective.role == "o" and frame.verb < 0


def _describe_others(said: Statement, stated: Statement, chosen: Chosen, number: int, partner: int) -> bool:
    """Tell whether an adjective describes a noun that the wording does not have, and the other one a noun: "foreign debt"."""
    noun, other = said.heads[number], stated.heads[partner]
    if noun != number and other == partner and said.units[number].pos == "a" == stated.units[partner].pos:
        frame = stated.frames[stated.units[partner].clause]
        told = chosen[noun]
        return told is not None and told.level > Level.SCENE and told.stated not in (*frame.subject, *frame.object)
    described = noun != number and other != partner and said.units[number].pos == "a" == stated.units[partner].pos
    match = chosen[noun] if described and said.units[noun].weight else None
    beside = chosen[number + 1] if described else None
    next_to = beside is not None and beside.stated == partner + 1
    if match is not None and match.level > Level.SCENE and match.stated != stated.heads[partner] and not next_to:
        return True
    return described and said.units[noun].weight > 0 and (match is None or match.level <= Level.SCENE)


def _in_one_slot(said: Statement, stated: Statement, number: int, partner: int) -> bool:
    """Tell whether two words are values of a slot, so that whose the slot is decides; see slots.py."""
    kinds = {slot.kind for slot in said.slots if slot.value == number}
    return any(slot.kind in kinds for slot in stated.slots if slot.value == partner)


def _of_others(said: Statement, stated: Statement, chosen: Chosen, unit: Unit, partner: Unit) -> bool:
    """Tell whether two clauses are of two things, of other names or told apart: what one won another may have lost."""
    frames = said.frames[unit.clause], stated.frames[partner.clause]
    predicated = unit.role == "v" or (unit.role == "o" and frames[0].verb < 0 and not unit.superlative)
    if predicated and unit.pos in "av" and are_told_apart(said, stated, chosen, *frames, lightly=True):
        return True
    if unit.role != "v" or partner.role != "v":
        return False
    ours = [number for number in said.frames[unit.clause].subject if said.units[number].kind == "name"]
    theirs = {number for number in stated.frames[partner.clause].subject if stated.units[number].kind == "name"}
    return bool(ours) and bool(theirs) and not any((match := chosen[n]) and match.stated in theirs for n in ours)


def are_told_apart(
    said: Statement, stated: Statement, chosen: Chosen, ours: Frame, theirs: Frame, lightly: bool = False
) -> bool:
    """Tell whether the subjects of two clauses are told apart by what describes them: "the new mill", "the old mill".

    `lightly` leaves out what carries weight, so that it clashes itself.
    """
    own = ours.object if ours.passive else ours.subject
    others = theirs.object if theirs.passive else theirs.subject
    for number in own:
        match = chosen[number]
        if match is None or said.heads[number] != number or match.stated not in others:
            continue
        heavy = {unit.lemma for unit in said.units if unit.weight} if lightly else set()
        one = [(lemma, "a") for lemma, *_ in described(said, number) if lemma not in heavy]
        other = [(lemma, "a") for lemma, *_ in described(stated, match.stated)]
        if any(words.contrary(each, against) for each in one for against in other):
            return True
    return False


def _asserts(said: Statement, unit: Unit) -> bool:
    """Tell whether a word says something of its own and more than that a thing is possible."""
    counts = any(other.kind == "quantity" and other.clause == unit.clause and other.role == "o" for other in said.units)
    slight = not unit.weight or (unit.pos == "v" and unit.weight < TOLD and not words.way(unit.lemma) and not counts)
    slight = slight and not (unit.role == "v" and weighs(unit.lemma))
    frame = said.frames[unit.clause]
    return not slight and frame.modal not in _POSSIBLE and frame.force != OPEN


def is_only_asked(said: Statement, chosen: Chosen, unit: Unit) -> bool:
    """Tell whether a word says what somebody is asked, told or allowed to do, of which the wording has nothing."""
    frame, before = said.frames[unit.clause], said.frames[unit.clause - 1]
    if frame.link != "T" or not before.object or before.verb < 0 or chosen[before.verb] is not None:
        return False
    return kinds("control").get(said.units[before.verb].lemma.removesuffix(" to")) == "open"


def _is_yet_to_come(said: Statement, stated: Statement, unit: Unit, partner: Unit) -> bool:
    """Tell whether a sentence says what will change, and the wording what is so or was done: what is strained will improve."""
    ours, theirs = said.frames[unit.clause], stated.frames[partner.clause]
    settled = not (theirs.modal or theirs.force or theirs.phase) and (partner.role != "v" or theirs.passive)
    return unit.role == "v" and ours.modal == "will" and not ours.denied and (settled or theirs.past)


def _is_ahead(statement: Statement, unit: Unit) -> bool:
    return bool(statement.frames[unit.clause].modal)


def both_deny(said: Statement, stated: Statement, unit: Unit, partner: Unit) -> bool:
    """Tell whether both clauses deny: who did not see the one may not have seen the other either."""
    return said.frames[unit.clause].denied and stated.frames[partner.clause].denied
