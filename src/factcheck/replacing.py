"""Files that are read again to be replaced, and written whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from factcheck.documents import Document, DocumentError

_MARK = b"\xef\xbb\xbf"  # the byte order mark, which a document leaves out


def original(document: Document) -> bytes | None:
    """Return the bytes of the file that a document was read from, None where no file has just this text."""
    try:
        with open(document.name, "rb") as file:
            data = file.read()
    except (OSError, ValueError):  # ValueError: no file can have such a name
        return None
    return data if data.removeprefix(_MARK) == document.text.encode("utf-8", "surrogatepass") else None


def is_replaceable(document: Document) -> bool:
    """Tell a text in UTF-8 from one whose file is in another encoding, and from what is only an extract of its file."""
    try:
        with open(document.name, "rb") as file:
            file.read().decode()
    except UnicodeDecodeError:
        return False
    except (OSError, ValueError):  # no file, so there is nothing in another encoding
        pass
    return document.is_text


def originals(documents: Iterable[Document]) -> dict[str, bytes]:
    """Return the bytes of the files that documents were read from. Raises DocumentError for those without one."""
    found = {document.name: original(document) for document in documents}
    without = [
        f"{name}: is no file, so --fix cannot rewrite it; --diff shows what would change"
        for name, data in found.items()
        if data is None
    ]
    if without:
        raise DocumentError("\n".join(without))
    return {name: data for name, data in found.items() if data is not None}


def encoded(text: str, like: bytes) -> bytes:
    """Return a text as bytes, with a byte order mark if those of a file begin with one."""
    return (_MARK if like.startswith(_MARK) else b"") + text.encode()


def replace(contents: Mapping[str, bytes]) -> None:
    """Write files; one that is there keeps its mode, and a link to one stays a link.

    All of them are written beside their places before the first takes its own. Raises DocumentError, which names the file.
    """
    drafts: list[tuple[str, str, str]] = []  # path, where its new content is written first, where it goes then
    try:
        for path, data in contents.items():
            place = os.path.realpath(path)
            drafts.append((path, os.path.join(os.path.dirname(place), f".factcheck-{os.urandom(8).hex()}"), place))
            with _telling(path):
                _write(*drafts[-1][1:], data)
        for path, draft, place in drafts:
            with _telling(path):
                os.replace(draft, place)
    finally:
        for _, draft, _ in drafts:
            if os.path.lexists(draft):
                os.remove(draft)


@contextmanager
def _telling(path: str) -> Iterator[None]:
    """Tell of which file it is that the system says no."""
    try:
        yield
    except OSError as error:
        raise DocumentError(f"{path}: cannot be written: {error.strerror or error}") from error


def _write(draft: str, place: str, data: bytes) -> None:
    """Write what is to be at a place beside it. A device, a pipe or a folder is never replaced."""
    there = os.path.lexists(place)
    if there and not os.path.isfile(place):
        raise OSError(errno.EINVAL, "it is no file")
    if there and not os.access(place, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    with open(draft, "xb") as file:
        file.write(data)
    if there:
        shutil.copymode(place, draft)
