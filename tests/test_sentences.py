"""Splitting: the cases in sentences.toml, the laws about places, and texts that arrive in pieces."""

from __future__ import annotations

import contextlib
import tomllib
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import boundaries, sentences
from factcheck.sentences import Positions, Sentence, lines, split, split_block, split_pieces

TABLES = tomllib.loads((Path(__file__).parent / "cases/sentences.toml").read_text("utf-8"))
CASES = TABLES["case"]

# Texts made of what splitting looks at.
TRICKY = st.lists(
    st.sampled_from(
        [
            *"aBé1.!?… \n\r\t-*#•()[]”\"'“\x0b\x0c\x85\u2028\u00a0\x00😀",
            "\r\n",
            "\n\n",
            "1. ",
            "a) ",
            "Gen.",
            " The ",
            "U.S.",
            "It is lit. ",
            "\nA lighthouse opens\n",
            "Was it? ",
            "----\n",
        ]
    ),
    max_size=40,
).map("".join)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_split(case: dict[str, Any]) -> None:
    assert [sentence.text for sentence in split(case["text"])] == case["sentences"]


@given(TRICKY | st.text())
def test_sentences_stand_where_they_say(text: str) -> None:
    text_lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    end = 0
    for sentence in split(text, "a.txt"):
        assert sentence.start >= end
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip()
        assert text_lines[sentence.line - 1][sentence.column - 1] == sentence.text[0]
        assert text_lines[sentence.end_line - 1][sentence.end_column - 2] == sentence.text[-1]
        assert sentence.path == "a.txt"
        end = sentence.end


@given(TRICKY | st.text())
def test_lines_are_the_lines_that_are_not_blank(text: str) -> None:
    text_lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = list(lines([text]))
    assert [sentence.text for sentence in found] == [line for line in text_lines if line.strip()]
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in found)
    assert [sentence.line for sentence in found] == [i for i, line in enumerate(text_lines, 1) if line.strip()]
    assert all(sentence.column == 1 for sentence in found)


def test_positions_lead_back_to_the_document() -> None:
    document = "# Title\n**Lit.** Then *out*."
    prose = "Lit. Then out."
    offsets = [*range(10, 14), *range(16, 22), *range(23, 26), 27]
    places = [
        (sentence.text, sentence.start, sentence.end, sentence.line, sentence.column)
        for sentence in split_block(prose, "a.md", Positions(offsets, (0, 8)))
    ]
    assert places == [("Lit.", 10, 14, 2, 3), ("Then out.", 17, 28, 2, 10)]
    assert document[10:14] == "Lit."


# A text that arrives in pieces.


def pieces(text: str, cuts: Iterable[int]) -> list[str]:
    """Cut a text into pieces."""
    places = sorted({0, *(cut % (len(text) + 1) for cut in cuts), len(text)})
    return [text[start:end] for start, end in pairwise(places)]


@settings(max_examples=300)
@given(TRICKY | st.text(), st.lists(st.integers(0, 10_000), max_size=20))
def test_how_a_text_is_cut_into_pieces_changes_nothing(text: str, cuts: list[int]) -> None:
    for cut in (pieces(text, cuts), list(text)):
        assert list(split_pieces(cut)) == list(split_pieces([text]))
        assert list(lines(cut)) == list(lines([text]))


@pytest.mark.parametrize("longest", [7, 40])
def test_nor_does_it_where_stretches_are_cut_by_force(longest: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boundaries, "LONGEST", longest)
    monkeypatch.setattr(sentences, "LONGEST", longest)

    @given(TRICKY, st.lists(st.integers(0, 10_000), max_size=20))
    def compare(text: str, cuts: list[int]) -> None:
        assert list(split_pieces(pieces(text, cuts))) == list(split_pieces([text]))

    compare()


@pytest.mark.parametrize("case", TABLES["arriving"], ids=lambda case: case["why"])
def test_a_sentence_is_there_as_soon_as_it_is_complete(case: dict[str, Any]) -> None:
    assert known(case["text"]) == case["sentences"]


def known(text: str) -> list[str]:
    """Return the sentences that are known before anything follows a text."""

    class NotYetError(Exception):
        pass

    def arriving() -> Iterator[str]:
        yield text
        raise NotYetError

    found: list[Sentence] = []
    with contextlib.suppress(NotYetError):
        found.extend(split_pieces(arriving()))
    return [sentence.text for sentence in found]


@given(TRICKY, st.lists(st.integers(0, 10_000), max_size=20))
def test_what_is_known_of_a_text_does_not_depend_on_its_pieces(text: str, cuts: list[int]) -> None:
    whole = known(text)
    assert whole == [sentence.text for sentence in split(text)][: len(whole)]


def test_a_text_without_an_end_is_cut() -> None:
    found = split("The light is lit, and " * 2000)
    assert all(len(sentence.text) <= boundaries.LONGEST for sentence in found)
    assert " ".join(sentence.text for sentence in found) == ("The light is lit, and " * 2000).strip()
