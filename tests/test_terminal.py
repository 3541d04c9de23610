"""The command on a terminal, and when something goes wrong: interrupts, crashes, closed pipes."""

from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import needed
import terminals
from factcheck import __main__, cli, terminal
from factcheck.sentences import Sentence
from factcheck.verdict import Label, Verdict
from terminals import only_posix, shown_by

LIGHTHOUSE = str(Path(__file__).parent / "cases/lighthouse.toml")
ENGINE = importlib.import_module("factcheck.check")  # `factcheck.check` is the function
FACTCHECK = [sys.executable, "-m", "factcheck"]


def on_terminal(*arguments: str, **environment: str) -> tuple[str, int]:
    """Run the command on a pseudo-terminal of 60 columns; return what it shows and its exit status."""
    plain = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "LINES", "NO_COLOR", "TERM")}
    shown, status = shown_by([*FACTCHECK, *arguments], {**plain, "TERM": "xterm", "PYTHONUTF8": "1", **environment})
    return shown.replace("\r\n", "\n"), status


@only_posix
def test_no_argument_on_a_terminal_shows_help() -> None:
    shown, status = on_terminal()
    assert "Usage: factcheck" in shown
    assert "cat notes.txt | factcheck" in shown
    assert status == 2


@only_posix
def test_rich_is_the_default_on_a_terminal() -> None:
    shown, status = on_terminal("--claims", LIGHTHOUSE, "The lighthouse at Grey Point was opened in 1885.")
    assert "✘ REFUTED" in shown
    assert "\x1b[1;31m" in shown
    assert status == 1


@only_posix
def test_a_diff_on_a_terminal_does_not_steer_it() -> None:
    text = "The lighthouse at Grey Point was opened in 1885.\n\n\x1b[31mIt is\tred.\n"
    shown, status = on_terminal("--claims", LIGHTHOUSE, "--diff", text)
    assert "+The lighthouse at Grey Point was opened in 1858.\n \n \\x1b[31mIt is red.\n" in shown
    assert status == 1


@only_posix
@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_color(environment: dict[str, str]) -> None:
    shown, _ = on_terminal("--claims", LIGHTHOUSE, "Penguins like to swim.", **environment)
    assert "? NOT ENOUGH INFO" in shown
    assert "\x1b" not in shown
    assert all(len(line) <= 60 for line in shown.splitlines())


@only_posix
def test_a_terminal_without_the_signs_gets_escapes() -> None:
    shown, status = on_terminal(
        "--claims", LIGHTHOUSE, "Penguins swim — é.", PYTHONUTF8="0", PYTHONIOENCODING="ascii", NO_COLOR="1"
    )
    assert r"\u2014 \xe9." in shown
    assert status == 3


@only_posix
def test_a_closed_pipe_ends_quietly() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*FACTCHECK, "--claims", LIGHTHOUSE, "Penguins swim."], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode == -signal.SIGPIPE


@only_posix
@pytest.mark.parametrize(
    ("server", "client"), [needed.with_server("lsp", "an editor"), needed.with_server("mcp", "an agent")]
)
def test_a_server_on_a_terminal_says_what_it_waits_for_and_ends_on_an_interrupt(server: str, client: str) -> None:
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*FACTCHECK, server, "--claims", LIGHTHOUSE], stdin=theirs, stdout=subprocess.PIPE, stderr=theirs
    ) as process:
        os.close(theirs)
        shown = b""
        while b"\n" not in shown and (more := terminals.read(ours)):
            shown += more
        process.send_signal(signal.SIGINT)
    os.close(ours)
    assert shown.decode().strip() == (f"factcheck: waiting for {client} to speak on standard input; Ctrl+C ends it")
    assert process.returncode == -signal.SIGINT


@only_posix
@pytest.mark.parametrize("server", [needed.with_server("lsp"), needed.with_server("mcp")])
@pytest.mark.parametrize("closed", ["<&-", "</dev/null >&-"])
def test_a_server_that_cannot_speak(server: str, closed: str) -> None:
    script = f'exec "$0" -m factcheck {server} --claims {LIGHTHOUSE} {closed}'
    done = subprocess.run(["sh", "-c", script, sys.executable], capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == "factcheck: standard input or output is closed; a server speaks through them\n"
    assert done.returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("option", ["--format=line", "--format=rich", "--diff"])
def test_a_full_disk_is_no_verdict(option: str) -> None:
    text = "The lighthouse at Grey Point was opened in 1885."
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*FACTCHECK, "--claims", LIGHTHOUSE, option, text], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.stderr == b"factcheck: <stdout>: cannot be written: No space left on device\n"
    assert done.returncode == 2


