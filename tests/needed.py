"""What tests of the servers need beside the package; where it is not installed, they are passed over."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

import pytest

PACKAGES = {"lsp": "pygls", "mcp": "mcp"}  # for a server
TESTS = {"test_lsp.py": "pygls", "test_servers.py": "pygls", "test_mcp.py": "mcp"}  # files that import them
MISSING = [package for package in PACKAGES.values() if not find_spec(package)]


def by_server(name: str) -> list[pytest.MarkDecorator]:
    """Return the marks of a test that starts a server; there are none for any other word."""
    package = PACKAGES.get(name)
    return [pytest.mark.skipif(package in MISSING, reason=f"needs {package}, of the extra test")] if package else []


def with_server(name: str, *values: object) -> Any:
    """Return the parameters of a test that starts a server."""
    return pytest.param(name, *values, marks=by_server(name))
