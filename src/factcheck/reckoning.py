"""Reckon a sentence's comparisons by the figures of a wording: "€800 dearer" against two prices.

A comparison is borne out, denied, or left open. The figures are those of the comparee and of the standard, or a figure and
the earlier one that the wording sets it against.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck import (
    backward,
    bearing,
    elapsed,
    enumerations,
    extents,
    juxtaposed,
    leftovers,
    payers,
    presently,
    rankings,
    reach,
    reversals,
    shares,
    standings,
    streaks,
    turnover,
    unrivalled,
)
from factcheck.alignment import Level, Match
from factcheck.conflicts.places import Conflict
from factcheck.details import holders, quantities
from factcheck.details.comparatives import BASELINES, Comparative, grades, measures
from factcheck.details.measures import Quantity
from factcheck.findings import RIGHT, Relation
from factcheck.levels import comparable, mentioned
from factcheck.reckonings import Reckoning, joined
from factcheck.statement import Statement, Unit
from factcheck.traits import FIGURE

_WHOLE = 100.0
_RATES = frozenset(
    ("rate", "share", "proportion", "percentage", "probability", "likelihood", "risk", "average", "density", "ratio")
)
_BY = re.compile(r"\bby (?:[a-z]+ ){0,3}$")
_MORE = (backward.judge, presently.judge, reversals.judge, elapsed.judge, juxtaposed.judge)  # what else figures tell
_NUMBERS = frozenset(("number", "numbers", "total", "totals", "count", "counts", "figures"))
_POINTING = frozenset(
    ("the", "same", "this", "that", "a")
)  # "the same time": words of what was before say no more by them


def reckon(said: Statement, stated: Statement, chosen: Sequence[Match | None]) -> Reckoning:
    """Judge each comparison of a sentence by the figures of a wording."""
    plain, chosen = chosen, elapsed.dated(said, stated, chosen)
    figures = stated.holdings or stated.portions or stated.lists or stated.comparatives
    streak = streaks.judge(said, stated)
    borne: dict[int, Match] = unrivalled.bests(said, stated)
    borne |= {number: match for number, match in enumerate(chosen) if match and match is not plain[number]}
    if not said.comparatives and not figures:
        return joined(Reckoning(borne), streak)
    conflicts: list[Conflict] = []
    settled: set[int] = set()
    for each in said.comparatives:
        unread = standings.is_denied(said, each) or _is_of_a_change(said, each)
        outcomes = [] if unread else _outcomes(said, stated, chosen, each)
        good = next(
            (
                at
                for outcome, at in outcomes
                if outcome > 0
                and _is_of_the_thing(said, stated, chosen, each, at)
                and not (each.earlier and payers.is_anothers(said, stated, chosen, each, at))
            ),
            None,
        )
        if good is not None:
            borne.update(dict.fromkeys(_parts(said, chosen, each), Match(good, Level.FAMILY, Relation.ENTAILS)))
        elif ranked := _by_rank(said, stated, chosen, each):
            way, told = ranked
            if way > 0:
                borne.update(told)
            else:
                conflicts.append(Conflict("order", each.degree, min(match.stated for match in told.values())))
                settled |= set(told)
        elif (
            all(outcome < 0 for outcome, _ in outcomes)
            and _speak_of_it(stated, chosen, each, outcomes)
            and _is_of_the_thing(said, stated, chosen, each, outcomes[0][1])
        ):
            place = each.degree if each.degree >= 0 else each.differential
            conflicts.append(Conflict("order", place, outcomes[0][1]))
            settled |= {*each.standard, *((each.differential,) if each.differential >= 0 else ())}
    portions = shares.judge(said, stated, chosen)
    borne = portions.borne | borne
    conflicts += portions.conflicts
    settled |= portions.settled
    borne.update(enumerations.borne(said, stated))
    borne.update(rankings.records(said, stated, chosen))
    borne.update(rankings.counted(said, stated, chosen))
    reckoned = joined(
        Reckoning(borne, tuple(conflicts), frozenset(settled)),
        unrivalled.counted(said, stated, chosen),
        payers.judge(said, stated, chosen),
        turnover.judge(said, stated, chosen),
    )
    if FIGURE not in said.traits:
        return joined(reckoned, streak)
    rest = leftovers.judge(said, stated, chosen)
    more = (judge(said, stated, chosen) for judge in _MORE)
    found = joined(reckoned, extents.judge(said, stated), streak, rest, *more)
    turned = {conflict.said for conflict in rest.conflicts}  # three that are filled are not the three that are empty
    return found._replace(borne={number: match for number, match in found.borne.items() if number not in turned})


def _is_of_a_change(said: Statement, each: Comparative) -> bool:
    """Tell whether it is a change that is said to be more or less, not what changed: "rose, this time by a little less than before"."""
    before = said.text[: said.units[each.degree].start].lower() if each.degree >= 0 and each.differential < 0 else ""
    return bool(_BY.search(before)) and said.units[each.degree].lemma in ("more", "less")


def _speak_of_it(
    stated: Statement, chosen: Sequence[Match | None], each: Comparative, outcomes: Sequence[tuple[int, int]]
) -> bool:
    """Tell whether what clashes with a comparison is not of another: "ten were lower, only the Esk was higher" has "higher" too."""
    match = chosen[each.degree] if each.degree >= 0 else None
    told = match is not None and match.level is Level.SAME and not match.opposite
    partner = stated.units[match.stated] if told and match is not None else None
    here = {stated.units[number].clause for _, number in outcomes}
    apart = partner is not None and partner.role == "v" and partner.clause not in here
    elsewhere = apart or (partner is not None and partner.comparative)
    return bool(outcomes) and (not elsewhere or any(match and match.stated == number for _, number in outcomes))


def _is_of_the_thing(
    said: Statement, stated: Statement, chosen: Sequence[Match | None], each: Comparative, place: int
) -> bool:
    """Tell whether what there is more or less of is told where the wording clashes: fewer passengers are no less revenue."""
    noun = standings.thing(said, each) if each.degree >= 0 else -1
    counts = each.degree >= 0 and said.units[each.degree].lemma in ("more", "less")
    if not counts or noun < 0 or said.units[noun].kind != "word" or said.units[noun].weight < 1:
        return True
    match = chosen[noun]
    near = reach.of_clause(stated, stated.units[place].clause)
    if match is None or match.level <= Level.SCENE or match.stated not in near:
        return False
    theirs = [other for other in stated.comparatives if place in (other.degree, other.differential)]
    return not theirs or match.stated <= place + 1 or any(match.stated in other.comparee for other in theirs)


def _by_rank(
    said: Statement, stated: Statement, chosen: Sequence[Match | None], each: Comparative
) -> tuple[int, dict[int, Match]] | None:
    way, told = (0, {}) if standings.is_denied(said, each) else rankings.judge(said, stated, chosen, each)
    return (way, told) if way else None


def _outcomes(
    said: Statement, stated: Statement, chosen: Sequence[Match | None], each: Comparative
) -> list[tuple[int, int]]:
    """Return what the figures and comparisons of a wording say of one comparison: 1, -1 or 0, each with the unit that says so."""
    if each.extreme:
        return _extremes(said, stated, chosen, each) + standings.judge(said, stated, chosen, each)
    found = [
        (bearing.outcome(said, each, one, other), number) for one, other, number in _pairs(said, stated, chosen, each)
    ]
    found += _changes(said, stated, chosen, each)
    told = standings.judge(said, stated, chosen, each)
    return found + [each for each in told if each[0] or not found]  # figures settle what a comparison leaves open


def _parts(said: Statement, chosen: Sequence[Match | None], each: Comparative) -> Iterator[int]:
    """Yield the units that a comparison is made of, but for the comparee and what nothing in the wording says of the standard."""
    yield from (unit for unit in (each.degree, each.differential) if unit >= 0)
    yield from (unit for unit in each.standard if chosen[unit] is not None or _goes_without_saying(said.units[unit]))
    if each.degree > 0 and grades(said.units, each.degree - 1):
        yield each.degree - 1


def _goes_without_saying(unit: Unit) -> bool:
    """Tell whether a unit of a standard adds nothing to it: a date, what was before or is usual, the verb of "what A paid"."""
    own = set(unit.lemma.split()) - _POINTING
    return unit.kind == "date" or unit.pos == "v" or not unit.weight or own <= BASELINES


def _pairs(
    said: Statement, stated: Statement, chosen: Sequence[Match | None], each: Comparative
) -> Iterator[tuple[Quantity, Quantity, int]]:
    """Yield (figure of the comparee, figure of the standard, unit of the first) for all that the wording may mean."""
    left, right = _matched(chosen, each.comparee), _matched(chosen, each.standard)
    left, right = mentioned(stated, left - right), mentioned(stated, right - left)
    if not left or _is_of_another_date(said, stated, chosen, each) or _counts_another(said, stated, chosen, each):
        return
    for one in stated.holdings:
        if not left.intersection(one.holders) or not measured(said, stated, each, one.figure):
            continue
        if any(portion.whole == one.figure for portion in stated.portions):
            continue  # of 240 patients 90 had the drug
        for other in stated.holdings:
            set_against = one.baseline == other.figure if each.earlier else _is_of(other, right, left, one)
            counted = stated.heads[one.figure] in left and stated.heads[other.figure] in right
            if set_against and (counted or comparable(stated, one.figure, other.figure)):
                yield _value(stated, one.figure), _value(stated, other.figure), one.figure


def _counts_another(said: Statement, stated: Statement, chosen: Sequence[Match | None], each: Comparative) -> bool:
    """Tell whether a comparison counts what the wording does not have: "more cakes than rolls", "pays more than before"."""
    counting = each.degree >= 0 and said.units[each.degree].lemma in ("more", "less", "many", "much", "few")
    thing = standings.thing(said, each) if counting else -1
    if thing < 0 or not said.units[thing].weight:
        return standings.does_another(said, stated, chosen, each)
    match = chosen[thing]
    return match is None or not (match.level >= Level.NEAR or _is_the_number_of(stated.units[match.stated], match))


def _is_the_number_of(unit: Unit, match: Match) -> bool:
    """Tell whether a word is for how many there are of the things that it begins with: "visitor numbers"."""
    return match.level is Level.PART and unit.lemma.rpartition(" ")[2] in _NUMBERS


def _is_of_another_date(said: Statement, stated: Statement, chosen: Sequence[Match | None], each: Comparative) -> bool:
    """Tell whether a comparison is with another date than the one that the wording's are with."""
    if not any(said.units[number].kind == "date" and chosen[number] is None for number in each.standard):
        return False
    against = {number for other in stated.comparatives for number in other.standard}
    earlier = {holding.baseline for holding in stated.holdings}
    against |= {n for holding in stated.holdings if holding.figure in earlier for n in holding.holders}
    return any(stated.units[number].kind == "date" for number in against)


