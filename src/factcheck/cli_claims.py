"""`factcheck claims`: look after a claims database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from factcheck import cli_fuzz, options, terminal
from factcheck.cli_config import Configured

if TYPE_CHECKING:
    from factcheck.database import Claims

OK, FAILED, BROKEN = 0, 1, 2

HELP = """Look after a claims database: without a path, the configured one, else the one that comes with factcheck.

\b
  factcheck claims list             every claim in one line
  factcheck claims show ID          one claim with its source
  factcheck claims lint my-claims/  tell all errors in a database
  factcheck claims test my-claims/  check the sentences under [claim.tests]
  factcheck claims fuzz my-claims/  change the wordings, see what passes
"""

app = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None, add_completion=False)


@app.command("list", cls=Configured)
def list_claims(claims: options.ClaimsPaths = None) -> int:
    """List claims: id, tab, statement."""
    for claim in _load(claims).claims:
        terminal.write_line(f"{claim.id}\t{claim.statement}")
    return OK


@app.command(cls=Configured)
def show(
    claim_id: Annotated[str, typer.Argument(metavar="ID", show_default=False, help="The id of a claim.")],
    claims: options.ClaimsPaths = None,
) -> int:
    """Show a claim, its wordings and its source."""
    from factcheck import claim_text

    database = _load(claims)
    for claim in database.claims:
        if claim.id == claim_id:
            for line in claim_text.lines(claim):
                terminal.write_line(line)
            return OK
    terminal.complain(claim_text.no_such_claim(claim_id, [claim.id for claim in database.claims]))
    return BROKEN


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@app.command(cls=Configured)
def lint(claims: options.ClaimsArguments = None) -> int:
    """Tell all errors in a database (exit status 2)."""
    database = _load(claims)
    counts = _counted(len(database.claims), "claim"), _counted(len(database.sources), "source")
    terminal.write_line(f"{counts[0]} from {counts[1]}, no errors")
    return OK


@app.command("test", cls=Configured)
def run_tests(claims: options.ClaimsArguments = None) -> int:
    """Check the sentences under [claim.tests] (1 if any fails)."""
    from factcheck import rehearsal

    database = _load(claims)
    count = failed = 0
    for row in rehearsal.run(database):
        count += 1
        if not row.passed:
            failed += 1
            terminal.write_line(str(row))
    terminal.write_line(f"{count} test sentences of {len(database.claims)} claims, {failed} with another verdict")
    return FAILED if failed else OK


app.command("fuzz", cls=Configured, help=cli_fuzz.HELP)(cli_fuzz.fuzz)


def _load(paths: list[str] | None) -> Claims:
    """Load a database."""
    from factcheck.database import Claims

    return Claims.load(paths or None)
