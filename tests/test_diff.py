"""What `--diff` prints, applied by other programs: it makes of a file what `--fix` does."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LIGHTHOUSE = Path(__file__).parent / "cases/lighthouse.toml"
WRONG = "The lighthouse at Grey Point was opened in 1885."
FILES = {
    "crlf.txt": f"{WRONG}\r\nPenguins swim.\r\nThe first keeper of the lighthouse was Karl Lund.",
    "mark.md": f"\ufeff# Head\n\n- {WRONG}\n",
    "no end.txt": WRONG,
    "part/é.rst": f"Head\n====\n\n{WRONG}\n" + "\nPenguins swim.\n" * 9 + f"\n{WRONG}\n",
    "right.txt": "The lighthouse at Grey Point was opened in 1858.\n",
    "-a.html": f"<p>caf&eacute; {WRONG}\x0b\r<p>{WRONG}\n",
}
APPLIED_BY = {"git": ["git", "apply", "-p0"], "patch": ["patch", "-p0", "--binary", "--silent"]}


def write(folder: Path) -> None:
    """Put the files into a folder."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())


def told(folder: Path, option: str) -> bytes:
    """Run the command on a folder and return what it prints."""
    command = [sys.executable, "-m", "factcheck", "--claims", str(LIGHTHOUSE), option, "."]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False).stdout


@pytest.mark.parametrize("program", APPLIED_BY)
def test_a_diff_is_what_fix_does(program: str, tmp_path: Path) -> None:
    if not shutil.which(program):
        pytest.skip(f"needs {program}")
    shown, fixed = tmp_path / "shown", tmp_path / "fixed"
    for folder in (shown, fixed):
        write(folder)
    told(fixed, "--fix")
    subprocess.run(APPLIED_BY[program], cwd=shown, input=told(shown, "--diff"), check=True)
    assert {name: (shown / name).read_bytes() for name in FILES} == {
        name: (fixed / name).read_bytes() for name in FILES
    }
    changed = {name for name, text in FILES.items() if (fixed / name).read_bytes() != text.encode()}
    assert changed == FILES.keys() - {"right.txt"}


def test_a_second_fix_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path)
    told(tmp_path, "--fix")
    once = {name: (tmp_path / name).read_bytes() for name in FILES}
    told(tmp_path, "--fix")
    assert {name: (tmp_path / name).read_bytes() for name in FILES} == once
    assert told(tmp_path, "--diff") == b""
