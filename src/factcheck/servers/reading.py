"""What there is to check in a text that is open in an editor."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck import directives, documents
from factcheck.directives import Ignore
from factcheck.documents import Document, DocumentError, Split
from factcheck.sentences import Sentence
from factcheck.servers.rulers import Encoding, Ruler

LONGEST = 1_000  # characters of a sentence; what is longer is a table or a list of data and would take minutes


@dataclass(frozen=True, slots=True)
class Manner:
    """How texts are read: what is checked as one, and whether comments in them hide findings."""

    split: Split = "sentences"
    ignores: bool = True


USUAL = Manner()


@dataclass(frozen=True, slots=True)
class Reading:
    """A text taken apart: its sentences, what comments in it hide, and what is wrong with them, each with its line.

    `document` is None where there is nothing to check: in an empty text, or one of a format that is not read.
    """

    ruler: Ruler
    manner: Manner
    document: Document | None = None
    sentences: tuple[Sentence, ...] = ()
    hidden: tuple[Ignore, ...] = ()
    mistakes: tuple[tuple[int, str], ...] = ()

    def hides(self, sentence: Sentence) -> bool:
        """Tell whether a comment hides the findings of a sentence."""
        return any(ignore.start <= sentence.start < ignore.end for ignore in self.hidden)


def read(text: str, name: str, encoding: Encoding, manner: Manner = USUAL) -> Reading:
    """Read a text; the suffix of its name says what it is written in."""
    ruler = Ruler.of(text, encoding)
    document = _document(text, name)
    if not document:
        return Reading(ruler, manner)
    comments = document.comments if manner.ignores else ()
    mistakes = directives.mistakes(comments, text)
    hidden, _ = directives.ignores(comments, text, name)
    found = (each for each in documents.read_sentences(document, manner.split) if len(each.text) <= LONGEST)
    return Reading(ruler, manner, document, tuple(found), tuple(hidden), tuple(mistakes))


def _document(text: str, name: str) -> Document | None:
    """Return a text as a document, None where there is nothing to check."""
    try:
        return documents.from_text(text, name)
    except DocumentError:
        return None
