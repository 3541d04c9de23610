"""An editor for tests: a language client that starts `factcheck lsp`, keeps what it is told, and applies edits."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.client import LanguageClient

PATIENCE = 120  # seconds after which a test fails rather than wait for ever
UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


def capabilities(encodings: Sequence[str] = (), related: bool = True, asks: bool = False) -> types.ClientCapabilities:
    """Return what an editor can do; `asks`: it answers questions about settings and watches files."""
    told = types.DidChangeConfigurationClientCapabilities(dynamic_registration=True)
    watched = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True, relative_pattern_support=True)
    return types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=list(encodings) or None),
        workspace=types.WorkspaceClientCapabilities(
            configuration=asks,
            did_change_configuration=told if asks else None,
            did_change_watched_files=watched if asks else None,
        ),
        text_document=types.TextDocumentClientCapabilities(
            hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
            publish_diagnostics=types.PublishDiagnosticsClientCapabilities(related_information=related),
        ),
    )


class Editor:
    """An editor with texts open in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.encoding = "utf-16"
        self.settings: Any = None
        self.refuses = False  # to watch files and to tell of settings, although it has said that it can
        self._messages: asyncio.Queue[types.ShowMessageParams] = asyncio.Queue()
        self.registered: dict[str, Any] = {}
        self.texts: dict[str, str] = {}
        self._versions: dict[str, int] = {}
        self._published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.client = LanguageClient("editor", "1")
        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda params: self._published.put_nowait(params))
        self.client.feature(types.WINDOW_SHOW_MESSAGE)(lambda params: self._messages.put_nowait(params))
        self.client.feature(types.WORKSPACE_CONFIGURATION)(lambda params: [self.settings for _ in params.items])
        self.client.feature(types.CLIENT_REGISTER_CAPABILITY)(self._register_of())
        self.client.feature(types.CLIENT_UNREGISTER_CAPABILITY)(self._unregister_of())

    def _register_of(self) -> Callable[[types.RegistrationParams], None]:
        def register(params: types.RegistrationParams) -> None:
            if self.refuses:
                raise JsonRpcInvalidParams
            self.registered |= {each.method: each.register_options for each in params.registrations}

        return register

    def _unregister_of(self) -> Callable[[types.UnregistrationParams], None]:
        def unregister(params: types.UnregistrationParams) -> None:
            for each in params.unregisterations:
                del self.registered[each.method]

        return unregister

    async def start(
        self, *arguments: str, can: types.ClientCapabilities, options: Any = None
    ) -> types.InitializeResult:
        """Start the server in the folder and greet it."""
        await self.client.start_io(sys.executable, "-m", "factcheck", "lsp", *arguments, cwd=self.folder)
        params = types.InitializeParams(can, root_uri=self.folder.as_uri(), initialization_options=options)
        answer = await self.client.initialize_async(params)
        self.encoding = answer.capabilities.position_encoding or "utf-16"
        self.client.initialized(types.InitializedParams())
        return answer

    async def leave(self) -> int:
        """Part from the server and return the exit status."""
        await self.client.shutdown_async(None)
        self.client.exit(None)
        return await self.ended()

    async def ended(self) -> int:
        """Wait for the server to end and return its exit status."""
        process = self.client._server
        assert process is not None
        await self.client.stop()  # type: ignore[no-untyped-call]
        assert process.returncode is not None
        return process.returncode

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str, language: str = "plaintext") -> None:
        """Open a text."""
        self.texts[name], self._versions[name] = text, 1
        item = types.TextDocumentItem(self.uri(name), language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, name: str, text: str) -> None:
        """Replace an open text."""
        self.texts[name] = text
        self._versions[name] += 1
        document = types.VersionedTextDocumentIdentifier(self._versions[name], self.uri(name))
        changes = [types.TextDocumentContentChangeWholeDocument(text)]
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, changes))

    def close(self, name: str) -> None:
        """Close a text."""
        identifier = types.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(identifier))

    def set(self, settings: Any) -> None:
        """Tell the server other settings."""
        self.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings))

    def save(self, name: str, text: str) -> None:
        """Write a file that the server has asked to watch."""
        (self.folder / name).write_text(text, "utf-8")
        event = types.FileEvent(self.uri(name), types.FileChangeType.Changed)
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))

    async def findings(self, name: str) -> list[types.Diagnostic]:
        """Return what the server shows next for the latest version of a text."""
        while True:
            published = await self._published.get()
            if published.uri == self.uri(name) and published.version == self._versions[name]:
                return list(published.diagnostics)

    @property
    def watched(self) -> list[Any]:
        """Return the patterns of the files that it is asked to watch."""
        options = self.registered.get(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, {"watchers": []})
        return [watcher["globPattern"] for watcher in options["watchers"]]

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something that the server asks of the editor."""
        while not condition():
            await asyncio.sleep(0.01)

    async def message(self) -> types.ShowMessageParams:
        """Return the next message that a person would see."""
        return await self._messages.get()

    async def hover(self, name: str, words: str) -> types.Hover | None:
        """Point at words."""
        document = types.TextDocumentIdentifier(self.uri(name))
        position = self.position(name, self.texts[name].index(words))
        return await self.client.text_document_hover_async(types.HoverParams(document, position))

    async def actions(self, name: str, words: str, *kinds: str) -> list[types.CodeAction]:
        """Ask what can be done about words."""
        at = self.texts[name].index(words)
        place = types.Range(self.position(name, at), self.position(name, at + len(words)))
        context = types.CodeActionContext([], only=list(kinds) or None)
        params = types.CodeActionParams(types.TextDocumentIdentifier(self.uri(name)), place, context)
        answer = await self.client.text_document_code_action_async(params)
        return [action for action in answer or () if isinstance(action, types.CodeAction)]

    def position(self, name: str, offset: int) -> types.Position:
        """Return where a character stands as the protocol counts, reckoned in another way than the server does."""
        codec, width = UNITS[self.encoding]
        before = self.texts[name][:offset].replace("\r\n", "\n").replace("\r", "\n")
        line = before.rpartition("\n")[2]
        return types.Position(before.count("\n"), len(line.encode(codec)) // width)

    def words(self, name: str, place: types.Range) -> str:
        """Return what stands in a range."""
        text = self.texts[name]
        places = {(at.line, at.character): n for n in range(len(text) + 1) if (at := self.position(name, n))}
        start, end = (places[each.line, each.character] for each in (place.start, place.end))
        return text[start:end]

    def apply(self, name: str, action: types.CodeAction) -> str:
        """Return a text with an action done to it."""
        assert action.edit
        assert action.edit.changes
        (edit,) = action.edit.changes[self.uri(name)]
        assert isinstance(edit, types.TextEdit)
        text = self.texts[name]
        places = {(at.line, at.character): n for n in range(len(text) + 1) if (at := self.position(name, n))}
        start, end = (places[each.line, each.character] for each in (edit.range.start, edit.range.end))
        return f"{text[:start]}{edit.new_text}{text[end:]}"


def play(
    folder: Path,
    scene: Callable[[Editor], Awaitable[None]],
    *arguments: str,
    can: types.ClientCapabilities | None = None,
    options: Any = None,
    settings: Any = None,
    refuses: bool = False,
) -> None:
    """Play a scene with an editor whose folder this is, and leave in order."""

    async def played() -> None:
        editor = Editor(folder)
        editor.settings, editor.refuses = settings, refuses
        await editor.start(*arguments, can=can or capabilities(), options=options)
        await scene(editor)
        assert await editor.leave() == 0

    asyncio.run(asyncio.wait_for(played(), PATIENCE))