def _is_of(other: holders.Holding, right: set[int], left: set[int], one: holders.Holding) -> bool:
    """Tell whether one figure is the comparee's and not the standard's, the other the standard's and not the comparee's."""
    own, theirs = set(one.holders), set(other.holders)
    return bool(left & (own - theirs)) and bool(right & (theirs - own))


def _changes(
    said: Statement, stated: Statement, chosen: Sequence[Match | None], each: Comparative
) -> list[tuple[int, int]]:
    """Judge a comparison with what was before by the changes that the wording tells: "four points down on 2022"."""
    left = _matched(chosen, each.comparee)
    if not each.earlier or _is_of_another_date(said, stated, chosen, each):
        return []
    amount = said.units[each.differential].value if each.differential >= 0 else None
    found = []
    for holding in stated.holdings:
        if not holding.way or not left.intersection(holding.holders):
            continue
        value = _value(stated, holding.figure)
        if not isinstance(amount, Quantity):
            if not _is_of_all(said, chosen, each, holding) or not measured(said, stated, each, holding.figure):
                continue
            good = holding.way == each.way and _is_ratio(each, value)
            found.append((1 if good else -1, holding.figure))
        elif amount.dimension == value.dimension:
            relation = quantities.compare(amount, value)
            same = relation in RIGHT
            if same or holding.way == each.way:
                found.append(
                    (
                        1 if same and holding.way == each.way else -1 if relation is not Relation.UNSTATED else 0,
                        holding.figure,
                    )
                )
    return found


