"""Find the claims that a sentence may be about: an inverted index over all wordings, ranked by shared weight."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from factcheck import alignment, lexicon, tagging, words
from factcheck.alignment import Index
from factcheck.database import Claim, Claims
from factcheck.details import names
from factcheck.statement import Statement, Unit, parse
from factcheck.tokens import tokenize

WORDINGS = 24  # wordings compared in full a sentence
CLAIMS = 10  # claims they may come from
_DOMINANT = 0.2  # share of the claims that must mention a name for it to go without saying


@dataclass(slots=True)
class Wording:
    """One way a claim is put; `role` is statement, excerpt, also or wrong."""

    claim: int
    role: str
    text: str
    statement: Statement
    _index: Index | None = None

    @property
    def index(self) -> Index:
        if self._index is None:
            self._index = alignment.index(self.statement)
        return self._index


@dataclass
class Base:
    """A database ready for search: its wordings, and for each key the wordings that hold it."""

    claims: tuple[Claim, ...]
    table: names.NameTable
    wordings: list[Wording] = field(default_factory=list)
    postings: dict[str, list[int]] = field(default_factory=dict)
    of_claim: list[list[int]] = field(default_factory=list)
    topic: frozenset[str] = frozenset()  # names and words that go without saying in this source


def keys(unit: Unit) -> list[tuple[str, float]]:
    """Return the search keys of a unit with their weights."""
    if unit.kind == "word":
        sense = words.sense(unit.lemma, unit.pos)
        weight = unit.weight + 0.1
        found = [(sense.own, weight)]
        found += [(key, 0.6 * weight) for key in sense.family if key[0] == "~"]
        found += [(key, 0.5 * weight) for key in sense.rows]
        return found
    if unit.kind == "name":
        return [("@" + unit.lemma, 1.0), *(("=" + part, 0.5) for part in unit.parts)]
    if unit.kind == "quantity":
        return [(f"#{getattr(unit.value, 'high', 0):g}", 1.0)]
    return [(f"d{int(getattr(unit.value, 'low', 0)) // 372}", 0.5)]


def name_table(claims: Claims) -> names.NameTable:
    """Return the table of the database's names; persons are also known by their last word."""
    given = [(name.name, name.kind, (*name.also, *_surname(name.name, name.kind))) for name in claims.names]
    return names.table_of(given)


def _surname(name: str, kind: str) -> tuple[str, ...]:
    parts = name.split()
    return (parts[-1],) if kind == "person" and len(parts) > 1 and len(parts[-1]) > 3 else ()


def build(claims: Claims) -> Base:
    """Parse and index every wording of a database."""
    base = Base(claims.claims, name_table(claims))
    _learn_names(base)
    for number, claim in enumerate(claims.claims):
        texts = [("statement", claim.statement), ("excerpt", claim.excerpt), *(("also", text) for text in claim.also), *(("wrong", text) for text in claim.wrong)]
        own = []
        for role, text in texts:
            if role == "excerpt" and text == claim.statement:
                continue
            own.append(len(base.wordings))
            base.wordings.append(Wording(number, role, text, parse(text, base.table)))
        base.of_claim.append(own)
    base.topic = _topic(claims, base)
    for number, wording in enumerate(base.wordings):
        for key in {key for unit in wording.statement.units for key, _ in keys(unit)}:
            base.postings.setdefault(key, []).append(number)
    return base


def _learn_names(base: Base) -> None:
    """Add the names that the claims themselves use, so that they are known at the beginning of a sentence and in small letters."""
    for claim in base.claims:
        for text in (claim.statement, claim.excerpt):
            tokens = tokenize(text)
            for name in names.find(tokens, tagging.tag(tokens), base.table):
                plain = name.last - name.first == 1 and lexicon.lookup(tokens[name.first].norm) is not None
                if name.entity.id[0] == "u" and not plain:
                    base.table.add(text[tokens[name.first].start : tokens[name.last - 1].end], name.entity)


def _topic(claims: Claims, base: Base) -> frozenset[str]:
    """Return what goes without saying: a name in far more claims than any other name, the words of the sources' titles."""
    counts: dict[str, int] = defaultdict(int)
    for own in base.of_claim:
        for lemma in {unit.lemma for number in own for unit in base.wordings[number].statement.units if unit.kind == "name"}:
            counts[lemma] += 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    main = {ranked[0][0]} if ranked and ranked[0][1] >= _DOMINANT * len(claims.claims) and (len(ranked) < 2 or ranked[1][1] * 2 <= ranked[0][1]) else set()
    if len(claims.sources) > 1:
        return frozenset(main)
    title = {unit.lemma for source in claims.sources for unit in parse(source.title, base.table).units if unit.kind == "word"}
    return frozenset(main | title)


def find(said: Statement, base: Base) -> list[tuple[int, float]]:
    """Return the best wordings for a sentence as (number, score), best first, at most WORDINGS from at most CLAIMS claims."""
    scores: dict[int, float] = defaultdict(float)
    total = len(base.wordings) + 1
    for unit in said.units:
        best: dict[int, float] = {}
        for key, weight in keys(unit):
            hits = base.postings.get(key, ())
            worth = weight * math.log(total / (1 + len(hits)))
            for number in hits:
                if best.get(number, 0.0) < worth:
                    best[number] = worth
        for number, worth in best.items():
            scores[number] += worth
    ranked = sorted(scores.items(), key=lambda item: (-item[1] / math.sqrt(6 + len(base.wordings[item[0]].statement.units)), item[0]))
    return _limit(ranked, base)


def _limit(ranked: Sequence[tuple[int, float]], base: Base) -> list[tuple[int, float]]:
    found: list[tuple[int, float]] = []
    per_claim: dict[int, int] = {}
    for number, score in ranked:
        claim = base.wordings[number].claim
        if claim not in per_claim and len(per_claim) >= CLAIMS:
            continue
        per_claim[claim] = per_claim.get(claim, 0) + 1
        found.append((number, score))
        if len(found) >= WORDINGS:
            break
    taken = {number for number, _ in found}
    found += [(number, 0.0) for claim in per_claim for number in base.of_claim[claim][:2] if number not in taken]
    return found


def similarity(text: str, other: str) -> float:
    """Return the fuzzy similarity of two texts, 0 to 100; it ranks and never decides."""
    return round(fuzz.token_sort_ratio(text.casefold(), other.casefold()), 1)
