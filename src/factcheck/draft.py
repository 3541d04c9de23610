"""A sentence while it is read: its tokens, tags and clauses, and the units found so far, which the next steps complete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.structure import Clause
from factcheck.tokens import Token

if TYPE_CHECKING:
    from factcheck.details.dates import Date
    from factcheck.details.names import Name
    from factcheck.details.quantities import Quantity

SEMILIGHT = 0.4  # weight of a word that says little of its own; from this on one says something


@dataclass(slots=True)
class DraftUnit:
    """A unit that may still change; its tokens are tokens[first:last], the other fields are those of the finished Unit."""

    kind: str
    start: int
    end: int
    first: int
    last: int
    lemma: str
    pos: str
    weight: float
    clause: int
    role: str = ""
    negated: bool = False
    focus: bool = False
    scope: str = ""
    comparative: bool = False
    superlative: bool = False
    denial: bool = False
    rank: int = 1
    value: Quantity | Date | Name | None = None
    parts: tuple[str, ...] = ()


@dataclass(slots=True)
class Draft:
    """What is known so far; `owner` gives the unit of a token, -1 for one that is taken by none in particular."""

    tokens: Sequence[Token]
    tags: str
    clauses: Sequence[Clause]
    owner: dict[int, int] = field(default_factory=dict)
    units: list[DraftUnit] = field(default_factory=list)
    denied: dict[int, bool] = field(default_factory=dict)  # clause -> an odd number of negations
    forces: dict[int, str] = field(default_factory=dict)  # clause -> what it says of an act; see details/force.py
    carriers: set[int] = field(default_factory=set)  # units that only carry a force: "required" in "are required to"
    spent: set[int] = field(default_factory=set)  # tokens of denials that are read otherwise; see details/exceptives.py
    carrying: set[int] = field(default_factory=set)  # clauses of passive carriers

    def add(self, kind: str, first: int, last: int, lemma: str, pos: str, weight: float) -> DraftUnit:
        """Add tokens[first:last] as a unit and return it."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        unit = DraftUnit(kind, start, end, first, last, lemma, pos, weight, max(self.clause_at(first), 0))
        self.units.append(unit)
        return unit

    def clause_at(self, token: int) -> int:
        """Return the number of the clause that holds a token, or -1."""
        return next((number for number, c in enumerate(self.clauses) if c.first <= token < c.last), -1)

    def noun_head(self, number: int) -> int:
        """Return the last noun of the noun phrase that begins at a unit: "congestion charge" -> charge."""
        for after in range(number + 1, len(self.units)):
            here, following = self.units[after - 1], self.units[after]
            adjacent = following.first == here.last and here.pos in "na"
            if not (adjacent and following.kind == "word" and following.pos == "n"):
                return after - 1
        return len(self.units) - 1

    def is_detail(self, token: int, kind: str) -> bool:
        """Tell whether a date, name or quantity that has been found begins at a token."""
        return any(unit.first == token and unit.kind == kind for unit in self.units)

    def settle(self) -> None:
        """Put the units in the order of the sentence, once all are found, and note which tokens are theirs."""
        self.units.sort(key=lambda unit: unit.first)
        self.owner = {token: at for at, unit in enumerate(self.units) for token in range(unit.first, unit.last)}
