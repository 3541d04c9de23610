"""Traits: a finder of clashes that needs a trait finds nothing where neither side has it, so that it may be left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import Claims, conflicts
from factcheck.candidates import Base
from factcheck.comparison import Comparison, compare
from factcheck.statement import parse
from factcheck.store import base_of

DATABASES = ("skarholm", "fulmar")


def compared(base: Base) -> list[Comparison]:
    """Compare every third sentence of a database, its curators' trials too, with every wording."""
    texts = [
        text
        for claim in base.claims
        for text in (claim.statement, *claim.also, *claim.wrong, *claim.supported, *claim.refuted, *claim.unsettled)
    ][::3]
    said = [parse(text, base.table) for text in texts]
    return [compare(each, wording.index) for each in said for wording in base.wordings]


@pytest.mark.parametrize("name", DATABASES)
def test_finders_left_out_find_nothing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    base = base_of(Claims.load(Path(__file__).parent / f"data/{name}.toml"))
    needed = compared(base)
    monkeypatch.setattr(conflicts, "fitting", lambda *_: tuple(finder for finder, _ in conflicts.FINDERS))
    assert [each.conflicts for each in compared(base)] == [each.conflicts for each in needed]
    assert {clash.kind for each in needed for clash in each.conflicts} >= {"negation", "name", "quantity"}
