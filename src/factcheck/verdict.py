"""The verdict on a sentence: an ordered list of rules over the comparisons with its candidate claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck import alignment
from factcheck.comparison import Comparison, compare
from factcheck.conflicts import Conflict, by_value, focus_shared
from factcheck.database import Claim
from factcheck.details import modality
from factcheck.findings import Finding
from factcheck.sentences import Sentence
from factcheck.statement import SEMILIGHT, Statement, Unit

TOLERANCE = 0.12  # share of a sentence's weight that weak matches and small words may leave uncovered in support
BASE = 0.5  # share that the best wording may leave to other wordings
ABOUT = 0.34  # share of the rest of a sentence that may be uncovered for a conflict to count
SOFT = 0.35  # share that may stay uncovered where one side, right or wrong, is clearly nearer than the other
SOFT_WRONG = 0.2  # the same, to say that a sentence repeats a misstatement
MARGIN = 0.1  # how much nearer
_WEIGHTY = 0.5  # lighter words may go unmatched
_CLOSEST = 8  # known misstatements that a sentence is read against
_OTHERWISE = 0.6  # share of a sentence that may say something else besides a known misstatement
_BESIDE = 5  # units between two words that a wording joins
_NEAR = 0.45  # the same for a wording that says who acts
_FAR = 0.75  # a wording that covers less of the sentence than the rest of this speaks of something else
_LEAST = 0.3  # a full-weight word covered less than this finds no partner
_DIRECTIONS = ("up", "down", "more", "less", "away from", "towards")  # small words that turn a statement round
_HARD = ("name", "quantity", "date")
_SURE = 0.6
TELLING = 0.2  # share that neither the misstatements nor the right wordings of a claim may leave uncovered
SIBLING = 0.15  # the same, where the detail is only another thing of the same kind
_RELATIONAL = (
    "order",
    "role",
    "scope",
    "attribution",
)  # conflicts between units that may each be stated for themselves
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
    others: tuple[int, ...] = ()


def decide(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision:
    """Judge one part of a sentence, given as indexes of its units.

    The first rule that applies wins: support; a known misstatement said again; a conflict; otherwise unsettled.
    """
    if not any(said.units[number].weight for number in part):
        return Decision(Label.UNSETTLED, None)
    if verbatim := _verbatim(said, evidence, part):
        return verbatim
    support = _support(said, evidence, part)
    if support:
        return support
    if misstatement := _misstatement(said, evidence, part):
        return misstatement
    if conflict := _conflict(said, evidence, part):
        return conflict
    if told := _telling(said, evidence, part):
        return told
    if nearest := _nearest(said, evidence, part):
        return nearest
    return _unsettled(said, evidence, part)


def _verbatim(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision | None:
    """The sentence is a known misstatement, word for word."""
    if len(part) < len(said.units):
        return None
    own = _plain(said.text)
    same = {item.wrong: item for item in evidence if _plain(item.comparison.stated.text) == own}
    return Decision(Label.REFUTED, same[True], (), 0.0) if True in same and False not in same else None


def _plain(text: str) -> str:
    """Return a text without case, outer marks and doubled spaces."""
    return " ".join(text.casefold().split()).strip(" .!\"'-")


def uncovered(units: Sequence[Unit], cover: Sequence[float], part: Sequence[int]) -> float:
    """Return the share of the part's weight that nothing covers, 0 to 1."""
    total = sum(units[number].weight for number in part)
    return sum(units[number].weight * (1 - cover[number]) for number in part) / total if total else 1.0


