"""Names: people, places, organisations, resolved through the database's name table and a general table of places.

A name is found by its longest known form, by its capital letters otherwise. Two names are the same entity, one part of the
other (a surname, a capital that stands for its government), or different ones; similar spellings of unknown names count as
the same, of two known ones never.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from factcheck import cache as kept
from factcheck.findings import Relation
from factcheck.tables import groups, rows
from factcheck.tokens import Token, fold, tokenize

_LONGEST = 9
_INSIDE_NAMES = frozenset(
    (
        "of",
        "the",
        "for",
        "and",
        "de",
        "al",
        "el",
        "bin",
        "ben",
        "van",
        "von",
        "-",
        "–",
        "'s",
        "’s",
        "&",
        "du",
        "la",
        "le",
        "da",
    )
)


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something with a name; `country` is set for demonyms and capitals."""

    id: str
    kind: str
    country: str = ""
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence: tokens[first:last]; `parts` are its words in normal form."""

    first: int
    last: int
    entity: Entity
    parts: frozenset[str]
    adjective: bool = False


def _is(token: Token, word: str) -> bool:
    return token.norm == word


@dataclass
class NameTable:
    """Known names: first word -> (words, exact text where case matters, entity, is an adjective), longest first."""

    forms: dict[str, list[tuple[tuple[str, ...], str, Entity, bool]]] = field(default_factory=dict)
    canonical: dict[str, frozenset[str]] = field(default_factory=dict)

    def add(self, text: str, entity: Entity, adjective: bool = False) -> None:
        """Add one form of an entity's name."""
        words = tuple(token.norm for token in tokenize(text) if token.norm != "the" or len(text) < 5)
        if not words:
            return
        exact = text if text.isupper() and len(text) <= 4 else ""
        forms = self.forms.setdefault(words[0], [])
        if all(known[0] != words for known in forms):
            forms.append((words, exact, entity, adjective))
            forms.sort(key=lambda known: -len(known[0]))

    def starting(self, first: str) -> Sequence[tuple[tuple[str, ...], str, Entity, bool]]:
        """Return the known names that begin with a word."""
        return self.forms.get(first, ())

    def longest(self, tokens: Sequence[Token], at: int) -> tuple[int, Entity, bool] | None:
        """Return the end, entity and use as an adjective of the longest known name at tokens[at]."""
        for words, exact, entity, adjective in self.starting(tokens[at].norm):
            if exact and tokens[at].text != exact:
                continue
            last = at + len(words)
            if last <= len(tokens) and all(map(_is, tokens[at + 1 : last], words[1:])):
                return last, entity, adjective
        return None


class _Compiled(NameTable):
    """A table whose names are taken from its compiled form when their first word is looked up."""

    def starting(self, first: str) -> Sequence[tuple[tuple[str, ...], str, Entity, bool]]:
        """Return the known names that begin with a word."""
        return _starting(first)


@lru_cache(maxsize=50_000)
def _starting(first: str) -> Sequence[tuple[tuple[str, ...], str, Entity, bool]]:
    known = _compiled().get(first, ())
    return [(words, exact, Entity(*entity), adjective) for words, exact, entity, adjective in known]


@cache
def _compiled() -> kept.Items:
    return kept.mapping("places", compiled)


def compiled() -> dict[str, list[tuple[tuple[str, ...], str, tuple[str, str, str], bool]]]:
    """Return the general table of places as plain values."""
    return {
        first: [
            (words, exact, (entity.id, entity.kind, entity.country), adjective)
            for words, exact, entity, adjective in known
        ]
        for first, known in _read_places().forms.items()
    }


@cache
def places() -> NameTable:
    """Return the general table of countries, demonyms, capitals, regions, seas and cities."""
    return _Compiled()


def _read_places() -> NameTable:
    table = NameTable()
    for row in rows("places"):
        kind, name, adjectives, capital, others = (row + [""] * 5)[:5]
        entity = Entity("p:" + fold(name), kind)
        for form in (name, *others.split(", ")):
            table.add(form, entity) if form else None
        for form in adjectives.split(", "):
            table.add(form, entity, adjective=True) if form else None
        if kind == "country" and capital:
            city = Entity("p:" + fold(capital.split("=")[0]), "city", entity.id, capital=True)
            for form in capital.split("="):
                table.add(form, city)
    for row in rows("places"):
        if row[0] == "city" and len(row) > 3 and row[3]:
            found = table.forms.get(fold(row[1]).split()[0], [])
            for index, (words, exact, entity, adjective) in enumerate(found):
                if entity.id == "p:" + fold(row[1]) and not entity.country:
                    found[index] = (words, exact, Entity(entity.id, "city", "p:" + fold(row[3])), adjective)
    return table


