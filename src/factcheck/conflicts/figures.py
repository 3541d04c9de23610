"""Another figure or date for what the wording gives one for."""

from __future__ import annotations

import re

from factcheck import alignment, derivations, enumerations
from factcheck.conflicts import occasions
from factcheck.conflicts.places import SWAP, SWAP_MARGIN, Chosen, Conflict, Rows, anchored
from factcheck.details import arithmetic, possessives, quantities, scores
from factcheck.details.comparatives import Comparative
from factcheck.details.measures import reckoned
from factcheck.draft import SEMILIGHT
from factcheck.findings import RIGHT, Relation
from factcheck.statement import Statement, Unit
from factcheck.tables import kinds
from factcheck.words import way

_OLD = re.compile(r"[\s-]*(?:old|of age)\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|age of|older than|younger than)\s+(?:about\s+|nearly\s+|over\s+)?$", re.IGNORECASE)
_ENDS = ("from", "to")  # roles of the two ends of a change


def _is_described(said: Statement, number: int) -> bool:
    """Tell whether a month or a year is a thing that is spoken of, not when something happened: "a milder February"."""
    before = said.units[number - 1] if number else None
    nominal = said.units[number].kind == "date" and said.units[number].role in ("s", "o")
    return nominal and before is not None and before.pos == "a" and before.end + 1 == said.units[number].start


def holders_of(statement: Statement, figure: int) -> tuple[int, ...]:
    """Return the units that a figure belongs to; for a date, nothing."""
    return next((holding.holders for holding in statement.holdings if holding.figure == figure), ())


