"""Find the claims that a sentence may be about: an inverted index over all wordings, ranked by shared weight."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter

from rapidfuzz import fuzz

from factcheck import alignment, discourse, lexicon, tagging, words
from factcheck.alignment import Index
from factcheck.database import Claim, Claims
from factcheck.details import names, nametable
from factcheck.details.days import YEAR
from factcheck.referring import Referent
from factcheck.statement import Statement, Unit, parse
from factcheck.terms import Terms
from factcheck.tokens import tokenize

NEAR = (24, 10)  # wordings compared in full a sentence, and claims they may come from
FAR = (100, 30)  # the same for a sentence that those leave unsettled
_FIRST = 5  # of these, claims whose statement and excerpt are compared whatever their words
_MANY = 500  # wordings that share something with a sentence from which those that share little are left out
_FAR = 0.25  # share of the best score below which a wording shares little
_SHORT = 6  # added to a wording's units, so that very short wordings do not win by their length alone
_DOMINANT = 0.2  # share of the claims that must mention a name for it to go without saying


class Wording:
    """One way a claim is put; `role` is statement, excerpt, also or wrong, `terms` are those of all wordings of the database."""

    __slots__ = ("_index", "_terms", "claim", "role", "statement")

    def __init__(self, claim: int, role: str, statement: Statement, terms: Terms) -> None:
        self.claim = claim
        self.role = role
        self.statement = statement
        self._terms = terms
        self._index: Index | None = None

    @property
    def text(self) -> str:
        """Return the wording as it is written."""
        return self.statement.text

    @property
    def index(self) -> Index:
        """Return the wording's units by their keys."""
        return self._index or self.prepare()

    def prepare(self) -> Index:
        """Index the wording, if it has not been indexed yet."""
        if self._index is None:
            self._index = alignment.index(self.statement, self._terms)
        return self._index


class Base:
    """A database ready for search, its claims in the order of their ids: that of the files moves no verdict.

    `starts` holds the number of each claim's first wording and that of all wordings, `lengths` the number of units of
    each wording, `postings` for each key the wordings that hold it, `topics` for each source the names and words that go
    without saying, `source_of` for each claim the number of its source.
    """

    def __init__(
        self,
        claims: Sequence[Claim],
        table: nametable.NameTable,
        wordings: Sequence[Wording],
        starts: Sequence[int],
        lengths: Sequence[int],
        postings: Mapping[str, Sequence[int]],
        topics: Sequence[frozenset[str]],
        source_of: Sequence[int],
    ) -> None:
        self.claims = claims
        self.table = table
        self.wordings = wordings
        self.postings = postings
        self.topics = topics
        self.source_of = source_of
        self.of_claim = [range(start, end) for start, end in pairwise(starts)]
        self.claim_of = [claim for claim, own in enumerate(self.of_claim) for _ in own]
        self.roots = [math.sqrt(_SHORT + length) for length in lengths]


def topic_of(base: Base, claim: int) -> frozenset[str]:
    """Return the names and words that go without saying in a claim: those of its source."""
    return base.topics[base.source_of[claim]]


def keys(unit: Unit) -> list[tuple[str, float]]:
    """Return the search keys of a unit with their weights."""
    if unit.kind == "word":
        sense = words.sense(unit.lemma, unit.pos)
        weight = unit.weight + 0.1
        found = [(sense.own, weight)]
        found += [(key, 0.6 * weight) for key in sense.family if key[0] == "~"]
        found += [(key, 0.5 * weight) for key in sense.rows]
        found += [("=" + part, 0.15 * weight) for part in unit.parts] if unit.pos == "n" and len(unit.parts) > 1 else []
        return found
    if unit.kind == "name":
        return [("@" + unit.lemma, 1.0), *(("=" + part, 0.5) for part in unit.parts)]
    if unit.kind == "quantity":
        return [(f"#{getattr(unit.value, 'high', 0):g}", 1.0)]
    return [(f"d{int(getattr(unit.value, 'low', 0)) // YEAR}", 0.5)]