def table_of(names: Iterable[tuple[str, str, Sequence[str]]]) -> NameTable:
    """Return a table of (name, kind, other forms); a name that is a known place is that place."""
    table = NameTable()
    for name, kind, also in names:
        known = _place(name)
        entity = known or Entity("n:" + fold(name), kind)
        if kind == "person":
            table.canonical[entity.id] = frozenset(token.norm for token in tokenize(name))
        for form in (name, *also):
            adjective = bool(known) and kind == "place" and fold(form) != fold(name) and _is_demonym(form)
            table.add(form, entity, adjective)
    return table


def _place(name: str) -> Entity | None:
    tokens = tokenize(name)
    found = places().longest(tokens, 0) if tokens else None
    return found[1] if found and found[0] == len(tokens) and not found[2] else None


def _is_demonym(form: str) -> bool:
    tokens = tokenize(form)
    found = places().longest(tokens, 0) if tokens else None
    return bool(found and found[0] == len(tokens) and found[2])


@cache
def titles() -> frozenset[str]:
    """Return the words that stand before a person's name without being part of it."""
    return groups("titles")["title"]


def find(tokens: Sequence[Token], tags: str, table: NameTable) -> list[Name]:
    """Return the names in tokens, left to right."""
    found: list[Name] = []
    at = 0
    while at < len(tokens):
        name = _known(tokens, tags, at, table)
        if name and (_describes_another(tokens, tags, name, table) or _apposed(tokens, name, found)):
            name = None
        name = name or _unknown(tokens, tags, at, table)
        if name is None:
            at += 1
            continue
        found.append(name)
        at = name.last
    return found


def _describes_another(tokens: Sequence[Token], tags: str, name: Name, table: NameTable) -> bool:
    """Tell whether an office stands before another person's name: "Defence Minister Imed Memmich" is not the minister of the table."""
    after = name.last
    if name.entity.kind != "person" or name.last - name.first < 2 or after >= len(tokens) or tags[after] != "K":
        return False
    following = table.longest(tokens, after)
    return following is None or following[1].id != name.entity.id


def _apposed(tokens: Sequence[Token], name: Name, found: Sequence[Name]) -> bool:
    """Tell whether an office stands behind another person's name: "Chengriha, the Tunisian defence minister"."""
    if name.entity.kind != "person" or name.last - name.first < 2 or not found or found[-1].entity.kind != "person":
        return False
    between = [token.norm for token in tokens[found[-1].last : name.first]]
    return found[-1].entity.id != name.entity.id and between in (
        [","],
        [",", "the"],
        ["is", "the"],
        ["is"],
        ["as", "the"],
        ["as"],
        ["was", "the"],
    )


def _known(tokens: Sequence[Token], tags: str, at: int, table: NameTable) -> Name | None:
    own, general = table.longest(tokens, at), places().longest(tokens, at)
    best = max((hit for hit in (own, general) if hit), key=lambda hit: hit[0], default=None)
    if best is None:
        return None
    last, entity, adjective = best
    if last == at + 1 and tags[at] != "K" and hit_is_common_word(tokens[at], tags[at], own is not None):
        return None
    parts = frozenset(token.norm for token in tokens[at:last]) | table.canonical.get(entity.id, frozenset())
    return Name(at, last, entity, parts - _INSIDE_NAMES, adjective)


def hit_is_common_word(token: Token, tag: str, own: bool) -> bool:
    """Tell whether a one-word hit is more likely an ordinary word: "turkey", "chad", "mali" stay names where only a name fits."""
    from factcheck import lexicon

    return not own and not token.capital and lexicon.lookup(token.norm) is not None and tag != "A"


