"""The html page: well formed, self-contained, escaped, and with the text as it stands."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import documents, reports
from factcheck.documents import Document
from factcheck.reports import Run
from factcheck.reports.html_report import CLASSES, STYLE
from factcheck.reports.visible import visible, visible_lines
from factcheck.verdict import Label, Verdict
from handmade import ALL, CLAIM, EVIL, REFUTED, SUPPORTED, UNSETTLED, checked, evil, unsettled, write

VOID = {"meta", "input", "br"}
TEXTS = st.lists(st.sampled_from([*"aBé1.! \n\t<&😀", "\r\n", "\n\n", "- ", "# ", " The sea is wide. "]), max_size=30)


@dataclass
class Node:
    """An element as a browser would have it."""

    name: str
    attributes: dict[str, str]
    children: list[Node | str] = field(default_factory=list)

    def all(self, name: str = "", class_: str = "") -> list[Node]:
        """Return the elements in it of a name or a class, or all."""
        found = [node for child in self.children if isinstance(child, Node) for node in (child, *child.all())]
        return [
            node
            for node in found
            if name in ("", node.name) and (not class_ or class_ in node.attributes.get("class", "").split())
        ]

    def text(self, *left_out: str) -> str:
        """Return the text in it, but for that of some classes."""
        parts = (child if isinstance(child, str) else child.text(*left_out) for child in self.children)
        return "" if self.attributes.get("class") in left_out else "".join(parts)


class Page(HTMLParser):
    """Reads a page and refuses whatever a browser would have to mend."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.root = Node("", {})
        self.open = [self.root]
        self.feed(text)
        self.close()
        assert self.open == [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({key for key, _ in attrs}) == len(attrs)
        node = Node(tag, {key: value or "" for key, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)


def page(*verdicts: Verdict, **about: Any) -> Node:
    """Return a page that is well formed."""
    text = write("html", *verdicts, **about)
    assert text.startswith("<!DOCTYPE html>\n<html lang=")
    return Page(text).root


PAGES = {"none": (), "all": ALL, "hostile": tuple(map(evil, ALL)), "many": (*ALL, *map(evil, ALL)) * 3}


@pytest.mark.parametrize("verdicts", PAGES.values(), ids=PAGES)
def test_ids_are_unique_and_what_is_pointed_to_is_there(verdicts: tuple[Verdict, ...]) -> None:
    root = page(*verdicts)
    assert len(root.all("details")) == len(verdicts)
    nodes = root.all()
    ids = [node.attributes["id"] for node in nodes if "id" in node.attributes]
    assert len(set(ids)) == len(ids)
    for node in nodes:
        for key in ("for", "aria-labelledby"):
            assert node.attributes.get(key, ids[0]) in ids
        if node.attributes.get("href", "").startswith("#"):
            assert node.attributes["href"][1:] in ids


@pytest.mark.parametrize("verdicts", PAGES.values(), ids=PAGES)
def test_nothing_is_run_or_loaded(verdicts: tuple[Verdict, ...]) -> None:
    root = page(*verdicts)
    assert not {node.name for node in root.all()} & {"script", "link", "img", "iframe", "object", "form", "base", "svg"}
    for node in root.all():
        assert not {key for key in node.attributes if key.startswith("on")} | {"src", "style"} & node.attributes.keys()
        assert node.name == "a" or "href" not in node.attributes
    (style,) = root.all("style")
    assert not re.search(r"url\(|@import|expression", style.text())


def test_the_policy_allows_this_style_and_nothing_else() -> None:
    root = page(*ALL)
    (policy,) = (node.attributes["content"] for node in root.all("meta") if "http-equiv" in node.attributes)
    digest = b64encode(hashlib.sha256(root.all("style")[0].text().encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_labels_are_bound_and_count() -> None:
    (fieldset,) = page(*ALL, REFUTED).all("fieldset")
    labels = {node.attributes["for"]: node.text("sign") for node in fieldset.all("label")}
    boxes = [node.attributes["id"] for node in fieldset.all("input")]
    assert list(labels) == boxes
    assert list(labels.values()) == ["REFUTED 2", "NOT ENOUGH INFO 1", "SUPPORTED 1"]


def test_landmarks_and_headings() -> None:
    root = page(*ALL)
    for name in ("header", "main", "footer", "title", "h1"):
        assert len(root.all(name)) == 1
    assert [node.text() for node in root.all("h2") if "id" in node.attributes] == ["a.md", "<text>"]
    assert root.all("html")[0].attributes["lang"] == "en"


@pytest.mark.parametrize("verdict", ALL, ids=lambda verdict: verdict.label)
def test_a_sentence_opens_to_what_settles_it(verdict: Verdict) -> None:
    (details,) = page(verdict).all("details")
    (summary,) = details.all("summary")
    assert details.attributes == {"id": "sentence-1", "class": CLASSES[verdict.label]}
    assert summary.text("sign") == f"{verdict.label}: {verdict.sentence.text}"
    (card,) = details.all(class_="card")
    text = card.text()
    for words in (str(verdict.label), verdict.reason, f"line {verdict.sentence.line}, column 1"):
        assert words in text
    if verdict.claim:
        for words in (CLAIM.id, CLAIM.excerpt, "The Light at Grey Point, Harbour Gazette, 1999"):
            assert words in text
        assert [node.attributes["href"] for node in card.all("a")] == [CLAIM.source.url] * (1 + len(verdict.others))
    else:
        assert "62 grey-point-opened: The lighthouse at Grey Point was opened in 1858." in text


def test_what_clashes_is_marked_in_both() -> None:
    marks = [node.text() for node in page(REFUTED).all("mark")]
    assert marks == ["3 March 1885", "3 March 1858"]


def test_the_table_of_what_was_compared() -> None:
    (table,) = page(REFUTED).all("table")
    rows = [[cell.text() for cell in (*row.all("th"), *row.all("td"))] for row in table.all("tr")]
    assert rows == [
        ["detail", "you said", "source says", "result"],
        ["date", "3 March 1885", "3 March 1858", "✘ clashes"],
        ["words", "opened", "opened", "✔ agrees, less exact"],
        ["name", "Grey Point", "Grey Point", "✔ agrees"],
    ]
    assert [node.attributes["scope"] for node in table.all("th")] == ["col"] * 4 + ["row"] * 3
    assert [node.attributes["role"] for node in table.all("td")] == ["cell"] * 9


def test_no_claim_near() -> None:
    assert "No claim in the database comes near." in page(replace(UNSETTLED, nearest=())).text()


@pytest.mark.parametrize("verdict", ALL, ids=lambda verdict: verdict.label)
def test_hostile_text_is_only_text(verdict: Verdict) -> None:
    card = page(evil(verdict)).all(class_="card")[0]
    assert visible(EVIL) in card.text()
    assert not card.all("a")


@pytest.mark.parametrize("url", ["javascript:alert(1)", " https://a.example", "data:text/html,x", "//a.example"])
def test_only_addresses_on_the_web_are_links(url: str) -> None:
    claim = replace(CLAIM, source=replace(CLAIM.source, url=url))
    assert not page(replace(SUPPORTED, claim=claim, others=())).all("a")


def sections(*verdicts: Verdict, **about: Any) -> Iterator[tuple[str, str]]:
    """Yield the name of each document and its text as shown, without signs and cards."""
    for section in page(*verdicts, **about).all("section"):
        (text,) = section.all(class_="text")
        yield section.all("h2")[0].text(), text.text("hidden", "sign", "card")


@settings(max_examples=60)
@given(
    st.lists(TEXTS.map(lambda parts: f"a{''.join(parts)}"), min_size=1, max_size=3),
    st.sampled_from(["sentences", "lines"]),
)
def test_the_text_is_there_as_it_stands(texts: list[str], split: documents.Split) -> None:
    read = tuple(documents.from_text(text, f"{number}.txt") for number, text in enumerate(texts))
    verdicts = [verdict for document in read for verdict in unsettled(document, split)]
    shown = list(sections(*verdicts, documents=read))
    assert [name for name, _ in shown] == [document.name for document in read]
    for (_, text), document in zip(shown, read, strict=True):
        assert text.split() == visible_lines(document.text).split()


def test_line_ends_between_sentences_are_kept() -> None:
    document = documents.from_text("# Head\r\n\r\n- The sea\r\n  is wide.\r\n- It is deep.\r\n", "a.md")
    ((_, text),) = sections(*unsettled(document), documents=(document,))
    assert text == "# Head\n\n- The sea is wide.\n- It is deep.\n"


def test_several_documents_have_contents() -> None:
    read = tuple(documents.from_text("The sea is wide.", name) for name in ("a.txt", "<b>.txt"))
    verdicts = [verdict for document in read for verdict in unsettled(document)]
    (nav,) = page(*verdicts, documents=read).all("nav")
    assert [(a.text(), a.attributes["href"]) for a in nav.all("a")] == [
        ("a.txt", "#document-1"),
        ("<b>.txt", "#document-2"),
    ]
    assert not page(*unsettled(read[0]), documents=read[:1]).all("nav")


def test_the_same_file_twice_is_shown_twice() -> None:
    document = documents.from_text("The sea is wide. It is deep.", "a.txt")
    verdicts = unsettled(document)
    shown = list(sections(*verdicts, *verdicts, documents=(document, document)))
    assert shown == [("a.txt", "The sea is wide. It is deep.")] * 2


def test_real_verdicts() -> None:
    text = "The lighthouse at Grey Point was opened in 1858. It was opened in 1885. Penguins like to swim."
    document: Document = documents.from_text(text, "a.txt")
    root = page(*checked(document), documents=(document,))
    assert [node.attributes["class"] for node in root.all("details")] == ["supported", "refuted", "unsettled"]


def test_the_first_sources_are_named_and_the_rest_counted() -> None:
    verdicts, run = ALL, Run("1.2.3", 1200, tuple(replace(CLAIM.source, title=title) for title in "abcde"))
    text = Page("".join(reports.find("html")(verdicts, run))).root.all("header")[0].text()
    assert "Checked against 1,200 claims from “a”, “b”, “c” and 2 more." in text
    assert "Checked against 1 claim from “The Light at Grey Point”." in page(*ALL).all("header")[0].text()


# Colours: WCAG 2.2, relative luminance and contrast ratio.


def themes() -> Iterator[dict[str, str]]:
    """Yield the colours of the light and of the dark page."""
    light, dark = re.findall(r":root \{(.*?)\}", STYLE.read_text("utf-8"), re.DOTALL)
    colours = [dict(re.findall(r"--(\w+): (#\w{6});", block)) for block in (light, dark)]
    yield colours[0]
    yield {**colours[0], **colours[1]}


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour such as #1c1c1c."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_reckoned_as_the_standard_says() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", list(themes()), ids=["light", "dark"])
def test_contrast(theme: dict[str, str]) -> None:
    assert len({*theme}) == 10
    for ground in ("paper", "card"):
        for ink in ("ink", "quiet", "link", *CLASSES.values()):
            assert contrast(theme[ink], theme[ground]) >= 4.5, (ink, ground)
        assert contrast(theme["line"], theme[ground]) >= 3
    assert contrast(theme["ink"], theme["mark"]) >= 4.5


def test_every_verdict_has_a_line_of_its_own_kind() -> None:
    style = STYLE.read_text("utf-8")
    kinds = {
        CLASSES[label]: re.search(rf"\.{CLASSES[label]} \.words \{{ text-decoration-style: (\w+)", style)
        for label in Label
    }
    assert [kind and kind[1] for kind in kinds.values()] == [None, "double", "dotted"]