def name_table(claims: Claims) -> nametable.NameTable:
    """Return the table of the database's names; persons are also known by their last word."""
    given = [(name.name, name.kind, (*name.also, *_surname(name.name, name.kind))) for name in claims.names]
    return nametable.table_of(given)


def _surname(name: str, kind: str) -> tuple[str, ...]:
    parts = name.split()
    return (parts[-1],) if kind == "person" and len(parts) > 1 and len(parts[-1]) > 3 else ()


def build(claims: Claims) -> Base:
    """Parse and index every wording of a database."""
    ordered = tuple(claims.claims[number] for number in order(claims))
    table = name_table(claims)
    _learn_names(ordered, table)
    wordings: list[Wording] = []
    terms = Terms()
    starts = [0]
    referents = _referents(claims.claims, table) if claims.running else {}
    for number, claim in enumerate(ordered):
        told = referents.get(claim.id)
        wordings += [Wording(number, role, parse(text, table, told), terms) for role, text in _texts(claim)]
        starts.append(len(wordings))
    postings: dict[str, list[int]] = {}
    for number, wording in enumerate(wordings):
        for key in {key for unit in wording.statement.units for key, _ in keys(unit)}:
            postings.setdefault(key, []).append(number)
    lengths = [len(wording.statement.units) for wording in wordings]
    numbers = {source: number for number, source in enumerate(sorted({claim.source.id for claim in ordered}))}
    source_of = [numbers[claim.source.id] for claim in ordered]
    topics = _topics(ordered, source_of, wordings, table)
    return Base(ordered, table, wordings, starts, lengths, postings, topics, source_of)


def _referents(claims: Sequence[Claim], table: nametable.NameTable) -> dict[str, Mapping[int, Referent]]:
    """Return for the claims of a running text, by their ids, what their pronouns stand for."""
    found = discourse.referents([claim.statement for claim in claims], table)
    return {claim.id: own for claim, own in zip(claims, found, strict=True)}


def order(claims: Claims) -> list[int]:
    """Return the numbers of the claims in the order of their ids."""
    return sorted(range(len(claims.claims)), key=lambda number: claims.claims[number].id)


