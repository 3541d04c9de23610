"""How a labelled file came out, as text or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from factcheck.evaluation import Answer, worst_first
from factcheck.reports.columns import Columns, show
from factcheck.reports.visible import escaped_json, visible
from factcheck.scoring import Score
from factcheck.verdict import Label

SCHEMA_VERSION = 1


def text(
    score: Score, answers: Sequence[Answer], mistakes: int | None, width: int | None, color: bool
) -> Iterator[str]:
    """Yield the scores, each label's, who was taken for whom, and the worst mistakes, one a line.

    `mistakes` is how many of these to tell, None for all; `width` is that of the terminal, None where there is none.
    """
    yield f"{_counted(score.rows, 'row')}, accuracy {_percent(score.accuracy)}, macro-F1 {_figure(score.macro_f1)}\n"
    wrong = (f"{score.falsely(label)} false {label}" for label in (Label.SUPPORTED, Label.REFUTED))
    yield f"{', '.join(wrong)}, of these {_counted(score.flips, 'flip')}\n"
    yield f"{_percent(score.coverage)} settled, {_percent(score.accuracy_when_spoken)} of these rightly\n\n"
    yield show(_labels(score), width, color) + "\n"
    yield show(_confusion(score), width, color)
    wrongs = worst_first(answers)
    shown = wrongs if mistakes is None else wrongs[:mistakes]
    if shown:
        yield "\n" + "".join(visible(_line(answer)) + "\n" for answer in shown)
    if len(shown) < len(wrongs):
        yield f"{_counted(len(wrongs) - len(shown), 'more mistake')}; --mistakes all tells every one\n"


def document(score: Score, answers: Sequence[Answer], mistakes: int | None, version: str) -> str:
    """Return one JSON document."""
    shown = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "factcheck", "version": version},
        "rows": score.rows,
        "accuracy": score.accuracy,
        "macro_f1": score.macro_f1,
        "labels": {label: _label(score, label) for label in Label},
        "confusion": {gold: {said: score.count(gold, said) for said in Label} for gold in Label},
        "false_supported": score.falsely(Label.SUPPORTED),
        "false_refuted": score.falsely(Label.REFUTED),
        "flips": score.flips,
        "coverage": score.coverage,
        "accuracy_when_settled": score.accuracy_when_spoken,
        "mistakes": [_mistake(answer) for answer in worst_first(answers)[:mistakes]],
    }
    return escaped_json(json.dumps(shown, ensure_ascii=False, indent=2)) + "\n"


def _labels(score: Score) -> Columns:
    rows = []
    for label in Label:
        own = score.of(label)
        figures = (own.precision, own.recall, own.f1)
        rows.append((str(label), f"{own.gold:,}", f"{own.said:,}", *map(_figure, figures)))
    return Columns(("label", "rows", "said", "precision", "recall", "F1"), tuple(rows))


def _confusion(score: Score) -> Columns:
    rows = tuple((str(gold), *(f"{score.count(gold, said):,}" for said in Label)) for gold in Label)
    return Columns(("should be \\ said", *map(str, Label)), rows)


def _line(answer: Answer) -> str:
    """Return `path:line: id: mistake: should be -> said claim: text (reason)`."""
    row, verdict = answer.row, answer.verdict
    name = f"{row.path}:{row.line}: {row.id}" if row.id else f"{row.path}:{row.line}"
    claim = verdict.claim.id if verdict.claim else "-"
    return f"{name}: {answer.mistake}: {row.label} -> {verdict.label} {claim}: {row.text} ({verdict.reason})"


def _label(score: Score, label: Label) -> dict[str, object]:
    own = score.of(label)
    return {"rows": own.gold, "said": own.said, "precision": own.precision, "recall": own.recall, "f1": own.f1}


def _mistake(answer: Answer) -> dict[str, object]:
    row, verdict = answer.row, answer.verdict
    return {
        "path": row.path,
        "line": row.line,
        "id": row.id,
        "kind": str(answer.mistake),
        "label": str(row.label),
        "verdict": str(verdict.label),
        "text": row.text,
        "claim": verdict.claim.id if verdict.claim else None,
        "reason": verdict.reason,
    }


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{share:.1%}"


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
