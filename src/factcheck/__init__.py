"""Check sentences against a curated claims database: every verdict quotes the source that settles it.

Text is split into sentences; each sentence is parsed into words and details (dates, quantities, names, negation);
candidate claims are found by similarity; the details are compared one by one; and an ordered list of rules says
SUPPORTED, REFUTED or NOT ENOUGH INFO. Similarity only ever finds a claim, it never decides.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.check import check
    from factcheck.database import Claims
    from factcheck.searching import search

__all__ = ["Claims", "check", "search"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Load the database and the search when they are first asked for: `factcheck --help` needs neither."""
    if name == "Claims":
        from factcheck.database import Claims

        return Claims
    if name == "search":
        from factcheck.searching import search

        return search
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class _Package(ModuleType):
    """This package, whose function `check` the submodule of that name does not hide once it is imported."""

    @property
    def check(self) -> Any:
        """Load the engine when it is first asked for."""
        from factcheck.check import check

        return check

    @check.setter
    def check(self, submodule: ModuleType) -> None:
        """Leave a submodule that was imported where it is, in sys.modules."""


sys.modules[__name__].__class__ = _Package
