"""What reports for people show of a verdict: its sign, the words that are marked, the details, the citation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.database import Source
from factcheck.findings import RIGHT, Finding, Relation, Span, Where
from factcheck.verdict import Label, Verdict

SIGNS = {Label.SUPPORTED: "✔", Label.REFUTED: "✘", Label.UNSETTLED: "?"}
RESULTS = {
    Relation.AGREES: "✔ agrees",
    Relation.ENTAILS: "✔ agrees, less exact",
    Relation.CONFLICTS: "✘ clashes",
    Relation.UNSTATED: "? not stated",
}
COLUMNS = ("detail", "you said", "source says", "result")
WORST_FIRST = (Relation.CONFLICTS, Relation.UNSTATED, Relation.ENTAILS, Relation.AGREES)
# How the further claims that a verdict names are introduced, before their ids.
TOGETHER = {Label.SUPPORTED: "together with", Label.REFUTED: "also against it,", Label.UNSETTLED: "see also"}
ASIDE = {"ignored": "ignored", "baseline": "in the baseline", "hidden": "not shown"}  # why verdicts are not reported
NEAREST = "Nearest claims, with their similarity from 0 to 100, which decides nothing:"
NONE_NEAR = "No claim in the database comes near."

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


def marked_said(verdict: Verdict) -> list[Span]:
    """Return the words of the sentence that are marked."""
    relations = MARKED_SAID[verdict.label]
    return [finding.said for finding in verdict.findings if finding.said and finding.relation in relations]


def marked_stated(verdict: Verdict, where: Where) -> list[Span]:
    """Return the words of the excerpt, or of the claim's own wording, that are marked."""
    relations = MARKED_STATED[verdict.label]
    found = (finding for finding in verdict.findings if finding.where == where and finding.relation in relations)
    return [finding.stated for finding in found if finding.stated]


def pieces(text: str, spans: Iterable[Span]) -> Iterator[tuple[str, bool]]:
    """Cut text where marks begin and end; yield each piece and whether it is marked."""
    end = 0
    for start, stop in _merged(text, spans):
        yield text[end:start], False
        yield text[start:stop], True
        end = stop
    yield text[end:], False


def details(findings: Sequence[Finding]) -> Iterator[tuple[Finding, tuple[str, str, str, str]]]:
    """Yield the details compared, the worst first, each with what stands in COLUMNS."""
    for finding in sorted(findings, key=lambda finding: WORST_FIRST.index(finding.relation)):
        yield finding, (finding.kind, _words(finding.said), _stated(finding), RESULTS[finding.relation])


def summary(counted: Counter[Label], aside: Mapping[str, int] | None = None) -> str:
    """Return how many sentences came out how, and how many were set aside, by reason."""
    parts = [f"{counted[label]:,} {label}" for label in Label]
    parts += [f"{count:,} {ASIDE.get(reason, reason)}" for reason, count in (aside or {}).items() if count]
    total = counted.total() + sum((aside or {}).values())
    return f"{total:,} sentence{'s' * (total != 1)}: {', '.join(parts)}"


def citation(source: Source) -> str:
    """Return title, publisher and date of a source."""
    return ", ".join(part for part in (source.title, source.publisher, source.published) if part)


def _stated(finding: Finding) -> str:
    """Return the claim's words, or who else says it and how, or a dash."""
    elsewhere = finding.stated is None and finding.relation is not Relation.UNSTATED
    return finding.why if elsewhere and finding.why else _words(finding.stated)


def _words(span: Span | None) -> str:
    """Return the words of a span, or a dash."""
    return span.text if span else "—"


def _merged(text: str, spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Return the places of spans in order; those with nothing but spaces between them become one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((span.start, span.end) for span in spans if span.start < span.end):
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
