"""Comparatives: what a sentence says is more or less than what, and by how much.

The terms are those of grammar: the comparee is what is compared, the standard what it is compared with, the degree the
word that says how ("dearer", "more"), the differential the amount ("€800 dearer", "twice as long", "grew by a third").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck import words
from factcheck.details import multiples
from factcheck.details.order import Link
from factcheck.details.quantities import Quantity
from factcheck.draft import Draft, DraftUnit
from factcheck.tables import kinds, rows

if TYPE_CHECKING:
    from factcheck.statement import Unit

SAME, ALMOST = "same", "almost"  # the ways of "as long as" and "almost as long as"
DIFFERENT = "different"  # the way of what is not the same, whichever is more
_SHORT_OF = ("almost", "nearly")
_DENYING = ("not", "n't", "never", "nowhere", "hardly")
_EXTREMES = {"most": "up", "least": "down", "fewest": "down"}
_SECOND = 2
_PARTITIVE = 3  # tokens before a superlative in which "one of the", "among the" may stand
_AGAIN_REACH = 6  # tokens behind a share in which an "again" makes it one on top of the whole, where nothing follows
_AS_REACH = 9  # tokens between the two parts of "as … as"
_AMOUNT_REACH = 20  # the same for "as many … as", which may have a whole clause between
BASELINES = frozenset(
    (
        "before",
        "previous",
        "previously",
        "now",
        "normal",
        "normally",
        "average",
        "usual",
        "usually",
        "earlier",
        "ever",
        "past",
        "last",
        "prior",
        "today",
        "currently",
        "current",
        "then",
        "year",
        "month",
        "week",
        "day",
        "season",
        "time",
        "level",
        "again",
    )
)  # words that stand for an earlier or usual figure of the same thing


class Comparative(NamedTuple):
    """One comparison, its parts as indexes of units; -1 and () where it has none.

    `way` is "up", "down", SAME or ALMOST; `earlier` marks a standard that is an earlier or usual figure of the comparee, or not said;
    `extreme` a comparee that is more so than all others ("the largest", "the cheaper of the two");
    `ratio` is what the comparee is of the standard where a word says so ("doubled": 2).
    """

    way: str
    comparee: tuple[int, ...]
    standard: tuple[int, ...]
    degree: int
    differential: int = -1
    earlier: bool = False
    extreme: bool = False
    ratio: float = 0.0
    denied: bool = False  # "not as long as": the negation is in the way
    on_top: bool = False  # "half as many again": the share comes on top of the whole


@lru_cache(maxsize=50_000)
def measures(lemma: str) -> tuple[tuple[str, str], ...]:
    """Return (dimension, way of the figure) for what a word of degree can measure; nothing where it is anything."""
    return tuple((row[0], row[1]) for row in rows("measures") if lemma in row[2].split(", "))


def find(draft: Draft, links: tuple[Link, ...]) -> tuple[Comparative, ...]:
    """Return the comparisons of a sentence."""
    found = [*_than(draft, links), *_as_as(draft), *_equals(draft), *_seconds(draft, links), *_extremes(draft, links)]
    found += _levels(draft)
    taken = {unit for each in found for unit in (each.degree, each.differential)}
    clauses = {draft.units[each.degree].clause for each in found if each.degree >= 0}
    found += [
        each for each in _changes(draft) if each.degree not in taken and draft.units[each.degree].clause not in clauses
    ]
    return tuple(found)


def _than(draft: Draft, links: tuple[Link, ...]) -> Iterator[Comparative]:
    """ "A is €800 dearer than B", "a third more than before"."""
    for link in links:
        if link.kind == "than" and link.measure >= 0 and (way := _way(draft, draft.units[link.measure])):
            differential = _amount_before(draft, link.measure)
            comparee = tuple(unit for unit in link.left if unit != differential)
            earlier = _is_earlier(draft, link.right) and not any(draft.units[unit].kind == "date" for unit in comparee)
            yield Comparative(way, comparee, link.right, link.measure, differential, earlier)


def _levels(draft: Draft) -> Iterator[Comparative]:
    """ "40 cm above its 1990 level", "below average"."""
    for number, unit in enumerate(draft.units):
        if unit.lemma not in ("up", "down") or draft.tokens[unit.first].norm not in ("above", "below"):
            continue
        last = next((at for at in range(unit.last, len(draft.tokens)) if draft.tags[at] in "PCS.;"), len(draft.tokens))
        standard = _units(draft, unit.last, last)
        differential = _amount_before(draft, number)
        comparee = tuple(
            other
            for other in _units(draft, draft.clauses[unit.clause].first, unit.first)
            if other != differential and draft.units[other].pos in "nv"
        )
        if comparee and standard:
            dated = any(draft.units[other].kind == "date" for other in comparee)
            earlier = not dated and _is_earlier(draft, standard)
            yield Comparative(unit.lemma, comparee, standard, number, differential, earlier)


def _extremes(draft: Draft, links: tuple[Link, ...]) -> Iterator[Comparative]:
    """ "The largest", "the most expensive", "the cheaper of the two"; "the largest, ahead of B" names one of the others."""
    rivals = tuple(unit for link in links if link.kind == "order" and link.sign > 0 for unit in link.right)
    for number, unit in enumerate(draft.units):
        following = [token.norm for token in draft.tokens[unit.last : unit.last + 3]]
        of_two = unit.comparative and following[:2] == ["of", "the"]
        before = {token.norm for token in draft.tokens[max(unit.first - _PARTITIVE, 0) : unit.first]}
        if before & {"of", "among"} and unit.superlative:
            continue  # "one of the warmest"
        before_word = draft.tokens[unit.first - 1].norm if unit.first else ""
        most = unit.kind == "word" and unit.pos == "n" and before_word in _EXTREMES and "the" in before
        if not (unit.superlative and unit.rank == 1) and not most and not of_two and not _before_of_two(draft, unit):
            continue
        way = _EXTREMES.get(before_word, "") if most else words.way(unit.lemma)
        if unit.negated and unit.focus:
            way = {"up": "down", "down": "up"}.get(way, "")
        if way:
            comparee = tuple(
                other
                for other, each in enumerate(draft.units)
                if other != number and each.kind in ("name", "word") and each.pos == "n" and other not in rivals
            )
            yield Comparative(way, comparee, rivals, number, extreme=True)


def _before_of_two(draft: Draft, unit: DraftUnit) -> bool:
    """Tell whether "of the two …," opens the sentence of a comparative."""
    return unit.comparative and [token.norm for token in draft.tokens[:3]] in (
        ["of", "the", "two"],
        ["of", "the", "pair"],
    )


def grades(units: Sequence[DraftUnit] | Sequence[Unit], number: int) -> bool:
    """Tell whether a word is the "more" or "less" of the adjective after it: "less equal" is judged by "equal"."""
    after = units[number + 1] if number + 1 < len(units) else None
    return units[number].lemma in ("more", "less") and after is not None and after.comparative and after.pos == "a"


def _is_earlier(draft: Draft, standard: tuple[int, ...]) -> bool:
    """Tell whether a standard is no other thing but an earlier or usual figure."""
    return all(
        draft.units[unit].kind == "date" or not BASELINES.isdisjoint(draft.units[unit].lemma.split())
        for unit in standard
    )


def _way(draft: Draft, unit: DraftUnit) -> str:
    before = draft.tokens[unit.first - 1].norm if unit.first else ""
    way = words.way(unit.lemma) or ("up" if unit.comparative and before in ("more", "less") else "")
    return {"up": "down", "down": "up"}.get(way, "") if before in ("less", "least") else way


def _amount_before(draft: Draft, degree: int) -> int:
    """Return the figure that stands directly before a word of degree, also before the noun that it counts, or -1."""
    unit = draft.units[degree]
    for back in (1, 2):
        number = degree - back
        if number < 0 or draft.units[number].clause != unit.clause:
            break
        value = draft.units[number].value
        if isinstance(value, Quantity) and (value.change or value.dimension in ("times", "share")):
            return number
    return -1


def _as_as(draft: Draft) -> Iterator[Comparative]:
    """ "Twice as long as B", "three times as many nurses as doctors", "half as much"."""
    for number, unit in enumerate(draft.units):
        value = unit.value
        if not isinstance(value, Quantity) or value.dimension not in ("times", "share") or value.change:
            continue
        at = unit.last
        at += [token.norm for token in draft.tokens[at : at + 2]] == ["again", "as"]  # "half again as many"
        if at >= len(draft.tokens) or draft.tokens[at].norm not in ("as", "what", "the", "that"):
            continue
        end = next(
            (
                index
                for index in range(at + 1, min(at + _AS_REACH, len(draft.tokens)))
                if draft.tokens[index].norm == "as"
            ),
            None,
        )
        if draft.tokens[at].norm != "as":
            end = at if value.dimension == "times" else None
        inside = _units(draft, at, end if end is not None else at + 2)
        degree = next((index for index in inside if draft.units[index].pos in "arp"), -1)
        things = tuple(index for index in inside if draft.units[index].pos == "n")
        standard = _units(draft, end, _clause_end(draft, end)) if end is not None else ()
        comparee = things or tuple(index for index in _units(draft, 0, unit.first) if draft.units[index].pos in "nv")
        ratio = value.low / (100 if value.dimension == "share" else 1)
        again = _again(draft, unit.last, end)
        if again >= 0:
            ratio += 1.0
            comparee, standard = tuple(each for each in comparee if each != again), (again, *standard)
        turned = degree >= 0 and words.way(draft.units[degree].lemma) == "down"
        way = "up" if (ratio > 1) != turned else "down"
        if value.dimension == "times" or end is not None or degree >= 0:
            earlier = _is_earlier(draft, standard)
            yield Comparative(way, comparee, standard, degree, number, earlier, on_top=again >= 0)


def _again(draft: Draft, first: int, end: int | None) -> int:
    """Return the "again" of "half as many again as", "half again as many", by which a share comes on top of the whole, or -1."""
    last = end if end is not None else first + _AGAIN_REACH
    inside = (number for number in _units(draft, first, last) if draft.units[number].lemma == "again")
    return next(inside, -1)


def _equals(draft: Draft) -> Iterator[Comparative]:
    """ "As long as B", "exactly as many nurses as doctors"; "not as long as B" is shorter."""
    norms = [token.norm for token in draft.tokens]
    for at, norm in enumerate(norms):
        owner = draft.owner.get(at - 1, -1)
        if norm not in ("as", "so") or (owner >= 0 and draft.units[owner].kind == "quantity"):
            continue
        reach = at + (_AMOUNT_REACH if norms[at + 1 : at + 2] in (["many"], ["much"]) else _AS_REACH)
        end = next((index for index in range(at + 2, min(reach, len(norms))) if norms[index] == "as"), 0)
        inside = _units(draft, at, end) if end else ()
        degree = next((index for index in inside if draft.units[index].pos in "ar"), -1)
        standard = _units(draft, end, _clause_end(draft, end)) if end else ()
        denied = bool(set(norms[max(at - 2, 0) : at]) & set(_DENYING))
        if degree < 0 or not standard or draft.units[degree].superlative or (norm == "so" and not denied):
            continue
        things = tuple(index for index in inside if draft.units[index].pos == "n")
        before = tuple(index for index in _units(draft, 0, at) if draft.units[index].kind in ("name", "word", "date"))
        way = ALMOST if norms[at - 1 : at] and norms[at - 1] in _SHORT_OF else SAME
        if denied:
            way = "down" if words.way(draft.units[degree].lemma) != "down" else "up"
        yield Comparative(way, (*before, *things), standard, degree, -1, _is_earlier(draft, standard), denied=denied)


def _seconds(draft: Draft, links: tuple[Link, ...]) -> Iterator[Comparative]:
    """ "The second-largest lake, after B": B is larger."""
    for link in links:
        degree = next(
            (unit for unit in link.left if draft.units[unit].superlative and draft.units[unit].rank == _SECOND), -1
        )
        own = [number for number, unit in enumerate(draft.units) if unit.superlative and unit.rank == _SECOND]
        degree = own[0] if degree < 0 and own else degree
        way = words.way(draft.units[degree].lemma) if degree >= 0 else ""
        if link.kind == "order" and link.sign < 0 and way:
            yield Comparative(way, link.right, link.left, degree)


def _units(draft: Draft, first: int, last: int) -> tuple[int, ...]:
    return tuple(number for number, unit in enumerate(draft.units) if first <= unit.first < last)


def _clause_end(draft: Draft, at: int) -> int:
    return next(
        (index for index in range(at + 1, len(draft.tokens)) if draft.tokens[index].text in ".;,"), len(draft.tokens)
    )


def _of(draft: Draft, number: int) -> list[int]:
    """Return what a noun of change is a change of: "the doubling of sales in Spain", up to a date."""
    after = range(number + 1, len(draft.units))
    end = next((index for index in after if draft.units[index].kind in ("date", "quantity")), len(draft.units))
    return list(range(number + 1, end))


def _adds(draft: Draft, number: int) -> bool:
    """Tell whether "more" only adds to a count: "hired three more cooks"."""
    unit = draft.units[number]
    counted = number > 0 and draft.units[number - 1].kind == "quantity" and draft.units[number - 1].last == unit.first
    following = number + 1 < len(draft.units) and draft.units[number + 1].first == unit.last
    return unit.lemma == "more" and counted and following and draft.units[number + 1].pos == "n"


def _has_standard(draft: Draft, at: int) -> bool:
    """Tell whether a "than" follows that compares with more than what was before."""
    norms = [token.norm for token in draft.tokens[at : at + 3]]
    return "than" in norms[:2] and not BASELINES.intersection(norms[norms.index("than") + 1 :])


def _changes(draft: Draft) -> Iterator[Comparative]:
    """ "Sales grew by 23,000", "the price was cut", "fell from 6 to 3", "more common": the standard is what was before."""
    for number, unit in enumerate(draft.units):
        way = (
            _way(draft, unit)
            if unit.kind == "word" and (unit.role == "v" or unit.comparative or unit.pos in "nr")
            else ""
        )
        multiple, ratio = multiples.beside(draft, number)
        ratio = ratio or (multiples.of_word(unit.lemma, unit.pos) if unit.kind == "word" else 0.0)
        way = way or ("" if not ratio else "up" if ratio > 1 else "down")
        than = _has_standard(draft, unit.last)
        likened = unit.first > 0 and draft.tokens[unit.first - 1].norm == "as" and unit.lemma in ("many", "much")
        none = unit.first > 0 and draft.tokens[unit.first - 1].norm == "no" and unit.lemma in ("more", "less")
        if (
            not way
            or none  # "no more schools will be closed"
            or likened
            or _adds(draft, number)
            or than
            or grades(draft.units, number)
            or unit.superlative
            or kinds("surpassing").get(unit.lemma) in ("up", "down")  # what outnumbers others did not grow
            or (unit.pos == "n" and unit.role == "v")
        ):
            continue
        own = [index for index, other in enumerate(draft.units) if other.clause == unit.clause and index != number]
        amount = next(
            (
                index
                for index in own
                if isinstance(value := draft.units[index].value, Quantity) and value.change and abs(index - number) <= 2
            ),
            -1,
        )
        amount = amount if amount >= 0 else multiple
        if unit.pos == "n" and ratio:
            own = _of(draft, number)
        elif unit.pos == "n":
            own = [index for index in own if index - number in (-1, 1, 2)]  # "the rise in the price", "price rise"
        comparee = tuple(
            index
            for index in own
            if index != amount and draft.units[index].pos in "na" and draft.units[index].kind != "quantity"
        )
        yield Comparative(way, comparee, (), number, amount, earlier=True, ratio=ratio)
