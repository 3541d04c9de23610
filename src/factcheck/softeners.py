"""Words before a unit that make less of it: "nearly won", "a former doctor", "part of the school", "about to end"."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from factcheck.once import once
from factcheck.statement import Statement, Unit
from factcheck.tables import groups

Kind = Literal["nearly", "former", "part", "wanted", "ahead"]
_BETWEEN = r"(?:(?:the|its|their|his|her|a|an|new|have|be|been)\s+)*"


@cache
def _pattern(kind: Kind) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, groups("hedges")[kind]), key=len, reverse=True))
    return re.compile(rf"\b(?:{words})[\s-]+{_BETWEEN}$", re.IGNORECASE)


def softened(kind: Kind, statement: Statement, unit: Unit) -> bool:
    """Tell whether words of a kind stand before a unit."""
    return _ends_softly(statement, kind, unit.start)


@once
def _ends_softly(statement: Statement, kind: Kind, before: int) -> bool:
    """Tell whether the text before a place ends in words of a kind."""
    return _pattern(kind).search(statement.text[:before]) is not None
