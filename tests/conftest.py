"""What all tests share: property tests that try the same examples on every run, without a time limit; no configuration."""

from __future__ import annotations

import os

from hypothesis import settings

from factcheck.configuration import VARIABLES
from needed import MISSING, TESTS

for variable in VARIABLES:
    os.environ.pop(variable, None)  # what its developer has set is no matter of a test

settings.register_profile("factcheck", derandomize=True, deadline=None)
settings.load_profile("factcheck")

collect_ignore = [name for name, package in TESTS.items() if package in MISSING]


def pytest_report_header() -> list[str]:
    """Tell what is passed over."""
    return [f"not installed: {', '.join(MISSING)}; its tests are passed over"] if MISSING else []