def _extremes(
    said: Statement, stated: Statement, chosen: Sequence[Match | None], each: Comparative
) -> list[tuple[int, int]]:
    """Judge "the largest" by a list of figures of one kind: the comparee's against all others."""
    left = _matched(chosen, each.comparee)
    found = []
    for one in stated.holdings:
        rivals = [
            other for other in stated.holdings if other is not one and comparable(stated, one.figure, other.figure)
        ]
        own = set(one.holders).difference(*(other.holders for other in rivals))
        theirs = {holder for other in rivals for holder in other.holders} - set(one.holders)
        if not rivals or one.baseline >= 0 or any(other.baseline >= 0 for other in rivals):
            continue
        if not all(_is_of_another_name(stated, left, other) for other in rivals):
            continue
        if _value(stated, one.figure).dimension == "length" and chosen[each.degree] is None:
            continue  # some length, but not whether it is a depth
        if not left & own or left & theirs or not measured(said, stated, each, one.figure):
            continue
        figures = [_value(stated, other.figure).low for other in rivals]
        here = _value(stated, one.figure)
        top = here.low > max(figures) if bearing.way_of(said, each, here) == "up" else here.low < min(figures)
        found.append((1 if top else -1, one.figure))
    return found


def _is_of_another_name(stated: Statement, left: set[int], other: holders.Holding) -> bool:
    """Tell whether a figure belongs to something with a name of its own, where what is compared has one."""
    named = any(stated.units[number].kind == "name" for number in left)
    return not named or any(stated.units[number].kind == "name" for number in set(other.holders) - left)


