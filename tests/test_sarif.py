"""SARIF: what the published schema asks for, where the regions are, and what makes GitHub reject a log."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck import documents
from factcheck.reports import Run, sarif
from factcheck.reports.paths import uri
from factcheck.sentences import Sentence
from factcheck.verdict import Label, Verdict
from handmade import ALL, CLAIM, REFUTED, UNSETTLED, checked, evil, unsettled, write

SCHEMA = json.loads((Path(__file__).parent / "data/sarif-2.1.0-rtm.5.json").read_text("utf-8"))
TEXTS = st.lists(st.sampled_from([*"aBé1.! \n\t😀", "\r\n", "\r", "\n\n", "U.S.", " The sea is wide. "]), max_size=30)


def run(*verdicts: Verdict, **about: Any) -> dict[str, Any]:
    """Return the one run of a log that follows the schema."""
    log = json.loads(write("sarif", *verdicts, **about))
    jsonschema.validate(log, SCHEMA)
    (found,) = log["runs"]
    return dict(found)


def results(*verdicts: Verdict, **about: Any) -> list[dict[str, Any]]:
    """Return the results."""
    return list(run(*verdicts, **about)["results"])


@pytest.mark.parametrize("verdicts", [(), ALL, tuple(map(evil, ALL))], ids=["none", "all", "hostile"])
def test_it_follows_the_schema(verdicts: tuple[Verdict, ...]) -> None:
    assert len(results(*verdicts)) == sum(verdict.label is not Label.SUPPORTED for verdict in verdicts)


def test_real_verdicts_follow_the_schema() -> None:
    text = "The lighthouse at Grey Point was opened\nin 1885. It opened in 1858. Penguins *like* to swim.\n"
    document = documents.from_text(text, "notes/a b.md")
    found = run(*checked(document), documents=(document,))
    assert {result["ruleId"] for result in found["results"]} == {"FC001", "FC002"}
    assert [artifact["location"]["uri"] for artifact in found["artifacts"]] == ["notes/a%20b.md"]


def test_a_result() -> None:
    (result,) = results(replace(REFUTED, sentence=replace(REFUTED.sentence, end_line=3, end_column=7)))
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("FC001", 0, "error")
    assert result["message"]["text"] == (
        "It was 1858. grey-point-opened: “a light at Grey Point, first lit on 3 March 1858 by its keeper” — "
        "The Light at Grey Point, Harbour Gazette, 1999"
    )
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a.md", "index": 0},
        "region": {
            "startLine": 2,
            "startColumn": 1,
            "endLine": 3,
            "endColumn": 7,
            "charOffset": 5,
            "charLength": 56,
            "snippet": {"text": REFUTED.sentence.text},
        },
    }


def test_rules_have_ids_that_stay() -> None:
    rules = run()["tool"]["driver"]["rules"]
    levels = [(rule["id"], rule["name"], rule["defaultConfiguration"]["level"]) for rule in rules]
    assert levels == [("FC001", "Refuted", "error"), ("FC002", "NotEnoughInfo", "note")]
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]


def test_the_exit_status_is_told_where_it_is_known_and_once_it_is() -> None:
    seen = []

    def noted() -> Iterator[Verdict]:
        for verdict in (REFUTED, UNSETTLED):
            seen.append(verdict)
            yield verdict

    log = "".join(sarif.report(noted(), Run("0", 2, (), status=lambda: len(seen))))
    assert json.loads(log)["runs"][0]["invocations"] == [{"executionSuccessful": True, "exitCode": 2}]
    assert run(REFUTED)["invocations"] == [{"executionSuccessful": True}]


@given(TEXTS.map("".join))
def test_regions_are_what_the_file_holds_there(text: str) -> None:
    assume(text.strip())
    document = documents.from_text(text, "a.txt")
    verdicts = unsettled(document, "lines")
    found = run(*verdicts, documents=(document,))
    lines = re.split("|".join(found["newlineSequences"]), text)
    assert found["columnKind"] == "unicodeCodePoints"
    for verdict, result in zip(verdicts, found["results"], strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        start, length = region["charOffset"], region["charLength"]
        assert text[start : start + length] == verdict.sentence.text == region["snippet"]["text"]
        assert lines[region["startLine"] - 1][region["startColumn"] - 1 :].startswith(verdict.sentence.text)
        assert lines[region["endLine"] - 1][: region["endColumn"] - 1].endswith(verdict.sentence.text)


def test_a_region_over_several_lines() -> None:
    text = "😀 The first keeper\r\nof the *lighthouse*\r\nwas Ada Holm. Penguins swim.\r\n"
    for name, whole in (("a.txt", True), ("a.md", False)):
        first = results(*unsettled(documents.from_text(text, name)))[0]
        region = first["locations"][0]["physicalLocation"]["region"]
        assert [region[key] for key in ("startLine", "startColumn", "endLine", "endColumn")] == [1, 1, 3, 14]
        assert (region["charOffset"], region["charLength"]) == (0, text.index(" Penguins"))
        assert ("snippet" in region) == whole  # Markdown's marks are in the file but not in the sentence


def test_fingerprints_stay_when_lines_move() -> None:
    def prints(text: str) -> list[str]:
        found = results(*unsettled(documents.from_text(text, "a.txt")))
        return [result["partialFingerprints"]["sentenceAndClaim/v1"] for result in found]

    before = prints("The sea is wide. The sea is deep.\n")
    assert prints("Hello there.\n\nThe sea\nis wide.  The sea is deep.")[1:] == before
    assert prints("The sea is wild.")[0] not in before
    first, second = prints("The sea is wide. The sea is wide.")
    assert [first, second] == [before[0], f"{before[0].removesuffix(':1')}:2"]


def test_fingerprints_tell_claims_apart() -> None:
    other = replace(REFUTED, claim=replace(CLAIM, id="other"))
    one, two = (result["partialFingerprints"] for result in results(REFUTED, other))
    assert one != two


def test_the_excerpt_is_linked_where_its_file_is_named_relative() -> None:
    claim = replace(CLAIM, path="my claims/a.toml", line=12, excerpt_line=15)
    (result,) = results(replace(REFUTED, claim=claim))
    assert "[grey-point-opened](1): “" in result["message"]["text"]
    assert result["relatedLocations"] == [
        {
            "id": 1,
            "physicalLocation": {"artifactLocation": {"uri": "my%20claims/a.toml"}, "region": {"startLine": 15}},
            "message": {
                "text": "“a light at Grey Point, first lit on 3 March 1858 by its keeper” — "
                "The Light at Grey Point, Harbour Gazette, 1999"
            },
        }
    ]
    for path in ("", str(Path.home() / "a.toml")):
        (result,) = results(replace(REFUTED, claim=replace(CLAIM, path=path)))
        assert "relatedLocations" not in result


def test_no_text_is_a_link_or_a_placeholder() -> None:
    (result,) = results(replace(UNSETTLED, reason="See [this](https://evil.example) and {0}, [sic]."))
    assert result["message"]["text"] == r"See \[this](https://evil.example) and {{0}}, [sic]."


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.md", "a.md"),
        ("./docs/a b.md", "docs/a%20b.md"),
        ("../a#1?.md", "../a%231%3F.md"),
        ("100%.md", "100%25.md"),
        ("c:d.md", "c%3Ad.md"),
        ("é/日.md", "%C3%A9/%E6%97%A5.md"),
        ("<stdin>", "%3Cstdin%3E"),
        ("https://evil.example/a", "https%3A/evil.example/a"),
        ("a\x1b\n\udce9", "a%1B%0A%E9"),
    ],
)
def test_uris(name: str, expected: str) -> None:
    assert uri(name) == expected


def test_an_absolute_path_is_a_file_uri(tmp_path: Path) -> None:
    path = tmp_path / "a b.md"
    assert uri(str(path)) == path.as_uri()
    assert uri(str(path)).startswith("file:///")


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1))
def test_uris_are_relative_unless_a_path_is_absolute(name: str) -> None:
    if not Path(name).is_absolute():
        assert re.fullmatch(r"(?:[\w.~!*'(),;&=+$@/-]|%[0-9A-F]{2})+", uri(name), re.ASCII)
        assert unquote(uri(name)) == Path(name).as_posix()


def test_documents_without_a_result_are_artifacts_too() -> None:
    read = [documents.from_text("The sea is wide.", name) for name in ("a.txt", "b.txt", "a.txt")]
    found = run(replace(UNSETTLED, sentence=Sentence("The sea is wide.", 0, 16, path="b.txt")), documents=tuple(read))
    assert [artifact["location"]["uri"] for artifact in found["artifacts"]] == ["a.txt", "b.txt"]
    assert found["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["index"] == 1
