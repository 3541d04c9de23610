"""Splitting: the cases in sentences.toml, and the laws about places."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.sentences import Positions, lines, split

CASES = tomllib.loads((Path(__file__).parent / "cases/sentences.toml").read_text("utf-8"))["case"]

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
    found = lines(text)
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
        for sentence in split(prose, positions=Positions(offsets, (0, 8)))
    ]
    assert places == [("Lit.", 10, 14, 2, 3), ("Then out.", 17, 28, 2, 10)]
    assert document[10:14] == "Lit."
