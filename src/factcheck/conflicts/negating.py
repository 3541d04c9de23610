"""Negation: a word that one side denies and the other states, but where the denial is of less than it seems."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import words
from factcheck.alignment import Level, Match
from factcheck.conflicts.exceptions import is_of_the_excepted
from factcheck.conflicts.places import TOLD, Chosen, Conflict, Rows
from factcheck.conflicts.polarity import are_over, compares, denies_in, focus_shared
from factcheck.conflicts.ranking import is_put_behind
from factcheck.conflicts.untold import is_untold
from factcheck.details import force, quantities
from factcheck.details.complements import are_complementary
from factcheck.details.phases import NOT_YET
from factcheck.details.quantities import Quantity
from factcheck.findings import Relation
from factcheck.statement import Statement, Unit

_LACKING = frozenset(("lose", "lack", "run out of", "forgo", "do without", "be short of"))
_DEGREES = frozenset(
    (
        *("much", "greatly", "significantly", "substantially", "considerably", "markedly", "dramatically", "widely"),
        *("fully", "entirely", "completely", "totally", "wholly", "radically", "noticeably"),
    )
)  # words with which a denial is of less
_EVER = frozenset(("before", "until", "never", "ever", "previously", "yet"))


def negations(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """A shared word is denied on one side only."""
    found: list[Conflict] = []
    if is_of_the_excepted(said, stated, chosen):
        return found  # what is said of all is denied of these
    for number, match in enumerate(chosen):
        unit = said.units[number]
        if match is None or match.level < Level.NEAR or match.relation is Relation.CONFLICTS:
            continue
        partner = stated.units[match.stated]
        if unit.negated == partner.negated or not (unit.focus or partner.focus) or _is_opposite(rows[number], match):
            continue
        if _denies_a_modifier(said, stated, chosen, number) or _is_only_mentioned(said, stated, chosen, number):
            continue
        if _differs_in_form(said, stated, chosen, unit, partner) or _denies_less(said, stated, chosen, unit, partner):
            continue
        if match.level in (Level.NEAR, Level.ENTAILED) and unit.lemma in words.reporting()["verb"]:
            continue  # what they did not announce is another thing than what they swear
        if _is_of_the_future(said, stated, unit, partner) or _governs_another(said, chosen, number):
            continue
        if is_untold(said, stated, chosen, number, match):
            continue
        if _is_acted_on_otherwise(said, stated, chosen, unit, partner):
            continue
        if _befalls_others(said, stated, chosen, number):
            continue
        if is_put_behind(said, unit) or is_put_behind(stated, partner):
            continue  # "puts safety before speed" says nothing for speed
        same_subject = unit.role != "v" or _subjects_meet(said, stated, chosen, unit.clause, partner.clause)
        differ = _are_unlike(said, stated, chosen, unit, partner) or not focus_shared(stated, chosen, partner.clause)
        if differ and _contrast_free(unit, partner) and same_subject:
            found.append(Conflict("negation", number, match.stated))
    return found


def _befalls_others(said: Statement, stated: Statement, chosen: Chosen, number: int) -> bool:
    """Tell whether those who are spared something are told of elsewhere in the wording: "firms are spared the rise, homes pay it"."""
    match, frame = chosen[number], said.frames[said.units[number].clause]
    if match is None or number not in frame.object or not frame.passive:
        return False
    parties = (chosen[at] for at in (*frame.subject, *frame.object) if at < frame.verb and at != number)
    homes = {stated.units[party.stated].clause for party in parties if party is not None}
    return bool(homes) and stated.units[match.stated].clause not in homes


def _governs_another(said: Statement, chosen: Chosen, number: int) -> bool:
    """Tell whether a preposition stands before what the wording lacks: "against threats", where it is not against duties."""
    after = number + 1
    led = said.units[number].pos == "p" and after < len(said.units) and said.units[after].pos in "na"
    noun = said.heads[after] if led else -1
    return led and said.units[noun].weight >= 1 and chosen[noun] is None


def _is_acted_on_otherwise(said: Statement, stated: Statement, chosen: Chosen, unit: Unit, partner: Unit) -> bool:
    """Tell whether a noun is of an act that the wording lacks, and denied there of another: "quarrelled over the agenda"."""
    ours, theirs = said.frames[unit.clause].verb, stated.frames[partner.clause].verb
    if unit.pos != "n" or unit.negated or partner.role not in ("s", "o"):
        return False
    if min(ours, theirs) < 0 or chosen[ours] is not None:
        return False
    return said.units[ours].weight >= 1 and stated.units[theirs].weight >= 1


def _is_of_the_future(said: Statement, stated: Statement, unit: Unit, partner: Unit) -> bool:
    """Tell whether one side tells what was done and the other what will not be: "raised them", "would not raise them"."""
    ours, theirs = said.frames[unit.clause], stated.frames[partner.clause]
    plans = ("will", "would", "shall", "must")
    if ours.phase == NOT_YET and theirs.modal in plans:
        return True  # what has not been done yet is what must be
    if NOT_YET in (ours.phase, theirs.phase):
        return False  # what is still to be done has not been done
    return (ours.past and not ours.modal and theirs.modal in plans) or (
        theirs.past and not theirs.modal and ours.modal in plans
    )


def _is_only_mentioned(said: Statement, stated: Statement, chosen: Chosen, number: int) -> bool:
    """Tell whether a sentence denies that somebody is what the wording only mentions beside them: the hall of a school is none."""
    match = chosen[number]
    whose = [each.of for each in said.predications if each.kind == number and said.units[number].negated]
    if not whose or match is None:
        return False
    taken = {other.stated for at in whose[0] if (other := chosen[at])}
    home = stated.units[match.stated]
    apart = {stated.units[at].role for at in taken} - {home.role, "s", "v"}
    told = any(each.kind == match.stated for each in stated.predications) or stated.frames[home.clause].verb < 0
    return bool(taken) and bool(apart) and not told


def _denies_a_modifier(said: Statement, stated: Statement, chosen: Chosen, number: int) -> bool:
    """Tell whether a denial is only of what stands beside a word: "not the first woman", who was the second; "not grown much"."""
    unit = said.units[number]
    if not unit.negated:
        return False
    head = said.heads[number]
    other = any(
        match is not None and match.cancelled and said.heads[index] == head and index != number
        for index, match in enumerate(chosen)
    )
    return other or bool((_DEGREES & _words(said)) - _words(stated))


def _words(statement: Statement) -> set[str]:
    return set(statement.text.lower().rstrip(".!?").replace(",", " ").split())


def _differs_in_form(said: Statement, stated: Statement, chosen: Chosen, unit: Unit, partner: Unit) -> bool:
    """Tell whether one side only says by a denial what the other says without: "no one ran faster", "she ran fastest"."""
    return (
        compares(said, unit.clause) != compares(stated, partner.clause)
        or _is_first_of_all(said, stated, unit, partner)
        or _of_the_rest(said, stated, chosen, unit.clause)
        or are_over(said, stated, unit, partner)
        or (unit.pos == "n" and _has_opposite_verb(said, stated, chosen, unit, partner))
    )


def _denies_less(said: Statement, stated: Statement, chosen: Chosen, unit: Unit, partner: Unit) -> bool:
    """Tell whether what the one denies is not what the other says: "not all", "need not", another verb, the report of it."""
    ours, theirs = said.frames[unit.clause], stated.frames[partner.clause]
    if force.leaves_room(ours, theirs, bool(said.speakers)) or (
        unit.scope == "all" and unit.negated and partner.scope != "all"
    ):
        return True
    if theirs.denied and partner.negated and partner.pos == "n" and _denies_a_verb(stated, chosen, partner.clause):
        return True  # "no library will close" denies of libraries that they close
    if ours.denied and not _has_verb(said, unit.clause) and _denies_its_verb(stated, partner.clause):
        return True  # who lacks a surgeon has not hired one
    stating, plain = (stated, partner) if unit.negated else (said, unit)
    if unit.pos == "n" and _verb(stating, plain) in _LACKING:
        return True  # who lost their water is left without it
    reports = not unit.weight and unit.role == "v"
    return reports and any(frame.link == "T" for frame in said.frames[unit.clause + 1 :])  # "is reported to have"


def _verb(statement: Statement, unit: Unit) -> str:
    verb = statement.frames[unit.clause].verb
    return statement.units[verb].lemma if verb >= 0 else ""


def _are_unlike(said: Statement, stated: Statement, chosen: Chosen, unit: Unit, partner: Unit) -> bool:
    """Tell whether of two clauses one denies, by negations and by words such as "stopped" that the other does not have."""
    matched = {index for index, match in enumerate(chosen) if match}
    taken = {match.stated for match in chosen if match}
    return denies_in(said, unit.clause, matched) != denies_in(stated, partner.clause, taken)


def _denies_a_verb(stated: Statement, chosen: Chosen, clause: int) -> bool:
    """Tell whether a clause denies a verb that the sentence does not have."""
    verb = stated.frames[clause].verb
    unit = stated.units[verb] if verb >= 0 else None
    told = any(match and match.stated == verb for match in chosen)
    return unit is not None and unit.focus and unit.weight >= TOLD and not told


def _denies_its_verb(statement: Statement, clause: int) -> bool:
    """Tell whether it is its verb that a clause denies."""
    verb = statement.frames[clause].verb
    return verb >= 0 and statement.units[verb].focus and statement.frames[clause].denied


def _has_opposite_verb(said: Statement, stated: Statement, chosen: Chosen, unit: Unit, partner: Unit) -> bool:
    """Tell whether the verbs of two clauses are opposites of which one is denied, so that nothing is left to deny."""
    verb, other = said.frames[unit.clause].verb, stated.frames[partner.clause].verb
    return any(
        match is not None
        and match.cancelled
        and (number == verb or match.stated == other)
        and are_complementary(said.units[number].lemma, stated.units[match.stated].lemma)
        for number, match in enumerate(chosen)
    )


def _has_verb(statement: Statement, clause: int) -> bool:
    """Tell whether a clause has a verb that says something."""
    verb = statement.frames[clause].verb
    return verb >= 0 and statement.units[verb].weight > 0


def _of_the_rest(said: Statement, stated: Statement, chosen: Chosen, clause: int) -> bool:
    """Tell whether a clause denies for the rest what the wording says of some: "eight did not", where 12 of 20 did."""
    for number, unit in enumerate(said.units):
        match = chosen[number] if unit.clause == clause else None
        value, given = unit.value, stated.units[match.stated].value if match else None
        if (
            isinstance(value, Quantity)
            and isinstance(given, Quantity)
            and quantities.compare(value, given) is Relation.CONFLICTS
        ):
            return True
    return False


def _is_first_of_all(said: Statement, stated: Statement, unit: Unit, partner: Unit) -> bool:
    """Tell whether a denial of all others says what the wording says by "first" or "most": "before her, no woman had"."""
    foremost = any(
        other.clause in (partner.clause, partner.clause - 1) and (other.scope == "first" or other.superlative)
        for other in stated.units
    )
    return foremost and unit.negated and any(word in _EVER for word in said.text.lower().replace(",", " ").split())


def _subjects_meet(said: Statement, stated: Statement, chosen: Chosen, clause: int, other: int) -> bool:
    """Tell whether two clauses share an argument, or leave theirs open."""
    frame, partner = said.frames[clause], stated.frames[other]
    own = {*frame.subject, *frame.object}
    theirs = {*partner.subject, *partner.object}
    weighty = [index for index in own if said.units[index].weight]
    return not weighty or not theirs or any((match := chosen[index]) and match.stated in theirs for index in own)


def _contrast_free(unit: Unit, partner: Unit) -> bool:
    return not (unit.kind == "name" and unit.role != partner.role)


def _is_opposite(row: Sequence[Match], match: Match) -> bool:
    return any(other.opposite and other.stated == match.stated for other in row)
