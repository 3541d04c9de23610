"""Sentence -> Statement: its words and details (names, quantities, dates), each with its role, scope and negation."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck import assertion, content, proverbs, roles, structure, tagging, traits, words
from factcheck.details import (
    ages,
    clefts,
    comparatives,
    dates,
    estimates,
    force,
    holders,
    likeness,
    listings,
    names,
    nametable,
    negation,
    offices,
    order,
    phases,
    portions,
    predications,
    quantities,
    relations,
    scope,
    slots,
    stretches,
    surpassing,
    tallies,
    ties,
    timeline,
    unsurpassed,
)
from factcheck.draft import Draft, DraftUnit
from factcheck.tokens import tokenize

NAME_WEIGHT, QUANTITY_WEIGHT, DATE_WEIGHT = 1.5, 1.5, 1.2
_PLANS = frozenset(
    (
        "plan",
        "intend",
        "hope",
        "expect",
        "want",
        "promise",
        "pledge",
        "threaten",
        "propose",
        "offer",
        "aim",
        "wish",
        "study",
        "train",
        "apply",
        "claim",
        "pretend",
        "vow",
    )
)  # verbs whose infinitive is not yet so
_DOLLARS = {
    "money:usd": "p:united states",
    "money:chf": "p:switzerland",
    "money:gbp": "p:united kingdom",
}  # whose it is
_OTHERS = re.compile(r"\bthe (?:other|remaining)\s*$", re.IGNORECASE)
_RELATIVE = frozenset(("who", "which", "that"))
_PRONOUNS = frozenset(("it", "them", "him"))  # what a verb may act on; "her" may open a noun phrase
_OF = frozenset(("of", "of the", "of its", "of their", "of all", "of these"))
Detail = quantities.Quantity | dates.Date | names.Name


class Unit(NamedTuple):
    """One thing a sentence says: a content word or phrase, a name, a quantity or a date.

    `start` and `end` are code points in the text. `role` is "v" for a clause's verb, "s" for who acts, "o" for what is acted on,
    else the preposition before it; passives are undone. `weight` is 0 for words that carry nothing of their own.
    """

    kind: str
    start: int
    end: int
    first: int
    lemma: str
    pos: str
    weight: float
    clause: int
    role: str
    negated: bool = False
    focus: bool = False
    scope: str = ""
    comparative: bool = False
    superlative: bool = False
    denial: bool = False  # a word that denies what depends on it: end, reject, rule out
    rank: int = 1
    value: Detail | None = None
    parts: tuple[str, ...] = ()


_UNIT_FIELDS = Unit._fields


class Frame(NamedTuple):
    """A clause as a predicate with its arguments, as indexes of units; `verb` is -1 for a fragment."""

    verb: int
    subject: tuple[int, ...]
    object: tuple[int, ...]
    passive: bool
    modal: str
    link: str
    start: int
    end: int
    denied: bool = False
    past: bool = False
    force: str = ""  # "must", "may", "plan", "undone", "open", "disputed", "withheld" or ""; see details/force.py
    phase: str = ""  # "begins", "goes on", "over", "never", "not yet" or ""; see details/phases.py


class Statement(NamedTuple):
    """A sentence as it was read."""

    text: str
    units: tuple[Unit, ...]
    frames: tuple[Frame, ...]
    question: bool = False
    normative: bool = False
    speakers: tuple[int, ...] = ()
    links: tuple[order.Link, ...] = ()
    comparatives: tuple[comparatives.Comparative, ...] = ()
    heads: tuple[int, ...] = ()  # for each unit the unit that it counts or describes, else itself
    holdings: tuple[holders.Holding, ...] = ()  # whose each figure is
    posts: tuple[offices.Post, ...] = ()  # who holds which office
    portions: tuple[portions.Portion, ...] = ()  # so many of so many
    lists: tuple[tuple[int, ...], ...] = ()  # the heads of each complete list of nouns
    conditional: bool = False
    relations: tuple[relations.Relation, ...] = ()  # who leads, coaches or wrote what
    slots: tuple[slots.Slot, ...] = ()
    set_off: tuple[int, ...] = ()  # what a cleft sets off: "it was Lund who …"
    exceptive: bool = False  # "except", "apart from": a general statement with an exception
    events: tuple[timeline.Event, ...] = ()  # the acts that are dated
    ties: tuple[ties.Tie, ...] = ()  # the acts that are set before or after others
    stretches: tuple[stretches.Stretch, ...] = ()  # when states begin, last and end
    ages: tuple[ages.Age, ...] = ()
    traits: frozenset[str] = frozenset()  # what it has at all, see traits.py
    predications: tuple[predications.Predication, ...] = ()  # what things are said to be


def parse(text: str, table: nametable.NameTable | None = None) -> Statement:
    """Read one sentence; `table` holds the names of the database it is compared with."""
    tokens = tokenize(text)
    tags = proverbs.without(tokens, tagging.tag(tokens))
    draft = Draft(tokens, tags, structure.clauses(tokens, tags))
    _find_details(draft, table or nametable.NameTable())
    content.find(draft)
    draft.settle()
    force.mark(draft)
    roles.assign(draft)
    set_off = clefts.undo(draft)
    predicated = predications.mark(draft)
    negation.mark(draft)
    scope.mark(draft)
    counted = tallies.mark(draft)
    links = unsurpassed.find(draft, order.find(draft))
    frames = _frames(draft)
    speakers = _speakers(draft, frames)
    question = assertion.quiet_chatter(draft, text)
    units = tuple(Unit(*(getattr(unit, name) for name in _UNIT_FIELDS)) for unit in draft.units)
    heads = _heads(text, units, counted)
    told = ties.acts(draft)
    events, tied = timeline.find(draft, told)
    lists = listings.find(text, units, heads)
    exceptive = assertion.is_exceptive(draft)
    return Statement(
        text,
        units,
        frames,
        question,
        assertion.is_normative(draft),
        speakers,
        links,
        (*comparatives.find(draft, links), *likeness.find(draft), *surpassing.find(draft)),
        heads,
        holders.find(text, units, heads),
        offices.find(text, units, frames),
        portions.find(text, units, heads),
        lists,
        assertion.is_conditional(draft),
        relations.find(text, units, frames, heads),
        slots.find(text, units, frames, heads),
        set_off,
        exceptive,
        events,
        tied,
        stretches.find(units, frames, events),
        ages.find(draft, told),
        traits.find(units, frames, lists, predicated, exceptive),
        predicated,
    )


def _find_details(draft: Draft, table: nametable.NameTable) -> None:
    """Add dates, names and quantities; what a date has taken is no name, what either has taken no quantity; greetings are neither."""
    taken = assertion.framing(draft.tokens)
    for date in dates.find(draft.tokens):
        _add_detail(draft, taken, "date", date, DATE_WEIGHT)
    money = {at for amount in quantities.find(draft.tokens) if amount.dimension in _DOLLARS for at in _span(amount)}
    for name in names.find(draft.tokens, draft.tags, table):
        if name.last - name.first == 1 and name.first in money and name.entity.id in _DOLLARS.values():
            continue  # "21.8 million US dollars"
        if unit := _add_detail(draft, taken, "name", name, NAME_WEIGHT):
            unit.lemma, unit.parts = name.entity.id, tuple(sorted(name.parts))
    for quantity in quantities.find(draft.tokens, frozenset(taken)):
        _add_detail(draft, taken, "quantity", estimates.hedged(quantity, draft.tokens), QUANTITY_WEIGHT)
    draft.owner = dict.fromkeys(taken, -1)


def _span(amount: quantities.Quantity) -> range:
    """Return the tokens between the number and the currency of an amount."""
    return range(amount.first + 1, amount.last - 1)


def _add_detail(draft: Draft, taken: set[int], kind: str, value: Detail, weight: float) -> DraftUnit | None:
    """Add a detail unless another has taken one of its tokens."""
    span = range(value.first, value.last)
    if not taken.isdisjoint(span):
        return None
    taken.update(span)
    unit = draft.add(kind, value.first, value.last, kind, "n", weight)
    unit.value = value
    return unit


def _frames(draft: Draft) -> tuple[Frame, ...]:
    frames: list[Frame] = []
    for number, clause in enumerate(draft.clauses):
        own = [index for index, unit in enumerate(draft.units) if unit.clause == number]
        verb = next((index for index in own if draft.units[index].role == "v"), -1)
        subject = tuple(index for index in own if draft.units[index].role == "s")
        object_ = tuple(index for index in own if draft.units[index].role == "o")
        group = clause.group
        antecedent = _antecedent(draft, clause)
        if not subject and antecedent and not (group and group.passive):
            subject = antecedent
        if not subject and frames and not (group and group.passive):
            subject = _who_attempts(draft, clause) or frames[-1].subject
        if not object_ and frames and _has_pronoun_object(draft, clause):
            object_ = frames[-1].object
        if group and group.passive and not object_ and frames:
            object_ = antecedent or frames[-1].subject or frames[-1].object
        start = draft.tokens[clause.first].start if clause.first < len(draft.tokens) else 0
        end = draft.tokens[clause.last - 1].end if clause.last else 0
        frames.append(
            Frame(
                verb,
                subject,
                object_,
                bool(group and group.passive),
                _modal(draft, frames, number),
                clause.link,
                start,
                end,
                draft.denied.get(number, False),
                bool(group and group.past),
                force.of(draft, number),
                phases.of(draft, number),
            )
        )
    return tuple(frames)


def _antecedent(draft: Draft, clause: structure.Clause) -> tuple[int, ...]:
    """Return what a relative clause without a subject of its own is about: "the doctors" of "the doctors who came"."""
    if clause.link != "W" or clause.group is None or draft.tokens[clause.first].norm not in _RELATIVE:
        return ()
    before = clause.first - (2 if draft.tokens[clause.first - 1].text == "," else 1)
    unit = draft.owner.get(before, -1)
    return (unit,) if unit >= 0 and draft.units[unit].pos == "n" else ()


def _who_attempts(draft: Draft, clause: structure.Clause) -> tuple[int, ...]:
    """Return whose attempt or plan an infinitive tells: "protested against the bank's attempt to cut pensions"."""
    if clause.link != "T":
        return ()
    noun = draft.owner.get(clause.first - 1, -1)
    if noun < 1 or draft.units[noun].pos != "n" or draft.units[noun].kind != "word" or draft.units[noun].role == "o":
        return ()
    owner = draft.units[noun - 1]
    owns = owner.pos == "n" and "$" in draft.tags[owner.last : draft.units[noun].first]
    return (noun - 1,) if owns and draft.units[noun].last == clause.first else ()


def _has_pronoun_object(draft: Draft, clause: structure.Clause) -> bool:
    """Tell whether a verb acts on what a pronoun stands for: "… and resumed them"."""
    group = clause.group
    after = draft.tokens[group.head + 1].norm if group and group.head + 1 < len(draft.tokens) else ""
    return group is not None and not group.copula and after in _PRONOUNS


def _modal(draft: Draft, frames: Sequence[Frame], number: int) -> str:
    """Return the modal of a clause; what somebody plans or promises to do has "will"."""
    clause = draft.clauses[number]
    modal = clause.group.modal if clause.group else ""
    before = frames[-1].verb if frames and clause.link == "T" else -1
    plans = before >= 0 and draft.units[before].lemma.removesuffix(" to") in _PLANS
    return modal or ("will" if plans or draft.forces.get(number) == force.PLAN else "")


def _speakers(draft: Draft, frames: Sequence[Frame]) -> tuple[int, ...]:
    """Return the units that name who says it: the subject of a reporting verb, what follows "according to"."""
    found: list[int] = []
    for frame in frames:
        if frame.verb >= 0 and draft.units[frame.verb].lemma in words.reporting()["verb"]:
            found += [index for index in frame.subject if draft.units[index].pos == "n" and not _is_owner(draft, index)]
    for index, unit in enumerate(draft.units):
        first = unit.first
        for back in range(first - 1, max(first - 4, -1), -1):
            words_ = " ".join(token.norm for token in draft.tokens[back : back + 2])
            if words_ in words.reporting()["preposition"]:
                found.append(index)
        joined = (
            first > 0
            and draft.tokens[first - 1].norm in ("and", ",")
            and index - 1 in found
            and draft.units[index - 1].last == first - 1
        )
        if joined and unit.kind == "name":
            found.append(index)
    return tuple(dict.fromkeys(found))


def _is_owner(draft: Draft, number: int) -> bool:
    """Tell whether a name only says whose the subject is: "the coach of the Harriers", "Redport's mayor"."""
    unit = draft.units[number]
    before = [token.norm for token in draft.tokens[max(unit.first - 2, 0) : unit.first] if token.norm != "the"][-1:]
    return unit.kind == "name" and (before == ["of"] or draft.tags[unit.last : unit.last + 1] == "$")


def _heads(text: str, units: Sequence[Unit], counted: Mapping[int, int]) -> tuple[int, ...]:
    """Return for each unit the last noun of its noun phrase, for a figure also across "of", else the unit itself."""
    result = [counted.get(number, number) for number in range(len(units))]
    for number in range(len(units) - 2, -1, -1):
        here, after = units[number], units[number + 1]
        nominal = after.kind in ("word", "name") and after.pos in "na" and here.pos in "na"
        if not nominal or here.role != after.role:
            continue
        close = " ".join(text[here.end : after.start].split()).strip(" -‑–'\"“”").lower()
        if close == "" or (here.kind == "quantity" and close in _OF):
            result[number] = result[number + 1]
    for number, unit in enumerate(units):
        if unit.kind == "quantity" and result[number] == number and _OTHERS.search(text[: unit.start]):
            result[number] = _counted_before(units, result, number)
    return tuple(result)


def _counted_before(units: Sequence[Unit], heads: Sequence[int], number: int) -> int:
    """Return what the nearest figure before one counts, or the unit itself: "three of the five mills …, the other two …"."""
    counted = (
        heads[each] for each in range(number - 1, -1, -1) if units[each].kind == "quantity" and heads[each] != each
    )
    return next(counted, number)
