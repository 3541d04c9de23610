"""Fuzz a claims database: change one thing in each right wording and see whether the database still supports it."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache

from factcheck.check import check_sentence
from factcheck.database import Claim, Claims
from factcheck.edits import Kind, making
from factcheck.edits.edit import Edit, Original
from factcheck.edits.known import Known
from factcheck.sentences import Sentence
from factcheck.store import base_of
from factcheck.verdict import Label, Verdict

_FEW = 20  # claims; fewer are done before other processes have started


@dataclass(frozen=True, slots=True)
class Trial:
    """An edit of a wording, and the verdict on it; `by` are the claims that settle it."""

    claim: Claim
    role: str
    original: str
    kind: Kind
    edit: Edit
    label: Label
    by: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Tell whether the edit came through as if it were true."""
        return self.label is Label.SUPPORTED


@dataclass(frozen=True, slots=True)
class Skipped:
    """A right wording that the database does not support itself, so that edits of it would tell nothing."""

    claim: Claim
    role: str
    original: str
    label: Label


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do: the database's files (none: the one that ships), the claims by id, the kinds of edits."""

    paths: tuple[str, ...]
    claims: tuple[str, ...]
    kinds: tuple[Kind, ...] = tuple(Kind)


def run(plan: Plan, jobs: int = 1) -> Iterator[tuple[Trial | Skipped, ...]]:
    """Yield what comes of each claim, in the order of the plan, whatever the number of processes."""
    if jobs < 2 or len(plan.claims) < _FEW:
        yield from (_of_claim(plan, number) for number in range(len(plan.claims)))
        return
    with ProcessPoolExecutor(jobs, initializer=_ignore_interrupts) as pool:
        try:
            yield from pool.map(_of_claim, [plan] * len(plan.claims), range(len(plan.claims)))
        except BaseException:  # an interrupt, or nobody reads on; else the pool ends by itself, in order
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _ignore_interrupts() -> None:
    """Leave it to the process that a person started to tell of an interrupt."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@cache
def _known(paths: tuple[str, ...]) -> Known:
    """Load a database once in each process."""
    claims = Claims.load(paths or None)
    return Known(base_of(claims), claims.names)


def _of_claim(plan: Plan, number: int) -> tuple[Trial | Skipped, ...]:
    """Try the edits of all wordings of one claim."""
    known = _known(plan.paths)
    place = next(at for at, claim in enumerate(known.base.claims) if claim.id == plan.claims[number])
    return tuple(found for original in known.originals([place]) for found in _of_wording(original, known, plan.kinds))


def _of_wording(original: Original, known: Known, kinds: Sequence[Kind]) -> Iterator[Trial | Skipped]:
    claim = known.base.claims[original.claim]
    made = list(making.made(original, known, kinds))
    if not made:
        return
    own = _check(original.text, known)
    if own.label is not Label.SUPPORTED:
        yield Skipped(claim, original.role, original.text, own.label)
        return
    for kind, edit in made:
        verdict = _check(edit.text, known)
        settling = (verdict.claim, *verdict.others) if verdict.claim else ()
        by = tuple(each.id for each in settling)
        yield Trial(claim, original.role, original.text, kind, edit, verdict.label, by)


def _check(text: str, known: Known) -> Verdict:
    return check_sentence(Sentence(text, 0, len(text)), known.base)
