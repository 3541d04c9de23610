"""Workflow commands: read back as GitHub's runner reads them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reports.visible import visible
from factcheck.sentences import Sentence
from factcheck.verdict import Verdict
from handmade import ALL, REFUTED, SUPPORTED, UNSETTLED, evil, write

COMMAND = re.compile(r"::(?P<name>[a-z]+) (?P<properties>[^:]*)::(?P<data>.*)")
PROPERTY_ESCAPES = {"%3A": ":", "%2C": ",", "%0D": "\r", "%0A": "\n", "%25": "%"}  # `%` last, as the runner does
DATA_ESCAPES = {key: PROPERTY_ESCAPES[key] for key in ("%0D", "%0A", "%25")}

Command = tuple[str, dict[str, str], str]


def unescaped(text: str, escapes: dict[str, str]) -> str:
    """Undo the escapes in order."""
    for escape, char in escapes.items():
        text = text.replace(escape, char)
    return text


def commands(*verdicts: Verdict) -> list[Command]:
    """Return name, properties and data of the commands in what is written; there must be nothing else."""
    found = []
    for line in write("github", *verdicts).splitlines():
        match = COMMAND.fullmatch(line)
        assert match
        pairs = (pair.split("=", 1) for pair in match["properties"].split(","))
        properties = {key: unescaped(value, PROPERTY_ESCAPES) for key, value in pairs}
        found.append((match["name"], properties, unescaped(match["data"], DATA_ESCAPES)))
    return found


def test_refuted() -> None:
    assert write("github", REFUTED) == (
        "::error file=a.md,line=2,endLine=2,col=1,title=REFUTED by grey-point-opened::It was 1858.%0A"
        "“a light at Grey Point, first lit on 3 March 1858 by its keeper” — "
        "The Light at Grey Point, Harbour Gazette, 1999\n"
    )


def test_not_enough_info_in_a_text_that_is_no_file() -> None:
    assert write("github", UNSETTLED) == (
        "::notice title=NOT ENOUGH INFO::Nothing says how tall it is.%0A<text>: The lighthouse is 40 metres tall.\n"
    )


def test_supported_gets_none() -> None:
    assert write("github", SUPPORTED) == ""


def test_several_lines_have_no_column() -> None:
    ((_, properties, _),) = commands(replace(REFUTED, sentence=replace(REFUTED.sentence, end_line=4)))
    assert (properties["line"], properties["endLine"], "col" in properties) == ("2", "4", False)


@pytest.mark.parametrize("path", ["a,b:c%2C.md", "docs/100%0A.md"])
def test_paths_come_back_as_they_were(path: str) -> None:
    ((_, properties, _),) = commands(replace(REFUTED, sentence=replace(REFUTED.sentence, path=path)))
    assert properties["file"] == path


@given(st.text(min_size=1), st.text())
def test_no_text_ends_a_command(path: str, text: str) -> None:
    sentence = Sentence(text, path=f"x{path}")
    ((name, properties, data),) = commands(replace(REFUTED, sentence=sentence, reason=text))
    assert name == "error"
    assert properties.keys() == {"file", "line", "endLine", "col", "title"}
    assert data.split("\n")[0] == visible(text)


def test_hostile_verdicts_are_a_line_each() -> None:
    assert len(commands(*map(evil, ALL))) == 2
