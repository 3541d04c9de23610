"""What a sentence has at all: a clash that needs a denial, a figure or a list is not looked for where neither side has one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.details.days import WEEKDAYS
from factcheck.details.nametable import ANYONE

if TYPE_CHECKING:
    from factcheck.details.predications import Predication
    from factcheck.statement import Frame, Unit

DENIED, DENIAL, PHASE, FORCE, SCOPE, ALONE, SUPERLATIVE, FIGURE, LIST, WEEKDAY, ADDED, KIND, UNNAMED = (
    "denied",  # a word is denied
    "denial",  # a word denies what depends on it: "end", "reject"
    "phase",  # "still", "no longer"
    "force",  # "must", "will", "whether"
    "scope",  # "all", "some", "except"
    "alone",  # "only", "sole"
    "superlative",
    "figure",  # a number or a date
    "list",  # a complete list of nouns
    "weekday",
    "added",  # "also", "as well"
    "kind",  # what a thing is said to be
    "unnamed",  # what it takes up nothing in its text names
)
CONTRARY = "contrary"  # two units of a pair of sentences are opposites
_ALONE = ("only", "part")
_FIGURES = ("quantity", "date")

ADDING = frozenset(("also", "too", "as well", "in addition", "besides", "likewise", "again", "additionally"))


def find(
    units: Sequence[Unit],
    frames: Sequence[Frame],
    lists: Sequence[Sequence[int]],
    predications: Sequence[Predication],
    exceptive: bool,
) -> frozenset[str]:
    """Return the traits of a sentence."""
    found = {trait for unit in units for trait in _of_unit(unit)}
    if any(frame.phase for frame in frames):
        found.add(PHASE)
    if any(frame.force or frame.modal for frame in frames):
        found.add(FORCE)
    if exceptive:
        found.add(SCOPE)
    if lists:
        found.add(LIST)
    if predications:
        found.add(KIND)
    return frozenset(found)


def _of_unit(unit: Unit) -> Iterator[str]:
    if unit.negated:
        yield DENIED
    if unit.denial:
        yield DENIAL
    if unit.scope:
        yield SCOPE
    if unit.scope in _ALONE:
        yield ALONE
    if unit.superlative:
        yield SUPERLATIVE
    if unit.kind in _FIGURES:
        yield FIGURE
    if unit.lemma in WEEKDAYS:
        yield WEEKDAY
    if unit.lemma in ADDING:
        yield ADDED
    if unit.lemma.startswith(ANYONE):
        yield UNNAMED
