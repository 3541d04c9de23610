"""What turns the sense where two texts differ in one place: a denial, another detail, an opposite, more of them, two that change places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Literal, NamedTuple

from factcheck import bounds, lemmas, words
from factcheck.conflicts import is_symmetric
from factcheck.details import currencies, dates, days, identity, names, negation, quantities
from factcheck.details.converses import are_converse
from factcheck.details.order import RELATIONS
from factcheck.findings import RIGHT, Relation
from factcheck.statement import Statement, Unit
from factcheck.tables import phrases
from factcheck.tokens import Token

SIGNS = frozenset("$€£¥₹₽₩%°")  # marks that say something of their own
_LONGEST = 4  # words of a place that holds no names
_WEIGHTY = 0.5  # weight from which a word says something of its own
_AUXILIARIES = frozenset(("do", "does", "did"))  # come and go with a "not"
_ARTICLES = frozenset(("a", "an", "the", "of"))  # come and go with the words beside them
_EXTREMES = frozenset(("most", "least"))
_POS = ("a", "v", "n", "r")
_BEYOND = {  # quantifier -> quantifiers from which it does not follow, as it says more, or that they are fewer
    "all": ("most", "some", "few", "half", "one"),
    "only": ("most", "some", "half"),
    "most": ("some", "few", "one"),
    "few": ("all", "most", "half"),
}

Turn = Literal["detail", "sense"]  # another name, figure or date, which another wording may give too; anything else


class Place(NamedTuple):
    """The words in which two texts differ: tokens[first:last] of the one, given with all its tokens."""

    tokens: tuple[Token, ...]
    first: int
    last: int

    @property
    def norms(self) -> list[str]:
        return [token.norm for token in self.tokens[self.first : self.last]]

    def units(self, statement: Statement) -> list[Unit]:
        """Return the units of the statement that the place touches."""
        if self.first == self.last:
            return []
        start, end = self.tokens[self.first].start, self.tokens[self.last - 1].end
        return [unit for unit in statement.units if unit.start < end and start < unit.end]


class Contrast(NamedTuple):
    """A sentence and a wording with the place in which each differs from the other."""

    said: Statement
    stated: Statement
    one: Place
    other: Place


def turn(contrast: Contrast) -> Turn | None:
    """Return what it is in the place of a sentence that does not follow from what stands there in the wording."""
    if _named(contrast):
        return "detail"
    if max(len(contrast.one.norms), len(contrast.other.norms)) > _LONGEST:
        return None
    if _is_another(contrast):
        return "detail"
    return "sense" if any(told(contrast) for told in _TOLD) else None


def exchanges(contrast: Contrast) -> bool:
    """Tell whether two details have changed places across what does not say the same of both."""
    inside = contrast.one.units(contrast.said)
    if len(inside) < 2 or inside[0].value is None or inside[0].kind != inside[-1].kind:
        return False
    one, other = contrast.one, contrast.other
    first, last = _norms_of(one, inside[0]), _norms_of(one, inside[-1])
    if not _moved(other.norms, first, last):
        return False
    between = one.norms[len(first) : len(one.norms) - len(last)]
    acts = any(unit.role == "v" and not is_symmetric(unit.lemma) for unit in inside[1:-1])
    return acts or not RELATIONS.keys().isdisjoint(between)


def _norms_of(place: Place, unit: Unit) -> list[str]:
    """Return the words of a unit that stand in a place."""
    inside = place.tokens[place.first : place.last]
    return [token.norm for token in inside if unit.start <= token.start < unit.end]


def _moved(norms: Sequence[str], first: Sequence[str], last: Sequence[str]) -> bool:
    """Tell whether what a place begins with ends the other, and the other way round."""
    return list(norms[-len(first) :]) == list(first) and list(norms[: len(last)]) == list(last)


def _named(contrast: Contrast) -> bool:
    """Tell whether a place holds names, none of which follows from those in the place of the wording."""
    ours, theirs = _weighty(contrast.one, contrast.said), _weighty(contrast.other, contrast.stated)
    pairs = [(one.value, other.value) for one in ours for other in theirs]
    return bool(pairs) and all(
        isinstance(one, names.Name) and isinstance(other, names.Name) and not _is_of(one, other) for one, other in pairs
    )


def _weighty(place: Place, statement: Statement) -> list[Unit]:
    return [unit for unit in place.units(statement) if unit.weight >= _WEIGHTY or unit.kind == "name"]


def _is_of(said: names.Name, stated: names.Name) -> bool:
    """Tell whether a name follows from another: the same one, a country from its city, a capital from its country."""
    capital = said.entity.capital and said.entity.country == stated.entity.id
    return bool(capital) or identity.compare(said, stated) in RIGHT


def _is_denial(contrast: Contrast) -> bool:
    """Tell whether one of two places denies what the other says, in the same words."""
    ours, theirs = _denied(contrast.one), _denied(contrast.other)
    return len(ours[0]) % 2 != len(theirs[0]) % 2 and ours[1] == theirs[1]


def _denied(place: Place) -> tuple[list[str], list[str]]:
    """Return the negations of a place, and the base forms of its other words."""
    bases = [lemmas.lemma(word, "v") for word in place.norms if word not in _AUXILIARIES]
    return [word for word in bases if negation.is_cue(word)], [word for word in bases if not negation.is_cue(word)]


def _is_another(contrast: Contrast) -> bool:
    """Tell whether two places hold one figure or date each, and the one does not follow from the other."""
    ours, theirs = contrast.one.units(contrast.said), contrast.other.units(contrast.stated)
    if len(ours) != 1 or len(theirs) != 1:
        return False
    one, other = ours[0].value, theirs[0].value
    if bounds.are_denied(contrast.said, ours[0], contrast.stated, theirs[0]):
        one, other = other, one
    if isinstance(one, dates.Date) and isinstance(other, dates.Date):
        return _clash(dates.compare(one, other), one.relation == other.relation != "in")
    if isinstance(one, quantities.Quantity) and isinstance(other, quantities.Quantity):
        one, other = currencies.as_of(one, other), currencies.as_of(other, one)
        if one.dimension != other.dimension:
            return one.dimension.split(":")[0] == other.dimension.split(":")[0]  # another currency
        return _clash(quantities.compare(one, other), one.comparator == other.comparator)
    return False


def _clash(relation: Relation, alike: bool) -> bool:
    """Tell whether two details exclude each other, or the one does not follow from another that is told as it is: up to 12, up to 24."""
    return relation is Relation.CONFLICTS or (alike and relation not in RIGHT)


def _are_contrary(contrast: Contrast) -> bool:
    """Tell whether two places hold one word each, and these exclude each other in every sense."""
    ours, theirs = contrast.one.units(contrast.said), contrast.other.units(contrast.stated)
    if len(ours) == len(theirs) == 1 and ours[0].negated == theirs[0].negated:
        one, other = (ours[0].lemma, ours[0].pos), (theirs[0].lemma, theirs[0].pos)
        if _say_the_same(contrast, ours[0], theirs[0]):
            return False
        if _exclude(one, other):
            return True
    single = _single(contrast)
    return single is not None and any(
        _exclude((lemmas.lemma(single[0], pos), pos), (lemmas.lemma(single[1], pos), pos)) for pos in _POS
    )


def _say_the_same(contrast: Contrast, unit: Unit, partner: Unit) -> bool:
    """Tell whether two words, or the phrases of which they are part, are alike, or are converses of which one is passive."""
    phrases = " " in unit.lemma and " " in partner.lemma
    if phrases and words.are_near((unit.lemma, unit.pos), (partner.lemma, partner.pos)):
        return True  # "took in", "brought in"
    ours, theirs = contrast.said.frames[unit.clause], contrast.stated.frames[partner.clause]
    return ours.passive != theirs.passive and are_converse(unit.lemma, partner.lemma)


def _exclude(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two words are contrary and in no sense alike: to lift a load is not to end it, to lift a ban is."""
    return not words.sense(*one).rows & words.sense(*other).rows and words.contrary(one, other)


