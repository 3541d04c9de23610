"""Another name in the place of the one that the wording gives; names exchanged; words in the mouth of another."""

from __future__ import annotations

from factcheck import alignment, reach, words
from factcheck.conflicts.listing import LONG
from factcheck.conflicts.places import SWAP, SWAP_MARGIN, Chosen, Conflict, Rows, acts, anchored, describe_one
from factcheck.details import identity, names, offices, possessives, prepositions
from factcheck.draft import SEMILIGHT
from factcheck.findings import Relation
from factcheck.lists import list_around
from factcheck.statement import Statement, Unit

_PLACE_ROLES = frozenset(("in", "at", "from", "near", "o", "to", "into", "on"))


def other_names(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """Another name in the place of the one that the wording gives."""
    found = []
    taken = {match.stated for match in chosen if match}
    for number, unit in enumerate(said.units):
        if unit.kind != "name" or chosen[number] is not None:
            continue
        verb = said.frames[unit.clause].verb
        acted = verb < 0 or not said.units[verb].weight or chosen[verb] is not None
        reports = verb >= 0 and said.units[verb].lemma in words.reporting()["verb"]
        others = unit.role == "s" and not reports and not _acts_on_one(said, chosen, unit.clause)
        if _is_of_another_subject(said, chosen, number):
            continue
        if unit.role == "than" or (others and _measured(said, chosen, unit.clause)):
            continue  # another one may well have the same figure
        for match in rows[number]:
            partner = stated.units[match.stated]
            if unit.role == "s" and (_may_differ(said, stated, unit, partner) or _acts_besides(said, chosen, unit)):
                continue
            home = stated.frames[partner.clause].verb
            idle = verb >= 0 and not said.units[verb].weight and unit.role in ("s", "o")
            if idle and home >= 0 and stated.units[home].weight >= 1 and not _tells(said, chosen, unit.clause, home):
                continue  # "Lund works at the mill", "was found by Kirn at the mill"
            alike = _belong_alike(said, stated, chosen, number, match.stated)
            if unit.role != "o" and is_owner(said, unit) and not is_owner(stated, partner) and not alike:
                continue  # "Lund's premiere" acts, not Lund
            if unit.role == "s" and is_owner(stated, partner) and not is_owner(said, unit) and not alike:
                continue  # it is Lund's chief who acts, not Lund
            if prepositions.are_contrary(unit.role, partner.role) or {unit.role, partner.role} == {"from", "o"}:
                continue  # who goes to the one place may come from the other
            if said.frames[unit.clause].denied and stated.frames[partner.clause].denied:
                continue  # who did not invite the one may not have invited the other either
            listed = _listed(said, stated, chosen, number, match.stated)
            if match.stated not in taken and (
                listed
                or (
                    acted
                    and (_same_role(unit, partner) or describe_one(said, stated, chosen, number, match.stated) or alike)
                    and anchored(said, stated, chosen, number, match.stated)
                    and _tell_of_more(said, stated, chosen, number, match.stated)
                )
            ):
                found.append(Conflict("name", number, match.stated))
                break
    return found


def _tells(said: Statement, chosen: Chosen, clause: int, verb: int) -> bool:
    """Tell whether a clause of the sentence has a word for a verb of the wording."""
    return any(
        match is not None and match.stated == verb and unit.clause == clause
        for unit, match in zip(said.units, chosen, strict=True)
    )


def _is_of_another_subject(said: Statement, chosen: Chosen, number: int) -> bool:
    """Tell whether a name behind a preposition is of a subject that the wording does not have: "talks with the Fund collapsed"."""
    unit, frame = said.units[number], said.frames[said.units[number].clause]
    if unit.role in ("s", "o") or not frame.subject or not frame.subject[-1] < number < frame.verb:
        return False
    head = said.units[frame.subject[-1]]
    return head.kind == "word" and head.weight >= SEMILIGHT and chosen[frame.subject[-1]] is None


def _tell_of_more(said: Statement, stated: Statement, chosen: Chosen, number: int, partner: int) -> bool:
    """Tell whether more than its verb is told of a name that the wording tells of the other: both won, but not one race."""
    verb, home = said.frames[said.units[number].clause].verb, stated.units[partner].clause
    parties = {*stated.frames[home].subject, *stated.frames[home].object} - {partner}
    near = reach.of_clause(stated, home) if parties else range(len(stated.units))
    return any(
        match is not None
        and match.level > alignment.Level.SCENE
        and match.stated in near
        and at not in (number, verb)
        and said.units[at].weight >= SEMILIGHT
        for at, match in enumerate(chosen)
    )


def is_owner(statement: Statement, unit: Unit) -> bool:
    """Tell whether a name only says whose something is: "Lund's bridge"."""
    return possessives.owns(statement.text, unit.end)


def _acts_besides(said: Statement, chosen: Chosen, unit: Unit) -> bool:
    """Tell whether what one of several does is described further than the wording has it: "hold joint fire drills"."""
    frame = said.frames[unit.clause]
    described = [number for number in frame.object if said.heads[number] != number and said.units[number].pos in "na"]
    plural = any(said.text[said.units[number].start : said.units[number].end].endswith("s") for number in frame.object)
    unmatched = any(chosen[number] is None and said.units[number].weight >= 1 for number in described)
    return len([number for number in frame.subject if said.units[number].kind == "name"]) > 1 and plural and unmatched


def _may_differ(said: Statement, stated: Statement, unit: Unit, partner: Unit) -> bool:
    """Tell whether two may well be the same at other times, or among others: "will be the head", "is an owner"."""
    frame, other = said.frames[unit.clause], stated.frames[partner.clause]
    if frame.verb >= 0 and said.units[frame.verb].weight:
        return False
    if frame.past and other.verb >= 0 and stated.units[other.verb].lemma in offices.APPOINTING:
        return True  # who was given an office had predecessors
    many = any(offices.is_one_of_many(said.text, said.units[number]) for number in frame.object)
    return many or frame.denied != other.denied or frame.modal != other.modal


def posts(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """An office of one holder given to another."""
    for post in said.posts:
        frame = said.frames[said.units[post.office].clause]
        if frame.denied:
            continue
        for other in stated.posts:
            if other.gained and frame.past and not post.gained:
                continue  # who was given an office had predecessors
            match = chosen[post.office]
            same = match and match.stated == other.office and match.level >= alignment.Level.SYNONYM
            if not same or post.rank != other.rank or not _of_one_body(post, other, chosen):
                continue
            one, two = said.units[post.holder].value, stated.units[other.holder].value
            assert isinstance(one, names.Name)
            assert isinstance(two, names.Name)
            if identity.compare(one, two) is Relation.CONFLICTS:
                return [Conflict("office", post.holder, other.holder)]
    return []


def _of_one_body(post: offices.Post, other: offices.Post, chosen: Chosen) -> bool:
    """Tell whether two offices are of the same body, as far as both name one."""
    match = chosen[post.body] if post.body >= 0 else None
    return post.body < 0 or other.body < 0 or (match is not None and match.stated == other.body)


def _measured(said: Statement, chosen: Chosen, clause: int) -> bool:
    """Tell whether a clause gives a figure that the wording gives too."""
    return any(
        unit.kind == "quantity" and unit.weight and unit.clause == clause and chosen[number]
        for number, unit in enumerate(said.units)
    )


def _acts_on_one(said: Statement, chosen: Chosen, clause: int) -> bool:
    """Tell whether a verb that the wording has too acts on a named one that it has too: what was done to her had one doer."""
    frame = said.frames[clause]
    named = any(said.units[number].kind == "name" and chosen[number] for number in frame.object)
    return named and frame.verb >= 0 and said.units[frame.verb].weight >= 1 and chosen[frame.verb] is not None


def _listed(said: Statement, stated: Statement, chosen: Chosen, number: int, partner: int) -> bool:
    """Tell whether two names are the odd ones out of two lists of one length, complete or not: "with Mali, Niger and Chad"."""
    ours, theirs = list_around(said, number), list_around(stated, partner)
    shared = {match.stated for index in ours if (match := chosen[index])} & set(theirs)
    return len(ours) == len(theirs) >= LONG and len(shared) == len(ours) - 1


def swaps(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """Two names or two excluding words that the sentence has exchanged: each stands nearer to the other's surroundings."""
    found = []
    taken = {
        match.stated: number
        for number, match in enumerate(chosen)
        if match and said.units[number].kind in ("name", "word")
    }
    for number, unit in enumerate(said.units):
        match = chosen[number]
        person = isinstance(unit.value, names.Name) and unit.value.entity.kind in ("person", "unknown")
        if match is None or unit.pos == "p" or not (unit.kind == "word" or person):
            continue
        rivals = [
            other
            for other in rows[number]
            if other.opposite and other.stated in taken and said.units[taken[other.stated]].clause != unit.clause
        ]
        if _stands_by_its_verb(said, stated, chosen, number) or _has_its_neighbours(stated, chosen, number):
            continue
        for rival in rivals:
            back = [other for other in rows[taken[rival.stated]] if other.opposite and other.stated == match.stated]
            if (
                back
                and alignment.nearness(said, rows, number, rival.stated)
                > SWAP * alignment.nearness(said, rows, number, match.stated) + SWAP_MARGIN
            ):
                found.append(Conflict("swap", number, rival.stated))
                break
    return found


def _has_its_neighbours(stated: Statement, chosen: Chosen, number: int) -> bool:
    """Tell whether the units before and after one are those before and after its partner."""
    match = chosen[number]
    around = [chosen[at] if 0 <= at < len(chosen) else None for at in (number - 1, number + 1)]
    beside = [each.stated if each else -1 for each in around]
    ends = (-1, len(stated.units))
    return match is not None and beside == [-1 if at in ends else at for at in (match.stated - 1, match.stated + 1)]


def _stands_by_its_verb(said: Statement, stated: Statement, chosen: Chosen, number: int) -> bool:
    """Tell whether a unit has the same part in the same act on both sides, so that it is not in another's place."""
    match = chosen[number]
    if match is None:
        return False
    for frame in said.frames:
        acts = chosen[frame.verb] if frame.verb >= 0 and said.units[frame.verb].weight >= 1 else None
        if acts is None:
            continue
        clause = stated.units[acts.stated].clause
        if said.units[number].clause == said.units[frame.verb].clause:
            partner = stated.units[match.stated]
            if partner.clause == clause and partner.role == said.units[number].role:
                return True
        other = stated.frames[clause]
        if (number in frame.subject and match.stated in other.subject) or (
            number in frame.object and match.stated in other.object
        ):
            return True
    return False


def _belong_alike(said: Statement, stated: Statement, chosen: Chosen, number: int, partner: int) -> bool:
    """Tell whether two names say whose a like thing is, one as an adjective: "Chad's envoy", "the Danish envoy"."""
    unit, other = said.units[number], stated.units[partner]
    ours, theirs = is_owner(said, unit), is_owner(stated, other)
    if unit.role != other.role or ours == theirs or not (_is_adjective(other) if ours else _is_adjective(unit)):
        return False
    after, behind = number + 1, partner + 1
    if after >= len(said.units) or behind >= len(stated.units) or said.units[after].kind != "word":
        return False
    match = chosen[after]
    same = match is not None and match.stated == behind
    return same or words.contrary(
        (said.units[after].lemma, said.units[after].pos), (stated.units[behind].lemma, stated.units[behind].pos)
    )


def _is_adjective(unit: Unit) -> bool:
    return isinstance(unit.value, names.Name) and unit.value.adjective


def _same_role(unit: Unit, partner: Unit) -> bool:
    if (
        isinstance(unit.value, names.Name)
        and isinstance(partner.value, names.Name)
        and unit.value.adjective != partner.value.adjective
    ):
        return False
    roles = {unit.role, partner.role}
    placed = "o" not in roles or alignment.is_place(unit) or alignment.is_place(partner)
    return unit.role == partner.role or (placed and roles <= _PLACE_ROLES)


def speakers(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """What one said put into the mouth of another."""
    ours = [number for number in said.speakers if said.units[number].kind == "name" and acts(said.units[number])]
    theirs = [
        number for number in stated.speakers if stated.units[number].kind == "name" and acts(stated.units[number])
    ]
    if not ours or not theirs:
        return []
    if any(not match.opposite for row in rows for match in row if match.stated in stated.speakers):
        return []
    one, other = said.units[ours[0]].value, stated.units[theirs[0]].value
    if isinstance(one, names.Name) and isinstance(other, names.Name) and identity.comparable(one, other):
        return [Conflict("attribution", ours[0], theirs[0])]
    return []
