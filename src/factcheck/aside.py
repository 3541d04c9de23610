"""Verdicts that are not reported: findings that a comment in the text ignores or a baseline knows, and labels not shown."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from factcheck import directives
from factcheck.directives import Ignore
from factcheck.documents import Document, DocumentError, Stream
from factcheck.verdict import Label, Verdict

if TYPE_CHECKING:
    from factcheck.baseline import Known

IGNORED, KNOWN, HIDDEN = "ignored", "baseline", "hidden"
_TOLD = 5  # findings that are gone; the rest is counted
_LONGEST = 80  # characters of a sentence that is told


def ignores(read_documents: Iterable[Document | Stream]) -> tuple[Ignore, ...]:
    """Return what the comments in documents hide. Raises DocumentError, which tells all that is wrong with them.

    What is in a stream is not known yet.
    """
    found: list[Ignore] = []
    errors: list[str] = []
    for document in read_documents:
        if isinstance(document, Stream):
            continue
        hidden, wrong = directives.ignores(document.comments, document.text, document.name)
        found += hidden
        errors += wrong
    if errors:
        raise DocumentError("\n".join(errors))
    return tuple(found)


class Aside:
    """Lets verdicts pass, and keeps back and counts the findings that are set aside.

    The comments of a stream count as they arrive; one that is wrong is an error where its turn comes. `names` are those of
    the documents that are checked, from which known findings may be gone.
    """

    def __init__(
        self,
        hidden: Sequence[Ignore] = (),
        known: Counter[Known] | None = None,
        path: str = "",
        stream: Stream | None = None,
        names: Iterable[str] = (),
    ) -> None:
        self._hidden = hidden
        self._stream = stream
        self._known = Counter(known or {})  # what the baseline at `path` knows and no verdict has been yet
        self._path = path
        self._used: set[Ignore] = set()
        self._names = names
        self._counted: Counter[str] = Counter({IGNORED: 0, KNOWN: 0})

    @property
    def counted(self) -> Mapping[str, int]:
        """Return how many verdicts are not reported, and why; whole once all verdicts have passed."""
        return self._counted

    @property
    def unused(self) -> Sequence[Ignore]:
        """Return the comments that have hidden nothing; whole once all verdicts have passed."""
        return [ignore for ignore in self._hiding() if ignore not in self._used]

    def passing(self, verdicts: Iterable[Verdict]) -> Iterator[Verdict]:
        """Yield the verdicts that are not set aside, each as soon as it is known."""
        for verdict in verdicts:
            self._refuse_wrong(verdict)
            if reason := self._reason(verdict):
                self._counted[reason] += 1
            else:
                yield verdict
        self._refuse_wrong()

    def showing(self, verdicts: Iterable[Verdict], labels: Collection[Label]) -> Iterator[Verdict]:
        """Yield the verdicts with one of some labels, each as soon as it is known; the others are only counted."""
        self._counted[HIDDEN] = 0
        for verdict in verdicts:
            if verdict.label in labels:
                yield verdict
            else:
                self._counted[HIDDEN] += 1

    def remarks(self) -> Iterator[str]:
        """Yield what to tell once all verdicts have passed: comments that hide nothing, findings that are gone."""
        yield from (f"{ignore} hides nothing" for ignore in self.unused)
        if gone := self._gone():
            total = gone.total()
            findings = "1 finding of the baseline is" if total == 1 else f"{total} findings of the baseline are"
            yield f"{findings} gone; --write-baseline {self._path} makes it anew"
            told = dict(sorted(gone.items())[:_TOLD])
            yield from (f"  {_told(known, count)}" for known, count in told.items())
            if more := total - sum(told.values()):
                yield f"  and {more} more"

    def _gone(self) -> Counter[Known]:
        """Return the known findings of files that are checked or no longer there, of which no verdict has been."""
        if not self._path:
            return Counter()
        from factcheck import baseline

        folder = os.path.dirname(self._path)
        checked = {baseline.relative(name, folder) for name in self._names}
        return Counter(
            {
                known: count
                for known, count in self._known.items()
                if count and (known.path in checked or baseline.is_deleted(known, folder))
            }
        )

    def _hiding(self) -> Iterable[Ignore]:
        """Return what hides findings, as far as it is known."""
        return chain(self._hidden, self._stream.text.ignores if self._stream else ())

    def _refuse_wrong(self, verdict: Verdict | None = None) -> None:
        """Raise DocumentError where a comment of the stream is wrong that stands before a verdict's sentence, or anywhere."""
        if self._stream and self._stream.text.error:
            sentence = verdict.sentence if verdict else None
            here = not sentence or sentence.path == self._stream.name
            if here and (not sentence or sentence.start >= self._stream.text.error_at):
                raise DocumentError(self._stream.text.error)

    def _reason(self, verdict: Verdict) -> str:
        """Return why a verdict is set aside, "" where it is not."""
        if not self._path:
            return IGNORED if self._is_hidden(verdict) else ""
        from factcheck import baseline

        known = baseline.known(verdict, os.path.dirname(self._path))
        if self._is_hidden(verdict):
            return IGNORED
        if verdict.label is Label.SUPPORTED or not self._known[known]:
            return ""
        self._known[known] -= 1
        return KNOWN

    def _is_hidden(self, verdict: Verdict) -> bool:
        """Tell whether a comment hides a finding, and note which."""
        sentence = verdict.sentence
        if verdict.label is Label.SUPPORTED:
            return False
        reaching = [
            each for each in self._hiding() if each.path == sentence.path and each.start <= sentence.start < each.end
        ]
        self._used.update(reaching)
        return bool(reaching)


def _told(known: Known, count: int) -> str:
    """Return where a finding was, and what it was about in short."""
    text = known.text if len(known.text) <= _LONGEST else f"{known.text[:_LONGEST]}…"
    times = f" ({count} times)" if count > 1 else ""
    return f"{known.path}: {text}{times}"
