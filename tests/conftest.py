"""What all tests share: property tests that try the same examples on every run, without a time limit."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("factcheck", derandomize=True, deadline=None)
settings.load_profile("factcheck")