def _holds(said: Statement, comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether the sense of the matched words is kept: order, negation, strong quantifiers."""
    if not _ordered(comparison, part) or not modality.fits(comparison, part):
        return False
    for number in part:
        unit, match = said.units[number], comparison.matches[number]
        if match is None:
            if unit.denial:
                return False
            only = unit.scope == "only" and not any(other.scope == "only" for other in comparison.stated.units)
            if unit.focus or only or (unit.scope in _STRONG_SCOPES and unit.weight):
                return False
            continue
        partner = comparison.stated.units[match.stated]
        if (
            (unit.focus or partner.focus)
            and unit.negated != partner.negated
            and not conflicts_cancel(comparison, number)
        ):
            return False
        if (
            unit.kind in _HARD
            and comparison.stated.frames[partner.clause].denied
            and not any(said.frames[said.units[other].clause].denied for other in part)
        ):
            return False
        if (
            unit.scope in _STRONG_SCOPES
            and partner.scope != unit.scope
            and not _same_scope(unit, comparison, match.stated)
        ):
            return False
    if not _bound(comparison, part):
        return False
    return not (comparison.stated.exceptive and not said.exceptive and any(said.units[number].focus for number in part))


def _bound(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether what a clause says of its subject is said of that subject in the wording too."""
    for number, frame in enumerate(comparison.said.frames):
        if not _together(comparison, part, number):
            return False
        subjects = [
            match.stated
            for index in frame.subject
            if index in part and comparison.said.units[index].kind == "name" and (match := comparison.matches[index])
        ]
        rest = [
            match
            for index in part
            if comparison.said.units[index].clause == number
            and index not in frame.subject
            and comparison.said.units[index].weight >= _WEIGHTY
            and (match := comparison.matches[index])
        ]
        if not subjects or not rest:
            continue
        homes = {comparison.stated.units[match.stated].clause for match in rest}
        reach = {
            index
            for home in homes
            for index in (*comparison.stated.frames[home].subject, *comparison.stated.frames[home].object)
        }
        near = {
            unit.lemma for index, unit in enumerate(comparison.stated.units) if unit.clause in homes or index in reach
        }
        if not any(comparison.stated.units[stated].lemma in near for stated in subjects):
            return False
    return True


def _together(comparison: Comparison, part: Sequence[int], number: int) -> bool:
    """Tell whether what a clause says by its verb is said of the same things in the clause that has that verb."""
    frame = comparison.said.frames[number]
    match = comparison.matches[frame.verb] if frame.verb in part and frame.verb >= 0 else None
    if match is None or comparison.said.units[frame.verb].weight < _WEIGHTY:
        return True
    home = comparison.stated.units[match.stated].clause
    reach = {unit.lemma for unit in comparison.stated.units if unit.clause == home}
    reach |= {
        comparison.stated.units[index].lemma
        for index in (*comparison.stated.frames[home].subject, *comparison.stated.frames[home].object)
    }
    others = [
        found.stated
        for index in part
        if index != frame.verb
        and comparison.said.units[index].clause == number
        and comparison.said.units[index].weight >= 1
        and (found := comparison.matches[index])
    ]
    return not others or 2 * sum(comparison.stated.units[other].lemma in reach for other in others) >= len(others)


def conflicts_cancel(comparison: Comparison, number: int) -> bool:
    """Tell whether the negation of a unit is taken up elsewhere: in the clause of its partner, or by an opposite word."""
    unit, match = comparison.said.units[number], comparison.matches[number]
    assert match
    partner = comparison.stated.units[match.stated]
    same_clause = comparison.said.frames[unit.clause].denied == comparison.stated.frames[partner.clause].denied
    same_clause = same_clause and focus_shared(comparison.stated, comparison.matches, partner.clause)
    return same_clause or match.cancelled


def _ordered(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether each "A more than B" of the part has its like in the wording, the same way round."""
    for link in comparison.said.links:
        if (
            link.kind not in ("than", "order")
            or not set(link.right) & set(part)
            or any(other.kind == link.kind for other in comparison.stated.links)
        ):
            continue
        if link.kind == "order" or by_value(link, comparison.said, comparison.stated, comparison.matches) <= 0:
            return False
    return True


def _same_scope(unit: Unit, comparison: Comparison, stated: int) -> bool:
    """Tell whether a quantifier stands somewhere else in the wording, on what the same phrase holds."""
    taken = {match.stated for match in comparison.matches if match}
    return (
        unit.scope == "only"
        and any(other.scope == "only" and index in taken for index, other in enumerate(comparison.stated.units))
    ) or (
        unit.scope == "all"
        and unit.kind != "word"
        and not any(other.scope in ("only", "part", "some", "few") for other in comparison.stated.units)
    )


def _clear(comparison: Comparison, part: Sequence[int]) -> bool:
    return not any(conflict.said in part for conflict in comparison.conflicts)


def _support(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision | None:
    """Every weighty word is agreed or entailed by one wording; what it lacks, by others that say it of the same thing."""
    best: Decision | None = None
    for item in evidence:
        if item.wrong or not _clear(item.comparison, part):
            continue
        open_ = uncovered(said.units, item.comparison.cover, part)
        if open_ > BASE or (best and open_ >= best.uncovered) or not _holds(said, item.comparison, part):
            continue
        missing = [
            number
            for number in part
            if (said.units[number].weight >= _WEIGHTY or said.units[number].lemma in _DIRECTIONS)
            and item.comparison.cover[number] < _LEAST
        ]
        if any(said.units[number].lemma in _DIRECTIONS for number in missing):
            continue
        helpers = [_bridge(said, item, evidence, part, number) for number in missing]
        if None in helpers:
            continue
        rest = uncovered(said.units, item.comparison.cover, [number for number in part if number not in missing])
        if rest <= TOLERANCE:
            others = tuple(dict.fromkeys(helper.claim for helper in helpers if helper and helper.claim != item.claim))
            best = Decision(Label.SUPPORTED, item, (), max(open_, 0.05 * len(missing)), (), others)
    return best


def _bridge(
    said: Statement, base: Evidence, evidence: Sequence[Evidence], part: Sequence[int], number: int
) -> Evidence | None:
    """Return another right wording that states a missing unit of the same neighbour as the sentence does."""
    if _substitutes(said, base, number):
        return None
    actor = said.units[number].role == "s" and said.units[number].kind in _HARD
    near = _neighbours(said, base, part, number)
    head = said.heads[number]
    if head != number and head in part and base.comparison.cover[head] >= _LEAST:
        near = [head]  # a modifier is of its noun
    frame = said.frames[said.units[number].clause]
    weak = frame.verb < 0 or not said.units[frame.verb].weight
    subjects = [index for index in frame.subject if weak and index in part and said.units[index].kind == "name"]
    for item in evidence:
        comparison = item.comparison
        if any(comparison.cover[index] < _LEAST for index in subjects):
            continue  # what a light verb says of its subject must be said of that subject
        match = comparison.matches[number]
        if (
            item.wrong
            or match is None
            or comparison.cover[number] < _LEAST
            or not _clear(comparison, part)
            or not _holds(said, comparison, [number])
        ):
            continue
        partner = comparison.stated.units[match.stated]
        unit = said.units[number]
        if unit.kind in _HARD and unit.role != partner.role and unit.kind != "date":
            continue
        beside = any(
            comparison.cover[other] >= _LEAST
            and (found := comparison.matches[other])
            and found.level >= alignment.Level.NEAR
            and abs(found.stated - match.stated) <= _BESIDE
            for other in near
        )
        if beside and uncovered(said.units, comparison.cover, part) <= (_NEAR if actor else _FAR):
            return item
    return None


def _substitutes(said: Statement, base: Evidence, number: int) -> bool:
    """Tell whether the wording has another detail of the same kind that the sentence leaves out: then this one replaces it."""
    unit = said.units[number]
    taken = {match.stated for match in base.comparison.matches if match}
    stated = base.comparison.stated.units
    return unit.kind == "name" and any(
        other.kind == "name" and other.role == unit.role and index not in taken for index, other in enumerate(stated)
    )


def _neighbours(said: Statement, base: Evidence, part: Sequence[int], number: int) -> list[int]:
    """Return the covered weighty units next to a unit in its clause, at most one on each side."""
    found = []
    for side in (range(number - 1, -1, -1), range(number + 1, len(said.units))):
        for other in side:
            unit = said.units[other]
            if unit.clause != said.units[number].clause:
                break
            if other in part and unit.weight >= 1 and base.comparison.cover[other] >= _LEAST:
                found.append(other)
                break
    return found


def _misstatement(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision | None:
    """The part entails what a known misstatement says: read as a source, it supports the misstatement."""
    best: Decision | None = None
    own: alignment.Index | None = None
    shares = [
        (uncovered(said.units, item.comparison.cover, part), number)
        for number, item in enumerate(evidence)
        if item.wrong
    ]
    for share, number in sorted(shares)[:_CLOSEST]:
        item = evidence[number]
        if share > _OTHERWISE:
            break
        own = own or alignment.index(said, part)
        back = compare(item.comparison.stated, own)
        units = item.comparison.stated.units
        everything = range(len(units))
        missing = any(_full(unit) >= _WEIGHTY and back.cover[number] < _LEAST for number, unit in enumerate(units))
        if (
            missing
            or back.conflicts
            or not _holds(item.comparison.stated, back, everything)
            or not modality.fits(back, everything, exact=True)
        ):
            continue
        open_ = uncovered(units, back.cover, everything)
        if open_ <= TOLERANCE and (best is None or open_ < best.uncovered):
            best = Decision(Label.REFUTED, item, (), open_)
    return best


def _telling(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision | None:
    """The part has words that only the misstatements of a claim have, none that only its right wordings have, and little else."""
    right, wrong = _unions(said, evidence), _unions(said, evidence, wrong=True)
    best: Decision | None = None
    for claim, cover in wrong.items():
        against, own = cover, right.get(claim, [0.0] * len(cover))
        weighty = [number for number in part if said.units[number].weight >= SEMILIGHT]
        only_wrong = [number for number in weighty if against[number] >= _SURE and own[number] < _LEAST]
        only_right = [number for number in weighty if own[number] >= _SURE and against[number] < _LEAST]
        open_ = uncovered(said.units, [max(pair) for pair in zip(own, against, strict=True)], part)
        if (
            not only_wrong
            or only_right
            or open_ > TELLING
            or any(
                said.units[n].role == "v"
                and n not in only_wrong
                and said.units[n].weight >= _WEIGHTY
                and max(own[n], against[n]) < _LEAST
                for n in part
            )
        ):
            continue
        if any(said.units[n].kind in _HARD and not max(own[n], against[n]) for n in part):
            continue
        item = max(
            (
                e
                for e in evidence
                if _names_said(said, e, part) and e.claim == claim and e.wrong and _clear(e.comparison, part)
            ),
            key=lambda e: sum(e.comparison.cover[n] for n in only_wrong),
            default=None,
        )
        if (
            item
            and all(item.comparison.cover[number] for number in only_wrong)
            and _holds(said, item.comparison, part)
            and (best is None or open_ < best.uncovered)
        ):
            best = Decision(Label.REFUTED, item, (), open_)
    return best


def _names_said(said: Statement, item: Evidence, part: Sequence[int]) -> bool:
    """Tell whether the part has every name and figure of a wording."""
    taken = {
        match.stated for number in part if (match := item.comparison.matches[number]) and item.comparison.cover[number]
    }
    return all(
        number in taken
        for number, unit in enumerate(item.comparison.stated.units)
        if unit.kind in _HARD and unit.weight
    )


def _nearest(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision | None:
    """Most of the part is said by wordings of one side, right or wrong, and clearly less of it by the other side."""
    open_ = {False: 1.0, True: 1.0}
    best: dict[bool, Evidence] = {}
    for item in evidence:
        share = uncovered(said.units, item.comparison.cover, part)
        if share < open_[item.wrong] and _clear(item.comparison, part):
            open_[item.wrong] = share
            if (
                _hard_covered(said, item, part)
                and _few_missing(said, item, part)
                and _holds(said, item.comparison, part)
            ):
                best[item.wrong] = item
            else:
                best.pop(item.wrong, None)
    side = open_[True] < open_[False]
    if side not in best or open_[side] > SOFT or abs(open_[True] - open_[False]) < MARGIN:
        return None
    if side and (open_[True] > SOFT_WRONG or not _said_back(said, best[True], part)):
        return None
    return Decision(Label.REFUTED if side else Label.SUPPORTED, best[side], (), open_[side])


def _few_missing(said: Statement, item: Evidence, part: Sequence[int]) -> bool:
    """Tell whether at most one full-weight word finds no partner, and that not a verb, a direction or a comparison."""
    missing = [said.units[number] for number in part if item.comparison.cover[number] < _LEAST]
    if any(
        said.heads[number] != number and said.units[number].weight >= 1 and item.comparison.cover[number] < _LEAST
        for number in part
    ):
        return False  # "a mutual defence clause" is more than a clause
    full = [unit for unit in missing if unit.weight >= 1]
    taken = {match.stated for match in item.comparison.matches if match}
    left = {
        (unit.pos, unit.role)
        for index, unit in enumerate(item.comparison.stated.units)
        if index not in taken and unit.weight >= 1
    }
    if any((unit.pos, unit.role) in left for unit in full):
        return False  # another word stands in its place
    return len(full) <= 1 and not any(
        unit.comparative or unit.superlative or unit.lemma in _DIRECTIONS
        for unit in full + [u for u in missing if u.lemma in _DIRECTIONS]
    )


def _hard_covered(said: Statement, item: Evidence, part: Sequence[int]) -> bool:
    return all(
        item.comparison.cover[number]
        for number in part
        if said.units[number].kind in _HARD and said.units[number].weight
    )


def _said_back(said: Statement, item: Evidence, part: Sequence[int]) -> bool:
    """Tell whether the part says most of a misstatement, and all its details."""
    back = compare(item.comparison.stated, alignment.index(said, part))
    units = item.comparison.stated.units
    everything = range(len(units))
    whole = all(back.cover[number] for number in everything if units[number].kind in _HARD and units[number].weight)
    return (
        whole
        and not back.conflicts
        and _holds(item.comparison.stated, back, everything)
        and uncovered(units, back.cover, everything) <= SOFT
    )


def _full(unit: Unit) -> float:
    """Return the weight of a unit of a misstatement, in which a word of little weight may be the very one that is wrong."""
    if unit.lemma in _DIRECTIONS or unit.pos == "p":
        return 1.0
    return max(unit.weight, 1.0) if unit.weight >= SEMILIGHT else unit.weight


def _conflict(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision | None:
    """The part is about a claim, all but the conflicting detail agrees, and the detail conflicts."""
    best: Decision | None = None
    unions = _unions(said, evidence)
    clear = min(
        (
            uncovered(said.units, item.comparison.cover, part)
            for item in evidence
            if not item.wrong and _clear(item.comparison, part)
        ),
        default=1.0,
    )
    for item in evidence:
        if item.wrong:
            continue
        union = unions[item.claim]
        conflicts = tuple(
            conflict
            for conflict in item.comparison.conflicts
            if conflict.said in part
            and (conflict.kind in _RELATIONAL or not union[conflict.said])
            and not (conflict.kind == "name" and _stated_elsewhere(said, item, evidence, part, conflict.said))
        )
        if not conflicts or _of_another(said, conflicts):
            continue
        if any(conflict.kind == "quantity" for conflict in conflicts) and _of_another_time(said, item, part):
            continue
        clashing = {conflict.said for conflict in conflicts}
        rest = [number for number in part if number not in clashing]
        open_ = uncovered(said.units, union, rest) if any(said.units[number].weight for number in rest) else 1.0
        near = SIBLING if all(conflict.kind == "sibling" for conflict in conflicts) else ABOUT
        if (
            open_ <= min(near, clear)
            and _same_subject(said, evidence, rest, union)
            and (best is None or open_ < best.uncovered)
        ):
            best = Decision(Label.REFUTED, item, conflicts, open_)
    return best


def _stated_elsewhere(
    said: Statement, item: Evidence, evidence: Sequence[Evidence], part: Sequence[int], number: int
) -> bool:
    """Tell whether another wording that fits the sentence has the name beside the same neighbour."""
    near = _neighbours(said, item, part, number)
    return any(
        not other.wrong
        and other.comparison.cover[number]
        and _clear(other.comparison, part)
        and any(other.comparison.cover[index] >= _LEAST for index in near)
        for other in evidence
    )


def _of_another(said: Statement, conflicts: Sequence[Conflict]) -> bool:
    """Tell whether name and figure both differ: then the sentence speaks of another one, and nothing clashes."""
    kinds = {conflict.kind for conflict in conflicts}
    return "quantity" in kinds and ("name" in kinds or "date" in kinds)


def _of_another_time(said: Statement, item: Evidence, part: Sequence[int]) -> bool:
    """Tell whether the wording gives its figure for another date or name than the sentence."""
    kinds = {unit.kind for unit in item.comparison.stated.units}
    return any(
        said.units[number].kind in ("date", "name")
        and said.units[number].kind in kinds
        and not item.comparison.cover[number]
        for number in part
    )


def _unions(said: Statement, evidence: Sequence[Evidence], wrong: bool = False) -> dict[int, list[float]]:
    unions: dict[int, list[float]] = {}
    for item in evidence:
        if item.wrong == wrong:
            union = unions.setdefault(item.claim, [0.0] * len(said.units))
            for number, share in enumerate(item.comparison.cover):
                union[number] = max(union[number], share)
    return unions


def _same_subject(said: Statement, evidence: Sequence[Evidence], rest: Sequence[int], union: Sequence[float]) -> bool:
    """Tell whether the names of the sentence, and who acts in it, are those of the claim."""
    first = next(
        (
            number
            for number in rest
            if said.units[number].pos == "n" and said.units[number].kind == "word" and _is_head(said, number)
        ),
        None,
    )
    if first is not None and said.units[first].weight >= 1 and not union[first]:
        return False
    for number in rest:
        unit = said.units[number]
        if (
            unit.kind in ("name", "date")
            and not union[number]
            and not (unit.kind == "date" and _dated_elsewhere(said, evidence, number))
        ):
            return False
        if (
            unit.role == "s"
            and unit.pos == "n"
            and unit.weight
            and unit.kind == "word"
            and not union[number]
            and _is_head(said, number)
        ):
            return False
    return True


def _dated_elsewhere(said: Statement, evidence: Sequence[Evidence], number: int) -> bool:
    """Tell whether a wording of another claim gives the date for most of what the sentence says."""
    everything = range(len(said.units))
    return any(
        not item.wrong
        and item.comparison.cover[number]
        and uncovered(said.units, item.comparison.cover, everything) <= BASE / 2
        for item in evidence
    )


def _is_head(said: Statement, number: int) -> bool:
    """Tell whether a unit is the last of its noun phrase."""
    units = said.units
    return (
        number + 1 >= len(units)
        or units[number + 1].role != "s"
        or said.text[units[number].end : units[number + 1].start].strip() != ""
    )


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
