"""The options of the command that checks: what each is called, what it takes, and what `--help` says of it."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.documents import Split
from factcheck.exit_status import FailOn
from factcheck.reports import Format, Show


def subcommands(ctx: typer.Context) -> list[str]:
    """Return the names of the subcommands."""
    commands = getattr(ctx.find_root().command, "commands", {})
    return [name for name, command in commands.items() if not command.hidden]


def _completed(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete the first word, which may be a subcommand; the shell adds the files."""
    return [name for name in subcommands(ctx) if name.startswith(incomplete)]


Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="TEXT | FILE | FOLDER | -",
        help="What to check; - is standard input.",
        show_default=False,
        autocompletion=_completed,
    ),
]
ForceText = Annotated[bool, typer.Option("--text", help="Take every argument as the text itself.")]
SplitBy = Annotated[Split, typer.Option("--split", help="What is checked as one: a sentence or a line.")]
StdinFilename = Annotated[
    str, typer.Option("--stdin-filename", metavar="NAME", help="What reports call standard input.")
]
Globs = Annotated[
    list[str] | None,
    typer.Option("--glob", metavar="PATTERN", help="Files of a folder to check, or !not to check. Repeatable."),
]
SkipEmpty = Annotated[bool, typer.Option("--skip-empty", help="Pass over files that hold no sentence.")]

ClaimsPaths = Annotated[
    list[str] | None,
    typer.Option("--claims", metavar="PATH", help="Claims database: a .toml file or a folder of them. Repeatable."),
]
ClaimsArguments = Annotated[  # the same for a command that is about nothing else
    list[str] | None, typer.Argument(metavar="[PATH]...", help="A .toml file or a folder of them.", show_default=False)
]
Against = Annotated[
    str, typer.Option("--against", metavar="FILE", help="Check against the sentences of a text instead.")
]

FormatName = Annotated[
    Format | None,
    typer.Option("--format", help="Default: rich on a terminal, line elsewhere.", show_default=False),
]
Explain = Annotated[bool, typer.Option("--explain", help="Show how each verdict came about.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing; the exit status tells.")]
ShowLabels = Annotated[
    Show, typer.Option("--show", help="unsettled: leave SUPPORTED out of the report; refuted: NOT ENOUGH INFO too.")
]
FailOnLabel = Annotated[
    FailOn, typer.Option("--fail-on", help="refuted: exit 0 instead of 3; never: 0 instead of 1 and 3.")
]

NoIgnores = Annotated[
    bool,
    typer.Option("--no-ignores/--ignores", help="Report also what comments in the text ignore.", show_default=False),
]
Baseline = Annotated[str, typer.Option("--baseline", metavar="FILE", help="Report only what this file does not hold.")]
WriteBaseline = Annotated[
    str, typer.Option("--write-baseline", metavar="FILE", help="Write findings to a file and report none.")
]
Diff = Annotated[bool, typer.Option("--diff", help="Show what --fix would do, as a unified diff.")]
Fix = Annotated[
    bool, typer.Option("--fix", help="Correct sentences with one wrong date, quantity or name; rewrites the files.")
]

Version = Annotated[bool, typer.Option("--version", help="Show the version.")]

OTHER = "Other"
GROUPS = {  # as `--help` shows the parameters; those in none of these are among the others
    "What to check": ("inputs", "text", "split", "stdin_filename", "glob", "skip_empty"),
    "Against what": ("claims", "against"),
    "Output": ("format_", "explain", "quiet", "show", "fail_on", "review_url", "author", "date"),
    "Findings": ("no_ignores", "baseline", "write_baseline", "diff", "fix"),
}

# What a configuration file may say, by these names.
CONFIGURABLE = ("split", "glob", "claims", "against", "format", "fail-on", "author", "no-ignores", "baseline")
ALTERNATIVES = frozenset(("claims", "against"))  # to give one of them somewhere overrules the other said elsewhere
GIVES_WAY = {  # what is configured does not hold where one of these parameters is on the command line
    "claims": ("claims", "against"),
    "against": ("claims", "against"),
    "baseline": ("write_baseline",),
}
