"""The language server: what pygls is to do with each message of an editor."""

from __future__ import annotations

from functools import partial
from typing import BinaryIO

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from factcheck import __version__
from factcheck.servers.editor import Editor
from factcheck.servers.grounds import Grounds
from factcheck.servers.reading import Manner
from factcheck.servers.session import Session

HANDLERS = (
    (types.INITIALIZE, Session.initialize),
    (types.INITIALIZED, Session.initialized),
    (types.WORKSPACE_DID_CHANGE_CONFIGURATION, Session.change_configuration),
    (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, Session.change_watched_files),
    (types.TEXT_DOCUMENT_DID_OPEN, Session.open),
    (types.TEXT_DOCUMENT_DID_CHANGE, Session.change),
    (types.TEXT_DOCUMENT_DID_CLOSE, Session.close),
    (types.TEXT_DOCUMENT_HOVER, Session.hover),
    (types.TEXT_DOCUMENT_CODE_ACTION, Session.act),
    (types.SHUTDOWN, Session.leave),
)
OPTIONS = {types.TEXT_DOCUMENT_CODE_ACTION: types.CodeActionOptions([types.CodeActionKind.QuickFix])}

# An editor sends the whole text on each change: pygls would count lines otherwise than the protocol in a text that holds
# a form feed or U+2028, and apply a change of a part of it in the wrong place.
SYNC = types.TextDocumentSyncKind.Full


def serve(given: Grounds, manner: Manner, known: str, read: BinaryIO, write: BinaryIO) -> bool:
    """Answer an editor until it leaves; tell whether it did so in order.

    `given` holds where its settings name no claims; `known` is the path of a baseline, "" where there is none.
    """
    server = LanguageServer("factcheck", __version__, SYNC)
    session = Session(Editor(server), given, manner, known)
    for method, handler in HANDLERS:
        server.feature(method, OPTIONS.get(method))(partial(handler, session))
    try:
        server.start_io(read, write)
    finally:
        session.end()
    return session.left_in_order
