"""Terminal sessions: what is typed, what is printed, and the exit status."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import made
import needed

CASES = Path(__file__).parent / "cases"
INPUT = {"why", "args", "stdin", "stdin_bytes", "files", "bytes", "docx", "pdf", "links", "folder", "env"}
KEYS = INPUT | {"out", "out_has", "out_lacks", "err", "err_has", "lines", "status", "after"}


def sessions() -> Iterator[Any]:
    """Yield every session, named by its file and its reason."""
    for path in sorted((CASES / "sessions").glob("*.toml")):
        for session in tomllib.loads(path.read_text("utf-8"))["session"]:
            reads_pdf = any(name.endswith(".pdf") for name in (*session.get("files", {}), *session.get("pdf", {})))
            marks = [made.needs_pypdfium2] if reads_pdf else needed.by_server(next(iter(session["args"]), ""))
            yield pytest.param(session, id=f"{path.stem}: {session['why']}", marks=marks)


def run(session: dict[str, Any], folder: Path) -> subprocess.CompletedProcess[str]:
    """Play a session in a folder of its own."""
    shutil.copy(CASES / "lighthouse.toml", folder)
    contents = {name: text.encode() for name, text in session.get("files", {}).items()}
    contents |= {name: bytes.fromhex(digits) for name, digits in session.get("bytes", {}).items()}
    contents |= {
        name: made.docx("".join(map(made.paragraph, texts))) for name, texts in session.get("docx", {}).items()
    }
    contents |= {name: made.pdf(made.page(*lines)) for name, lines in session.get("pdf", {}).items()}
    for name, content in contents.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    for name, target in session.get("links", {}).items():
        (folder / name).symlink_to(target)
    stdin = bytes.fromhex(session["stdin_bytes"]) if "stdin_bytes" in session else session.get("stdin", "").encode()
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *session["args"]],
        cwd=folder / session.get("folder", ""),
        env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "80", **session.get("env", {})},
        input=stdin,
        capture_output=True,
        check=False,
    )
    printed = (stream.decode().replace("\r\n", "\n") for stream in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(done.args, done.returncode, *printed)


@pytest.mark.parametrize("session", list(sessions()))
def test_session(session: dict[str, Any], tmp_path: Path) -> None:
    assert session.keys() <= KEYS
    done = run(session, tmp_path)
    print(done.stdout, done.stderr)  # noqa: T201
    assert "Traceback" not in done.stderr
    for key, printed in (("out", done.stdout), ("err", done.stderr)):
        if key in session:
            assert printed == session[key]
        for part in session.get(f"{key}_has", []):
            assert part in printed
        for part in session.get(f"{key}_lacks", []):
            assert part not in printed
    if "lines" in session:
        assert len(done.stdout.splitlines()) == session["lines"]
    for name, content in session.get("after", {}).items():
        assert (tmp_path / name).read_bytes().decode() == content
    assert done.returncode == session.get("status", done.returncode)
