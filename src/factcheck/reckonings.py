"""What the figures of a wording say of those of a sentence."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.alignment import Match
from factcheck.conflicts.places import Conflict


class Reckoning(NamedTuple):
    """The units of a sentence that a wording bears out, with a figure for each, and those that clash with it.

    `settled` are the standards of comparisons that clash, which the wording speaks of though not as the sentence does. `foreign` are
    figures that are of another thing than the wording's alike, `judged` others with which no other figure of the wording clashes.
    """

    borne: dict[int, Match]
    conflicts: tuple[Conflict, ...] = ()
    settled: frozenset[int] = frozenset()
    foreign: frozenset[int] = frozenset()
    judged: frozenset[int] = frozenset()


NOTHING = Reckoning({})


def joined(*reckonings: Reckoning) -> Reckoning:
    """Return all that several reckonings say; of what bears out a unit the last counts."""
    if all(each is NOTHING for each in reckonings[1:]):
        return reckonings[0]
    return Reckoning(
        {number: match for each in reckonings for number, match in each.borne.items()},
        tuple(conflict for each in reckonings for conflict in each.conflicts),
        frozenset().union(*(each.settled for each in reckonings)),
        frozenset().union(*(each.foreign for each in reckonings)),
        frozenset().union(*(each.judged for each in reckonings)),
    )
