"""The command line: read arguments, call, print, and leave with an exit status."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

from factcheck import (
    __version__,
    cli_claims,
    cli_config,
    cli_eval,
    cli_findings,
    cli_help,
    cli_output,
    cli_review,
    cli_servers,
    exit_status,
    options,
    terminal,
)
from factcheck.cli_findings import Handling
from factcheck.cli_output import Output
from factcheck.exit_status import INTERRUPTED, NOTHING_CHECKED, SUPPORTED

if TYPE_CHECKING:
    from factcheck.database import Claims
    from factcheck.documents import Split
    from factcheck.inputs import Reading
    from factcheck.sentences import Sentence
    from factcheck.task import Task
    from factcheck.verdict import Label, Verdict


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
app.command("config", cls=cli_config.Configured, help=cli_config.HELP)(cli_config.show)
app.command("eval", cls=cli_config.Configured, help=cli_eval.HELP)(cli_eval.evaluate)
app.add_typer(cli_servers.app)


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return the exit status; an unexpected error is told in one line."""
    terminal.prepare()
    try:
        status = app(args=list(arguments), prog_name="factcheck", standalone_mode=False)
        if sys.stdout:  # which the caller may have closed
            sys.stdout.flush()
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except SystemExit as left:  # typer leaves with 1 when something is wrong, and here 1 is a verdict
        return NOTHING_CHECKED if left.code else SUPPORTED
    except BaseException as error:  # what panics in Rust code is no Exception
        terminal.complain_of(error)
        return NOTHING_CHECKED
    return status if isinstance(status, int) else SUPPORTED


@app.command("check", cls=cli_help.CheckCommand, help=cli_help.HELP, epilog=cli_help.EPILOG, hidden=True)
def check(
    context: typer.Context,
    inputs: options.Inputs = None,
    text: options.ForceText = False,
    split: options.SplitBy = "sentences",
    stdin_filename: options.StdinFilename = "",
    glob: options.Globs = None,
    skip_empty: options.SkipEmpty = False,
    claims: options.ClaimsPaths = None,
    against: options.Against = "",
    format_: options.FormatName = None,
    explain: options.Explain = False,
    quiet: options.Quiet = False,
    show: options.ShowLabels = "all",
    fail_on: options.FailOnLabel = "unsettled",
    review_url: cli_review.Url = "",
    author: cli_review.Author = "",
    date: cli_review.Date = "",
    no_ignores: options.NoIgnores = False,
    baseline: options.Baseline = "",
    write_baseline: options.WriteBaseline = "",
    diff: options.Diff = False,
    fix: options.Fix = False,
    version: options.Version = False,
) -> int:
    """Check texts, files or standard input."""
    arguments = inputs or []
    if version:
        terminal.write(f"factcheck {__version__}\n")
        return SUPPORTED
    if not arguments and terminal.stdin_is_terminal():
        sys.stderr.write(f"{context.get_help()}\n")
        return NOTHING_CHECKED
    review = cli_review.read(format_, review_url, author, date, cli_config.is_typed(context, "author"))
    output = Output(format_, explain, quiet, show, fail_on, review)
    handling = Handling(no_ignores, baseline, write_baseline, diff, fix)
    cli_findings.refuse(handling, reads_files=bool(arguments) and "-" not in arguments and not text)
    cli_output.refuse(output, handling)
    task = _task(arguments, _reading(text, stdin_filename, glob, skip_empty, output, handling), split, claims, against)
    return _checked(task, output, handling)


def _reading(
    text: bool, stdin_name: str, globs: list[str] | None, skip_empty: bool, output: Output, handling: Handling
) -> Reading:
    """Return how arguments are read; what shows whole texts needs them whole."""
    from factcheck.inputs import Reading

    return Reading(text, stdin_name, output.format == "html" or handling.diff, tuple(globs or ()), skip_empty)


def _task(arguments: list[str], reading: Reading, split: Split, claims: list[str] | None, against: str) -> Task:
    """Read what is to be checked, and what to check it against; plain text that is still arriving is read later."""
    from factcheck import inputs
    from factcheck.task import Task

    if against == inputs.STDIN and inputs.takes_stdin(arguments, reading.texts):
        raise typer.BadParameter("standard input is what --against reads; name a text or a file to check against it")
    found = inputs.read(arguments, terminal.read_stdin, reading)
    sentences = inputs.sentences(found, split, reading.skip_empty)
    return Task(inputs.flat(found), split, sentences, _database(claims or [], against), tuple(inputs.remarks(found)))


def _database(paths: list[str], against: str) -> Claims:
    """Load what to check against."""
    from factcheck import against as against_
    from factcheck import inputs
    from factcheck.database import Claims

    if paths and against:
        raise typer.BadParameter("--against takes the place of a database; leave out --claims")
    if not against:
        return Claims.load(paths or None)
    source = inputs.read_file(against, terminal.read_stdin)
    return against_.claims(source, title=source.name)


def _checked(task: Task, output: Output, handling: Handling) -> int:
    """Check everything, write what comes of it, and return the exit status."""
    from factcheck.check import check_sentences

    for remark in () if output.quiet else task.remarks:
        terminal.complain(remark)
    aside = cli_findings.aside(task.documents, handling)
    seen: set[Label] = set()
    status = partial(exit_status.of, seen, output.fail_on)
    with closing(_watched(task, output.quiet)) as sentences:
        verdicts: Iterable[Verdict] = aside.passing(check_sentences(sentences, task.claims, output.explain))
        if handling.fix:
            verdicts = cli_findings.fixed(verdicts, task, output.quiet)
        cli_output.writer(output, handling, task, aside, status)(_noted(verdicts, seen))
    for remark in () if output.quiet else aside.remarks():
        terminal.complain(remark)
    return SUPPORTED if handling.write_baseline else status()


def _watched(task: Task, quiet: bool) -> Generator[Sentence]:
    """Return the sentences to check, with a progress bar where that helps."""
    from factcheck import inputs

    return terminal.with_progress(task.sentences, () if quiet else inputs.lengths(task.documents))


def _noted(verdicts: Iterable[Verdict], seen: set[Label]) -> Iterator[Verdict]:
    """Yield verdicts, each when it is known, and note their labels."""
    for verdict in verdicts:
        seen.add(verdict.label)
        yield verdict
