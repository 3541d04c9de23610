"""What a statement has is found once, however many others the statement is compared with."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Remembers(Protocol):
    """Something that never changes and keeps what was found of it, as long as it lives itself."""

    @property
    def remembered(self) -> dict[Hashable, Any]: ...


S = TypeVar("S", bound=Remembers)


def once(find: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    """Let a function of a statement, and of plain values besides, keep on the statement what it returns.

    It must depend on nothing else, and what it returns must not be changed by anybody.
    """

    @wraps(find)
    def remembering(statement: S, /, *args: P.args, **kwargs: P.kwargs) -> R:
        known = statement.remembered
        key = (find, *args) if args else find
        if key not in known:
            known[key] = find(statement, *args, **kwargs)
        found: R = known[key]
        return found

    return remembering
