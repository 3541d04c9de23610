"""The pipeline: split, parse, find, compare, judge, and judge a sentence by what its denial or its opposite comes to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck import denied, explain, opposed, parts, recasting
from factcheck.candidates import Base
from factcheck.database import Claims
from factcheck.decision import Label, gathered
from factcheck.sentences import Sentence, split
from factcheck.statement import parse
from factcheck.store import base_of
from factcheck.verdict import Verdict


def check(text: str, claims: Claims, explained: bool = False) -> Iterator[Verdict]:
    """Check each sentence of a text against a database of claims; verdicts come in the order of the text."""
    return check_sentences(split(text), claims, explained)


def check_sentences(sentences: Iterable[Sentence], claims: Claims, explained: bool = False) -> Iterator[Verdict]:
    """Check sentences one by one; each verdict is given as soon as it is known, with how it came about if `explained`."""
    base = base_of(claims)
    for sentence in sentences:
        yield check_sentence(sentence, base, explained)


def check_sentence(sentence: Sentence, base: Base, explained: bool = False) -> Verdict:
    """Parse a sentence, find the wordings it may be about, compare it with each, and judge."""
    said = parse(sentence.text, base.table)
    for found, evidence in gathered(said, base):
        judgement = denied.judged(said, parts.judge(said, evidence), found, evidence, base)
        judgement = opposed.judged(said, judgement, found, evidence, base)
        judgement = recasting.judged(said, judgement, found, evidence, base)
        if judgement.label is not Label.UNSETTLED or judgement.note:
            break
    verdict = explain.verdict(sentence, said, judgement, evidence, base)
    if not explained:
        return verdict
    from factcheck import trace  # which takes time to import, and is seldom asked for

    return replace(verdict, explanation=trace.explanation(said, found, evidence, judgement, base))
