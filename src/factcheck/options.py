"""The options of the command that checks: what each is called, what it takes, and what `--help` says of it."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from factcheck.documents import Split
from factcheck.reports import Format

FailOn = Literal["unsettled", "refuted", "never"]


def _subcommands(incomplete: str) -> list[str]:
    """Complete the first word, which may be a subcommand; the shell adds the files."""
    return [name for name in ("claims",) if name.startswith(incomplete)]


Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="TEXT | FILE | FOLDER | -",
        help="What to check; - is standard input.",
        show_default=False,
        autocompletion=_subcommands,
    ),
]
ForceText = Annotated[bool, typer.Option("--text", help="Take every argument as the text itself.")]
ClaimsPaths = Annotated[
    list[str] | None,
    typer.Option("--claims", metavar="PATH", help="Claims database: a .toml file or a folder of them. Repeatable."),
]
Against = Annotated[
    str, typer.Option("--against", metavar="FILE", help="Check against the sentences of a text instead.")
]
SplitBy = Annotated[Split, typer.Option("--split", help="What is checked as one: a sentence or a line.")]
StdinFilename = Annotated[
    str, typer.Option("--stdin-filename", metavar="NAME", help="What reports call standard input.")
]
Globs = Annotated[
    list[str] | None,
    typer.Option("--glob", metavar="PATTERN", help="Files of a folder to check, or !not to check. Repeatable."),
]
FormatName = Annotated[
    Format | None,
    typer.Option("--format", help="Default: rich on a terminal, line elsewhere.", show_default=False),
]
FailOnLabel = Annotated[
    FailOn, typer.Option("--fail-on", help="refuted: exit 0 instead of 3; never: 0 instead of 1 and 3.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing; the exit status tells.")]
Version = Annotated[bool, typer.Option("--version", help="Show the version.")]
