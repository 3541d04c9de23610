"""HTML -> blocks of prose: what a reader of the page reads as text, each character with its offset in the file.

Paragraphs, list items, table cells and captions are prose. Headings, heads of tables, navigation, the header and footer
of the page, forms, code blocks, scripts, styles, comments, hidden and struck-out text, and footnote marks are not.
Tokens are those of the HTML standard; html.parser finds others in other versions of Python, and keeps no offsets.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from factcheck.readers import Block

_SNIFFED = 1024  # bytes at the beginning of a file in which it may say what it is written in, as browsers have it
_CHARSET = re.compile(
    rb"<meta[^>]+?charset\s*=\s*[\"']?\s*([\w.:-]+)|\A\s*<\?xml[^>]+?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE
)
_TOKEN = re.compile(
    r"""
    (?P<comment> <!--(?:-?>|.*?(?:--!?>|\Z)) | <[!?][^>]*+>? | </(?![a-zA-Z])[^>]*+>? )
  | <(?P<end>/)?(?P<tag>[a-zA-Z][^ \t\n\r\f/>]*+)
      (?P<attributes>(?:[ \t\n\r\f/]++ | [^ \t\n\r\f/>][^ \t\n\r\f/>=]*+ (?:VALUE)?+)*+) (?:>|\Z)
  | (?P<reference> &(?:\#[0-9]++|\#[xX][0-9a-fA-F]++|[a-zA-Z][a-zA-Z0-9]*+);? )
  | (?P<space> [ \t\n\r\f]++ )
  | (?P<text> [^<& \t\n\r\f]++ | [<&] )
    """.replace("VALUE", r"""[ \t\n\r\f]*+=[ \t\n\r\f]*+(?:"[^"]*+"|'[^']*+'|[^ \t\n\r\f>"'][^ \t\n\r\f>]*+)"""),
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"""([^ \t\n\r\f/>][^ \t\n\r\f/>=]*+)(?:[ \t\n\r\f]*+=[ \t\n\r\f]*+(?:"([^"]*+)"|'([^']*+)'|([^ \t\n\r\f>]*+)))?"""
)


def _names(*names: str) -> frozenset[str]:
    return frozenset(name for line in names for name in line.split())


_VOID = _names("area base br col embed hr img input link meta param source track wbr")
_RAW = _names("script style textarea title xmp iframe noembed noframes plaintext")  # what is in them is no markup
_HEADINGS = _names("h1 h2 h3 h4 h5 h6")
_CELLS = _names("td th")
_BLOCKS = _names(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption",
    "figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li listing main menu nav ol option p",
    "plaintext pre search section select summary table tbody td textarea tfoot th thead title tr ul xmp",
)
_NOT_PROSE = _RAW | _names(
    "h1 h2 h3 h4 h5 h6 th dt summary legend nav menu search dialog template noscript",
    "label button select option optgroup datalist output progress meter",
    "pre listing del s strike rp rt svg math canvas object audio video map",
)
_NOT_PROSE_ROLES = _names("navigation banner contentinfo search menu menubar toolbar tablist dialog doc-noteref")
_HIDDEN = re.compile(r"\b(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_SECTIONS = _names("article aside main section blockquote td")  # a header or footer in one of these is not the page's
_INVISIBLE = frozenset("\u00ad\u200b\u2060\ufeff")  # soft hyphens, and spaces that take no room
_SPACE = " \t\n\r\f"
_QUOTING = ("blockquote", "q")
_SAID_TWICE = {"time": "datetime", "data": "value"}  # elements with an attribute that says again what is in them
_REACH = 100  # elements, from the innermost outwards, among which one is looked for that ends where another begins
# What the beginning of an element ends, where its own end may be left out, and what keeps that from reaching further up.
_ENDS = {
    "li": (_names("li"), _names("ul ol menu")),
    "dt": (_names("dt dd"), _names("dl")),
    "dd": (_names("dt dd"), _names("dl")),
    "td": (_CELLS, _names("tr table")),
    "th": (_CELLS, _names("tr table")),
    "tr": (_names("tr td th"), _names("table")),
    "tbody": (_names("thead tbody tfoot tr td th"), _names("table")),
    "tfoot": (_names("thead tbody tfoot tr td th"), _names("table")),
    "option": (_names("option"), _names("select datalist")),
    "optgroup": (_names("option optgroup"), _names("select")),
    **dict.fromkeys(_HEADINGS, (_HEADINGS | _names("p"), _BLOCKS - _HEADINGS)),
}
_ENDS_PARAGRAPH = (_names("p"), _names("button td th table caption object"))


def charset(data: bytes) -> str:
    """Return the character set that a page says it is in, "" where it does not."""
    found = _CHARSET.search(data[:_SNIFFED])
    return (found[1] or found[2]).decode("ascii", "ignore") if found else ""


def blocks(text: str) -> Iterator[Block]:
    """Yield each block of prose."""
    elements, run = _Elements(), _Run()
    for token in _tokens(text):
        if tag := (token["tag"] or "").lower():
            if tag in _BLOCKS or (tag == "br" and run.breaks):
                yield from run.taken()
            elif tag == "br" and not elements.hidden:
                run.break_line(token.start())
            if token["end"]:
                elements.end(tag)
            else:
                elements.begin(tag, token["attributes"])
        elif not elements.hidden:
            run.add(token, elements.bound)
            run.quoted |= elements.quoted
    yield from run.taken()


def comments(text: str) -> Iterator[int]:
    """Yield where each comment starts; what looks like one in an attribute or a script is none."""
    yield from (token.start() for token in _tokens(text) if token["comment"])


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """Yield the tokens of a page, without the content of elements whose content is no markup."""
    at = 0
    while token := _TOKEN.match(text, at):
        yield token
        at, tag = token.end(), (token["tag"] or "").lower()
        if tag in _RAW and not token["end"]:
            at = _raw_end(text, at, tag)


def _raw_end(text: str, start: int, tag: str) -> int:
    """Return where an element ends whose content is no markup."""
    end = re.compile(rf"</{tag}(?=[ \t\n\r\f/>])", re.IGNORECASE).search(text, start)
    return end.start() if end and tag != "plaintext" else len(text)


class _Element(NamedTuple):
    """An element that is open; what is in it may be hidden from the reader, or bound to an attribute that says the same."""

    name: str
    hidden: bool
    bound: bool


class _Elements:
    """The elements that are open, as far as they tell what is prose."""

    def __init__(self) -> None:
        self._open: list[_Element] = []
        self._count: Counter[str] = Counter()

    @property
    def hidden(self) -> bool:
        """Tell whether what comes now is no prose."""
        return bool(self._open) and self._open[-1].hidden

    @property
    def bound(self) -> bool:
        """Tell whether an attribute says the same as what comes now."""
        return bool(self._open) and self._open[-1].bound

    @property
    def quoted(self) -> bool:
        """Tell whether what comes now is a quotation."""
        return any(self._count[tag] for tag in _QUOTING)

    def begin(self, tag: str, attributes: str) -> None:
        """Open an element, and close what ends where it begins."""
        if tag in _BLOCKS:
            self._end_implied(*_ENDS_PARAGRAPH)
        if tag in _ENDS:
            self._end_implied(*_ENDS[tag])
        if tag not in _VOID:
            said = _attributes(attributes) if attributes else {}
            hidden = self.hidden or self._is_no_prose(tag) or _says_hidden(said)
            self._open.append(_Element(tag, hidden, self.bound or _SAID_TWICE.get(tag) in said))
            self._count[tag] += 1

    def end(self, tag: str) -> None:
        """Close an element and all that is open in it."""
        while self._count[tag]:
            if self._pop() == tag:
                return

    def _pop(self) -> str:
        name = self._open.pop().name
        self._count[name] -= 1
        return name

    def _end_implied(self, ended: frozenset[str], limits: frozenset[str]) -> None:
        """Close the outermost of some elements that nothing keeps open."""
        depth = 0
        if any(self._count[tag] for tag in ended):
            for number, element in enumerate(reversed(self._open[-_REACH:]), 1):
                if element.name in limits:
                    break
                depth = number if element.name in ended else depth
        for _ in range(depth):
            self._pop()

    def _is_no_prose(self, tag: str) -> bool:
        """Tell an element that is no prose by its name and where it stands."""
        if tag in ("header", "footer"):
            return not any(self._count[section] for section in _SECTIONS)
        is_note_mark = (tag == "a" and self._count["sup"]) or (tag == "sup" and self._count["a"])
        return tag in _NOT_PROSE or bool(is_note_mark)


def _attributes(text: str) -> dict[str, str]:
    """Return the attributes of an element by their names."""
    return {match[1].lower(): match[2] or match[3] or match[4] or "" for match in _ATTRIBUTE.finditer(text)}


def _says_hidden(found: Mapping[str, str]) -> bool:
    """Tell an element that its attributes hide from the reader, or call no prose."""
    return (
        "hidden" in found
        or found.get("aria-hidden", "").lower() == "true"
        or not _NOT_PROSE_ROLES.isdisjoint(found.get("role", "").lower().split())
        or bool(_HIDDEN.search(found.get("style", "")))
    )


class _Run:
    """The characters that are gathered for a block, each with its offset."""

    def __init__(self) -> None:
        self._shown: list[tuple[str, int]] = []
        self._bound: set[int] = set()
        self.breaks = False  # it ends in a line break; a second one ends the block
        self.quoted = False  # some of it is a quotation

    def taken(self) -> Iterator[Block]:
        """Yield what is gathered as a block, if it is more than white space, and begin another."""
        while self._shown and self._shown[-1][0] in _SPACE:
            self._shown.pop()
        text = "".join(char for char, _ in self._shown)
        if text.strip():
            yield Block(text, [offset for _, offset in self._shown], self.quoted, frozenset(self._bound))
        self._shown, self._bound, self.breaks, self.quoted = [], set(), False, False

    def break_line(self, offset: int) -> None:
        """Add a line break."""
        if self._shown:
            self._shown.append(("\n", offset))
            self.breaks = True

    def add(self, token: re.Match[str], bound: bool) -> None:
        """Add what a token shows; of white space in a row, the first character. `bound`: an attribute says it too."""
        before = len(self._shown)
        for char, offset in _shown(token):
            if char not in _SPACE:
                self._shown.append((char, offset))
                self.breaks = False
            elif self._shown and self._shown[-1][0] not in _SPACE:
                self._shown.append((char, offset))
        if bound:
            self._bound.update(range(before, len(self._shown)))


def _shown(token: re.Match[str]) -> Iterator[tuple[str, int]]:
    """Yield the characters that a token shows."""
    if token.lastgroup in ("text", "space", "reference"):
        pairs = _referred(token[0]) if token.lastgroup == "reference" else enumerate(token[0])
        yield from ((char, token.start() + at) for at, char in pairs if char not in _INVISIBLE)


def _referred(reference: str) -> Iterator[tuple[int, str]]:
    """Yield what a character reference stands for; what only follows one, as in `&notit`, stands for itself."""
    text = html.unescape(reference)
    own = len(text) if text == reference else 0
    while own < len(text) - 1 and text[-1 - own] == reference[-1 - own]:
        own += 1
    for at, char in enumerate(text):
        left = len(text) - at  # characters from here to the end
        yield (len(reference) - left if left <= own else 0), char
