"""The command on a pseudo-terminal, for the tests that need one."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence

import pytest

only_posix = pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal and signals")


def shown_by(
    command: Sequence[str],
    environment: Mapping[str, str],
    stdin: int | None = None,
    stdout: int | None = None,
    size: tuple[int, int] = (40, 60),
) -> tuple[str, int]:
    """Run a command whose standard error is a pseudo-terminal, and the other two where none is given; return text and status."""
    import pty
    import termios

    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, size)
    with subprocess.Popen(
        command,
        stdin=theirs if stdin is None else stdin,
        stdout=theirs if stdout is None else stdout,
        stderr=theirs,
        env=environment,
    ) as process:
        os.close(theirs)
        shown = b"".join(iter(lambda: read(ours), b""))
    os.close(ours)
    return shown.decode(), process.returncode


def read(descriptor: int) -> bytes:
    """Read from a pseudo-terminal, which fails where a pipe would end."""
    try:
        return os.read(descriptor, 65536)
    except OSError:
        return b""
