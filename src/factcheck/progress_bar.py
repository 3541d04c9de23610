"""A progress bar on standard error, for work of which nothing else is seen on the terminal."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TimeRemainingColumn


class _Terminal(Console):
    """Standard error, whose cursor stays visible, so that it is so whatever ends the process."""

    def show_cursor(self, show: bool = True) -> bool:
        """Leave the cursor as it is."""
        return False


@contextmanager
def shown(total: int) -> Iterator[Callable[[int], None]]:
    """Show a bar that leaves nothing behind, and yield what moves it to a part of the total."""
    columns = (BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    console = _Terminal(stderr=True)
    bar = Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False)
    task = bar.add_task("", total=total)
    with _clean_end(bar.stop), bar:
        yield lambda done: bar.update(task, completed=done)


@contextmanager
def _clean_end(stop: Callable[[], None]) -> Iterator[None]:
    """Take the bar away also where a reader of the results that has seen enough ends the process."""
    if not hasattr(signal, "SIGPIPE"):
        yield
        return

    def end(number: int, frame: FrameType | None) -> None:
        stop()
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGPIPE)

    before = signal.signal(signal.SIGPIPE, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGPIPE, before)
