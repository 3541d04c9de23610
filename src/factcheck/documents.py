"""Files and standard input -> documents: the prose that is checked, and where each character of it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from factcheck import directives, sentences
from factcheck.directives import Comment
from factcheck.sentences import Positions, Sentence

Split = Literal["sentences", "lines"]

MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
TEXT_SUFFIXES = (*MARKDOWN_SUFFIXES, ".txt", ".text", ".rst", ".adoc", ".org", ".tex", ".log", ".srt", ".csv", ".tsv")
DATA_SUFFIXES = (".json", ".jsonl", ".toml", ".yaml", ".yml", ".xml")
UNREAD_SUFFIXES = (".html", ".htm", ".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".xls", ".xlsx", ".ppt", ".pptx")
FILE_SUFFIXES = (*TEXT_SUFFIXES, *DATA_SUFFIXES, *UNREAD_SUFFIXES)


class DocumentError(Exception):
    """A document that cannot be read; str() is one line that names it."""


class EmptyDocumentError(DocumentError):
    """A document in which there is nothing at all."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of prose that no sentence crosses, and the offset in the document of each of its characters."""

    text: str
    offsets: Sequence[int]


@dataclass(frozen=True, slots=True)
class Document:
    """A named text, the blocks of prose in it, and the comments for this program, which are no prose."""

    name: str
    text: str
    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...] = ()


def from_file(path: str) -> Document:
    """Read a plain text or Markdown file."""
    if Path(path).suffix.lower() in UNREAD_SUFFIXES:
        kind = Path(path).suffix.lower().removeprefix(".")
        raise DocumentError(f"{path}: {kind} files are not read; save it as plain text or Markdown")
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read: {error.strerror or error}") from error
    return from_bytes(data, path)


def from_bytes(data: bytes, name: str) -> Document:
    """Decode UTF-8, with or without a byte order mark; the suffix of the name says whether it is Markdown."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DocumentError(f"{name}: is UTF-16; save it as UTF-8")
    if b"\0" in data:
        raise DocumentError(f"{name}: is a binary file (byte {data.index(0)} is NUL)")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentError(f"{name}: {_broken(data, data.index(error.object[error.start :]))}") from error
    return from_text(text, name)


def from_text(text: str, name: str) -> Document:
    """Make a document of a text; the suffix of the name says whether it is Markdown."""
    if not text.strip():
        raise EmptyDocumentError(f"{name}: is empty")
    if name.lower().endswith(MARKDOWN_SUFFIXES):
        from factcheck import markdown  # the parser costs 30 ms

        blocks = tuple(Block(*block) for block in markdown.blocks(text))
        return Document(name, text, blocks, directives.in_markdown(text))
    comments = directives.in_text(text, Path(name).suffix.lower())
    kept, offsets = directives.without(text, comments)
    return Document(name, text, tuple(Block(kept[a:b], offsets[a:b]) for a, b in sentences.blocks(kept)), comments)


def read_sentences(document: Document, split: Split = "sentences") -> Iterator[Sentence]:
    """Yield the sentences of a document in order, or its lines that are not blank."""
    starts = sentences.line_starts(document.text)
    if split == "lines":
        text, offsets = directives.without(document.text, document.comments)
        yield from sentences.lines(text, document.name, Positions(offsets, starts))
        return
    for block in document.blocks:
        yield from sentences.split_block(block.text, document.name, Positions(block.offsets, starts))


def prose(document: Document) -> str:
    """Return what a document says without its markup, a blank line between blocks."""
    return "\n\n".join(block.text for block in document.blocks)


def _broken(data: bytes, at: int) -> str:
    """Say where bytes stop being UTF-8."""
    line = data.count(b"\n", 0, at) + 1
    return f"line {line}: byte {at} (0x{data[at]:02x}) is not UTF-8; save the file as UTF-8"
