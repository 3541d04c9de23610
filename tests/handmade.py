"""Verdicts made by hand, a hostile one among them, real ones on a small database, and what a format writes of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from factcheck import Claims, documents, inputs, reports
from factcheck.check import check_sentences
from factcheck.database import Claim, Source
from factcheck.documents import Document, Split
from factcheck.findings import Finding, Relation, Span
from factcheck.reports import Format, Run
from factcheck.sentences import Sentence
from factcheck.verdict import Candidate, Label, Verdict

LIGHTHOUSE = Path(__file__).parent / "cases/lighthouse.toml"

SOURCE = Source(
    "grey-point", "The Light at Grey Point", "Harbour Gazette", f"https://example.org/{'x' * 60}", "", "1999"
)
CLAIM = Claim(
    "grey-point-opened",
    "The lighthouse at Grey Point was opened in 1858.",
    "a light at Grey Point, first lit on 3 March 1858 by its keeper",
    SOURCE,
    at=10,
)
TEXT = "The lighthouse at Grey Point was opened on 3 March 1885."
DATE = Finding("date", Relation.CONFLICTS, Span("3 March 1885", 43, 55), Span("3 March 1858", 36, 48), "excerpt", "why")
PLACE = Finding("name", Relation.AGREES, Span("Grey Point", 18, 28), Span("Grey Point", 11, 21))
HEIGHT = Finding("quantity", Relation.UNSTATED, Span("40 metres", 18, 27), None)
OPENED = Finding("words", Relation.ENTAILS, Span("opened", 33, 39), Span("opened", 33, 39), "statement")

REFUTED = Verdict(
    Label.REFUTED,
    Sentence(TEXT, 5, 61, 2, 1, "a.md", 2, 57),
    "It was 1858.",
    CLAIM,
    (),
    (PLACE, OPENED, DATE),
    93.14,
    (),
)
SUPPORTED = replace(
    REFUTED, label=Label.SUPPORTED, findings=(PLACE, OPENED), others=(replace(CLAIM, id="other", at=-1),)
)
UNSETTLED = Verdict(
    Label.UNSETTLED,
    Sentence("The lighthouse is 40 metres tall.", 0, 33, end_column=34),
    "Nothing says how tall it is.",
    findings=(HEIGHT,),
    similarity=61.8,
    nearest=(Candidate(CLAIM, 61.8),),
)
ALL = (SUPPORTED, REFUTED, UNSETTLED)

EVIL = (
    "\x1b[31mred\x1b[0m [bold]b[/bold] [/quote] :smile: \u202edrow\u2066 a\x07b\x9b1m \x00\r\nnext\u2028line"
    "</style></script><script>alert(1)</script><img src=x onerror=alert(1)>\"' --> ]]> &lt; {0} {{1}} %0A%25"
    "\n::error file=a::b | c || `d` [e](https://evil.example) ![f](g) @someone #12 GH-3 www.evil.example $h$ <b>i"
)


def write(name: Format, *verdicts: Verdict, **about: Any) -> str:
    """Return what a format writes; `about` is what else is known of the run."""
    return "".join(reports.find(name)(verdicts, Run("1.2.3", 1, (SOURCE,), **about)))


def evil(verdict: Verdict, text: str = EVIL) -> Verdict:
    """Return a verdict in which all prose is hostile."""
    claim = replace(CLAIM, statement=text, excerpt=text, source=replace(SOURCE, title=text, url=text))
    finding = Finding("words", Relation.CONFLICTS, Span(text, 0, 20), Span(text, 5, 20), "excerpt", text)
    sentence = Sentence(text, 0, len(text), 1, 1, text)
    return replace(
        verdict,
        sentence=sentence,
        reason=text,
        claim=claim if verdict.claim else None,
        others=(claim,) * len(verdict.others),
        findings=(finding,),
        nearest=(Candidate(claim, 1),),
    )


def unsettled(document: Document, split: Split = "sentences") -> list[Verdict]:
    """Return a verdict on each sentence of a document, without checking it."""
    return [replace(UNSETTLED, sentence=sentence) for sentence in documents.read_sentences(document, split)]


def checked(*read: Document) -> list[Verdict]:
    """Check documents against the lighthouse."""
    return list(check_sentences(inputs.sentences(read, "sentences"), Claims.load(LIGHTHOUSE)))
