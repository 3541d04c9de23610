"""Continents: which one a country or a region lies in, so that what is in Libya is in Africa and not in Europe."""

from __future__ import annotations

from functools import cache

from factcheck.tables import groups
from factcheck.tokens import fold


@cache
def _continents() -> dict[str, str]:
    """Return the continent of each place, both by their ids; a continent is in itself."""
    found: dict[str, str] = {}
    for continent, places in groups("continents").items():
        found |= {f"p:{fold(place)}": f"p:{fold(continent)}" for place in (continent, *places)}
    return found


def of(place: str) -> str:
    """Return the continent that a place, by its id, lies in; "" where it lies in several or is not known."""
    return _continents().get(place, "")


def is_continent(place: str) -> bool:
    """Tell whether a place is itself one."""
    return _continents().get(place) == place
