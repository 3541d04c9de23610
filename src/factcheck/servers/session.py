"""One editor's session with the language server: what it sets, what is open in it, and what it asks."""

from __future__ import annotations

import asyncio
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from lsprotocol import types
from pygls.uris import to_fs_path

from factcheck import baseline
from factcheck.aside import Aside
from factcheck.baseline import Known
from factcheck.candidates import Base
from factcheck.documents import FORMATS, DocumentError
from factcheck.sentences import Sentence
from factcheck.servers import preferences, showing
from factcheck.servers.actions import Edit
from factcheck.servers.checker import Checker
from factcheck.servers.desk import PAUSE, Desk
from factcheck.servers.drafts import Draft
from factcheck.servers.editor import Editor
from factcheck.servers.grounds import Grounds
from factcheck.servers.library import Library
from factcheck.servers.preferences import Preferences
from factcheck.servers.reading import Manner, Reading
from factcheck.servers.rulers import sound

LANGUAGES = {"markdown": "markdown", "html": "html", "restructuredtext": "rst"}  # as editors call them -> their readers
MOST = 20  # sentences at the start of a range about which something is offered; in a whole book that would take minutes


@dataclass(frozen=True, slots=True)
class Asked:
    """What an editor asks about: sentences of a text, and the claims to check them against."""

    draft: Draft
    reading: Reading
    base: Base
    sentences: tuple[Sentence, ...]


