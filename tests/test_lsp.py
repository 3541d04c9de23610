"""The language server, as an editor sees it: a real client talks to `factcheck lsp` over standard input and output."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from editor import PATIENCE, Editor, capabilities, play
from factcheck.servers.session import MOST

RIGHT = "The first keeper of the lighthouse was Ada Holm."
WRONG = "The lighthouse at Grey Point was opened in 1860."
OPEN = "Penguins like to swim."
SETTINGS = {"claims": ["lighthouse.toml"]}
ERROR, HINT = types.DiagnosticSeverity.Error, types.DiagnosticSeverity.Hint


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a project with a claims file in it."""
    shutil.copy(Path(__file__).parent / "cases/lighthouse.toml", tmp_path)
    return tmp_path


async def shown(editor: Editor, name: str) -> list[tuple[str, str | int | None]]:
    """Return what is shown next for a text: the words of each finding and its code."""
    return [(editor.words(name, each.range), each.code) for each in await editor.findings(name)]


def test_findings(folder: Path) -> None:
    async def scene(editor: Editor) -> None:
        editor.open("a.md", f"# {WRONG}\n\n- {RIGHT}\n- {OPEN} {WRONG}\n")
        unsettled, refuted = await editor.findings("a.md")
        assert editor.words("a.md", unsettled.range) == OPEN
        assert (unsettled.severity, unsettled.code, unsettled.source) == (HINT, "FC002", "factcheck")
        assert unsettled.related_information is None
        assert editor.words("a.md", refuted.range) == WRONG
        assert (refuted.severity, refuted.code, refuted.source) == (ERROR, "FC001", "factcheck")
        assert refuted.message == 'You say "1860" where the source says "1858".'
        (related,) = refuted.related_information or ()
        assert related.location.uri == editor.uri("lighthouse.toml")
        line = (folder / "lighthouse.toml").read_text("utf-8").splitlines()[related.location.range.start.line]
        assert line == "[[claim]]"
        assert related.message == (
            "grey-point-opened: “the lighthouse at Grey Point was opened in 1858” — "
            "The Light at Grey Point, Harbour Gazette, 1999-05-04"
        )

    play(folder, scene, options=SETTINGS)


def test_an_editor_that_shows_no_other_places(folder: Path) -> None:
    async def scene(editor: Editor) -> None:
        editor.open("a.txt", WRONG)
        (refuted,) = await editor.findings("a.txt")
        assert refuted.related_information is None
        assert "“the lighthouse at Grey Point was opened in 1858”" in refuted.message

    play(folder, scene, can=capabilities(related=False), options=SETTINGS)


@pytest.mark.parametrize(
    ("encodings", "chosen"), [([], "utf-16"), (["utf-8"], "utf-8"), (["utf-32", "utf-8"], "utf-32")]
)
def test_places_are_exact(encodings: list[str], chosen: str, folder: Path) -> None:
    text = f"🗼 été\u2028\f\x85 Lumière.\r\n\r\n🗼🇩🇿 {OPEN} “🗼” {WRONG}\r\re\u0301 {WRONG}\n"

    async def scene(editor: Editor) -> None:
        assert editor.encoding == chosen
        editor.open("a.txt", text)
        findings = [words for words, code in await shown(editor, "a.txt") if code == "FC001"]
        assert [words[-len(WRONG) :] for words in findings] == [WRONG, WRONG]
        hover = await editor.hover("a.txt", "1860")
        assert hover is not None
        assert hover.range is not None
        assert editor.words("a.txt", hover.range) == findings[0]
        fix, _ = await editor.actions("a.txt", "1860")
        assert editor.apply("a.txt", fix) == text.replace("1860", "1858", 1)

    play(folder, scene, can=capabilities(encodings), options=SETTINGS)


