"""How one comparison bears on another of the same two things: "A is twice as long as B" says that B is half as long, and shorter."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import words
from factcheck.alignment import Match
from factcheck.details import quantities
from factcheck.details.comparatives import ALMOST, SAME, Comparative, measures
from factcheck.details.measures import Quantity, reckoned
from factcheck.findings import RIGHT
from factcheck.statement import Statement, Unit

_COUNTING = frozenset(("more", "less", "many", "much", "few"))


def judge(
    said: Statement, stated: Statement, chosen: Sequence[Match | None], each: Comparative
) -> list[tuple[int, int]]:
    """Return what each comparison of a wording says of one of the sentence: 1, -1 or 0, with the unit that says so."""
    found = []
    for other in stated.comparatives:
        crossed = _crossed(chosen, each, other)
        if (
            crossed is None
            or is_denied(stated, other)
            or each.extreme != other.extreme
            or not _same_scale(said, stated, each, other)
        ):
            continue
        place = other.degree if other.degree >= 0 else other.differential
        if place >= 0:
            found.append((_outcome(said, stated, each, other, crossed), place))
    return found


def is_denied(statement: Statement, each: Comparative) -> bool:
    """Tell whether a comparison is denied, other than by what it is read as."""
    if each.denied:
        return False
    number = each.degree if each.degree >= 0 else each.differential
    place = statement.units[number]
    sought = any(unit.negated and unit.focus for unit in statement.units[:number])  # "does not seek to rely more"
    return statement.frames[place.clause].denied or place.negated or sought


def _crossed(chosen: Sequence[Match | None], each: Comparative, other: Comparative) -> bool | None:
    """Tell whether what one compares the other compares with; None where they do not compare the same things."""
    left, right = _matched(chosen, each.comparee), _matched(chosen, each.standard)
    above, below = set(other.comparee) - set(other.standard), set(other.standard) - set(other.comparee)
    both = bool(right) and bool(below)
    alike = bool(left & above) and (bool(right & below) if both else right == below == set())
    crossed = both and bool(left & below) and bool(right & above)
    return None if alike == crossed else crossed


def _outcome(said: Statement, stated: Statement, each: Comparative, other: Comparative, crossed: bool) -> int:
    if ALMOST in (each.way, other.way):
        return 0
    if SAME in (each.way, other.way):
        return 1 if each.way == other.way else -1
    if (each.way == other.way) == crossed:
        return -1
    if each.ratio or other.ratio:
        return 0
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


def _ratio(amount: Quantity) -> float:
    return amount.low / 100.0 if amount.dimension == "share" else amount.low


def _amount(statement: Statement, each: Comparative) -> Quantity | None:
    value = statement.units[each.differential].value if each.differential >= 0 else None
    return value if isinstance(value, Quantity) else None


def _matched(chosen: Sequence[Match | None], units: Sequence[int]) -> set[int]:
    return {match.stated for number in units if (match := chosen[number])}


def _same_scale(said: Statement, stated: Statement, each: Comparative, other: Comparative) -> bool:
    """Tell whether two comparisons measure the same: "longer", "shorter"; "more pupils", "as many pupils"."""
    one = said.units[each.degree] if each.degree >= 0 else None
    two = stated.units[other.degree] if other.degree >= 0 else None
    if one is None or two is None or {one.lemma, two.lemma} <= _COUNTING:
        return all(unit is None or unit.lemma in _COUNTING for unit in (one, two))
    return same_degree(one, two) or words.contrary((one.lemma, one.pos), (two.lemma, two.pos))


def same_degree(unit: Unit, other: Unit) -> bool:
    """Tell whether two words of degree are the same or measure the same: "bigger", "largest"; "hotter", "coolest"."""
    if unit.lemma == other.lemma:
        return True
    measured = {name for name, _ in measures(unit.lemma)}
    if measured and measured == {name for name, _ in measures(other.lemma)}:
        return True
    one, two = words.sense(unit.lemma, "a"), words.sense(other.lemma, "a")
    return bool(({one.own} | one.rows | one.near) & ({two.own} | two.rows | two.near))
