"""The command line: read arguments, call, print, and leave with an exit status."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from factcheck import __version__, cli_claims, options, terminal
from factcheck.documents import Split
from factcheck.reports import Format

if TYPE_CHECKING:
    from factcheck.database import Claims
    from factcheck.inputs import Input
    from factcheck.sentences import Sentence
    from factcheck.verdict import Label, Verdict

SUPPORTED, REFUTED, NOTHING_CHECKED, UNSETTLED, INTERRUPTED = 0, 1, 2, 3, 130

HELP = """Check sentences against a database of claims; every verdict quotes the source that settles it.

\b
  factcheck "The pact was signed in October 2025."  check a text
  factcheck notes.md report.docx docs/              check files and folders
  cat notes.txt | factcheck                         check standard input
  factcheck --claims my-claims/ notes.md            with another database
  factcheck --against article.txt "It costs $2."    against a plain text
  factcheck --split lines --format jsonl list.txt   one result a line
  factcheck claims --help                           look after a database

An argument that names a file or a folder is read; any other is the text itself. The verdicts SUPPORTED, REFUTED and NOT ENOUGH
INFO say what the source states, not what is true.
"""
EPILOG = """\b
Exit status:
  0    everything checked is SUPPORTED
  1    at least one sentence is REFUTED
  3    none is REFUTED, at least one is NOT ENOUGH INFO
  2    nothing could be checked: wrong usage, unreadable or empty input,
       broken database
  130  interrupted

\b
A text that is a subcommand's name:  factcheck -- claims
Shell completion:                    factcheck --install-completion
"""


class CheckCommand(TyperCommand):
    """The command that checks; on the command line it has no name."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Show how it is really called."""
        formatter.write_usage("factcheck", "[OPTIONS] [TEXT | FILE | FOLDER | -]...")
        formatter.write_usage("factcheck", "claims COMMAND [ARGS]...", prefix="       ")


class Factcheck(TyperGroup):
    """A group in which everything that is no subcommand is something to check."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Send what does not begin with a subcommand to the command that checks."""
        names = [name for name, command in self.commands.items() if not command.hidden]
        if args and args[0] in (*names, "--install-completion", "--show-completion"):
            return super().parse_args(ctx, args)
        return super().parse_args(ctx, ["check", *args])


app = typer.Typer(cls=Factcheck, rich_markup_mode=None, pretty_exceptions_enable=False)
app.add_typer(cli_claims.app, name="claims")


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return the exit status; an unexpected error is told in one line."""
    terminal.prepare()
    try:
        status = app(args=list(arguments), prog_name="factcheck", standalone_mode=False)
        sys.stdout.flush()
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except SystemExit as left:  # typer leaves with 1 when something is wrong, and here 1 is a verdict
        return NOTHING_CHECKED if left.code else SUPPORTED
    except BaseException as error:  # what panics in Rust code is no Exception
        terminal.complain_of(error)
        return NOTHING_CHECKED
    return status if isinstance(status, int) else SUPPORTED


@app.command("check", cls=CheckCommand, help=HELP, epilog=EPILOG, hidden=True)
def check(
    context: typer.Context,
    inputs: options.Inputs = None,
    text: options.ForceText = False,
    claims: options.ClaimsPaths = None,
    against: options.Against = "",
    split: options.SplitBy = "sentences",
    stdin_filename: options.StdinFilename = "",
    glob: options.Globs = None,
    format_: options.FormatName = None,
    fail_on: options.FailOnLabel = "unsettled",
    quiet: options.Quiet = False,
    version: options.Version = False,
) -> int:
    """Check texts, files or standard input."""
    if version:
        terminal.write(f"factcheck {__version__}\n")
        return SUPPORTED
    if not inputs and terminal.stdin_is_terminal():
        sys.stderr.write(f"{context.get_help()}\n")
        return NOTHING_CHECKED
    found = _read(inputs or [], text, stdin_filename, glob or [])
    sentences = _sentences(found, split, quiet)
    database = _database(claims or [], against)
    with closing(sentences):
        return _report(sentences, database, _silent if quiet else _writer(format_, database), fail_on)


def _read(arguments: list[str], text: bool, stdin_name: str, globs: list[str]) -> Sequence[Input]:
    """Read what is to be checked; plain text that is still arriving is read when it is checked."""
    from factcheck import inputs

    return inputs.read(arguments, terminal.read_stdin, stdin_name, text, globs)


def _sentences(found: Sequence[Input], split: Split, quiet: bool) -> Generator[Sentence]:
    """Return the sentences of what was read, with a progress bar where that helps."""
    from factcheck import inputs

    return terminal.with_progress(inputs.sentences(found, split), None if quiet else inputs.lengths(found))


def _database(paths: list[str], against: str) -> Claims:
    """Load what to check against."""
    from factcheck import documents, inputs
    from factcheck.database import Claims

    if paths and against:
        raise typer.BadParameter("--against takes the place of a database; leave out --claims")
    if not against:
        return Claims.load(paths or None)
    source = inputs.read_file(against, terminal.read_stdin)
    return Claims.from_text(documents.prose(source), title=source.name)


def _report(
    sentences: Iterable[Sentence], database: Claims, write: Callable[[Iterable[Verdict]], None], fail_on: options.FailOn
) -> int:
    """Check, write each verdict when it is known, and return the exit status."""
    from factcheck.check import check_sentences

    seen: set[Label] = set()

    def noted(verdicts: Iterable[Verdict]) -> Iterator[Verdict]:
        for verdict in verdicts:
            seen.add(verdict.label)
            yield verdict

    write(noted(check_sentences(sentences, database)))
    return _status(seen, fail_on)


def _silent(verdicts: Iterable[Verdict]) -> None:
    """Check everything and write nothing."""
    for _ in verdicts:
        pass


def _writer(name: Format | None, database: Claims) -> Callable[[Iterable[Verdict]], None]:
    """Return what writes verdicts in a format."""
    from factcheck import reports

    width = terminal.width()
    report = reports.find(name or ("line" if width is None else "rich"))
    run = reports.Run(__version__, len(database.claims), tuple(database.sources), width, terminal.color())

    def write(verdicts: Iterable[Verdict]) -> None:
        for piece in report(verdicts, run):
            terminal.write(piece)

    return write


def _status(seen: set[Label], fail_on: options.FailOn) -> int:
    """Return the exit status for the labels that came out."""
    from factcheck.verdict import Label

    if Label.REFUTED in seen and fail_on != "never":
        return REFUTED
    if Label.UNSETTLED in seen and fail_on == "unsettled":
        return UNSETTLED
    return SUPPORTED
