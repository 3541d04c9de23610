"""Whether each word of a sentence has a word of the wording to itself, said of the same thing.

One word cannot bear out two: "the balance remains" is not stated by "the balance shifts", though what remains is a balance. Nor
does a quality of one thing bear out that of another: "bad relations with the host" make no bad host.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck import backward, words
from factcheck.alignment import Level, Match
from factcheck.comparison import Comparison
from factcheck.decision import DIRECTIONS, LEAST, WEIGHTY
from factcheck.details.phases import weighs
from factcheck.draft import SEMILIGHT
from factcheck.statement import Frame, Statement, Unit

_BORN = "born"
_ADDRESS = re.compile(r" ?, ?")
_FREE = frozenset(
    ("s", "o", "with", "between", "and", "in", "at")
)  # roles whose exchange is seen elsewhere, or says nothing
_MANNER = (
    "ly",
    "often",
    "seldom",
    "always",
    "sometimes",
)  # endings of adverbs of manner, and of those that tell how often
_NAMING = frozenset(("about", "concerning", "regarding", "over"))  # what follows is spoken of and does not act
_TIMING = frozenset(("during", "after", "before", "since", "until", "amid"))  # whose visit or death tells when


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether each verb and each quality of a part is stated, by a word of its own and of the same thing."""
    return not any(
        _takes_anothers(comparison, number)
        or _describes_another(comparison, number)
        or _is_only_named(comparison, part, number)
        or _is_only_compared(comparison, number)
        or _is_of_another_noun(comparison, number)
        or _is_another_birthplace(comparison, number)
        or _are_exchanged(comparison, part, number)
        or _is_of_another_verb(comparison, number)
        or _goes_unsaid(comparison, number)
        or _is_to_be_less(comparison, number)
        or _is_graded_otherwise(comparison, number)
        for number in part
    )


def are_bound(comparison: Comparison, frame: Frame, subjects: Sequence[int], rest: Sequence[int]) -> bool:
    """Tell whether one clause of the wording has a verb with all of some subjects and with all of the rest."""
    match = comparison.matches[frame.verb] if frame.verb >= 0 else None
    if match is None or match.level < Level.NEAR:
        return False
    stated = comparison.stated
    partner = next((each for each in stated.frames if each.verb == match.stated), None)
    if partner is None or not set(subjects) <= set(partner.subject):
        return False
    home = stated.units[match.stated].clause
    return all(number in partner.object or stated.units[number].clause == home for number in rest)


def _takes_anothers(comparison: Comparison, number: int) -> bool:
    """Tell whether a verb is borne out only loosely, by a word that another word of the sentence has for its own."""
    said, match = comparison.said, comparison.matches[number]
    unit = said.units[number]
    loose = match is not None and match.level <= Level.FAMILY and number not in comparison.reckoned
    if match is None or not loose or unit.role != "v" or unit.weight < SEMILIGHT:
        return False
    acted = said.frames[unit.clause].object if said.frames[unit.clause].verb == number else ()
    for other, own in enumerate(comparison.matches):
        if (
            other != number
            and other not in acted
            and own is not None
            and own.stated == match.stated
            and own.level is Level.SAME
        ):
            return not words.are_kin(unit.lemma, said.units[other].lemma)
    return False


def _describes_another(comparison: Comparison, number: int) -> bool:
    """Tell whether an adjective is matched by one that the wording has of another thing, its own noun by nothing."""
    said, stated, match = comparison.said, comparison.stated, comparison.matches[number]
    noun = said.heads[number]
    if match is not None and noun == number and _is_only_relative(comparison, number, match.stated):
        return True
    if match is None or noun == number or said.units[number].pos != "a" or said.units[number].kind != "word":
        return False
    partner = stated.units[match.stated]
    if partner.pos != "a" or comparison.matches[noun] is not None or said.units[noun].kind != "word":
        return False
    return _described(stated, match.stated) >= 0 and _is_a_quality(said.units[number].lemma)


