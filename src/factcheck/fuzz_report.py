"""What came of fuzzing a database, as text or JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.edits import Kind
from factcheck.fuzz import Skipped, Trial
from factcheck.reports.columns import Columns, show
from factcheck.reports.visible import escaped_json, visible

SCHEMA_VERSION = 1


def text(found: Sequence[Trial | Skipped], everything: bool, width: int | None, color: bool) -> Iterator[str]:
    """Yield how many edits of each kind were caught, then one line for each that passed, or for every one.

    `width` is that of the terminal, None where there is none.
    """
    trials = [each for each in found if isinstance(each, Trial)]
    skipped = [each for each in found if isinstance(each, Skipped)]
    yield show(_table(trials), width, color)
    listed = [trial for trial in trials if everything or trial.passed]
    if listed or skipped:
        yield "\n"
    yield from (visible(_line(trial)) + "\n" for trial in listed)
    yield from (visible(_left_out(each)) + "\n" for each in skipped)


def document(found: Sequence[Trial | Skipped], everything: bool, version: str) -> str:
    """Return one JSON document."""
    trials = [each for each in found if isinstance(each, Trial)]
    counts = _counts(trials)
    passed = sum(trial.passed for trial in trials)
    shown = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "factcheck", "version": version},
        "edits": len(trials),
        "passed": passed,
        "caught": _caught(len(trials), passed),
        "kinds": {
            kind: {"edits": made, "passed": through, "caught": _caught(made, through)}
            for kind, (made, through) in counts.items()
        },
        "listed": [_object(trial) for trial in trials if everything or trial.passed],
        "skipped": [
            {"claim": each.claim.id, "wording": each.role, "original": each.original, "verdict": str(each.label)}
            for each in found
            if isinstance(each, Skipped)
        ],
    }
    return escaped_json(json.dumps(shown, ensure_ascii=False, indent=2)) + "\n"


def _counts(trials: Sequence[Trial]) -> dict[str, tuple[int, int]]:
    """Return for each kind how many edits there are and how many passed."""
    made = Counter(trial.kind for trial in trials)
    passed = Counter(trial.kind for trial in trials if trial.passed)
    return {kind: (made[kind], passed[kind]) for kind in Kind if made[kind]}


def _caught(made: int, passed: int) -> float | None:
    """Return the share of edits that did not pass, None where there are none."""
    return (made - passed) / made if made else None


def _table(trials: Sequence[Trial]) -> Columns:
    counts = _counts(trials)
    total = len(trials), sum(passed for _, passed in counts.values())
    rows = [_row(kind, *count) for kind, count in (*counts.items(), ("all", total))]
    return Columns(("kind", "edits", "caught", "passed", "share caught"), tuple(rows))


def _row(kind: str, made: int, passed: int) -> tuple[str, ...]:
    share = _caught(made, passed)
    shown = "-" if share is None else f"{int(share * 1000) / 10:.1f}%"  # never rounded up to 100%
    return kind, f"{made:,}", f"{made - passed:,}", f"{passed:,}", shown


def _line(trial: Trial) -> str:
    """Return `path:line: claim: kind: VERDICT claims: original -> edit`."""
    place = f"{trial.claim.path}:{trial.claim.line}: {trial.claim.id}"
    by = ", ".join(trial.by) or "-"
    return f"{place}: {trial.kind}: {trial.label} {by}: {trial.original} -> {trial.edit.text}"


def _left_out(skipped: Skipped) -> str:
    place = f"{skipped.claim.path}:{skipped.claim.line}: {skipped.claim.id}"
    return f"{place}: not edited, as it is {skipped.label} itself: {skipped.original}"


def _object(trial: Trial) -> dict[str, object]:
    return {
        "claim": trial.claim.id,
        "wording": trial.role,
        "kind": trial.kind,
        "original": trial.original,
        "old": trial.edit.old,
        "new": trial.edit.new,
        "edit": trial.edit.text,
        "verdict": str(trial.label),
        "by": list(trial.by),
    }
