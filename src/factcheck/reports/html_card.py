"""What a sentence on the html page opens: its reason, the claim, the excerpt, and the details compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element

from factcheck.database import Claim, Source
from factcheck.findings import Finding, Relation, Span
from factcheck.reports.display import (
    COLUMNS,
    NEAREST,
    NONE_NEAR,
    SIGNS,
    TOGETHER,
    citation,
    details,
    marked_stated,
    pieces,
)
from factcheck.reports.markup import Child, element
from factcheck.reports.visible import visible
from factcheck.verdict import Candidate, Verdict

_WEB = re.compile(r"https?://", re.IGNORECASE)


def card(verdict: Verdict) -> Element:
    """Return all that is known about a sentence."""
    return element("div", *_parts(verdict), class_="card")


def marked(text: str, spans: Iterable[Span]) -> Iterator[Child]:
    """Yield text with spans marked."""
    for piece, is_marked in pieces(text, spans):
        yield element("mark", visible(piece)) if is_marked else visible(piece)


def _parts(verdict: Verdict) -> Iterator[Child]:
    """Yield the parts of a card, the verdict first."""
    sentence = verdict.sentence
    place = element("span", f"line {sentence.line}, column {sentence.column}", class_="place")
    yield element("p", element("strong", f"{SIGNS[verdict.label]} {verdict.label}"), " ", place)
    yield element("p", visible(verdict.reason))
    if verdict.claim:
        yield from _claim(verdict, verdict.claim)
    else:
        yield from _nearest(verdict.nearest)
    if verdict.findings:
        yield _table(verdict.findings)


def _claim(verdict: Verdict, claim: Claim) -> Iterator[Element]:
    """Yield the claim that settles it and what its source says, then further claims."""
    statement = marked(claim.statement, marked_stated(verdict, "statement"))
    yield element("p", "Claim ", element("code", visible(claim.id)), ": ", *statement)
    yield _quotation(claim, marked_stated(verdict, "excerpt"))
    for other in verdict.others:
        yield element("p", f"{TOGETHER[verdict.label]} ", element("code", visible(other.id)), ":")
        yield _quotation(other, ())


def _quotation(claim: Claim, spans: Iterable[Span]) -> Element:
    """Return an excerpt and its citation."""
    excerpt = element("p", "“", *marked(claim.excerpt, spans), "”")
    return element("blockquote", excerpt, element("p", "— ", element("cite", _cited(claim.source))))


def _cited(source: Source) -> Child:
    """Return the citation, a link where the source is on the web."""
    text = visible(citation(source))
    return element("a", text, href=visible(source.url), rel="noreferrer") if _WEB.match(source.url) else text


def _table(findings: Sequence[Finding]) -> Element:
    """Return the details compared, the worst first.

    The roles keep it a table to a screen reader where a narrow screen shows it as a list.
    """
    titles = (element("th", title, scope="col", role="columnheader") for title in COLUMNS)
    rows = (_row(cells, finding.relation) for finding, cells in details(findings))
    caption = element("caption", "What was compared")
    head = element("thead", element("tr", *titles, role="row"), role="rowgroup")
    return element("table", caption, head, element("tbody", *rows, role="rowgroup"), role="table")


def _row(cells: Sequence[str], relation: Relation) -> Element:
    """Return one detail; each cell knows the title of its column."""
    first, *others = (
        element("th" if title == COLUMNS[0] else "td", visible(cell), role="cell", data_title=title)
        for title, cell in zip(COLUMNS, cells, strict=True)
    )
    first.attrib |= {"scope": "row", "role": "rowheader"}
    return element("tr", first, *others, role="row", class_=str(relation))


def _nearest(candidates: Sequence[Candidate]) -> Iterator[Element]:
    """Yield the claims that come nearest, with their similarity."""
    if not candidates:
        yield element("p", NONE_NEAR)
        return
    yield element("p", NEAREST)
    yield element("ul", *(_candidate(candidate) for candidate in candidates))


def _candidate(candidate: Candidate) -> Element:
    """Return a claim that comes near."""
    claim = candidate.claim
    return element(
        "li", f"{candidate.similarity:.0f} ", element("code", visible(claim.id)), f": {visible(claim.statement)}"
    )
