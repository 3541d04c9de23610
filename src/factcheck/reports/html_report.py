"""The html format: one page that needs nothing else, with each text as it stands and the verdicts in it.

A sentence is a <details> element that opens where it stands; filtering is done by the style sheet. There is no script,
and the page forbids any. What colour says, a sign, a line under the words or a word says as well.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby
from pathlib import Path
from xml.etree.ElementTree import Element

from factcheck.database import Source
from factcheck.reports import Run
from factcheck.reports.display import SIGNS, marked_said, summary
from factcheck.reports.html_card import card, marked
from factcheck.reports.markup import Child, element, page
from factcheck.reports.visible import visible, visible_lines
from factcheck.verdict import Label, Verdict

STYLE = Path(__file__).with_name("page.css")
CLASSES = {Label.SUPPORTED: "supported", Label.REFUTED: "refuted", Label.UNSETTLED: "unsettled"}
WORST_FIRST = (Label.REFUTED, Label.UNSETTLED, Label.SUPPORTED)
TITLES = 3  # sources named; the rest is counted
NOTE = "A verdict says what the source states, not what is true. Read the excerpt before you rely on it."


@dataclass(frozen=True, slots=True)
class Section:
    """A document and the verdicts on its sentences; the text is empty where it is not at hand."""

    name: str
    text: str
    verdicts: tuple[Verdict, ...]


def report(verdicts: Iterable[Verdict], run: Run) -> Iterator[str]:
    """Yield one page with all documents."""
    found = list(verdicts)
    counted = Counter(verdict.label for verdict in found)
    sections = list(_sections(found, run))
    contents = [_contents(sections)] if len(sections) > 1 else []
    numbers = count(1)
    main = element("main", *(_section(number, section, numbers) for number, section in enumerate(sections, 1)))
    footer = element("footer", element("p", NOTE), element("p", f"factcheck {run.version}"))
    body = element("body", _header(counted, run), *contents, main, footer)
    yield page(element("html", _head(counted), "\n", body, lang="en"))


def _head(counted: Counter[Label]) -> Element:
    """Return title and style; nothing but this style may be loaded or run."""
    style = STYLE.read_text("utf-8")
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    parts = (
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", f"factcheck: {summary(counted)}"),
        element("style", style),
    )
    return element("head", *(piece for part in parts for piece in ("\n", part)))


def _header(counted: Counter[Label], run: Run) -> Element:
    """Return what was checked against what, and which verdicts are shown."""
    claims = "1 claim" if run.claims == 1 else f"{run.claims:,} claims"
    choices = [_choice(label, counted[label]) for label in WORST_FIRST]
    return element(
        "header",
        element("h1", "factcheck"),
        element("p", f"{summary(counted, run.aside)}."),
        element("p", f"Checked against {claims} from {_titles(run.sources)}."),
        "\n",
        element("fieldset", element("legend", "Show"), *choices, class_="filter"),
    )


def _titles(sources: Sequence[Source]) -> str:
    """Name the first sources, and count the rest."""
    titles = [f"“{visible(source.title)}”" for source in sources[:TITLES]]
    more = len(sources) - TITLES
    return f"{', '.join(titles)} and {more:,} more" if more > 0 else ", ".join(titles)


def _choice(label: Label, number: int) -> Element:
    """Return a box to tick for the sentences of one verdict."""
    id_ = f"show-{CLASSES[label]}"
    box = element("input", type="checkbox", id=id_, checked="checked", autocomplete="off")
    return element("label", box, _sign(label), f"{label} {number:,}", for_=id_, class_=CLASSES[label])


def _contents(sections: Sequence[Section]) -> Element:
    """Return links to the documents, with what came out in each."""
    links = [element("a", visible(section.name), href=f"#document-{n}") for n, section in enumerate(sections, 1)]
    counts = [f", {summary(_counted(section))}" for section in sections]
    items = [element("li", link, text) for link, text in zip(links, counts, strict=True)]
    return element("nav", element("h2", "Documents"), element("ul", *items), aria_label="Documents")


def _counted(section: Section) -> Counter[Label]:
    """Count the verdicts in a document."""
    return Counter(verdict.label for verdict in section.verdicts)


def _section(number: int, section: Section, numbers: Iterator[int]) -> Element:
    """Return one document."""
    id_ = f"document-{number}"
    heading = element("h2", visible(section.name), id=id_)
    text = element("div", *_text(section, numbers), class_="text")
    return element("section", heading, "\n", text, aria_labelledby=id_)


def _text(section: Section, numbers: Iterator[int]) -> Iterator[Child]:
    """Yield the text with the sentences marked in it."""
    end = 0
    for verdict in sorted(section.verdicts, key=lambda verdict: verdict.sentence.start):
        between = section.text[end : verdict.sentence.start] if section.text else "\n"
        yield element("span", visible_lines(between), class_="between")
        yield _sentence(verdict, next(numbers))
        end = verdict.sentence.end
    yield element("span", visible_lines(section.text[end:]), class_="between")


def _sentence(verdict: Verdict, number: int) -> Element:
    """Return a sentence that opens to show what settles it."""
    words = element("span", *marked(verdict.sentence.text, marked_said(verdict)), class_="words")
    hidden = element("span", f"{verdict.label}: ", class_="hidden")
    line = element("summary", hidden, _sign(verdict.label), words)
    return element("details", line, card(verdict), id=f"sentence-{number}", class_=CLASSES[verdict.label])


def _sign(label: Label) -> Element:
    """Return the sign of a verdict, for the eye only; no line ends after it."""
    return element("span", f"{SIGNS[label]}\N{NO-BREAK SPACE}", class_="sign", aria_hidden="true")


def _sections(verdicts: Sequence[Verdict], run: Run) -> Iterator[Section]:
    """Divide verdicts by document; they come in the order of the documents, each of which has some."""
    start = 0
    names = [document.name for document in run.documents]
    for number, document in enumerate(run.documents, 1):
        end = _end(verdicts, start, document.name, twice=names[number : number + 1] == [document.name])
        text = document.text if isinstance(document.text, str) else ""
        yield Section(document.name, text, tuple(verdicts[start:end]))
        start = end
    for name, rest in groupby(verdicts[start:], lambda verdict: verdict.sentence.path):
        yield Section(name, "", tuple(rest))


def _end(verdicts: Sequence[Verdict], start: int, name: str, twice: bool) -> int:
    """Return where the verdicts on a document end; `twice`: one of the same name follows, which starts again."""
    end = start
    while end < len(verdicts) and verdicts[end].sentence.path == name:
        if twice and end > start and verdicts[end].sentence.start <= verdicts[end - 1].sentence.start:
            break
        end += 1
    return end