class Session:
    """Does what an editor says, as the command line says: `given` holds where the editor's settings name no claims.

    The findings that are in the file `known` are not shown.
    """

    def __init__(self, editor: Editor, given: Grounds, manner: Manner, known: str) -> None:
        self._editor = editor
        self._given = given.within(os.getcwd())
        self._checker = Checker(manner)
        self._library = Library(self._checker, editor.complain)
        self._desk = Desk(self._checker, self._library, self._show, editor.note)
        self._initial: Mapping[str, object] = {}
        self._sent: Mapping[str, object] = {}
        self._preferences = Preferences()
        self._grounds: Grounds | None = None
        self._baseline = os.path.abspath(known) if known else ""
        self._known: Counter[Known] = Counter()
        self._setting = asyncio.Lock()  # one change of settings is taken over after the other
        self.left_in_order = False

    # What it sets.

    def initialize(self, params: types.InitializeParams) -> None:
        """Note the settings that the editor starts with."""
        self._initial = preferences.section(params.initialization_options)

    async def initialized(self, _: types.InitializedParams) -> None:
        """Load the claims."""
        await self._editor.follow_settings()
        await self._configure()

    async def change_configuration(self, params: types.DidChangeConfigurationParams) -> None:
        """Take over other settings."""
        self._sent = preferences.section(params.settings)
        await self._configure()

    def change_watched_files(self, _: types.DidChangeWatchedFilesParams) -> None:
        """Load the claims and the baseline anew: nothing but their files is watched."""
        self._load()

    async def _configure(self) -> None:
        """Take over what is set, and check again what may come out otherwise."""
        async with self._setting:
            asked = await self._editor.settings()
            self._preferences, wrong = preferences.read(self._initial, self._sent, asked)
            for error in wrong:
                self._editor.warn(error)
            before, self._grounds = self._grounds, self._chosen()
            if before == self._grounds:
                self._desk.check_again(afresh=False)
            else:
                self._load()
                await self._editor.watch([path for path in (*self._grounds.paths, self._baseline) if path])

    def _chosen(self) -> Grounds:
        """Return what to check against: paths in the settings begin in the folder that is open in the editor."""
        claims = tuple(os.path.expanduser(path) for path in self._preferences.claims)
        return Grounds(claims).within(self._editor.root) if claims else self._given

    def _load(self) -> None:
        """Load the claims and the baseline, and check everything against them."""
        self._library.load(self._grounds or self._chosen())
        self._known = self._load_baseline()
        self._desk.check_again(afresh=True)

    def _load_baseline(self) -> Counter[Known]:
        """Return the findings that are known; where their file is broken, that is told and none is."""
        try:
            return baseline.load(self._baseline) if self._baseline else Counter()
        except DocumentError as error:
            self._editor.complain(str(error))
            return Counter()

    # What is open in it.

    def open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Check a text."""
        document = params.text_document
        name = _name(document.uri, document.language_id)
        self._desk.put(Draft(document.uri, name, sound(document.text), document.version, self._editor.encoding))

    def change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Check a text as it is now, once its author pauses."""
        document = params.text_document
        if draft := self._desk.find(document.uri):
            self._desk.put(draft.changed(sound(self._editor.text(document.uri)), document.version), PAUSE)

    def close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Forget a text."""
        self._desk.remove(params.text_document.uri)

    def leave(self, _: None) -> None:
        """Get ready for the end, which the editor announces."""
        self.left_in_order = True
        self.end()

    def end(self) -> None:
        """Do nothing more."""
        self._desk.close()
        self._library.close()
        self._checker.close()

    def _show(self, draft: Draft, reading: Reading | None, whole: bool) -> None:
        """Show the findings in a text as far as they are known, or take them all away."""
        found: Iterable[types.Diagnostic] = ()
        if reading:
            verdicts = draft.verdicts(reading)
            aside = Aside(reading.hidden, self._known, self._baseline)
            found = showing.diagnostics(reading, verdicts, aside, self._preferences, self._editor.links, whole)
        self._editor.publish(draft.uri, draft.version, found)

    # What it asks.

    async def hover(self, params: types.HoverParams) -> types.Hover | None:
        """Explain the verdict on the sentence at a place."""
        asked = await self._asked(params.text_document.uri, types.Range(params.position, params.position))
        if not asked:
            return None
        verdict = await self._checker.check(asked.draft, asked.sentences[0], asked.base)
        kind = self._editor.markup
        text = showing.hover(verdict, markdown=kind is types.MarkupKind.Markdown)
        place = showing.span(asked.reading.ruler, verdict.sentence.start, verdict.sentence.end)
        return types.Hover(types.MarkupContent(kind, text), place)

    async def act(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """Offer what can be done about the findings in a range."""
        kinds = params.context.only
        if kinds is not None and not any(_includes_quick_fixes(kind) for kind in kinds):
            return []
        asked = await self._asked(params.text_document.uri, params.range)
        if not asked:
            return []
        found: list[types.CodeAction] = []
        for sentence in asked.sentences[:MOST]:
            edits = await self._checker.edits(asked.draft, asked.reading, sentence, asked.base)
            found += (self._action(asked, sentence, edit) for edit in edits)
        return found

    async def _asked(self, uri: str, range_: types.Range) -> Asked | None:
        """Return the sentences in a range of a text, None where there is none or nothing to check it against."""
        base, draft = await self._library.base(), self._desk.find(uri)
        if not (base and draft):
            return None
        reading = await self._checker.read(draft)
        start, end = (reading.ruler.offset((each.line, each.character)) for each in (range_.start, range_.end))
        found = tuple(each for each in reading.sentences if each.start <= end and start <= each.end)
        return Asked(draft, reading, base, found) if found else None

    def _action(self, asked: Asked, sentence: Sentence, edit: Edit) -> types.CodeAction:
        """Return an edit as editors take it."""
        ruler, verdict = asked.reading.ruler, asked.draft.verdict(sentence)
        change = types.TextEdit(showing.span(ruler, edit.start, edit.end), edit.words)
        finding = showing.finding(verdict, ruler, self._preferences, self._editor.links)
        return types.CodeAction(
            edit.title,
            types.CodeActionKind.QuickFix,
            diagnostics=[finding] if finding else None,
            is_preferred=edit.corrects or None,
            edit=types.WorkspaceEdit(changes={asked.draft.uri: [change]}),
        )


def _name(uri: str, language: str) -> str:
    """Return the name of a text, whose suffix says what it is written in; an editor may know better what that is."""
    name = to_fs_path(uri) or unquote(urlsplit(uri).path)
    suffixes = next((known.suffixes for known in FORMATS if LANGUAGES.get(language) == known.reader), ("",))
    return name if name.lower().endswith(suffixes) else f"{name}{suffixes[0]}"


def _includes_quick_fixes(kind: str) -> bool:
    """Tell whether a kind of code actions holds quick fixes."""
    return f"{types.CodeActionKind.QuickFix.value}.".startswith(f"{kind}." if kind else "")
