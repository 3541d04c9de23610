"""Force: what a clause says of an act without saying that it is done: that it must or may be, was to have been, is left open.

"Need not" is the denial of "must", and "must not" that of "may", so that only these two and their denials are left.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factcheck import lemmas
from factcheck.draft import Draft
from factcheck.structure import Clause
from factcheck.tables import rows
from factcheck.wordclasses import BE

if TYPE_CHECKING:
    from factcheck.statement import Frame

MUST, MAY, BAN, PLAN, UNDONE, OPEN, DISPUTED = "must", "may", "ban", "plan", "undone", "open", "disputed"
LIKELY = "likely"
WITHHELD = "withheld"  # "no plan to …", "no permission to …": whether it is done is another matter
POSSIBLE = frozenset(("may", "might", "can", "could"))  # modals of what need not come
_NORMS = (MUST, MAY)
_PRESENT = frozenset(("is", "are", "'s", "'re", "am", "'m", "be", "have", "has", "need", "needs"))
_WAS = frozenset(("was", "were"))


@cache
def _words() -> dict[tuple[str, str], str]:
    return {(form, word): force for force, form, words in rows("forces") for word in words.split(", ")}


def mark(draft: Draft) -> None:
    """Note the force of each clause, and take the weight off the words that only carry it."""
    for number, clause in enumerate(draft.clauses):
        if clause.group is None:
            continue
        force = _words().get(("modal", clause.group.modal), "") or _carried(draft, number, clause)
        if _is_undone(draft, clause) or (force == PLAN and clause.group.past and _is_perfect(draft, clause)):
            force = UNDONE
        elif not force and draft.tokens[clause.first].norm == "whether":
            force = OPEN
        elif not force and _is_hedged(draft, clause):
            force = LIKELY
        if force:
            draft.forces[number] = force


def _is_undone(draft: Draft, clause: Clause) -> bool:
    """Tell whether a clause says what was to have been done: "was to have opened"."""
    assert clause.group
    span = range(clause.group.first, clause.group.head)
    to = next((at for at in span if draft.tags[at] == "T"), -1)
    return to > 0 and draft.tokens[to - 1].norm in _WAS and draft.tokens[to + 1].norm == "have"


def _is_hedged(draft: Draft, clause: Clause) -> bool:
    """Tell whether an adverb of a verb makes it a guess: "will probably close", "perhaps the oldest"."""
    assert clause.group
    span = range(max(clause.first, clause.group.first - 1), clause.group.last)
    return any(draft.tags[at] in "RA" and _words().get(("adverb", draft.tokens[at].norm)) for at in span)


def _is_perfect(draft: Draft, clause: Clause) -> bool:
    """Tell whether an infinitive is one of the past: "supposed to have opened"."""
    assert clause.group
    span = range(clause.group.first, clause.group.head)
    return any(draft.tokens[at].norm == "to" and draft.tokens[at + 1].norm == "have" for at in span)


def _carried(draft: Draft, number: int, clause: Clause) -> str:
    """Return the force that the words before "to" or "from" give the verb behind it."""
    assert clause.group
    at = clause.group.head - 1
    while at > 0 and draft.tags[at] in "RX" and draft.tokens[at].norm != "to":
        at -= 1
    if at < 1 or draft.tokens[at].norm not in ("to", "from"):
        return ""
    word, particle = draft.tokens[at - 1].norm, draft.tokens[at].norm
    lemma = f"{lemmas.lemma(word, 'v')} {particle}"
    be = at - 2
    while be > 0 and draft.tags[be] in "RG":
        be -= 1
    if particle == "to" and draft.tags[at - 1] == "N":
        return _words().get(("noun", lemmas.lemma(word, "n")), "")
    force = _words().get(("carrier", lemma), "") if word in _PRESENT and not clause.group.modal else ""
    group = draft.clauses[max(draft.clause_at(at - 1), 0)].group
    past = bool(group and group.past)
    passive = _passive(past, lemma) or _passive(past, f"{word} {particle}")
    if passive and be >= 0 and draft.tokens[be].norm in BE:
        force = passive
        draft.carrying.add(max(number - 1, 0) if draft.clause_at(at - 1) != number else number)
    unit = draft.owner.get(at - 1, -1)
    if force and unit >= 0:
        draft.carriers.add(unit)
        draft.units[unit].weight = 0.0
    return force


def _passive(past: bool, lemma: str) -> str:
    """Return the force of a word behind a form of "be"; what one was obliged or allowed to do is mostly done."""
    force = _words().get(("passive", lemma), "")
    if past:
        return force if force == PLAN else _words().get(("past", lemma), "")
    return force


def of(draft: Draft, number: int) -> str:
    """Return the force of a clause, read with its denial: "must not" as "may not"."""
    force = draft.forces.get(number, "")
    clause = draft.clauses[number]
    if not force and clause.link == "T" and number and not draft.denied.get(number) and _is_denied(draft, number - 1):
        return WITHHELD
    forbids = force == BAN or (
        force == MUST and clause.group and clause.group.modal == "must" and draft.denied.get(number)
    )
    return MAY if forbids else force


def _is_denied(draft: Draft, number: int) -> bool:
    """Tell whether a clause denies what its infinitive depends on: "there is no plan to …"."""
    last = max((unit for unit in draft.units if unit.clause == number), key=lambda unit: unit.last, default=None)
    return last is not None and (last.negated or last.lemma.startswith("have no "))


def leaves_room(said: Frame, stated: Frame, attributed: bool) -> bool:
    """Tell whether one clause may deny what the other says: who need not may, and what somebody denies may be so."""
    pair = {(said.force, said.denied), (stated.force, stated.denied)}
    free = (MUST, True) in pair and not pair & {(MUST, False)}
    free = free or _only_forbids(said, stated) or _only_forbids(stated, said)
    undone = {said.force, stated.force} == {UNDONE, ""}
    guessed = (said.force == LIKELY) != (stated.force == LIKELY)
    return free or undone or guessed or (stated.force == DISPUTED and not attributed)


def _only_forbids(one: Frame, other: Frame) -> bool:
    """Tell whether a clause forbids what the other says is done."""
    return (one.force, one.denied) == (MAY, True) and not other.force and not other.modal


def follows(said: Frame, stated: Frame, attributed: bool) -> bool:
    """Tell whether the force of a clause is that of the wording's: what must be done need not be done, nor the other way round."""
    if said.force == LIKELY:
        return stated.force == LIKELY or stated.modal not in POSSIBLE
    if said.force in _NORMS or stated.force in _NORMS:
        norms = said.force == stated.force
        slight = said.force == MAY and not said.denied
        return norms or (slight and stated.force in ("", LIKELY)) or (stated.force == MAY and not stated.denied)
    if stated.force == UNDONE:
        return said.denied or said.force == UNDONE or said.modal != ""
    if DISPUTED in (said.force, stated.force):
        return attributed
    if WITHHELD in (said.force, stated.force):
        return said.force == stated.force
    return OPEN not in (said.force, stated.force) or said.force == stated.force
