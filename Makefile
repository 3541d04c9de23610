# The one door: `make check` runs everything that must pass before a change lands.

PYTHON ?= python

.PHONY: check format-check lint types layers test format

check: format-check lint types layers test

format-check:
	$(PYTHON) -m ruff format --check

lint:
	$(PYTHON) -m ruff check

types:
	$(PYTHON) -m mypy --strict src tests

layers:
	lint-imports

test:
	$(PYTHON) -m pytest

# Put the code into the form that `check` asks for.
format:
	$(PYTHON) -m ruff check --fix
	$(PYTHON) -m ruff format
