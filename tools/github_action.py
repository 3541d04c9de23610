"""What action.yml runs: factcheck on the files of a repository, as annotations, a job summary and a SARIF log.

Everything comes from environment variables: INPUT_FILES, INPUT_CLAIMS, INPUT_FAIL_ON, INPUT_SARIF_FILE and INPUT_ARGS from
the inputs of the action, which hold one thing a line, the others from GitHub's runner.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from glob import glob
from pathlib import Path

NOTHING_CHECKED = 2
VERDICTS = (0, 1, 3)  # the exit statuses that say what came out; any other says that nothing did
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})


class InputError(Exception):
    """Something that the step cannot begin with; str() says what."""


def main() -> int:
    """Check and report, and return the exit status; what goes wrong here must not look like a verdict."""
    try:
        return check([program(os.environ["RUNNER_TEMP"]), *options()], found(lines("INPUT_FILES")))
    except (InputError, OSError) as error:
        message = f"::error title=factcheck::{str(error).translate(_DATA)}\n"
        sys.stdout.buffer.write(message.encode("utf-8", "backslashreplace"))
        with suppress(OSError):  # it may be just this that cannot be written
            add(os.environ["GITHUB_OUTPUT"], f"status={NOTHING_CHECKED}\n".encode())  # what is written last holds
        return NOTHING_CHECKED


def check(command: Sequence[str], files: Sequence[str]) -> int:
    """Check files, report in all formats that are asked for, and return factcheck's exit status."""
    status = subprocess.run([*command, "--format=github", "--", *files], check=False).returncode
    add(os.environ["GITHUB_OUTPUT"], f"status={status}\n".encode())
    if status not in VERDICTS:
        return status
    add(os.environ["GITHUB_STEP_SUMMARY"], reported([*command, "--format=markdown", "--", *files]))
    if sarif := os.environ["INPUT_SARIF_FILE"].strip():
        Path(sarif).parent.mkdir(parents=True, exist_ok=True)
        Path(sarif).write_bytes(reported([*command, "--format=sarif", "--", *files]))
    return status


def program(folder: str) -> str:
    """Return the program that the action has installed, which other systems keep elsewhere."""
    installed = Path(folder, "factcheck")
    path = shutil.which("factcheck", path=os.pathsep.join(str(installed / name) for name in ("bin", "Scripts")))
    if not path:
        raise InputError(f"factcheck is not installed in {installed}")
    return path


def options() -> list[str]:
    """Return the options that the inputs ask for; what `args` says comes last and so holds."""
    claims = [f"--claims={path}" for path in lines("INPUT_CLAIMS")]
    return ["--skip-empty", *claims, f"--fail-on={os.environ['INPUT_FAIL_ON']}", *lines("INPUT_ARGS")]


def lines(variable: str) -> list[str]:
    """Return the lines of an environment variable that are not blank, without the white space around them."""
    return [line.strip() for line in os.environ[variable].splitlines() if line.strip()]


def found(patterns: Sequence[str]) -> list[str]:
    """Return the paths that are named or fit a pattern, each once.

    factcheck would take a name that no file has, and that holds a space, for the text itself.
    """
    paths = dict.fromkeys(path for pattern in patterns for path in fitting(pattern))
    if not paths:
        raise InputError("the input 'files' names nothing to check")
    return list(paths)


def fitting(pattern: str) -> list[str]:
    """Return what is named so, else the files that fit a pattern, in order."""
    if os.path.exists(pattern):
        return [pattern]
    paths = sorted(path for path in glob(pattern, recursive=True) if os.path.isfile(path))
    if not paths:
        raise InputError(f"no file is named or fits {pattern}")
    return paths


def reported(command: Sequence[str]) -> bytes:
    """Return another report; what the first run has told on standard error is not told again."""
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout


def add(file: str, content: bytes) -> None:
    """Add to a file that the runner reads when the step is over."""
    with open(file, "ab") as opened:
        opened.write(content)


if __name__ == "__main__":
    sys.exit(main())
