"""Baselines: what a file keeps is known again, and nothing else is; files are replaced whole or not at all."""

from __future__ import annotations

import os
import stat
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import baseline, documents, replacing
from factcheck.aside import Aside
from factcheck.baseline import Known
from factcheck.database import Claim, Source
from factcheck.documents import DocumentError
from factcheck.sentences import Sentence
from factcheck.verdict import Label, Verdict

CLAIM = Claim("grey-point-opened", "It opened in 1858.", "opened in 1858", Source("s", "S"))
REFUTED = Verdict(Label.REFUTED, Sentence("It opened in 1885.", 5, 23, 2, 1, "notes/a.md"), "so", CLAIM)

TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)
FOUND = st.builds(Known, TEXTS, TEXTS, st.sampled_from(Label).map(str), TEXTS)
VERDICTS = st.lists(
    st.builds(
        Verdict,
        st.sampled_from(Label),
        st.builds(Sentence, TEXTS, path=st.sampled_from(["a.md", "notes/b.md", "<text>", "naïve \ud800.md"])),
        st.just(""),
        st.sampled_from([None, CLAIM]),
    ),
    max_size=12,
)


@given(st.lists(FOUND).map(Counter))
def test_what_is_written_is_read_again(found: Counter[Known]) -> None:
    text = baseline.dumps(found)
    text.encode()
    assert baseline.loads(text, "known.json") == found
    assert baseline.dumps(baseline.loads(text, "known.json")) == text


@given(VERDICTS, VERDICTS)
def test_known_findings_pass_and_new_ones_do_not(old: list[Verdict], new: list[Verdict]) -> None:
    found = baseline.findings(old, "known.json")
    assert [
        verdict for verdict in Aside((), found, "known.json").passing(old) if verdict.label is not Label.SUPPORTED
    ] == []
    aside = Aside((), found, "known.json")
    left = baseline.findings(aside.passing([*new, *old]), "known.json")
    assert left == baseline.findings(new, "known.json")
    assert list(aside.remarks()) == []


def test_a_finding_is_known_by_what_it_says_and_not_by_where() -> None:
    moved = replace(REFUTED, sentence=Sentence("It  opened\nin 1885.", 90, 110, 7, 3, "./notes/../notes/a.md"))
    assert baseline.known(moved, "") == baseline.known(REFUTED, "")
    assert baseline.known(REFUTED, "") == Known("notes/a.md", "It opened in 1885.", "REFUTED", "grey-point-opened")
    for other in (
        replace(REFUTED, label=Label.UNSETTLED),
        replace(REFUTED, claim=replace(CLAIM, id="other")),
        replace(REFUTED, sentence=replace(REFUTED.sentence, text="It opened in 1886.")),
        replace(REFUTED, sentence=replace(REFUTED.sentence, path="a.md")),
    ):
        assert baseline.known(other, "") != baseline.known(REFUTED, "")


def test_paths_are_seen_from_the_folder_of_the_baseline() -> None:
    absolute = replace(REFUTED, sentence=replace(REFUTED.sentence, path=os.path.abspath("notes/a.md")))
    assert baseline.known(absolute, "").path == "notes/a.md"
    assert baseline.known(absolute, "notes").path == baseline.known(REFUTED, "notes").path == "a.md"
    assert baseline.known(REFUTED, "other").path == "../notes/a.md"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "known.json: is no baseline of factcheck"),
        ("[]", "known.json: is no baseline of factcheck"),
        ('["schema_version", "findings"]', "known.json:1: needs schema_version 1 and a list of findings; "),
        ('["schema_version", "findings"' + "[" * 100_000, "known.json:1: is n"),
        ('{"schema_version": 1, "findings": 1}', "known.json:1: needs schema_version 1 and a list of findings; "),
        ('{"schema_version": 1, "findings": [[]]}', "known.json:1: finding 1 needs the texts "),
        (
            '{"schema_version": 1, "findings":\n[\n{"path": "", "text": "", "verdict": "", "claim": "", "count": 0}]}',
            "known.json:3: finding 1 needs the texts ",
        ),
        (
            '{"schema_version": 1, "findings":\n[\n{"path": "", "text": "", "verdict": 1, "claim": ""}]}',
            "known.json:3: finding 1 needs the texts ",
        ),
        (f'{{"schema_version": 1, "findings": [{"9" * 5000}]}}', "known.json:1: is nested too deep, or holds too long"),
    ],
)
def test_a_file_that_is_no_baseline(text: str, error: str) -> None:
    with pytest.raises(DocumentError) as raised:
        baseline.loads(text, "known.json")
    assert str(raised.value).startswith(error)


def test_a_baseline_that_is_not_text(tmp_path: Path) -> None:
    (tmp_path / "known.json").write_bytes(b"\xff\xfe")
    with pytest.raises(DocumentError, match="is not UTF-8"):
        baseline.load(str(tmp_path / "known.json"))
    with pytest.raises(DocumentError, match="cannot be read: "):
        baseline.load(str(tmp_path))


# --- files that are replaced


def test_a_file_keeps_its_mode_and_a_link_stays_one(tmp_path: Path) -> None:
    path, link = tmp_path / "a.txt", tmp_path / "link.txt"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    replacing.replace({str(link): b"new"})
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert link.is_symlink()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.txt", "link.txt"]


def test_no_file_is_changed_where_one_cannot_be(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(DocumentError, match=r"b\.txt: cannot be written: No such file or directory"):
        replacing.replace({str(path): b"new", str(tmp_path / "no/b.txt"): b"new"})
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a pipe with a name")
def test_what_is_no_file_stays_what_it_is(tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for path in (pipe, link, tmp_path):
        baseline.refuse_another(str(path))
        with pytest.raises(DocumentError, match="cannot be written: it is no file"):
            replacing.replace({str(path): b"new"})
    assert pipe.is_fifo()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["link", "pipe"]


def test_a_file_that_may_not_be_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(DocumentError, match=r"a\.txt: cannot be written: Permission denied"):
        replacing.replace({str(path): b"new"})
    assert path.read_text() == "old"


def test_only_the_file_that_holds_the_text_is_written_back(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfIt is lit.\r\n")
    document = documents.from_file(str(path))
    assert replacing.originals([document]) == {str(path): path.read_bytes()}
    assert replacing.encoded(document.text, path.read_bytes()) == path.read_bytes()
    path.write_bytes(b"It is changed.\r\n")
    assert replacing.original(document) is None
    assert replacing.original(documents.from_text("It is lit.", "a\0b")) is None
