"""`factcheck claims fuzz`: how many small changes of what a database says does it notice?"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from factcheck import __version__, options, terminal
from factcheck.edits import Kind

if TYPE_CHECKING:
    from factcheck.fuzz import Skipped, Trial

CAUGHT, PASSED, BROKEN = 0, 1, 2

HELP = """Change one thing in each wording and check it (1 if any passes).

Each right wording of a claim is changed in one thing: another number, scale, unit, year, month, day or name, an opposite,
another direction or scope, a "not" put in or left out, the two parties swapped, a detail added. A change that the database
still calls SUPPORTED has passed.
"""

Kinds = Annotated[
    list[Kind] | None, typer.Option("--kind", metavar="KIND", help=f"Only {', '.join(Kind)}. Repeatable.")
]
Ids = Annotated[list[str] | None, typer.Option("--claim", metavar="ID", help="Only this claim. Repeatable.")]
ListAll = Annotated[bool, typer.Option("--list", help="List all changes, not only those that passed.")]
FormatName = Annotated[Literal["text", "json"], typer.Option("--format", help="How to report.")]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", min=1, metavar="N", help="Processes to share the work.  [default: one a processor]"),
]


def fuzz(
    claims: options.ClaimsArguments = None,
    kind: Kinds = None,
    claim: Ids = None,
    list_: ListAll = False,
    format_: FormatName = "text",
    jobs: Jobs = None,
) -> int:
    """Change one thing in each wording and check it."""
    from factcheck import claim_text, fuzz_report
    from factcheck.database import Claims
    from factcheck.fuzz import Plan, Trial, run

    known = [each.id for each in Claims.load(claims or None).claims]
    if missing := [each for each in claim or () if each not in known]:
        terminal.complain("\n".join(claim_text.no_such_claim(each, known) for each in missing))
        return BROKEN
    chosen = tuple(each for each in known if not claim or each in claim)
    plan = Plan(tuple(claims or ()), chosen, tuple(each for each in Kind if not kind or each in kind))
    found: list[Trial | Skipped] = []
    with terminal.progress("claims", len(plan.claims)) as done:
        for of_claim in run(plan, jobs or os.cpu_count() or 1):
            found += of_claim
            done()
    if format_ == "json":
        terminal.write(fuzz_report.document(found, list_, __version__))
    else:
        for piece in fuzz_report.text(found, list_, terminal.width(), terminal.color()):
            terminal.write(piece)
    return PASSED if any(isinstance(each, Trial) and each.passed for each in found) else CAUGHT
