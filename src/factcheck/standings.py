"""How one comparison bears on another of the same two things: "A is twice as long as B" says that B is half as long, and shorter."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import words
from factcheck.alignment import Level, Match
from factcheck.conflicts.places import in_another_respect
from factcheck.details import likeness, multiples, others, quantities, surpassing
from factcheck.details.comparatives import ALMOST, BASELINES, DIFFERENT, SAME, Comparative, measures
from factcheck.details.measures import Quantity, reckoned
from factcheck.findings import RIGHT
from factcheck.statement import Statement, Unit

_CLOSE = 0.93  # ratios that are nearer than this are told by one word
_COUNTING = frozenset(("more", "less", "many", "much", "few"))


def judge(
    said: Statement, stated: Statement, chosen: Sequence[Match | None], each: Comparative
) -> list[tuple[int, int]]:
    """Return what each comparison of a wording says of one of the sentence: 1, -1 or 0, with the unit that says so."""
    if in_another_respect(said, chosen):
        return []
    found = _surpassing(said, stated, chosen, each)
    for other in stated.comparatives:
        crossed = _crossed(said, stated, chosen, each, other)
        crossed = _crossed_in_time(said, stated, chosen, each, other) if crossed is None else crossed
        if (
            crossed is None
            or is_denied(stated, other)
            or does_another(said, stated, chosen, each)
            or each.extreme != other.extreme
            or not _same_scale(said, stated, chosen, each, other)
        ):
            continue
        place = other.degree if other.degree >= 0 else other.differential
        if place >= 0:
            found.append((_outcome(said, stated, each, other, crossed), place))
    return found


def _surpassing(
    said: Statement, stated: Statement, chosen: Sequence[Match | None], each: Comparative
) -> list[tuple[int, int]]:
    """Return what denies that another one is more so than that which is so most: "another hall is larger than Moss"."""
    if each.extreme or each.degree < 0 or not each.standard:
        return []
    if not others.speaks_of_another(said.text[: said.units[each.degree].start]) and not _is_of_any(said, each):
        return []
    after = range(each.standard[0], len(said.units))  # "than the new one in Ash": what comes after says which
    nouns = [number for number in after if said.units[number].weight >= 1 and said.units[number].pos == "n"]
    top = _matched(chosen, [number for number in nouns if said.units[number].kind == "name"] or nouns)
    return [
        (-1, other.degree)
        for other in stated.comparatives
        if other.extreme
        and other.way == each.way
        and top
        and top <= set(other.comparee)
        and not is_denied(stated, other)
        and _same_scale(said, stated, chosen, each, other)
    ]


def _is_of_any(said: Statement, each: Comparative) -> bool:
    """Tell whether a comparison is of things that it names no closer: "larger halls than Moss were found"."""
    return {said.heads[number] for number in each.comparee} == {said.heads[each.degree]}


def does_another(said: Statement, stated: Statement, chosen: Sequence[Match | None], each: Comparative) -> bool:
    """Tell whether a comparison is of how much is done, of which the wording says nothing: "pays more than before"."""
    unit = said.units[each.degree] if each.degree >= 0 else None
    verb = said.frames[unit.clause].verb if unit and unit.lemma in ("more", "less") and thing(said, each) < 0 else -1
    if verb < 0 or not said.units[verb].weight or chosen[verb] is not None:
        return False
    known = {dimension for dimension, _ in measures(said.units[verb].lemma)}  # "costs more" is told by two prices
    values = (other.value for other in stated.units)
    return not any(isinstance(value, Quantity) and value.dimension.split(":")[0] in known for value in values)


def is_denied(statement: Statement, each: Comparative) -> bool:
    """Tell whether a comparison is denied, other than by what it is read as."""
    if each.denied:
        return False
    number = each.degree if each.degree >= 0 else each.differential
    place = statement.units[number]
    sought = any(unit.negated and unit.focus for unit in statement.units[:number])  # "does not seek to rely more"
    return statement.frames[place.clause].denied or place.negated or sought


def _crossed(
    said: Statement, stated: Statement, chosen: Sequence[Match | None], each: Comparative, other: Comparative
) -> bool | None:
    """Tell whether what one compares the other compares with; None where they do not compare the same things."""
    left, right = _matched(chosen, each.comparee), _matched(chosen, each.standard)
    above, below = set(other.comparee) - set(other.standard), set(other.standard) - set(other.comparee)
    right -= {number for number in right if number in other.comparee and _since(stated.units[number])}
    both = bool(right) and bool(below)
    named = any(said.units[number].kind == "name" for number in each.standard)  # another one, not what was before
    if each.extreme and other.extreme:
        return _crossed_at_the_top(said, chosen, each, left, above, below)
    alike = bool(left & above) and (bool(right & below) if both else right == below == set() and not named)
    alike = alike and (both or not _has_its_own_standard(said, chosen, each))
    crossed = both and bool(left & below) and bool(right & above)
    return None if alike == crossed else crossed


def _has_its_own_standard(said: Statement, chosen: Sequence[Match | None], each: Comparative) -> bool:
    """Tell whether a comparison is with a thing, not with an earlier time, that a wording lacks: "below the festival's best"."""
    return not each.earlier and any(
        chosen[at] is None
        and said.units[at].kind == "word"
        and said.units[at].pos == "n"
        and said.units[at].weight >= 1
        for at in each.standard
    )


def _since(unit: Unit) -> bool:
    """Tell whether a date is that from which on a change is told: "has tripled since 2010"."""
    return unit.kind == "date" and unit.role in ("since", "from")


def _crossed_at_the_top(
    said: Statement,
    chosen: Sequence[Match | None],
    each: Comparative,
    left: set[int],
    above: set[int],
    below: set[int],
) -> bool | None:
    """Tell whether what a sentence has as the largest is one of those that the wording sets behind it."""
    subjects = [number for number in each.comparee if said.units[number].role == "s"]
    own = _matched(chosen, [number for number in subjects if said.units[number].kind == "name"] or subjects)
    if own & below and not own & above:
        return True
    return None if own & below or not left & above else False


def _crossed_in_time(
    said: Statement, stated: Statement, chosen: Sequence[Match | None], each: Comparative, other: Comparative
) -> bool | None:
    """Tell whether one compares then with now and the other now with then: "fewer in 2019 than now", "more than in 2019"."""
    one, two = _times(said, each.comparee), _times(said, each.standard)
    given, against = _times(stated, other.comparee), _times(stated, other.standard)
    then, now = {match.stated for number in one if (match := chosen[number])}, two - _dated(said, two)
    if then & against and (now or not each.standard) and not given and _same_things(said, stated, chosen, each, other):
        return True
    before = {match.stated for number in two if (match := chosen[number])}
    if before & given and not one and (not other.standard or against - _dated(stated, against)):
        return True if _same_things(said, stated, chosen, each, other) else None
    return None


def _times(statement: Statement, units: Sequence[int]) -> set[int]:
    """Return the dates of a side of a comparison, and the words that stand for one: "now", "before"."""
    return {
        number
        for number in units
        if statement.units[number].kind == "date" or not BASELINES.isdisjoint(statement.units[number].lemma.split())
    }


def _dated(statement: Statement, units: set[int]) -> set[int]:
    return {number for number in units if statement.units[number].kind == "date"}


def _same_things(
    said: Statement, stated: Statement, chosen: Sequence[Match | None], each: Comparative, other: Comparative
) -> bool:
    """Tell whether two comparisons over time are of the same things."""
    things = set(each.comparee) - _times(said, each.comparee)
    weighty = [number for number in things if said.units[number].weight >= 1]
    reach = set(other.comparee) | {number for frame in stated.frames for number in frame.subject}
    return bool(weighty) and all(
        (match := chosen[number]) and match.level > Level.SCENE and match.stated in reach for number in weighty
    )


def _outcome(said: Statement, stated: Statement, each: Comparative, other: Comparative, crossed: bool) -> int:
    if ALMOST in (each.way, other.way):
        return 0
    if {SAME, DIFFERENT} & {each.way, other.way}:
        return 1 if each.way == other.way else -1 if SAME in (each.way, other.way) else 0
    turned = _from_the_other_end(said, stated, each, other)
    if (each.way == other.way) == (crossed != turned):
        return -1
    if each.ratio or other.ratio:
        return _same_ratio(said, stated, each, other) if not crossed else 0
    one, two = _amount(said, each), _amount(stated, other)
    if one is None:
        return 1
    if two is None:
        return 0
    alike = one.dimension == two.dimension and one.change == two.change
    if alike and not crossed and quantities.compare(one, two) in RIGHT:
        return 1
    ratios = one.dimension in ("times", "share") and not one.change and not two.change
    if not ratios:
        return (1 if quantities.compare(one, two) in RIGHT else -1) if alike else 0
    value = _ratio(two)
    value = 1 / value if crossed and value else value
    scale = 100.0 if one.dimension == "share" else 1.0
    return 1 if quantities.compare(one, reckoned(one, value * scale)) in RIGHT else -1


def _from_the_other_end(said: Statement, stated: Statement, each: Comparative, other: Comparative) -> bool:
    """Tell whether opposite words are graded: "more unequal" is "less equal"; of "hotter" and "cooler" each has its way."""
    if each.degree < 0 or other.degree < 0:
        return False
    one, two = said.units[each.degree], stated.units[other.degree]
    graded = one.pos == two.pos == "a" and not words.way(one.lemma) and not words.way(two.lemma)
    return graded and words.contrary((one.lemma, one.pos), (two.lemma, two.pos))


def _same_ratio(said: Statement, stated: Statement, each: Comparative, other: Comparative) -> int:
    """Compare how many times what it was a thing is: "doubled", "a twofold rise", "rose by 100 percent"."""
    ratios = []
    for statement, one in ((said, each), (stated, other)):
        amount = _amount(statement, one)
        multiple = amount is not None and amount.dimension in ("times", "share") and not amount.change
        told = 0.0 if amount is None else _ratio(amount) if multiple else multiples.of_change(amount, one.way)
        ratios.append(one.ratio or told)
    if not ratios[0]:
        return 1 if _amount(said, each) is None else 0
    if not ratios[1]:
        return 0
    return 1 if _CLOSE < ratios[0] / ratios[1] < 1 / _CLOSE else -1


def _ratio(amount: Quantity) -> float:
    return amount.low / 100.0 if amount.dimension == "share" else amount.low


def _amount(statement: Statement, each: Comparative) -> Quantity | None:
    value = statement.units[each.differential].value if each.differential >= 0 else None
    return value if isinstance(value, Quantity) else None


def _matched(chosen: Sequence[Match | None], units: Sequence[int]) -> set[int]:
    return {match.stated for number in units if (match := chosen[number])}


def _same_scale(
    said: Statement, stated: Statement, chosen: Sequence[Match | None], each: Comparative, other: Comparative
) -> bool:
    """Tell whether two comparisons measure the same: "longer", "shorter"; "more pupils", "as many pupils"."""
    one = said.units[each.degree] if each.degree >= 0 else None
    two = stated.units[other.degree] if other.degree >= 0 else None
    if one is not None and two is not None and {SAME, DIFFERENT} & {each.way, other.way}:
        return _alike_in(said, stated, chosen, each, other)
    if one is not None and two is not None and _is_amount(one, each) and _is_amount(two, other):
        return _counts_alike(chosen, thing(said, each), thing(stated, other))
    changed = one is not None and two is not None and _is_amount(one, each) and _is_change(two, other)
    then = _from_then(said, stated, chosen, each)
    if changed and then and _amounts_to_it(said, chosen, each, other):
        return True
    if one is None or two is None or {one.lemma, two.lemma} <= _COUNTING:
        return all(unit is None or unit.lemma in _COUNTING for unit in (one, two))
    if surpassing.surpasses(one.lemma) and surpassing.surpasses(two.lemma):
        return True
    grown = then and one.pos == "a" and each.earlier and each.differential >= 0 and bool(words.way(one.lemma))
    if (grown or _is_change(one, each)) and _is_change(two, other):
        return True  # "twice as high as in 2010", "has doubled since"
    return same_degree(one, two) or words.contrary((one.lemma, one.pos), (two.lemma, two.pos))


def _is_change(unit: Unit, each: Comparative) -> bool:
    """Tell whether a word of degree is a verb or noun of change: "rise", "tripled"; all of them are of what there is."""
    return unit.pos in "vn" and each.earlier and bool(each.ratio or words.way(unit.lemma))


def _alike_in(
    said: Statement, stated: Statement, chosen: Sequence[Match | None], each: Comparative, other: Comparative
) -> bool:
    """Tell whether what two things have alike is what they are compared in: "the same engine", "a stronger engine"."""
    one, two = said.units[each.degree], stated.units[other.degree]
    ours, theirs = thing(said, each), thing(stated, other)
    match = chosen[ours] if ours >= 0 else None
    if theirs >= 0 and (match is None or match.stated != theirs):
        return False
    plain = (own := chosen[each.degree]) is not None and not stated.units[own.stated].comparative
    amounts = _is_amount(one, each) or (plain and _before_adjective(said, one)), _is_amount(two, other)
    if amounts[0] or amounts[1]:
        return all(amounts)
    if likeness.is_likeness(one.lemma) or likeness.is_likeness(two.lemma):
        return theirs >= 0
    return same_degree(one, two) or words.contrary((one.lemma, one.pos), (two.lemma, two.pos))


def _is_amount(unit: Unit, each: Comparative) -> bool:
    """Tell whether a comparison is of how many or how much: "more", "as many", "the same number of", "the most books"."""
    return unit.lemma in _COUNTING or likeness.is_amount(unit.lemma) or (each.extreme and unit.pos == "n")


def _counts_alike(chosen: Sequence[Match | None], ours: int, theirs: int) -> bool:
    """Tell whether two comparisons of amounts count the same, as far as both say what."""
    match = chosen[ours] if ours >= 0 else None
    return ours < 0 or theirs < 0 or (match is not None and match.stated == theirs)


def _amounts_to_it(said: Statement, chosen: Sequence[Match | None], each: Comparative, other: Comparative) -> bool:
    """Tell whether what there is more of is what has changed: "costs three times as much", "the price has tripled"."""
    counted = thing(said, each)
    number = counted if counted >= 0 else said.frames[said.units[each.degree].clause].verb
    match = chosen[number] if number >= 0 else None
    return match is not None and match.level >= Level.NEAR and match.stated in other.comparee


def _from_then(said: Statement, stated: Statement, chosen: Sequence[Match | None], each: Comparative) -> bool:
    """Tell whether the dates that one compares with are those from which on a change is told: "as in 2010", "since 2010"."""
    dates = [chosen[number] for number in each.standard if said.units[number].kind == "date"]
    return all(match is not None and _since(stated.units[match.stated]) for match in dates)


def _before_adjective(statement: Statement, unit: Unit) -> bool:
    """Tell whether "more" stands before an adjective that it may or may not compare: "more frozen meals"."""
    return statement.text[: unit.start].lower().rstrip().endswith((" more", " less", " fewer"))


def thing(statement: Statement, each: Comparative) -> int:
    """Return the noun that a word of degree stands before or is, "a stronger engine", "the most books", or -1."""
    if statement.units[each.degree].pos == "n":
        return statement.heads[each.degree]
    number = each.degree + 1
    if number >= len(statement.units) or statement.units[number].pos not in "na":
        return -1
    between = statement.text[statement.units[each.degree].end : statement.units[number].start]
    return statement.heads[number] if not between.strip() else -1


def same_degree(unit: Unit, other: Unit) -> bool:
    """Tell whether two words of degree are the same or measure the same: "bigger", "largest"; "hotter", "coolest"."""
    if unit.lemma == other.lemma:
        return True
    measured = {name for name, _ in measures(unit.lemma)}
    if measured and measured == {name for name, _ in measures(other.lemma)}:
        return True
    one, two = words.sense(unit.lemma, "a"), words.sense(other.lemma, "a")
    return bool(({one.own} | one.rows | one.near) & ({two.own} | two.rows | two.near))
