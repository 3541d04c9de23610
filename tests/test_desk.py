"""The texts that are open in an editor: what is checked again when one changes, and what an error in a check leaves."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Awaitable, Callable

import pytest

from factcheck.candidates import Base
from factcheck.check import check_sentence
from factcheck.sentences import Sentence
from factcheck.servers.checker import Checker
from factcheck.servers.desk import Desk
from factcheck.servers.drafts import Draft
from factcheck.servers.grounds import Grounds
from factcheck.servers.library import Library
from factcheck.servers.reading import Reading
from factcheck.verdict import Verdict
from handmade import LIGHTHOUSE

CHECKER = importlib.import_module("factcheck.servers.checker")
RIGHT = "The first keeper of the lighthouse was Ada Holm."
WRONG = "The lighthouse at Grey Point was opened in 1885."
OPEN = "Penguins like to swim."


class Table:
    """A desk, the sentences that were checked on it in turn, what was shown of each text, and the errors noted."""

    def __init__(self) -> None:
        self.checked: list[str] = []
        self.shown: asyncio.Queue[tuple[str, list[str]]] = asyncio.Queue()
        self.noted: asyncio.Queue[BaseException] = asyncio.Queue()
        self.checker = Checker()
        self.library = Library(self.checker, lambda error: self.noted.put_nowait(RuntimeError(error)))
        self.desk = Desk(self.checker, self.library, self.show, self.noted.put_nowait)

    def show(self, draft: Draft, reading: Reading | None, whole: bool) -> None:
        labels = [str(verdict.label) for verdict in draft.verdicts(reading)] if reading else []
        self.shown.put_nowait((draft.name, labels))

    def check(self, sentence: Sentence, base: Base) -> Verdict:
        self.checked.append(sentence.text)
        if "crash" in sentence.text:
            raise ValueError(sentence.text)
        return check_sentence(sentence, base)


def draft(name: str, text: str) -> Draft:
    return Draft(f"file:///{name}", name, text, 1, "utf-16")


def play(monkeypatch: pytest.MonkeyPatch, scene: Callable[[Table], Awaitable[None]]) -> None:
    """Play a scene at a table with the lighthouse's claims."""

    async def played() -> None:
        table = Table()
        monkeypatch.setattr(CHECKER, "check_sentence", table.check)
        table.library.load(Grounds((str(LIGHTHOUSE),)))
        await scene(table)
        table.desk.close()
        table.checker.close()

    asyncio.run(asyncio.wait_for(played(), 60))


def test_only_what_is_new_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(table: Table) -> None:
        first = draft("a.txt", f"{RIGHT} {WRONG} {RIGHT}")
        table.desk.put(first)
        assert await table.shown.get() == ("a.txt", ["SUPPORTED", "REFUTED", "SUPPORTED"])
        second = first.changed(f"{OPEN} {RIGHT}", 2)
        table.desk.put(second)
        assert await table.shown.get() == ("a.txt", ["NOT ENOUGH INFO", "SUPPORTED"])
        assert table.checked == [RIGHT, WRONG, OPEN]
        assert set(second.known) == {OPEN, RIGHT}
        table.desk.check_again(afresh=False)
        await table.shown.get()
        assert table.checked == [RIGHT, WRONG, OPEN]
        table.desk.check_again(afresh=True)
        await table.shown.get()
        assert table.checked == [RIGHT, WRONG, OPEN, OPEN, RIGHT]

    play(monkeypatch, scene)


def test_what_is_given_up_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(table: Table) -> None:
        first = draft("a.txt", RIGHT)
        table.desk.put(first)
        table.desk.put(first.changed(WRONG, 2))
        assert await table.shown.get() == ("a.txt", ["REFUTED"])
        table.desk.remove(first.uri)
        assert await table.shown.get() == ("a.txt", [])
        assert table.desk.find(first.uri) is None
        assert table.checked == [WRONG]

    play(monkeypatch, scene)


def test_an_error_in_a_check_is_noted_and_other_texts_are_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(table: Table) -> None:
        table.desk.put(draft("a.txt", "Lighthouses crash."))
        assert repr(await table.noted.get()) == "ValueError('Lighthouses crash.')"
        table.desk.put(draft("b.txt", RIGHT))
        assert await table.shown.get() == ("b.txt", ["SUPPORTED"])

    play(monkeypatch, scene)


def test_an_error_in_loading_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(table: Table) -> None:
        monkeypatch.setattr(CHECKER, "base_of", lambda claims: 1 / 0)
        table.library.load(Grounds((str(LIGHTHOUSE),)))
        assert await table.library.base() is None
        assert str(await table.noted.get()).startswith("the claims database cannot be used: ZeroDivisionError: ")

    play(monkeypatch, scene)
