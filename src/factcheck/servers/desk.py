"""The texts that are open in an editor: each is checked when it is opened, and again when it or the claims change."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Protocol

from factcheck.servers.checker import Checker
from factcheck.servers.drafts import Draft
from factcheck.servers.library import Library
from factcheck.servers.reading import Reading

PAUSE = 0.25  # seconds without a change after which a text is checked again
FIRST = 100  # sentences after which what is known of a long text is shown, and each time that there are twice as many


class Show(Protocol):
    """Shows what is known of a text; `whole`: that is all there is to know. Without a reading it shows nothing."""

    def __call__(self, draft: Draft, reading: Reading | None, whole: bool) -> None: ...


class Desk:
    """Holds the latest draft of each text; what is still being done for an earlier one is given up."""

    def __init__(self, checker: Checker, library: Library, show: Show, note: Callable[[BaseException], None]) -> None:
        self._checker = checker
        self._library = library
        self._show = show
        self._note = note
        self._drafts: dict[str, Draft] = {}

    def find(self, uri: str) -> Draft | None:
        """Return the latest draft of a text, None where it is not open."""
        return self._drafts.get(uri)

    def put(self, draft: Draft, pause: float = 0) -> None:
        """Take a draft for the latest one of its text, and check it after a pause in seconds."""
        self._give_up(draft.uri)
        self._drafts[draft.uri] = draft
        draft.checking = asyncio.create_task(self._check(draft, pause))
        draft.checking.add_done_callback(self._note_failure)

    def remove(self, uri: str) -> None:
        """Forget a text."""
        self._give_up(uri)
        if draft := self._drafts.pop(uri, None):
            self._show(draft, None, whole=True)

    def check_again(self, afresh: bool) -> None:
        """Check all texts again; `afresh`: the verdicts that are known hold no longer."""
        for draft in tuple(self._drafts.values()):
            self.put(draft.afresh() if afresh else draft.changed(draft.text, draft.version))

    def close(self) -> None:
        """Check nothing more."""
        for uri in self._drafts:
            self._give_up(uri)

    def _give_up(self, uri: str) -> None:
        draft = self._drafts.get(uri)
        if draft and draft.checking:
            draft.checking.cancel()

    async def _check(self, draft: Draft, pause: float) -> None:
        """Check what is not known of a text, and show it."""
        await asyncio.sleep(pause)
        base = await self._library.base()
        if base is None:
            self._show(draft, None, whole=True)
            return
        reading = await self._checker.read(draft)
        new = [sentence for sentence in reading.sentences if sentence.text not in draft.known]
        shown = FIRST
        for count, sentence in enumerate(new, 1):
            await self._checker.check(draft, sentence, base)
            if count == shown:
                self._show(draft, reading, whole=False)
                shown *= 2
        draft.forget_others(reading)
        self._show(draft, reading, whole=True)

    def _note_failure(self, checking: asyncio.Task[None]) -> None:
        """Tell of an error that should not happen; the other texts are checked all the same."""
        if not checking.cancelled() and (error := checking.exception()):
            self._note(error)
