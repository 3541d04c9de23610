"""Documents: what is read in files, where it stands, and what cannot be read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import against, decoding, documents, inputs
from factcheck.documents import DocumentError, Split
from factcheck.readers import UnreadableError
from factcheck.sentences import Sentence

TABLES = tomllib.loads((Path(__file__).parent / "cases/documents.toml").read_text("utf-8"))

MARKDOWN = st.lists(
    st.sampled_from(
        [*"ab.*_`~[]()!<>|\\&-#> \n\t", "**", "\n\n", "[a](b)", "![a](b)", "&amp;", "| a |\n|---|\n", "1. ", "é"]
    ),
    max_size=40,
).map("".join)


@pytest.mark.parametrize("case", TABLES["case"], ids=lambda case: case["why"])
def test_sentences(case: dict[str, Any]) -> None:
    document = documents.from_bytes(case["text"].encode(case.get("encoding", "utf-8")), case["name"])
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
    for block in documents.from_text(f"{text}x", "a.md").blocks or ():
        assert len(block.text) == len(block.offsets)
        assert all(0 <= offset <= len(text) for offset in block.offsets)
    for sentence in documents.read_sentences(documents.from_text(f"{text}x", "a.md")):
        assert sentence.line >= 1
        assert sentence.column >= 1


def test_letters_of_markdown_stand_where_the_offsets_say() -> None:
    text = "*It* `is` [lit](x 'it') and ~~not~~ **_tall_**, [white][w] & old.\n\n> - It *is\n>   dry*\n\n[w]: y\n"
    for block in documents.from_text(text, "a.md").blocks or ():
        assert "".join(text[offset] for offset in block.offsets) == block.text


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_a_sentence_ends_where_the_reference_does_that_is_its_last_character(name: str) -> None:
    text = "x &ldquo;It is lit.&rdquo; It is tall&#46;\nIt is a caf&#xe9; &amp;\n"
    found = list(documents.read_sentences(documents.from_text(text, name)))
    assert [text[s.start : s.end] for s in found] == [
        "x &ldquo;It is lit.&rdquo;",
        "It is tall&#46;",
        "It is a caf&#xe9; &amp;",
    ]
    assert [(s.end_line, s.end_column) for s in found] == [(1, 27), (1, 43), (2, 24)]


def test_lines_of_markdown_stay_as_they_are() -> None:
    document = documents.from_text("# Head\n\n- *It* is lit. \n", "a.md")
    assert [s.text for s in documents.read_sentences(document, "lines")] == ["# Head", "- *It* is lit. "]


def test_prose_is_what_a_reader_reads() -> None:
    prose, _ = documents.prose(documents.from_text("# Head\n\nIt *is* lit.\n\n- It is tall.\n", "a.md"))
    assert prose == "It is lit.\n\nIt is tall."


@pytest.mark.parametrize(
    ("name", "text", "lines"),
    [
        ("a.txt", "It is lit. It\nis tall. # factcheck: ignore so\n# factcheck: on\nIt is old.\n", [1, 1, 4]),
        ("a.md", "# Head\n\nIt is *lit*. It is\r\nold. It is tall.\n\n- It is red.\n", [3, 3, 4, 6]),
        ("a.html", "<h1>x</h1>\n<p>It is lit.\n<p>It is <b>old</b>.", [2, 3]),
        ("<stdin>", "\nIt is lit.", [2]),
    ],
)
def test_the_claims_of_a_text_know_where_they_stand(name: str, text: str, lines: list[int]) -> None:
    found = against.claims(documents.from_text(text, name), "a").claims
    assert [claim.excerpt_line for claim in found] == lines
    assert {claim.path for claim in found} == {"" if name == "<stdin>" else name}
    assert [claim.at for claim in found] == [text.find(claim.excerpt) for claim in found]


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"gone\.txt: cannot be read: No such file or directory"):
        documents.from_file(str(tmp_path / "gone.txt"))
    with pytest.raises(
        DocumentError, match=r"a\.odt: odt files are not read; save it as docx, PDF, HTML or plain text"
    ):
        documents.from_file(str(tmp_path / "a.odt"))


# Bytes that arrive in pieces.

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-be", "utf-32-be"]
BYTES = st.one_of(
    st.binary(max_size=60),
    st.builds(lambda text, codec: encoded(text, codec), st.text(max_size=30), st.sampled_from(ENCODINGS)),
    st.builds(lambda head, rest: head + rest, st.sampled_from([b"%PDF-1", b"PK\x03\x04"]), st.binary(max_size=9)),
)


def encoded(text: str, codec: str) -> bytes:
    """Encode a text, and say by a byte order mark how, where the codec does not."""
    return ("\ufeff" + text if codec.endswith("-be") else text).encode(codec, "ignore")


def decoded(pieces: Iterable[bytes]) -> tuple[str, str]:
    """Return what can be decoded, and what is wrong with the rest."""
    text = ""
    try:
        for piece in decoding.decode_pieces(pieces):
            text += piece
    except UnreadableError as error:
        return text, str(error)
    return text, ""


@settings(max_examples=300)
@given(BYTES, st.lists(st.integers(0, 200), max_size=10))
def test_how_bytes_are_cut_into_pieces_changes_nothing(data: bytes, cuts: list[int]) -> None:
    places = sorted({0, *(cut % (len(data) + 1) for cut in cuts), len(data)})
    whole = decoded([data])
    assert decoded(data[start:end] for start, end in pairwise(places)) == whole
    assert decoded(data[at : at + 1] for at in range(len(data))) == whole


@pytest.mark.parametrize("codec", ENCODINGS)
def test_a_byte_order_mark_says_what_a_file_is_written_in(codec: str) -> None:
    assert decoding.decode(encoded("Ça—😀", codec)) == "Ça—😀"


PARTS = [
    b"It was lit. ",
    "It is tall—café.\r\n".encode(),
    b"\r\n- It is\r\n  white\r\n",
    b"It is old. # factcheck: ignore we know\n",
    b" <!-- factcheck: off",
    b" a\r\nstory --> ",
    b"- old\n\nIt is dry",
    b"\xe9",
    b"\0",
]


@pytest.mark.parametrize("split", ["sentences", "lines"])
@given(data=st.lists(st.sampled_from(PARTS), max_size=8).map(b"".join), cuts=st.lists(st.integers(0, 300)))
def test_a_stream_gives_what_the_whole_gives(split: Split, data: bytes, cuts: list[int]) -> None:
    places = sorted({0, *(cut % (len(data) + 1) for cut in cuts), len(data)})
    found = read(documents.from_pieces([data], "a.txt"), split)
    cut = documents.from_pieces([data[start:end] for start, end in pairwise(places)], "a.txt")
    assert read(cut, split) == found
    try:
        document = documents.from_bytes(data, "a.txt")
    except DocumentError as error:
        whole = found[0], str(error)  # what stands before an error is known, and then the same error
    else:
        whole = read(document, split)
        whole = whole[0], whole[1] or ("" if whole[0] else "a.txt: holds no sentence to check")
    assert found == whole


def read(source: documents.Document | documents.Stream, split: Split) -> tuple[list[Sentence], str]:
    """Return the sentences that come before an error, and the error."""
    found: list[Sentence] = []
    try:
        found.extend(documents.read_sentences(source, split))
    except DocumentError as error:
        return found, str(error)
    return found, ""


@pytest.mark.parametrize(
    "argument", ["notes.txt", "a/b", "/etc/nothing", "NOTES.MD", "./x", "page.html", "https://a.b/c"]
)
def test_looks_like_a_path(argument: str) -> None:
    assert inputs.looks_like_path(argument)


@pytest.mark.parametrize("argument", ["lit", "It is lit/unlit.", "It is in notes.txt", "It is lit.", "v1.5", "U.S."])
def test_looks_like_a_text(argument: str) -> None:
    assert not inputs.looks_like_path(argument)
