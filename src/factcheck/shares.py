"""Shares of a whole: "half", "most of", "ten of the 15" against the portions that a wording gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck import sharing
from factcheck.alignment import Level, Match
from factcheck.conflicts.places import Conflict
from factcheck.derivations import denies
from factcheck.details import possessives
from factcheck.details.measures import Quantity, compare_reckoned, reckoned
from factcheck.details.portions import RESTS, THE_REST, Portion
from factcheck.findings import RIGHT, Relation
from factcheck.reckonings import NOTHING, Reckoning
from factcheck.statement import Statement, Unit

_WHOLE = 100.0
_JOINTS = re.compile(r"[,;]|\b(?:and|but|while|whereas)\b")
_BOUNDS = {"most": (50.0, 101.0), "few": (0.0, 50.0), "half": (45.0, 55.0)}  # percent that a quantifier stands for
_QUANTIFYING = ("most", "majority", "minority", "half")  # last or first words of a quantifier that is a unit of its own


def judge(said: Statement, stated: Statement, chosen: Sequence[Match | None]) -> Reckoning:
    """Judge the shares and quantifiers of a sentence by those of a wording."""
    if not stated.portions and not stated.holdings:
        return NOTHING
    borne: dict[int, Match] = {}
    conflicts: list[Conflict] = []
    settled: set[int] = set()
    for number, unit in enumerate(said.units):
        bounds = _BOUNDS.get(unit.scope)
        noun = possessives.owned(said.text, said.heads, said.units, number) if bounds else number
        found = _quantified(said, stated, chosen, noun) if bounds else None
        if bounds and found:
            share, match = found
            if bounds[0] < share < bounds[1]:
                borne |= dict.fromkeys((number, *_quantifier(said, number)), match._replace(relation=Relation.ENTAILS))
            else:
                conflicts.append(Conflict("scope", number, match.stated))
                settled.update(_quantifier(said, number))
        figures = _figures(said, stated, chosen, number) if unit.kind == "quantity" and stated.portions else ()
        for relation, place in figures:
            if relation in RIGHT:
                borne[number] = Match(place, Level.FAMILY, Relation.ENTAILS)
            elif relation is Relation.CONFLICTS and chosen[number] is None:
                conflicts.append(Conflict("quantity", number, place))
    if borne and not conflicts and denies(said) != denies(stated):
        borne |= _turned(said, stated, chosen)
    return Reckoning(borne, tuple(conflicts), frozenset(settled))


def _turned(said: Statement, stated: Statement, chosen: Sequence[Match | None]) -> dict[int, Match]:
    """Return what one side alone denies, of the rest of the whole: "92 percent are not imported"."""
    return {
        number: match._replace(relation=Relation.ENTAILS)
        for number, (unit, match) in enumerate(zip(said.units, chosen, strict=True))
        if match and unit.negated != stated.units[match.stated].negated
    }


def _quantified(
    said: Statement, stated: Statement, chosen: Sequence[Match | None], number: int
) -> tuple[float, Match] | None:
    """Return the share that a wording gives of a noun that a quantifier limits, with the noun's match."""
    match = chosen[number]
    if match is None or said.units[number].negated:
        return None
    share = None if any(each.opening >= 0 for each in stated.portions) else _percentage(said, stated, match.stated)
    if share is None:
        portions = [each for each in stated.portions if _is_of(said, stated, chosen, number, each)]
        share = _told(said, stated, portions[0].share, _WHOLE) if len(portions) == 1 else None
    return None if share is None else (share, match)


def _quantifier(said: Statement, number: int) -> Iterator[int]:
    """Yield the unit of "most of", "the majority of" before the noun that it limits."""
    for before in range(max(number - 3, 0), number):
        words = said.units[before].lemma.split()
        if said.units[before].kind == "word" and (words[0] in _QUANTIFYING or words[-1] in _QUANTIFYING):
            yield before


def _percentage(said: Statement, stated: Statement, partner: int) -> float | None:
    """Return the only percentage that a wording gives of a thing; its complement where one side alone denies."""
    shares = [
        value.low
        for holding in stated.holdings
        if partner in holding.holders
        and isinstance(value := stated.units[holding.figure].value, Quantity)
        and value.dimension == "share"
        and not value.change
        and stated.heads[holding.figure] == partner
    ]
    return _told(said, stated, shares[0], _WHOLE) if len(shares) == 1 else None


def _told(said: Statement, stated: Statement, value: float, whole: float) -> float:
    """Return a part, or what it leaves of the whole where one side alone denies."""
    return whole - value if denies(said) != denies(stated) else value


def _figures(
    said: Statement, stated: Statement, chosen: Sequence[Match | None], number: int
) -> Iterator[tuple[Relation, int]]:
    """Yield how a share or a count of the sentence stands to a portion of the wording."""
    value = said.units[number].value
    own = next((each for each in said.portions if each.figure == number), None)
    noun = said.heads[own.whole] if own else possessives.counted(said.text, said.heads, said.units, number)
    if not isinstance(value, Quantity) or value.change or value.dimension not in ("share", "count") or noun == number:
        return
    if any(each.whole == number for each in said.portions):
        return
    portions = [each for each in stated.portions if _is_of(said, stated, chosen, noun, each)]
    rest = denies(said) != denies(stated) or bool(THE_REST.search(said.text))
    if len(portions) != 1 or (value.dimension == "count" and not own and not rest):
        return
    each = portions[0]
    part, whole = (each.share, _WHOLE) if value.dimension == "share" else (each.amount, each.total)
    result = _told(said, stated, part, whole)
    if stated.units[each.figure].lemma in RESTS:
        result *= sharing.part(said, stated)
    if result:
        yield compare_reckoned(value, reckoned(value, result)), each.figure


def _is_of(said: Statement, stated: Statement, chosen: Sequence[Match | None], noun: int, each: Portion) -> bool:
    """Tell whether a portion is of the noun, and of whom the sentence speaks."""
    match = chosen[noun]
    if match is None or match.stated != stated.heads[each.whole] or match.level < Level.NEAR:
        return False
    if each.opening < 0:
        return True
    told = [
        other.stated
        for unit, other in zip(said.units, chosen, strict=True)
        if other and other.stated > each.opening and _tells(unit)
    ]
    here = [number for number in told if _segment(stated, number) == _segment(stated, each.figure)]
    elsewhere = [number for number in told if number not in here and _limits_the_whole(stated, each, number)]
    return bool(here) and len(here) + len(elsewhere) == len(told)


def _tells(unit: Unit) -> bool:
    """Tell whether a word may tell whose portion a sentence speaks of: "women" as much as "imported"."""
    return unit.kind in ("word", "name") and (unit.weight >= 1 if unit.role == "v" else unit.weight > 0)


def _segment(stated: Statement, number: int) -> int:
    """Return in which stretch between commas and conjunctions a unit stands."""
    return len(_JOINTS.findall(stated.text[: stated.units[number].start]))


def _limits_the_whole(stated: Statement, each: Portion, number: int) -> bool:
    """Tell whether a word only says more of the whole: "8 percent of the wheat used by the mill"."""
    return _segment(stated, number) == _segment(stated, each.whole) and stated.units[number].role != "v"
