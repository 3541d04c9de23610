"""What an editor offers to do about a finding: correct the sentence, or ignore it with a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from factcheck import corrections, directives, documents, patches
from factcheck.candidates import Base
from factcheck.documents import Document
from factcheck.sentences import Sentence
from factcheck.servers.reading import Reading, read
from factcheck.verdict import Label, Verdict

IGNORE = "Ignore this finding with a comment"
REASON = "TODO: say why"  # an editor cannot ask for a reason, and a comment without one would be an error
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of a text with its name: text[start:end] becomes `words`."""

    title: str
    start: int
    end: int
    words: str
    corrects: bool = False

    def apply(self, text: str) -> str:
        """Return the text with the change in it."""
        return f"{text[: self.start]}{self.words}{text[self.end :]}"


def edits(reading: Reading, verdict: Verdict, base: Base) -> tuple[Edit, ...]:
    """Return what can be done about a finding, the best first."""
    if verdict.label is Label.SUPPORTED or not reading.document or reading.hides(verdict.sentence):
        return ()
    found = (
        _correction(reading, reading.document, verdict, base),
        _comment(reading, reading.document, verdict.sentence),
    )
    return tuple(edit for edit in found if edit)


def _correction(reading: Reading, document: Document, verdict: Verdict, base: Base) -> Edit | None:
    """Return the edit that corrects a sentence and changes no other, if there is one."""
    correction = corrections.correct(verdict, base)
    if not correction:
        return None
    for patch in patches.mend(document, [correction], reading.manner.split).patches:
        said, words = (" ".join(each.split()) for each in (correction.fix.said.text, patch.words))
        return Edit(f"Change “{said}” to “{words}”", patch.start, patch.end, patch.words, corrects=True)
    return None


def _comment(reading: Reading, document: Document, sentence: Sentence) -> Edit | None:
    """Return the edit that ignores a finding with a comment at the end of its line, else on a line above it.

    It changes no sentence; where there is no room for one, as in a table, or it would hide nothing, there is none.
    """
    said = [_words(each) for each in reading.sentences]
    number = reading.sentences.index(sentence)
    for edit in _comments(reading, document, sentence):
        after = read(edit.apply(document.text), document.name, reading.ruler.encoding, reading.manner)
        if said == [_words(each) for each in after.sentences] and after.hides(after.sentences[number]):
            return edit
    return None


def _comments(reading: Reading, document: Document, sentence: Sentence) -> Iterator[Edit]:
    """Yield the edits that put a comment where it would be about a sentence."""
    suffix = PurePath(document.name).suffix.lower()
    html = documents.format_of(document.name).has_html
    start, line = reading.ruler.starts[sentence.line - 1], reading.ruler.line(sentence.line - 1)
    end = start + len(line.rstrip())
    yield Edit(IGNORE, end, end, f" {directives.written('ignore', REASON, suffix, html)}")
    indent = line[: len(line) - len(line.lstrip())]
    above = f"{indent}{directives.written('ignore-next-line', REASON, suffix, html)}"
    yield Edit(IGNORE, start, start, above + _line_end(document.text))


def _line_end(text: str) -> str:
    """Return what the first line of a text ends with."""
    found = _LINE_END.search(text)
    return found[0] if found else "\n"


def _words(sentence: Sentence) -> str:
    """Return the words of a sentence, however it is broken into lines."""
    return " ".join(sentence.text.split())
