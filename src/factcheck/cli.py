"""The command line: read arguments, call, print, and leave with an exit status."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from factcheck import __version__, cli_claims, cli_eval, cli_findings, cli_review, cli_servers, options, terminal
from factcheck.documents import Split
from factcheck.reports import Format, Review

if TYPE_CHECKING:
    from factcheck.database import Claims
    from factcheck.documents import Document
    from factcheck.reports import Run
    from factcheck.sentences import Sentence
    from factcheck.verdict import Label, Verdict

SUPPORTED, REFUTED, NOTHING_CHECKED, UNSETTLED, INTERRUPTED = 0, 1, 2, 3, 130

HELP = """Check sentences against a database of claims; every verdict quotes the source that settles it.

\b
  factcheck "The pact was signed in October 2025."  check a text
  factcheck notes.md draft.txt                      check files
  cat notes.txt | factcheck                         check standard input
  factcheck --claims my-claims/ notes.md            with another database
  factcheck --against article.txt "It costs $2."    against a plain text
  factcheck --split lines --format jsonl list.txt   one result a line
  factcheck claims --help                           look after a database
  factcheck eval labelled.jsonl                     score labelled sentences

An argument that names a file is a file; any other is the text itself. The verdicts SUPPORTED, REFUTED and NOT ENOUGH
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
        formatter.write_usage("factcheck", "[OPTIONS] [TEXT | FILE | -]...")
        formatter.write_usage("factcheck", "claims COMMAND [ARGS]...", prefix="       ")
        formatter.write_usage("factcheck", "eval FILE...", prefix="       ")


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
app.command("eval", help=cli_eval.HELP)(cli_eval.evaluate)
app.add_typer(cli_servers.app)


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
    except Exception as error:
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
    format_: options.FormatName = None,
    review_url: cli_review.Url = "",
    author: cli_review.Author = "",
    date: cli_review.Date = "",
    fail_on: options.FailOnLabel = "unsettled",
    no_ignores: options.NoIgnores = False,
    baseline: options.Baseline = "",
    write_baseline: options.WriteBaseline = "",
    diff: options.Diff = False,
    fix: options.Fix = False,
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
    review = cli_review.read(format_, review_url, author, date)
    reads_files = bool(inputs) and "-" not in (inputs or []) and not text
    cli_findings.refuse(reads_files, baseline, write_baseline, diff, fix)
    documents = _documents(inputs or [], text, stdin_filename)
    sentences = _sentences(documents, split)
    database = _database(claims or [], against)
    aside = cli_findings.aside(documents, no_ignores, baseline)
    verdicts: Iterable[Verdict] = aside.passing(_verdicts(sentences, database))
    if fix:
        verdicts = cli_findings.fixed(verdicts, documents, split, database, quiet)
    if write_baseline:
        write = cli_findings.baseline_writer(write_baseline, quiet)
    elif diff and not quiet:
        write = cli_findings.diff_writer(documents, split, database)
    else:
        run = _run(database, documents, partial(_status, fail_on=fail_on), review, aside.counted)
        write = _silent if quiet else _writer(format_, run)
    status = _report(verdicts, write, fail_on)
    for remark in () if quiet else aside.remarks():
        terminal.complain(remark)
    return SUPPORTED if write_baseline else status


def _documents(arguments: list[str], text: bool, stdin_name: str) -> tuple[Document, ...]:
    """Read everything that is to be checked."""
    from factcheck import inputs

    return inputs.read(arguments, terminal.read_stdin, stdin_name, text)


def _sentences(documents: tuple[Document, ...], split: Split) -> list[Sentence]:
    """Return all that is to be checked."""
    from factcheck import inputs

    return inputs.sentences(documents, split)


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


def _verdicts(sentences: list[Sentence], database: Claims) -> Iterable[Verdict]:
    """Check sentences one by one."""
    from factcheck.check import check_sentences

    return check_sentences(sentences, database)


def _report(verdicts: Iterable[Verdict], write: Callable[[Iterable[Verdict]], None], fail_on: options.FailOn) -> int:
    """Write each verdict when it is known, and return the exit status."""
    seen: set[Label] = set()

    def noted() -> Iterator[Verdict]:
        for verdict in verdicts:
            seen.add(verdict.label)
            yield verdict

    write(noted())
    return _status(seen, fail_on)


def _silent(verdicts: Iterable[Verdict]) -> None:
    """Check everything and write nothing."""
    for _ in verdicts:
        pass


def _run(
    database: Claims,
    documents: tuple[Document, ...],
    status: Callable[[Collection[Label]], int],
    review: Review,
    aside: Mapping[str, int],
) -> Run:
    """Return what reports may say beside the verdicts; `aside` counts the findings that they are not given."""
    from factcheck import reports

    against = len(database.claims), tuple(database.sources)
    return reports.Run(__version__, *against, terminal.width(), terminal.color(), documents, status, review, aside)


def _writer(name: Format | None, run: Run) -> Callable[[Iterable[Verdict]], None]:
    """Return what writes verdicts in a format."""
    from factcheck import reports

    report = reports.find(name or ("line" if run.width is None else "rich"))

    def write(verdicts: Iterable[Verdict]) -> None:
        for piece in report(verdicts, run):
            terminal.write(piece)

    return write


def _status(seen: Collection[Label], fail_on: options.FailOn) -> int:
    """Return the exit status for the labels that came out."""
    from factcheck.verdict import Label

    if Label.REFUTED in seen and fail_on != "never":
        return REFUTED
    if Label.UNSETTLED in seen and fail_on == "unsettled":
        return UNSETTLED
    return SUPPORTED
