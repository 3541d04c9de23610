"""Files, texts and streams -> documents: the format by the name, the prose that is checked, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Literal

from factcheck.readers import Block, Extract, UnreadableError

if TYPE_CHECKING:
    from factcheck.sentences import Sentence

Split = Literal["sentences", "lines"]


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format of files: what their names end in, and its reader's module; a plain text needs none."""

    suffixes: tuple[str, ...]
    reader: str = ""
    is_text: bool = True
    says_charset: bool = False  # in itself


PLAIN = FileFormat((".txt", ".text"))
FORMATS = (
    PLAIN,
    FileFormat((".md", ".markdown", ".mdown", ".mkd"), "markdown"),
    FileFormat((".html", ".htm"), "html", says_charset=True),
    FileFormat((".rst", ".rest"), "rst"),
    FileFormat((".docx",), "docx", is_text=False),
    FileFormat((".pdf",), "pdf", is_text=False),
)
READ_SUFFIXES = tuple(suffix for known in FORMATS for suffix in known.suffixes)
OTHER_TEXT_SUFFIXES = (".adoc", ".org", ".tex", ".log", ".srt", ".csv", ".tsv")  # read as plain text when named
DATA_SUFFIXES = (".json", ".jsonl", ".toml", ".yaml", ".yml", ".xml")
UNREAD_SUFFIXES = (".doc", ".odt", ".rtf", ".epub", ".xls", ".xlsx", ".ppt", ".pptx")
FILE_SUFFIXES = (*READ_SUFFIXES, *OTHER_TEXT_SUFFIXES, *DATA_SUFFIXES, *UNREAD_SUFFIXES)


class DocumentError(Exception):
    """A document that cannot be read; str() is one line that names it."""


class EmptyDocumentError(DocumentError):
    """A document in which there is nothing at all."""


@dataclass(frozen=True, slots=True)
class Document:
    """A named text that is at hand, and the blocks of prose in it; a plain text has None and is prose all over.

    `line_starts` is where what reports call lines start, where these are not the lines of the text.
    """

    name: str
    text: str
    blocks: Iterable[Block] | None = None
    line_starts: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Stream:
    """A named plain text that may still be arriving."""

    name: str
    pieces: Iterable[bytes]


@dataclass(frozen=True, slots=True)
class _Prose:
    """The blocks of a text, found anew each time, so that those of many documents are never held at once."""

    reader: str
    text: str

    def __iter__(self) -> Iterator[Block]:
        found: Iterator[Block] = _reader(self.reader).blocks(self.text)
        return found


def format_of(name: str) -> FileFormat:
    """Return the format of a file by its name; what has no suffix that is known is plain text."""
    suffix = Path(name).suffix.lower()
    if suffix in UNREAD_SUFFIXES:
        raise DocumentError(f"{name}: {suffix[1:]} files are not read; save it as docx, PDF, HTML or plain text")
    return next((known for known in FORMATS if suffix in known.suffixes), PLAIN)


def from_file(path: str) -> Document:
    """Read a file."""
    format_of(path)
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read: {error.strerror or error}") from error
    return from_bytes(data, path)


def from_bytes(data: bytes, name: str) -> Document:
    """Read a document in the format that its name says."""
    from factcheck import decoding  # here, so that what only needs the names above starts fast

    known = format_of(name)
    try:
        if known.is_text:
            declared: str = _reader(known.reader).charset(data) if known.says_charset else ""
            return from_text(decoding.decode(data, declared), name)
        extract: Extract = _reader(known.reader).read(data)
    except UnreadableError as error:
        raise DocumentError(f"{name}: {error}") from error
    _refuse_empty(extract.text, name)
    return Document(name, extract.text, extract.blocks, extract.line_starts)


def from_text(text: str, name: str) -> Document:
    """Make a document of a text in the format that its name says."""
    _refuse_empty(text, name)
    reader = format_of(name).reader
    return Document(name, text, _Prose(reader, text) if reader else None)


def _refuse_empty(text: str, name: str) -> None:
    if not text.strip():
        raise EmptyDocumentError(f"{name}: is empty")


def from_pieces(pieces: Iterable[bytes], name: str) -> Document | Stream:
    """Make a document of bytes that arrive in pieces; all but plain text has to be there as a whole."""
    return Stream(name, pieces) if format_of(name) is PLAIN else from_bytes(b"".join(pieces), name)


def read_sentences(source: Document | Stream, split: Split = "sentences") -> Iterator[Sentence]:
    """Yield the sentences of a document in order, or its lines that are not blank."""
    from factcheck import sentences

    if isinstance(source, Stream):
        return _streamed(source, split)
    if source.line_starts is not None and split == "lines":
        return sentences.lines_at(source.text, source.name, source.line_starts)
    if source.blocks is None or split == "lines":
        return _split([source.text], source.name, split)
    return _of_blocks(source.blocks, source.name, source.line_starts or sentences.line_starts(source.text))


def prose(document: Document) -> str:
    """Return what a document says without its markup, a blank line between blocks."""
    return document.text if document.blocks is None else "\n\n".join(block.text for block in document.blocks)


def _reader(name: str) -> ModuleType:
    """Return the module that reads a format; it is imported when it is needed, as some take long."""
    return import_module(f"factcheck.readers.{name}")


def _split(pieces: Iterable[str], name: str, split: Split) -> Iterator[Sentence]:
    """Yield the sentences or the lines of a plain text."""
    from factcheck import sentences

    return sentences.lines(pieces, name) if split == "lines" else sentences.split_pieces(pieces, name)


def _of_blocks(blocks: Iterable[Block], name: str, starts: Sequence[int]) -> Iterator[Sentence]:
    """Yield the sentences of blocks."""
    from factcheck.sentences import Positions, split_block

    for block in blocks:
        yield from split_block(block.text, name, Positions(block.offsets, starts))


def _streamed(stream: Stream, split: Split) -> Iterator[Sentence]:
    """Yield the sentences of a stream, each as soon as it is complete; it is an error if there is none."""
    from factcheck import decoding

    is_blank, has_sentence = True, False

    def pieces() -> Iterator[str]:
        nonlocal is_blank
        for piece in decoding.decode_pieces(stream.pieces):
            is_blank = is_blank and not piece.strip()
            yield piece

    try:
        for sentence in _split(pieces(), stream.name, split):
            has_sentence = True
            yield sentence
    except UnreadableError as error:
        raise DocumentError(f"{stream.name}: {error}") from error
    if not has_sentence:
        raise DocumentError(f"{stream.name}: {'is empty' if is_blank else 'holds no sentence to check'}")
