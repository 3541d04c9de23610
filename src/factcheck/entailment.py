"""Whether the sense of matched words is kept: order, negation, quantifiers, and what is said of what."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from factcheck import (
    acts,
    agency,
    alternatives,
    arguments,
    attachment,
    attributions,
    binding,
    causation,
    circumstances,
    constructions,
    counting,
    dating,
    denials,
    doers,
    enacted,
    factuality,
    hedges,
    kinds,
    ladders,
    makers,
    mistaken,
    objects,
    ordering,
    origins,
    pairing,
    parallels,
    payers,
    purposes,
    quantified,
    receiving,
    relatives,
    replaced,
    restriction,
    scoping,
    sequences,
    telling,
    timing,
    topmost,
    undergoing,
    undone,
    universals,
    unknowns,
    unrivalled,
    veridicality,
)
from factcheck.alignment import Match
from factcheck.comparison import Comparison
from factcheck.conflicts import are_over, focus_shared, is_symmetric
from factcheck.conflicts.exceptions import is_general, is_of_the_excepted
from factcheck.conflicts.untold import AGAINST
from factcheck.decision import HARD, WEIGHTY
from factcheck.details import modality
from factcheck.once import once
from factcheck.statement import Unit

_ASKING = frozenset(
    (
        "whether",
        "if",
        "unknown",
        "unclear",
        "undecided",
        "open",
        "question",
        "decision",
        "yet",
        "unless",
        "would",
        "could",
    )
)
_SUPPOSING = re.compile(r"\b(?:whether|if)\b", re.IGNORECASE)


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether the sense of the matched words is kept: order, negation, strong quantifiers."""
    return _holds(comparison, tuple(part))


@once
def _holds(comparison: Comparison, part: tuple[int, ...]) -> bool:
    return all(test(comparison, part) for test in _TESTS)


