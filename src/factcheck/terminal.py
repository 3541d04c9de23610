"""Standard input, output and error: what they are, and how to read and write them."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import signal
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO, TextIO

import typer

from factcheck.configuration import ConfigurationError
from factcheck.documents import DocumentError
from factcheck.reports.visible import visible

if TYPE_CHECKING:
    from factcheck.sentences import Sentence

_PIECE = 65_536  # bytes read of standard input at a time
_LONG = 25_000  # characters: about two seconds of work
USAGE_ERROR: type[Exception] = typer.BadParameter.__bases__[0]  # typer does not export it


def prepare() -> None:
    """Write UTF-8 where nobody watches, and never fail on a character that a terminal does not know."""
    if sys.stderr is None:  # closed by the caller, as in `factcheck 2>&-`, who wants to hear nothing
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


@contextlib.contextmanager
def _output() -> Iterator[TextIO]:
    """Yield standard output, and write at once what it is given. Raises DocumentError where that cannot be."""
    if sys.stdout is None:  # as in `factcheck >&-`
        raise DocumentError("<stdout>: is closed")
    try:
        yield sys.stdout
        sys.stdout.flush()
    except OSError as error:
        _drop_output()
        raise DocumentError(f"<stdout>: cannot be written: {error.strerror or error}") from error


def write(text: str) -> None:
    """Write results to standard output at once."""
    with _output() as output:
        output.write(text)


def write_exactly(text: str) -> None:
    """Write text as it is for a program to read, line ends included; on a terminal its control characters do nothing."""
    with _output() as output:
        if output.isatty() or not isinstance(output, io.TextIOWrapper):
            output.write("".join(f"{visible(line)}\n" for line in text.splitlines()))
        else:
            output.flush()
            output.buffer.write(text.encode("utf-8", "surrogateescape"))


def write_line(text: str) -> None:
    """Write one line of results in which control characters do nothing."""
    before, tab, after = text.partition("\t")
    write(visible(before) + tab + visible(after) + "\n")


def complain(message: str) -> None:
    """Write an error to standard error; each of its lines names the program and holds no control characters."""
    for line in message.split("\n"):
        sys.stderr.write(f"factcheck: {visible(line)}\n")
    sys.stderr.flush()


def complain_of(error: BaseException) -> None:
    """Tell an error that ended the program: what the user can mend as it is, anything else in one line."""
    if isinstance(error, DocumentError):
        complain(str(error))
    elif isinstance(error, USAGE_ERROR):
        _complain_of_usage(error)
    elif isinstance(error, ConfigurationError):
        _complain_of_lines(error, "the configuration has errors, so nothing was done; --isolated ignores it")
    elif _is_database_error(error):
        _complain_of_lines(error, "the claims database has errors, so nothing in it was used")
    else:
        _complain_of_crash(error)


def _complain_of_lines(error: BaseException, outcome: str) -> None:
    """Tell all errors of a file, each with its place, and what comes of them."""
    sys.stderr.write("".join(f"{visible(line)}\n" for line in str(error).split("\n")))
    complain(outcome)


def _complain_of_usage(error: BaseException) -> None:
    """Tell what is wrong with the arguments and where help is, or show the help that typer gives instead."""
    message: str = error.format_message() if hasattr(error, "format_message") else str(error)
    message = message.removeprefix("Invalid value: ")  # of no argument alone
    context = getattr(error, "ctx", None)
    command = context.command_path.removesuffix(" check") if context else "factcheck"
    if message.startswith("Usage:"):
        sys.stderr.write(f"{message}\n")
    else:
        complain(f"{message}\nsee {command} --help")


def _is_database_error(error: BaseException) -> bool:
    """Tell an error in a claims database."""
    from factcheck.database import ClaimsError

    return isinstance(error, ClaimsError)


def _complain_of_crash(error: BaseException) -> None:
    """Tell an error that should not happen; FACTCHECK_DEBUG shows where it did."""
    if os.environ.get("FACTCHECK_DEBUG"):
        import traceback

        traceback.print_exception(error)
    if isinstance(error, OSError):
        _drop_output()
    complain(f"unexpected error: {type(error).__name__}: {visible(str(error))} (FACTCHECK_DEBUG=1 shows where)")


def _drop_output() -> None:
    """Forget what could not be written, so that leaving does not try again and fail."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextlib.contextmanager
def progress(noun: str, total: int) -> Iterator[Callable[[], None]]:
    """Show on standard error how many of a total are done, where it is a terminal; yield what counts one more."""
    shown = sys.stderr.isatty()
    done = 0

    def count() -> None:
        nonlocal done
        done += 1
        if shown:
            sys.stderr.write(f"\r{done} of {total} {noun}")
            sys.stderr.flush()

    try:
        yield count
    finally:
        if shown and done:
            sys.stderr.write("\r\x1b[K")  # nothing of it stays in the terminal
            sys.stderr.flush()


def read_stdin() -> Iterator[bytes]:
    """Return standard input in pieces, each as soon as it arrives."""
    if sys.stdin is None:  # closed by the caller, as in `factcheck <&-`
        raise DocumentError("<stdin>: is closed")
    return _pieces(sys.stdin.fileno())


def _pieces(descriptor: int) -> Iterator[bytes]:
    """Yield what is read from a descriptor, without waiting for more where there is some."""
    try:
        while piece := os.read(descriptor, _PIECE):
            yield piece
    except OSError as error:
        raise DocumentError(f"<stdin>: cannot be read: {error.strerror or error}") from error


def with_progress(sentences: Iterable[Sentence], lengths: Sequence[tuple[str, int]]) -> Generator[Sentence]:
    """Yield sentences, and show on standard error how far they have got; `lengths` are those of the documents.

    Nothing is shown for little work or an unknown length, where nobody watches, and where the results themselves appear on
    the terminal.
    """
    total = sum(length for _, length in lengths)
    if total < _LONG or not sys.stderr.isatty() or _is_terminal(sys.stdout):
        yield from sentences
        return
    from factcheck import progress_bar

    documents, before = iter(lengths), 0  # `before`: the lengths of the documents that are done
    name, length = next(documents)
    with progress_bar.shown(total) as move:
        for sentence in sentences:
            while name != sentence.path:
                before += length
                name, length = next(documents)
            move(before + sentence.start)
            yield sentence


def prepare_to_serve(client: str) -> None:
    """Get ready for a program to speak on standard input, and tell a person who has started it that nobody types there.

    An interrupt ends the program at once, although a thread of it waits for input.
    """
    if sys.stdin is None or sys.stdout is None:
        raise DocumentError("standard input or output is closed; a server speaks through them")
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if stdin_is_terminal():
        complain(f"waiting for {client} to speak on standard input; Ctrl+C ends it")


def take_streams() -> tuple[BinaryIO, BinaryIO]:
    """Return standard input and output for a protocol; what anything else prints goes to standard error from now on."""
    read, write = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    return read, write


def stdin_is_terminal() -> bool:
    """Tell whether a person would have to type what is read from standard input."""
    return _is_terminal(sys.stdin)


def _is_terminal(stream: TextIO | None) -> bool:
    """Tell whether a stream, which the caller may have closed, is a terminal."""
    return stream is not None and stream.isatty()


def width() -> int | None:
    """Return the columns of the terminal, or None where standard output is none."""
    return shutil.get_terminal_size().columns if _is_terminal(sys.stdout) else None


def color() -> bool:
    """Tell whether to use colour: on a terminal, unless NO_COLOR or TERM=dumb says no."""
    return _is_terminal(sys.stdout) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
