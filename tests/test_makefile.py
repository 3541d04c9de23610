"""examples/Makefile, which README shows: a text is checked when it or a claim has changed, until it passes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples"
LONG_AGO = 1_000_000_000  # seconds since 1970
WRONG = "The repairs to the library cost £4.2 million.\n"

needs_make = pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")


def make(folder: Path, changed: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run make, with a `factcheck` on the path, where all files but the one that has changed are old."""
    program = folder / "bin/factcheck"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n', "utf-8")
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    for file in folder.rglob("*"):  # how finely a file system tells times is not at issue
        os.utime(file, (LONG_AGO, LONG_AGO))
    if changed:
        changed.touch()
    kept = {key: value for key, value in os.environ.items() if key not in ("MAKEFLAGS", "MAKELEVEL")}
    return subprocess.run(
        ["make", "-C", folder, "facts"],
        env={**kept, "PATH": path, "PYTHONUTF8": "1", "LC_ALL": "C"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@needs_make
def test_a_text_is_checked_until_it_passes_and_again_when_it_changes(tmp_path: Path) -> None:
    for name in ("Makefile", "newsletter.txt", "library.toml"):
        shutil.copy(EXAMPLES / name, tmp_path)
    text = tmp_path / "newsletter.txt"
    right = text.read_text("utf-8")
    assert make(tmp_path).returncode == 0
    assert "Nothing to be done" in make(tmp_path).stdout
    text.write_text(right + WRONG, "utf-8")
    for _ in range(2):
        failed = make(tmp_path, text)
        assert failed.returncode != 0
        assert "newsletter.txt:3:1: REFUTED library-repairs-cost" in failed.stdout
    text.write_text(right, "utf-8")
    assert make(tmp_path, text).returncode == 0
    assert "Nothing to be done" in make(tmp_path).stdout
    assert "factcheck --claims library.toml" in make(tmp_path, tmp_path / "library.toml").stdout
