"""Another figure or date for what the wording gives one for."""

from __future__ import annotations

from dataclasses import replace

from factcheck import alignment
from factcheck.conflicts.places import SWAP, SWAP_MARGIN, Chosen, Conflict, Rows, anchored
from factcheck.details import arithmetic, quantities
from factcheck.findings import Relation
from factcheck.statement import Statement, Unit


def values(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """Another figure or date for what the wording gives one for."""
    found = []
    taken = {
        match.stated for number, match in enumerate(chosen) if match and said.units[number].kind in ("quantity", "date")
    }
    heads, heads_stated = said.heads, stated.heads
    for number, unit in enumerate(said.units):
        if unit.kind not in ("quantity", "date"):
            continue
        clashing = [
            match
            for match in rows[number]
            if match.opposite
            and match.stated not in taken
            and _same_thing(said, stated, rows, heads[number], heads_stated[match.stated], unit)
        ]
        if not clashing:
            continue
        near = {match.stated: alignment.nearness(said, rows, number, match.stated) for match in rows[number]}
        worst = max(clashing, key=lambda match: (near[match.stated], -match.stated))
        match = chosen[number]
        if match is None:
            if isinstance(unit.value, quantities.Quantity) and _follows(unit.value, stated):
                continue
            open_ = any(
                other.relation is Relation.UNSTATED and near[other.stated] >= near[worst.stated]
                for other in rows[number]
            )
            verb = said.frames[unit.clause].verb
            timed = unit.kind == "quantity" or verb < 0 or not said.units[verb].weight or chosen[verb] is not None
            if not open_ and timed and anchored(said, stated, chosen, number, worst.stated):
                found.append(Conflict(unit.kind, number, worst.stated))
        elif near[worst.stated] > SWAP * near[match.stated] + SWAP_MARGIN:
            found.append(Conflict("swap", number, worst.stated))
    return found


def _follows(said: quantities.Quantity, stated: Statement) -> bool:
    """Tell whether a figure is the sum or difference of two stated ones, so that it may well be right."""
    known = [
        (number, unit.value) for number, unit in enumerate(stated.units) if isinstance(unit.value, quantities.Quantity)
    ]
    return len(known) > 1 and arithmetic.derive(replace(said, change=True), known, total=True) is not None


def _same_thing(said: Statement, stated: Statement, rows: Rows, head: int, head_stated: int, unit: Unit) -> bool:
    """Tell whether two figures count the same: bare counts need the same counted noun, measures do not."""
    if not isinstance(unit.value, quantities.Quantity) or unit.value.dimension != "count":
        return True
    one, other = said.units[head], stated.units[head_stated]
    if one.kind == "quantity" or other.kind == "quantity":
        return one.kind == other.kind
    return any(match.stated == head_stated and not match.opposite for match in rows[head])
