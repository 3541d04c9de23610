"""Whether a strong quantifier of a sentence, such as "only" or "all", is the wording's too, on the same thing."""

from __future__ import annotations

from factcheck import universals
from factcheck.alignment import Match
from factcheck.comparison import Comparison
from factcheck.conflicts.sole import is_the_only
from factcheck.statement import Unit

STRONG = ("only", "all", "most", "first", "last", "few", "half")  # quantifiers without which a sentence says less
_PARTIAL = ("some", "few", "half", "most", "part", "one")
_SHARES = ("most", "few", "half")  # quantifiers that a figure may bear out


def is_limited_alike(comparison: Comparison, number: int, match: Match) -> bool:
    """Tell whether the strong quantifier of a word is that of its partner too, or stands elsewhere in the wording."""
    unit = comparison.said.units[number]
    if unit.scope == "one" and comparison.stated.units[match.stated].scope == "all":
        return False  # "one of them", "both of them"
    return (
        unit.scope not in STRONG
        or (unit.scope in _SHARES and number in comparison.reckoned)
        or comparison.stated.units[match.stated].scope == unit.scope
        or _same_scope(unit, comparison, match.stated)
        or (unit.scope == "most" and universals.is_focused(unit.lemma))
    )


def _same_scope(unit: Unit, comparison: Comparison, stated: int) -> bool:
    """Tell whether a quantifier stands somewhere else in the wording, on what the same phrase holds."""
    taken = {match.stated for match in comparison.matches if match}
    partner = comparison.stated.units[stated]
    if unit.scope == "all" and unit.negated:
        return is_less_than_all(comparison, partner)
    if unit.scope == "only" and unit.role == "o" and partner.role != "o":
        verb = comparison.said.frames[unit.clause].verb
        if verb >= 0 and comparison.said.units[verb].weight >= 1:
            return False  # to sponsor only the theatre is not to be its only sponsor
    if unit.scope == "only" and is_the_only(comparison.stated, stated):
        return True
    if unit.scope == "most" and comparison.stated.units[stated].scope == "all" and not unit.negated:
        return True
    if unit.scope in ("first", "last") and _is_ranked_by_another(comparison, unit):
        return True
    return (
        unit.scope == "only"
        and any(other.scope == "only" and index in taken for index, other in enumerate(comparison.stated.units))
    ) or (
        unit.scope == "all"
        and unit.kind != "word"
        and not any(other.scope in ("only", "part", "some", "few") for other in comparison.stated.units)
    )


def _is_ranked_by_another(comparison: Comparison, noun: Unit) -> bool:
    """Tell whether a word that describes a noun has for its partner what is first there: "first female chef", "first woman to be chef"."""
    said, stated = comparison.said, comparison.stated
    at = said.units.index(noun)
    describing = (number for number, head in enumerate(said.heads) if head == at and number != at)
    return any(
        (match := comparison.matches[number]) is not None and stated.units[match.stated].scope == noun.scope
        for number in describing
    )


def is_less_than_all(comparison: Comparison, partner: Unit) -> bool:
    """Tell whether what is not said of all is said of some only, or its opposite of some: "two of them were shut"."""
    opposite = any(match is not None and match.cancelled for match in comparison.matches)
    contrast = any(frame.link in ("C", "S", ".", ";") for frame in comparison.stated.frames[partner.clause + 1 :])
    counted = any(other.kind == "quantity" for other in comparison.stated.units if other.clause == partner.clause)
    if opposite:
        return counted or partner.scope in _PARTIAL
    return partner.scope in _PARTIAL and contrast and not comparison.stated.frames[partner.clause].denied