def test_changes(folder: Path) -> None:
    async def scene(editor: Editor) -> None:
        editor.open("a.txt", f"{WRONG} {OPEN}")
        assert await shown(editor, "a.txt") == [(WRONG, "FC001"), (OPEN, "FC002")]
        for count in range(20):  # somebody types
            editor.change("a.txt", f"{RIGHT} {OPEN[:count]}")
        editor.change("a.txt", f"\n🗼 {OPEN}\n\n{WRONG}\n\n{OPEN}")
        assert await shown(editor, "a.txt") == [(f"🗼 {OPEN}", "FC002"), (WRONG, "FC001"), (OPEN, "FC002")]
        editor.change("a.txt", "")
        assert await shown(editor, "a.txt") == []
        editor.change("a.txt", WRONG)
        assert await shown(editor, "a.txt") == [(WRONG, "FC001")]
        editor.close("a.txt")
        assert await shown(editor, "a.txt") == []

    play(folder, scene, options=SETTINGS)


def test_what_a_text_is_written_in(folder: Path) -> None:
    texts: tuple[tuple[str, str, list[str]], ...] = (
        ("a.txt", "plaintext", ["FC001", "FC001"]),
        ("a.md", "markdown", ["FC001"]),
        ("a", "markdown", ["FC001"]),
        ("a.pdf", "plaintext", []),
    )

    async def scene(editor: Editor) -> None:
        for name, language, codes in texts:
            editor.open(name, f"{WRONG}\n\n    {WRONG}\n", language)
            assert [code for _, code in await shown(editor, name)] == codes

    play(folder, scene, options=SETTINGS)


@pytest.mark.parametrize("name", ["page.html", "page"])
def test_a_page(folder: Path, name: str) -> None:
    text = f"<h1>{WRONG}</h1>\n<p>{RIGHT} {WRONG}\n<p>{WRONG} <!-- factcheck: ignore so it says -->\n"

    async def scene(editor: Editor) -> None:
        editor.open(name, text, "html")
        assert await shown(editor, name) == [(WRONG, "FC001")]

    play(folder, scene, options=SETTINGS)


def test_a_long_text_keeps_nobody_waiting(folder: Path) -> None:
    sentences = [f"The lighthouse at Grey Point was opened in {year}." for year in range(1000, 3000)]

    async def scene(editor: Editor) -> None:
        editor.open("a.txt", "\n\n".join(sentences))
        assert await editor.hover("a.txt", "2999")
        first = await editor.findings("a.txt")
        assert 0 < len(first) < 1000
        editor.change("a.txt", WRONG)  # what is left of the long text is given up
        assert await shown(editor, "a.txt") == [(WRONG, "FC001")]

    play(folder, scene, options=SETTINGS)


def test_hover(folder: Path) -> None:
    async def scene(editor: Editor) -> None:
        editor.open("a.md", f"# Grey Point\n\n{WRONG} {RIGHT} {OPEN} The lighthouse is tall.\n")
        assert await editor.hover("a.md", "# Grey") is None
        said = {}
        for words in ("1860", "keeper", "Penguins", "tall"):
            hover = await editor.hover("a.md", words)
            assert hover is not None
            assert isinstance(hover.contents, types.MarkupContent)
            assert hover.contents.kind is types.MarkupKind.Markdown
            said[words] = hover.contents.value
        assert said["1860"] == (
            '**✘ REFUTED**\n\nYou say "1860" where the source says "1858".\n\n'
            "> “the lighthouse at Grey Point was opened in 1858” — "
            "The Light at Grey Point, Harbour Gazette, 1999-05-04\n\n"
            "grey-point-opened: The lighthouse at Grey Point was opened in 1858."
        )
        assert said["keeper"].startswith("**✔ SUPPORTED**\n\n")
        assert said["Penguins"].endswith("\n\nNo claim in the database comes near.")
        assert "\n- grey-point-opened: The lighthouse at Grey Point was opened in 1858. (" in said["tall"]

    play(folder, scene, options=SETTINGS)


