"""The exit status: what came out, for scripts."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from factcheck.verdict import Label

SUPPORTED, REFUTED, NOTHING_CHECKED, UNSETTLED, INTERRUPTED = 0, 1, 2, 3, 130

FailOn = Literal["unsettled", "refuted", "never"]


def of(seen: Collection[Label], fail_on: FailOn) -> int:
    """Return the exit status for the labels that came out."""
    from factcheck.verdict import Label

    if Label.REFUTED in seen and fail_on != "never":
        return REFUTED
    if Label.UNSETTLED in seen and fail_on == "unsettled":
        return UNSETTLED
    return SUPPORTED
