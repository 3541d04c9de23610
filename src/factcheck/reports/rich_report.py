"""The rich format: a verdict to read on a terminal, with what clashes and what settles it marked.

Quoted prose is always a rich Text, never console markup, so nothing in it can style or break the page. What colour
says, a sign, a word or the marks ‹ › say as well.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.database import Claim
from factcheck.findings import Finding, Relation, Span
from factcheck.reports import Run, explained
from factcheck.reports.display import (
    COLUMNS,
    NEAREST,
    NONE_NEAR,
    SIGNS,
    TOGETHER,
    citation,
    details,
    marked_said,
    marked_stated,
    pieces,
    summary,
)
from factcheck.reports.visible import visible
from factcheck.verdict import Candidate, Label, Verdict

if TYPE_CHECKING:
    from factcheck.explanation import Explanation

WIDEST = 100  # longer lines are hard to read, however wide the terminal
UNWRAPPED = 100_000

# Only the terminal's own red, green and magenta: they show on light and dark alike.
STYLES = {Label.SUPPORTED: "bold green", Label.REFUTED: "bold red", Label.UNSETTLED: "bold magenta"}


def report(verdicts: Iterable[Verdict], run: Run) -> Iterator[str]:
    """Yield each verdict as a section, and for several sentences a summary."""
    counted: Counter[Label] = Counter()
    for verdict in verdicts:
        separator = "\n" if counted else ""
        counted[verdict.label] += 1
        yield separator + _render(_section(verdict), run)
    if counted.total() > 1 or any(run.aside.values()):
        yield ("\n" if counted else "") + _render([Text(summary(counted, run.aside), style="bold")], run)


def _render(parts: Iterable[RenderableType], run: Run) -> str:
    """Return what rich would print."""
    console = Console(
        file=io.StringIO(),
        width=min(run.width or UNWRAPPED, WIDEST if run.width else UNWRAPPED),
        force_terminal=run.color,
        color_system="standard" if run.color else None,
        legacy_windows=False,
        _environ={},
    )
    with console.capture() as captured:
        for part in parts:
            console.print(part, highlight=False, soft_wrap=_is_unbreakable(part))
    return "".join(f"{line.rstrip()}\n" for line in captured.get().split("\n")[:-1])


def _is_unbreakable(part: RenderableType) -> bool:
    """Tell a text that must stay in one piece, such as an address, however narrow the terminal."""
    return isinstance(part, Text) and bool(part.no_wrap)


def _section(verdict: Verdict) -> Iterator[RenderableType]:
    """Yield the parts of one verdict."""
    yield _heading(verdict)
    yield ""
    yield _indented(_marked(verdict.sentence.text, marked_said(verdict)))
    yield ""
    yield _indented(Text(visible(verdict.reason)))
    if verdict.claim:
        yield from _evidence(verdict, verdict.claim)
    if verdict.findings:
        yield ""
        yield _indented(_details(verdict.findings))
    if not verdict.claim:
        yield ""
        yield from _nearest(verdict.nearest)
    if verdict.explanation:
        yield from _explained(verdict.explanation)


def _heading(verdict: Verdict) -> Text:
    """Return the verdict, the claim that settles it, and the place of the sentence."""
    sentence = verdict.sentence
    heading = Text.assemble((f"{SIGNS[verdict.label]} {verdict.label}", STYLES[verdict.label]))
    heading.append(f"  {visible(sentence.path)}:{sentence.line}:{sentence.column}")
    if verdict.claim:
        heading.append(f"  {visible(verdict.claim.id)}")
    return heading


def _evidence(verdict: Verdict, claim: Claim) -> Iterator[RenderableType]:
    """Yield the excerpt that settles it, the claim's own wording where that was compared, and the citation."""
    compared = marked_stated(verdict, "statement")
    if compared:
        yield ""
        yield _indented(Text("Claim: ") + _marked(claim.statement, compared))
    yield ""
    yield from _quotation(claim, marked_stated(verdict, "excerpt"))
    for other in verdict.others:
        yield ""
        yield _indented(Text(f"{TOGETHER[verdict.label]} {visible(other.id)}:"))
        yield from _quotation(other, ())


def _quotation(claim: Claim, spans: Sequence[Span]) -> Iterator[RenderableType]:
    """Yield an excerpt in quotation marks and its citation."""
    yield _indented(Text("“") + _marked(claim.excerpt, spans) + Text("”"))
    yield _indented(Text(f"— {visible(citation(claim.source))}"), 4)
    if claim.source.url:
        yield Text(f"      {visible(claim.source.url)}", no_wrap=True)


def _details(findings: Sequence[Finding]) -> Table:
    """Return the details compared, the worst first."""
    table = _table(COLUMNS)
    for finding, cells in details(findings):
        style = "bold" if finding.relation is Relation.CONFLICTS else ""
        table.add_row(*(Text(visible(cell)) for cell in cells), style=style)
    return table


def _table(header: Sequence[str], rows: Iterable[Sequence[str]] = ()) -> Table:
    """Return a table without lines; its cells hold no control characters."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for title in header:
        table.add_column(title, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _nearest(candidates: Sequence[Candidate]) -> Iterator[RenderableType]:
    """Yield the claims that come nearest, with their similarity."""
    if not candidates:
        yield _indented(Text(NONE_NEAR))
        return
    yield _indented(Text(NEAREST))
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(justify="right")
    table.add_column(overflow="fold")
    for candidate in candidates:
        statement = f"{candidate.claim.id}: {candidate.claim.statement}"
        table.add_row(Text(f"{candidate.similarity:.0f}"), Text(visible(statement)))
    yield _indented(table, 4)


def _explained(explanation: Explanation) -> Iterator[RenderableType]:
    """Yield how the verdict came about."""
    for section in explained.sections(explanation):
        yield ""
        yield _indented(Text(section.title, style="bold"))
        for remark in section.remarks:
            yield _indented(Text(remark))
        if section.rows:
            yield _indented(_table(section.header, section.rows))


def _indented(part: RenderableType, columns: int = 2) -> Padding:
    """Return a part moved to the right."""
    return Padding(part, (0, 0, 0, columns), expand=False)


def _marked(text: str, spans: Iterable[Span]) -> Text:
    """Return text with spans in bold, underlined and between ‹ ›."""
    shown = Text()
    for piece, is_marked in pieces(text, spans):
        if is_marked:
            shown.append(f"‹{visible(piece)}›", style="bold underline")
        else:
            shown.append(visible(piece))
    return shown
