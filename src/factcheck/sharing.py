"""What one of several gets of a rest that they share: "the town and the county split the rest equally" leaves each of them half of it."""

from __future__ import annotations

import re

from factcheck.details.portions import RESTS
from factcheck.statement import Statement

_SHARING = frozenset(("share", "split", "divide", "share out", "split up"))
_EQUALLY = re.compile(r"\b(?:equally|evenly|fifty-fifty|50-50|in equal (?:parts|shares)|half each)\b", re.IGNORECASE)
_EACH = re.compile(r"\b(?:each|apiece)\b", re.IGNORECASE)


def part(said: Statement, stated: Statement) -> float:
    """Return how much of the rest that a wording tells of is that of whom a sentence speaks: 1 for all, 0 where that is not told."""
    parties = _parties(stated)
    if len(parties) < 2:
        return 1.0
    named = {lemma for lemma in parties if any(unit.lemma == lemma for unit in said.units)}
    if len(named) != 1 and not _EACH.search(said.text):
        return 1.0
    return 1 / len(parties) if _EQUALLY.search(stated.text) else 0.0


def _parties(stated: Statement) -> set[str]:
    """Return who shares a rest between them."""
    for frame in stated.frames:
        shared = frame.verb >= 0 and stated.units[frame.verb].lemma in _SHARING
        if shared and any(stated.units[number].lemma in RESTS for number in frame.object):
            own = [stated.units[number] for number in frame.subject if stated.heads[number] == number]
            names = {unit.lemma for unit in own if unit.kind == "name"}
            return names if len(names) > 1 else {unit.lemma for unit in own if unit.kind != "quantity" and unit.weight}
    return set()
