"""Word documents (.docx) -> their text and the prose in it; what counts as a line is a paragraph.

Paragraphs, list items and table cells are prose, and after the body the footnotes and endnotes; inserted text is, deleted
and hidden text is not. Headings, titles, tables of contents, heads of tables, code, comments and the headers and footers
of pages are not. The archive and the XML in it may come from anybody: nothing is unpacked beyond a bound, and a document
type, which may make much of little, is refused.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from factcheck.readers import Block, Extract, UnreadableError

_LARGEST = 100_000_000  # bytes that a part of a document may unpack to
_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_OFF = ("0", "false", "off", "none")
_ENCRYPTED = b"\xd0\xcf\x11\xe0"  # a document with a password is none of the archives that the others are
# Styles that are no prose, by the names that they have in every language of Word.
_NOT_PROSE = re.compile(
    r"(?:heading \d|title|subtitle|toc heading|toc \d|index \d|table of figures|macro|html preformatted|source code)\Z",
    re.IGNORECASE,
)
_NOT_SHOWN = ("del", "moveFrom", "Fallback")  # deleted, moved away, and what older programs show instead
_SHOWN = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}

Attributes = Mapping[str, str]
Start = Callable[[str, Attributes], None]


@dataclass(slots=True)
class _Paragraph:
    """A paragraph while it is read."""

    is_prose: bool
    pieces: list[str] = field(default_factory=list)


def read(data: bytes) -> Extract:
    """Read a document."""
    if data.startswith(_ENCRYPTED):
        raise UnreadableError("is protected by a password, or in the old format; save it as docx without one")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _extract(_paragraphs(archive))
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnreadableError(f"is no Word document, or a broken one ({error})") from error


def _extract(paragraphs: list[_Paragraph]) -> Extract:
    """Return the text of paragraphs, one after the other."""
    texts, starts, blocks, end = [], [], [], 0
    for paragraph in paragraphs:
        text = "".join(paragraph.pieces)
        texts.append(text)
        starts.append(end)
        if paragraph.is_prose and text.strip():
            blocks.append(Block(text, range(end, end + len(text))))
        end += len(text) + 1
    return Extract("\n".join(texts), tuple(blocks), tuple(starts))


# What is in the archive.


def _paragraphs(archive: zipfile.ZipFile) -> list[_Paragraph]:
    """Return the paragraphs of the body, then those of the notes."""
    main = _related(archive, "").get("officeDocument", "word/document.xml")
    related = _related(archive, main)
    styles = _styles_without_prose(archive, related["styles"]) if "styles" in related else frozenset[str]()
    story = _Story(styles)
    for part in (main, related.get("footnotes"), related.get("endnotes")):
        if part:
            _parse(archive, part, story.start, story.end, story.characters)
    return story.paragraphs


def _related(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """Return the parts that a part, or "" for the package, is related to, by the kind of relation."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, str] = {}

    def start(name: str, attributes: Attributes) -> None:
        if "Target" in attributes and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, attributes["Target"]))
            found.setdefault(attributes.get("Type", "").rpartition("/")[2], target.lstrip("/"))

    if relations in archive.namelist():
        _parse(archive, relations, start)
    return found


def _parse(
    archive: zipfile.ZipFile,
    part: str,
    start: Start,
    end: Callable[[str], None] | None = None,
    characters: Callable[[str], None] | None = None,
) -> None:
    """Parse a part, and tell each element of Word's own by its name without the namespace, any other by ""."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, found: start(_own(name), {_local(key): found[key] for key in found})
    parser.EndElementHandler = lambda name: end(_own(name)) if end else None
    parser.CharacterDataHandler = characters
    parser.StartDoctypeDeclHandler = _refuse
    with archive.open(part) as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise UnreadableError(f"{part} unpacks to more than {_LARGEST // 1_000_000} MB")
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise UnreadableError(f"{part} is broken: {error}") from error


def _refuse(*_: object) -> None:
    raise UnreadableError("holds a document type, which no Word document does")


def _own(name: str) -> str:
    """Return the name of an element of Word's own, and of what it shows to older programs."""
    space, _, local = name.rpartition(" ")
    return local if space in _WORD or local == "Fallback" else ""


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _is_on(attributes: Attributes) -> bool:
    """Tell whether a property that has no value, or one, is set."""
    return attributes.get("val", "true").lower() not in _OFF


