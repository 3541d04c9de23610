"""The html page in a browser: on a phone, by keyboard, printed, dark, to a screen reader. Skipped without Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import browser as chromium
from browser import ENTER, SPACE, TAB, Browser
from factcheck import documents
from factcheck.reports.html_report import CLASSES
from factcheck.verdict import Label
from handmade import ALL, evil, unsettled, write

pytestmark = pytest.mark.skipif(
    not (chromium.CHROMIUM and chromium.DRIVER), reason="no chromium and chromedriver on this machine"
)

VERDICTS = (*ALL, *map(evil, ALL), *(evil(verdict, "w" * 400) for verdict in ALL))


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium.browser(tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture
def page(running: Browser, tmp_path: Path) -> Browser:
    """Show a page with ordinary and hostile verdicts on a wide screen."""
    path = tmp_path / "page.html"
    path.write_text(write("html", *VERDICTS), "utf-8")
    running.show()
    running.resize(1200)
    running.open(path)
    return running


def shown(page: Browser, selector: str) -> list[bool]:
    """Tell of each element whether it takes up room."""
    script = f"return [...document.querySelectorAll('{selector}')].map(e => e.checkVisibility() && e.offsetHeight > 0)"
    return list(page.run(script))


def untick(page: Browser, *boxes: str) -> None:
    """Take the ticks from boxes."""
    for box in boxes:
        page.run(f"document.getElementById('show-{box}').click()")


@pytest.mark.parametrize("width", [320, 390, 1200])
@pytest.mark.parametrize("is_open", [False, True])
def test_nothing_sticks_out(page: Browser, width: int, is_open: bool) -> None:
    page.resize(width)
    page.run(f"document.querySelectorAll('details').forEach(e => e.open = {str(is_open).lower()})")
    assert page.run("return innerWidth") == width
    assert page.run("return document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    outside = "e => e.getBoundingClientRect().right > innerWidth + 1"
    assert page.run(f"return [...document.querySelectorAll('main *')].filter({outside}).map(e => e.outerHTML)") == []


def test_sentences_run_on_in_the_text_and_open_where_they_stand(running: Browser, tmp_path: Path) -> None:
    document = documents.from_text("The sea is wide. It is deep.\nIt is blue.", "a.txt")
    (tmp_path / "a.html").write_text(write("html", *unsettled(document), documents=(document,)), "utf-8")
    running.open(tmp_path / "a.html")
    places = "return [...document.querySelectorAll('.words, .card')].map(e => e.getBoundingClientRect().top)"
    first, _, second, _, third, _ = running.run(places)
    assert first == second < third
    running.run("document.querySelector('summary').click()")
    first, card, second, _, third, _ = running.run(places)
    assert first < card < second < third
    assert shown(running, ".card") == [True, False, False]


def test_by_keyboard(page: Browser) -> None:
    focused = "const e = document.activeElement; return e.id || e.getAttribute('href') || e.parentElement.id"
    boxes = ["show-refuted", "show-unsettled", "show-supported"]
    links = ["#document-1", "#document-2", "#document-3", "#document-4"]
    for stop in (*boxes, *links, "sentence-1", "sentence-2", "sentence-3"):
        page.press(TAB)
        assert page.run(focused) == stop
        assert page.run("return getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.press(ENTER)
    assert shown(page, ".card")[:3] == [False, False, True]
    page.press(SPACE)
    assert shown(page, ".card")[:3] == [False, False, False]


@pytest.mark.parametrize(
    ("boxes", "labels"),
    [
        ((), set(Label)),
        (("supported",), {Label.REFUTED, Label.UNSETTLED}),
        (("supported", "unsettled"), {Label.REFUTED}),
        (("refuted", "unsettled"), {Label.SUPPORTED}),
    ],
)
def test_only_what_is_ticked_is_shown(page: Browser, boxes: tuple[str, ...], labels: set[Label]) -> None:
    untick(page, *boxes)
    kinds = page.run("return [...document.querySelectorAll('details')].map(e => e.className)")
    assert len(kinds) == len(VERDICTS)
    assert shown(page, "summary") == [kind in {CLASSES[label] for label in labels} for kind in kinds]
    assert any(shown(page, ".between")) <= (not boxes)


def test_print_opens_everything(page: Browser) -> None:
    page.show("print")
    assert shown(page, ".card") == [True] * len(VERDICTS)
    assert shown(page, ".filter") == [False]
    untick(page, "supported", "unsettled")
    assert shown(page, ".card").count(True) == 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark(page: Browser, scheme: str) -> None:
    page.show(scheme=scheme)
    ground, ink = page.run("const s = getComputedStyle(document.body); return [s.backgroundColor, s.color]")
    assert (brightness(ground) < brightness(ink)) == (scheme == "dark")
    page.show("print", scheme)
    ground, ink = page.run("const s = getComputedStyle(document.body); return [s.backgroundColor, s.color]")
    assert brightness(ground) > brightness(ink)


def brightness(colour: str) -> int:
    """Return the sum of the channels of a colour such as rgb(1, 2, 3)."""
    return sum(map(int, colour.removeprefix("rgb(").removesuffix(")").split(",")))


def test_what_only_a_screen_reader_hears_takes_up_no_room(page: Browser) -> None:
    sizes = page.run("return [...document.querySelectorAll('.hidden')].map(e => [e.offsetWidth, e.offsetHeight])")
    assert sizes == [[1, 1]] * len(VERDICTS)


def test_a_screen_reader_hears_the_verdict_first(page: Browser) -> None:
    heard = [f"{verdict.label}: {verdict.sentence.text}" for verdict in ALL]
    names = [name for role, name in spoken(page) if role == "DisclosureTriangle"]
    assert set(heard) <= set(names)
    assert not any(sign in name for name in names for sign in "✔✘")


@pytest.mark.parametrize("width", [390, 1200])
def test_the_table_is_one_to_a_screen_reader(page: Browser, width: int) -> None:
    page.resize(width)
    page.run("document.getElementById('sentence-2').open = true")
    roles = [role for role, _ in spoken(page)]
    assert roles.count("table") == 1
    assert roles.count("rowheader") == 3
    assert roles.count("cell") == 9


def spoken(page: Browser) -> list[tuple[str, str]]:
    """Return role and name of all that a screen reader is given."""
    nodes: list[dict[str, Any]] = page.tell("Accessibility.getFullAXTree")["nodes"]
    return [(n["role"]["value"], n.get("name", {}).get("value", "")) for n in nodes if not n["ignored"]]


def test_nothing_hostile_is_run(page: Browser) -> None:
    assert page.run("return document.querySelectorAll('script, img, b').length") == 0
    assert page.run("return document.title").startswith("factcheck: 9 sentences: ")


def test_a_link_to_a_sentence_leads_there(page: Browser) -> None:
    page.run("location.hash = 'sentence-9'")
    assert page.run("return document.querySelector(':target').id") == "sentence-9"
