"""Phases: whether a clause says that a state begins ("became"), goes on ("remains", "still"), is over ("no longer"),
never was, or is still to come."""

from __future__ import annotations

from factcheck import lemmas
from factcheck.draft import Draft
from factcheck.tables import kinds

_LONGEST = 2


BEGINS, GOES_ON, OVER = "begins", "goes on", "over"  # "" where a clause only says that something is so
NEVER, NOT_YET = "never", "not yet"
_OVER_IF_DENIED = "over if denied"
_ALONE = "alone"

_CLASHES = frozenset(
    (
        (BEGINS, GOES_ON),
        (GOES_ON, BEGINS),
        (GOES_ON, OVER),
        (OVER, GOES_ON),
        (BEGINS, OVER),
        (OVER, BEGINS),
        (OVER, NEVER),
        (NEVER, OVER),
    )
)


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
            phase = kinds("phases").get(words, "")
            if phase and phase != _ALONE and (phase != _OVER_IF_DENIED or draft.denied.get(clause)):
                return OVER if phase == _OVER_IF_DENIED else phase
    return ""


def weighs(lemma: str) -> bool:
    """Tell whether a verb says of something only that it begins, goes on or ends: "the work goes on"."""
    return kinds("phases").get(lemma) == _ALONE


def clash(said: str, stated: str) -> bool:
    """Tell whether a state cannot be in both phases."""
    return (said, stated) in _CLASHES
