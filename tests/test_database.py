"""Claims files: what is wrong with them is told with the line on which it stands, and so is where an excerpt stands."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck.database import Claims, ClaimsError

CASES = tomllib.loads((Path(__file__).parent / "cases/database.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["error"], ids=lambda case: case["why"])
def test_errors(case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.toml").write_bytes(bytes.fromhex(case["hex"]) if "hex" in case else case["text"].encode())
    with pytest.raises(ClaimsError) as raised:
        Claims.load("a.toml")
    assert str(raised.value).split("\n") == case["errors"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_claim_knows_where_it_and_its_excerpt_stand(end: str, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(CASES["whole"].replace("\n", end).encode())
    assert [(claim.id, claim.line, claim.excerpt_line) for claim in Claims.load(path).claims] == [
        ("pier-oak", 10, 13),
        ("pier-builder", 17, 20),
    ]