@only_posix
@pytest.mark.parametrize(
    ("arguments", "told", "status"),
    [
        (f'--claims {LIGHTHOUSE} "Penguins swim." >&-', "factcheck: <stdout>: is closed\n", 2),
        (f'-q --claims {LIGHTHOUSE} "Penguins swim." >&-', "", 3),
        ("nosuch.md 2>&-", "", 2),
        (f'--claims {LIGHTHOUSE} "Penguins swim." 2>&-', "", 3),
    ],
)
def test_what_is_closed_is_no_crash_and_no_verdict(arguments: str, told: str, status: int) -> None:
    script = f'exec "$0" -m factcheck {arguments}'
    done = subprocess.run(["sh", "-c", script, sys.executable], capture_output=True, encoding="utf-8", check=False)
    assert (done.stderr, done.returncode) == (told, status)


def _crash(sentences: Iterable[Sentence], claims: object, explained: bool) -> Iterator[Verdict]:
    """Check one sentence and break down."""
    yield Verdict(Label.SUPPORTED, next(iter(sentences)), "It is so.")
    raise ValueError("two\nlines \x1b[31m")


def test_an_unexpected_error_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(ENGINE, "check_sentences", _crash)
    assert cli.run(["--claims", LIGHTHOUSE, "--format", "line", "Penguins swim."]) == 2
    printed = capfd.readouterr()
    assert printed.out == "<text>:1:1: SUPPORTED - It is so.\n"
    assert printed.err == (
        "factcheck: unexpected error: ValueError: two lines \\x1b[31m (FACTCHECK_DEBUG=1 shows where)\n"
    )


def test_a_panic_in_a_compiled_library_is_no_verdict(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    class PanicError(BaseException):
        pass

    def panic(sentences: Iterable[Sentence], claims: object, explained: bool) -> Iterator[Verdict]:
        raise PanicError("byte index 2 is not a char boundary")

    monkeypatch.setattr(ENGINE, "check_sentences", panic)
    assert cli.run(["--claims", LIGHTHOUSE, "Penguins swim."]) == 2
    assert capfd.readouterr().err.startswith("factcheck: unexpected error: PanicError: byte index 2 ")


def test_factcheck_debug_shows_where(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(ENGINE, "check_sentences", _crash)
    monkeypatch.setenv("FACTCHECK_DEBUG", "1")
    assert cli.run(["--claims", LIGHTHOUSE, "Penguins swim."]) == 2
    assert "Traceback" in capfd.readouterr().err


def test_an_interrupt(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(terminal, "read_stdin", interrupted)
    assert cli.run(["-"]) == 130
    assert capfd.readouterr().err == ""


def test_an_interrupt_before_anything_is_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(arguments: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "run", interrupted)
    handler = signal.getsignal(signal.SIGPIPE) if hasattr(signal, "SIGPIPE") else None
    assert __main__.main() == 130
    if handler is not None:
        signal.signal(signal.SIGPIPE, handler)


@pytest.mark.parametrize("name", ["line", "jsonl", "json"])
def test_a_plain_check_imports_nothing_slow(name: str) -> None:
    slow = ["rich", "markdown_it", "pathspec", "pyexpat", "pydantic", "numpy", "importlib.metadata"]
    slow += ["factcheck.settings", "factcheck.trace", "asyncio", "pygls", "lsprotocol", "mcp"]
    script = (
        "import sys; from factcheck.cli import run; "
        f"run(['--claims', {LIGHTHOUSE!r}, '--format', {name!r}, 'Penguins swim.']); "
        f"print([m for m in {slow} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("factcheck cl", "claims"),
        ("factcheck co", "config"),
        ("factcheck ev", "eval"),
        ("factcheck che", ""),
        ("factcheck eval --cl", "--claims"),
        ("factcheck --spl", "--split"),
        ("factcheck --iso", "--isolated"),
        ("factcheck --format j", "json\njsonl"),
        ("factcheck claims l", "list\nlint"),
    ],
)
def test_shell_completion(words: str, offered: str) -> None:
    done = subprocess.run(
        FACTCHECK,
        env={
            **os.environ,
            "_FACTCHECK_COMPLETE": "complete_bash",
            "COMP_WORDS": words,
            "COMP_CWORD": str(words.count(" ")),
        },
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.strip() == offered
