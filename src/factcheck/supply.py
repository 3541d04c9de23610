"""Supply: what one wording lacks of a sentence, another right wording states of the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import alignment
from factcheck.alignment import WEAK, Level
from factcheck.decision import HARD, LEAST, WEIGHTY, Evidence, is_clear, uncovered
from factcheck.details.comparatives import Comparative
from factcheck.details.quantities import Quantity
from factcheck.entailment import holds
from factcheck.statement import Statement
from factcheck.traits import ALONE

_BETWEEN = "between"  # role of the parties of one thing: a pact between A and B is none between A and C
_RELATIVE = "W"  # link of a relative clause
_BESIDE = 5  # units between two words that a wording joins
_NEAR = (
    0.45  # a wording that says who acts and leaves more than this share of the sentence open speaks of something else
)
_CLOSE = 0.3  # the same for a wording of another claim
_FAR = 0.75  # the same for a wording that says something else of it


def found(
    said: Statement, base: Evidence, evidence: Sequence[Evidence], part: Sequence[int], number: int
) -> Evidence | None:
    """Return another right wording that states a missing unit of the same neighbour as the sentence does."""
    if not _can_be_supplied(said, base, number):
        return None
    near = _near(said, base, part, number)
    subjects = _subjects(said, part, number)
    verb = _governor(said, part, number)
    amounts = _amounts(said, number)
    for item in evidence:
        cover = item.comparison.cover
        if (
            cover[number] < LEAST
            or item.wrong
            or not (item.claim == base.claim or _may_help(said, base, item, part, number))
        ):
            continue
        if any(cover[index] < LEAST for index in (*subjects, *amounts)) or (verb is not None and cover[verb] < LEAST):
            continue
        if verb is not None and said.units[number].kind == "name" and not _acts_alike(item, verb):
            continue
        if _is_beside(item, near, number) and _is_about(said, item, part, number) and _states(said, item, part, number):
            return item
    return None


def _may_help(said: Statement, base: Evidence, item: Evidence, part: Sequence[int], number: int) -> bool:
    """Tell whether a wording of another claim speaks of the very thing that a unit is said of: two facts do not make a third."""
    if said.units[number].role == _BETWEEN or any(
        item.comparison.cover[at] < LEAST for at in _antecedents(said, number)
    ):
        return False
    if said.units[number].role == "v" and not _tells_the_act(said, base, item, number):
        return False
    if _is_said_whole(said, item, number):
        return True
    return _says_its_clause(said, base, item, number) or _says_nearly_all(said, item, part, number)


def _tells_the_act(said: Statement, base: Evidence, item: Evidence, number: int) -> bool:
    """Tell whether a wording tells an act of the very parties, and the first wording something of when, where or with what it was."""
    frame = said.frames[said.units[number].clause]
    parties = (*frame.subject, *frame.object)
    heads = [at for at in parties if said.heads[at] == at and said.units[at].weight >= 1]
    if any(item.comparison.cover[at] <= WEAK[Level.SCENE] for at in heads):
        return False
    beside = [
        base.comparison.cover[at] >= LEAST
        for at, unit in enumerate(said.units)
        if unit.clause == said.units[number].clause and at != number and at not in parties and unit.weight >= WEIGHTY
    ]
    return not beside or any(beside)


def _is_said_whole(said: Statement, item: Evidence, number: int) -> bool:
    """Tell whether a sentence has, besides, all that a wording says of a noun: "built the pier of oak", where the pier is of oak."""
    head, comparison = _noun_of(said, number), item.comparison
    taken = {match.stated for match in comparison.matches if match}
    whole = all(at in taken for at, unit in enumerate(comparison.stated.units) if unit.weight >= WEIGHTY)
    return whole and head != number and comparison.cover[head] >= LEAST and said.units[number].kind == "word"


def _noun_of(said: Statement, number: int) -> int:
    """Return the noun that a unit describes, before it or with "of" behind it, else the unit itself."""
    if said.heads[number] == number and number and said.units[number].pos == "n":
        between = said.text[said.units[number - 1].end : said.units[number].start].split()
        return number - 1 if between[:1] == ["of"] and said.units[number - 1].pos == "n" else number
    return said.heads[number]


def _says_nearly_all(said: Statement, item: Evidence, part: Sequence[int], number: int) -> bool:
    """Tell whether a wording has most of a part, and what the unit is said of; who acts, or what is denied, is not pieced together."""
    unit, frame = said.units[number], said.frames[said.units[number].clause]
    if frame.denied or (unit.kind == "name" and unit.role == "s"):
        return False
    core = (*frame.subject, *frame.object) if unit.role in ("s", "o") else ()
    told = all(item.comparison.cover[at] >= LEAST for at in core if said.units[at].weight >= WEIGHTY)
    return told and uncovered(said.units, item.comparison.cover, part) <= _CLOSE


def _says_its_clause(said: Statement, base: Evidence, item: Evidence, number: int) -> bool:
    """Tell whether a wording says the clause of a unit.

    It has all that counts there or, for a name, figure or date that says where, when or how much, the act that the first wording
    has too, with its parties as far as it names any.
    """
    unit, frame, cover = said.units[number], said.frames[said.units[number].clause], item.comparison.cover
    told = (*frame.subject, *frame.object)
    own = [at for at, other in enumerate(said.units) if other.clause == unit.clause or at in told]
    own = [at for at in own if said.units[at].weight >= WEIGHTY]
    if all(cover[at] >= LEAST for at in own):
        return True
    act = item.comparison.matches[frame.verb] if frame.verb in own else None
    beside = unit.kind in HARD and unit.role not in ("s", "o")
    if act is None or not beside or min(cover[frame.verb], base.comparison.cover[frame.verb], cover[number]) < LEAST:
        return False
    theirs = next((other for other in item.comparison.stated.frames if other.verb == act.stated), None)
    parties = ((frame.subject, theirs.subject), (frame.object, theirs.object)) if theirs else ()
    alike = (any(cover[at] >= LEAST for at in ours) for ours, others in parties if ours and others)
    shared = any(cover[at] >= LEAST for at in own if at not in (frame.verb, number))
    return shared and all(alike)


def _can_be_supplied(said: Statement, base: Evidence, number: int) -> bool:
    """Tell whether a unit may come from elsewhere.

    A comparison is not pieced together, nor a superlative and those among whom it holds, nor a denial.
    """
    unit = said.units[number]
    graded = [
        other
        for index, other in enumerate(said.units)
        if number in (index, said.heads[index])
        or (unit.kind == "name" and other.superlative and other.clause == unit.clause)
    ]
    if any(each.superlative or each.comparative for each in graded) or unit.negated or _is_compared(said, number):
        return False
    if unit.role == "v" and unit.lemma.endswith(" to"):
        return False  # who means to do one thing need not mean to do another
    return not _substitutes(said, base, number)


def _is_compared(said: Statement, number: int) -> bool:
    """Tell whether a unit is what a comparison is with, or in what respect it compares: "more per soldier than B"."""
    than = [each for each in said.comparatives if each.standard and not each.earlier and each.degree >= 0]
    return any(number in each.standard or _is_respect(said, each, number) for each in than)


def _is_respect(said: Statement, each: Comparative, number: int) -> bool:
    """Tell whether a word between "more" and "than" is neither what is compared nor next to it."""
    beside = {number - 1, number, number + 1} & set(each.comparee)
    return said.units[number].kind == "word" and each.degree < number < each.standard[0] and not beside


def _near(said: Statement, base: Evidence, part: Sequence[int], number: int) -> list[int]:
    """Return the covered units that another wording must have near a missing one: its noun for a modifier, else its neighbours."""
    head = said.heads[number]
    if head != number and head in part and base.comparison.cover[head] >= LEAST:
        return [head]
    return neighbours(said, base, part, number)


def _subjects(said: Statement, part: Sequence[int], number: int) -> list[int]:
    """Return the names of whom a light verb says something: that must be said of them elsewhere too."""
    frame = said.frames[said.units[number].clause]
    weak = frame.verb < 0 or not said.units[frame.verb].weight
    return [index for index in frame.subject if weak and index in part and said.units[index].kind == "name"]


def _antecedents(said: Statement, number: int) -> list[int]:
    """Return the names that a relative clause is told of: "Aske was the town where the pact was signed"."""
    unit = said.units[number]
    if said.frames[unit.clause].link != _RELATIVE:
        return []
    return [at for at, other in enumerate(said.units) if other.clause == unit.clause - 1 and other.kind == "name"]


def _amounts(said: Statement, number: int) -> list[int]:
    """Return the amounts of a verb's clause: what is left is not what there was."""
    unit = said.units[number]
    if unit.role != "v":
        return []
    return [
        at
        for at, other in enumerate(said.units)
        if other.clause == unit.clause
        and isinstance(other.value, Quantity)
        and other.value.dimension not in ("count", "time")
    ]