def _is_only_relative(comparison: Comparison, number: int, stated: int) -> bool:
    """Tell whether a thing is said to be what the wording only says it is among others: the largest spender need not be large."""
    unit, partner = comparison.said.units[number], comparison.stated.units[stated]
    if unit.kind != "word" or unit.pos != "a" or unit.comparative or unit.superlative:
        return False
    noun = comparison.stated.heads[stated]
    taken = {match.stated for match in comparison.matches if match}
    return (partner.superlative or partner.comparative) and noun not in taken - {stated}


def _is_a_quality(lemma: str) -> bool:
    """Tell whether an adjective judges what it describes, so that of what it is said is all."""
    return lemma in words.reporting()["quality"]


def _described(stated: Statement, number: int) -> int:
    """Return what an adjective of a wording is said of: its noun, or the subject of its clause."""
    if stated.heads[number] != number:
        return stated.heads[number]
    subject = stated.frames[stated.units[number].clause].subject
    return stated.heads[subject[-1]] if subject else -1


def _is_only_named(comparison: Comparison, part: Sequence[int], number: int) -> bool:
    """Tell whether who acts in the sentence is only spoken of where the wording has that act: "what was said about Lund"."""
    said, stated, match = comparison.said, comparison.stated, comparison.matches[number]
    aside = _NAMING | _TIMING if said.units[number].kind == "name" else _NAMING
    if match is None or stated.units[match.stated].role not in aside:
        return False
    home = stated.units[match.stated].clause
    verbs = [frame.verb for frame in said.frames if number in frame.subject and frame.verb in part]
    acts = (comparison.matches[verb] for verb in verbs if said.units[verb].weight >= WEIGHTY)
    return any(act is not None and stated.units[act.stated].clause == home for act in acts)


def _is_of_another_noun(comparison: Comparison, number: int) -> bool:
    """Tell whether an adjective is matched by one of another thing than its noun: a former minister is no former envoy."""
    said, stated, match = comparison.said, comparison.stated, comparison.matches[number]
    noun = comparison.matches[said.heads[number]]
    unit = said.units[number]
    if match is None or noun is None or unit.pos != "a" or unit.kind != "word" or said.heads[number] == number:
        return False
    described = stated.heads[match.stated]
    if match.stated < noun.stated <= described:
        return False
    had = {other.stated for other in comparison.matches if other}
    return stated.units[match.stated].pos == "a" and described not in had | {match.stated}


def _is_another_birthplace(comparison: Comparison, number: int) -> bool:
    """Tell whether where somebody is born is matched by another name than the one behind "born" in the wording."""
    said, stated, match = comparison.said, comparison.stated, comparison.matches[number]
    if match is None or not said.units[number].lemma.startswith(_BORN) or not _is_name(stated, match.stated + 1):
        return False
    places = (comparison.matches[other] for other, unit in enumerate(said.units) if _is_place_of(unit, said, number))
    last = match.stated + 1
    while _is_name(stated, last + 1) and _ADDRESS.fullmatch(
        stated.text[stated.units[last].end : stated.units[last + 1].start]
    ):
        last += 1  # "in Austin, Texas"
    return any(place is not None and not match.stated < place.stated <= last for place in places)


def _is_place_of(unit: Unit, said: Statement, number: int) -> bool:
    return unit.kind == "name" and unit.role == "in" and unit.clause == said.units[number].clause


def _is_name(statement: Statement, number: int) -> bool:
    return number < len(statement.units) and statement.units[number].kind == "name"


def _are_exchanged(comparison: Comparison, part: Sequence[int], number: int) -> bool:
    """Tell whether two names have each other's place beside the same act: "left Tarn for Lund", "left Lund for Tarn"."""
    said, stated, one = comparison.said, comparison.stated, comparison.matches[number]
    verb = said.frames[said.units[number].clause].verb
    act = comparison.matches[verb] if verb >= 0 else None
    if one is None or act is None or act.level < Level.SYNONYM or said.units[number].kind != "name":
        return False
    for other in part:
        two = comparison.matches[other]
        pair = (said.units[number], said.units[other])
        if two is None or pair[1].kind != "name" or pair[0].clause != pair[1].clause or pair[0].role == pair[1].role:
            continue
        theirs = (stated.units[two.stated], stated.units[one.stated])
        same = [unit.role for unit in pair] == [unit.role for unit in theirs]
        led = any(unit.role not in _FREE for unit in pair)
        if same and led and {unit.clause for unit in theirs} == {stated.units[act.stated].clause}:
            return True
    return False


