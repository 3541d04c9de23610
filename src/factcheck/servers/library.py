"""The claims that an editor's texts are checked against."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from factcheck.candidates import Base
from factcheck.database import ClaimsError
from factcheck.documents import DocumentError
from factcheck.servers.checker import Checker
from factcheck.servers.grounds import Grounds

BROKEN = "the claims database has errors, so nothing in it was used"


class Library:
    """Loads claims in the checker's thread; what is wrong with them is told, and then nothing is checked."""

    def __init__(self, checker: Checker, complain: Callable[[str], None]) -> None:
        self._checker = checker
        self._complain = complain
        self._named = asyncio.Event()  # it is known which claims
        self._loading: asyncio.Task[Base | None] | None = None

    def load(self, grounds: Grounds) -> None:
        """Take these claims from now on."""
        self.close()
        self._loading = asyncio.create_task(self._load(grounds))
        self._named.set()

    async def base(self) -> Base | None:
        """Return the claims once they are loaded, None where they are broken."""
        await self._named.wait()
        return await asyncio.shield(self._loading) if self._loading else None

    def close(self) -> None:
        """Load nothing more."""
        if self._loading:
            self._loading.cancel()

    async def _load(self, grounds: Grounds) -> Base | None:
        try:
            return await self._checker.load(grounds)
        except ClaimsError as error:
            self._complain(f"{error}\n{BROKEN}")
        except DocumentError as error:
            self._complain(str(error))
        except Exception as error:  # such as a folder that may not be read
            self._complain(f"the claims database cannot be used: {type(error).__name__}: {error}")
        return None
