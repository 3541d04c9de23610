"""Minimal edits of what a database states: each changes one thing, so that the database no longer states it.

A kind of edit is one function from an original wording to its edits, driven by the details that were read in it. An edit
that may still be true is none: `Known` says what the database states, and each kind keeps away from it.
"""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What an edit changes."""

    NUMBER = "number"
    SCALE = "scale"
    UNIT = "unit"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    NAME = "name"
    OPPOSITE = "opposite"
    DIRECTION = "direction"
    SCOPE = "scope"
    NOT_ADDED = "not-added"
    NOT_DROPPED = "not-dropped"
    SWAPPED = "swapped"
    ADDED = "added"
