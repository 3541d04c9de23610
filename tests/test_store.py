"""What is kept between runs: it changes no verdict, whatever happens to the files, and a run loads little of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

import factcheck
from factcheck import Claims, cache, candidates, thesaurus
from factcheck.candidates import Base
from factcheck.check import check_sentence
from factcheck.sentences import Sentence
from factcheck.statement import parse
from factcheck.store import base_of
from factcheck.verdict import Verdict

PACKAGE = Path(factcheck.__file__).parent
SHIPPED = Claims.load()
SOME = SHIPPED.claims[::25]
TEXTS = [text for claim in SOME for text in (claim.statement, *claim.also[:2], *claim.wrong[:2])]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what a test keeps in a folder of its own, and take the code for older than the test."""
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(cache, "_STARTED", 2**63)
    monkeypatch.setattr(cache, "_SHIPPED", str(tmp_path / "none"))
    cache.stamp.cache_clear()
    cache._found.cache_clear()
    return tmp_path / "cache"


def some() -> Claims:
    """Return some of the shipped database, as one that was not compiled yet in this process."""
    return replace(SHIPPED, claims=SOME)


def verdicts(base: Base) -> list[Verdict]:
    """Check sentences of all kinds."""
    return [check_sentence(Sentence(text, 0, len(text)), base) for text in TEXTS]


@pytest.fixture(scope="module")
def expected() -> list[Verdict]:
    """Return what comes out where nothing is kept."""
    return verdicts(candidates.build(some()))


def run(code: str, package: Path = PACKAGE) -> str:
    """Run some code with a package and return what it prints."""
    environment = {**os.environ, "PYTHONPATH": str(package.parent)}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def test_a_kept_base_is_the_base_that_was_built(folder: Path) -> None:
    base_of(some())
    (path,) = folder.glob("base-*")
    kept, built = base_of(some()), candidates.build(some())
    assert (kept.table, kept.topics, kept.source_of) == (built.table, built.topics, built.source_of)
    assert (kept.of_claim, kept.roots) == (built.of_claim, built.roots)
    assert list(kept.claims) == list(built.claims)
    assert [wording.statement for wording in kept.wordings] == [wording.statement for wording in built.wordings]
    assert {key: kept.postings[key] for key in built.postings} == built.postings
    assert path.stat().st_size > 0


def test_a_run_that_keeps_and_one_that_finds_come_to_the_same(folder: Path, expected: list[Verdict]) -> None:
    assert verdicts(base_of(some())) == expected
    before = sorted(folder.iterdir())
    assert verdicts(base_of(some())) == expected
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize("data", [b"", b"nonsense", b"\0" * 4096], ids=["empty", "nonsense", "zeros"])
def test_files_of_something_else_are_replaced(folder: Path, expected: list[Verdict], data: bytes) -> None:
    base_of(some())
    (path,) = folder.glob("base-*")
    whole = path.read_bytes()
    path.write_bytes(data)
    assert verdicts(base_of(some())) == expected
    assert path.read_bytes() == whole


@pytest.mark.parametrize("share", [0.02, 0.2, 0.5, 0.99])
def test_a_file_that_was_damaged_is_replaced(folder: Path, expected: list[Verdict], share: float) -> None:
    base_of(some())
    (path,) = folder.glob("base-*")
    whole = path.read_bytes()
    start = int(len(whole) * share)
    path.write_bytes(whole[:start] + b"\0" * 2000 + whole[start + 2000 :])
    assert verdicts(base_of(some())) == expected


def test_a_folder_that_cannot_be_written_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected: list[Verdict]
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", "utf-8")
    monkeypatch.setenv("FACTCHECK_CACHE", str(blocked / "cache"))
    assert verdicts(base_of(some())) == expected
    assert blocked.read_text("utf-8") == "not a folder"


def test_without_a_place_for_files_there_is_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FACTCHECK_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    assert cache.folder() == ""


def test_what_was_edited_during_a_run_is_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_STARTED", 0)
    base_of(some())
    assert not folder.exists()


