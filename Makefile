# The one door: `make check` runs everything that must pass before a change lands.

PYTHON ?= python

.PHONY: check format-check lint types layers test format readme

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

# Make anew what README shows: the picture, what its commands print, and the figures.
readme:
	$(PYTHON) tools/picture.py
	$(PYTHON) tests/test_readme.py
