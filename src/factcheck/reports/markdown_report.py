"""The markdown format: a comment for a pull request, in the Markdown that GitHub reads.

User text is written so that it is only text: it ends no table cell, holds no markup, and mentions and links nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from factcheck.database import Claim
from factcheck.findings import Span
from factcheck.reports import Run
from factcheck.reports.display import SIGNS, citation, marked_said, marked_stated, pieces, summary
from factcheck.reports.visible import visible
from factcheck.verdict import Label, Verdict

LONGEST = 65_000  # a comment on GitHub holds 65,536 characters
FRAME = 1_000  # more than all that stands around the rows
LONGEST_TEXT = 300  # characters of a sentence or a reason in a cell

WORST_FIRST = (Label.REFUTED, Label.UNSETTLED)
HEAD = "| verdict | sentence | why | source |\n|---|---|---|---|\n"

_ESCAPES = {
    **{char: f"\\{char}" for char in "\\`*_[]|~"},
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "$": "<span>$</span>",  # GitHub's own way to say that no formula begins here
}
_ESCAPED = re.compile(f"[{re.escape(''.join(_ESCAPES))}]")
# What GitHub makes links, mentions and pictures of after it has read the Markdown; a space of no width breaks it.
_LIVE = re.compile(r"@(?=[\w-])|#(?=\d)|\bGH-(?=\d)|:(?=//)|\bwww(?=\.)|:(?=[\w+-]+:)", re.IGNORECASE)
_BROKEN = "&#8203;"


def report(verdicts: Iterable[Verdict], run: Run) -> Iterator[str]:
    """Yield a summary, a table of what is REFUTED or NOT ENOUGH INFO, and what is SUPPORTED folded away."""
    found = list(verdicts)
    counted = Counter(verdict.label for verdict in found)
    rows = [_row(verdict) for label in WORST_FIRST for verdict in found if verdict.label is label]
    folded = [_row(verdict) for verdict in found if verdict.label is Label.SUPPORTED]
    fitting = sum(total <= LONGEST - FRAME for total in accumulate(map(len, (*rows, *folded))))
    yield f"**factcheck** checked {summary(counted, run.aside)}.\n"
    yield _table(rows[:fitting])
    yield _folded(folded[: max(0, fitting - len(rows))], counted[Label.SUPPORTED])
    yield _left_out(len(found) - fitting)


def _table(rows: Sequence[str]) -> str:
    """Return a table, or nothing where it would be empty."""
    return f"\n{HEAD}{''.join(rows)}" if rows else ""


def _folded(rows: Sequence[str], count: int) -> str:
    """Return a table that opens on a click."""
    return f"\n<details>\n<summary>{count} SUPPORTED</summary>\n{_table(rows)}\n</details>\n" if rows else ""


def _left_out(count: int) -> str:
    """Say how many sentences did not fit."""
    left = "1 sentence is" if count == 1 else f"{count:,} sentences are"
    return f"\n{left} left out here, because a comment holds 65,536 characters.\n" if count else ""


def _row(verdict: Verdict) -> str:
    """Return one sentence as a row."""
    sentence = verdict.sentence
    place = f"{_text(sentence.path)}, line {sentence.line}"
    cells = (
        f"{SIGNS[verdict.label]} {verdict.label}<br>{place}",
        _marked(sentence.text, marked_said(verdict)),
        _text(_cut(verdict.reason)),
        _source(verdict.claim, marked_stated(verdict, "excerpt")) if verdict.claim else "—",
    )
    return f"| {' | '.join(cells)} |\n"


def _source(claim: Claim, spans: Iterable[Span]) -> str:
    """Return the excerpt that settles a sentence and its citation."""
    return f"“{_marked(claim.excerpt, spans)}” — {_text(citation(claim.source))}"


def _marked(text: str, spans: Iterable[Span]) -> str:
    """Return text with spans in bold."""
    shown = ((_text(piece), is_marked) for piece, is_marked in pieces(_cut(text), spans) if piece)
    return "".join(f"<b>{piece}</b>" if is_marked else piece for piece, is_marked in shown)


def _cut(text: str) -> str:
    """Return the beginning of a long text."""
    return text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]}…"


def _text(text: str) -> str:
    """Write text in one line so that GitHub shows it as it stands."""
    shown = _LIVE.sub(lambda match: f"{match[0]}\0", visible(text))  # visible text holds no NUL of its own
    return _ESCAPED.sub(lambda match: _ESCAPES[match[0]], shown).replace("\0", _BROKEN)
