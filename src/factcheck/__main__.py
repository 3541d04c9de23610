"""Start the command line: `factcheck`, or `python -m factcheck`."""

from __future__ import annotations

import gc
import signal
import sys

_THRESHOLD = 50_000  # new objects between two searches for garbage: loading makes many objects and hardly any garbage


def main() -> int:
    """Run the command and return its exit status."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a reader that has seen enough ends us quietly
    gc.set_threshold(_THRESHOLD)
    try:
        from factcheck.cli import run  # imported here so that an interrupt while importing is told apart from a crash

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130
    finally:
        gc.freeze()  # so that leaving does not look for garbage in all that was loaded


if __name__ == "__main__":
    sys.exit(main())
