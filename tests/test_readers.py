"""The readers: what is prose in each format, where it stands, and files that are broken or meant to do harm."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import made
from factcheck import documents
from factcheck.documents import DocumentError
from factcheck.readers import docx, html, rst

CASES = Path(__file__).parent / "cases"

HTML_PIECES = "<p> </p> <br> <b> </b> <li> <h1> </h1> <td> <table> <a <!-- --> <script> </script> &amp; &#65; &notit; &shy; &nbsp;"
RST_PIECES = "- _1. _.. _note:: _::~_====~_----~_>>> _``a``_+--+--+~_+==+==+~_|a |b |~_=== ===~_`a <b>`__[1]__:a: _|a|_:ref:`a.b`"


def texts(*pieces: str) -> st.SearchStrategy[str]:
    """Return texts made of pieces."""
    return st.lists(st.sampled_from(pieces), max_size=40).map("".join)


HTML = texts(*"ab.&;<>/=\"' \n\t\u00adé", *HTML_PIECES.split(), "<p hidden>", "<sup>")
RST = texts(*"ab.*`_|:\\ \t\né", *RST_PIECES.replace("~", "\n").split("_"), "\n\n", "\r\n", "  ", "`a <b>`_", "[1]_")


def cases(name: str) -> list[Any]:
    """Return the rows of a table, each named by its reason."""
    return [pytest.param(case, id=case["why"]) for case in tomllib.loads((CASES / name).read_text("utf-8"))["case"]]


def places(document: documents.Document) -> list[list[Any]]:
    """Return the sentences of a document with their places."""
    return [[sentence.text, sentence.line, sentence.column] for sentence in documents.read_sentences(document)]


@pytest.mark.parametrize("case", cases("html.toml"))
def test_html(case: dict[str, Any]) -> None:
    assert [block.text for block in html.blocks(case["text"])] == case["blocks"]


@pytest.mark.parametrize("case", cases("rst.toml"))
def test_rst(case: dict[str, Any]) -> None:
    assert [block.text for block in rst.blocks(case["text"])] == case["blocks"]


@given(HTML)
def test_a_character_of_html_stands_where_it_is_or_where_its_reference_is(text: str) -> None:
    for block in html.blocks(text):
        assert list(block.offsets) == sorted(block.offsets)
        for char, offset in zip(block.text, block.offsets, strict=True):
            assert text[offset] == char or text[offset] == "&" or (char == "\n" and text.startswith("<br", offset))


@given(RST)
def test_a_character_of_rst_stands_where_it_is(text: str) -> None:
    for block in rst.blocks(text):
        assert list(block.offsets) == sorted(block.offsets)
        for char, offset in zip(block.text, block.offsets, strict=True):
            assert text[offset] == char or (char == "\n" and text[offset].isspace())


@pytest.mark.parametrize("reader", [html, rst])
@pytest.mark.parametrize(
    "text",
    ["<a " * 50_000, "<b>" * 50_000 + "<p>x", "- " * 20_000 + "x", "*x " * 20_000, "<!--" * 50_000, "`x" * 50_000],
)
def test_no_file_takes_a_reader_to_its_knees(reader: Any, text: str) -> None:
    assert sum(len(block.text) for block in reader.blocks(text)) <= len(text)


# Word documents.


@pytest.mark.parametrize("case", cases("docx.toml"))
def test_docx(case: dict[str, Any]) -> None:
    assert places(documents.from_bytes(made.docx(case["body"], case.get("parts")), "a.docx")) == case["sentences"]


def test_lines_of_a_word_document_are_its_paragraphs() -> None:
    body = made.paragraph("It was lit. It is tall.") + made.paragraph("It is a heading.", style="Heading")
    document = documents.from_bytes(made.docx(body), "a.docx")
    found = [[line.text, line.line, line.column] for line in documents.read_sentences(document, "lines")]
    assert found == [["It was lit. It is tall.", 1, 1], ["It is a heading.", 2, 1]]


def test_the_body_of_a_word_document_may_have_any_name() -> None:
    document = documents.from_bytes(made.docx(made.paragraph("It is lit."), main="text/body2.xml"), "a.docx")
    assert places(document) == [["It is lit.", 1, 1]]


WHOLE = made.docx(made.paragraph("It is lit."))
ENTITIES = '<!DOCTYPE a [<!ENTITY b "It is lit."><!ENTITY c "&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"It is lit.", "is no Word document, or a broken one"),
        (WHOLE[: len(WHOLE) // 2], "is no Word document, or a broken one"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "is protected by a password"),
        (made.archive([("a.txt", "It is lit.")]), "is no Word document, or a broken one"),
        (made.archive([("word/document.xml", ENTITIES)]), "holds a document type, which no Word document does"),
        (made.archive([("word/document.xml", "<w:p>")]), "word/document.xml is broken: unbound prefix"),
        (made.docx("<w:p/>"), "is empty"),
    ],
)
def test_a_word_document_that_cannot_be_read(data: bytes, error: str) -> None:
    with pytest.raises(DocumentError, match=f"^a.docx: {error}"):
        documents.from_bytes(data, "a.docx")


def test_a_word_document_that_would_unpack_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "_LARGEST", 1_000_000)
    with pytest.raises(DocumentError, match=r"^a\.docx: word/document\.xml unpacks to more than 1 MB"):
        documents.from_bytes(made.docx(" " * 1_000_000), "a.docx")


def test_a_word_document_that_is_encrypted() -> None:
    data = bytearray(WHOLE)
    entry = data.rindex(b"word/document.xml") - 46  # in the directory of the archive
    data[entry + 8] |= 1
    with pytest.raises(DocumentError, match=r"^a\.docx: is no Word document, or a broken one \(File .* is encrypted"):
        documents.from_bytes(bytes(data), "a.docx")


# PDFs.


@made.needs_pypdfium2
@pytest.mark.parametrize("case", cases("pdf.toml"))
def test_pdf(case: dict[str, Any]) -> None:
    assert places(documents.from_bytes(made.pdf(*case["pages"]), "a.pdf")) == case["sentences"]


@made.needs_pypdfium2
def test_lines_of_a_pdf_are_its_lines() -> None:
    document = documents.from_bytes(made.pdf(made.page("It is", "lit."), made.page("It is tall.")), "a.pdf")
    found = [[line.text, line.line, line.column] for line in documents.read_sentences(document, "lines")]
    assert found == [["It is", 1, 1], ["lit.", 1, 7], ["It is tall.", 2, 1]]


@made.needs_pypdfium2
@pytest.mark.parametrize(
    ("data", "error"),
    [(b"It is lit.", "is no PDF, or a broken one"), (made.pdf([]), "holds no text; a scan is a picture")],
)
def test_a_pdf_that_cannot_be_read(data: bytes, error: str) -> None:
    with pytest.raises(DocumentError, match=f"^a.pdf: {error}"):
        documents.from_bytes(data, "a.pdf")


def test_a_missing_pypdfium2_is_named_with_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(DocumentError, match=r"^a\.pdf: is read with pypdfium2; .* pip install 'factcheck-cli\[pdf\]'"):
        documents.from_bytes(made.pdf(made.page("It is lit.")), "a.pdf")
