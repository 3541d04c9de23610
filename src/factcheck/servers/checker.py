"""The thread in which claims are loaded and sentences checked, so that nobody who talks to an editor waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from factcheck.candidates import Base
from factcheck.check import check_sentence
from factcheck.sentences import Sentence
from factcheck.servers.actions import Edit, edits
from factcheck.servers.drafts import Draft
from factcheck.servers.grounds import Grounds
from factcheck.servers.reading import USUAL, Manner, Reading, read
from factcheck.store import base_of
from factcheck.verdict import Verdict

P = ParamSpec("P")
T = TypeVar("T")


class Checker:
    """Does one thing after the other: a sentence that somebody asks for is checked before the rest of a long text."""

    def __init__(self, manner: Manner = USUAL) -> None:
        self._manner = manner
        self._thread = ThreadPoolExecutor(1, "factcheck")

    async def load(self, grounds: Grounds) -> Base:
        """Load what is checked against. Raises ClaimsError and DocumentError."""
        return await self._do(lambda: base_of(grounds.load()))

    async def read(self, draft: Draft) -> Reading:
        """Take a text apart, once."""
        if draft.reading is None:
            draft.reading = self._do(read, draft.text, draft.name, draft.encoding, self._manner)
        return await asyncio.shield(draft.reading)

    async def check(self, draft: Draft, sentence: Sentence, base: Base) -> Verdict:
        """Check a sentence of a text, unless its words are known."""
        if sentence.text not in draft.known:
            draft.known[sentence.text] = await self._do(check_sentence, sentence, base)
        return draft.verdict(sentence)

    async def edits(self, draft: Draft, reading: Reading, sentence: Sentence, base: Base) -> tuple[Edit, ...]:
        """Return what can be done about a sentence, once its verdict is known."""
        verdict = await self.check(draft, sentence, base)
        if sentence not in draft.edits:
            draft.edits[sentence] = await self._do(edits, reading, verdict, base)
        return draft.edits[sentence]

    def close(self) -> None:
        """Begin nothing more."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _do(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> asyncio.Future[T]:
        """Do something when its turn comes."""
        return asyncio.get_running_loop().run_in_executor(self._thread, partial(work, *args, **kwargs))
