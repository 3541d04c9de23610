"""The tool server: the tools over the Model Context Protocol."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import anyio
import mcp_types as types
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.shared.exceptions import MCPError

from factcheck import __version__
from factcheck.database import Claims
from factcheck.reports.visible import escaped_json, visible
from factcheck.servers.tools import TOOLS, Tool, ToolError, answer

INSTRUCTIONS = (
    "Checks sentences against a curated database of claims, each of which quotes its source. The verdicts say what the "
    "sources state. Quote the excerpt when you rely on one, and do not take NOT ENOUGH INFO for a refutation."
)
LONGEST_NAME = 100  # characters of a wrong name in an error
Context = ServerRequestContext[Any]


def serve(claims: Claims) -> None:
    """Answer an agent over standard input and output until it closes them."""
    anyio.run(_serve, claims)


async def _serve(claims: Claims) -> None:
    async with stdio_server() as (read, write):
        server = _server(claims)
        await server.run(read, write, server.create_initialization_options())


def _server(claims: Claims) -> Server[dict[str, Any]]:
    """Return the server; one call is answered after the other, in a thread, so that it hears a cancellation."""
    turns = anyio.CapacityLimiter(1)

    async def list_tools(_: Context, __: types.PaginatedRequestParams | None) -> types.ListToolsResult:
        return types.ListToolsResult(tools=[_described(tool) for tool in TOOLS])

    async def call_tool(_: Context, params: types.CallToolRequestParams) -> types.CallToolResult:
        tool = _find(params.name)
        try:
            found = await anyio.to_thread.run_sync(partial(answer, tool, claims, params.arguments or {}), limiter=turns)
        except ToolError as error:
            return types.CallToolResult(content=[types.TextContent(text=str(error))], is_error=True)
        text = escaped_json(json.dumps(found, ensure_ascii=False))  # for agents that read no structured content
        return types.CallToolResult(content=[types.TextContent(text=text)], structured_content=found)

    return Server(
        "factcheck",
        version=__version__,
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def _find(name: str) -> Tool:
    """Return a tool by its name."""
    for tool in TOOLS:
        if tool.name == name:
            return tool
    names = ", ".join(tool.name for tool in TOOLS)
    raise MCPError(types.INVALID_PARAMS, f"no tool has the name {visible(name)[:LONGEST_NAME]}; there are {names}")


def _described(tool: Tool) -> types.Tool:
    """Return a tool as the protocol tells it."""
    reads_only = types.ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
    return types.Tool(
        name=tool.name,
        title=tool.title,
        description=tool.description,
        input_schema=tool.takes,
        output_schema=tool.gives,
        annotations=reads_only,
    )
