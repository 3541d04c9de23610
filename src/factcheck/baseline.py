"""A baseline: findings that are known already, kept in a file so that only new ones are reported.

A finding is known again by its file, its sentence, its verdict and the claim that refutes it, wherever in the file it
stands; the same finding so many times counts so many times. The file is the same on every machine: paths are relative to
its own folder, and written with `/`.
"""

from __future__ import annotations

import json
import os
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from factcheck.documents import DocumentError
from factcheck.reports.paths import is_file
from factcheck.reports.visible import escaped_json
from factcheck.verdict import Label, Verdict

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """What a finding is known by; `claim` is "" where no claim settles the sentence."""

    path: str
    text: str
    verdict: str
    claim: str


_KEYS = tuple(Known.__slots__)


def known(verdict: Verdict, folder: str) -> Known:
    """Return what a finding is known by in a baseline in a folder."""
    text = " ".join(unicodedata.normalize("NFC", verdict.sentence.text).split())
    claim = verdict.claim.id if verdict.claim else ""
    return Known(relative(verdict.sentence.path, folder), text, str(verdict.label), claim)


def is_deleted(known: Known, folder: str) -> bool:
    """Tell whether the file of a finding is no longer there, be it deleted or renamed; what is no file never was."""
    return is_file(known.path) and not os.path.exists(os.path.join(folder, known.path))


def findings(verdicts: Iterable[Verdict], path: str) -> Counter[Known]:
    """Return the findings among verdicts, as a baseline file knows them."""
    folder = os.path.dirname(path)
    return Counter(known(verdict, folder) for verdict in verdicts if verdict.label is not Label.SUPPORTED)


def dumps(found: Counter[Known]) -> str:
    """Write findings as JSON, in order, one a line."""
    lines = [
        json.dumps(asdict(each) | ({"count": found[each]} if found[each] > 1 else {}), ensure_ascii=False)
        for each in sorted(found)
    ]
    listed = "".join(f"{',' * (number > 0)}\n    {line}" for number, line in enumerate(lines))
    return escaped_json(f'{{\n  "schema_version": {SCHEMA_VERSION},\n  "findings": [{listed}\n  ]\n}}\n')


def load(path: str) -> Counter[Known]:
    """Read a baseline file. Raises DocumentError, which names the file and the line."""
    try:
        with open(path, encoding="utf-8-sig") as file:
            return loads(file.read(), path)
    except FileNotFoundError:
        raise DocumentError(f"{path}: no such baseline; --write-baseline {path} makes it") from None
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError:
        raise DocumentError(f"{path}: is not UTF-8, so it is no baseline") from None


def loads(text: str, path: str) -> Counter[Known]:
    """Read the text of a baseline file. Raises DocumentError, which names the file and the line."""
    if not _is_baseline(text):
        raise DocumentError(f"{path}: is no baseline of factcheck")
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise _broken(path, error.lineno, "is not JSON") from None
    except (RecursionError, ValueError):  # of numbers with thousands of digits Python makes none
        raise _broken(path, 1, "is nested too deep, or holds too long a number") from None
    entries = document.get("findings") if isinstance(document, dict) else None
    if not isinstance(entries, list) or document.get("schema_version") != SCHEMA_VERSION:
        raise _broken(path, 1, f"needs schema_version {SCHEMA_VERSION} and a list of findings")
    found: Counter[Known] = Counter()
    for number, entry in enumerate(entries):
        if not _is_finding(entry):
            raise _broken(path, _line(text, number), f"finding {number + 1} needs the texts {', '.join(_KEYS)}")
        found[Known(*(entry[key] for key in _KEYS))] += entry.get("count", 1)
    return found


def refuse_another(path: str) -> None:
    """Raise DocumentError where a file stands that is no baseline, so that none is destroyed by a slip."""
    if not os.path.isfile(path):  # a device may have no end
        return
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read()
    except OSError:
        return
    if text.strip() and not _is_baseline(text):
        raise DocumentError(f"{path}: is no baseline of factcheck, so it is not written over; name another file")


def _is_baseline(text: str) -> bool:
    """Tell a baseline, even a broken one, from any other file."""
    return all(f'"{key}"' in text for key in ("schema_version", "findings"))


def _is_finding(entry: Any) -> bool:
    """Tell whether what was read is a finding: a text for each key, and how often it is there if that is not once."""
    if not isinstance(entry, dict) or entry.keys() - {"count"} != set(_KEYS):
        return False
    count = entry.get("count", 1)
    return all(isinstance(entry[key], str) for key in _KEYS) and type(count) is int and count > 0


def _line(text: str, number: int) -> int:
    """Return the line on which a finding stands: they are written one a line."""
    head = text[: text.find('"findings"')].count("\n") + 1
    lines = [line for line, words in enumerate(text.split("\n"), 1) if line > head and words.lstrip().startswith("{")]
    return lines[number] if number < len(lines) else 1


def _broken(path: str, line: int, problem: str) -> DocumentError:
    return DocumentError(f"{path}:{line}: {problem}; --write-baseline {path} makes it anew")


def relative(path: str, folder: str) -> str:
    """Return a path as seen from a folder, with `/`; what is no file keeps its name."""
    if not is_file(path):
        return path
    try:
        path = os.path.relpath(path, folder or os.curdir)
    except ValueError:  # on another drive
        path = os.path.abspath(path)
    return path.replace(os.sep, "/")