def test_a_correction(folder: Path) -> None:
    async def scene(editor: Editor) -> None:
        editor.open("a.md", f"{RIGHT} {OPEN}\n\nThe **lighthouse** at Grey Point was\nopened in 1860. 🗼\n")
        await editor.findings("a.md")
        assert await editor.actions("a.md", RIGHT) == []
        fix, ignore = await editor.actions("a.md", "**lighthouse**")
        assert (fix.title, ignore.title) == ("Change “1860” to “1858”", "Ignore this finding with a comment")
        assert fix.is_preferred
        assert not ignore.is_preferred
        for action in (fix, ignore):
            assert action.kind == types.CodeActionKind.QuickFix
            assert [each.code for each in action.diagnostics or ()] == ["FC001"]
        mended = editor.apply("a.md", fix)
        assert mended == editor.texts["a.md"].replace("1860", "1858")
        editor.change("a.md", mended)
        assert await shown(editor, "a.md") == [(OPEN, "FC002")]

    play(folder, scene, options=SETTINGS)


def test_what_is_not_offered(folder: Path) -> None:
    async def scene(editor: Editor) -> None:
        editor.open("a.md", f"> {WRONG}\n\n| a |\n|---|\n| {OPEN} |\n| x |\n\n{WRONG}\n")
        (quoted,) = await editor.actions("a.md", WRONG)
        assert quoted.title.startswith("Ignore")
        assert await editor.actions("a.md", OPEN) == []
        assert await editor.actions("a.md", WRONG, "refactor", "source.fixAll") == []
        assert len(await editor.actions("a.md", WRONG, "source", "quickfix")) == 1

    play(folder, scene, options=SETTINGS)


def test_a_comment_that_ignores(folder: Path) -> None:
    comment = "factcheck: ignore TODO: say why"
    texts = (
        ("a.md", f"- {RIGHT}\n- {WRONG}  \n  {OPEN}\n", f"{WRONG} <!-- {comment} -->  \n"),
        ("a.txt", f"{RIGHT}\n\n{WRONG}", f"\n\n{WRONG} # {comment}"),
        ("a.tex", f"{RIGHT}\r\n\r\n{WRONG}\r\n", f"{WRONG} % {comment}\r\n"),
        ("a.html", f"<p>{RIGHT}</p>\n<p>{WRONG}</p>\n", f"{WRONG}</p> <!-- {comment} -->\n"),
        ("a.rst", f"* {RIGHT}\n* {WRONG}\n", f"* {WRONG} .. {comment}\n"),
    )

    async def scene(editor: Editor) -> None:
        for name, text, commented in texts:
            editor.open(name, text)
            before = await shown(editor, name)
            (ignore,) = [each for each in await editor.actions(name, WRONG) if not each.is_preferred]
            changed = editor.apply(name, ignore)
            assert commented in changed
            editor.change(name, changed)
            assert await shown(editor, name) == [each for each in before if each[0] != WRONG]
            assert await editor.actions(name, WRONG) == []

    play(folder, scene, options=SETTINGS)


def test_comments_in_the_text(folder: Path) -> None:
    async def scene(editor: Editor) -> None:
        editor.open(
            "a.txt", f"{WRONG}  # factcheck: ignore it is a test\n\n  # factcheck: ignore for nothing\n{RIGHT}\n"
        )
        (unused,) = await editor.findings("a.txt")
        assert (unused.message, unused.severity) == ("ignore hides nothing", HINT)
        assert editor.words("a.txt", unused.range) == "# factcheck: ignore for nothing"
        editor.change("a.txt", f"{WRONG}\n\n{RIGHT} # factcheck: ignore\n")
        refuted, mistake = await editor.findings("a.txt")
        assert editor.words("a.txt", refuted.range) == WRONG
        assert (mistake.message, mistake.severity) == ("'ignore' needs a reason: # factcheck: ignore REASON", ERROR)
        assert editor.words("a.txt", mistake.range) == f"{RIGHT} # factcheck: ignore"

    play(folder, scene, options=SETTINGS)