def _single(contrast: Contrast) -> tuple[str, str] | None:
    """Return the words of two places that hold one each, but for articles."""
    ours, theirs = _bare(contrast.one), _bare(contrast.other)
    return (ours[0], theirs[0]) if len(ours) == len(theirs) == 1 else None


def _bare(place: Place) -> list[str]:
    return [norm for norm in place.norms if norm not in _ARTICLES]


def _are_opposed(contrast: Contrast) -> bool:
    """Tell whether two places hold one word each for opposite orders or ways: before, after; greater, smaller; most, least."""
    single = _single(contrast)
    if single is None:
        return False
    ours, theirs = single
    kind, sign = RELATIONS.get(ours, ("", 0))
    ways = {words.way(ours), words.way(theirs)} == {"up", "down"} or {ours, theirs} == _EXTREMES
    return ways or RELATIONS.get(theirs) == (kind, -sign)


def _are_of_other_times(contrast: Contrast) -> bool:
    """Tell whether a date lasts on the one side from it and on the other up to it: since, until; from, to."""
    single = _single(contrast)
    after = contrast.one.tokens[contrast.one.last : contrast.one.last + 1]
    if single is None or not after:
        return False
    dated = any(unit.kind == "date" and unit.start <= after[0].start < unit.end for unit in contrast.said.units)
    return dated and {days.calendar("relation").get(word) for word in single} == {"before", "after"}


def _is_beyond(contrast: Contrast) -> bool:
    """Tell whether a sentence says of more, or of fewer, what the wording says: all for several, hardly any for all."""
    ours, theirs = _limit(contrast.one), _limit(contrast.other)
    return theirs in _BEYOND.get(ours, ())


def _limit(place: Place) -> str:
    """Return what kind of quantifier a place holds and nothing else, "" for none."""
    return _limits().get(tuple(_bare(place)), "")


@cache
def _limits() -> dict[tuple[str, ...], str]:
    return {tuple(word for word in phrase if word not in _ARTICLES): kind for phrase, kind in phrases("scope").items()}


_TOLD: tuple[Callable[[Contrast], bool], ...] = (
    _is_denial,
    _is_another,
    _are_contrary,
    _are_opposed,
    _are_of_other_times,
    _is_beyond,
)