def _is_of_another_verb(comparison: Comparison, number: int) -> bool:
    """Tell whether an adverb is matched by one of another clause than its verb: "privately opposed … but publicly praised"."""
    said, stated, match = comparison.said, comparison.stated, comparison.matches[number]
    unit = said.units[number]
    verb = said.frames[unit.clause].verb
    act = comparison.matches[verb] if verb >= 0 else None
    if match is None or act is None or unit.pos != "r" or not unit.lemma.endswith(_MANNER):
        return False
    return stated.units[match.stated].clause != stated.units[act.stated].clause


def _is_only_compared(comparison: Comparison, number: int) -> bool:
    """Tell whether what a sentence is about is only what the wording compares another thing with: "higher than the mill"."""
    said, match = comparison.said, comparison.matches[number]
    thing = said.units[number].kind in ("word", "name") and said.units[number].pos == "n"
    if number not in comparison.reckoned and backward.is_only_compared(
        said, comparison.stated, comparison.matches, number
    ):
        return True
    if match is None or not thing or number in comparison.reckoned:
        return False
    if any(unit.role == "than" for unit in said.units):
        return False
    role = comparison.stated.units[match.stated].role
    return role == "than" or (role == "as" and said.units[number].kind == "name" and _is_standard(comparison, match))


def _is_standard(comparison: Comparison, match: Match) -> bool:
    """Tell whether a name stands behind "as long as" in the wording, and the sentence compares nothing."""
    against = {at for each in comparison.stated.comparatives if not each.extreme for at in each.standard}
    return match.stated in against and not any(each.standard for each in comparison.said.comparatives)


def _goes_unsaid(comparison: Comparison, number: int) -> bool:
    """Tell whether a sentence says only that something goes on or is at an end, and the wording does not."""
    said, unit = comparison.said, comparison.said.units[number]
    frame = said.frames[unit.clause]
    named = any(said.units[subject].clause == unit.clause for subject in frame.subject)
    alone = named and frame.verb == number and not frame.object and unit.weight < WEIGHTY
    return alone and tells_phase(said, unit.clause) and comparison.cover[number] < LEAST


def tells_phase(said: Statement, clause: int) -> bool:
    """Tell whether a clause says by its verb only that something goes on or is at an end: "the work goes on"."""
    frame = said.frames[clause]
    leads_on = clause + 1 < len(said.frames) and said.frames[clause + 1].link in ("V", "T")  # "goes on working"
    return frame.verb >= 0 and weighs(said.units[frame.verb].lemma) and not leads_on


def _is_to_be_less(comparison: Comparison, number: int) -> bool:
    """Tell whether the wording says that something is to be done less, where the sentence says that it is to be done."""
    stated, match = comparison.stated, comparison.matches[number]
    if match is None or comparison.said.units[number].role != "v" or _denied(comparison.said, number):
        return False
    taken = {each.stated for each in comparison.matches if each}
    after = match.stated + 1
    lessened = after < len(stated.units) and stated.units[after].lemma == "less" and after not in taken
    return lessened and stated.frames[stated.units[match.stated].clause].link == "T"


def _denied(said: Statement, number: int) -> bool:
    return said.frames[said.units[number].clause].denied


def _is_graded_otherwise(comparison: Comparison, number: int) -> bool:
    """Tell whether what is said to be more or less so is only what describes the thing that changes: "rein in NATO-aligned troops"."""
    said, stated = comparison.said, comparison.stated
    grade, quality = said.units[number], number + 1
    if grade.lemma not in DIRECTIONS or quality >= len(said.units) or said.units[quality].pos != "a":
        return False
    turn, partner = comparison.matches[number], comparison.matches[quality]
    if said.heads[quality] != quality or turn is None or partner is None or stated.units[turn.stated].role != "v":
        return False
    return stated.heads[partner.stated] != partner.stated
