"""How many of a thing two acts are told of: "the firm closed 30 shops and opened 12" has more shops closed than opened.

The sentence compares the acts by "more … than", "fewer … than" or "outnumber"; what is new was opened, founded or built.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.alignment import Level, Match
from factcheck.conflicts.places import Conflict
from factcheck.details import surpassing
from factcheck.details.comparatives import Comparative
from factcheck.details.measures import Quantity, compare
from factcheck.draft import SEMILIGHT
from factcheck.findings import RIGHT, Relation
from factcheck.reckonings import NOTHING, Reckoning
from factcheck.statement import Statement
from factcheck.tables import kinds

_COUNTING = ("more", "less", "few")
_NEW = "new"
_FOUNDING = frozenset(("open", "open up", "found", "build", "create", "launch", "set up", "establish", "start"))


def judge(said: Statement, stated: Statement, chosen: Sequence[Match | None]) -> Reckoning:
    """Judge of how many one act is told and of how many another by the counts of a wording."""
    compared = (*said.comparatives, *_outdoing(said))
    counts = dict(_counts(stated)) if compared else {}
    for each in compared if len(counts) > 1 else ():
        for left, right in _sides(said, each):
            one, other = _act(said, stated, chosen, counts, left), _act(said, stated, chosen, counts, right)
            if one and other and one[1] != other[1] and _is_of_one_thing(said, stated, chosen, counts, one, other):
                return _judged(said, stated, each, counts, one, other)
    return NOTHING


def _outdoing(said: Statement) -> Iterator[Comparative]:
    """Yield the comparisons by a verb such as "outnumber", of whatever stands on its sides."""
    for number, unit in enumerate(said.units):
        if unit.role == "v" and surpassing.outdoes(unit.lemma):
            yield Comparative(kinds("surpassing")[unit.lemma], (), (), number)


def _judged(
    said: Statement,
    stated: Statement,
    each: Comparative,
    counts: dict[int, int],
    one: tuple[int, int],
    other: tuple[int, int],
) -> Reckoning:
    """Judge a comparison of two acts, each given by its unit in the sentence and the verb in the wording."""
    values = [stated.units[counts[verb]].value for _, verb in (one, other)]
    assert isinstance(values[0], Quantity)
    assert isinstance(values[1], Quantity)
    place, difference = counts[one[1]], values[0].low - values[1].low
    amount = said.units[each.differential].value if each.differential >= 0 else None
    match = Match(place, Level.FAMILY, Relation.ENTAILS)
    acts = dict.fromkeys((one[0], other[0]), match)
    told = {*acts, each.degree, *((each.differential,) if each.differential >= 0 else ())}
    right = difference != 0 and (difference > 0) == (each.way == "up")
    if right and isinstance(amount, Quantity):
        if amount.dimension != "count":
            return NOTHING
        given = amount._replace(low=abs(difference), high=abs(difference), comparator="=")
        right = compare(amount, given) in RIGHT
    if right:
        return Reckoning(dict.fromkeys(told, match))
    return Reckoning(acts, (Conflict("order", each.degree, place),), frozenset(told - {each.degree}))


def _counts(stated: Statement) -> Iterator[tuple[int, int]]:
    """Yield the verbs of a wording that are told of a count, with the count."""
    for number, frame in enumerate(stated.frames):
        if frame.verb < 0 or stated.units[frame.verb].weight < SEMILIGHT or frame.denied:
            continue
        own = [at for at, unit in enumerate(stated.units) if unit.clause == number and _is_count(stated, at)]
        if len(own) == 1:
            yield frame.verb, own[0]


def _is_count(stated: Statement, number: int) -> bool:
    value = stated.units[number].value
    exact = isinstance(value, Quantity) and value.low == value.high and value.comparator in ("=", "exactly")
    return isinstance(value, Quantity) and exact and value.dimension == "count" and not value.change


def _sides(said: Statement, each: Comparative) -> Iterator[tuple[range, range]]:
    """Yield what stands on either side of a comparison of how many there are."""
    if each.degree < 0 or said.frames[said.units[each.degree].clause].denied:
        return
    lemma = said.units[each.degree].lemma
    if surpassing.outdoes(lemma):
        sides = range(each.degree), range(each.degree + 1, len(said.units))
        yield sides[::-1] if said.frames[said.units[each.degree].clause].passive else sides
    for link in said.links:
        if lemma in _COUNTING and link.kind == "than" and link.measure == each.degree and link.right:
            yield range(link.right[0]), range(link.right[0], len(said.units))


def _act(
    said: Statement, stated: Statement, chosen: Sequence[Match | None], counts: dict[int, int], side: range
) -> tuple[int, int] | None:
    """Return the only unit of a side that is an act told of a count in the wording, with the verb there; "new" is one too."""
    found = [
        (number, match.stated)
        for number in side
        if (match := chosen[number]) and match.stated in counts and match.level >= Level.FAMILY and not match.opposite
    ]
    if not found:
        news = [number for number in side if said.units[number].lemma == _NEW]
        verbs = [verb for verb in counts if stated.units[verb].lemma in _FOUNDING]
        found = [(news[0], verbs[0])] if len(news) == len(verbs) == 1 else []
    return found[0] if len(found) == 1 else None


def _is_of_one_thing(
    said: Statement,
    stated: Statement,
    chosen: Sequence[Match | None],
    counts: dict[int, int],
    one: tuple[int, int],
    other: tuple[int, int],
) -> bool:
    """Tell whether two counts are of the same thing, as far as both say what, and that is what the sentence speaks of."""
    heads = {stated.heads[figure] for figure in (counts[one[1]], counts[other[1]]) if stated.heads[figure] != figure}
    if len({stated.units[head].lemma for head in heads}) != 1:
        return False
    acts = {one[0], other[0]}
    things = [n for n, unit in enumerate(said.units) if unit.pos == "n" and unit.kind == "word" and n not in acts]
    matched = {match.stated for n in things if (match := chosen[n]) and match.level >= Level.NEAR}
    return bool(matched & heads) or not any(said.units[n].role in ("s", "o") and said.units[n].weight for n in things)
