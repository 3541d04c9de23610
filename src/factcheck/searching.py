"""Search a database of claims: which claims is a text about?"""

from __future__ import annotations

from factcheck import candidates
from factcheck.candidates import similarity
from factcheck.database import Claims
from factcheck.statement import parse
from factcheck.store import base_of
from factcheck.verdict import Candidate

MOST = candidates.NEAR[1]


def search(query: str, claims: Claims, limit: int = MOST) -> tuple[Candidate, ...]:
    """Return the claims that a text shares most with, the nearest first; `limit` counts claims and reaches to MOST.

    Each has its fuzzy similarity to the text (0-100), that of the wording which is most like it.
    """
    base = base_of(claims)
    said = parse(query, base.table)
    found: dict[int, float] = {}
    for number, score in candidates.find(said, base):
        if not score:
            continue
        wording = base.wordings[number]
        found[wording.claim] = max(found.get(wording.claim, 0.0), similarity(query, wording.text))
    return tuple(Candidate(base.claims[claim], score) for claim, score in list(found.items())[:limit])
