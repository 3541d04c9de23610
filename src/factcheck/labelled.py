"""Labelled sentences: JSON lines -> rows, each with the verdict that it should get."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from factcheck.documents import Document, DocumentError
from factcheck.sentences import split
from factcheck.tables import kinds
from factcheck.verdict import Label

_TOLD = 5  # bad rows of a file; one mistake is often made in all of them
_BETWEEN = "\n\n"  # between the parts of an evidence, so that no sentence crosses from one into the next


@dataclass(frozen=True, slots=True)
class Row:
    """A text, the verdict that it should get, and where it stands; `evidence` is what to check it against, if given."""

    path: str
    line: int
    text: str
    label: Label
    evidence: str | None = None
    id: str = ""


class _RowError(ValueError):
    """What is wrong with a row; str() says it and how to mend it."""


def read(documents: Iterable[Document]) -> tuple[Row, ...]:
    """Return the rows of some files; a DocumentError tells of the first bad rows of each with their lines, and counts the rest."""
    found: list[Row] = []
    errors: list[str] = []
    for document in documents:
        rows, wrong = _rows(document)
        found += rows
        errors += wrong[:_TOLD]
        if len(wrong) > _TOLD:
            errors.append(f"{document.name}: … and {len(wrong) - _TOLD} more like it")
    if errors:
        raise DocumentError("\n".join(errors))
    return tuple(found)


def _rows(document: Document) -> tuple[list[Row], list[str]]:
    """Return the rows of a file, and what is wrong with the others."""
    found: list[Row] = []
    errors: list[str] = []
    for number, line in enumerate(document.text.split("\n"), 1):  # a line of JSON may hold other line separators
        if not line.strip():
            continue
        try:
            found.append(_row(document.name, number, line))
        except _RowError as error:
            errors.append(f"{document.name}:{number}: {error}")
    return found, errors


@cache
def spellings() -> dict[str, Label]:
    """Return how each verdict may be spelt, in small letters with spaces."""
    return {name: Label(label) for name, label in kinds("labels").items()}


def _row(path: str, number: int, line: str) -> Row:
    fields = _object(line)
    id_ = fields.get("id", "")
    return Row(
        path,
        number,
        _text(fields),
        _label(fields),
        _evidence(fields.get("evidence")),
        str(id_) if isinstance(id_, str | int) else "",
    )


def _object(line: str) -> dict[str, object]:
    """Read one line of JSON."""
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        raise _RowError(f"is not JSON: {error.msg} at column {error.colno}; write one object a line") from None
    except (RecursionError, ValueError):
        raise _RowError("is JSON too deep or too long to read; write one object a line") from None
    if not isinstance(found, dict):
        raise _RowError('is not a JSON object; write {"text": "…", "label": "SUPPORTED"}')
    return found


def _text(fields: dict[str, object]) -> str:
    text = fields.get("text")
    if text is None:
        instead = next((key for key in ("claim", "sentence", "statement") if key in fields), "")
        mend = f"rename {instead!r} to 'text'" if instead else "it is the sentence to check"
        raise _RowError(f"'text' is missing; {mend}")
    if not isinstance(text, str) or not text.strip():
        raise _RowError("'text' must be a text that is not empty")
    return text


def _label(fields: dict[str, object]) -> Label:
    label = fields.get("label")
    if label is None:
        raise _RowError(f"'label' is missing; write {_accepted()}")
    words = " ".join(str(label).casefold().replace("_", " ").replace("-", " ").split())
    if not isinstance(label, str | bool) or words not in spellings():
        raise _RowError(f"label {label!r} is unknown; write {_accepted()}")
    return spellings()[words]


def _accepted() -> str:
    *first, last = Label
    return f"{', '.join(first)} or {last}"


def _evidence(given: object) -> str | None:
    """Return what a row is to be checked against as one text, None where it says nothing of it."""
    if given is None:
        return None
    parts = [given] if isinstance(given, str) else given
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        raise _RowError("'evidence' must be a text or a list of texts; give the sentences themselves, or leave it out")
    text = _BETWEEN.join(part for part in parts if isinstance(part, str))
    if not _has_sentence(text):
        raise _RowError("'evidence' holds no sentence; leave it out to check against the database")
    return text


@cache
def _has_sentence(text: str) -> bool:
    return bool(split(text))
