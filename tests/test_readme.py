"""README keeps its word: the commands in it run and give the verdicts shown, and its help text is what --help prints.

`python tests/test_readme.py` writes the outputs and the figures in README anew.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FENCED = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
VERDICT = re.compile(r"\b(?:SUPPORTED|REFUTED|NOT ENOUGH INFO)\b")
PROMPT, CONTINUED = "$ ", "> "
ENDED = "\x1e"  # ends what a command printed
FIGURES = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)

needs_sh = pytest.mark.skipif(os.name != "posix", reason="README's commands are for a POSIX shell")


@dataclass(frozen=True, slots=True)
class Command:
    """A command as README shows it, and what it shows under it."""

    lines: tuple[str, ...]
    output: str

    @property
    def script(self) -> str:
        """Return the command without the prompts."""
        return "\n".join(line[len(PROMPT) :] for line in self.lines)


def sessions() -> list[str]:
    """Return the console blocks."""
    return BLOCK.findall(README.read_text("utf-8"))


def commands(session: str) -> list[Command]:
    """Divide a console block into commands and their outputs."""
    found: list[Command] = []
    for line in session.splitlines():
        if line.startswith(PROMPT):
            found.append(Command((line,), ""))
        elif line.startswith(CONTINUED) and not found[-1].output:
            found[-1] = Command((*found[-1].lines, line), "")
        else:
            found[-1] = Command(found[-1].lines, f"{found[-1].output}{line}\n")
    return found


def play(session: Sequence[Command], folder: Path) -> list[str]:
    """Run the commands of a block one after the other in one shell; return what each prints."""
    factcheck = folder / "factcheck"
    factcheck.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n', "utf-8")
    factcheck.chmod(0o755)
    script = "".join(f"{command.script}\nstatus=$?; printf '{ENDED}'; (exit $status)\n" for command in session)
    done = subprocess.run(
        ["sh", "-c", script],
        cwd=ROOT,
        env={**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "PYTHONUTF8": "1", "COLUMNS": "80"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout.split(ENDED)[:-1]


@needs_sh
@pytest.mark.parametrize("session", sessions(), ids=lambda session: session.split("\n")[0].removeprefix(PROMPT))
def test_commands_print_what_is_shown(session: str, tmp_path: Path) -> None:
    shown = commands(session)
    for command, printed in zip(shown, play(shown, tmp_path), strict=True):
        if "--help" not in command.script and VERDICT.search(
            command.output
        ):  # reasons and figures may be put otherwise
            assert VERDICT.findall(printed) == VERDICT.findall(command.output), command.script
        else:
            assert printed == command.output, command.script


def test_the_help_text_is_there() -> None:
    assert any("factcheck --help" in command.script for session in sessions() for command in commands(session))


def test_python_examples() -> None:
    examples = doctest.DocTestParser().get_doctest(_fenced("pycon"), {}, "README.md", str(README), 0)
    assert examples.examples
    assert doctest.DocTestRunner().run(examples).failed == 0


def test_the_claims_file_shown_is_the_one_in_examples() -> None:
    assert _fenced("toml") == (ROOT / "examples/library.toml").read_text("utf-8")


def test_the_makefile_shown_is_the_one_in_examples() -> None:
    assert _fenced("make") == (ROOT / "examples/Makefile").read_text("utf-8")


def test_the_picture_shows_the_sentence_that_is_refuted() -> None:
    drawn = re.sub(r"<[^>]+>|\s|&#160;", "", (ROOT / "docs/refuted.svg").read_text("utf-8"))
    assert "✘REFUTED" in drawn
    assert "signedadefenceagreementin‹Tunis›" in drawn or "signedadefenceagreementinTunis" in drawn


def test_the_files_that_readme_names_exist() -> None:
    for name in re.findall(r"\]\((?!https?:|#)([^)#]+)\)", README.read_text("utf-8")):
        assert (ROOT / name).exists(), name


def test_ci_runs_the_line_in_readme() -> None:
    script = (ROOT / ".ci/run").read_text("utf-8")
    (pattern,) = re.findall(r"grep .*'(.*)' README\.md", script)
    (line,) = re.findall(pattern, README.read_text("utf-8"), re.MULTILINE)
    assert line.startswith("python3 -m venv ")
    assert "'.[test]'" in line


def test_the_number_of_claims() -> None:
    files = [tomllib.loads(path.read_text("utf-8")) for path in (ROOT / "claims").glob("*.toml")]
    assert f"{sum(len(file['claim']) for file in files)} claims" in README.read_text("utf-8")


def _fenced(language: str) -> str:
    """Return the one block in a language."""
    (body,) = (block["body"] for block in FENCED.finditer(README.read_text("utf-8")) if block["language"] == language)
    return body


def _played(block: re.Match[str], folder: Path) -> str:
    """Return a console block with what its commands print now."""
    shown = commands(block[1])
    pieces = ("\n".join((*command.lines, printed)) for command, printed in zip(shown, play(shown, folder), strict=True))
    return f"```console\n{''.join(pieces)}```"


def _figures() -> str:
    """Return the table of how the test sentences of the shipped claims come out."""
    from factcheck import Claims, rehearsal
    from factcheck.verdict import Label

    claims = Claims.load()
    counted = Counter((row.expected, row.got) for row in rehearsal.run(claims))
    failed = sum(count for (expected, got), count in counted.items() if expected is not got)
    lines = [
        f"`factcheck claims test` says: {counted.total():,} test sentences of {len(claims.claims)} claims, "
        f"{failed} with another verdict.",
        "",
        f"| should be | sentences | {' | '.join(f'came out {label}' for label in Label)} | right |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for expected in Label:
        row = [counted[expected, got] for got in Label]
        share = f"{counted[expected, expected] / sum(row):.0%}"
        lines.append(f"| {expected} | {sum(row)} | {' | '.join(map(str, row))} | {share} |")
    return "\n".join(lines) + "\n"


def rewrite(folder: Path) -> None:
    """Write README with what its commands print now."""
    text = BLOCK.sub(lambda block: _played(block, folder), README.read_text("utf-8"))
    README.write_text(FIGURES.sub(lambda _: _figures(), text), "utf-8")


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as scratch:
        rewrite(Path(scratch))
