"""The github format: workflow commands, which GitHub Actions shows as annotations at the place of each sentence.

They are written as GitHub's own toolkit writes them. SUPPORTED sentences get none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.reports import Run
from factcheck.reports.display import citation
from factcheck.reports.paths import is_file, relative
from factcheck.reports.visible import visible
from factcheck.verdict import Label, Verdict

COMMANDS = {Label.REFUTED: "error", Label.UNSETTLED: "notice"}

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def report(verdicts: Iterable[Verdict], run: Run) -> Iterator[str]:
    """Yield one workflow command for each sentence that is not SUPPORTED."""
    for verdict in verdicts:
        if verdict.label in COMMANDS:
            properties = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in _properties(verdict))
            yield f"::{COMMANDS[verdict.label]} {properties}::{_message(verdict).translate(_DATA)}\n"


def _properties(verdict: Verdict) -> Iterator[tuple[str, str]]:
    """Yield where the sentence stands and what the annotation is called.

    GitHub takes no column where an annotation has several lines. A text that is no file has no place in a repository.
    """
    sentence = verdict.sentence
    if is_file(sentence.path):
        yield "file", visible(relative(sentence.path))
        yield "line", str(sentence.line)
        yield "endLine", str(sentence.end_line)
        if sentence.line == sentence.end_line:
            yield "col", str(sentence.column)
    yield "title", visible(f"{verdict.label} by {verdict.claim.id}" if verdict.claim else verdict.label)


def _message(verdict: Verdict) -> str:
    """Return the reason, the sentence where no place shows it, and the excerpt, a line each."""
    lines = [visible(verdict.reason)]
    if not is_file(verdict.sentence.path):
        lines.append(f"{visible(verdict.sentence.path)}: {visible(verdict.sentence.text)}")
    if verdict.claim:
        lines.append(f"“{visible(verdict.claim.excerpt)}” — {visible(citation(verdict.claim.source))}")
    return "\n".join(lines)
