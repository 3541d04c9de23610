"""The editor at the other end: what it can do, what it is told, and what it is asked."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Iterable, Mapping, Sequence
from typing import TypeVar

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from factcheck.reports.visible import visible_lines
from factcheck.servers import preferences, watching
from factcheck.servers.rulers import Encoding

T = TypeVar("T")

ANSWER = 5.0  # seconds after which an editor that is asked for something is taken to have no answer


class Editor:
    """An editor, once it has greeted the server."""

    def __init__(self, server: LanguageServer) -> None:
        self._server = server
        self._watches = False

    # What it can do.

    def can(self, capability: str) -> bool:
        """Tell whether it has said that it can do something."""
        return bool(get_capability(self._server.client_capabilities, capability))

    @property
    def links(self) -> bool:
        """Tell whether it shows places in other files beside a finding."""
        return self.can("text_document.publish_diagnostics.related_information")

    @property
    def markup(self) -> types.MarkupKind:
        """Return what it shows texts in when a pointer rests on something."""
        kinds = get_capability(self._server.client_capabilities, "text_document.hover.content_format") or ()
        return types.MarkupKind.Markdown if types.MarkupKind.Markdown in kinds else types.MarkupKind.PlainText

    @property
    def encoding(self) -> Encoding:
        """Return what it counts characters in."""
        match self._server.workspace.position_encoding:
            case types.PositionEncodingKind.Utf8:
                return "utf-8"
            case types.PositionEncodingKind.Utf32:
                return "utf-32"
        return "utf-16"

    @property
    def root(self) -> str:
        """Return the folder that is open in it, else the one that the server was started in."""
        workspace = self._server.workspace
        return next((to_fs_path(uri) for uri in workspace.folders), None) or workspace.root_path or os.getcwd()

    def text(self, uri: str) -> str:
        """Return an open text as it is now."""
        return self._server.workspace.get_text_document(uri).source

    # What it is told.

    def publish(self, uri: str, version: int | None, findings: Iterable[types.Diagnostic]) -> None:
        """Show findings in a text, in place of those that it has."""
        params = types.PublishDiagnosticsParams(uri, list(findings), version)
        self._server.text_document_publish_diagnostics(params)

    def complain(self, error: str) -> None:
        """Show an error to the person."""
        self._show(types.MessageType.Error, error)

    def warn(self, error: str) -> None:
        """Show what is wrong and does not keep the server from its work."""
        self._show(types.MessageType.Warning, error)

    def note(self, error: BaseException) -> None:
        """Write an error that should not happen to the log."""
        message = f"factcheck: unexpected error: {type(error).__name__}: {visible_lines(str(error))}"
        self._server.window_log_message(types.LogMessageParams(types.MessageType.Error, message))

    def _show(self, kind: types.MessageType, message: str) -> None:
        self._server.window_show_message(types.ShowMessageParams(kind, f"factcheck: {visible_lines(message)}"))

    # What it is asked.

    async def settings(self) -> Mapping[str, object]:
        """Return what it answers when it is asked for settings."""
        if not self.can("workspace.configuration"):
            return {}
        params = types.ConfigurationParams([types.ConfigurationItem(section=preferences.SECTION)])
        answers = await _answer(self._server.workspace_configuration_async(params))
        return preferences.section(answers[0]) if answers else {}

    async def follow_settings(self) -> None:
        """Ask it to tell when a person changes the settings; some tell only then."""
        if self.can("workspace.did_change_configuration.dynamic_registration"):
            await _answer(self._server.client_register_capability_async(watching.of_settings()))

    async def watch(self, paths: Sequence[str]) -> None:
        """Ask it to tell when files change, in place of those that it watches."""
        if not self.can("workspace.did_change_watched_files.dynamic_registration"):
            return
        if self._watches:
            await _answer(self._server.client_unregister_capability_async(watching.of_claims_no_more()))
        self._watches = bool(paths)
        if paths:
            relative = self.can("workspace.did_change_watched_files.relative_pattern_support")
            await _answer(self._server.client_register_capability_async(watching.of_claims(paths, relative)))


async def _answer(question: Awaitable[T]) -> T | None:
    """Return what an editor answers, None where it cannot although it has said that it can."""
    try:
        return await asyncio.wait_for(question, ANSWER)
    except (JsonRpcException, TimeoutError):
        return None
