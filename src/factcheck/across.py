"""A comparison of two things of which each has its figure in a wording of its own: "Elm Street has 35 houses", "Oak Lane has 42"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck import bearing, reckoning, standings
from factcheck.alignment import Level
from factcheck.comparison import Comparison
from factcheck.conflicts import Conflict
from factcheck.conflicts.figures import known_by
from factcheck.decision import WEIGHTY, Decision, Evidence, Label, is_clear
from factcheck.details.comparatives import ALMOST, DIFFERENT, Comparative
from factcheck.details.measures import Quantity
from factcheck.statement import Statement

_UNCOVERED = 0.05  # what a verdict by two wordings counts as left open, so that one wording that says it all wins
_FULL = 0.9  # cover of a word that a wording has
_MEASURING = frozenset(
    ("be", "have", "measure", "weigh", "reach", "stand", "cost", "last", "take", "total", "number", "come to", "get")
)  # verbs that give a thing its own measure


class _Side(NamedTuple):
    """The figure that a wording gives for one side of a comparison."""

    item: Evidence
    figure: int
    own: frozenset[int]  # units of the sentence that name whose it is

    @property
    def value(self) -> Quantity:
        value = self.item.comparison.stated.units[self.figure].value
        assert isinstance(value, Quantity)
        return value


def figures_found(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision | None:
    """The only comparison of a part is borne out, or denied, by the figures of two wordings of the same."""
    compared = [each for each in said.comparatives if each.degree in part]
    if len(compared) != 1 or not _is_plain(said, compared[0]):
        return None
    each = compared[0]
    clear = [item for item in evidence if not item.wrong and is_clear(item.comparison, part)]
    outcomes: dict[int, tuple[_Side, _Side]] = {}
    for one, other in _pairs(said, clear, part, each):
        outcomes.setdefault(bearing.outcome(said, each, one.value, other.value), (one, other))
    if len(outcomes) != 1:
        return None
    (way, (one, other)), *_ = outcomes.items()
    others = (other.item.claim,) if other.item.claim != one.item.claim else ()
    if way > 0:
        return Decision(Label.SUPPORTED, one.item, (), _UNCOVERED, (), others)
    clash = (Conflict("order", each.degree, one.figure),)
    return Decision(Label.REFUTED, one.item, clash, _UNCOVERED, (), others) if way < 0 else None


def _is_plain(said: Statement, each: Comparative) -> bool:
    other = each.extreme or each.ratio or each.way in (ALMOST, DIFFERENT) or standings.is_denied(said, each)
    return bool(each.standard) and not other


def _pairs(
    said: Statement, evidence: Sequence[Evidence], part: Sequence[int], each: Comparative
) -> Iterator[tuple[_Side, _Side]]:
    """Yield a figure of the comparee and one of the standard, from two wordings that else say the same."""
    parts = {each.degree, each.differential, *each.standard}
    common = [number for number in part if number not in parts]
    for there in evidence:
        if not all(_names(there.comparison, number) for number in _weighty(said, each.standard)):
            continue
        own = frozenset(number for number in common if not _has(there.comparison, number))
        if not own or not all(number in each.comparee or said.heads[number] in each.comparee for number in own):
            continue
        for here in evidence:
            if here is there or not all(_has(here.comparison, number) for number in common):
                continue
            if all(_names(here.comparison, number) for number in _weighty(said, each.standard)):
                continue
            yield from _measured(said, each, (here, own), (there, frozenset(each.standard)))


def _measured(
    said: Statement, each: Comparative, here: tuple[Evidence, frozenset[int]], there: tuple[Evidence, frozenset[int]]
) -> Iterator[tuple[_Side, _Side]]:
    ours, theirs = ([*_sides(said, each, *side)] for side in (here, there))
    counted = standings.thing(said, each)
    if len(ours) == len(theirs) == 1 and _alike(said, ours[0], theirs[0]) and _counts(ours[0], theirs[0], counted):
        yield ours[0], theirs[0]


def _sides(said: Statement, each: Comparative, item: Evidence, own: frozenset[int]) -> Iterator[_Side]:
    """Yield the figures that a wording gives for one side."""
    comparison = item.comparison
    stated = comparison.stated
    owners = {match.stated for number in own if (match := comparison.matches[number])}
    for holding in stated.holdings:
        fits = owners & set(holding.holders) and holding.baseline < 0
        if fits and reckoning.measured(said, stated, each, holding.figure) and _same_verb(comparison, holding.figure):
            yield _Side(item, holding.figure, own)


def _same_verb(comparison: Comparison, figure: int) -> bool:
    """Tell whether a figure stands with the verb of the sentence, or both verbs only give a measure."""
    stated, said = comparison.stated, comparison.said
    frame = stated.frames[stated.units[figure].clause]
    if frame.denied:
        return False
    if frame.verb >= 0 and any(match is not None and match.stated == frame.verb for match in comparison.matches):
        return True
    verbs = {said.units[each.verb].lemma for each in said.frames if each.verb >= 0}
    return verbs <= _MEASURING and (frame.verb < 0 or stated.units[frame.verb].lemma in _MEASURING)


def _alike(said: Statement, one: _Side, other: _Side) -> bool:
    """Tell whether two figures count or measure the same, and nothing but their owners tells them apart."""
    if one.value.dimension != other.value.dimension or one.value.change or other.value.change:
        return False
    ours, theirs = (side.item.comparison.stated for side in (one, other))
    heads = ours.units[ours.heads[one.figure]], theirs.units[theirs.heads[other.figure]]
    if one.value.dimension == "count" and (heads[0].lemma != heads[1].lemma or heads[0].kind != "word"):
        return False
    return _beside(one) == _beside(other) and _place(said, one) == _place(said, other)


def _counts(one: _Side, other: _Side, thing: int) -> bool:
    """Tell whether two figures count what the sentence compares the number of."""
    if thing < 0 or one.value.dimension != "count":
        return True
    matches = [(side, side.item.comparison.matches[thing]) for side in (one, other)]
    return all(match and match.stated == side.item.comparison.stated.heads[side.figure] for side, match in matches)


def _beside(side: _Side) -> set[object]:
    """Return what else a wording says of its figure: dates, names and words that the sentence does not have."""
    comparison = side.item.comparison
    stated = comparison.stated
    taken = {match.stated for match in comparison.matches if match}
    return {
        known_by(unit)
        for number, unit in enumerate(stated.units)
        if number not in taken and number != side.figure and unit.role != "s" and unit.weight >= WEIGHTY
    }


def _place(said: Statement, side: _Side) -> set[str]:
    """Return in which roles a wording has the owner of its figure."""
    comparison = side.item.comparison
    matches = (comparison.matches[number] for number in _weighty(said, side.own))
    return {comparison.stated.units[match.stated].role for match in matches if match}


def _weighty(said: Statement, units: Iterable[int]) -> list[int]:
    return [number for number in units if said.units[number].weight >= WEIGHTY]


def _names(comparison: Comparison, number: int) -> bool:
    """Tell whether a wording has a unit of the sentence, in whatever role."""
    match = comparison.matches[number]
    least = Level.PART if comparison.said.units[number].kind == "name" else Level.NEAR
    return match is not None and match.level >= least and not match.opposite


def _has(comparison: Comparison, number: int) -> bool:
    """Tell whether a wording has a unit of the sentence, or the unit is too slight to matter."""
    if comparison.said.units[number].weight < WEIGHTY / 2:
        return True
    return _names(comparison, number) and comparison.cover[number] >= _FULL
