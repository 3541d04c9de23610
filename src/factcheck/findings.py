"""What a comparison says: one finding for each detail of the sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Where = Literal["excerpt", "statement"]


class Relation(StrEnum):
    """How one detail of the sentence stands to the claim, from best to worst."""

    AGREES = "agrees"
    ENTAILS = "entails"  # the source says more exactly what the sentence says less exactly
    UNSTATED = "unstated"  # the sentence says it, the claim does not
    CONFLICTS = "conflicts"


# What reports call kinds of clash that have another name in the program; the others go by their own.
_CALLED = {
    "sibling": "alternative",
    "swap": "mix-up",
}  # one thing in another's place; a figure that is of something else

RIGHT = (Relation.AGREES, Relation.ENTAILS)  # how a detail stands that the claim bears out


def called(kind: str) -> str:
    """Return what reports call a kind of detail."""
    return _CALLED.get(kind, kind)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text; offsets are code points, end exclusive."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One detail compared.

    `said` indexes the sentence's text. `stated` indexes the claim's excerpt or its statement, as `where` says; it is
    None where the claim is silent.
    """

    kind: str
    relation: Relation
    said: Span | None
    stated: Span | None
    where: Where = "excerpt"
    why: str = ""
