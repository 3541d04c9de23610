"""Another thing of the same kind in the place of one: a gas plant is no coal plant."""

from __future__ import annotations

from factcheck import words
from factcheck.conflicts.places import Chosen, Conflict, Rows, in_place
from factcheck.conflicts.polarity import both_deny, denied
from factcheck.statement import Statement, Unit


def siblings(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """Another thing of the same kind (WordNet: with the same hypernym) in the place of a word."""
    found = []
    matched = {match.stated for match in chosen if match}
    for number, unit in enumerate(said.units):
        if (
            unit.kind != "word"
            or unit.pos == "v"
            or unit.weight < 1
            or chosen[number] is not None
            or any(match.opposite for match in rows[number])
        ):
            continue
        above = _kinds(unit)
        for index, partner in enumerate(stated.units):
            if (
                (
                    partner.kind == "word"
                    and index not in matched
                    and partner.pos == unit.pos
                    and partner.role == unit.role
                    and not _is_kind_by_name(unit.lemma, partner.lemma)
                    and partner.weight >= 1
                )
                and above & _kinds(partner)
                and denied(said, unit) == denied(stated, partner)
                and not both_deny(said, stated, unit, partner)
                and in_place(said, stated, chosen, number, index)
            ):
                found.append(Conflict("sibling", number, index))
                break
    return found


def _is_kind_by_name(one: str, other: str) -> bool:
    """Tell whether one noun is the other, or that with a word before it: a flood risk is a risk."""
    return f" {one}".endswith(f" {other}") or f" {other}".endswith(f" {one}")


def _kinds(unit: Unit) -> frozenset[str]:
    """Return what a word is a kind of; a phrase that the lexicon does not have is of the kind of its last word."""
    kinds = words.sense(unit.lemma, unit.pos).hypernyms
    return kinds or words.sense(unit.lemma.rsplit(" ", 1)[-1], unit.pos).hypernyms