def test_settings_that_change(folder: Path) -> None:
    async def scene(editor: Editor) -> None:
        editor.open("a.txt", f"{WRONG} {OPEN}")
        assert [each.severity for each in await editor.findings("a.txt")] == [ERROR, HINT]
        editor.set({"factcheck": {"severity": {"refuted": "warning", "notEnoughInfo": "none"}}})
        (refuted,) = await editor.findings("a.txt")
        assert refuted.severity is types.DiagnosticSeverity.Warning
        (folder / "other.toml").write_text((folder / "lighthouse.toml").read_text("utf-8").replace("1858", "1860"))
        editor.set({"factcheck": {"claims": "other.toml"}})
        assert await shown(editor, "a.txt") == [(OPEN, "FC002")]
        editor.set({"factcheck": {"claims": "other.toml", "severity": {"refuted": "loud"}, "claim": []}})
        for wrong in (
            "factcheck: unknown key 'claim'; did you mean 'claims'?",
            "'loud' must be one of error, warning,",
        ):
            message = await editor.message()
            assert wrong in message.message
            assert message.type is types.MessageType.Warning

    play(folder, scene, options={"factcheck": SETTINGS})


def test_an_editor_that_is_asked_for_its_settings(folder: Path) -> None:
    claims, other = folder / "claims", folder / "other.toml"
    claims.mkdir()
    shutil.copy(folder / "lighthouse.toml", claims)
    other.write_text((folder / "lighthouse.toml").read_text("utf-8").replace("1858", "1860"))

    async def scene(editor: Editor) -> None:
        editor.open("a.txt", WRONG)
        assert await shown(editor, "a.txt") == [(WRONG, "FC001")]
        assert editor.registered[types.WORKSPACE_DID_CHANGE_CONFIGURATION] == {"section": "factcheck"}
        editor.settings = {"claims": ["lighthouse.toml"], "severity": {"refuted": "none"}}
        editor.set(None)
        assert await shown(editor, "a.txt") == []
        editor.settings = {"claims": ["claims"]}
        editor.set(None)
        assert await shown(editor, "a.txt") == [(WRONG, "FC001")]
        await editor.until(lambda: editor.watched == [{"baseUri": claims.as_uri(), "pattern": "**/*.toml"}])
        editor.settings = None
        editor.set(None)
        assert await shown(editor, "a.txt") == []

    play(folder, scene, "--claims", "other.toml", can=capabilities(asks=True), settings=SETTINGS)


def test_an_editor_that_cannot_do_what_it_says(folder: Path) -> None:
    async def scene(editor: Editor) -> None:
        editor.open("a.txt", WRONG)
        assert await shown(editor, "a.txt") == [(WRONG, "FC001")]
        assert editor.registered == {}

    play(folder, scene, can=capabilities(asks=True), settings=SETTINGS, refuses=True)


def test_all_of_a_long_text_selected(folder: Path) -> None:
    async def scene(editor: Editor) -> None:
        editor.open("a.txt", "\n\n".join(f"{OPEN} {number} times." for number in range(MOST)))
        found = await editor.actions("a.txt", editor.texts["a.txt"])
        assert len(found) == MOST  # of twice as many sentences

    play(folder, scene, options=SETTINGS)


def test_claims_of_the_command_line(folder: Path) -> None:
    async def scene(editor: Editor) -> None:
        editor.open("a.txt", WRONG)
        assert await shown(editor, "a.txt") == [(WRONG, "FC001")]

    play(folder, scene, "--claims", "lighthouse.toml")


