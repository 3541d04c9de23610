"""The comment for a pull request, read as GitHub's Markdown: a table in which user text is only text."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck.findings import Finding, Relation, Span
from factcheck.reports.visible import visible
from factcheck.sentences import Sentence
from factcheck.verdict import Verdict
from handmade import ALL, CLAIM, EVIL, REFUTED, SUPPORTED, UNSETTLED, evil, write

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OURS = {"<br>", "<b>", "</b>", "<span>", "</span>"}
ZERO_WIDTH = "\u200b"
LIVE = re.compile(r"@[\w-]|#\d|\bgh-\d|://|\bwww\.|:[\w+-]+:", re.IGNORECASE)
HOSTILE = st.lists(st.sampled_from([*"\\`*_[]()<>|~&$#@:!-+.\n \t/ab1", "&lt;", "www.", "http://", "GH-1", "@a"]))
CELLS = 4


def cells(*verdicts: Verdict) -> list[list[Token]]:
    """Return the tokens of each cell; what is around the tables holds no text of the user."""
    tokens = PARSER.parse(write("markdown", *verdicts))
    found = [after.children or [] for token, after in pairwise(tokens) if token.type == "td_open"]
    assert len(found) == CELLS * len(verdicts)
    return found


def shown(cell: list[Token]) -> str:
    """Return what a reader sees of a cell; no token may be anything but text and the tags that are ours."""
    assert all(token.type in ("text", "text_special", "html_inline") for token in cell)
    assert {token.content for token in cell if token.type == "html_inline"} <= OURS
    texts = ["\0" if token.type == "html_inline" else token.content for token in cell]
    assert not LIVE.search("".join(texts))
    return "".join(texts).replace("\0", "").replace(ZERO_WIDTH, "")


def test_all() -> None:
    assert write("markdown", *ALL) == (
        """**factcheck** checked 3 sentences: 1 SUPPORTED, 1 REFUTED, 1 NOT ENOUGH INFO.

| verdict | sentence | why | source |
|---|---|---|---|
| ✘ REFUTED<br>a.md, line 2 | The lighthouse at Grey Point was opened on <b>3 March 1885</b>. | It was 1858. | \
“a light at Grey Point, first lit on <b>3 March 1858</b> by its keeper” — \
The Light at Grey Point, Harbour Gazette, 1999 |
| ? NOT ENOUGH INFO<br>&lt;text&gt;, line 1 | The lighthouse is <b>40 metres</b> tall. | Nothing says how tall it is. | — |

<details>
<summary>1 SUPPORTED</summary>

| verdict | sentence | why | source |
|---|---|---|---|
| ✔ SUPPORTED<br>a.md, line 2 | The lighthouse at Grey Point was opened on 3 March 1885. | It was 1858. | \
“a light at <b>Grey Point</b>, first lit on 3 March 1858 by its keeper” — \
The Light at Grey Point, Harbour Gazette, 1999 |

</details>
"""
    )


def test_without_what_is_not_there() -> None:
    assert "<details>" not in write("markdown", REFUTED)
    assert write("markdown", SUPPORTED).startswith(
        "**factcheck** checked 1 sentence: 1 SUPPORTED, 0 REFUTED, 0 NOT ENOUGH INFO.\n\n<details>"
    )


def test_hostile_verdicts_are_only_text() -> None:
    for cell in cells(*map(evil, ALL)):
        assert shown(cell)


@given(HOSTILE.map("".join) | st.text())
def test_any_text_is_shown_as_it_stands(text: str) -> None:
    span = Span(text[1:3], 1, min(3, len(text)))
    finding = Finding("name", Relation.CONFLICTS, span, span)
    claim = replace(CLAIM, excerpt=text, source=replace(CLAIM.source, title=text, publisher="", published=""))
    sentence = Sentence(text, path=f"{text}.md")
    verdict = replace(REFUTED, sentence=sentence, reason=text, claim=claim, findings=(finding,))
    place, said, why, source = (shown(cell) for cell in cells(verdict))
    plain = visible(text).strip(" ")
    assert place.endswith(f"{visible(f'{text}.md')}, line 1".lstrip(" "))
    assert why == plain
    assert squeezed(said) == squeezed(text)
    assert squeezed(source) == squeezed(f"“{text}” — {text}")


def squeezed(text: str) -> str:
    """Return text without white space, which counts less where a mark begins or ends."""
    return "".join(visible(text).split())


def test_long_texts_are_cut() -> None:
    (_, said, why, _) = cells(replace(UNSETTLED, sentence=Sentence("word " * 200), reason="x" * 301, findings=()))
    assert len(shown(said)) == len(shown(why)) == 301
    assert shown(why) == f"{'x' * 300}…"


def test_a_comment_stays_short_enough_and_says_what_is_left_out() -> None:
    hostile = replace(evil(REFUTED), reason=EVIL * 3)
    for one, other in ((REFUTED, SUPPORTED), (hostile, evil(SUPPORTED))):
        text = write("markdown", *[other] * 500, *[one] * 700)
        assert len(text) < 65_536
        shown_rows = text.count("| ✘ REFUTED<br>")
        assert 10 < shown_rows < 700
        assert "SUPPORTED<br>" not in text
        assert f"\n{1200 - shown_rows:,} sentences are left out here, because a comment holds 65,536 char" in text


def test_as_much_as_fits_is_there() -> None:
    text = write("markdown", *[REFUTED] * 100, *[SUPPORTED] * 500)
    assert text.count("| ✘ REFUTED<br>") == 100
    assert 60_000 < len(text) < 65_536
    assert "<summary>500 SUPPORTED</summary>" in text
    assert f"{500 - text.count('| ✔ SUPPORTED<br>')} sentences are left out here" in text