def _keep_their_sense(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether each word of a part is denied and limited as its partner is."""
    return all(
        _may_be_new(comparison, number)
        if match is None
        else universals.say_the_same(comparison, number)
        or (
            _is_denied_alike(comparison, number, match)
            and _is_told_alike(comparison, part, number, match)
            and (
                number in comparison.causes.bound | comparison.causes.told
                or scoping.is_limited_alike(comparison, number, match)
            )
        )
        for number in part
        for match in (comparison.matches[number],)
    )


def _may_be_new(comparison: Comparison, number: int) -> bool:
    """Tell whether a word without a partner neither denies, nor is denied, nor strongly limited."""
    unit = comparison.said.units[number]
    only = unit.scope == "only" and not any(other.scope == "only" for other in comparison.stated.units)
    return not (unit.denial or unit.focus or only or (unit.scope in scoping.STRONG and unit.weight))


def _is_denied_alike(comparison: Comparison, number: int, match: Match) -> bool:
    """Tell whether a word is denied as its partner is, or by what comes to the same."""
    said, stated = comparison.said, comparison.stated
    unit, partner = said.units[number], stated.units[match.stated]
    return (
        not (unit.focus or partner.focus)
        or number in comparison.reckoned
        or number in comparison.causes.denied
        or unit.negated == partner.negated
        or conflicts_cancel(comparison, number)
        or are_over(said, stated, unit, partner)
        or (unit.scope == "all" and unit.negated and scoping.is_less_than_all(comparison, partner))
        or is_of_the_excepted(said, stated, comparison.matches)
        or undone.is_undone(comparison, number)
    )


def _is_told_alike(comparison: Comparison, part: Sequence[int], number: int, match: Match) -> bool:
    """Tell whether a name, a figure or a date is not taken from a clause that denies, unless the part denies too."""
    said, stated = comparison.said, comparison.stated
    if said.units[number].kind not in HARD or not stated.frames[stated.units[match.stated].clause].denied:
        return True
    return any(said.frames[said.units[other].clause].denied for other in part)


def _excepts_alike(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether what is said of all is not said of all but some, unless it is said of these."""
    said, stated = comparison.said, comparison.stated
    if not stated.exceptive or said.exceptive or is_of_the_excepted(said, stated, comparison.matches):
        return True
    return not any(said.units[number].focus or is_general(said.units[number]) for number in part)


def _posts_hold(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether who holds an office in the sentence holds it in the wording; to meet the mayor is not to be the mayor."""
    for post in comparison.said.posts:
        office, holder = comparison.matches[post.office], comparison.matches[post.holder]
        if post.office not in part or post.holder not in part or office is None or holder is None:
            continue
        given = {(other.office, other.holder) for other in comparison.stated.posts}
        verb = comparison.stated.frames[comparison.stated.units[office.stated].clause].verb
        roles = {comparison.stated.units[office.stated].role, comparison.stated.units[holder.stated].role}
        acts = verb >= 0 and comparison.stated.units[verb].weight > 0 and roles == {"s", "o"}
        if (office.stated, holder.stated) not in given and acts and office.stated != holder.stated:
            return False
    return True


def _no_other_acts(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether nobody who acts in the sentence is only named beside who does in the wording: "Mali mediated in Algeria's talks"."""
    said, stated = comparison.said, comparison.stated
    for frame in said.frames:
        if frame.verb < 0 or said.units[frame.verb].weight < WEIGHTY or is_symmetric(said.units[frame.verb].lemma):
            continue
        for index in (number for number in frame.subject if number in part and said.units[number].kind == "name"):
            match = comparison.matches[index]
            if match is None or stated.units[match.stated].role in ("s", "o", "v", ""):
                continue
            actors = {
                number
                for number in stated.frames[stated.units[match.stated].clause].subject
                if stated.units[number].kind == "name"
            }
            others = {
                found.stated for number in part if number not in frame.subject and (found := comparison.matches[number])
            }
            if actors & others:
                return False
    return True


def conflicts_cancel(comparison: Comparison, number: int) -> bool:
    """Tell whether the negation of a unit is taken up elsewhere: in the clause of its partner, or by an opposite word."""
    unit, match = comparison.said.units[number], comparison.matches[number]
    assert match
    partner = comparison.stated.units[match.stated]
    if AGAINST in (unit.lemma, partner.lemma):
        return match.cancelled  # who does not oppose it is not against it
    same_clause = comparison.said.frames[unit.clause].denied == comparison.stated.frames[partner.clause].denied
    same_clause = same_clause and focus_shared(comparison.stated, comparison.matches, partner.clause)
    return (same_clause and not _stand_exchanged(comparison, unit, partner)) or match.cancelled


def _stand_exchanged(comparison: Comparison, unit: Unit, partner: Unit) -> bool:
    """Tell whether what the one side denies the other states, and the other way round: "A rather than B", "B rather than A"."""
    said, stated = comparison.said, comparison.stated
    if unit.pos != "n" or not unit.focus or partner.focus:
        return False
    return any(
        match is not None and stated.units[match.stated].focus and not said.units[number].focus and other.pos == "n"
        for number, match in enumerate(comparison.matches)
        if (other := said.units[number]).weight
    )


def _is_asserted(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether the wording does not only ask or suppose what the sentence says: "it is not known whether …", "… if …"."""
    stated = comparison.stated
    found = _SUPPOSING.search(stated.text)
    if found is None or not _ASKING.isdisjoint(comparison.said.text.lower().replace(",", " ").split()):
        return True
    matches = (comparison.matches[number] for number in part if comparison.said.units[number].weight >= 1)
    return not any(match is not None and stated.units[match.stated].start > found.start() for match in matches)


def _keeps_apart(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether nothing is said of those from whom the wording tells its subject apart: "unlike its neighbours, Lund …"."""
    said, stated = comparison.said, comparison.stated
    return not any(
        (match := comparison.matches[number]) and stated.units[match.stated].role == "unlike"
        for number in part
        if said.units[number].role in ("s", "o") and not said.frames[said.units[number].clause].denied
    )


# those that fail often and cost little come first, which changes nothing but the time
_TESTS: tuple[Callable[[Comparison, Sequence[int]], bool], ...] = (
    _keep_their_sense,
    ladders.holds,
    sequences.holds,
    quantified.holds,
    topmost.holds,
    pairing.holds,
    replaced.holds,
    alternatives.holds,
    modality.fits,
    receiving.holds,
    attachment.holds,
    undergoing.holds,
    _is_asserted,
    acts.holds,
    _no_other_acts,
    telling.holds,
    agency.holds,
    arguments.holds,
    ordering.holds,
    denials.holds,
    _posts_hold,
    payers.holds,
    factuality.holds,
    doers.holds,
    universals.keep_extent,
    restriction.holds,
    constructions.keep_what_is_shared,
    relatives.hold,
    dating.holds,
    makers.holds,
    objects.holds,
    attributions.hold,
    mistaken.holds,
    purposes.holds,
    causation.hold,
    origins.hold,
    circumstances.holds,
    unrivalled.hold,
    undone.holds,
    constructions.keep_degree,
    timing.holds,
    _excepts_alike,
    binding.holds,
    hedges.holds,
    parallels.holds,
    kinds.holds,
    veridicality.holds,
    enacted.holds,
    unknowns.hold,
    counting.holds,
    _keeps_apart,
)
