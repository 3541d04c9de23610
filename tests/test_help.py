"""What --help says: all commands and options, in lines that fit a terminal of 80 columns."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest
import typer

from factcheck import cli, cli_help, options

COMMAND: Any = typer.main.get_command(cli.app)
CLAIMS = COMMAND.commands["claims"]
CHECK = COMMAND.commands["check"]
OTHERS = {"version", "config", "isolated"}
CALLS = [(), ("claims",), ("config",), ("eval",), ("lsp",), ("mcp",), *(("claims", name) for name in CLAIMS.commands)]


def shown(*arguments: str) -> str:
    """Return what --help shows."""
    command = [sys.executable, "-m", "factcheck", *arguments, "--help"]
    environment = {**os.environ, "COLUMNS": "80"}
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True).stdout


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_help_fits_80_columns(call: tuple[str, ...]) -> None:
    lines = shown(*call).splitlines()
    assert lines[0].startswith(" ".join(("Usage: factcheck", *call)))
    assert [line for line in lines if len(line) > 80] == []
    assert "{" not in lines[0]


def test_help_names_each_subcommand() -> None:
    names = {name for name, command in COMMAND.commands.items() if not command.hidden}
    assert {usage.split()[0] for usage in cli_help.USAGES[1:]} == names
    assert {call[0] for call in CALLS if call} == names


def test_each_option_is_in_one_group() -> None:
    grouped = [name for names in options.GROUPS.values() for name in names]
    assert sorted(grouped) == sorted({parameter.name for parameter in CHECK.params} - OTHERS)
    titles = [line.removesuffix(":") for line in shown().splitlines() if line.endswith(":") and line[0] != " "]
    assert titles == [*options.GROUPS, options.OTHER]
