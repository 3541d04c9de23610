"""Phases: whether a clause says that a state begins ("became"), goes on ("remains", "still") or is over ("used to", "no longer")."""

from __future__ import annotations

from functools import cache

from factcheck import lemmas
from factcheck.draft import Draft
from factcheck.tables import rows

_LONGEST = 2


BEGINS, GOES_ON, OVER = "begins", "goes on", "over"  # "" where a clause only says that something is so

_CLASHES = frozenset(
    (
        (BEGINS, GOES_ON),
        (GOES_ON, BEGINS),
        (GOES_ON, OVER),
        (OVER, GOES_ON),
        (BEGINS, OVER),
        (OVER, BEGINS),
    )
)


@cache
def _words() -> dict[str, str]:
    return {word: row[0] for row in rows("phases") for word in row[1].split(", ")}


def of(draft: Draft, clause: int) -> str:
    """Return the phase that a clause tells; an infinitive has that of the verb it depends on ("used to be")."""
    found = draft.clauses[clause]
    first = found.first
    if found.link == "T" and clause:
        first = draft.clauses[clause - 1].first
    for at in range(first, found.last):
        norms = [token.norm for token in draft.tokens[at : at + _LONGEST]]
        verb = lemmas.lemma(norms[0], "v") if draft.tags[at] == "V" and norms[0] != "used" else norms[0]
        for words in (" ".join(norms), " ".join([verb, *norms[1:]]), verb):
            if words in _words():
                return _words()[words]
    return ""


def clash(said: str, stated: str) -> bool:
    """Tell whether a state cannot be in both phases."""
    return (said, stated) in _CLASHES
