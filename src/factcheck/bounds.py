"""Bounds under a denial: "not more than 60" says "not more than 80" and nothing of 40, where "more than 60" says "more than 40".

A negation reverses entailment (natural logic), so that two denied bounds are compared the other way round.
"""

from __future__ import annotations

from factcheck.details.dates import Date
from factcheck.details.quantities import Quantity
from factcheck.statement import Statement, Unit


def are_denied(said: Statement, unit: Unit, stated: Statement, partner: Unit) -> bool:
    """Tell whether a detail of a sentence and one of a wording are both bounds under a denial."""
    return is_denied(said, unit) and is_denied(stated, partner)


def is_denied(statement: Statement, unit: Unit) -> bool:
    """Tell whether a unit is a bound that its clause denies; that of a subject is no part of it: "more than 60 did not vote"."""
    bound = (isinstance(unit.value, Quantity) and unit.value.comparator in ("more", "less")) or (
        isinstance(unit.value, Date) and unit.value.relation in ("before", "after")
    )
    return bound and unit.role != "s" and statement.frames[unit.clause].denied