def _governor(said: Statement, part: Sequence[int], number: int) -> int | None:
    """Return the weighty verb of which a noun is subject or object: to build an accord is not to build a fence."""
    unit = said.units[number]
    verb = said.frames[unit.clause].verb
    if unit.kind not in ("word", "name") or unit.role not in ("s", "o") or verb not in part or verb == number:
        return None
    return verb if said.units[verb].weight >= WEIGHTY else None


def _acts_alike(item: Evidence, verb: int) -> bool:
    """Tell whether a wording has a verb as a verb, so that a name in it is that of whom the act is told: to film is not to be a film."""
    match = item.comparison.matches[verb]
    return match is not None and item.comparison.stated.units[match.stated].role == "v"


def _states(said: Statement, item: Evidence, part: Sequence[int], number: int) -> bool:
    """Tell whether a right wording states a unit in its sense and its role."""
    comparison = item.comparison
    match = comparison.matches[number]
    if match is None or match.level is alignment.Level.SCENE:
        return False
    unit, partner = said.units[number], comparison.stated.units[match.stated]
    if unit.kind in HARD and unit.role != partner.role and unit.kind != "date":
        return False
    shared = [other for other in part if other == number or comparison.cover[other] >= LEAST]
    return is_clear(comparison, part) and holds(comparison, shared)


