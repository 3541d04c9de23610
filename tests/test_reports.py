"""Reports: verdicts made by hand, and what each format writes of them."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import jsonschema
import pytest

from factcheck import documents, reports
from factcheck.findings import Relation
from factcheck.reports import FORMATS, Format, Run
from factcheck.reports.visible import escaped_json, visible, visible_lines
from factcheck.verdict import Label, Verdict
from handmade import ALL, CLAIM, EVIL, HEIGHT, REFUTED, SOURCE, SUPPORTED, UNSETTLED, checked, evil, write

SCHEMA = json.loads((Path(reports.__file__).parent / "report.schema.json").read_text("utf-8"))
RESULT = {"$ref": "#/$defs/result", "$defs": SCHEMA["$defs"]}


def test_line() -> None:
    assert write("line", REFUTED, UNSETTLED).splitlines() == [
        "a.md:2:1: REFUTED grey-point-opened It was 1858.",
        "<text>:1:1: NOT ENOUGH INFO - Nothing says how tall it is.",
    ]


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("verdicts", [(), ALL, tuple(map(evil, ALL))], ids=["none", "all", "hostile"])
def test_json_follows_its_schema(verdicts: tuple[Verdict, ...]) -> None:
    jsonschema.validate(json.loads(write("json", *verdicts)), SCHEMA)
    for line in write("jsonl", *verdicts).splitlines():
        jsonschema.validate(json.loads(line), RESULT)


def test_real_verdicts_follow_the_schema() -> None:
    text = "The lighthouse at Grey Point was opened in 1858. It was opened in 1885. Penguins like to swim. Is it so?"
    verdicts = checked(documents.from_text(text, "a.txt"))
    assert {verdict.label for verdict in verdicts} == set(Label)
    jsonschema.validate(json.loads(write("json", *verdicts)), SCHEMA)


@pytest.mark.parametrize("key", ["verdict", "claim", "findings", "nearest"])
def test_the_schema_refuses_what_is_no_result(key: str) -> None:
    result = json.loads(write("jsonl", REFUTED))
    for broken in ({**result, key: 1}, {name: value for name, value in result.items() if name != key}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(broken, RESULT)


def test_a_json_document() -> None:
    document = json.loads(write("json", *ALL))
    assert list(document) == ["schema_version", "tool", "database", "results", "summary"]
    assert document["summary"] == {"SUPPORTED": 1, "REFUTED": 1, "NOT ENOUGH INFO": 1}
    assert document["database"] == {"claims": 1, "sources": [{"id": "grey-point", "title": "The Light at Grey Point"}]}


def test_jsonl_writes_the_results_of_json() -> None:
    lines = write("jsonl", *ALL).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(write("json", *ALL))["results"]


def test_a_result() -> None:
    result = json.loads(write("jsonl", REFUTED))
    assert list(result) == SCHEMA["$defs"]["result"]["required"]
    assert result["evidence"] == {
        "exact": CLAIM.excerpt,
        "start": 10,
        "end": 10 + len(CLAIM.excerpt),
        "source": {"id": "grey-point", "title": "The Light at Grey Point"},
    }
    assert result["findings"][2] == {
        "kind": "date",
        "relation": "conflicts",
        "said": {"text": "3 March 1885", "start": 43, "end": 55},
        "stated": {"text": "3 March 1858", "start": 36, "end": 48, "in": "excerpt"},
        "why": "why",
    }
    assert result["similarity"] == 93.1


def test_a_result_without_a_claim() -> None:
    result = json.loads(write("jsonl", UNSETTLED))
    assert result["claim"] is None
    assert result["evidence"] is None
    assert result["nearest"] == [{"id": CLAIM.id, "statement": CLAIM.statement, "similarity": 61.8}]


def test_json_keeps_letters_and_escapes_controls() -> None:
    text = write("jsonl", evil(replace(REFUTED, reason="é")))
    assert json.loads(text)["text"] == EVIL
    assert json.loads(write("jsonl", replace(REFUTED, reason="naïve 😀")))["reason"] == "naïve 😀"
    assert "naïve 😀" in write("jsonl", replace(REFUTED, reason="naïve 😀"))
    assert json.loads(escaped_json(json.dumps("\U000e0041\x7f", ensure_ascii=False))) == "\U000e0041\x7f"


@pytest.mark.parametrize("name", get_args(Format))
@pytest.mark.parametrize("verdict", ALL, ids=lambda verdict: verdict.label)
def test_no_prose_steers_the_terminal(name: Format, verdict: Verdict) -> None:
    text = write(name, evil(verdict), width=60)
    assert {char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp")} <= {"\n"}
    if name in ("rich", "line", "json", "jsonl", "html"):
        squeezed = "".join(text.split())
        assert "[bold]b[/bold][/quote]:smile:" in squeezed
        assert r"\x1b[31mred" in squeezed or r"\u001b[31mred" in squeezed


def test_visible_lines() -> None:
    assert visible_lines("a\tb\r\n  c\x1b\rd\u2028\n") == "a\tb\n  c\\x1b\nd\\u2028\n"


def test_visible() -> None:
    assert visible("a\tb\r\n  c\x1bé\u202e\ud800") == r"a b c\x1bé\u202e\ud800"


@pytest.mark.parametrize("width", [40, 60, 160])
@pytest.mark.parametrize("verdict", ALL, ids=lambda verdict: verdict.label)
def test_rich_keeps_to_the_width(verdict: Verdict, width: int) -> None:
    lines = write("rich", verdict, verdict, width=width).splitlines()
    assert all(len(line) <= width for line in lines if "https://" not in line)
    assert any(f"https://example.org/{'x' * 60}" in line for line in lines) == bool(verdict.claim)


@pytest.mark.parametrize("width", [60, 160, None])
def test_rich_says_everything(width: int | None) -> None:
    text = " ".join(write("rich", *ALL, width=width).split())
    for words in (
        "✔ SUPPORTED a.md:2:1 grey-point-opened",
        "✘ REFUTED a.md:2:1 grey-point-opened",
        "? NOT ENOUGH INFO <text>:1:1",
        "was opened on ‹3 March 1885›.",
        "“a light at Grey Point, first lit on ‹3 March 1858› by its keeper”",
        "“a light at ‹Grey Point›, first lit on 3 March 1858 by its keeper”",
        "Claim: The lighthouse at Grey Point was ‹opened› in 1858.",
        "— The Light at Grey Point, Harbour Gazette, 1999",
        "date 3 March 1885 3 March 1858 ✘ clashes",
        "words opened opened ✔ agrees, less exact",
        "together with other:",
        "The lighthouse is ‹40 metres› tall.",
        "quantity 40 metres — ? not stated",
        "62 grey-point-opened: The lighthouse at Grey Point was opened in 1858.",
        "3 sentences: 1 SUPPORTED, 1 REFUTED, 1 NOT ENOUGH INFO",
    ):
        assert words in text


def test_rich_is_plain_without_colour() -> None:
    text = write("rich", *ALL)
    assert "\x1b" not in text
    assert all(line == line.rstrip() for line in text.splitlines())


def test_rich_uses_only_colours_that_show_on_every_ground() -> None:
    codes = set(re.findall(r"\x1b\[([\d;]*)m", write("rich", *ALL, width=80, color=True)))
    assert codes <= {"0", "1", "1;4", "1;31", "1;32", "1;35"}
    assert {"1;31", "1;32", "1;35", "1;4"} <= codes


def test_rich_says_who_else_says_it() -> None:
    elsewhere = replace(HEIGHT, relation=Relation.AGREES, why='The claim other says "40 metres".')
    refuted = replace(REFUTED, findings=(elsewhere,), others=SUPPORTED.others)
    text = " ".join(write("rich", refuted).split())
    assert 'quantity 40 metres The claim other says "40 metres". ✔ agrees' in text
    assert "also against it, other:" in text


def test_rich_with_no_claim_near() -> None:
    assert "No claim in the database comes near." in write("rich", replace(UNSETTLED, nearest=()))


def test_one_sentence_needs_no_summary() -> None:
    assert "sentences:" not in write("rich", REFUTED)


@pytest.mark.parametrize("name", ["rich", "line", "jsonl", "github"])
def test_each_result_is_written_when_it_is_known(name: Format) -> None:
    given: list[Verdict] = []

    def verdicts() -> Iterator[Verdict]:
        for verdict in ALL:
            given.append(verdict)
            yield verdict

    written = [number for number, verdict in enumerate(ALL, 1) if write(name, verdict)]
    assert written
    pieces = reports.find(name)(verdicts(), Run("1.2.3", 1, (SOURCE,)))
    for number in written:
        assert next(pieces)
        assert len(given) == number


def test_every_format_is_there() -> None:
    assert tuple(FORMATS) == get_args(Format)
