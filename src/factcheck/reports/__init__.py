"""Reports: verdicts -> text. Each format is one function in a file of its own; none of them prints."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from factcheck.database import Source
    from factcheck.documents import Document, Stream
    from factcheck.verdict import Verdict

    Report = Callable[[Iterable[Verdict], "Run"], Iterator[str]]

Format = Literal["rich", "line", "json", "jsonl", "sarif", "github", "html", "claimreview", "markdown"]
Show = Literal["all", "unsettled", "refuted"]  # from which verdict on a report holds them, the worst being REFUTED

# Where each format's function is; a format is imported when it is asked for, as rich takes longer than all the rest.
FORMATS: dict[Format, tuple[str, str]] = {
    "rich": ("factcheck.reports.rich_report", "report"),
    "line": ("factcheck.reports.text_line", "report"),
    "json": ("factcheck.reports.json_report", "report"),
    "jsonl": ("factcheck.reports.json_report", "report_lines"),
    "sarif": ("factcheck.reports.sarif", "report"),
    "github": ("factcheck.reports.github", "report"),
    "html": ("factcheck.reports.html_report", "report"),
    "claimreview": ("factcheck.reports.claim_review", "report"),
    "markdown": ("factcheck.reports.markdown_report", "report"),
}
EXPLAINED: tuple[Format, ...] = ("rich", "line", "json", "jsonl")  # those that show how a verdict came about


@dataclass(frozen=True, slots=True)
class Review:
    """What a published review says of itself; what is empty it does not say. `date` is YYYY-MM-DD."""

    url: str = ""
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """What a report may say beside the verdicts: by what, of what, against what, and on what kind of screen.

    `documents` is what was read, in the order of the verdicts; `status` gives the exit status once all verdicts are known.
    """

    version: str
    claims: int
    sources: tuple[Source, ...]
    width: int | None = None  # columns; None where it is no terminal: nothing is wrapped
    color: bool = False
    documents: tuple[Document | Stream, ...] = ()
    status: Callable[[], int] | None = None
    review: Review = Review()
    aside: Mapping[str, int] = field(default_factory=dict)  # verdicts not reported, by reason; whole after the last one


def find(name: Format) -> Report:
    """Return the function that writes a format; it yields a piece of text as soon as it is known."""
    module, function = FORMATS[name]
    report: Report = getattr(import_module(module), function)
    return report