def _unknown(tokens: Sequence[Token], tags: str, at: int, table: NameTable) -> Name | None:
    """Read a run of capitalised words as a name, without its titles; a known name ends the run."""
    if tags[at] != "K" or tokens[at].norm in titles() or (at and tokens[at - 1].text == "°"):
        return None
    last = at + 1
    while last < len(tokens) and last - at < _LONGEST:
        if tags[last] == "K":
            if _known(tokens, tags, last, table) and last > at and not _glued(tokens, last):
                break
            last += 1
        elif (
            tokens[last].text in ("-", "–", "'", "’")
            and last + 1 < len(tokens)
            and tokens[last + 1].capital
            and tokens[last].glued
        ) or (tokens[last].norm == "of" and last + 1 < len(tokens) and tags[last + 1] == "K"):
            last += 2
        elif (
            tokens[last].norm == "of"
            and last + 2 < len(tokens)
            and tokens[last + 1].norm == "the"
            and tags[last + 2] == "K"
        ):
            last += 3
        else:
            break
    last = min(last, len(tokens))
    if (
        last < len(tokens)
        and tokens[last].norm.isdecimal()
        and len(tokens[last].norm) < 3
        and tags[last - 1] == "K"
        and _is_model(tokens, last)
    ):
        last += 1
    words = [token.norm for token in tokens[at:last] if token.norm not in _INSIDE_NAMES]
    return Name(at, last, Entity("u:" + " ".join(words), _guess(tokens, at, words)), frozenset(words))


def _is_model(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a number belongs to the name before it ("Hauler 3"): no month before it, no unit or noun counted by it."""
    from factcheck.details.dates import is_month

    after = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    before = tokens[at - 2].norm if at > 1 else ""
    listed = before in ("and", ",") and any(token.norm.isdecimal() for token in tokens[: at - 2])
    if listed and not after[:1].isalpha():
        return False  # "Sundmark takes 60 cars and Nordvik 35"
    return (
        not is_month(tokens[at - 1].norm)
        and not after[:1].isdecimal()
        and after not in ("percent", "per", "%", "million", "billion", "-", "to")
    )


def _guess(tokens: Sequence[Token], at: int, words: Sequence[str]) -> str:
    """Guess the kind of an unknown name by its words and what stands before it; "unknown" where nothing tells."""
    for kind in ("organisation", "place"):
        if any(word in groups("titles")[kind] for word in words):
            return kind
    before = tokens[at - 1].norm if at else ""
    if before in titles():
        return "person"
    if before in ("in", "at", "near"):
        return "place"
    return "unknown"


def _glued(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].glued


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
    known = said.entity.id[0] != "u" and stated.entity.id[0] != "u"
    if said.entity.id == stated.entity.country:  # the country of the stated city
        return Relation.ENTAILS
    if known:
        return Relation.CONFLICTS if comparable(said, stated) else Relation.UNSTATED
    if (said.parts <= stated.parts or stated.parts <= said.parts) and _telling(said.parts & stated.parts):
        return (
            Relation.AGREES
            if stated.parts <= said.parts or len(said.parts) == 1 or said.parts <= stated.parts
            else Relation.UNSTATED
        )
    if (
        len(said.parts) == len(stated.parts) == 1
        or len(said.parts & stated.parts) == len(said.parts) - 1 == len(stated.parts) - 1
    ):
        (one,), (other,) = tuple(said.parts - stated.parts)[:1], tuple(stated.parts - said.parts)[:1]
        if _alike(one, other):
            return Relation.AGREES
    return Relation.CONFLICTS if comparable(said, stated) else Relation.UNSTATED


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


def comparable(said: Name, stated: Name) -> bool:
    """Tell whether two different entities are of a kind, so that one stands in the other's place."""
    kinds = {_kind(said), _kind(stated)}
    if "unknown" in kinds:
        return kinds <= {"unknown", "person"} or (kinds == {"unknown"})
    places_ = {"country", "city", "place", "region", "sea"}
    if kinds <= places_:
        return (len(kinds) == 1 and "region" not in kinds) or bool(
            said.entity.country and stated.entity.kind == "country" and said.entity.country != stated.entity.id
        )
    return (
        (len(kinds) == 1 and "other" not in kinds)
        or kinds <= {"person", "office"}
        or kinds <= {"organisation", "group", "office"}
    )
