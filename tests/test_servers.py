"""What the servers are made of, without a server: places in a text, settings, what is shown of verdicts, searches."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck import Claims, search
from factcheck.searching import MOST
from factcheck.servers import preferences, showing
from factcheck.servers.reading import LONGEST, read
from factcheck.servers.rulers import Encoding, Ruler, sound
from factcheck.verdict import Label
from handmade import ALL, EVIL, LIGHTHOUSE, REFUTED, SOURCE, evil

PREFERENCES = tomllib.loads((Path(__file__).parent / "cases/preferences.toml").read_text("utf-8"))["preferences"]
TEXTS = st.text(st.sampled_from("ab é\u2028\f\u0301🗼\U0010ffff\r\n"))
ENCODINGS: list[Encoding] = list(get_args(Encoding))


@given(TEXTS, st.sampled_from(ENCODINGS))
def test_places_and_offsets(text: str, encoding: Encoding) -> None:
    ruler = Ruler.of(text, encoding)
    line = units = 0
    for offset, char in enumerate(text):
        assert ruler.place(offset) == (line, units)
        inside = char == "\n" and text[offset - 1 : offset] == "\r"  # between CR and LF there is no place
        assert ruler.offset((line, units)) == offset - inside
        size = {"utf-8": len(char.encode()), "utf-16": 1 + (char > "\uffff"), "utf-32": 1}[encoding]
        if char > "\uffff":
            assert all(ruler.offset((line, units + within)) == offset for within in range(size))
        line, units = (
            (line + 1, 0)
            if char == "\n" or (char == "\r" and text[offset + 1 : offset + 2] != "\n")
            else (
                line,
                units + size,
            )
        )
    assert ruler.place(len(text)) == (line, units)
    assert ruler.offset((line, units + 1)) == ruler.offset((line + 1, 0)) == len(text)


@given(st.text(st.sampled_from("a🗼\ud800\udbff\udc00\udfff")))
def test_sound_text_is_as_long(text: str) -> None:
    made = sound(text)
    assert len(made) == len(text)
    assert len(made.encode("utf-16-le")) == len(text.encode("utf-16-le", "surrogatepass"))


@pytest.mark.parametrize("case", PREFERENCES, ids=lambda case: case["why"])
def test_preferences(case: dict[str, Any]) -> None:
    found, wrong = preferences.read(*map(preferences.section, case["sent"]))
    assert wrong == case.get("wrong", [])
    assert list(found.claims) == case.get("claims", [])
    severities = [found.severities[label] for label in (Label.REFUTED, Label.UNSETTLED)]
    assert severities == case.get("severities", ["error", "hint"])


@pytest.mark.parametrize("sent", [None, [], "factcheck", 1, {"factcheck": None}])
def test_preferences_that_are_none(sent: object) -> None:
    assert preferences.section(sent) == {}


def test_a_sentence_too_long_to_be_one_is_left_out() -> None:
    reading = read(f"{'word ' * LONGEST}.\n\nIt is lit.", "a.txt", "utf-16")
    assert [sentence.text for sentence in reading.sentences] == ["It is lit."]


@pytest.mark.parametrize("verdict", ALL, ids=lambda verdict: verdict.label)
def test_hostile_text_is_no_markup(verdict: Any) -> None:
    hostile = evil(verdict)
    tokens = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(showing.hover(hostile, markdown=True))
    kinds = {child.type for token in tokens for child in (token, *(token.children or []))}
    assert kinds <= {
        *("paragraph_open", "paragraph_close", "inline", "text", "text_special", "strong_open", "strong_close"),
        *("blockquote_open", "blockquote_close", "softbreak"),
        *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
    }
    for control in ("\x1b", "\u202e", "\x07", "\x00"):
        assert control not in showing.hover(hostile, markdown=False)
        assert control not in showing.hover(hostile, markdown=True)


def test_links_and_mentions_are_broken() -> None:
    shown = showing.hover(evil(REFUTED), markdown=True)
    assert "https://" in EVIL
    assert "https://" not in shown
    assert "www." not in shown
    assert "@" not in shown.replace("\\@", "")


def test_a_finding_in_a_claims_file_that_is_none() -> None:
    ruler = Ruler.of(f"12345{REFUTED.sentence.text}", "utf-16")
    found = showing.finding(REFUTED, ruler, preferences.Preferences(), linked=True)
    assert found is not None
    assert found.related_information is None
    assert (
        found.message
        == f"It was 1858.\n“{REFUTED.claim.excerpt if REFUTED.claim else ''}” — {SOURCE.title}, Harbour Gazette, 1999"
    )


def test_search() -> None:
    claims = Claims.load(LIGHTHOUSE)
    found = search("Who was the keeper of the lighthouse?", claims)
    assert [near.claim.id for near in found] == ["grey-point-keeper", "grey-point-opened"]
    assert found[0].similarity > found[1].similarity
    assert search("Who was the keeper of the lighthouse?", claims, 1) == found[:1]
    assert search("Penguins", claims) == search("", claims) == ()
    shipped = Claims.load()
    assert 2 < len(search("Algeria and Tunisia signed an agreement on defence.", shipped, 1000)) <= MOST


@pytest.mark.parametrize(
    ("server", "package"), [("lsp", "pygls"), ("lsp", "lsprotocol"), ("mcp", "mcp"), ("mcp", "mcp_types")]
)
def test_a_server_without_its_packages(server: str, package: str) -> None:
    script = f"import sys; sys.modules[{package!r}] = None; from factcheck.cli import run; sys.exit(run([{server!r}]))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == f"factcheck: factcheck {server} needs more packages: pip install 'factcheck-cli[{server}]'\n"


def test_help_needs_no_packages() -> None:
    script = "import sys; from factcheck.cli import run; run([{!r}, '--help']); print(*sys.modules)"
    for server in ("lsp", "mcp"):
        command = [sys.executable, "-c", script.format(server)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
        loaded = set(done.stdout.splitlines()[-1].split())
        assert not {"pygls", "lsprotocol", "mcp", "anyio", "asyncio", "pydantic", "jsonschema"} & loaded
