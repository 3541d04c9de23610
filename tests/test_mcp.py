"""The tool server, as an agent sees it: the protocol's own client talks to `factcheck mcp` over standard input and output."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from mcp import Client, MCPError, StdioServerParameters, stdio_client
from mcp.types import CallToolResult, TextContent

from factcheck.database import Claims
from factcheck.servers.tools import LONGEST_QUERY, LONGEST_TEXT, MOST_SENTENCES, TOOLS, ToolError, answer
from handmade import LIGHTHOUSE

RIGHT = "The first keeper of the lighthouse was Ada Holm."
WRONG = "The lighthouse at Grey Point was opened in 1860."
OPEN = "Penguins like to swim."


def play(folder: Path, scene: Callable[[Client], Awaitable[None]]) -> None:
    """Play a scene with an agent whose folder this is."""
    shutil.copy(LIGHTHOUSE, folder)
    command = ["-m", "factcheck", "mcp", "--claims", "lighthouse.toml"]
    server = StdioServerParameters(command=sys.executable, args=command, env=dict(os.environ), cwd=folder)

    async def played() -> None:
        async with Client(stdio_client(server), read_timeout_seconds=120) as client:
            await scene(client)

    asyncio.run(played())


def said(result: CallToolResult) -> str:
    """Return the text of a result."""
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text


def test_the_tools(tmp_path: Path) -> None:
    async def scene(client: Client) -> None:
        assert client.server_info is not None
        assert client.server_info.name == "factcheck"
        assert "NOT ENOUGH INFO" in (client.instructions or "")
        tools = (await client.list_tools()).tools
        assert [tool.name for tool in tools] == ["check_text", "search_claims", "get_claim"]
        for tool in tools:
            Draft202012Validator.check_schema(tool.input_schema)
            Draft202012Validator.check_schema(tool.output_schema or {})
            assert tool.annotations is not None
            assert tool.annotations.read_only_hint

    play(tmp_path, scene)


def test_check_text_says_what_the_command_says(tmp_path: Path) -> None:
    text = f"{RIGHT} {WRONG}\n\n{OPEN}"

    async def scene(client: Client) -> None:
        result = await client.call_tool("check_text", {"text": text})
        assert not result.is_error
        assert json.loads(said(result)) == result.structured_content
        command = [sys.executable, "-m", "factcheck", "--claims", "lighthouse.toml", "--format", "json", text]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
        report = json.loads(done.stdout)
        counted = {label: count for label, count in report["summary"].items() if label.isupper()}
        assert result.structured_content == {**report, "summary": counted}
        assert counted == {"SUPPORTED": 1, "REFUTED": 1, "NOT ENOUGH INFO": 1}

    play(tmp_path, scene)


def test_search_and_get(tmp_path: Path) -> None:
    async def scene(client: Client) -> None:
        found = await client.call_tool("search_claims", {"query": "Who was the first keeper?", "limit": 1})
        assert found.structured_content is not None
        (near,) = found.structured_content["claims"]
        assert near.pop("similarity") > 0
        got = await client.call_tool("get_claim", {"id": near["id"]})
        assert got.structured_content == {
            **near,
            "rating": "true",
            "also": [],
            "wrong": ["The first keeper of the lighthouse was Karl Lund."],
            "source": {
                "id": "grey-point",
                "title": "The Light at Grey Point",
                "publisher": "Harbour Gazette",
                "published": "1999-05-04",
                "url": "https://example.org/grey-point",
            },
        }

    play(tmp_path, scene)


def test_errors_leave_the_server_running(tmp_path: Path) -> None:
    async def scene(client: Client) -> None:
        missing = await client.call_tool("get_claim", {"id": "grey-point-opens"})
        assert missing.is_error
        assert said(missing).startswith("no claim has the id grey-point-opens; near it: grey-point-opened")
        with pytest.raises(MCPError, match="no tool has the name read_file; there are check_text, search_claims"):
            await client.call_tool("read_file", {"path": "lighthouse.toml"})
        at_once = [client.call_tool("check_text", {"text": text}) for text in (RIGHT, WRONG, "lighthouse.toml")]
        verdicts = [result.structured_content for result in await asyncio.gather(*at_once)]
        assert [found["results"][0]["verdict"] for found in verdicts if found] == [
            "SUPPORTED",
            "REFUTED",
            "NOT ENOUGH INFO",  # the name of a file is text like any other
        ]

    play(tmp_path, scene)


@pytest.mark.parametrize(
    ("name", "arguments", "error"),
    [
        ("check_text", {}, "'text' is a required property"),
        (
            "check_text",
            {"text": RIGHT, "path": "a.txt"},
            "Additional properties are not allowed ('path' was unexpected)",
        ),
        ("check_text", {"text": "a" * (LONGEST_TEXT + 1)}, "text: has 10,001 characters; at most 10,000 are taken"),
        ("check_text", {"text": " \n"}, "<text>: is empty"),
        ("check_text", {"text": "# Title", "markdown": True}, "<text>.md: holds no sentence to check"),
        (
            "check_text",
            {"text": f"{RIGHT} {'word ' * 300}"},
            "<text>:1:50: a sentence of 1,499 characters; at most 1,000",
        ),
        (
            "check_text",
            {"text": "a\n" * (MOST_SENTENCES + 1), "split": "lines"},
            "<text>: holds 201 sentences; at most 200 are taken at a time",
        ),
        ("check_text", {"text": RIGHT, "split": "words"}, "split: 'words' is not one of ['sentences', 'lines']"),
        ("check_text", {"text": ["a" * 1000]}, f"text: ['{'a' * 292}"),
        ("search_claims", {"query": ""}, "query: '' should be non-empty"),
        ("search_claims", {"query": "a" * (LONGEST_QUERY + 1)}, "query: has 1,001 characters"),
        ("search_claims", {"query": "a", "limit": 0}, "limit: 0 is less than the minimum of 1"),
        ("search_claims", {"query": "a", "limit": 11}, "limit: 11 is greater than the maximum of 10"),
        ("get_claim", {"id": "\x1b[31m"}, r"no claim has the id \x1b[31m"),
    ],
)
def test_what_is_wrong_with_a_call(name: str, arguments: dict[str, Any], error: str) -> None:
    (tool,) = (each for each in TOOLS if each.name == name)
    with pytest.raises(ToolError) as raised:
        answer(tool, Claims.load(LIGHTHOUSE), arguments)
    assert str(raised.value).startswith(error)


def check(**arguments: Any) -> list[tuple[str, str]]:
    """Return the sentences of a text and their verdicts."""
    found = answer(TOOLS[0], Claims.load(LIGHTHOUSE), arguments)
    Draft202012Validator(TOOLS[0].gives).validate(found)
    return [(result["text"], result["verdict"]) for result in found["results"]]


def test_what_a_text_is_written_in() -> None:
    text = f"# {OPEN}\n\n{RIGHT}\n"
    assert check(text=text, markdown=True) == [(RIGHT, "SUPPORTED")]
    assert check(text=text) == [(OPEN, "NOT ENOUGH INFO"), (RIGHT, "SUPPORTED")]
    assert check(text=f"{RIGHT} {OPEN}", split="lines") == [(f"{RIGHT} {OPEN}", "NOT ENOUGH INFO")]


def test_a_text_cannot_hide_what_is_wrong_in_it() -> None:
    assert check(text=f"# factcheck: off I say so\n{WRONG}") == [(WRONG, "REFUTED")]
