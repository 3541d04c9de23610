"""What the command shows of verdicts: a report in some format, or nothing; a baseline or a difference in place of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import typer

from factcheck import __version__, cli_findings, exit_status, terminal
from factcheck.exit_status import FailOn
from factcheck.reports import EXPLAINED, Format, Review

if TYPE_CHECKING:
    from factcheck.cli_findings import Handling
    from factcheck.task import Task
    from factcheck.verdict import Verdict

    Write = Callable[[Iterable[Verdict]], None]


@dataclass(frozen=True, slots=True)
class Output:
    """How verdicts are shown; without a format, as suits where they go."""

    format: Format | None
    explain: bool
    quiet: bool
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


def writer(output: Output, handling: Handling, task: Task, aside: Mapping[str, int]) -> Write:
    """Return what writes verdicts as they come; `aside` counts the findings that it is not given."""
    if handling.write_baseline:
        return cli_findings.baseline_writer(handling.write_baseline, output.quiet)
    if output.quiet:
        return _silent
    if handling.diff:
        return cli_findings.diff_writer(task)
    return _reporter(output, task, aside)


def _silent(verdicts: Iterable[Verdict]) -> None:
    """Check everything and write nothing."""
    for _ in verdicts:
        pass


def _reporter(output: Output, task: Task, aside: Mapping[str, int]) -> Write:
    """Return what writes verdicts in a format."""
    from factcheck import reports

    run = reports.Run(
        __version__,
        len(task.claims.claims),
        tuple(task.claims.sources),
        terminal.width(),
        terminal.color(),
        task.documents,
        partial(exit_status.of, fail_on=output.fail_on),
        output.review,
        aside,
    )
    report = reports.find(output.format or ("line" if run.width is None else "rich"))

    def write(verdicts: Iterable[Verdict]) -> None:
        for piece in report(verdicts, run):
            terminal.write(piece)

    return write
