"""Inline markup of reStructuredText: which characters of a paragraph a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# Markup of more than 500 characters is none: a lone asterisk need not be compared with all that follows.
_MARKUP = re.compile(
    r"""
    \\(?P<escaped>.)
  | (?<![\w`])``(?=\S)(?P<literal>.{1,500}?)(?<=\S)``(?![\w`])
  | (?<![\w\\])(?P<role>:[\w.+-]+(?::[\w.+-]+)*:)?_?`(?=\S)(?P<phrase>(?:\\.|[^\\`])+)`(?:__?(?!\w)|:[\w.+:-]+:)?
  | (?<![\w*\\])\*\*(?=[^\s*])(?P<strong>.{1,500}?)(?<=[^\s\\])\*\*(?!\w)
  | (?<![\w*\\])\*(?=[^\s*])(?P<emphasis>.{1,500}?)(?<=[^\s\\*])\*(?![\w*])
  | (?<![\w|\\])\|(?=[^\s|])(?P<substitution>[^|\n]+?)(?<=\S)\|(?:__?)?(?!\w)
  | (?P<note>\s*\[(?:\d+|\#[\w.-]*|\*|[A-Za-z][\w.-]*)\]_(?!\w))
  | (?<![\w.:+-])(?P<reference>[^\W_]+(?:[-._:+][^\W_]+)*)__?(?=[\s'")\]}>/\\:.,;!?-]|\Z)
    """,
    re.VERBOSE | re.DOTALL,
)
_SHOWN = ("literal", "strong", "emphasis", "substitution", "reference")
_BOUND = ("substitution", "reference")
_SHORTENED = re.compile(r"~(?:[\w:]+\.)*(?=\w+\Z)")  # `~a.b` is shown as `b`
_TARGET = re.compile(r"\s*<[^<>]+>\Z")
_UNSEEN_ROLE = re.compile(r":(?:\w+:)*(?:foot)?cite(?::\w+)*:\Z")  # shows a mark, as a footnote does
_PAIRS = frozenset(("''", '""', "()", "[]", "{}", "<>", "‘’", "“”", "«»"))


class Shown(NamedTuple):
    """The index of a character that a reader sees; `bound`: it is of the name of something that is defined elsewhere."""

    at: int
    bound: bool = False


def shown(text: str) -> Iterator[Shown]:
    """Yield the characters that a reader sees."""
    at = 0
    while markup := _MARKUP.search(text, at):
        yield from map(Shown, range(at, markup.start()))
        at = markup.end()
        if _is_quoted(text, markup):  # then a start string starts nothing
            at = markup.start() + 1
            yield Shown(markup.start())
        elif markup["escaped"]:
            yield from map(Shown, range(markup.start() + 1, at if not markup["escaped"].isspace() else 0))
        elif markup["phrase"]:
            yield from _phrase(text, markup)
        elif name := next((name for name in _SHOWN if markup[name]), None):
            for each in _unescaped(text, *markup.span(name), raw=name == "literal"):
                yield Shown(each, name in _BOUND)
    yield from map(Shown, range(at, len(text)))


def _is_quoted(text: str, markup: re.Match[str]) -> bool:
    """Tell a sign that stands between quotation marks or brackets, as in "(*)", from the start of markup."""
    mark = re.compile(r"[*`|]+").match(text, markup.start())
    around = text[markup.start() - 1 : markup.start()] + text[mark.end() : mark.end() + 1] if mark else ""
    return around in _PAIRS


def _phrase(text: str, markup: re.Match[str]) -> Iterator[Shown]:
    """Yield what is seen of a reference or of a text with a role: no target, and only the end of `~a.b`.

    What has a target beside it is free, all else is looked up by its words.
    """
    start, end = markup.span("phrase")
    role = markup["role"] or ""
    if _UNSEEN_ROLE.match(role):
        return
    target = _TARGET.search(text, start, end)
    has_target = bool(target and target.start() > start)
    if target and has_target:
        end = target.start()
    elif role and (hidden := _SHORTENED.match(text, start, end)):
        start = hidden.end()
    elif role and text[start] == "!":
        start += 1
    yield from (Shown(at, not has_target) for at in _unescaped(text, start, end))


def _unescaped(text: str, start: int, end: int, raw: bool = False) -> Iterator[int]:
    """Yield the indexes between two, without backslashes that escape something."""
    at = start
    while at < end:
        if text[at] == "\\" and not raw and at + 1 < end:
            at += 1
            if text[at].isspace():
                at += 1
                continue
        yield at
        at += 1