def _is_beside(item: Evidence, near: Sequence[int], number: int) -> bool:
    """Tell whether a wording has one of the neighbours near the unit."""
    comparison = item.comparison
    at = comparison.matches[number]
    return at is not None and any(
        comparison.cover[other] >= LEAST
        and (match := comparison.matches[other])
        and match.level >= alignment.Level.NEAR
        and abs(match.stated - at.stated) <= _BESIDE
        for other in near
    )


def _is_about(said: Statement, item: Evidence, part: Sequence[int], number: int) -> bool:
    """Tell whether a wording has enough of the sentence to speak of the same."""
    unit = said.units[number]
    acts = unit.role == "v" or (unit.role == "s" and unit.kind in HARD)
    return uncovered(said.units, item.comparison.cover, part) <= (_NEAR if acts else _FAR)


def _substitutes(said: Statement, base: Evidence, number: int) -> bool:
    """Tell whether the wording has another detail of the same kind that the sentence leaves out: then this one replaces it.

    Where it says that one alone does something, no other name can be added.
    """
    unit = said.units[number]
    taken = {match.stated for match in base.comparison.matches if match}
    stated = base.comparison.stated.units
    if unit.role == "v" and unit.weight >= 1 and base.comparison.matches[number] is None:
        return _tells_another_act(said, base, number, taken)
    if isinstance(unit.value, Quantity) and unit.value.dimension != "count":
        given = (other.value for index, other in enumerate(stated) if index not in taken)
        return any(isinstance(value, Quantity) and value.dimension == unit.value.dimension for value in given)
    if unit.kind == "date" and not any(each.earlier for each in said.comparatives):
        return any(other.kind == "date" and index not in taken for index, other in enumerate(stated))
    return unit.kind == "name" and (
        ALONE in base.comparison.stated.traits
        or any(
            other.kind == "name"
            and (other.role == unit.role or {other.role, unit.role} == {"s", "o"})
            and index not in taken
            for index, other in enumerate(stated)
        )
    )


def _tells_another_act(said: Statement, base: Evidence, number: int, taken: set[int]) -> bool:
    """Tell whether a wording has the parties of a verb do, or be done to, something else, or has nothing of what is acted on."""
    frame = said.frames[said.units[number].clause]
    acted = [at for at in frame.object if said.heads[at] == at and said.units[at].weight >= 1]
    if acted and all(base.comparison.matches[at] is None for at in acted):
        return True  # it has not even what the act is of
    matches = (base.comparison.matches[at] for at in (*frame.subject, *frame.object))
    parties = {match.stated for match in matches if match}
    return any(
        other.verb >= 0
        and other.verb not in taken
        and base.comparison.stated.units[other.verb].weight >= 1
        and not parties.isdisjoint((*other.subject, *other.object))
        for other in base.comparison.stated.frames
    )


def neighbours(said: Statement, base: Evidence, part: Sequence[int], number: int) -> list[int]:
    """Return the covered weighty units next to a unit in its clause, at most one on each side."""
    found = []
    for side in (range(number - 1, -1, -1), range(number + 1, len(said.units))):
        for other in side:
            unit = said.units[other]
            if unit.clause != said.units[number].clause:
                break
            if other in part and unit.weight >= 1 and base.comparison.cover[other] >= LEAST:
                found.append(other)
                break
    return found
