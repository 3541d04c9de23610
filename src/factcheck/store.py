"""Keep a database's compiled form between runs, so that a run reads only the wordings that it compares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from factcheck import cache, candidates
from factcheck.candidates import Base, Wording
from factcheck.database import Claims
from factcheck.details.dates import Date
from factcheck.details.names import Entity, Name, NameTable
from factcheck.details.order import Link
from factcheck.details.quantities import Quantity
from factcheck.packed import Loaded
from factcheck.statement import Frame, Statement, Unit

_RECORDS = (Statement, Unit, Frame, Link, Quantity, Date, Name, Entity, NameTable)  # what a compiled form is made of
_NESTED = frozenset((tuple, list, dict))
_FEW = 100  # wordings; fewer are parsed faster than their form is kept
_REMEMBERED = 4  # databases in use at the same time
_HEAD, _WORDING = "\thead", "\t"  # no search key begins with a tab

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
    """Tell whether a database is not worth keeping, or has nothing to know it by."""
    if not claims.digest:
        return True
    return len(claims.claims) < _FEW and sum(2 + len(claim.also) + len(claim.wrong) for claim in claims.claims) < _FEW


def _kept(claims: Claims) -> Base:
    items = cache.mapping("base", lambda: flattened(candidates.build(claims)), claims.digest)
    head = items[_HEAD]

    def wording(number: int) -> Wording:
        claim, role, statement = items[f"{_WORDING}{number}"]
        return Wording(claim, role, _record(statement))

    return Base(
        claims.claims,
        _record(head["names"]),
        Loaded(len(head["lengths"]), wording),
        head["starts"],
        head["lengths"],
        items,
        frozenset(head["topic"]),
    )


def flattened(base: Base) -> Mapping[str, Any]:
    """Return a compiled form as plain values: its postings, its wordings, and the rest."""
    items: dict[str, Any] = dict(base.postings)
    for number, wording in enumerate(base.wordings):
        items[f"{_WORDING}{number}"] = (wording.claim, wording.role, _plain(wording.statement))
    items[_HEAD] = {
        "names": _plain(base.table),
        "starts": [0, *(own.stop for own in base.of_claim)],
        "lengths": [len(wording.statement.units) for wording in base.wordings],
        "topic": sorted(base.topic),
    }
    return items


def _plain(value: Any) -> Any:
    """Return a value as marshal knows it: a record becomes (number of its type, field, ...), a list (-1, item, ...), a tuple a list."""
    if value is None or type(value) in (str, int, float, bool, frozenset):
        return value
    if type(value) is tuple:
        return [_plain(item) for item in value]
    if type(value) is list:
        return (-1, *map(_plain, value))
    if type(value) is dict:
        return {key: _plain(item) for key, item in value.items()}
    return (_RECORDS.index(type(value)), *(_plain(getattr(value, field.name)) for field in fields(value)))


def _record(value: Any) -> Any:
    """Return what `_plain` made plain."""
    kind = type(value)
    if kind is tuple:
        number, *items = value
        known = [_record(item) if type(item) in _NESTED else item for item in items]
        return known if number < 0 else _RECORDS[number](*known)
    if kind is list:
        return tuple([_record(item) if type(item) in _NESTED else item for item in value])
    return {key: _record(item) for key, item in value.items()} if kind is dict else value
