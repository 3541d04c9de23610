"""Command-line arguments -> what is to be read: texts, files, folders and standard input."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

from factcheck import documents
from factcheck.documents import Document, DocumentError, EmptyDocumentError, Split, Stream
from factcheck.sentences import Sentence

STDIN = "-"
STDIN_NAME = "<stdin>"

Stdin = Callable[[], Iterable[bytes]]


class Folder(NamedTuple):
    """A folder and the documents in it; one of them at least must hold a sentence. `dangling`: links in it to nothing."""

    name: str
    documents: tuple[Document, ...]
    dangling: tuple[str, ...] = ()


Input = Document | Stream | Folder


class Reading(NamedTuple):
    """How arguments are read: all of them as texts, standard input under a name, and some files of a folder.

    Plain text on standard input is read only when it is checked, unless it is wanted as a `whole`. What is empty is an
    error, unless `skip_empty` says to pass over it.
    """

    texts: bool = False
    stdin_name: str = ""
    whole: bool = False
    globs: Sequence[str] = ()
    skip_empty: bool = False


def read(arguments: Sequence[str], stdin: Stdin, reading: Reading) -> tuple[Input, ...]:
    """Read what the arguments name, each file once; with none, read standard input. All errors are told at once."""
    found: list[Input] = []
    errors: list[str] = []
    numbers, seen = count(1), _Seen()
    if not reading.texts and arguments.count(STDIN) > 1:
        raise DocumentError(f"{STDIN_NAME}: is named more than once, and can be read only once")
    for argument in arguments or (STDIN,):
        try:
            if argument == STDIN and not (reading.texts and arguments):
                found.append(_standard_input(stdin, reading))
            elif not reading.texts and os.path.isdir(argument):
                found += _folder(argument, reading.globs, seen)
            elif not reading.texts and _is_file(argument):
                found += (documents.from_file(path) for path in seen.new([argument]))
            else:
                found.append(_text(argument, next(numbers)))
        except DocumentError as error:
            if not (reading.skip_empty and isinstance(error, EmptyDocumentError)):
                errors.append(str(error))
    if errors:
        raise DocumentError("\n".join(dict.fromkeys(errors)))
    return tuple(found)


def takes_stdin(arguments: Sequence[str], texts: bool) -> bool:
    """Tell whether standard input is among what is to be read; `texts`: no argument names it."""
    return not arguments or (STDIN in arguments and not texts)


class _Seen:
    """The files that have been named, by whatever path."""

    def __init__(self) -> None:
        self._places: set[str] = set()

    def new(self, paths: Iterable[str]) -> list[str]:
        """Return the paths of files that have not been named before."""
        found = []
        for path in paths:
            place = os.path.realpath(path)
            if place not in self._places:
                self._places.add(place)
                found.append(path)
        return found


def _standard_input(stdin: Stdin, reading: Reading) -> Document | Stream:
    """Return standard input, as it arrives or as a whole."""
    name = reading.stdin_name or STDIN_NAME
    return documents.from_bytes(b"".join(stdin()), name) if reading.whole else documents.from_pieces(stdin(), name)


def read_file(argument: str, stdin: Stdin) -> Document:
    """Read one file, or standard input where the argument is `-`."""
    return documents.from_bytes(b"".join(stdin()), STDIN_NAME) if argument == STDIN else documents.from_file(argument)


def sentences(inputs: Sequence[Input], split: Split, skip_empty: bool = False) -> Iterator[Sentence]:
    """Return the sentences of all inputs, each found when it is asked for; where there are none is told at once.

    A stream is told to have none only when it has ended. With `skip_empty` nothing is told.
    """
    read = [each for each in inputs if not skip_empty]
    errors = [f"{each.name}: holds no sentence to check" for each in read if not _has_sentence(each, split)]
    if errors:
        raise DocumentError("\n".join(errors))
    return chain.from_iterable(_sentences(document, split, skip_empty) for document in flat(inputs))


def _sentences(document: Document | Stream, split: Split, skip_empty: bool) -> Iterator[Sentence]:
    """Yield the sentences of a document; that a stream has none is an error, unless it is to be passed over."""
    try:
        yield from documents.read_sentences(document, split)
    except EmptyDocumentError:
        if not skip_empty:
            raise


def flat(inputs: Iterable[Input]) -> tuple[Document | Stream, ...]:
    """Return the documents of inputs in order."""
    return tuple(chain.from_iterable(each.documents if isinstance(each, Folder) else (each,) for each in inputs))


def lengths(read_documents: Iterable[Document | Stream]) -> list[tuple[str, int]]:
    """Return the name and the length of each document; nothing where one is still arriving."""
    found = [(each.name, len(each.text)) if isinstance(each, Document) else None for each in read_documents]
    return [] if None in found else [each for each in found if each]


def _has_sentence(each: Input, split: Split) -> bool:
    """Tell whether there is anything to check in an input; a stream is given the benefit of the doubt."""
    if isinstance(each, Stream):
        return True
    return any(True for document in flat([each]) for _ in documents.read_sentences(document, split))


def _folder(path: str, globs: Sequence[str], seen: _Seen) -> Iterator[Folder]:
    """Yield a folder with what is new in it, if anything is; files that are empty count for nothing."""
    from factcheck import folders  # what reads .gitignore takes 30 ms to load

    try:
        walked = folders.walk(path, documents.READ_SUFFIXES, globs)
    except folders.FolderError as error:
        raise DocumentError(str(error)) from error
    found: list[Document] = []
    errors: list[str] = []
    files = seen.new(walked.files)
    for file in files:
        try:
            found.append(documents.from_file(file))
        except EmptyDocumentError:
            continue
        except DocumentError as error:
            errors.append(str(error))
    if errors:
        raise DocumentError("\n".join(errors))
    if files:
        yield Folder(path, tuple(found), walked.dangling)


def remarks(inputs: Iterable[Input]) -> Iterator[str]:
    """Yield what to tell of inputs although it is no error."""
    for folder in inputs:
        if isinstance(folder, Folder):
            yield from (f"{path} is a link to nothing; passed over" for path in folder.dangling)


def by_name(read_documents: Iterable[Document | Stream]) -> dict[str, Document | Stream]:
    """Return documents by their names; two texts of one name are an error, as nobody could tell which one is meant."""
    found: dict[str, Document | Stream] = {}
    for document in read_documents:
        if found.setdefault(document.name, document).text != document.text:
            raise DocumentError(f"{document.name}: is the name of two different texts; name standard input otherwise")
    return found


def _is_file(argument: str) -> bool:
    """Tell a file from a text; what looks like a file but is none is an error, and so is a link to nothing."""
    if os.path.lexists(argument):
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