# The styles.


def _styles_without_prose(archive: zipfile.ZipFile, part: str) -> frozenset[str]:
    """Return the ids of the styles of headings and the like, and of those that are based on them."""
    based: dict[str, str] = {}
    found: set[str] = set()
    style = ""

    def start(name: str, attributes: Attributes) -> None:
        nonlocal style
        value = attributes.get("val", "")
        if name == "style":
            style = attributes.get("styleId", "")
        elif name == "basedOn":
            based[style] = value
        elif (name == "name" and _NOT_PROSE.match(value)) or (name == "outlineLvl" and _is_heading(value)):
            found.add(style)

    _parse(archive, part, start)
    for _ in range(len(based)):
        more = {style for style, base in based.items() if base in found} - found
        if not more:
            break
        found |= more
    return frozenset(found)


def _is_heading(level: str) -> bool:
    """Tell the outline level of a heading (0 to 8) from that of the body (9)."""
    return level.isdigit() and int(level) < 9


# The text.


class _Story:
    """The paragraphs of the body or of the notes, while they are read."""

    def __init__(self, styles: frozenset[str]) -> None:
        self.paragraphs: list[_Paragraph] = []
        self._styles = styles  # that are no prose
        self._open: list[_Paragraph] = []  # a box of text is a paragraph inside another
        self._hidden_runs: list[bool] = []
        self._heads: list[bool] = []  # of the table rows that are open, which are heads
        self._not_shown = 0  # elements that are open and not shown
        self._in_properties = 0
        self._in_text = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Take in the beginning of an element."""
        if name in _NOT_SHOWN:
            self._not_shown += 1
        elif name == "p":
            self._open.append(_Paragraph(not any(self._heads)))
            self.paragraphs.append(self._open[-1])
        elif name == "tr":
            self._heads.append(False)
        elif name == "r":
            self._hidden_runs.append(False)
        elif name == "pPr":
            self._in_properties += 1
        elif self._in_properties and self._open:
            self._style(name, attributes)
        elif name == "tblHeader" and self._heads:
            self._heads[-1] = _is_on(attributes)
        elif name in ("vanish", "strike", "dstrike") and self._hidden_runs:
            self._hidden_runs[-1] |= _is_on(attributes)
        elif name == "t":
            self._in_text = True
        elif name in _SHOWN:
            self._show(_SHOWN[name])

    def end(self, name: str) -> None:
        """Take in the end of an element."""
        if name in _NOT_SHOWN:
            self._not_shown -= 1
        elif name == "p":
            self._open.pop()
        elif name == "tr":
            self._heads.pop()
        elif name == "r":
            self._hidden_runs.pop()
        elif name == "pPr":
            self._in_properties -= 1
        elif name == "t":
            self._in_text = False

    def characters(self, text: str) -> None:
        """Take in text."""
        if self._in_text:
            self._show(text)

    def _style(self, name: str, attributes: Attributes) -> None:
        """Take in a property of a paragraph."""
        value = attributes.get("val", "")
        if (name == "pStyle" and value in self._styles) or (name == "outlineLvl" and _is_heading(value)):
            self._open[-1].is_prose = False

    def _show(self, text: str) -> None:
        """Add to the paragraph, outside of which there is nothing to show."""
        if self._open and self._hidden_runs and not self._not_shown and not any(self._hidden_runs[-1:]):
            self._open[-1].pieces.append(text)