def values(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """Another figure or date for what the wording gives one for."""
    found = []
    compared = {other for each in said.comparatives for other in each.standard}
    for number, unit in enumerate(said.units):
        if unit.kind not in ("quantity", "date") or unit.role == "than" or number in compared:
            continue
        if _is_described(said, number):
            continue
        clash = _told_otherwise(said, stated, rows, chosen, number) or _against(said, stated, rows, chosen, number)
        if clash:
            found.append(clash)
    return found


def _told_otherwise(said: Statement, stated: Statement, rows: Rows, chosen: Chosen, number: int) -> Conflict | None:
    """Return the clash of a figure that is another's, or that counts a list or tells a margin wrongly."""
    if said.units[number].kind == "quantity" and (other := _misplaced(said, stated, rows, chosen, number)) >= 0:
        return Conflict("swap", number, other)
    if chosen[number] is not None:
        return None
    counted = _miscounted(said, stated, rows, chosen, number)
    other = counted if counted >= 0 else _other_margin(said, stated, chosen, number)
    return Conflict("quantity", number, other) if other >= 0 else None


def _against(said: Statement, stated: Statement, rows: Rows, chosen: Chosen, number: int) -> Conflict | None:
    """Return the clash of a figure or date with the nearest that it cannot stand together with."""
    clashing = _clashing(said, stated, rows, chosen, number)
    if not clashing:
        return None
    near = {match.stated: alignment.nearness(said, rows, number, match.stated) for match in rows[number]}
    worst = max(clashing, key=lambda other: (_is_of_its_act(said, stated, chosen, number, other), near[other], -other))
    match = chosen[number]
    if match is None:
        open_ = any(other.relation is Relation.UNSTATED and near[other.stated] >= near[worst] for other in rows[number])
        replaces = not open_ and _replaces(said, stated, chosen, number, worst)
        return Conflict(said.units[number].kind, number, worst) if replaces else None
    if _by_its_verb(said, stated, chosen, number, match.stated, worst) or match.stated not in near:
        return None
    return Conflict("swap", number, worst) if near[worst] > SWAP * near[match.stated] + SWAP_MARGIN else None


def _is_of_its_act(said: Statement, stated: Statement, chosen: Chosen, number: int, other: int) -> bool:
    """Tell whether a date of the wording stands with the verb of the sentence's: "signed in 2021, which replaces one of 1998"."""
    verb = said.frames[said.units[number].clause].verb
    match = chosen[verb] if verb >= 0 and said.units[number].kind == "date" else None
    full = match is not None and match.level >= alignment.Level.NEAR and said.units[verb].weight >= 1
    return bool(full and match and stated.units[match.stated].clause == stated.units[other].clause)


def _clashing(said: Statement, stated: Statement, rows: Rows, chosen: Chosen, number: int) -> list[int]:
    """Return the figures or dates of the wording that clash with one of the sentence, of the same thing."""
    taken = {
        match.stated for other, match in enumerate(chosen) if match and said.units[other].kind in ("quantity", "date")
    }
    return [
        match.stated
        for match in rows[number]
        if match.opposite
        and match.stated not in taken
        and count_alike(said, stated, rows, number, match.stated)
        and not _is_whole_of_others(stated, chosen, match.stated)
        and not _counts_only_one(said, stated, number, match.stated)
        and _held_alike(said, stated, chosen, number, match.stated)
    ]


def _replaces(said: Statement, stated: Statement, chosen: Chosen, number: int, partner: int) -> bool:
    """Tell whether a figure or date without a match stands in the place of another, told of the same act and time."""
    unit = said.units[number]
    if isinstance(unit.value, quantities.Quantity) and _follows(unit.value, said, number, stated, partner):
        return False
    if unit.kind == "quantity" and (
        occasions.is_of_the_standard(said, stated, chosen, number, partner)
        or occasions.is_of_then(said, stated, chosen, number, partner)
    ):
        return False
    verb = said.frames[unit.clause].verb
    if any(each.differential == number and _is_of_another_measure(said, chosen, each) for each in said.comparatives):
        return False
    if unit.kind == "quantity" and _is_an_age(said, unit) != _is_an_age(stated, stated.units[partner]):
        return False
    if unit.kind == "quantity" and _is_a_change(said, chosen, number):
        return False
    timed = unit.kind == "quantity" or verb < 0 or not said.units[verb].weight or chosen[verb] is not None
    if not timed or occasions.of_another_occasion(said, stated, number, partner):
        return False
    if unit.kind == "date" and unit.role == stated.units[partner].role == "for" and said.units[number - 1].pos == "n":
        return False  # the accounts for 2017 are not those for 2016
    if unit.kind == "quantity" and verb < 0 and occasions.is_said_elsewhere(said, stated, chosen, number, partner):
        return False
    act = chosen[verb] if verb >= 0 and said.units[verb].weight >= 1 else None
    if (
        unit.kind == "date"
        and act is not None
        and act.level is alignment.Level.ENTAILED
        and said.frames[unit.clause].modal
    ):
        return False  # what was cancelled on Sunday may end on Monday
    changes = verb >= 0 and way(said.units[verb].lemma)
    if unit.kind == "date" and changes and not any(each.kind == "quantity" for each in said.units):
        return False  # what rose in one year may have risen in another
    if unit.kind == "date" and (
        occasions.of_another_act(said, stated, chosen, number, partner)
        or occasions.of_another_turn(said, stated, number, partner)
        or occasions.of_another_comparison(said, stated, chosen, partner)
    ):
        return False
    return anchored(said, stated, chosen, number, partner)


def _is_of_another_measure(said: Statement, chosen: Chosen, each: Comparative) -> bool:
    """Tell whether a sentence compares how many there are of what the wording does not have: "four times as many beds as"."""
    nouns = [number for number in each.comparee if said.units[number].kind == "word" and number > each.degree]
    return any(
        said.units[number].weight >= SEMILIGHT
        and ((match := chosen[number]) is None or match.level <= alignment.Level.SCENE)
        for number in nouns
    )


def _is_an_age(statement: Statement, unit: Unit) -> bool:
    """Tell whether a figure says how old somebody or something is."""
    return _OLD.match(statement.text, unit.end) is not None or _AGED.search(statement.text, 0, unit.start) is not None


def _is_a_change(said: Statement, chosen: Chosen, number: int) -> bool:
    """Tell whether a figure says how much more or less there is by a verb that the wording does not have: "added three billion"."""
    unit, verb = said.units[number], said.frames[said.units[number].clause].verb
    return unit.role == "o" and verb >= 0 and chosen[verb] is None and said.units[verb].lemma in kinds("changing")


def _by_its_verb(said: Statement, stated: Statement, chosen: Chosen, number: int, own: int, rival: int) -> bool:
    """Tell whether a figure is told by the verb of the sentence and its rival by another: "three shrank, two grew"."""
    verb = said.frames[said.units[number].clause].verb
    match = chosen[verb] if verb >= 0 and said.units[verb].weight >= 1 else None
    if match is None or match.level < alignment.Level.NEAR or match.cancelled:
        return False
    home, role = stated.units[match.stated].clause, said.units[number].role
    in_its_role = role in _ENDS and role == stated.units[own].role != stated.units[rival].role
    return stated.units[own].clause == home and (in_its_role or home != stated.units[rival].clause)


def _miscounted(said: Statement, stated: Statement, rows: Rows, chosen: Chosen, number: int) -> int:
    """Return the first unit of a list that is longer or shorter than the sentence has it, or -1: "three sports", where four are named."""
    listed = enumerations.count(said, number, stated) if said.units[number].kind == "quantity" else None
    value = said.units[number].value
    if listed is None or not isinstance(value, quantities.Quantity) or listed[0] == value.low:
        return -1
    verb = said.frames[said.units[number].clause].verb
    same_act = verb < 0 or said.units[verb].weight < 1 or chosen[verb] is not None
    return listed[1] if same_act else -1


def _other_margin(said: Statement, stated: Statement, chosen: Chosen, number: int) -> int:
    """Return the first figure of a score that has another margin than the sentence, or -1."""
    unit, verb = said.units[number], said.frames[said.units[number].clause].verb
    if not isinstance(unit.value, quantities.Quantity) or not scores.is_margin(said.text, unit):
        return -1
    found = scores.margin(stated.text, stated.units)
    same_act = verb < 0 or chosen[verb] is not None
    if found is None or not same_act or unit.value.dimension != "count":
        return -1
    return found[1] if quantities.compare(unit.value, reckoned(unit.value, found[0])) is Relation.CONFLICTS else -1


def _misplaced(said: Statement, stated: Statement, rows: Rows, chosen: Chosen, number: int) -> int:
    """Return the figure that the wording gives for what the sentence gives another of its figures for, or -1.

    "Greyford's farmers backed it with 81 percent" against "81 percent at Tolland and 69 percent at Greyford".
    """
    partner = chosen[number]
    if partner is None or partner not in rows[number] or not _is_said(said, stated, number, partner.stated):
        return -1
    units = stated.units
    verb = said.frames[said.units[number].clause].verb
    if verb >= 0 and said.units[verb].weight >= 1 and chosen[verb] is None:
        return -1  # what it weighs is not what it eats
    ours = holders_of(said, number)
    mine = {known_by(units[holder]) for holder in holders_of(stated, partner.stated)}
    matched = {known_by(units[found.stated]) for holder in ours if (found := chosen[holder])}
    mine.discard(units[stated.heads[partner.stated]].lemma)  # what both count
    governing = chosen[number - 1] if number - 1 in ours else None
    for match in (match for match in rows[number] if match.opposite):
        if _by_its_verb(said, stated, chosen, number, partner.stated, match.stated):
            continue
        if _counts_its_own(said, stated, chosen, number, partner.stated, match.stated):
            continue
        theirs = {known_by(units[holder]) for holder in holders_of(stated, match.stated)}
        theirs -= {units[stated.heads[partner.stated]].lemma, units[stated.heads[match.stated]].lemma}
        sure = governing is not None and governing.level > alignment.Level.PART
        if governing and sure and units[governing.stated].lemma in theirs - mine:
            return match.stated
        if matched & (theirs - mine) and not matched & (mine - theirs):
            return match.stated
    return -1


def _counts_its_own(said: Statement, stated: Statement, chosen: Chosen, number: int, own: int, rival: int) -> bool:
    """Tell whether a figure counts what its partner counts, and the rival something else: "2,170 cases, with 43 deaths"."""
    counted, other = stated.heads[own], stated.heads[rival]
    match = chosen[said.heads[number]] if said.heads[number] != number else None
    if match is None or counted == own or match.stated != counted or other == rival:
        return False
    return match.level >= alignment.Level.NEAR and stated.units[other].lemma != stated.units[counted].lemma


def known_by(unit: Unit) -> object:
    """Return what a unit is known by: a word by its lemma, a date by itself."""
    return unit.value if unit.kind == "date" else unit.lemma


def count_alike(said: Statement, stated: Statement, rows: Rows, number: int, partner: int) -> bool:
    """Tell whether two counts count the same thing, and two shares are of the same whole, as far as both say of what."""
    unit = said.units[number]
    head = possessives.counted(said.text, said.heads, said.units, number)
    head_stated = possessives.counted(stated.text, stated.heads, stated.units, partner)
    counts = isinstance(unit.value, quantities.Quantity) and unit.value.dimension in ("count", "share")
    if not counts or head == number or head_stated == partner or stated.units[head_stated].kind != "word":
        return True
    return any(
        match.stated == head_stated and not match.opposite and match.level >= alignment.Level.NEAR
        for match in rows[head]
    )


def _is_whole_of_others(stated: Statement, chosen: Chosen, partner: int) -> bool:
    """Tell whether a figure is the whole of which the sentence speaks of a part: "of the 60 seats, the Greens hold 15"."""
    told = [match.stated for match in chosen if match and stated.units[match.stated].pos == "n"]
    return any(
        each.whole == partner and each.opening >= 0 and any(number > each.opening for number in told)
        for each in stated.portions
    )


def _counts_only_one(said: Statement, stated: Statement, number: int, partner: int) -> bool:
    """Tell whether of two counts one says what it counts and the other does not."""
    value = said.units[number].value
    bare = (said.heads[number] == number, stated.heads[partner] == partner)
    return isinstance(value, quantities.Quantity) and value.dimension == "count" and bare[0] != bare[1]


def is_former(said: Statement, stated: Statement, rows: Rows, number: int, partner: int) -> bool:
    """Tell whether the wording gives a figure as an earlier or other one only, and the sentence does not: "down from 90"."""
    if not any(holding.baseline == partner for holding in stated.holdings):
        return False
    if any(holding.baseline == number for holding in said.holdings) or said.units[number].role == "from":
        return False
    dated = any(unit.kind == "date" for unit in said.units)
    other = holders_of(stated, partner)
    named = any(
        match.stated in other and not match.opposite
        for index, row in enumerate(rows)
        if said.units[index].kind == "name"
        for match in row
    )
    return not (dated or named or derivations.speaks_of_the_other(said, stated, partner))


def _is_said(said: Statement, stated: Statement, number: int, partner: int) -> bool:
    """Tell whether the wording gives the figure itself, not one that it follows from."""
    one, other = said.units[number].value, stated.units[partner].value
    if not isinstance(one, quantities.Quantity) or not isinstance(other, quantities.Quantity):
        return False
    return one.dimension == other.dimension and quantities.compare(one, other) in RIGHT


def _held_alike(said: Statement, stated: Statement, chosen: Chosen, number: int, partner: int) -> bool:
    """Tell whether two figures belong to the same thing, as far as either says whose it is."""
    ours, theirs = holders_of(said, number), holders_of(stated, partner)
    matched = {match.stated for holder in ours if (match := chosen[holder])}
    return not ours or not theirs or bool(matched.intersection(theirs))


def _follows(value: quantities.Quantity, said: Statement, number: int, stated: Statement, partner: int) -> bool:
    """Tell whether a figure may be reckoned from two of the wording's."""
    known = [unit.value for unit in stated.units if isinstance(unit.value, quantities.Quantity)]
    rest = derivations.speaks_of_the_rest(said, stated)
    rest = rest and not derivations.are_of_one_doer(said, number, stated, partner)
    return arithmetic.follows(value, known, rest)
