"""Explanations in reports: made by hand, and what each format writes of them."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from factcheck import reports
from factcheck.explanation import Clause, Compared, Explanation, Part, Partner, Word
from factcheck.reports import Format, Run, explained
from factcheck.sentences import Sentence
from factcheck.verdict import Label, Verdict

SCHEMA = json.loads((Path(reports.__file__).parent / "report.schema.json").read_text("utf-8"))
EVIL = "\x1b[31mred\x1b[0m [bold]b[/bold] \u202edrow\u2066 a\x07b\r\nnext\u2028line"

PART = Part(
    "It was lit",
    True,
    "NOT ENOUGH INFO",
    "none",
    "No rule decides it.",
    0.5,
    "lit",
    "also",
    "It is lit.",
    False,
    (Partner("lit", "lit", "same", 1.0, ""), Partner("1860", "", "none", 0.0, "")),
)
EXPLANATION = Explanation(
    "The sentence was judged as a whole.",
    (),
    (Word("lit", 7, 10, "word", "light (verb)", "verb", 1.0, ("negated", "says so")),),
    (Clause("It was lit", 0, 10, "lit", (), ("It",), ("passive",)),),
    (PART,),
    (Compared("lit", "also", "It is lit.", 1.5, 0.5, False, ("date",)),),
)
VERDICT = Verdict(Label.UNSETTLED, Sentence("It was lit", 0, 10), "Nothing settles it.", explanation=EXPLANATION)
PLAIN = replace(VERDICT, explanation=None)


def write(name: Format, *verdicts: Verdict, width: int | None = None) -> str:
    """Return what a format writes."""
    return "".join(reports.find(name)(verdicts, Run("1.2.3", 1, (), width)))


def test_lines() -> None:
    assert list(explained.lines(EXPLANATION)) == [
        "  Read as",
        "    you say  kind  read as       role  weight  noted",
        "    lit      word  light (verb)  verb  1       negated, says so",
        "  Clauses",
        "    clause      verb  subject  object  noted",
        "    It was lit  lit            It      passive",
        "  The whole: NOT ENOUGH INFO",
        "    Rule none: No rule decides it.",
        "    lit, also: “It is lit.”",
        "    uncovered: 50%; the sense of what it states is not kept",
        "    Support needs each weighty word stated, at most 12% uncovered, and the sense kept.",
        "    you say  it says  match  covered  clash",
        "    lit      lit      same   100%",
        "    1860     —        none   0%",
        "  Compared with 1 wording",
        "    uncovered  score  clashes  sense  wording",
        "    50%        1.5    date     lost   lit, also: “It is lit.”",
    ]


def test_parts_are_numbered_and_taken_together() -> None:
    part = replace(PART, whole=False, text="lit", label="REFUTED", rule="conflict", sense_kept=True)
    titles = set(explained.lines(replace(EXPLANATION, parts=(part, part), why="One is refuted.")))
    assert {"  Part 1: REFUTED", "  Part 2: REFUTED", "    “lit”", "  Taken together", "    One is refuted."} <= titles
    assert "    uncovered: 50% of what does not clash" in titles
    assert not any("Support needs" in line for line in titles)
    titles = set(explained.lines(replace(EXPLANATION, parts=(PART, part))))
    assert {"  The whole: NOT ENOUGH INFO", "  Part 1: REFUTED"} <= titles


def test_what_asserts_nothing_has_no_parts() -> None:
    text = "\n".join(explained.lines(replace(EXPLANATION, marks=("question",), parts=(), why="A question.")))
    assert "  Read as\n    noted: question\n" in text
    assert "  Taken together\n    A question.\n" in text


def test_a_part_without_a_wording() -> None:
    part = replace(PART, claim="", wording="", partners=())
    lines = list(explained.lines(replace(EXPLANATION, parts=(part,), compared=())))
    assert lines[6:] == [
        "  The whole: NOT ENOUGH INFO",
        "    Rule none: No rule decides it.",
        "  Compared with 0 wordings",
    ]


def test_the_wordings_that_leave_least_open_are_shown() -> None:
    many = tuple(Compared(f"claim-{n}", "also", "", 0, 1 - n / 100, True, ()) for n in range(30))
    lines = list(explained.lines(replace(EXPLANATION, compared=many)))
    assert "  Compared with 30 wordings, of which these leave least uncovered" in lines
    shown = [line.split()[3].rstrip(",") for line in lines if "claim-" in line]
    assert shown == [f"claim-{n}" for n in range(29, 19, -1)]


@pytest.mark.parametrize("name", ["line", "rich", "json", "jsonl"])
def test_without_an_explanation_reports_say_nothing_of_it(name: Format) -> None:
    assert "light (verb)" in write(name, VERDICT)
    assert "light (verb)" not in write(name, PLAIN)
    assert "explanation" not in write(name, PLAIN)


def test_the_line_of_the_verdict_is_the_same() -> None:
    first, *rest = write("line", VERDICT).splitlines(keepends=True)
    assert first == write("line", PLAIN)
    assert "".join(rest) == "".join(f"{line}\n" for line in explained.lines(EXPLANATION))


def test_json_follows_its_schema() -> None:
    document = json.loads(write("json", VERDICT, PLAIN))
    jsonschema.validate(document, SCHEMA)
    with_it, without = document["results"]
    assert with_it.pop("explanation")["parts"][0]["partners"][1]["stated"] == ""
    assert with_it == without


@pytest.mark.parametrize("width", [40, 60, 100])
def test_rich_keeps_to_the_width_and_says_everything(width: int) -> None:
    text = write("rich", VERDICT, width=width)
    assert all(len(line) <= width for line in text.splitlines())
    squeezed = "".join(text.split())
    assert "Rulenone:Noruledecidesit." in squeezed
    assert "lit,also:“Itislit.”" in squeezed


@pytest.mark.parametrize("name", ["line", "rich", "json", "jsonl"])
def test_no_prose_steers_the_terminal(name: Format) -> None:
    part = replace(
        PART, text=EVIL, whole=False, wording=EVIL, claim=EVIL, partners=(Partner(EVIL, EVIL, EVIL, 1, EVIL),)
    )
    evil = Explanation(
        EVIL,
        (EVIL,),
        (Word(EVIL, 0, 1, EVIL, EVIL, EVIL, 1, (EVIL,)),),
        (Clause(EVIL, 0, 1, EVIL, (EVIL,), (EVIL,), (EVIL,)),),
        (part, part),
        (Compared(EVIL, EVIL, EVIL, 1, 1, True, (EVIL,)),),
    )
    text = write(name, replace(VERDICT, explanation=evil), width=100)
    assert {char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp")} == {"\n"}
    assert "[bold]b[/bold]" in "".join(text.split())
