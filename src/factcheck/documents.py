"""Files, texts and streams -> documents: the format by the name, the prose that is checked, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Literal, NamedTuple

from factcheck import directives, sentences
from factcheck.directives import Comment
from factcheck.readers import Block, Extract, UnreadableError
from factcheck.sentences import Positions, Sentence
from factcheck.uncommented import Uncommented

Split = Literal["sentences", "lines"]


class FileFormat(NamedTuple):
    """A format of files: what their names end in, and its reader's module; a plain text needs none."""

    suffixes: tuple[str, ...]
    reader: str = ""
    is_text: bool = True
    has_html: bool = False  # and so comments of HTML
    says_charset: bool = False  # in itself


PLAIN = FileFormat((".txt", ".text"))
FORMATS = (
    PLAIN,
    FileFormat((".md", ".markdown", ".mdown", ".mkd"), "markdown", has_html=True),
    FileFormat((".html", ".htm"), "html", has_html=True, says_charset=True),
    FileFormat((".rst", ".rest"), "rst"),
    FileFormat((".docx",), "docx", is_text=False),
    FileFormat((".pdf",), "pdf", is_text=False),
)
READ_SUFFIXES = tuple(suffix for known in FORMATS for suffix in known.suffixes)
OTHER_TEXT_SUFFIXES = (".adoc", ".org", ".tex", ".log", ".srt", ".csv", ".tsv")  # read as plain text when named
DATA_SUFFIXES = (".json", ".jsonl", ".toml", ".yaml", ".yml", ".xml")
UNREAD_SUFFIXES = (".doc", ".odt", ".rtf", ".epub", ".xls", ".xlsx", ".ppt", ".pptx")
_BETWEEN = "\n\n"  # between blocks that are put together
FILE_SUFFIXES = (*READ_SUFFIXES, *OTHER_TEXT_SUFFIXES, *DATA_SUFFIXES, *UNREAD_SUFFIXES)


class DocumentError(Exception):
    """A document that cannot be read; str() is one line that names it."""


class EmptyDocumentError(DocumentError):
    """A document in which there is nothing at all, or a stream in which there was nothing to check."""


class Document(NamedTuple):
    """A named text that is at hand, the blocks of prose in it, and the comments for this program, which are no prose.

    `line_starts` is where what reports call lines start, where the text is only an extract from something else.
    """

    name: str
    text: str
    blocks: Iterable[Block]
    comments: tuple[Comment, ...] = ()
    line_starts: tuple[int, ...] | None = None

    @property
    def is_text(self) -> bool:
        """Tell a text file from a document whose text is only an extract."""
        return self.line_starts is None


@dataclass(frozen=True, slots=True)
class Stream:
    """A named plain text that may still be arriving."""

    name: str
    text: Uncommented

    @property
    def is_text(self) -> bool:
        """Tell that it is text."""
        return True


@dataclass(frozen=True, slots=True)
class _Prose:
    """The blocks of a text, found anew each time, so that those of many documents are never held at once."""

    known: FileFormat
    text: str
    comments: tuple[Comment, ...]

    def __iter__(self) -> Iterator[Block]:
        if self.known.has_html:  # whose reader passes over comments
            yield from _reader(self.known.reader).blocks(self.text)
            return
        kept, offsets = directives.without(self.text, self.comments)
        for block in _blocks(self.known.reader, kept):
            yield block._replace(offsets=[offsets[at] for at in block.offsets]) if self.comments else block


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
    except IsADirectoryError:
        raise DocumentError(f"{path}: is a folder; name a file") from None
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
    return Document(name, extract.text, extract.blocks, line_starts=extract.line_starts)


def from_text(text: str, name: str) -> Document:
    """Make a document of a text in the format that its name says."""
    _refuse_empty(text, name)
    known = format_of(name)
    if not known.is_text:
        raise DocumentError(f"{name}: is no text")
    comments = _comments(text, name)
    return Document(name, text, _Prose(known, text, comments), comments)


def _refuse_empty(text: str, name: str) -> None:
    if not text.strip():
        raise EmptyDocumentError(f"{name}: is empty")


def from_pieces(pieces: Iterable[bytes], name: str) -> Document | Stream:
    """Make a document of bytes that arrive in pieces; all but plain text has to be there as a whole."""
    if format_of(name) is not PLAIN:
        return from_bytes(b"".join(pieces), name)
    from factcheck import decoding

    return Stream(name, Uncommented(decoding.decode_pieces(pieces), name))


def read_sentences(source: Document | Stream, split: Split = "sentences") -> Iterator[Sentence]:
    """Yield the sentences of a document in order, or its lines that are not blank."""
    if isinstance(source, Stream):
        return _streamed(source, split)
    known = format_of(source.name)
    starts = sentences.line_starts(source.text) if source.line_starts is None else source.line_starts
    if split == "lines" or known is PLAIN:
        kept, offsets = directives.without(source.text, source.comments)
        positions = Positions(offsets, starts)
        if split == "lines":
            return sentences.lines_at(kept, source.name, positions)
        found = sentences.split_pieces([kept], source.name)
        return (sentences.moved(sentence, positions) for sentence in found) if source.comments else found
    referring = source.text if known.has_html else ""
    return (
        sentence
        for block in source.blocks
        for sentence in sentences.split_block(block.text, source.name, Positions(block.offsets, starts, referring))
    )


def prose(document: Document) -> tuple[str, Sequence[int]]:
    """Return what a document says without its markup, a blank line between blocks, and the offset of each character."""
    if format_of(document.name) is PLAIN:
        return directives.without(document.text, document.comments)
    pieces: list[str] = []
    offsets: list[int] = []
    for block in document.blocks:
        pieces.append(block.text)
        offsets += [*block.offsets, *[block.offsets[-1]] * len(_BETWEEN)]
    return _BETWEEN.join(pieces), offsets


def _reader(name: str) -> ModuleType:
    """Return the module that reads a format; it is imported when it is needed, as some take long."""
    return import_module(f"factcheck.readers.{name}")


def _blocks(reader: str, text: str) -> Iterator[Block]:
    """Yield the blocks of prose in a text; where there is no reader, it is plain text."""
    if reader:
        yield from _reader(reader).blocks(text)
    else:
        yield from (Block(text[start:end], range(start, end)) for start, end in sentences.blocks(text))


def _comments(text: str, name: str) -> tuple[Comment, ...]:
    """Return the comments for this program."""
    suffix = Path(name).suffix.lower()
    match format_of(name).reader:
        case "markdown":
            return directives.in_markdown(text)
        case "html":
            return directives.in_html(text)
        case "rst":
            return directives.in_rst(text, suffix)
        case _:
            return directives.in_text(text, suffix)


def _streamed(stream: Stream, split: Split) -> Iterator[Sentence]:
    """Yield the sentences of a stream, each as soon as it is complete; it is an error if there is none."""
    text, has_sentence = stream.text, False
    try:
        for sentence in (sentences.lines if split == "lines" else sentences.split_pieces)(text, stream.name):
            has_sentence = True
            yield text.moved(sentence)
    except UnreadableError as error:
        raise DocumentError(f"{stream.name}: {error}") from error
    if not has_sentence:
        raise EmptyDocumentError(f"{stream.name}: {'is empty' if text.is_blank else 'holds no sentence to check'}")