def test_a_text_to_check_against(folder: Path) -> None:
    (folder / "source.txt").write_text("\nThe pier was built in 1901.", "utf-8")

    async def scene(editor: Editor) -> None:
        editor.open("a.txt", "The pier was built in 1911.")
        (refuted,) = await editor.findings("a.txt")
        assert refuted.message == 'You say "1911" where the source says "1901".'
        (related,) = refuted.related_information or ()
        assert (related.location.uri, related.location.range.start.line) == (editor.uri("source.txt"), 1)
        assert related.message == "sentence-1: “The pier was built in 1901.” — source.txt"
        assert editor.watched == [{"baseUri": folder.as_uri(), "pattern": "source.txt"}]
        editor.save("source.txt", "The pier was built in 1911.")
        assert await shown(editor, "a.txt") == []
        (folder / "source.txt").unlink()
        editor.save("other.txt", "")
        assert (
            await editor.message()
        ).message == f"factcheck: {folder / 'source.txt'}: cannot be read: No such file or directory"

    play(folder, scene, "--against", "source.txt", can=capabilities(asks=True))


def test_claims_that_are_configured(folder: Path) -> None:
    (folder / "factcheck.toml").write_text('claims = ["lighthouse.toml"]\n', "utf-8")

    async def scene(editor: Editor) -> None:
        editor.open("a.txt", WRONG)
        assert await shown(editor, "a.txt") == [(WRONG, "FC001")]

    play(folder, scene)


def test_lines(folder: Path) -> None:
    (folder / "factcheck.toml").write_text('split = "lines"\n', "utf-8")

    async def scene(editor: Editor) -> None:
        editor.open("a.txt", f"{OPEN} {RIGHT}\n{WRONG}")
        assert await shown(editor, "a.txt") == [(f"{OPEN} {RIGHT}", "FC002"), (WRONG, "FC001")]
        fix, _ = await editor.actions("a.txt", WRONG)
        assert editor.apply("a.txt", fix) == f"{OPEN} {RIGHT}\n{WRONG.replace('1860', '1858')}"

    play(folder, scene, options=SETTINGS)


def test_comments_that_are_not_to_ignore(folder: Path) -> None:
    (folder / "factcheck.toml").write_text("no-ignores = true\n", "utf-8")

    async def scene(editor: Editor) -> None:
        editor.open("a.txt", f"{WRONG} # factcheck: ignore it is a test\n\n{RIGHT} # factcheck: ignore\n")
        assert await shown(editor, "a.txt") == [(WRONG, "FC001")]
        assert [action.title[:6] for action in await editor.actions("a.txt", WRONG)] == ["Change"]

    play(folder, scene, options=SETTINGS)


def test_findings_that_are_known(folder: Path) -> None:
    factcheck = [sys.executable, "-m", "factcheck"]
    (folder / "docs").mkdir()
    (folder / "docs/a.txt").write_text(f"{WRONG} {OPEN}", "utf-8")
    command = [*factcheck, "--claims", "lighthouse.toml", "--write-baseline", "known.json", "docs/a.txt"]
    subprocess.run(command, cwd=folder, capture_output=True, check=True)
    (folder / "factcheck.toml").write_text('baseline = "known.json"\n', "utf-8")

    async def scene(editor: Editor) -> None:
        editor.open("docs/a.txt", f"{WRONG} {OPEN} {WRONG}")
        (found,) = await editor.findings("docs/a.txt")
        assert found.range.start.character == len(f"{WRONG} {OPEN} ")
        await editor.until(lambda: {"baseUri": folder.as_uri(), "pattern": "known.json"} in editor.watched)
        editor.save("known.json", "{}")
        assert (await editor.message()).message == f"factcheck: {folder / 'known.json'}: is no baseline of factcheck"
        assert [code for _, code in await shown(editor, "docs/a.txt")] == ["FC001", "FC002", "FC001"]

    play(folder, scene, can=capabilities(asks=True), settings=SETTINGS)


def test_claims_that_come_with_the_program(folder: Path) -> None:
    async def scene(editor: Editor) -> None:
        editor.open("a.txt", "The agreement was signed in Tunis.")
        assert [code for _, code in await shown(editor, "a.txt")] == ["FC001"]

    play(folder, scene)


