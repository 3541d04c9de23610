"""Standard input that arrives bit by bit, and the progress bar for work that takes long."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from terminals import only_posix, shown_by

LIGHTHOUSE = str(Path(__file__).parent / "cases/lighthouse.toml")
FACTCHECK = [sys.executable, "-m", "factcheck", "--claims", LIGHTHOUSE]
PATIENCE = 120  # seconds after which a process that should have answered is killed, so that a failing test ends
OPENED = "The lighthouse at Grey Point was opened in 1858."
WRONG = "The lighthouse at Grey Point was opened in 1885."
LONG = f"{OPENED}\n" + "\n" * 30_000


@contextmanager
def running(*arguments: str) -> Iterator[tuple[subprocess.Popen[bytes], IO[bytes], IO[bytes]]]:
    """Run the command with pipes; yield the process, its standard input and its standard output."""
    with subprocess.Popen(
        [*FACTCHECK, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0
    ) as process:
        watch = threading.Timer(PATIENCE, process.kill)
        watch.start()
        try:
            assert process.stdin
            assert process.stdout
            yield process, process.stdin, process.stdout
        finally:
            watch.cancel()
            process.kill()


def line(output: IO[bytes]) -> str:
    """Wait for a line of output."""
    return output.readline().decode()


def test_each_sentence_is_answered_as_soon_as_it_is_complete() -> None:
    with running("--format", "line") as (process, given, shown):
        given.write(f"{OPENED} And".encode())
        given.write(f" then: penguins. {WRONG}\n".encode())
        assert line(shown).startswith("<stdin>:1:1: SUPPORTED ")
        assert line(shown).startswith("<stdin>:1:50: NOT ENOUGH INFO ")
        given.write(b"\n")
        assert line(shown).startswith("<stdin>:1:70: REFUTED ")
        given.write(b"- Penguins \xf0\x9f")
        given.write(b"\x90\xa7 swim\r")
        given.write(b"\n- They ")
        given.write(b"fly\n")
        assert line(shown).startswith("<stdin>:3:3: NOT ENOUGH INFO ")
        given.close()
        assert line(shown).startswith("<stdin>:4:3: NOT ENOUGH INFO ")
        assert process.wait() == 1


def test_a_comment_hides_what_stands_before_it_on_its_line() -> None:
    with running("--format", "line") as (process, given, shown):
        given.write(f"{OPENED} {WRONG} # fact".encode())
        given.write(f"check: ignore the misprint is the story\n{WRONG}\n\n".encode())
        assert line(shown).startswith("<stdin>:1:1: SUPPORTED ")
        assert line(shown).startswith("<stdin>:2:1: REFUTED ")
        given.write(b"# factcheck: off a poem\n\nPenguins swim.\n\n# factcheck: on\n\nPenguins fly.\n\n")
        assert line(shown).startswith("<stdin>:10:1: NOT ENOUGH INFO ")
        given.close()
        assert process.wait() == 1


@pytest.mark.parametrize(("name", "answer"), [("jsonl", '{"text": "The light'), ("rich", "✔ SUPPORTED")])
def test_each_line_is_answered_at_once(name: str, answer: str) -> None:
    with running("--split", "lines", "--format", name) as (process, given, shown):
        given.write(f"{OPENED}\n".encode())
        assert line(shown).startswith(answer)
        given.write(b"Penguins swim")
        given.close()
        assert "NOT ENOUGH INFO" in shown.read().decode()
        assert process.wait() == 3


@only_posix
@pytest.mark.skipif(signal.getsignal(signal.SIGINT) is signal.SIG_IGN, reason="run where interrupts are ignored")
def test_an_interrupt_while_waiting() -> None:
    with running() as (process, given, shown):
        given.write(f"{OPENED}\n\n".encode())
        assert line(shown).startswith("<stdin>:1:1: SUPPORTED ")
        process.send_signal(signal.SIGINT)
        assert process.wait() == 130
        assert process.stderr
        assert process.stderr.read() == b""


@only_posix
def test_a_reader_that_has_seen_enough() -> None:
    with running() as (process, given, shown):
        given.write(f"{OPENED}\n\n".encode())
        assert line(shown).startswith("<stdin>:1:1: SUPPORTED ")
        shown.close()
        given.write(f"{OPENED}\n\n".encode())
        assert process.wait() == -signal.SIGPIPE
        assert process.stderr
        assert process.stderr.read() == b""


def watched(*arguments: str, output: int | None = subprocess.DEVNULL) -> tuple[str, int]:
    """Run the command with standard error on a terminal, and standard output too if `output` is None."""
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "60", "PYTHONUTF8": "1"}
    return shown_by([*FACTCHECK, *arguments], environment, subprocess.DEVNULL, output)


@only_posix
def test_a_progress_bar_for_long_work_that_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(LONG)
    shown, status = watched(str(tmp_path))
    assert "━" in shown
    assert "0%" in shown
    assert shown.endswith("\x1b[2K")
    assert status == 0


@only_posix
@pytest.mark.parametrize(
    ("content", "arguments", "output"),
    [(LONG, ["-q"], subprocess.DEVNULL), (OPENED, [], subprocess.DEVNULL), (LONG, ["--format", "line"], None)],
    ids=["-q", "little work", "results on the terminal"],
)
def test_no_progress_bar(content: str, arguments: list[str], output: int | None, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(content)
    shown, status = watched(*arguments, str(tmp_path / "text.txt"), output=output)
    assert "━" not in shown
    assert status == 0


@only_posix
def test_the_progress_bar_goes_when_the_reader_of_the_results_does(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(LONG)
    reading, writing = os.pipe()
    os.close(reading)
    shown, status = watched(str(tmp_path / "long.txt"), output=writing)
    os.close(writing)
    assert shown.endswith("\x1b[2K")
    assert status == -signal.SIGPIPE
