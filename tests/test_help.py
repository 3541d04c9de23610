"""What --help says: all commands and options, in lines that fit a terminal of 80 columns."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
import typer

import test_sessions
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


def _sides(parameter: Any) -> Iterator[tuple[str, ...]]:
    """Yield the names of an option, those for yes and those for no apart."""
    yield tuple(parameter.opts)
    if parameter.secondary_opts:
        yield tuple(parameter.secondary_opts)


def _pairs(arguments: list[str]) -> set[tuple[str, str]]:
    """Return each argument with what may be its value: the next one, or what follows a sign of equality."""
    joined = {(name, value) for name, sign, value in (argument.partition("=") for argument in arguments) if sign}
    return {*pairwise([*arguments, ""]), *joined}


def _sessions(call: tuple[str, ...]) -> list[set[tuple[str, str]]]:
    """Return the arguments of the sessions with a command, each with what may be its value."""
    calls = sorted(CALLS, key=len, reverse=True)
    found = [session.values[0]["args"] for session in test_sessions.sessions()]
    return [_pairs(args) for args in found if next(c for c in calls if tuple(args[: len(c)]) == c) == call]


@pytest.mark.parametrize("call", [call for call in CALLS if call != ("claims",)], ids=" ".join)
def test_every_option_and_each_of_its_values_has_a_session(call: tuple[str, ...]) -> None:
    command = CHECK if not call else COMMAND
    for name in call:
        command = command.commands[name]
    played = _sessions(call)
    named = {name for pairs in played for name, _ in pairs}
    options_ = [each for each in command.params if each.param_type_name == "option"]
    assert "--help" in named
    assert [names for each in options_ for names in _sides(each) if named.isdisjoint(names)] == []
    values = [(each.opts, value) for each in options_ for value in getattr(each.type, "choices", ())]
    missing = [(n, value) for n, value in values if not any((name, value) in pairs for name in n for pairs in played)]
    assert missing == []


def test_every_exit_status_of_a_check_has_a_session() -> None:
    statuses = {session.values[0].get("status") for session in test_sessions.sessions()}
    assert {0, 1, 2, 3} <= statuses  # 130, of an interrupt, is in test_streams.py
