"""Folders: which of the files in them are read, and in which order."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck.folders import FolderError, walk

CASES = tomllib.loads((Path(__file__).parent / "cases/folders.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_walk(case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ignored = {os.path.join(folder, ".gitignore"): text for folder, text in case.get("ignore", {}).items()}
    given = dict.fromkeys(case["files"], "It is lit.") | ignored | case.get("git", {})
    for name, text in given.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, "utf-8")
    assert list(walk(case.get("folder", "."), [".md", ".txt"], case.get("globs", [])).files) == case["found"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a folder that may not be read")
def test_a_folder_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("It is lit.")
    (tmp_path / "b").mkdir(mode=0)
    for folder in (tmp_path, tmp_path / "b"):  # in the latter nobody can tell whether it is a repository
        with pytest.raises(FolderError, match=r"b: cannot be read: Permission denied"):
            walk(str(folder), [".md"])
