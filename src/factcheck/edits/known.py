"""What a database states: what an edit must not happen to say as well."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.candidates import Base, Wording
from factcheck.database import Name
from factcheck.details import names
from factcheck.details.dates import Date
from factcheck.details.quantities import Quantity
from factcheck.draft import SEMILIGHT
from factcheck.edits.edit import Edit, Original, key
from factcheck.statement import Statement, Unit, parse
from factcheck.tokens import tokenize

_JOINED = re.compile(r"\w\s*[-‐‑–—]\s*\d|\b(?:to|until|till|through|and)\b")  # what makes two dates a period
_EVERYWHERE = 0.2  # share of the claims from which a name says nothing of what it is named with


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something with a name; `country` is that of a city, "" for all others."""

    id: str
    kind: str
    form: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """What the right wordings of one claim state."""

    figures: tuple[Quantity, ...]
    dates: tuple[Date, ...]
    periods: tuple[Date, ...]  # the dates that last from one day, month or year to another
    entities: frozenset[str]  # who and what is named, and the countries of the cities among them


class Known:
    """What the right wordings of a database state, claim by claim and all together."""

    def __init__(self, base: Base, given: Iterable[Name] = ()) -> None:
        self.base = base
        self._right = [[base.wordings[n] for n in own if base.wordings[n].role != "wrong"] for own in base.of_claim]
        everything = [wording for own in self._right for wording in own]
        self._texts = frozenset(key(wording.text) for wording in everything)
        self.stated = [_stated(own) for own in self._right]
        self.figures = tuple(figure for stated in self.stated for figure in stated.figures)
        self.entities = frozenset(entity for stated in self.stated for entity in stated.entities)
        counts = Counter(entity for stated in self.stated for entity in stated.entities)
        self._everywhere = {entity for entity, count in counts.items() if count > _EVERYWHERE * len(self.stated)}
        self.lemmas = frozenset(unit.lemma for wording in everything for unit in wording.statement.units)
        self.names = sorted(_named(base, everything, given), key=lambda named: named.id)

    def originals(self, claims: Iterable[int]) -> Iterator[Original]:
        """Yield the right wordings of some claims."""
        for claim in claims:
            for wording in self._right[claim]:
                yield Original(claim, wording.role, wording.statement, tokenize(wording.text))

    def is_stated(self, text: str) -> bool:
        """Tell whether a text is itself one of the right wordings."""
        return key(text) in self._texts

    def reread(self, edit: Edit, kind: str) -> Unit | None:
        """Return the detail of a kind that stands where an edit was made, None where it reads as something else."""
        units = parse(edit.text, self.base.table).units
        return next((unit for unit in units if unit.kind == kind and unit.start <= edit.start < unit.end), None)

    def says(self, entity: str, lemmas: frozenset[str]) -> bool:
        """Tell whether a right wording names an entity and has all of some words."""
        found = (self.base.wordings[number] for number in self.base.postings.get(f"@{entity}", ()))
        return any(lemmas <= telling(wording.statement) for wording in found if wording.role != "wrong")

    def pairs(self, entity: str, partners: set[str]) -> bool:
        """Tell whether a right wording names an entity with all of some partners, of whom some are not everywhere."""
        rare = partners - self._everywhere
        found = (self.base.wordings[number] for number in self.base.postings.get(f"@{entity}", ()))
        named = ({unit.lemma for unit in each.statement.units} for each in found if each.role != "wrong")
        return bool(rare) and any(rare <= lemmas for lemmas in named)


def telling(statement: Statement) -> frozenset[str]:
    """Return the names and words that tell what a wording is about."""
    return frozenset(
        unit.lemma for unit in statement.units if unit.kind in ("name", "word") and unit.weight >= SEMILIGHT
    )


def _stated(wordings: Iterable[Wording]) -> Stated:
    units = [(wording.text[unit.start : unit.end], unit) for wording in wordings for unit in wording.statement.units]
    values = [unit.value for _, unit in units if unit.value is not None]
    entities = [value.entity for value in values if isinstance(value, names.Name)]
    return Stated(
        tuple(value for value in values if isinstance(value, Quantity)),
        tuple(value for value in values if isinstance(value, Date) and not value.clock),
        tuple(
            unit.value
            for text, unit in units
            if isinstance(unit.value, Date) and not unit.value.clock and _JOINED.search(text)
        ),
        frozenset(found for entity in entities for found in (entity.id, entity.country) if found),
    )


def _named(base: Base, wordings: Sequence[Wording], given: Iterable[Name]) -> list[Named]:
    """Return who and what a database names, by its table; of a kind that is not in it, by the wordings."""
    found: dict[str, Named] = {}
    for name in given:
        tokens = tokenize(name.name)
        if known := base.table.longest(tokens, 0) if tokens else None:
            _, entity, _ = known
            found.setdefault(entity.id, Named(entity.id, entity.kind, name.name, entity.country))
    listed = {named.kind for named in found.values()}
    for statement in (wording.statement for wording in wordings):
        for unit, value in _names_in(statement):
            form = statement.text[unit.start : unit.end]
            if form[:1].isupper() and not value.adjective and value.entity.kind not in listed:
                entity = value.entity
                found.setdefault(entity.id, Named(entity.id, entity.kind, form, entity.country))
    return list(found.values())


def _names_in(statement: Statement) -> Iterator[tuple[Unit, names.Name]]:
    for unit in statement.units:
        if isinstance(unit.value, names.Name):
            yield unit, unit.value
