"""Keep a database's compiled form between runs, so that a run reads only the wordings that it compares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck import cache as kept
from factcheck import candidates
from factcheck.candidates import Base, Wording
from factcheck.database import Claims
from factcheck.details.ages import Age
from factcheck.details.causes import Cause
from factcheck.details.comparatives import Comparative
from factcheck.details.dates import Date
from factcheck.details.holders import Holding
from factcheck.details.names import Name
from factcheck.details.nametable import Entity, NameTable, packed, unpacked
from factcheck.details.offices import Post
from factcheck.details.order import Link
from factcheck.details.portions import Portion
from factcheck.details.predications import Predication
from factcheck.details.quantities import Quantity
from factcheck.details.relations import Relation
from factcheck.details.shifts import Shift
from factcheck.details.slots import Slot
from factcheck.details.stretches import Stretch
from factcheck.details.ties import Tie
from factcheck.details.timeline import Event
from factcheck.packed import Loaded
from factcheck.referring import StandIn
from factcheck.statement import Frame, Statement, Unit
from factcheck.terms import Terms

_RECORDS = (
    Statement,
    Unit,
    Frame,
    Link,
    Comparative,
    Holding,
    Post,
    Relation,
    Slot,
    Portion,
    Quantity,
    Date,
    Name,
    Entity,
    Event,
    Tie,
    Shift,
    Stretch,
    Age,
    Predication,
    StandIn,
    Cause,
)  # what a statement is made of
_FIELDS: dict[type, tuple[str, ...]] = {record: record.__match_args__ for record in _RECORDS}
_PLAIN = (type(None), str, int, float, bool, frozenset)
_FEW = 100  # wordings; fewer are parsed faster than their form is kept
_REMEMBERED = 4  # databases in use at the same time
_HEAD, _ORDER, _WORDING = "\thead", "\torder", "\t"  # no search key begins with a tab

_bases: list[tuple[Claims, Base]] = []


def base_of(claims: Claims) -> Base:
    """Return the compiled form of a database."""
    for known, base in _bases:
        if known is claims:
            return base
    base = candidates.build(claims) if _is_small(claims) else _kept(claims)
    _bases.append((claims, base))
    del _bases[:-_REMEMBERED]
    return base


def _is_small(claims: Claims) -> bool:
    """Tell whether a database is not worth keeping."""
    return len(claims.claims) < _FEW and sum(2 + len(claim.also) + len(claim.wrong) for claim in claims.claims) < _FEW


def _content(claims: Claims) -> str:
    """Return all that a compiled form depends on; the digest stands for the claims as they were read from files."""
    read = isinstance(claims.claims, Loaded)
    return repr((claims.digest if read else claims.claims, claims.names, claims.sources, claims.running))


def _kept(claims: Claims) -> Base:
    def compiled() -> Mapping[str, Any]:
        return {**flattened(candidates.build(claims)), _ORDER: candidates.order(claims)}

    items = kept.mapping("base", compiled, _content(claims))
    head, order = items[_HEAD], items[_ORDER]
    terms = Terms()

    def wording(number: int) -> Wording:
        claim, role, statement = items[f"{_WORDING}{number}"]
        return Wording(claim, role, _record(statement), terms)

    return Base(
        Loaded(len(order), lambda number: claims.claims[order[number]]),
        NameTable({first: unpacked(known) for first, known in head["forms"].items()}, head["canonical"]),
        Loaded(len(head["lengths"]), wording),
        head["starts"],
        head["lengths"],
        items,
        [frozenset(topic) for topic in head["topics"]],
        head["source_of"],
    )


def flattened(base: Base) -> Mapping[str, Any]:
    """Return a compiled form as plain values: its postings, its wordings, and the rest."""
    items: dict[str, Any] = dict(base.postings)
    for number, wording in enumerate(base.wordings):
        items[f"{_WORDING}{number}"] = (wording.claim, wording.role, _plain(wording.statement))
    items[_HEAD] = {
        "forms": packed(base.table.forms),
        "canonical": base.table.canonical,
        "starts": [0, *(own.stop for own in base.of_claim)],
        "lengths": [len(wording.statement.units) for wording in base.wordings],
        "topics": [sorted(topic) for topic in base.topics],
        "source_of": list(base.source_of),
    }
    return items


def _plain(value: Any) -> Any:
    """Return a value as marshal knows it: a record as a list of its type, the places of records in it, its fields."""
    if type(value) in _PLAIN:
        return value
    if type(value) is tuple:
        return tuple(_plain(item) for item in value)
    values = [getattr(value, name) for name in _FIELDS[type(value)]]
    nested = tuple(place for place, item in enumerate(values) if _holds_records(item))
    return [_RECORDS.index(type(value)), nested, *map(_plain, values)]


def _holds_records(value: Any) -> bool:
    return any(map(_holds_records, value)) if type(value) is tuple else type(value) not in _PLAIN


def _record(value: Any) -> Any:
    """Return what `_plain` made plain."""
    if type(value) is tuple:
        return tuple([_record(item) for item in value])
    number, nested, *values = value
    for place in nested:
        values[place] = _record(values[place])
    return _RECORDS[number](*values)
