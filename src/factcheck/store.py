"""Keep a database's compiled form between runs, under the hash of everything it depends on."""

from __future__ import annotations

from functools import lru_cache

from factcheck.candidates import Base, build
from factcheck.database import Claims


@lru_cache(maxsize=4)
def base_of(claims: Claims) -> Base:
    """Return the compiled form of a database."""
    return build(claims)
