"""What the command shows of verdicts: a report in some format, or nothing; a baseline or a difference in place of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

import typer

from factcheck import __version__, cli_findings, terminal
from factcheck.exit_status import FailOn
from factcheck.reports import EXPLAINED, Format, Review, Show

if TYPE_CHECKING:
    from factcheck.aside import Aside
    from factcheck.cli_findings import Handling
    from factcheck.task import Task
    from factcheck.verdict import Verdict

    Write = Callable[[Iterable[Verdict]], None]


class Output(NamedTuple):
    """Which verdicts are shown and how; without a format, as suits where they go."""

    format: Format | None
    explain: bool
    quiet: bool
    show: Show
    fail_on: FailOn
    review: Review


def refuse(output: Output, handling: Handling) -> None:
    """Refuse to explain where the explanation would not be seen."""
    if not output.explain:
        return
    unseen = {"--write-baseline": handling.write_baseline, "--diff": handling.diff, "-q": output.quiet}
    if name := next((name for name, is_given in unseen.items() if is_given), None):
        raise typer.BadParameter(f"--explain shows nothing with {name}; leave out one of them")
    if output.format not in (None, *EXPLAINED):
        known = " or ".join((", ".join(EXPLAINED[:-1]), EXPLAINED[-1]))
        raise typer.BadParameter(f"--explain goes with --format {known}, not with {output.format}")


def writer(output: Output, handling: Handling, task: Task, aside: Aside, status: Callable[[], int]) -> Write:
    """Return what writes verdicts as they come; `aside` counts those that it is not given or does not show."""
    if handling.write_baseline:
        return cli_findings.baseline_writer(handling.write_baseline, output.quiet)
    if output.quiet:
        return _silent
    if handling.diff:
        return cli_findings.diff_writer(task)
    return _showing(_reporter(output, task, aside, status), output.show, aside)


def _silent(verdicts: Iterable[Verdict]) -> None:
    """Check everything and write nothing."""
    for _ in verdicts:
        pass


def _showing(write: Write, show: Show, aside: Aside) -> Write:
    """Return what writes only the verdicts that are to be shown."""
    if show == "all":
        return write
    from factcheck.verdict import Label

    labels = {Label.REFUTED} if show == "refuted" else {Label.REFUTED, Label.UNSETTLED}
    return lambda verdicts: write(aside.showing(verdicts, labels))


def _reporter(output: Output, task: Task, aside: Aside, status: Callable[[], int]) -> Write:
    """Return what writes verdicts in a format."""
    from factcheck import reports

    run = reports.Run(
        __version__,
        len(task.claims.claims),
        tuple(task.claims.sources),
        terminal.width(),
        terminal.color(),
        task.documents,
        status,
        output.review,
        aside.counted,
    )
    report = reports.find(output.format or ("line" if run.width is None else "rich"))

    def write(verdicts: Iterable[Verdict]) -> None:
        for piece in report(verdicts, run):
            terminal.write(piece)

    return write
