"""Comments that ignore findings: what they reach, what is wrong with them, and that they hide nothing else."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import directives, documents
from factcheck.aside import Aside, ignores
from factcheck.directives import Ignore
from factcheck.documents import Document, DocumentError, Stream
from factcheck.sentences import Sentence
from factcheck.verdict import Label, Verdict

CASES = tomllib.loads((Path(__file__).parent / "cases/directives.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_comments(case: dict[str, Any]) -> None:
    document = documents.from_text(case["text"], case["name"])
    found, errors = directives.ignores(document.comments, document.text, "a")
    reaches = [[each.line, each.word, document.text[each.start : each.end].strip()] for each in found]
    assert reaches == case.get("ignores", [])
    assert errors == [f"a:{line}: {message}" for line, message in case.get("errors", [])]
    assert [sentence.text for sentence in documents.read_sentences(document)] == case["sentences"]


def test_lines_are_cut_as_sentences_are() -> None:
    text = "It is lit. # factcheck: ignore we know\n  # factcheck: on\n It is tall. \n"
    lines = list(documents.read_sentences(documents.from_text(text, "a.txt"), "lines"))
    assert [(line.text, line.line) for line in lines] == [("It is lit.", 1), (" It is tall. ", 3)]


def test_a_source_is_read_without_its_comments() -> None:
    assert documents.prose(documents.from_text("It is\n# factcheck: off\nlit.", "a.txt"))[0] == "It is\nlit."


# --- laws

PIECES = st.sampled_from(
    [
        "The light is lit.",
        "It is 40 metres tall.",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "- ",
        "> ",
        "# ",
        "`",
        " # factcheck: ignore so\n",
        "# factcheck: ignore-next-line so\n",
        "<!-- factcheck: ignore so -->",
        "<!-- factcheck: off so -->",
        "<!-- factcheck: on -->",
        "# factcheck: off so\n",
        "# factcheck: on\n",
        "<!-- factcheck:",
    ]
)
TEXTS = st.lists(PIECES, max_size=14).map("".join).filter(str.strip)
NAMES = st.sampled_from(["a.txt", "a.md"])


@given(TEXTS, NAMES)
def test_no_comment_is_prose_and_every_character_stays_in_its_place(text: str, name: str) -> None:
    document = documents.from_text(text, name)
    for comment in document.comments:
        assert text[comment.start : comment.end].startswith(comment.opening)
    commented = {at for comment in document.comments for at in range(comment.start, comment.end)}
    for block in document.blocks:
        assert commented.isdisjoint(block.offsets)
        if name == "a.txt":
            assert "".join(text[at] for at in block.offsets) == block.text


@given(TEXTS, NAMES)
def test_a_text_without_its_comments_has_none(text: str, name: str) -> None:
    rest, offsets = directives.without(text, documents.from_text(text, name).comments)
    assert "".join(text[at] for at in offsets) == rest
    assert list(offsets) == sorted(set(offsets))


def refuted(document: Document) -> list[Verdict]:
    """Return a verdict for each sentence of a document as if each were refuted."""
    return [Verdict(Label.REFUTED, sentence, "") for sentence in documents.read_sentences(document)]


@given(TEXTS, NAMES, st.integers(0, 40))
def test_an_ignore_hides_nothing_on_another_line(text: str, name: str, at: int) -> None:
    lines = [line for line in text.splitlines() if "factcheck" not in line and line.count("`") % 2 == 0]
    comment = " <!-- factcheck: ignore so -->" if name == "a.md" else " # factcheck: ignore so"
    number = at % max(len(lines), 1)
    lines[number : number + 1] = [f"{line}{comment}" for line in lines[number : number + 1]]
    document = documents.from_text("\n".join([*lines, "", "It is lit."]), name)
    kept = list(Aside(ignores([document])).passing(found := refuted(document)))
    hidden = [verdict.sentence.line for verdict in found if verdict not in kept]
    assert set(hidden) <= {number + 1}


@given(TEXTS, NAMES)
def test_what_is_refuted_is_reported_or_counted(text: str, name: str) -> None:
    document = documents.from_text(text, name)
    found, errors = directives.ignores(document.comments, document.text, name)
    aside = Aside(found)
    verdicts = refuted(document)
    kept = list(aside.passing(verdicts))
    assert len(kept) + aside.counted["ignored"] == len(verdicts)
    assert not (found and errors)
    unused = {ignore for ignore in found if f"{ignore} hides nothing" in aside.remarks()}
    for verdict in verdicts:
        reaching = [each for each in found if each.start <= verdict.sentence.start < each.end]
        assert (verdict in kept) == (not reaching)
        assert unused.isdisjoint(reaching)


def reaching(ignores: Iterable[Ignore], sentence: Sentence) -> list[str]:
    """Return what hides a sentence."""
    return [str(each) for each in ignores if each.start <= sentence.start < each.end]


@settings(max_examples=300)
@given(TEXTS, st.lists(st.integers(0, 1000), max_size=8))
def test_what_hides_a_sentence_of_a_stream_is_known_when_it_is(text: str, cuts: list[int]) -> None:
    data = text.encode()
    places = sorted({0, *(cut % (len(data) + 1) for cut in cuts), len(data)})
    stream = documents.from_pieces([data[start:end] for start, end in pairwise(places)], "a.txt")
    document = documents.from_text(text, "a.txt")
    whole, errors = directives.ignores(document.comments, text, "a.txt")
    assert isinstance(stream, Stream)
    with suppress(DocumentError):  # the text holds no sentence
        for sentence in documents.read_sentences(stream):
            assert bool(stream.text.error) <= bool(errors)
            if not errors:
                assert reaching(stream.text.ignores, sentence) == reaching(whole, sentence)
    assert bool(stream.text.error) == bool(errors)
    if not errors:
        assert set(stream.text.ignores) == set(whole)
