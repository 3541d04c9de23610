"""Corrections: fixes that make a refuted sentence SUPPORTED, where no other claim would mend it in another way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck import explain, parts
from factcheck.candidates import Base
from factcheck.check import check_sentence
from factcheck.decision import gathered
from factcheck.fixes import Fix, fix
from factcheck.statement import parse
from factcheck.verdict import Label, Verdict


@dataclass(frozen=True, slots=True)
class Correction:
    """A refuted sentence, how to mend it, and the verdict on it once it is mended."""

    refuted: Verdict
    fix: Fix
    supported: Verdict


def correct(verdict: Verdict, base: Base) -> Correction | None:
    """Return the one correction of a sentence, None where there is none or more than one."""
    mend = fix(verdict)
    supported = _supported(verdict, mend, base) if mend else None
    if not mend or not supported:
        return None
    rivals = (fix(other) for other in _refutations_without(verdict, base))
    if any(rival and rival != mend and _supported(verdict, rival, base) for rival in rivals):
        return None
    return Correction(verdict, mend, supported)


def _supported(refuted: Verdict, mend: Fix, base: Base) -> Verdict | None:
    """Return the verdict on a mended sentence if it is SUPPORTED, explained if the one that refuted it was."""
    sentence = replace(refuted.sentence, text=mend.apply(refuted.sentence.text))
    verdict = check_sentence(sentence, base, explained=refuted.explanation is not None)
    return verdict if verdict.label is Label.SUPPORTED else None


def _refutations_without(verdict: Verdict, base: Base) -> Iterator[Verdict]:
    """Yield the verdicts of other claims that refute a sentence, each found by leaving out those before it."""
    said = parse(verdict.sentence.text, base.table)
    *_, (_, evidence) = gathered(said, base)
    while verdict.label is Label.REFUTED and verdict.claim:
        left_out = verdict.claim.id
        evidence = [item for item in evidence if base.claims[item.claim].id != left_out]
        verdict = explain.verdict(verdict.sentence, said, parts.judge(said, evidence), evidence, base)
        if verdict.label is Label.REFUTED:
            yield verdict