def test_old_files_are_removed(folder: Path) -> None:
    folder.mkdir()
    (folder / "other.txt").write_text("not ours", "utf-8")
    for number in range(40):
        path = folder / f"base-{number}.packed"
        path.write_bytes(b"")
        os.utime(path, (number, number))
    base_of(some())
    left = {path.name for path in folder.iterdir()}
    assert "other.txt" in left
    assert "base-39.packed" in left
    assert "base-0.packed" not in left
    assert len(left) < 30


def test_small_databases_are_not_kept(folder: Path) -> None:
    claims = Claims.from_text("The pier is made of oak. It was built by Karl Lund in 1901.")
    base_of(claims)
    assert not list(folder.glob("base-*"))


def test_the_title_of_a_text_counts() -> None:
    text = "The pier is made of oak."
    assert Claims.from_text(text, "The pier").digest != Claims.from_text(text, "The oak").digest


def test_a_database_of_one_wording_is_found() -> None:
    base = base_of(Claims.from_text("The pier is made of oak."))
    assert candidates.find(parse("The pier is of oak.", base.table), base)


@pytest.mark.parametrize("turn", [slice(None, None, -1), slice(1, None)], ids=["backwards", "rotated"])
def test_the_order_of_claims_moves_nothing(expected: list[Verdict], turn: slice) -> None:
    turned = replace(SHIPPED, claims=(*SOME[turn], *SOME[:1]) if turn.start else SOME[turn])
    assert verdicts(base_of(turned)) == expected


def test_what_was_kept_for_other_claims_is_not_taken() -> None:
    base_of(SHIPPED)
    base_of(some())
    fewer, other = replace(some(), claims=SOME[1:]), replace(some(), names=SHIPPED.names[1:])
    assert list(base_of(fewer).claims) == list(candidates.build(fewer).claims)
    assert base_of(other).table == candidates.build(other).table


def test_claims_that_were_kept_are_those_of_the_files(folder: Path) -> None:
    first, second = Claims.load(), Claims.load()
    assert first == second == SHIPPED
    assert [claim.path for claim in second.claims[:2]] == [claim.path for claim in SHIPPED.claims[:2]]
    assert list(folder.glob("claims-*"))


def test_many_first_runs_at_once(folder: Path) -> None:
    code = "from factcheck import thesaurus; print(thesaurus.relations('rise', 'v'))"
    with ThreadPoolExecutor(3) as pool:
        outputs = set(pool.map(run, [code] * 3))
    assert outputs == {f"{thesaurus.relations('rise', 'v')}\n"}
    assert all(path.suffix == ".packed" for path in folder.glob("*"))


def test_a_change_of_a_table_counts(tmp_path: Path, folder: Path) -> None:
    package = tmp_path / "factcheck"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__", "claims", "compiled"))
    time.sleep(1.1)  # what is no older than the run is not kept
    code = "from factcheck import words; print(bool(words.sense('zorp', 'v').rows & words.sense('blick', 'v').rows))"
    assert run(code, package) == run(code, package) == "False\n"
    assert len(list(folder.glob("thesaurus-*"))) == 1
    with (package / "knowledge/synonyms-verbs.tsv").open("a", encoding="utf-8") as table:
        table.write("v\tzorp, blick\n")
    assert run(code, package) == "True\n"


def loaded(code: str) -> set[str]:
    """Return the names of the modules that are loaded after some code has run."""
    return set(run(f"{code}\nimport sys; print(*sys.modules)").split("\n")[-2].split())


def test_the_package_loads_nothing_until_it_is_asked() -> None:
    assert not {"factcheck.check", "factcheck.database", "rapidfuzz"} & loaded("import factcheck")


def test_the_function_is_not_hidden_by_the_module_of_its_name() -> None:
    code = (
        "import factcheck.check; from factcheck import check; assert check is factcheck.check; assert callable(check)"
    )
    assert "factcheck.check" in loaded(code)


def test_a_run_loads_no_more_than_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FACTCHECK_CACHE")
    code = f"from factcheck.cli import run; run([{SOME[0].statement!r}])"
    run(code)
    assert not {"tomllib", "rich", "pickle", "sqlite3", "json", "markdown_it", "pydantic", "tempfile"} & loaded(code)
