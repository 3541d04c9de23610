"""Whether two names are of the same one: the same entity, one part of the other, or different ones.

A surname and a capital that stands for its government are parts; similar spellings of unknown names count as the same, of two
known ones never.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from factcheck import forenames
from factcheck.details import continents, organisations
from factcheck.details.names import Name
from factcheck.details.nametable import ANYONE
from factcheck.findings import Relation
from factcheck.tables import groups

_COMPASS = ({"eastern", "western"}, {"east", "west"}, {"northern", "southern"}, {"north", "south"})


@lru_cache(maxsize=20_000)
def _alike(one: str, other: str) -> bool:
    """Tell whether two unknown words are spellings of one name: same initial, one edit in five letters or two in eight."""
    if one == other:
        return True
    if len(one) < 5 or len(other) < 5 or one[0] != other[0]:
        return False
    return DamerauLevenshtein.distance(one, other) <= (1 if min(len(one), len(other)) < 8 else 2)


def compare(said: Name, stated: Name) -> Relation:
    """Compare two names: the same, less exact, or (of like kind) different; UNSTATED where the kinds say nothing."""
    if said.entity.id == stated.entity.id:
        return Relation.AGREES
    if stated.entity.id[0] == ANYONE:
        return Relation.ENTAILS if _can_be_meant(said, stated.entity.kind) else Relation.UNSTATED
    known = said.entity.id[0] != "u" and stated.entity.id[0] != "u"
    if said.entity.id == stated.entity.country:  # the country of the stated city
        return Relation.ENTAILS
    if stated.entity.id == said.entity.country:
        return Relation.UNSTATED  # who is British may be Scottish
    if continents.is_continent(said.entity.id) and said.adjective == stated.adjective:
        lies = continents.of(stated.entity.country or stated.entity.id)
        if lies:
            return Relation.ENTAILS if lies == said.entity.id else Relation.CONFLICTS
    if known:
        apart = said.adjective == stated.adjective and (_lie_apart(said, stated) or _are_other_sides(said, stated))
        return Relation.CONFLICTS if comparable(said, stated) or apart else Relation.UNSTATED
    own = forenames.told(said.parts, stated.parts)
    if (own <= stated.parts or stated.parts <= own) and _telling(own & stated.parts):
        return Relation.AGREES
    if (
        len(said.parts) == len(stated.parts) == 1
        or len(said.parts & stated.parts) == len(said.parts) - 1 == len(stated.parts) - 1
    ):
        (one,), (other,) = tuple(said.parts - stated.parts)[:1], tuple(stated.parts - said.parts)[:1]
        if _alike(one, other):
            return Relation.AGREES
    return Relation.CONFLICTS if comparable(said, stated) else Relation.UNSTATED


def _can_be_meant(said: Name, sort: str) -> bool:
    """Tell whether a pronoun whose text names nobody may stand for a name: "she" for no town."""
    kind = said.entity.kind
    return not said.adjective and (kind == "unknown" or (kind == "person") == (sort == "person"))


def _telling(parts: frozenset[str]) -> bool:
    """Tell whether some of the words of a name are its own, not "ministry" or "river"."""
    return any(
        part not in words for part in parts for words in (groups("titles")["organisation"] | groups("titles")["place"],)
    )


def _kind(name: Name) -> str:
    """Return the kind of a name; the words of an unknown one may tell it: a ministry is an organisation."""
    if name.entity.kind != "unknown":
        return name.entity.kind
    return "organisation" if name.parts & groups("titles")["organisation"] else "unknown"


def _lie_apart(one: Name, other: Name) -> bool:
    """Tell whether of two places one is a region, and they lie in different continents: the Sahel and Europe."""
    where = [continents.of(each.entity.country or each.entity.id) for each in (one, other)]
    return "region" in (one.entity.kind, other.entity.kind) and "" not in where and where[0] != where[1]


def _are_other_sides(one: Name, other: Name) -> bool:
    """Tell whether two names differ in a point of the compass and its opposite: the Eastern and the Western Mediterranean."""
    ours, theirs = one.entity.id[2:].split(), other.entity.id[2:].split()
    differ = [(a, b) for a, b in zip(ours, theirs, strict=False) if a != b]
    return len(ours) == len(theirs) and len(differ) == 1 and set(differ[0]) in _COMPASS


def lies_abroad(one: Name, other: Name) -> bool:
    """Tell whether the first is a place in another country than the second."""
    return bool(one.entity.country) and other.entity.kind == "country" and one.entity.country != other.entity.id


def comparable(said: Name, stated: Name) -> bool:
    """Tell whether two different entities are of a kind, so that one stands in the other's place."""
    kinds = {_kind(said), _kind(stated)}
    if "unknown" in kinds:
        listed = organisations.is_listed(said.entity) or organisations.is_listed(stated.entity)
        unlisted = said.entity.id[0] == stated.entity.id[0] == "u"
        return kinds <= {"unknown", "person"} or (listed and unlisted and kinds <= {"unknown", "organisation", "group"})
    places_ = {"country", "state", "city", "place", "region", "sea"}
    if kinds <= places_:
        return (len(kinds) == 1 and "region" not in kinds) or lies_abroad(said, stated)
    return (
        (len(kinds) == 1 and "other" not in kinds)
        or kinds <= {"person", "office"}
        or kinds <= {"organisation", "group", "office"}
    )
