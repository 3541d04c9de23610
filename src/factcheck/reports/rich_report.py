"""The rich format: a verdict to read on a terminal, with what clashes and what settles it marked.

Quoted prose is always a rich Text, never console markup, so nothing in it can style or break the page. What colour
says, a sign, a word or the marks ‹ › say as well.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.database import Claim, Source
from factcheck.findings import RIGHT, Finding, Relation, Span
from factcheck.reports import Run, explained
from factcheck.reports.visible import visible
from factcheck.verdict import Candidate, Label, Verdict

if TYPE_CHECKING:
    from factcheck.explanation import Explanation

WIDEST = 100  # longer lines are hard to read, however wide the terminal
UNWRAPPED = 100_000

# Only the terminal's own red, green and magenta: they show on light and dark alike.
SIGNS = {
    Label.SUPPORTED: ("✔", "bold green"),
    Label.REFUTED: ("✘", "bold red"),
    Label.UNSETTLED: ("?", "bold magenta"),
}
RESULTS = {
    Relation.AGREES: "✔ agrees",
    Relation.ENTAILS: "✔ agrees, less exact",
    Relation.CONFLICTS: "✘ clashes",
    Relation.UNSTATED: "? not stated",
}
# The relations whose words are marked in the sentence and in the excerpt.
MARKED_SAID = {
    Label.SUPPORTED: (),
    Label.REFUTED: (Relation.CONFLICTS,),
    Label.UNSETTLED: (Relation.UNSTATED, Relation.CONFLICTS),
}
MARKED_STATED = {
    Label.SUPPORTED: RIGHT,
    Label.REFUTED: (Relation.CONFLICTS,),
    Label.UNSETTLED: (Relation.CONFLICTS,),
}
TOGETHER = {Label.SUPPORTED: "together with", Label.REFUTED: "also against it,", Label.UNSETTLED: "see also"}
WORST_FIRST = (Relation.CONFLICTS, Relation.UNSTATED, Relation.ENTAILS, Relation.AGREES)


def report(verdicts: Iterable[Verdict], run: Run) -> Iterator[str]:
    """Yield each verdict as a section, and for several sentences a summary."""
    counted: Counter[Label] = Counter()
    for verdict in verdicts:
        separator = "\n" if counted else ""
        counted[verdict.label] += 1
        yield separator + _render(_section(verdict), run)
    if counted.total() > 1:
        yield "\n" + _render([_summary(counted)], run)


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
    said = [finding.said for finding in _of(verdict, MARKED_SAID[verdict.label])]
    yield _indented(_marked(verdict.sentence.text, said))
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
    sign, style = SIGNS[verdict.label]
    sentence = verdict.sentence
    heading = Text.assemble((f"{sign} {verdict.label}", style))
    heading.append(f"  {visible(sentence.path)}:{sentence.line}:{sentence.column}")
    if verdict.claim:
        heading.append(f"  {visible(verdict.claim.id)}")
    return heading


def _of(verdict: Verdict, relations: Collection[Relation]) -> list[Finding]:
    """Return the findings of some relations."""
    return [finding for finding in verdict.findings if finding.relation in relations]


def _evidence(verdict: Verdict, claim: Claim) -> Iterator[RenderableType]:
    """Yield the excerpt that settles it, the claim's own wording where that was compared, and the citation."""
    findings = [finding for finding in _of(verdict, MARKED_STATED[verdict.label]) if finding.stated]
    compared = [finding.stated for finding in findings if finding.where == "statement"]
    quoted = [finding.stated for finding in findings if finding.where == "excerpt"]
    if compared:
        yield ""
        yield _indented(Text("Claim: ") + _marked(claim.statement, compared))
    yield ""
    yield from _quotation(claim, quoted)
    for other in verdict.others:
        yield ""
        yield _indented(Text(f"{TOGETHER[verdict.label]} {visible(other.id)}:"))
        yield from _quotation(other, ())


def _quotation(claim: Claim, spans: Sequence[Span | None]) -> Iterator[RenderableType]:
    """Yield an excerpt in quotation marks and its citation."""
    yield _indented(Text("“") + _marked(claim.excerpt, spans) + Text("”"))
    yield _indented(Text(f"— {_citation(claim.source)}"), 4)
    if claim.source.url:
        yield Text(f"      {visible(claim.source.url)}", no_wrap=True)


def _citation(source: Source) -> str:
    """Return title, publisher and date of a source."""
    return visible(", ".join(part for part in (source.title, source.publisher, source.published) if part))


def _details(findings: Sequence[Finding]) -> Table:
    """Return the details compared, the worst first."""
    table = _table(("detail", "you said", "source says", "result"))
    for finding in sorted(findings, key=lambda finding: WORST_FIRST.index(finding.relation)):
        style = "bold" if finding.relation is Relation.CONFLICTS else ""
        cells = (finding.kind, _words(finding.said), _stated(finding), RESULTS[finding.relation])
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


def _stated(finding: Finding) -> str:
    """Return the claim's words, or who else says it and how, or a dash."""
    elsewhere = finding.stated is None and finding.relation is not Relation.UNSTATED
    return finding.why if elsewhere and finding.why else _words(finding.stated)


def _words(span: Span | None) -> str:
    """Return the words of a span, or a dash."""
    return span.text if span else "—"


def _nearest(candidates: Sequence[Candidate]) -> Iterator[RenderableType]:
    """Yield the claims that come nearest, with their similarity."""
    if not candidates:
        yield _indented(Text("No claim in the database comes near."))
        return
    yield _indented(Text("Nearest claims, with their similarity from 0 to 100, which decides nothing:"))
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


def _summary(counted: Counter[Label]) -> Text:
    """Return how many sentences came out how."""
    parts = ", ".join(f"{counted[label]} {label}" for label in Label)
    return Text(f"{counted.total()} sentences: {parts}", style="bold")


def _indented(part: RenderableType, columns: int = 2) -> Padding:
    """Return a part moved to the right."""
    return Padding(part, (0, 0, 0, columns), expand=False)


def _marked(text: str, spans: Iterable[Span | None]) -> Text:
    """Return text with spans in bold, underlined and between ‹ ›."""
    marked, end = Text(), 0
    for start, stop in _merged(text, spans):
        marked.append(visible(text[end:start]))
        marked.append(f"‹{visible(text[start:stop])}›", style="bold underline")
        end = stop
    return marked.append(visible(text[end:]))


def _merged(text: str, spans: Iterable[Span | None]) -> list[tuple[int, int]]:
    """Return the places of spans in order; those with nothing but spaces between them become one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((span.start, span.end) for span in spans if span and span.start < span.end):
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
