"""Find what cannot stand together: one function for each kind of clash between a sentence and a wording.

A clash counts only where the two details stand in the same place: the same role beside the same verb or noun.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck import alignment, words
from factcheck.alignment import Level, Match
from factcheck.details import arithmetic, names, order, quantities
from factcheck.findings import Relation
from factcheck.statement import Statement, Unit

_MEETING = 2  # matched words that make two clauses speak of one thing
_LIST = 3  # shorter lists may name different ones of many
SWAP = 1.6  # a figure that equals one of the wording's but stands this much closer to another one is that other one, misquoted
_SWAP_MARGIN = 0.2
_SYMMETRIC = frozenset(
    [
        "sign",
        "meet",
        "agree",
        "cooperate",
        "collaborate",
        "border",
        "share",
        "talk",
        "coordinate",
        "partner",
        "ally",
        "negotiate",
        "work",
        "hold",
        "conclude",
        "discuss",
        "be",
        "have",
        "exchange",
        "neighbour",
    ]
)
_PLACE_ROLES = frozenset(("in", "at", "from", "near", "o", "to", "into", "on"))
_SCOPE_CLASHES = frozenset(
    (
        ("all", "some"),
        ("all", "few"),
        ("all", "most"),
        ("all", "half"),
        ("few", "most"),
        ("few", "all"),
        ("most", "few"),
        ("only", "all"),
        ("few", "half"),
        ("first", "last"),
        ("last", "first"),
        ("half", "all"),
        ("all", "only"),
        ("all", "part"),
        ("part", "all"),
    )
)

_FIGURE_AFTER = frozenset(
    ("", "at", "with", "on", "is", "was", "has", "had", "of", "cost", "costs", "for", ":", "(", "by", "to")
)
_FIGURE_BEFORE = frozenset(("for", "for the", "of the", "of", "in the", "in", "by the", "by", "to the"))

Rows = Sequence[Sequence[Match]]
Chosen = Sequence[Match | None]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A detail of the sentence that cannot stand together with the wording; both are indexes of units."""

    kind: str
    said: int
    stated: int


