"""Another in the place of the one that the wording names for an act: "A repaired it, B tuned it" against "B repaired it"."""

from __future__ import annotations

from factcheck.alignment import Level
from factcheck.conflicts.places import Chosen, Conflict, Rows
from factcheck.conflicts.sides import is_symmetric
from factcheck.statement import Frame, Statement


def actors(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """An act that the wording says of one, said of another of whom it says something else."""
    for frame in said.frames:
        partner = _same_act(said, stated, frame, chosen)
        if partner is None or frame.denied or partner.denied:
            continue
        theirs = [number for number in partner.subject if _is_own(stated, partner, number)]
        ours = [number for number in frame.subject if _is_own(said, frame, number)]
        taken = {match.stated for number in ours if (match := chosen[number])}
        if not theirs or not ours or taken & set(theirs) or not _acts_on_the_same(said, frame, partner, chosen):
            continue
        for number in ours:
            match = chosen[number]
            kinds = {stated.units[other].kind for other in theirs}
            if match and said.units[number].kind in kinds and _acts_elsewhere(stated, match.stated, partner):
                return [Conflict("role", number, theirs[-1])]
    return []


def _same_act(said: Statement, stated: Statement, frame: Frame, chosen: Chosen) -> Frame | None:
    """Return the clause of the wording with the verb of a clause, if that verb tells an act of one upon another."""
    match = chosen[frame.verb] if frame.verb >= 0 and said.units[frame.verb].weight >= 1 else None
    if match is None or match.level < Level.SYNONYM or match.cancelled or is_symmetric(said.units[frame.verb].lemma):
        return None
    lemma = stated.units[match.stated].lemma
    acts = [other for other in stated.frames if other.verb >= 0 and stated.units[other.verb].lemma == lemma]
    return acts[0] if len(acts) == 1 and acts[0].verb == match.stated else None


def _is_own(statement: Statement, frame: Frame, number: int) -> bool:
    """Tell whether a unit is the subject of a clause itself, no other clause's, and no mere modifier."""
    unit = statement.units[number]
    named = unit.kind == "name" or (unit.kind == "word" and unit.weight >= 1)
    own = unit.clause == statement.units[frame.verb].clause and unit.role == "s"
    return own and named and unit.pos == "n" and statement.heads[number] == number


def _acts_on_the_same(said: Statement, frame: Frame, partner: Frame, chosen: Chosen) -> bool:
    """Tell whether both acts are on the same thing."""
    acted = [number for number in frame.object if said.units[number].weight >= 1]
    return bool(acted) and all((match := chosen[number]) and match.stated in partner.object for number in acted)


def _acts_elsewhere(stated: Statement, number: int, partner: Frame) -> bool:
    """Tell whether a unit is who acts in another clause."""
    return any(
        frame is not partner and number in frame.subject and stated.units[number].role == "s" for frame in stated.frames
    )
