"""Start the command line: `factcheck`, or `python -m factcheck`."""

from __future__ import annotations

import signal
import sys


def main() -> int:
    """Run the command and return its exit status."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a reader that has seen enough ends us quietly
    try:
        from factcheck.cli import run  # imported here so that an interrupt while importing is told apart from a crash

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
