"""Command-line arguments -> documents: which are texts, which are files, and which is standard input."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from factcheck import documents
from factcheck.documents import Document, DocumentError, EmptyDocumentError, Split
from factcheck.sentences import Sentence

STDIN = "-"
STDIN_NAME = "<stdin>"


def read(
    arguments: Sequence[str],
    stdin: Callable[[], bytes],
    stdin_name: str = "",
    force_text: bool = False,
    skip_empty: bool = False,
) -> tuple[Document, ...]:
    """Read what the arguments name; with none, read standard input. All errors are told at once.

    What is empty is an error too, unless `skip_empty` says to pass over it.
    """
    read_documents: list[Document] = []
    errors: list[str] = []
    texts = 0
    for argument in arguments or (STDIN,):
        try:
            if argument == STDIN and not (force_text and arguments):
                read_documents.append(documents.from_bytes(stdin(), stdin_name or STDIN_NAME))
            elif not force_text and _is_file(argument):
                read_documents.append(documents.from_file(argument))
            else:
                texts += 1
                read_documents.append(_text(argument, texts))
        except DocumentError as error:
            if not (skip_empty and isinstance(error, EmptyDocumentError)):
                errors.append(str(error))
    if errors:
        raise DocumentError("\n".join(errors))
    return tuple(read_documents)


def read_file(argument: str, stdin: Callable[[], bytes]) -> Document:
    """Read one file, or standard input where the argument is `-`."""
    return documents.from_bytes(stdin(), STDIN_NAME) if argument == STDIN else documents.from_file(argument)


def sentences(read_documents: Sequence[Document], split: Split, skip_empty: bool = False) -> list[Sentence]:
    """Return the sentences of all documents; one in which there is none is an error, unless it is to be passed over."""
    found: list[Sentence] = []
    errors = []
    for document in read_documents:
        before = len(found)
        found += documents.read_sentences(document, split)
        if len(found) == before and not skip_empty:
            errors.append(f"{document.name}: holds no sentence to check")
    if errors:
        raise DocumentError("\n".join(errors))
    return found


def by_name(read_documents: Sequence[Document]) -> dict[str, Document]:
    """Return documents by their names; two texts of one name are an error, as nobody could tell which one is meant."""
    found: dict[str, Document] = {}
    for document in read_documents:
        if found.setdefault(document.name, document).text != document.text:
            raise DocumentError(f"{document.name}: is the name of two different texts; name standard input otherwise")
    return found


def _is_file(argument: str) -> bool:
    """Tell a file from a text; a folder, and what looks like a file but is none, is an error."""
    if os.path.isdir(argument):
        raise DocumentError(f"{argument}: is a folder; name the files in it, or say --text if it is the text to check")
    if os.path.exists(argument):
        return True
    if looks_like_path(argument):
        raise DocumentError(f"{argument}: no such file; say --text if it is the text to check")
    return False


def looks_like_path(argument: str) -> bool:
    """Tell whether a text would rather be a mistyped file name."""
    one_word = len(argument.split()) == 1
    return one_word and ("/" in argument or Path(argument.strip()).suffix.lower() in documents.FILE_SUFFIXES)


def _text(argument: str, number: int) -> Document:
    """Make a document of an argument that is itself the text."""
    name = "<text>" if number == 1 else f"<text-{number}>"
    try:
        argument.encode()
    except UnicodeEncodeError:
        raise DocumentError(f"{name}: is not UTF-8") from None
    return documents.from_text(argument, name)