def find(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> tuple[Conflict, ...]:
    """Return every clash between a sentence and a wording; nothing clashes with itself."""
    if said.text == stated.text:
        return ()
    finders = (
        _negations,
        _denials,
        _opposites,
        _siblings,
        _names,
        _swaps,
        _values,
        _roles,
        _orders,
        _scopes,
        _ranks,
        _speakers,
    )
    return tuple(conflict for finder in finders for conflict in finder(said, stated, rows, chosen))


def anchored(said: Statement, stated: Statement, chosen: Chosen, number: int, partner: int) -> bool:
    """Tell whether two units depend on the same verb or stand beside the same noun."""
    unit, other = said.units[number], stated.units[partner]
    verb, verb_stated = said.frames[unit.clause].verb, stated.frames[other.clause].verb
    match = chosen[verb] if verb >= 0 else None
    if match and match.stated == verb_stated and said.units[verb].weight:
        return True
    if verb >= 0 and said.units[verb].weight and match is None:
        return _beside(said, stated, chosen, number, partner)
    return _beside(said, stated, chosen, number, partner) or _shares_predicate(said, stated, chosen, number, partner)


def _shares_predicate(said: Statement, stated: Statement, chosen: Chosen, number: int, partner: int) -> bool:
    """Tell whether a weighty word of the one clause, not a name or figure, has its match in the other clause."""
    clause, other = said.units[number].clause, stated.units[partner].clause
    return any(
        unit.clause == clause
        and index != number
        and unit.kind == "word"
        and unit.weight >= 1
        and (match := chosen[index])
        and stated.units[match.stated].clause == other
        for index, unit in enumerate(said.units)
    )


def _beside(said: Statement, stated: Statement, chosen: Chosen, number: int, partner: int) -> bool:
    """Tell whether the nearest weighty words around two units match each other."""
    for step in (-1, 1, -2, 2):
        near = number + step
        if 0 <= near < len(said.units) and said.units[near].kind == "word" and said.units[near].pos == "n":
            match = chosen[near]
            if (
                match
                and abs(match.stated - partner) <= 3
                and stated.units[match.stated].clause == stated.units[partner].clause
            ):
                return True
    return False


def denied(statement: Statement, unit: Unit) -> bool:
    """Tell whether a unit is denied: itself, or as a verb through its clause."""
    return statement.frames[unit.clause].denied if unit.role == "v" else unit.negated


def _negations(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """A shared word is denied on one side only."""
    found = []
    for number, match in enumerate(chosen):
        unit = said.units[number]
        if match is None or match.level < Level.NEAR or match.relation is Relation.CONFLICTS:
            continue
        partner = stated.units[match.stated]
        if unit.negated == partner.negated or not (unit.focus or partner.focus) or _is_opposite(rows[number], match):
            continue
        if _compares(said, unit.clause) != _compares(stated, partner.clause):
            continue  # "no one ran faster than she" and "she ran fastest" differ in form only
        same_subject = unit.role != "v" or _subjects_meet(said, stated, chosen, unit.clause, partner.clause)
        differ = said.frames[unit.clause].denied != stated.frames[partner.clause].denied or not focus_shared(
            stated, chosen, partner.clause
        )
        if differ and _contrast_free(unit, partner) and same_subject:
            found.append(Conflict("negation", number, match.stated))
    return found


def _denials(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """One side ends, rejects or rules out what the other side simply states."""
    found = []
    taken = {match.stated for match in chosen if match}
    for number, unit in enumerate(said.units):
        if unit.denial and chosen[number] is None and not _compares(said, unit.clause):
            partner = _partner_clause(said, stated, chosen, unit.clause)
            if (
                partner is not None
                and said.frames[unit.clause].denied == _denies(stated, partner, taken)
                and _plain(stated, partner, taken)
            ):
                found.append(Conflict("denial", number, _first_of(stated, partner)))
    for number, unit in enumerate(stated.units):
        if unit.denial and number not in taken:
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
            verb = said.frames[clause].verb
            idle = verb < 0 or not said.units[verb].weight or chosen[verb] is not None
            first = next(index for index, other in enumerate(said.units) if other.clause == clause)
            if (
                idle
                and said.frames[clause].denied == stated.frames[unit.clause].denied
                and _partner_clause(said, stated, chosen, clause) == unit.clause
            ):
                found.append(Conflict("denial", verb if verb >= 0 else first, number))
    return found


def _partner_clause(said: Statement, stated: Statement, chosen: Chosen, clause: int) -> int | None:
    """Return the clause of the wording in which two weighty words or names of a clause have their matches, or None."""
    homes = [
        stated.units[match.stated].clause
        for index, match in enumerate(chosen)
        if match and said.units[index].clause == clause and said.units[index].weight >= 1 and match.level >= Level.NEAR
    ]
    best = max(sorted(set(homes)), key=homes.count, default=None)
    return best if best is not None and homes.count(best) >= _MEETING else None


def _denies(stated: Statement, clause: int, taken: set[int]) -> bool:
    """Tell whether a clause denies: by an odd number of negations and unmatched words of denial."""
    words_ = sum(
        unit.denial and unit.clause == clause and number not in taken for number, unit in enumerate(stated.units)
    )
    return stated.frames[clause].denied != bool(words_ % 2)


def _plain(stated: Statement, clause: int, taken: set[int]) -> bool:
    """Tell whether the verb of a clause is light or was said too, so that nothing unknown is left in it."""
    verb = stated.frames[clause].verb
    return verb < 0 or stated.units[verb].weight < 1 or verb in taken


def _first_of(statement: Statement, clause: int) -> int:
    verb = statement.frames[clause].verb
    return verb if verb >= 0 else next(index for index, unit in enumerate(statement.units) if unit.clause == clause)


def _compares(statement: Statement, clause: int) -> bool:
    """Tell whether a clause holds a "than"."""
    return any(link.kind == "than" and statement.units[link.right[0]].clause == clause for link in statement.links)


def focus_shared(stated: Statement, chosen: Chosen, clause: int) -> bool:
    """Tell whether what a clause of the wording denies is spoken of in the sentence at all ("not a weakening but …" is not)."""
    foci = {number for number, unit in enumerate(stated.units) if unit.clause == clause and unit.focus}
    return not foci or any(match and match.stated in foci for match in chosen)


def _subjects_meet(said: Statement, stated: Statement, chosen: Chosen, clause: int, other: int) -> bool:
    """Tell whether two clauses share an argument, or leave theirs open."""
    frame, partner = said.frames[clause], stated.frames[other]
    own = {*frame.subject, *frame.object}
    theirs = {*partner.subject, *partner.object}
    weighty = [index for index in own if said.units[index].weight]
    return not weighty or not theirs or any((match := chosen[index]) and match.stated in theirs for index in own)


def _contrast_free(unit: Unit, partner: Unit) -> bool:
    return not (unit.kind == "name" and unit.role != partner.role)


def _is_opposite(row: Sequence[Match], match: Match) -> bool:
    return any(other.opposite and other.stated == match.stated for other in row)


def _opposites(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """An opposite, or another member of a set that excludes it, in the place of a word."""
    found = []
    matched = {match.stated for match in chosen if match}
    for number, unit in enumerate(said.units):
        if unit.kind != "word" or chosen[number] is not None:
            continue
        for other in rows[number]:
            partner = stated.units[other.stated]
            alike = unit.pos == partner.pos or (words.way(unit.lemma.split()[0]) and words.way(partner.lemma))
            if (
                other.opposite
                and other.stated not in matched
                and alike
                and _in_place(said, stated, chosen, number, other.stated)
            ):
                found.append(Conflict("opposite", number, other.stated))
                break
    return found


def _siblings(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """Another thing of the same kind (WordNet: with the same hypernym) in the place of a word."""
    found = []
    matched = {match.stated for match in chosen if match}
    for number, unit in enumerate(said.units):
        if (
            unit.kind != "word"
            or unit.weight < 1
            or chosen[number] is not None
            or any(match.opposite for match in rows[number])
        ):
            continue
        above = words.sense(unit.lemma, unit.pos).hypernyms
        for index, partner in enumerate(stated.units):
            if (
                (
                    partner.kind == "word"
                    and index not in matched
                    and partner.pos == unit.pos
                    and partner.role == unit.role
                    and partner.weight >= 1
                )
                and above & words.sense(partner.lemma, partner.pos).hypernyms
                and _in_place(said, stated, chosen, number, index)
            ):
                found.append(Conflict("sibling", number, index))
                break
    return found


def _in_place(said: Statement, stated: Statement, chosen: Chosen, number: int, partner: int) -> bool:
    """Tell whether two words fill the same place: verbs with a shared argument, modifiers of the same noun, nouns in one role."""
    unit, other = said.units[number], stated.units[partner]
    if unit.role == "v" or other.role == "v":
        frame, frame_stated = said.frames[unit.clause], stated.frames[other.clause]
        arguments = {match.stated for index in (*frame.subject, *frame.object) if (match := chosen[index])}
        near = {
            match.stated
            for index in (number - 1, number + 1, number + 2)
            if 0 <= index < len(chosen) and (match := chosen[index])
        }
        return bool(
            (arguments | near) & {*frame_stated.subject, *frame_stated.object, partner - 1, partner + 1, partner + 2}
        )
    for step in (1, -1, 2, -2):
        index = number + step
        if (
            0 <= index < len(chosen)
            and (match := chosen[index])
            and said.units[index].kind != "quantity"
            and abs(match.stated - partner) <= 2
        ):
            return True
    return False


def _names(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """Another name in the place of the one that the wording gives."""
    found = []
    taken = {match.stated for match in chosen if match}
    for number, unit in enumerate(said.units):
        if unit.kind != "name" or chosen[number] is not None:
            continue
        for match in rows[number]:
            partner = stated.units[match.stated]
            verb = said.frames[unit.clause].verb
            acted = verb < 0 or not said.units[verb].weight or chosen[verb] is not None
            if unit.role == "s" and _measured(said, chosen, unit.clause):
                continue  # another one may well have the same figure
            listed = _listed(said, stated, chosen, number, match.stated)
            if match.stated not in taken and (
                listed or (acted and _same_role(unit, partner) and anchored(said, stated, chosen, number, match.stated))
            ):
                found.append(Conflict("name", number, match.stated))
                break
    return found


def _measured(said: Statement, chosen: Chosen, clause: int) -> bool:
    """Tell whether a clause gives a figure that the wording gives too."""
    return any(
        unit.kind == "quantity" and unit.weight and unit.clause == clause and chosen[number]
        for number, unit in enumerate(said.units)
    )


def _listed(said: Statement, stated: Statement, chosen: Chosen, number: int, partner: int) -> bool:
    """Tell whether two names are the odd ones out of two lists of one length, of three names or more."""
    ours, theirs = _list_around(said, number), _list_around(stated, partner)
    shared = {match.stated for index in ours if (match := chosen[index])} & set(theirs)
    return len(ours) == len(theirs) >= _LIST and len(shared) == len(ours) - 1


def _list_around(statement: Statement, number: int) -> list[int]:
    """Return the names that a name is listed with, joined by commas and "and"."""
    units = statement.units
    found = [number]
    for step in (-1, 1):
        here = number
        while 0 <= here + step < len(units) and units[here + step].kind == "name":
            first, second = sorted((here, here + step))
            if statement.text[units[first].end : units[second].start].strip(" ,").lower() not in (
                "",
                "and",
                "or",
                "and the",
                "the",
            ):
                break
            here += step
            found.append(here)
    return sorted(found)


def _swaps(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
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
        if match is None or not (unit.kind == "word" or person):
            continue
        rivals = [
            other
            for other in rows[number]
            if other.opposite and other.stated in taken and said.units[taken[other.stated]].clause != unit.clause
        ]
        for rival in rivals:
            back = [other for other in rows[taken[rival.stated]] if other.opposite and other.stated == match.stated]
            if (
                back
                and alignment.nearness(said, rows, number, rival.stated)
                > SWAP * alignment.nearness(said, rows, number, match.stated) + _SWAP_MARGIN
            ):
                found.append(Conflict("swap", number, rival.stated))
                break
    return found


def _same_role(unit: Unit, partner: Unit) -> bool:
    if (
        isinstance(unit.value, names.Name)
        and isinstance(partner.value, names.Name)
        and unit.value.adjective != partner.value.adjective
    ):
        return False
    return unit.role == partner.role or {unit.role, partner.role} <= _PLACE_ROLES


def _values(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """Another figure or date for what the wording gives one for."""
    found = []
    taken = {
        match.stated for number, match in enumerate(chosen) if match and said.units[number].kind in ("quantity", "date")
    }
    heads, heads_stated = said.heads, stated.heads
    for number, unit in enumerate(said.units):
        if unit.kind not in ("quantity", "date"):
            continue
        clashing = [
            match
            for match in rows[number]
            if match.opposite
            and match.stated not in taken
            and _same_thing(said, stated, rows, heads[number], heads_stated[match.stated], unit)
        ]
        if not clashing:
            continue
        near = {match.stated: alignment.nearness(said, rows, number, match.stated) for match in rows[number]}
        worst = max(clashing, key=lambda match: (near[match.stated], -match.stated))
        match = chosen[number]
        if match is None:
            if isinstance(unit.value, quantities.Quantity) and _follows(unit.value, stated):
                continue
            open_ = any(
                other.relation is Relation.UNSTATED and near[other.stated] >= near[worst.stated]
                for other in rows[number]
            )
            verb = said.frames[unit.clause].verb
            timed = unit.kind == "quantity" or verb < 0 or not said.units[verb].weight or chosen[verb] is not None
            if not open_ and timed and anchored(said, stated, chosen, number, worst.stated):
                found.append(Conflict(unit.kind, number, worst.stated))
        elif near[worst.stated] > SWAP * near[match.stated] + _SWAP_MARGIN:
            found.append(Conflict("swap", number, worst.stated))
    return found


def _follows(said: quantities.Quantity, stated: Statement) -> bool:
    """Tell whether a figure is the sum or difference of two stated ones, so that it may well be right."""
    known = [
        (number, unit.value) for number, unit in enumerate(stated.units) if isinstance(unit.value, quantities.Quantity)
    ]
    return len(known) > 1 and arithmetic.derive(replace(said, change=True), known, total=True) is not None


def _same_thing(said: Statement, stated: Statement, rows: Rows, head: int, head_stated: int, unit: Unit) -> bool:
    """Tell whether two figures count the same: bare counts need the same counted noun, measures do not."""
    if not isinstance(unit.value, quantities.Quantity) or unit.value.dimension != "count":
        return True
    one, other = said.units[head], stated.units[head_stated]
    if one.kind == "quantity" or other.kind == "quantity":
        return one.kind == other.kind
    return any(match.stated == head_stated and not match.opposite for match in rows[head])


def _roles(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """The sentence's subject is the wording's object, while the wording's subject is another."""
    for frame in said.frames:
        target = chosen[frame.verb] if frame.verb >= 0 else None
        if target is None or target.level < Level.FAMILY or said.units[frame.verb].lemma.split()[0] in _SYMMETRIC:
            continue
        partner = next((other for other in stated.frames if other.verb == target.stated), None)
        found = partner and _exchanged(said, stated, frame.subject, partner.subject, partner.object, chosen)
        found = found or (partner and _acting(said, stated, frame.object, partner.subject, partner.object, chosen))
        if found:
            return [found]
    return []


def _exchanged(
    said: Statement,
    stated: Statement,
    subject: Sequence[int],
    stated_subject: Sequence[int],
    stated_object: Sequence[int],
    chosen: Chosen,
) -> Conflict | None:
    for number in subject:
        match, unit = chosen[number], said.units[number]
        if match is None or not _acts(unit) or match.stated in stated_subject or not _acts(stated.units[match.stated]):
            continue
        others = [other for other in stated_subject if _acts(stated.units[other])]
        exchanged = others and any(
            (other := chosen[index]) and other.stated in others for index in range(len(chosen)) if index not in subject
        )
        together = stated_subject and stated.units[match.stated].clause == stated.units[stated_subject[-1]].clause
        if exchanged or (match.stated in stated_object and together and stated.units[match.stated].role == "o"):
            return Conflict("role", number, stated_subject[0])
    return None


def _acting(
    said: Statement,
    stated: Statement,
    object_: Sequence[int],
    stated_subject: Sequence[int],
    stated_object: Sequence[int],
    chosen: Chosen,
) -> Conflict | None:
    """The sentence's object is who acts in the wording, and what is acted on there is something else."""
    for number in object_:
        match = chosen[number]
        if (
            match
            and _acts(said.units[number])
            and _acts(stated.units[match.stated])
            and match.stated in stated_subject
            and stated_object
        ) and (
            match.stated not in stated_object
            and said.units[number].role == "o"
            and stated.units[match.stated].role == "s"
        ):
            return Conflict("role", number, match.stated)
    return None


def _acts(unit: Unit) -> bool:
    """Tell whether a unit names someone who can act."""
    return (
        isinstance(unit.value, names.Name)
        and not unit.value.adjective
        and unit.value.entity.kind not in ("other", "region", "sea")
    )


def by_value(link: order.Link, said: Statement, stated: Statement, chosen: Chosen) -> int:
    """Return 1 where the wording's figures for the two sides of a "than" bear it out, -1 where they deny it, 0 where there are none."""
    way = words.way(said.units[link.measure].lemma) if link.measure >= 0 else ""
    sides = [
        _figure(stated, {match.stated for number in side if (match := chosen[number])})
        for side in (link.left, link.right)
    ]
    left, right = sides
    if not way or left is None or right is None or left.dimension != right.dimension or left.low == right.low:
        return 0
    return 1 if (left.low > right.low) == (way == "up") else -1


def _figure(stated: Statement, units: set[int]) -> quantities.Quantity | None:
    """Return the figure that stands next to one of some units of a wording."""
    heads = stated.heads
    for number, head in enumerate(heads):
        value = stated.units[number].value
        if head in units and head != number and isinstance(value, quantities.Quantity) and not value.change:
            return value
    for number in sorted(units, reverse=True):
        if stated.units[number].kind not in ("name", "word") or not stated.units[number].weight:
            continue
        for near, links in ((number + 1, _FIGURE_AFTER), (number - 1, _FIGURE_BEFORE)):
            value = stated.units[near].value if 0 <= near < len(stated.units) else None
            first, second = sorted((near, number))
            between = (
                stated.text[stated.units[first].end : stated.units[second].start].strip().lower() if value else "?"
            )
            if isinstance(value, quantities.Quantity) and not value.change and between in links:
                return value
    return None


def _orders(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """ "A more than B" against "B more than A", "A before B" against "A after B"."""
    for link in said.links:
        if link.kind == "than" and by_value(link, said, stated, chosen) < 0:
            return [
                Conflict(
                    "order", link.right[0], link.right[0] if (match := chosen[link.right[0]]) is None else match.stated
                )
            ]
        for other in stated.links:
            mixed = {link.kind, other.kind} == {"than", "order"}
            direction = order.oriented(link, other, chosen) if link.kind == other.kind or mixed else 0
            if mixed:
                than = said.units[link.measure] if link.kind == "than" else stated.units[other.measure]
                direction *= (
                    {"up": 1, "down": -1}.get(words.way(than.lemma), 0) if max(link.measure, other.measure) >= 0 else 0
                )
            if (
                said.frames[said.units[link.right[0]].clause].denied
                != stated.frames[stated.units[other.right[0]].clause].denied
            ):
                direction = -direction  # "no other spends more than A" has A in front
            if not mixed and link.kind == "than":
                direction *= _same_measure(link, other, chosen, said, stated)
            if direction < 0:
                return [Conflict("order", link.right[0], other.right[0])]
    return []


def _same_measure(link: order.Link, other: order.Link, chosen: Chosen, said: Statement, stated: Statement) -> int:
    """Return 1 where both comparatives point the same way, -1 where they are opposites, 0 where they measure different things."""
    if link.measure < 0 or other.measure < 0:
        return 0
    one, two = said.units[link.measure], stated.units[other.measure]
    match = chosen[link.measure]
    if match and match.stated == other.measure:
        return 1
    if words.contrary((one.lemma, one.pos), (two.lemma, two.pos)):
        return -1
    return 1 if "more" in (one.lemma, two.lemma) else 0


def _scopes(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """All against some, only against all."""
    found = _exceptions(said, stated, chosen) + _shared(said, stated, chosen)
    heads = stated.heads
    for number, unit in enumerate(said.units):
        match = chosen[number]
        if match and unit.scope and not unit.negated:
            partner = stated.units[heads[match.stated] if unit.kind == "name" else match.stated]
            if (unit.scope, partner.scope) in _SCOPE_CLASHES and not partner.negated:
                found.append(Conflict("scope", number, match.stated))
    return found


def _shared(said: Statement, stated: Statement, chosen: Chosen) -> list[Conflict]:
    """ "Only Tunisia did" against "Algeria and Tunisia did"."""
    for number, unit in enumerate(said.units):
        match = chosen[number]
        if match and unit.scope == "only" and unit.kind == "name" and unit.role == "s":
            partner = stated.units[match.stated]
            others = [
                index
                for index in _list_around(stated, match.stated)
                if index != match.stated and stated.units[index].role == partner.role == "s"
            ]
            if others:
                return [Conflict("scope", number, others[0])]
    return []


def _ranks(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """ "The largest" against "the second-largest"."""
    found = []
    for number, unit in enumerate(said.units):
        match = chosen[number]
        if (
            match
            and unit.superlative
            and stated.units[match.stated].superlative
            and unit.rank != stated.units[match.stated].rank
        ):
            found.append(Conflict("rank", number, match.stated))
    return found


def _exceptions(said: Statement, stated: Statement, chosen: Chosen) -> list[Conflict]:
    """ "No state cooperates" against "no state except one cooperates"."""
    if said.exceptive or not stated.exceptive:
        return []
    for number, unit in enumerate(said.units):
        match = chosen[number]
        if match and unit.focus and stated.units[match.stated].focus and (unit.negated or unit.scope == "all"):
            return [Conflict("scope", number, match.stated)]
    return []


def _speakers(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """What one said put into the mouth of another."""
    ours = [number for number in said.speakers if said.units[number].kind == "name" and _acts(said.units[number])]
    theirs = [
        number for number in stated.speakers if stated.units[number].kind == "name" and _acts(stated.units[number])
    ]
    if not ours or not theirs:
        return []
    if any(not match.opposite for row in rows for match in row if match.stated in stated.speakers):
        return []
    one, other = said.units[ours[0]].value, stated.units[theirs[0]].value
    if isinstance(one, names.Name) and isinstance(other, names.Name) and names.comparable(one, other):
        return [Conflict("attribution", ours[0], theirs[0])]
    return []
