"""What pronouns and nouns of a running text stand for, as a statement keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from factcheck.details import names
from factcheck.draft import Draft


class Referent(NamedTuple):
    """What a pronoun of a running text stands for: a name or a noun of an earlier sentence, see discourse.py."""

    kind: str
    lemma: str
    weight: float
    value: names.Name | None = None
    parts: tuple[str, ...] = ()
    describing: tuple[str, ...] = ()  # what the text has described it by: "Corran" for "it", the Corran bridge
    others: frozenset[str] = frozenset()  # names of the text, which are none of what it has not named


class StandIn(NamedTuple):
    """A noun or pronoun that stands for what has a name, "the film", or is described elsewhere in the text: "the bridge"."""

    unit: int
    value: names.Name | None
    describing: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()


def stand_ins(draft: Draft, referents: Mapping[int, Referent]) -> tuple[StandIn, ...]:
    """Return the nouns that stand for a name, and what is described elsewhere."""
    told = (
        StandIn(
            draft.owner.get(at, -1),
            each.value if draft.tags[at] == "N" else None,
            frozenset(each.describing),
            each.others,
        )
        for at, each in referents.items()
    )
    return tuple(each for each in told if each.unit >= 0 and (each.value or each.describing))