def _is_ratio(each: Comparative, change: Quantity) -> bool:
    """Tell whether a change in percent is what a word such as "tripled" says, where there is such a word."""
    if not each.ratio:
        return True
    after = 1 + change.low / _WHOLE if each.way == "up" else 1 - change.low / _WHOLE
    return change.dimension == "share" and bearing.DOUBLE_LOW <= after / each.ratio <= bearing.DOUBLE_HIGH


def _is_of_all(said: Statement, chosen: Sequence[Match | None], each: Comparative, holding: holders.Holding) -> bool:
    """Tell whether a figure is of all that a sentence compares, not only of some of its words."""
    weighty = (number for number in each.comparee if said.units[number].weight >= 1 and said.units[number].pos in "na")
    return all((match := chosen[number]) and match.stated in holding.holders for number in weighty)


def _matched(chosen: Sequence[Match | None], units: Sequence[int]) -> set[int]:
    return {match.stated for number in units if (match := chosen[number]) and match.level > Level.SCENE}


def _value(stated: Statement, figure: int) -> Quantity:
    value = stated.units[figure].value
    assert isinstance(value, Quantity)
    return value


def measured(said: Statement, stated: Statement, each: Comparative, figure: int) -> bool:
    """Tell whether a figure is in a dimension that the word of degree, and the amount, can measure."""
    dimension = _value(stated, figure).dimension.split(":")[0]
    known = measures(said.units[each.degree].lemma) if each.degree >= 0 else ()
    amount = bearing.amount_of(said, each, _value(stated, figure))
    if dimension == "count" and not _RATES.isdisjoint(said.units[number].lemma for number in each.comparee):
        return False  # who counts more need not have the higher rate
    fits = not isinstance(amount, Quantity) or amount.dimension in ("times", "share", _value(stated, figure).dimension)
    if dimension == "time" and not known and not isinstance(amount, Quantity):
        return False  # what rises or falls is no span of time
    return fits and (not known or dimension in [name for name, _ in known])
