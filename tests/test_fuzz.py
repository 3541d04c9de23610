"""Fuzzing a database: what is tried on which wordings, with several processes, and on a terminal."""

from __future__ import annotations

import threading
from pathlib import Path

from factcheck.database import Claim, Claims, Source
from factcheck.edits import Kind
from factcheck.edits.known import Known
from factcheck.fuzz import Plan, Trial, run
from factcheck.store import base_of
from terminals import only_posix
from test_terminal import on_terminal

DATA = Path(__file__).parent / "data"
PATHS = (str(DATA / "fulmar.toml"), str(DATA / "skarholm.toml"))
IDS = tuple(claim.id for claim in Claims.load(PATHS).claims)


def test_the_number_of_processes_moves_nothing() -> None:
    plan = Plan(PATHS, IDS, (Kind.SCOPE, Kind.SWAPPED))
    alone = list(run(plan, jobs=1))
    before = set(threading.enumerate())
    assert list(run(plan, jobs=2)) == alone
    assert set(threading.enumerate()) <= before, "the processes have ended, and what watched them"
    assert len(alone) == len(IDS)


def test_a_trial_says_what_it_changed_and_what_came_of_it() -> None:
    ((trial, *_),) = run(Plan(PATHS, ("presented",), (Kind.YEAR,)))
    assert isinstance(trial, Trial)
    assert (trial.claim.id, trial.role, trial.kind, trial.edit.old) == ("presented", "statement", Kind.YEAR, "2023")
    assert trial.original == trial.claim.statement
    assert (trial.passed, trial.by) == (False, ("presented",))


def test_only_right_wordings_are_edited() -> None:
    for trials in run(Plan(PATHS, IDS[:3])):
        for trial in trials:
            assert trial.original in (trial.claim.statement, trial.claim.excerpt, *trial.claim.also)


def test_of_a_debunked_claim_only_what_denies_it_is_edited() -> None:
    source = Source("moon", "The Moon")
    said, denied, wrong = "The moon is made of cheese.", "The moon is not made of cheese.", ("The moon is rock.",)
    claim = Claim("cheese", said, denied, source, wrong=wrong, rating="false")
    known = Known(base_of(Claims((claim,))))
    assert [original.text for original in known.originals([0])] == [claim.excerpt, *claim.wrong]


@only_posix
def test_progress_is_shown_on_a_terminal_and_leaves_nothing() -> None:
    shown, status = on_terminal("claims", "fuzz", str(DATA / "fulmar.toml"), "--kind", "day")
    assert "\r1 of 14 claims" in shown
    assert "\r14 of 14 claims\r\x1b[K" in shown
    assert status == 0
    after = shown.partition("\x1b[K")[2]
    assert "kind" in after
    assert "100.0%" in after