def test_claims_that_change(folder: Path) -> None:
    good = (folder / "lighthouse.toml").read_text("utf-8")

    async def scene(editor: Editor) -> None:
        editor.open("a.txt", WRONG)
        assert await shown(editor, "a.txt") == [(WRONG, "FC001")]
        assert editor.watched == [{"baseUri": folder.as_uri(), "pattern": "lighthouse.toml"}]
        editor.save("lighthouse.toml", good.replace("1858", "1860"))
        assert await shown(editor, "a.txt") == []
        editor.save("lighthouse.toml", good.replace("statement", "statment"))
        message = await editor.message()
        assert message.type is types.MessageType.Error
        first, *_, last = message.message.split("\n")
        assert first.startswith(
            f"factcheck: {folder / 'lighthouse.toml'}:17: claim 'grey-point-opened': unknown key 'statment'"
        )
        assert last == "the claims database has errors, so nothing in it was used"
        assert await shown(editor, "a.txt") == []
        assert await editor.hover("a.txt", "1860") is None
        editor.save("lighthouse.toml", good)
        assert await shown(editor, "a.txt") == [(WRONG, "FC001")]

    play(folder, scene, can=capabilities(asks=True), settings=SETTINGS)


def test_claims_that_are_not_there(folder: Path) -> None:
    async def scene(editor: Editor) -> None:
        message = await editor.message()
        assert f"{folder / 'gone'}: no such file or folder" in message.message
        editor.open("a.txt", WRONG)
        assert await shown(editor, "a.txt") == []
        editor.set({"factcheck": SETTINGS})
        assert await shown(editor, "a.txt") == [(WRONG, "FC001")]

    play(folder, scene, options={"claims": ["gone"]})


def test_text_that_no_encoding_knows(folder: Path) -> None:
    async def scene(editor: Editor) -> None:
        editor.open("a.txt", f"A \ud800 half. {WRONG}\n\n\0")
        _, refuted = await editor.findings("a.txt")
        editor.texts["a.txt"] = editor.texts["a.txt"].replace("\ud800", "?")
        assert editor.words("a.txt", refuted.range) == WRONG

    play(folder, scene, options=SETTINGS)


def test_leaving_without_a_word(folder: Path) -> None:
    async def scene() -> None:
        editor = Editor(folder)
        await editor.start(can=capabilities())
        editor.client.exit(None)
        assert await editor.ended() == 1

    asyncio.run(asyncio.wait_for(scene(), PATIENCE))


def framed(*messages: dict[str, Any]) -> bytes:
    """Return messages as they go over the wire."""
    bodies = [json.dumps({"jsonrpc": "2.0", **message}).encode() for message in messages]
    return b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(body), body) for body in bodies)


def test_nothing_but_the_protocol_is_printed(folder: Path) -> None:
    item = {"uri": (folder / "a.txt").as_uri(), "languageId": "plaintext", "version": 1, "text": WRONG}
    said = framed(
        {"id": 1, "method": "initialize", "params": {"capabilities": {}, "processId": None, "rootUri": None}},
        {"method": "initialized", "params": {}},
        {"method": "textDocument/didOpen", "params": {"textDocument": item}},
        {"method": "textDocument/didSave", "params": {"textDocument": {"uri": item["uri"]}}},
        {"id": 2, "method": "no/such/method", "params": {}},
        {"id": 3, "method": "shutdown"},
        {"method": "exit"},
    )
    command = [sys.executable, "-m", "factcheck", "lsp", "--claims", "gone.toml"]
    done = subprocess.run(command, cwd=folder, input=said, capture_output=True, check=False)
    assert done.returncode == 0
    rest, answered = done.stdout, []
    while rest:
        head, _, rest = rest.partition(b"\r\n\r\n")
        length = int(head.split(b"Content-Length: ")[1].split(b"\r\n")[0])
        answered.append(json.loads(rest[:length]))
        rest = rest[length:]
    assert [answer["id"] for answer in answered if "id" in answer] == [1, 2, 3]
