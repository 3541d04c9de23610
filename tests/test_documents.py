"""Documents: what is read in files, where it stands, and what cannot be read."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import documents, inputs
from factcheck.documents import DocumentError

TABLES = tomllib.loads((Path(__file__).parent / "cases/documents.toml").read_text("utf-8"))

MARKDOWN = st.lists(
    st.sampled_from(
        [*"ab.*_`~[]()!<>|\\&-#> \n\t", "**", "\n\n", "[a](b)", "![a](b)", "&amp;", "| a |\n|---|\n", "1. ", "é"]
    ),
    max_size=40,
).map("".join)


@pytest.mark.parametrize("case", TABLES["case"], ids=lambda case: case["why"])
def test_sentences(case: dict[str, Any]) -> None:
    document = documents.from_bytes(case["text"].encode(), case["name"])
    found = [[s.text, s.line, s.column] for s in documents.read_sentences(document)]
    assert found == case["sentences"]


@pytest.mark.parametrize("case", TABLES["error"], ids=lambda case: case["why"])
def test_errors(case: dict[str, Any]) -> None:
    data = bytes.fromhex(case["hex"]) if "hex" in case else case["text"].encode()
    with pytest.raises(DocumentError) as raised:
        documents.from_bytes(data, case["name"])
    assert str(raised.value) == case["error"]


@given(MARKDOWN)
def test_markdown_is_read_from_left_to_right(text: str) -> None:
    for block in documents.from_text(f"{text}x", "a.md").blocks:
        assert len(block.text) == len(block.offsets)
        assert all(0 <= offset <= len(text) for offset in block.offsets)
    for sentence in documents.read_sentences(documents.from_text(f"{text}x", "a.md")):
        assert sentence.line >= 1
        assert sentence.column >= 1


def test_letters_of_markdown_stand_where_the_offsets_say() -> None:
    text = "*It* `is` [lit](x 'it') and ~~not~~ **_tall_**, [white][w] & old.\n\n> - It *is\n>   dry*\n\n[w]: y\n"
    for block in documents.from_text(text, "a.md").blocks:
        assert "".join(text[offset] for offset in block.offsets) == block.text


def test_lines_of_markdown_stay_as_they_are() -> None:
    document = documents.from_text("# Head\n\n- *It* is lit. \n", "a.md")
    assert [s.text for s in documents.read_sentences(document, "lines")] == ["# Head", "- *It* is lit. "]


def test_prose_is_what_a_reader_reads() -> None:
    assert documents.prose(documents.from_text("# Head\n\nIt *is* lit.\n\n- It is tall.\n", "a.md")) == (
        "It is lit.\n\nIt is tall."
    )


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"gone\.txt: cannot be read: No such file or directory"):
        documents.from_file(str(tmp_path / "gone.txt"))
    with pytest.raises(DocumentError, match=r"a\.pdf: pdf files are not read"):
        documents.from_file(str(tmp_path / "a.pdf"))


@pytest.mark.parametrize(
    "argument", ["notes.txt", "a/b", "/etc/nothing", "NOTES.MD", "./x", "page.html", "https://a.b/c"]
)
def test_looks_like_a_path(argument: str) -> None:
    assert inputs.looks_like_path(argument)


@pytest.mark.parametrize("argument", ["lit", "It is lit/unlit.", "It is in notes.txt", "It is lit.", "v1.5", "U.S."])
def test_looks_like_a_text(argument: str) -> None:
    assert not inputs.looks_like_path(argument)
