"""Corrections put into the documents that the sentences came from, and the difference that they make."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import unified_diff

from factcheck import documents, quotations
from factcheck.corrections import Correction
from factcheck.documents import Document, Split
from factcheck.findings import Span
from factcheck.readers import Block
from factcheck.reports.visible import visible
from factcheck.sentences import Sentence
from factcheck.verdict import Verdict

_LINE = re.compile(r"[^\n]*\n|[^\n]+")  # patch knows no other line end
_QUOTED_LINE = re.compile(r"[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)*>")  # as Markdown and letters quote


@dataclass(frozen=True, slots=True)
class Patch:
    """A correction and its place in the document: text[start:end] becomes `words`."""

    correction: Correction
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Mended:
    """A document with corrections in it, those that were made, and for each sentence of the old text that of the new one."""

    document: Document
    patches: tuple[Patch, ...]
    sentences: Mapping[Sentence, Sentence]
    corrections: Mapping[Sentence, Correction]


def mend(document: Document, corrections: Sequence[Correction], split: Split) -> Mended:
    """Return a document with those corrections that change their own sentence and nothing else in it.

    Of two that overlap, the first is made.
    """
    if not corrections:
        return Mended(document, (), {}, {})
    document = document._replace(blocks=tuple(document.blocks))  # which are found anew each time
    patches = _apart(sorted(_patches(document, corrections), key=lambda patch: (patch.start, patch.end)))
    mended = _mended(document, patches, split)
    if mended is None:
        patches = [patch for patch in patches if _mended(document, [patch], split)]
        mended = _mended(document, patches, split)
    return mended or Mended(document, (), {}, {})


def moved(verdict: Verdict, mended: Mended) -> Verdict:
    """Return the verdict on a sentence as it reads, and where it stands, in the mended document."""
    correction = mended.corrections.get(verdict.sentence)
    sentence = mended.sentences.get(verdict.sentence, verdict.sentence)
    return replace(correction.supported if correction else verdict, sentence=sentence)


def told(patch: Patch) -> str:
    """Say in one line what was corrected where, and by which claim."""
    refuted = patch.correction.refuted
    place = f"{refuted.sentence.path}:{refuted.sentence.line}:{refuted.sentence.column}"
    claim = f" (claim {refuted.claim.id})" if refuted.claim else ""
    said, words = (" ".join(each.split()) for each in (patch.correction.fix.said.text, patch.words))
    return f'{place}: "{said}" is now "{words}"{claim}'


def diff(name: str, before: str, after: str) -> Iterator[str]:
    """Yield a unified diff, line by line; `patch -p0` and `git apply -p0` understand it."""
    name = visible(name)
    header = f"{name}\t" if " " in name else name  # what follows a tab is no part of the name
    for line in unified_diff(_LINE.findall(before), _LINE.findall(after), header, header):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _patches(document: Document, corrections: Sequence[Correction]) -> Iterator[Patch]:
    """Yield the corrections that have a place of their own in the document, which is free to change."""
    for correction in corrections:
        at = _start(document, correction.refuted.sentence, correction.fix.said)
        if at is not None and _is_free(document, at, len(correction.fix.said.text)):
            yield Patch(correction, at, at + len(correction.fix.said.text), correction.fix.words)


def _start(document: Document, sentence: Sentence, said: Span) -> int | None:
    """Return where words of a sentence start in the document, None where markup interrupts them or writes them otherwise."""
    at: int | None = sentence.start + said.start
    if document.text[sentence.start : sentence.end] != sentence.text:
        at = _start_in_block(document, sentence, said)
    return at if at is not None and document.text.startswith(said.text, at) else None


def _start_in_block(document: Document, sentence: Sentence, said: Span) -> int | None:
    """Return where words start if the characters between them and their end stand together in the document."""
    for block in document.blocks:
        first = bisect_left(block.offsets, sentence.start)
        if block.text.startswith(sentence.text, first) and block.offsets[first] == sentence.start:
            start, last = block.offsets[first + said.start], block.offsets[first + said.end - 1]
            return start if last - start == said.end - 1 - said.start else None
    return None


def _is_free(document: Document, at: int, length: int) -> bool:
    """Tell whether words are nobody else's and nothing goes by them, as a reference does by the name of its target."""
    for block in document.blocks:
        first = bisect_left(block.offsets, at)
        if first < len(block.offsets) and block.offsets[first] == at:
            words = range(first, first + length)
            return block.bound.isdisjoint(words) and not _is_quoted(document, block, words)
    return True


def _is_quoted(document: Document, block: Block, words: range) -> bool:
    """Tell whether words of a block stand in a quotation, be it one of several sentences or of paragraphs marked as one."""
    line = document.text.rfind("\n", 0, block.offsets[0]) + 1
    marked = block.quoted or bool(_QUOTED_LINE.match(document.text, line))
    return marked or quotations.is_quoted(block.text, words.start, words.stop)


def _apart(patches: Iterable[Patch]) -> list[Patch]:
    """Leave out patches that overlap an earlier one."""
    kept: list[Patch] = []
    for patch in patches:
        if not kept or patch.start >= kept[-1].end:
            kept.append(patch)
    return kept


def _mended(document: Document, patches: Sequence[Patch], split: Split) -> Mended | None:
    """Return a document with patches, None where another sentence would read otherwise with them."""
    mended = documents.from_text(_patched(document.text, patches), document.name)
    before = list(documents.read_sentences(document, split))
    after = list(documents.read_sentences(mended, split))
    made = {patch.correction.refuted.sentence: patch.correction for patch in patches}
    expected = [made[each].supported.sentence.text if each in made else each.text for each in before]
    if expected != [sentence.text for sentence in after]:
        return None
    return Mended(mended, tuple(patches), dict(zip(before, after, strict=True)), made)


def _patched(text: str, patches: Iterable[Patch]) -> str:
    """Return a text with patches in it, which are in order and apart."""
    pieces: list[str] = []
    end = 0
    for patch in patches:
        pieces += [text[end : patch.start], patch.words]
        end = patch.end
    return "".join((*pieces, text[end:]))
