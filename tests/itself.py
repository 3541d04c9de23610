"""A wording against itself, without the step that answers by its being the same text."""

from __future__ import annotations

from factcheck.alignment import Index, index
from factcheck.comparison import compare
from factcheck.decision import LEAST, WEIGHTY
from factcheck.entailment import holds
from factcheck.statement import Statement


def open_words(statement: Statement, indexed: Index | None = None) -> list[str]:
    """Return the weighty words of a wording that it does not cover in itself, all of them where its sense is not kept."""
    comparison = compare(statement, indexed or index(statement))
    kept = holds(comparison, range(len(statement.units)))
    cover = comparison.cover if kept else [0.0] * len(statement.units)
    units = zip(statement.units, cover, strict=True)
    return [unit.lemma for unit, share in units if unit.weight >= WEIGHTY and share < LEAST]
