"""What a sentence put otherwise comes to: without its denial, or in another construction."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.candidates import Base
from factcheck.conflicts import Conflict
from factcheck.decision import Found, Rule, evidence_of
from factcheck.once import once
from factcheck.parts import Judgement
from factcheck.statement import Statement, parse
from factcheck.verdict import Decision, Evidence, Label, decide


def read(
    said: Statement, text: str, found: Found, evidence: Sequence[Evidence], base: Base
) -> tuple[Statement, Decision, Evidence | None]:
    """Return a sentence put otherwise, what it comes to, and the evidence on the sentence itself that goes with what decided."""
    reading = _reading(said, text, base)
    stated, other = reading.said, [reading.evidence(number) for number, _ in found]
    decision = decide(stated, other, range(len(stated.units)))
    pairs = zip(evidence, other, strict=True)
    return stated, decision, next((own for own, each in pairs if each is decision.evidence), None)


class Reading:
    """A sentence put otherwise, which is compared with a wording once, however often wordings are found for the sentence itself."""

    def __init__(self, said: Statement, base: Base) -> None:
        self.said = said
        self._base = base
        self._compared: dict[int, Evidence] = {}

    def evidence(self, number: int) -> Evidence:
        """Return the comparison with a wording."""
        if number not in self._compared:
            self._compared[number] = evidence_of(self.said, self._base, number)
        return self._compared[number]


@once
def _reading(_said: Statement, text: str, base: Base) -> Reading:
    """Return what a sentence says otherwise, remembered with the sentence itself."""
    return Reading(parse(text, base.table), base)


def judgement(
    said: Statement, label: Label, item: Evidence, decision: Decision, rule: Rule, *conflicts: Conflict
) -> Judgement:
    """Return the judgement on a sentence as a whole by what it comes to put otherwise."""
    told = Decision(label, item, conflicts, decision.uncovered, rule=rule)
    return Judgement(label, ((tuple(range(len(said.units))), told),))
