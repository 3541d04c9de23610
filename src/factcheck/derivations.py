"""What follows from the figures and dates of a wording by one step of arithmetic, where the sentence says that it takes that step.

Without such a sign ("the rest", "each", "together", "before", a negation on one side) nothing is reckoned: small numbers meet
by chance too often.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, permutations

from factcheck import lists, sharing
from factcheck.details import arithmetic, currencies, dates
from factcheck.details.days import MONTH, YEAR, Date
from factcheck.details.holders import Holding
from factcheck.details.measures import Quantity, compare_reckoned, reckoned
from factcheck.details.portions import RESTS, THE_REST
from factcheck.findings import RIGHT
from factcheck.once import once
from factcheck.statement import Statement

_SUMS = frozenset(
    (
        "together",
        "combined",
        "combine",
        "total",
        "altogether",
        "sum",
        "add up",
        "put together",
        "add",
        "taken together",
        "in all",
        "overall",
        "in total",
        "all told",
        "between them",
    )
)
_LEFT = RESTS | {"other", "remaining", "remain"}
_SHARED = frozenset(("each", "apiece", "per", "average", "averaged", "every"))
_EARLIER = frozenset(
    (
        "before",
        "previous",
        "previously",
        "so far",
        "until now",
        "originally",
        "plan",
        "planned",
        "to plan",
        "expected",
        "used to",
        "formerly",
        "old",
        "earlier",
        "back",
    )
)
PRESENT = frozenset(("now", "today", "currently", "at present", "at the moment", "these days", "present"))
_BOUNDS = ("more", "less", "least", "most", "upto")
_LASTING = frozenset(("for", "in", "within", "over", "after", "by", "during", "than"))  # roles of a span of time
_YEAR, _MONTH, _DAY = 31_557_600.0, 2_629_800.0, 86_400.0  # seconds


def derive(said: Statement, number: int, stated: Statement) -> int | None:
    """Return the unit of the wording from which, with another one, a figure of the sentence follows, or None."""
    value = said.units[number].value
    if not isinstance(value, Quantity):
        return None
    known = _known(stated)
    if not known and value.dimension != "time":
        return lists.count(said, number, stated)  # no figure to reckon with, and no span between two dates is meant
    value = next((same for _, other in known if (same := currencies.as_of(value, other)) is not value), value)
    compared = any(each.differential == number for each in said.comparatives)  # "half as many men as women"

    def is_part(one: int, other: int) -> bool:
        return compared or _counts_alike(stated, one, other)

    found = None if _is_told(value, known) else arithmetic.derive(value, known, is_part)
    if found is None:
        found = lists.count(said, number, stated)
    if found is not None:
        return found
    return next(
        (source for result, source in _reckoned(said, number, value, stated, known) if _agrees(value, result)), None
    )


def _counts_alike(stated: Statement, one: int, other: int) -> bool:
    """Tell whether two counts are of the same thing, as far as both say what: two of three people, not of three villages."""
    values = [stated.units[number].value for number in (one, other)]
    if not all(isinstance(value, Quantity) and value.dimension == "count" for value in values):
        return True
    heads = [stated.heads[number] for number in (one, other)]
    counts = heads[0] != one and heads[1] != other
    return not counts or stated.units[heads[0]].lemma == stated.units[heads[1]].lemma


def _is_told(value: Quantity, known: list[tuple[int, Quantity]]) -> bool:
    """Tell whether a bound is on a share and the wording has shares: some ratio of its counts would always be within it."""
    bound = value.dimension == "share" and value.comparator in _BOUNDS
    return bound and any(other.dimension == "share" and not other.change for _, other in known)


@once
def _known(stated: Statement) -> list[tuple[int, Quantity]]:
    return [(number, unit.value) for number, unit in enumerate(stated.units) if isinstance(unit.value, Quantity)]


def _agrees(value: Quantity, result: float) -> bool:
    return result > 0 and compare_reckoned(value, reckoned(value, result)) in RIGHT


Result = tuple[float, int]


def _reckoned(
    said: Statement, number: int, value: Quantity, stated: Statement, known: list[tuple[int, Quantity]]
) -> Iterator[Result]:
    """Yield what the signs in a sentence let be reckoned."""
    like = [(number, other) for number, other in known if other.dimension == value.dimension and not other.change]
    words = {unit.lemma for unit in said.units}
    if value.change:
        return
    if speaks_of_the_rest(said, stated):
        part = sharing.part(said, stated)
        left = _rest(value, [each for each in like if not are_of_one_doer(said, number, stated, each[0])])
        yield from ((part * result, place) for result, place in left if part)
    if words & _SUMS and len(like) > 1:
        yield sum(other.low for _, other in like), like[0][0]
        yield from ((one.low + other.low, place) for (place, one), (_, other) in combinations(like, 2))
    if words & _SHARED or not _SHARED.isdisjoint(_beside_figures(said)):
        yield from _shared(like, known)
    yield from earlier_levels(said, value, stated)
    yield from _multiplied(like, stated, words)
    if value.dimension == "time" and said.units[number].role in _LASTING:
        yield from _spans(stated)


@once
def _beside_figures(said: Statement) -> list[str]:
    """Return the words of a sentence that belong to no figure: the "per" of "12 kilometres per hour" shares nothing out."""
    text = said.text.lower()
    for unit in said.units:
        if unit.kind == "quantity":
            text = text[: unit.start] + " " * (unit.end - unit.start) + text[unit.end :]
    return text.split()


def speaks_of_the_rest(said: Statement, stated: Statement) -> bool:
    """Tell whether a figure may be of what another figure leaves: one side names the rest, or one side only denies."""
    if {unit.lemma for side in (said, stated) for unit in side.units} & _LEFT:
        return True
    return denies(said) != denies(stated)


@once
def denies(statement: Statement) -> bool:
    """Tell whether a sentence denies what it says: by an odd number of negated words."""
    return sum(unit.focus and unit.negated for unit in statement.units) % 2 == 1


def speaks_of_the_other(said: Statement, stated: Statement, figure: int) -> bool:
    """Tell whether a sentence speaks of the state that a figure of a wording is set against: the earlier or planned one, or now."""
    now = any(unit.lemma in PRESENT for unit in stated.units[figure + 1 :])  # "8 fewer than now"
    telling = _EARLIER | PRESENT if now else _EARLIER
    return not telling.isdisjoint(unit.lemma for unit in said.units)


def _rest(value: Quantity, like: list[tuple[int, Quantity]]) -> Iterator[Result]:
    if value.dimension == "share" and like:
        yield 100.0 - sum(other.low for _, other in like), like[0][0]
        yield from ((100.0 - other.low, number) for number, other in like)
    elif value.dimension == "count":
        yield from ((one.low - other.low, number) for (number, one), (_, other) in permutations(like, 2))


def are_of_one_doer(said: Statement, number: int, stated: Statement, figure: int) -> bool:
    """Tell whether two figures are told of the same doer, neither in a denial: what the one pays is not what it leaves to others."""
    frame = said.frames[said.units[number].clause]
    if denies(said) != denies(stated) or THE_REST.search(said.text, frame.start, frame.end):
        return False
    ours, theirs = said.frames[said.units[number].clause].subject, stated.frames[stated.units[figure].clause].subject
    doers = {said.units[at].lemma for at in ours}
    return not doers.isdisjoint(stated.units[at].lemma for at in theirs)


def _shared(like: list[tuple[int, Quantity]], known: list[tuple[int, Quantity]]) -> Iterator[Result]:
    """Yield an amount shared out by a count."""
    for number, one in like:
        yield from ((one.low / other.low, number) for _, other in known if other.dimension == "count" and other.low > 1)


def earlier_levels(said: Statement, value: Quantity, stated: Statement) -> Iterator[Result]:
    """Yield the earlier or planned level behind a change: 5,200, a third fewer than in 2024."""
    main: Quantity | None = None
    for holding in stated.holdings:
        here = stated.units[holding.figure].value
        assert isinstance(here, Quantity)
        if main is not None and _is_share_of(here, stated, holding):
            level = main.low / (here.low / 100)
        elif main is not None and holding.way and main.dimension == value.dimension:
            level = _before(main, here, holding.way)
        else:
            main = here if not here.change else main
            continue
        told = speaks_of_the_other(said, stated, holding.figure) or _speaks_of_then(said, stated, holding)
        if level and told:
            yield level, holding.figure


def _multiplied(like: list[tuple[int, Quantity]], stated: Statement, words: set[str]) -> Iterator[Result]:
    """Yield the present level behind a multiple of an earlier one: "has tripled since 2010, when there were 20"."""
    ratios = [each.ratio for each in stated.comparatives if each.ratio and each.earlier]
    if len(ratios) == 1 and len(like) == 1 and words & PRESENT:
        yield ratios[0] * like[0][1].low, like[0][0]


def _is_share_of(here: Quantity, stated: Statement, holding: Holding) -> bool:
    """Tell whether a figure is a fraction of an earlier one: "half of its 2005 figure"."""
    after = stated.units[holding.figure + 1] if holding.figure + 1 < len(stated.units) else None
    return here.fraction and not here.change and here.low > 0 and after is not None and after.kind == "date"


def _before(main: Quantity, change: Quantity, way: str) -> float:
    sign = -1 if way == "up" else 1
    if change.dimension == main.dimension:
        return main.low + sign * change.low
    if change.dimension == "share" and (change.low < 100 or way == "up"):
        return main.low / (1 - sign * change.low / 100)
    return 0.0


def _speaks_of_then(said: Statement, stated: Statement, holding: Holding) -> bool:
    """Tell whether the sentence dates its figure as the wording dates the one that it compares with."""
    then = [
        value
        for number, unit in enumerate(stated.units)
        if number > holding.figure and isinstance(value := unit.value, Date)
    ]
    return bool(then) and any(
        isinstance(unit.value, Date) and dates.compare(unit.value, then[0]) in RIGHT for unit in said.units
    )


def _spans(stated: Statement) -> Iterator[Result]:
    """Yield the lengths, in seconds, of the periods of a wording and of what lies between two of its dates."""
    found = [(number, unit.value) for number, unit in enumerate(stated.units) if isinstance(unit.value, Date)]
    for number, date in found:
        if date.ranged and not date.clock:
            yield _seconds(date.high - date.low + 1), number
    for (number, one), (place, other) in combinations(found, 2):
        if one.yearless == other.yearless and not one.clock and not other.clock and _of_one(stated, number, place):
            yield _seconds(abs(one.low - other.low)), number


def _of_one(stated: Statement, one: int, other: int) -> bool:
    """Tell whether two dates are of the same thing, as far as their clauses say of what."""
    frames = (stated.frames[stated.units[number].clause] for number in (one, other))
    ours, theirs = ({*frame.subject, *frame.object} for frame in frames)
    return not ours or not theirs or not ours.isdisjoint(theirs)


def _seconds(days: float) -> float:
    """Return the seconds of a span counted in months of 31 days; whole years and months come out whole."""
    years, rest = divmod(days, YEAR)
    months, left = divmod(rest, MONTH)
    return years * _YEAR + months * _MONTH + left * _DAY
