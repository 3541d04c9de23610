"""Where a sentence is a wording word for word but for one place, and what stands there turns the sense.

Such a sentence is no other way to say the same: "signed" and "not signed", "before" and "after", 2001 and 2002, "A beat B" and
"B beat A" differ as little as two spellings do. It is an edit distance of one, in words; what an edit may do to the sense is told by
the details that it touches (after the minimal edits of contrast sets, Gardner et al. 2020).
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from factcheck import lemmas, words
from factcheck.conflicts import is_symmetric
from factcheck.details import dates, identity, names, negation, quantities
from factcheck.details.order import RELATIONS
from factcheck.findings import Relation
from factcheck.statement import Statement, Unit
from factcheck.tokens import Token, tokenize

_LONGEST = 4  # words of a place in which two texts differ
_AUXILIARIES = frozenset(("do", "does", "did"))  # come and go with a "not"


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


def turned(said: Statement, stated: Statement) -> bool:
    """Tell whether a sentence differs from a wording in one place only, and says something else by it."""
    one, other = _differing(_words(said.text), _words(stated.text))
    if one.last - one.first == other.last - other.first and Counter(one.norms) == Counter(other.norms):
        return _is_exchange(said, one, other)
    if max(one.last - one.first, other.last - other.first) > _LONGEST:
        return False
    return _is_denial(one, other) or _differ(one.units(said), other.units(stated)) or _opposed(one, other)


def same_words(said: Statement, stated: Statement) -> bool:
    """Tell whether two texts have the same words, whatever their marks, case and accents."""
    return [token.norm for token in _words(said.text)] == [token.norm for token in _words(stated.text)]


@lru_cache(maxsize=2_000)
def _words(text: str) -> tuple[Token, ...]:
    """Return the words and figures of a text."""
    return tuple(token for token in tokenize(text) if token.norm[0].isalnum())


def _differing(one: tuple[Token, ...], other: tuple[Token, ...]) -> tuple[Place, Place]:
    """Return what is left of two texts without the words that both begin and end with."""
    shorter = min(len(one), len(other))
    first = next((at for at in range(shorter) if one[at].norm != other[at].norm), shorter)
    same = 0
    while same < shorter - first and one[-1 - same].norm == other[-1 - same].norm:
        same += 1
    return Place(one, first, len(one) - same), Place(other, first, len(other) - same)


def _is_denial(one: Place, other: Place) -> bool:
    """Tell whether one of two places denies what the other says, in the same words."""
    ours, theirs = _denied(one), _denied(other)
    return len(ours[0]) % 2 != len(theirs[0]) % 2 and ours[1] == theirs[1]


def _denied(place: Place) -> tuple[list[str], list[str]]:
    """Return the negations of a place, and the base forms of its other words."""
    bases = [lemmas.lemma(word, "v") for word in place.norms if word not in _AUXILIARIES]
    return [word for word in bases if negation.is_cue(word)], [word for word in bases if not negation.is_cue(word)]


def _differ(ours: list[Unit], theirs: list[Unit]) -> bool:
    """Tell whether two places hold details of one kind that cannot both be right, or opposites."""
    if len(ours) != 1 or len(theirs) != 1:
        return False
    one, other = ours[0].value, theirs[0].value
    if isinstance(one, names.Name) and isinstance(other, names.Name):
        return identity.compare(one, other) is Relation.CONFLICTS
    if isinstance(one, dates.Date) and isinstance(other, dates.Date):
        return dates.compare(one, other) is Relation.CONFLICTS
    if isinstance(one, quantities.Quantity) and isinstance(other, quantities.Quantity):
        return one.dimension == other.dimension and quantities.compare(one, other) is Relation.CONFLICTS
    return _are_contrary(ours[0], theirs[0])


def _are_contrary(one: Unit, other: Unit) -> bool:
    """Tell whether two words exclude each other in every sense, and none of them is denied alone."""
    if words.sense(one.lemma, one.pos).rows & words.sense(other.lemma, other.pos).rows:
        return False  # to lift a load is not to end it, to lift a ban is
    return one.negated == other.negated and words.contrary((one.lemma, one.pos), (other.lemma, other.pos))


def _opposed(one: Place, other: Place) -> bool:
    """Tell whether two places hold one word each for opposite orders or ways: before, after; greater, smaller."""
    if len(one.norms) != 1 or len(other.norms) != 1:
        return False
    (ours,), (theirs,) = one.norms, other.norms
    kind, sign = RELATIONS.get(ours, ("", 0))
    return {words.way(ours), words.way(theirs)} == {"up", "down"} or RELATIONS.get(theirs) == (kind, -sign)


def _is_exchange(said: Statement, one: Place, other: Place) -> bool:
    """Tell whether two names have changed places across a verb that does not say the same of both."""
    inside = one.units(said)
    if not inside or inside[0].kind != "name" or inside[-1].kind != "name" or len(inside) < 3:
        return False
    if not _moved(one, other):
        return False
    return any(unit.role == "v" and not is_symmetric(unit.lemma) for unit in inside[1:-1])


def _moved(one: Place, other: Place) -> bool:
    """Tell whether what a place begins with ends the other, and the other way round."""
    ours, theirs = one.norms, other.norms
    return any(
        ours[:size] == theirs[-size:] and any(ours[-back:] == theirs[:back] for back in range(1, _LONGEST + 1))
        for size in range(1, _LONGEST + 1)
    )
