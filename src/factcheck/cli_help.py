"""What `factcheck --help` says: how it is called, examples, the options in groups, and the exit statuses."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import typer

from factcheck import cli_config, options

HELP = """Check sentences against a database of claims; every verdict quotes the source that settles it.

\b
  factcheck "The pact was signed in October 2025."  check a text
  factcheck notes.md report.docx docs/              check files and folders
  cat notes.txt | factcheck                         check standard input
  factcheck --claims my-claims/ notes.md            with another database
  factcheck --against article.txt "It costs $2."    against a plain text
  factcheck --split lines --format jsonl list.txt   one result a line
  factcheck --explain "It was signed in Tunis."     show how it was judged

\b
  factcheck claims --help                           look after a database
  factcheck config                                  show what is configured
  factcheck eval labelled.jsonl                     score labelled sentences
  factcheck lsp                                     serve an editor
  factcheck mcp                                     serve an agent

An argument that names a file or a folder is read; any other is the text itself. The verdicts SUPPORTED, REFUTED and NOT
ENOUGH INFO say what the source states, not what is true.
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
USAGES = (
    "[OPTIONS] [TEXT | FILE | FOLDER | -]...",
    "claims COMMAND [ARGS]...",
    "config [OPTIONS]",
    "eval [OPTIONS] FILE...",
    "lsp [OPTIONS]",
    "mcp [OPTIONS]",
)
COLUMN = 25  # characters for the names of options, the same in all groups; longer ones have a line of their own


class CheckCommand(cli_config.Configured):
    """The command that checks; on the command line it has no name."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Refuse a subcommand that does not come first: it would be checked as a text."""
        if not ctx.resilient_parsing:
            self._refuse_subcommand(ctx, args)
        return super().parse_args(ctx, args)

    def _refuse_subcommand(self, ctx: Any, args: Sequence[str]) -> None:
        """Refuse the name of a subcommand as the first thing to check, unless a file has it or it is said to be a text."""
        given, _, _ = self.make_parser(ctx).parse_args([*args[: args.index("--")]] if "--" in args else [*args])
        if given.keys() & {"text", "help", "version"}:
            return
        first = next(iter(given.get("inputs") or ()), "")
        if first in options.subcommands(ctx) and not os.path.exists(first):
            raise typer.BadParameter(f"put {first} first: factcheck {first} …; for the text, say factcheck -- {first}")

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Show how it and the subcommands are called."""
        for number, usage in enumerate(USAGES):
            formatter.write_usage("factcheck", usage, prefix=" " * len("Usage: ") if number else None)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Show the arguments and options by what they are about."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            if record := parameter.get_help_record(ctx):
                groups.setdefault(_group(parameter.name), []).append(record)
        for title, records in groups.items():
            with formatter.section(title):
                formatter.write_dl([(name.ljust(COLUMN), says) for name, says in records], col_max=COLUMN)


def _group(name: str | None) -> str:
    """Return the title under which a parameter is shown."""
    return next((title for title, names in options.GROUPS.items() if name in names), options.OTHER)
