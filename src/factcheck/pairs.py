"""Pair each detail of a sentence with the claim's words for it: in its excerpt, else in its statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import isclose
from typing import Literal, NamedTuple

from factcheck.alignment import Index, Match
from factcheck.candidates import Base, Wording, topic_of
from factcheck.comparison import Comparison, compare
from factcheck.decision import HARD, LEAST, WEIGHTY, Decision, Evidence
from factcheck.details import quantities
from factcheck.details.measures import ROUNDING, Quantity
from factcheck.findings import RIGHT, Relation, Span, Where
from factcheck.spans import is_compared, shown, together, touches
from factcheck.statement import Statement, Unit

Note = Literal["", "denied", "derived"]


class Pair(NamedTuple):
    """A detail of the sentence and the claim's words for it.

    `stated` is None where neither excerpt nor statement has any; `quote` is then what another wording has, or what the
    other claim with the id `claim` says. `note` is "denied" where it is the sentence that denies, "derived" where a
    figure follows from stated ones.
    """

    kind: str
    relation: Relation
    said: Span
    stated: Span | None = None
    where: Where = "excerpt"
    quote: str = ""
    claim: str = ""
    note: Note = ""


@dataclass(frozen=True, slots=True)
class Text:
    """The excerpt or the statement of a claim, and the sentence compared with it."""

    where: Where
    index: Index
    comparison: Comparison

    @property
    def statement(self) -> Statement:
        """Return the text as it was read."""
        return self.index.statement


class Spot(NamedTuple):
    """A unit of the excerpt or of the statement."""

    text: Text
    number: int

    @property
    def unit(self) -> Unit:
        """Return the unit itself."""
        return self.text.statement.units[self.number]

    def shown(self, kind: str = "") -> Span:
        """Return the unit as a reader is shown it."""
        return shown(self.text.statement, self.number, kind)


class Case:
    """What decided a part of a sentence: `texts` are the claim's excerpt and statement, `others` its further wordings.

    `cover` is, for each unit of the sentence, the share that the claim covers in any wording but its misstatements.
    """

    def __init__(self, part: Sequence[int], decision: Decision, base: Base, evidence: Sequence[Evidence]) -> None:
        assert decision.evidence
        self.part = part
        self.decision = decision
        self.own = decision.evidence.comparison
        self.said = self.own.said
        self.claim = decision.evidence.claim
        self.wrong = decision.evidence.wrong
        self.texts = list(_texts(self.claim, base, evidence))
        right = [item.comparison for item in evidence if item.claim == self.claim and not item.wrong]
        self.others = [each for each in right if all(each is not text.comparison for text in self.texts)]
        self.cover = covered(right, len(self.said.units))
        self._compared: dict[tuple[int, Where], Comparison] = {}

    def spot(self, stated: Statement, number: int) -> Spot | None:
        """Return where the excerpt, else the statement, says what a unit of some wording says."""
        for text in self.texts:
            if text.statement is stated:
                return Spot(text, number)
            match = self._through(stated, text).matches[number]
            if match and _same(stated.units[number], text.statement.units[match.stated]):
                return Spot(text, match.stated)
        return None

    def _through(self, stated: Statement, text: Text) -> Comparison:
        """Return the comparison of a wording with one of the texts, made once."""
        key = id(stated), text.where
        if key not in self._compared:
            self._compared[key] = compare(stated, text.index)
        return self._compared[key]

    def answers(self, number: int) -> Iterator[tuple[Spot, Relation]]:
        """Yield where the excerpt and the statement say what a unit of the sentence says, and how exactly they do."""
        for text in self.texts:
            if match := _answer(text.comparison, number):
                yield Spot(text, match.stated), match.relation
        match = None if self.wrong else _answer(self.own, number)
        if match and (spot := self.spot(self.own.stated, match.stated)):
            yield spot, match.relation


def _texts(claim: int, base: Base, evidence: Sequence[Evidence]) -> Iterator[Text]:
    """Yield the excerpt of a claim and its statement, or only one text where they are equal."""
    statement, *others = (base.wordings[number] for number in base.of_claim[claim][:2])
    compared = {id(item.comparison.stated): item.comparison for item in evidence if item.claim == claim}
    said = evidence[0].comparison.said

    def compared_with(wording: Wording) -> Comparison:
        return compared.get(id(wording.statement)) or compare(said, wording.index, topic_of(base, claim))

    excerpt = next((wording for wording in others if wording.role == "excerpt"), None)
    if excerpt is None:
        yield Text("excerpt", statement.index, compared_with(statement))
        return
    yield Text("excerpt", excerpt.index, compared_with(excerpt))
    yield Text("statement", statement.index, compared_with(statement))


def _answer(comparison: Comparison, number: int) -> Match | None:
    match = comparison.matches[number]
    return match if match and comparison.cover[number] >= LEAST else None


def _same(unit: Unit, partner: Unit) -> bool:
    """Tell whether two matched units give one value, and not only one that allows the other or follows from it."""
    one, other = unit.value, partner.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return True
    return isclose(one.low, other.low, rel_tol=ROUNDING)


def _note(unit: Unit, partner: Unit) -> Note:
    """Tell whether a figure is not stated itself, but follows from stated ones by arithmetic."""
    one, other = unit.value, partner.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return ""
    return "" if quantities.compare(one, other) in RIGHT else "derived"


def covered(comparisons: Iterable[Comparison], units: int) -> list[float]:
    """Return for each unit of a sentence the greatest share of it that one of some wordings covers."""
    shares = zip([0.0] * units, *(comparison.cover for comparison in comparisons), strict=True)
    return [max(share) for share in shares]


def details(case: Case, clashing: Iterable[Pair] = ()) -> list[Pair]:
    """Return the details of the part that the claim bears out; where there are none, the words that it shares."""
    spans = [pair.said for pair in clashing]
    kinds = [(number, _kind(case.said, number)) for number in case.part]
    found = [pair for number, kind in kinds if kind and (pair := _detail(case, number, kind))]
    if not found and not spans:
        words = [number for number in case.part if case.said.units[number].weight >= WEIGHTY]
        found = [pair for number in words if (pair := _detail(case, number, "wording")) and pair.stated]
    return merged(case, (pair for pair in found if not touches(pair.said, spans)))


def _kind(said: Statement, number: int) -> str:
    """Return which kind of detail a unit is; "" for a mere word."""
    unit = said.units[number]
    if unit.kind in HARD:
        return "attribution" if number in said.speakers and unit.kind == "name" else unit.kind
    if unit.focus and unit.negated:
        return "negation"
    if unit.superlative:
        return "rank"
    if unit.scope and unit.scope != "part":
        return "scope"
    return "order" if any(link.measure == number for link in said.links) else ""


def _detail(case: Case, number: int, kind: str) -> Pair | None:
    """Return a detail that the claim bears out, with the very same word for it rather than with another one."""
    unit = case.said.units[number]
    best: tuple[Spot, Relation] | None = None
    for spot, relation in case.answers(number):
        if best is None or spot.unit.lemma == unit.lemma:
            best = spot, relation
        if spot.unit.lemma == unit.lemma:
            break
    if best is None:
        return _elsewhere(case, number, kind)
    spot, relation = best
    if kind == "attribution" and spot.number not in spot.text.statement.speakers:
        kind = "name"
    if kind == "order" and not is_compared(spot.text.statement, spot.number):
        return None  # it follows from what the claim says of each side
    said, note = shown(case.said, number, kind), _note(unit, spot.unit)
    return Pair(kind, relation, said, spot.shown(kind), spot.text.where, note=note)


def _elsewhere(case: Case, number: int, kind: str) -> Pair | None:
    """Return a detail that only another wording of the claim bears out."""
    for comparison in case.others if case.wrong else (case.own, *case.others):
        if match := _answer(comparison, number):
            return Pair(kind, match.relation, shown(case.said, number, kind), quote=comparison.stated.text)
    return None


def unanswered(said: Statement, part: Iterable[int], cover: Sequence[float], told: Iterable[Pair] = ()) -> list[int]:
    """Return the weighty units of a part that nothing covers and that no pair told of already."""
    spans = [pair.said for pair in told]
    missing = (number for number in part if said.units[number].weight >= WEIGHTY and cover[number] < LEAST)
    return [number for number in missing if not touches(shown(said, number), spans)]


def missed(said: Statement, numbers: Iterable[int]) -> list[Pair]:
    """Return units as details that nothing states; those that stand together become one."""
    found: list[Pair] = []
    last = -1
    for number in numbers:
        unit, words = said.units[number], shown(said, number)
        pair = Pair("wording" if unit.kind == "word" else unit.kind, Relation.UNSTATED, words)
        kind = "wording" if unit.clause == said.units[last].clause else ""  # across clauses only what touches
        if found and (near := together(said.text, found[-1].said, words, kind)):
            found[-1] = pair._replace(kind="wording", said=near)
        else:
            found.append(pair)
        last = number
    return found


def merged(case: Case, pairs: Iterable[Pair]) -> list[Pair]:
    """Return pairs in the order of the sentence; those that touch each other, there and in the claim, become one."""
    texts = {text.where: text.statement.text for text in case.texts}
    found: list[Pair] = []
    for pair in sorted(pairs, key=lambda pair: (pair.said.start, pair.said.end)):
        joined = _joined(found[-1], pair, case.said.text, texts[pair.where]) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(pair)
    return found


def _joined(one: Pair, other: Pair, said_text: str, stated_text: str) -> Pair | None:
    """Return two pairs as one, None where they differ in more than their words or stand apart."""
    said = together(said_text, one.said, other.said, one.kind)
    if said is None or one._replace(said=other.said, stated=other.stated) != other:
        return None
    if one.stated is None or other.stated is None:
        return one._replace(said=said) if one.stated is other.stated else None
    stated = together(stated_text, one.stated, other.stated, one.kind)
    if stated is None and one.said.start == other.said.start:
        stated = one.stated  # one "not" that denies several words
    return one._replace(said=said, stated=stated) if stated else None
