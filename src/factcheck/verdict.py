"""The verdict on a sentence: an ordered list of rules over the comparisons with its candidate claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck import misstatements
from factcheck.alignment import Level
from factcheck.comparison import Comparison
from factcheck.conflicts import Conflict
from factcheck.database import Claim
from factcheck.details import modality
from factcheck.findings import Finding
from factcheck.sentences import Sentence
from factcheck.statement import Statement, Unit

TOLERANCE = 0.12  # share of a sentence's weight that may find no partner in a wording that supports it
UNION_TOLERANCE = 0.06  # the same, where several wordings of one claim are taken together
UNION_BASE = 0.40  # what one wording alone may then leave uncovered
ABOUT = 0.36  # share of the rest of a sentence that may be uncovered for a conflict to count
_HARD = ("name", "quantity", "date")
_RELATIONAL = ("order", "role", "scope", "attribution")  # conflicts between units that may each be stated for themselves
_STRONG_SCOPES = ("only", "all", "most", "first", "last", "few", "half")


class Label(StrEnum):
    """What the source says about a sentence (FEVER's names)."""

    SUPPORTED = "SUPPORTED"
    REFUTED = "REFUTED"
    UNSETTLED = "NOT ENOUGH INFO"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that a sentence may be about, with its fuzzy similarity (0-100), which ranks and never decides."""

    claim: Claim
    similarity: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer for one sentence.

    `claim` is the claim that settles it and `others` further claims that it needed besides; for NOT ENOUGH INFO `claim` is None.
    """

    label: Label
    sentence: Sentence
    reason: str
    claim: Claim | None = None
    others: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    similarity: float = 0.0
    nearest: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A comparison with one wording of one claim; `wrong` marks a known misstatement."""

    claim: int
    role: str
    comparison: Comparison
    guilty: tuple[int, ...] = ()  # the units that make a misstatement wrong

    @property
    def wrong(self) -> bool:
        return self.role == "wrong"


@dataclass(frozen=True, slots=True)
class Decision:
    """What one part of a sentence comes to: the label, the evidence that decided, the conflicts, the share left uncovered."""

    label: Label
    evidence: Evidence | None
    conflicts: tuple[Conflict, ...] = ()
    uncovered: float = 1.0
    missing: tuple[int, ...] = ()


def decide(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision:
    """Judge one part of a sentence, given as indexes of its units.

    The first rule that applies wins: a known misstatement said again; support; a conflict; otherwise unsettled.
    """
    if not any(said.units[number].weight for number in part):
        return Decision(Label.UNSETTLED, None)
    support = _support(said, evidence, part)
    misstatement = _misstatement(said, evidence, part)
    if misstatement and (support is None or misstatement.uncovered < support.uncovered):
        return misstatement
    if support:
        return support
    if conflict := _conflict(said, evidence, part):
        return conflict
    return _unsettled(said, evidence, part)


def uncovered(units: Sequence[Unit], cover: Sequence[float], part: Sequence[int]) -> float:
    """Return the share of the part's weight that nothing covers, 0 to 1."""
    total = sum(units[number].weight for number in part)
    return sum(units[number].weight * (1 - cover[number]) for number in part) / total if total else 1.0


def _holds(said: Statement, comparison: Comparison, cover: Sequence[float], part: Sequence[int]) -> bool:
    """Tell whether nothing that must not be left open is: details, what a "not" negates, strong quantifiers."""
    if not _ordered(comparison, part):
        return False
    for number in part:
        unit, match = said.units[number], comparison.matches[number]
        if unit.kind in _HARD and unit.weight and not cover[number]:
            return False
        if unit.focus and not cover[number]:
            return False
        if unit.focus and match and unit.negated != comparison.stated.units[match.stated].negated and not conflicts_cancel(comparison, number):
            return False
        if unit.scope in _STRONG_SCOPES and match and comparison.stated.units[match.stated].scope != unit.scope and not _same_scope(unit, comparison, match.stated):
            return False
        if unit.scope in _STRONG_SCOPES and match is None and unit.weight:
            return False
    return True


def conflicts_cancel(comparison: Comparison, number: int) -> bool:
    """Tell whether the negation of a unit is taken up elsewhere: in the clause of its partner, or by an opposite word."""
    unit, match = comparison.said.units[number], comparison.matches[number]
    assert match
    partner = comparison.stated.units[match.stated]
    same_clause = comparison.said.frames[unit.clause].denied == comparison.stated.frames[partner.clause].denied
    return same_clause or match.level is Level.SYNONYM


def _ordered(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether each "A more than B" of the part has its like in the wording, the same way round."""
    for link in comparison.said.links:
        if link.kind == "than" and set(link.right) & set(part) and not any(other.kind == "than" for other in comparison.stated.links):
            return False
    return True


def _same_scope(unit: Unit, comparison: Comparison, stated: int) -> bool:
    """Tell whether a quantifier stands somewhere else in the wording, on what the same phrase holds."""
    return any(other.scope == unit.scope for other in comparison.stated.units) or (unit.scope == "all" and unit.kind != "word")


def _clear(comparison: Comparison, part: Sequence[int]) -> bool:
    return not any(conflict.said in part for conflict in comparison.conflicts)


def _support(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision | None:
    """Every weighty part is agreed or entailed by one wording, or by the wordings of one claim together."""
    best: Decision | None = None
    unions: dict[int, list[float]] = {}
    for item in evidence:
        if item.wrong or not _clear(item.comparison, part):
            continue
        cover = item.comparison.cover
        union = unions.setdefault(item.claim, [0.0] * len(said.units))
        for number in part:
            union[number] = max(union[number], cover[number])
        open_ = uncovered(said.units, cover, part)
        if open_ <= TOLERANCE and _holds(said, item.comparison, cover, part) and modality.fits(item.comparison, part) and (best is None or open_ < best.uncovered):
            best = Decision(Label.SUPPORTED, item, (), open_)
    if best:
        return best
    for item in evidence:
        union = unions.get(item.claim, [])
        if item.wrong or not union or not _clear(item.comparison, part):
            continue
        open_ = uncovered(said.units, union, part)
        if open_ <= UNION_TOLERANCE and uncovered(said.units, item.comparison.cover, part) <= UNION_BASE and _holds(said, item.comparison, union, part) and modality.fits(item.comparison, part) and (best is None or open_ < best.uncovered):
            best = Decision(Label.SUPPORTED, item, (), open_ + 0.05)
    return best


def _misstatement(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision | None:
    """The part says what a known misstatement says."""
    best: Decision | None = None
    for item in evidence:
        if not item.wrong or not _clear(item.comparison, part) or not modality.fits(item.comparison, part, exact=True):
            continue
        open_ = misstatements.repeats(item.comparison, item.comparison.stated, item.guilty, part)
        if open_ is not None and (best is None or open_ < best.uncovered):
            best = Decision(Label.REFUTED, item, (), open_)
    return best


def _conflict(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision | None:
    """The part is about a claim, all but the conflicting detail agrees, and the detail conflicts."""
    best: Decision | None = None
    unions = _unions(said, evidence)
    for item in evidence:
        if item.wrong:
            continue
        union = unions[item.claim]
        conflicts = tuple(conflict for conflict in item.comparison.conflicts if conflict.said in part and (conflict.kind in _RELATIONAL or not union[conflict.said]))
        if not conflicts or _of_another(said, conflicts):
            continue
        clashing = {conflict.said for conflict in conflicts}
        rest = [number for number in part if number not in clashing]
        open_ = uncovered(said.units, union, rest) if any(said.units[number].weight for number in rest) else 1.0
        if open_ <= ABOUT and _same_subject(said, item, rest, union) and (best is None or open_ < best.uncovered):
            best = Decision(Label.REFUTED, item, conflicts, open_)
    return best


def _of_another(said: Statement, conflicts: Sequence[Conflict]) -> bool:
    """Tell whether name and figure both differ: then the sentence speaks of another one, and nothing clashes."""
    kinds = {conflict.kind for conflict in conflicts}
    return "quantity" in kinds and ("name" in kinds or "date" in kinds)


def _unions(said: Statement, evidence: Sequence[Evidence]) -> dict[int, list[float]]:
    unions: dict[int, list[float]] = {}
    for item in evidence:
        if not item.wrong:
            union = unions.setdefault(item.claim, [0.0] * len(said.units))
            for number, share in enumerate(item.comparison.cover):
                union[number] = max(union[number], share)
    return unions


def _same_subject(said: Statement, item: Evidence, rest: Sequence[int], union: Sequence[float]) -> bool:
    """Tell whether the names of the sentence, and who acts in it, are those of the claim."""
    for number in rest:
        unit = said.units[number]
        if unit.kind in ("name", "date") and not union[number]:
            return False
        if unit.role == "s" and unit.pos == "n" and unit.weight and unit.kind == "word" and not union[number] and _is_head(said, number):
            return False
    return True


def _is_head(said: Statement, number: int) -> bool:
    """Tell whether a unit is the last of its noun phrase."""
    units = said.units
    return number + 1 >= len(units) or units[number + 1].role != "s" or said.text[units[number].end : units[number + 1].start].strip() != ""


def _unsettled(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision:
    """Name what the nearest wording leaves open."""
    best: Decision | None = None
    for item in evidence:
        if item.wrong:
            continue
        open_ = uncovered(said.units, item.comparison.cover, part)
        missing = tuple(number for number in part if said.units[number].weight and not item.comparison.cover[number])
        if best is None or open_ < best.uncovered:
            best = Decision(Label.UNSETTLED, item, (), open_, missing)
    return best or Decision(Label.UNSETTLED, None, (), 1.0, tuple(part))