def _texts(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield the wordings of a claim with their roles; those of a debunked claim are wrong, what denies it is right."""
    debunked = claim.rating == "false"
    yield "wrong" if debunked else "statement", claim.statement
    if claim.excerpt != claim.statement:
        yield "excerpt", claim.excerpt
    yield from (("wrong" if debunked else "also", text) for text in claim.also)
    yield from (("also" if debunked else "wrong", text) for text in claim.wrong)


def _learn_names(claims: Sequence[Claim], table: nametable.NameTable) -> None:
    """Add the names that the claims themselves use, so that they are known as a first word and in small letters."""
    for claim in claims:
        for text in (claim.statement, claim.excerpt):
            tokens = tokenize(text)
            for name in names.find(tokens, tagging.tag(tokens), table):
                plain = name.last - name.first == 1 and lexicon.lookup(tokens[name.first].norm) is not None
                if name.entity.id[0] == "u" and not plain:
                    table.add(text[tokens[name.first].start : tokens[name.last - 1].end], name.entity)


def _topics(
    claims: Sequence[Claim], source_of: Sequence[int], wordings: Sequence[Wording], table: nametable.NameTable
) -> list[frozenset[str]]:
    """Return for each source what goes without saying in it."""
    own: dict[int, list[Claim]] = defaultdict(list)
    for claim, source in zip(claims, source_of, strict=True):
        own[source].append(claim)
    named: dict[int, set[tuple[int, str]]] = defaultdict(set)
    for wording in wordings:
        names_ = {(wording.claim, unit.lemma) for unit in wording.statement.units if unit.kind == "name"}
        names_ = {(claim, lemma) for claim, lemma in names_ if lemma[0] != nametable.ANYONE}
        named[source_of[wording.claim]] |= names_
    return [_topic(own[number], named[number], table) for number in sorted(own)]


def _topic(own: Sequence[Claim], named: set[tuple[int, str]], table: nametable.NameTable) -> frozenset[str]:
    """Return a name that is in far more claims of a source than any other, and the words of its title."""
    ranked = sorted(Counter(lemma for _, lemma in named).items(), key=lambda item: (-item[1], item[0]))
    often = bool(ranked) and ranked[0][1] >= _DOMINANT * len(own)
    main = {ranked[0][0]} if often and (len(ranked) < 2 or ranked[1][1] * 2 <= ranked[0][1]) else set()
    units = parse(own[0].source.title, table).units
    title = {unit.lemma for unit in units if unit.kind == "word"}
    named_there = {unit.lemma for unit in units if unit.kind == "name"}
    if len(named_there) == 1:
        main |= named_there & {name for name, _ in ranked[:1]}
    return frozenset(main | title)


def find(said: Statement, base: Base) -> list[tuple[int, float]]:
    """Return the nearest wordings for a sentence as (number, score), best first."""
    return next(rounds(said, base))


def rounds(said: Statement, base: Base) -> Iterator[list[tuple[int, float]]]:
    """Yield the best wordings for a sentence as (number, score), best first: the nearest, then others besides, if there are any."""
    scores = _scores(said, base)
    if any(unit.kind == "name" for unit in said.units):  # of whom a text may speak that names nobody
        for sort in discourse.SORTS:
            for number in base.postings.get(f"@{nametable.ANYONE}{sort}", ()):
                scores.setdefault(number, 0.0)
    roots = base.roots
    floor = _FAR * max(scores.values(), default=0.0) if len(scores) > _MANY else 0.0
    ranked = [(-score / roots[number], number) for number, score in scores.items() if score >= floor]
    ranked.sort()
    near = _limit(ranked, scores, base, *NEAR)
    yield near
    taken = {number for number, _ in near}
    if far := [item for item in _limit(ranked, scores, base, *FAR) if item[0] not in taken]:
        yield far


def _scores(said: Statement, base: Base) -> dict[int, float]:
    """Return for each wording the worth of the keys that it shares with a sentence, the best one of each unit."""
    total = len(base.wordings) + 2  # so that a key is worth something even where every wording holds it
    found = []
    for unit in said.units:
        hits = [
            (weight * math.log(total / (1 + len(numbers))), numbers)
            for key, weight in keys(unit)
            if (numbers := base.postings.get(key))
        ]
        hits.sort(key=itemgetter(0))
        found.append(hits)
    found.sort(key=lambda hits: sum(len(numbers) for _, numbers in hits))
    scores: dict[int, float] = {}
    for hits in found:
        best: dict[int, float] = {}
        for worth, numbers in hits:
            common = len(scores) >= _MANY and len(numbers) > _MANY  # what many wordings hold finds no new ones
            best.update(dict.fromkeys(scores.keys() & frozenset(numbers) if common else numbers, worth))
        for number, worth in best.items():
            scores[number] = scores.get(number, 0.0) + worth
    return scores


def _limit(
    ranked: Iterable[tuple[float, int]], scores: Mapping[int, float], base: Base, wordings: int, claims: int
) -> list[tuple[int, float]]:
    """Return the first of ranked wordings, of so many claims, with the statement and excerpt of the first claims."""
    found: list[tuple[int, float]] = []
    per_claim: dict[int, int] = {}
    for _, number in ranked:
        claim = base.claim_of[number]
        if claim not in per_claim and len(per_claim) >= claims:
            continue
        per_claim[claim] = per_claim.get(claim, 0) + 1
        found.append((number, scores[number]))
        if len(found) >= wordings:
            break
    taken = {number for number, _ in found}
    first = list(per_claim)[:_FIRST]
    found += [(number, 0.0) for claim in first for number in base.of_claim[claim][:2] if number not in taken]
    return found


def similarity(text: str, other: str) -> float:
    """Return the fuzzy similarity of two texts, 0 to 100; it ranks and never decides."""
    return round(fuzz.token_sort_ratio(text.casefold(), other.casefold()), 1)
