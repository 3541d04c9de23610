"""`factcheck lsp` and `factcheck mcp`: servers that editors and agents start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from factcheck import options, terminal
from factcheck.cli_config import Configured
from factcheck.exit_status import NOTHING_CHECKED

if TYPE_CHECKING:
    from factcheck.servers.grounds import Grounds

SERVED, LEFT = 0, 1  # an editor that goes away without a word leaves 1, as the protocol has it

LSP_HELP = """Check texts in an editor: a language server over standard input and output.

An editor starts it. REFUTED sentences are errors, NOT ENOUGH INFO hints; hovering over a sentence shows what settles it.

\b
Settings, all optional:
  factcheck.claims                 list of paths, in place of --claims
  factcheck.severity.refuted       error, warning, information, hint, none
  factcheck.severity.notEnoughInfo the same
"""
MCP_HELP = """Check texts for an agent: a tool server over standard input and output.

An agent starts it and gets the tools check_text, search_claims and get_claim. They take text and never read files.
"""


app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=Configured, help=LSP_HELP)
def lsp(
    split: options.SplitBy = "sentences",
    claims: options.ClaimsPaths = None,
    against: options.Against = "",
    no_ignores: options.NoIgnores = False,
    baseline: options.Baseline = "",
) -> int:
    """Check texts in an editor."""
    try:
        from factcheck.servers import language_server
        from factcheck.servers.reading import Manner
    except ImportError as error:
        return _missing(error, "lsp", ("pygls", "lsprotocol"))
    grounds = _grounds(claims or [], against)
    terminal.prepare_to_serve("an editor")
    manner = Manner(split, ignores=not no_ignores)
    in_order = language_server.serve(grounds, manner, baseline, *terminal.take_streams())
    return SERVED if in_order else LEFT


@app.command(cls=Configured, help=MCP_HELP)
def mcp(claims: options.ClaimsPaths = None, against: options.Against = "") -> int:
    """Check texts for an agent."""
    try:
        from factcheck.servers import tool_server
    except ImportError as error:
        return _missing(error, "mcp", ("mcp", "mcp_types", "anyio", "jsonschema"))
    database = _grounds(claims or [], against).load()
    terminal.prepare_to_serve("an agent")
    tool_server.serve(database)
    return SERVED


def _grounds(claims: list[str], against: str) -> Grounds:
    """Return what to check against."""
    from factcheck.inputs import STDIN
    from factcheck.servers.grounds import Grounds

    if claims and against:
        raise typer.BadParameter("--against takes the place of a database; leave out --claims")
    if against == STDIN:
        raise typer.BadParameter("--against cannot be standard input, on which a server is spoken to; name a file")
    return Grounds(tuple(claims), against)


def _missing(error: ImportError, extra: str, packages: tuple[str, ...]) -> int:
    """Tell which extra a server needs, where what is missing is a part of it."""
    if (error.name or "").split(".")[0] not in packages:
        raise error
    terminal.complain(f"factcheck {extra} needs more packages: pip install 'factcheck-cli[{extra}]'")
    return NOTHING_CHECKED
