"""Sentence -> Statement: its words and details (names, quantities, dates), each with its role, scope and negation."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from factcheck import (
    antecedents,
    assertion,
    content,
    detailing,
    gapping,
    proverbs,
    referring,
    roles,
    structure,
    tagging,
    traits,
    typos,
)
from factcheck.details import (
    ages,
    aliases,
    causes,
    clefts,
    comparatives,
    dates,
    exceptives,
    force,
    glosses,
    heads,
    hitherto,
    holders,
    ignorance,
    likeness,
    listings,
    motions,
    names,
    nametable,
    negation,
    offices,
    order,
    phases,
    portions,
    predications,
    quantities,
    ratings,
    relations,
    scope,
    slots,
    speakers,
    stretches,
    surpassing,
    tallies,
    ties,
    timeline,
    unsurpassed,
)
from factcheck.draft import Draft
from factcheck.referring import Referent, StandIn
from factcheck.tokens import tokenize

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
_RELATIVE = frozenset(("who", "which", "that"))
_PRONOUNS = frozenset(("it", "them", "him"))  # what a verb may act on; "her" may open a noun phrase
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
    force: str = ""  # "must", "may", "likely", "plan", "undone", "told", "open", "disputed", "withheld" or "", see details/force.py
    phase: str = ""  # "begins", "goes on", "over", "never", "not yet" or ""; see details/phases.py
    opener: int = 0  # where in the text a relative clause within its subject begins, else 0


class _Read(NamedTuple):
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
    stand_ins: tuple[StandIn, ...] = ()
    aliases: tuple[aliases.Alias, ...] = ()
    causes: tuple[causes.Cause, ...] = ()  # what is said to be the cause of what


class Statement(_Read):
    """A sentence as it was read; it never changes, so that what is found of it can be kept on it, see once.py."""

    @cached_property
    def remembered(self) -> dict[Hashable, Any]:
        """Return what was found of the statement; it is no part of its value."""
        return {}

    def __reduce__(self) -> tuple[Any, ...]:
        """Leave out what was found when the statement is pickled."""
        return Statement, tuple(self)


def parse(
    text: str, table: nametable.NameTable | None = None, referents: Mapping[int, Referent] | None = None
) -> Statement:
    """Read one sentence; `table` holds the names of the database it is compared with.

    `referents` tells for the numbers of tokens that are pronouns, or nouns behind "the", what they stand for.
    """
    known = table or nametable.NameTable()
    tokens = typos.mended(tokenize(text), known)
    tags = proverbs.without(tokens, tagging.tag(tokens))
    draft = Draft(tokens, tags, structure.clauses(tokens, tags))
    detailing.find(draft, known, referents or {})
    ignorance.find(draft)
    ratings.quiet(draft)
    content.find(draft)
    glosses.lighten(draft)
    draft.settle()
    force.mark(draft)
    roles.assign(draft)
    gapping.mark(draft)
    roles.own(draft, referents or {})
    motions.mark(draft)
    set_off = clefts.undo(draft)
    only = exceptives.undo(draft)
    predicated = predications.mark(draft)
    negation.mark(draft)
    hitherto.lighten(draft)
    scope.mark(draft)
    counted = tallies.mark(draft)
    links = unsurpassed.find(draft, order.find(draft))
    frames = _frames(draft)
    told_by = speakers.find(draft, frames)
    question = assertion.quiet_chatter(draft, text)
    units = tuple(Unit(*(getattr(unit, name) for name in _UNIT_FIELDS)) for unit in draft.units)
    headed = heads.find(text, units, counted)
    told = ties.acts(draft)
    events, tied = timeline.find(draft, told)
    lists = listings.find(text, units, headed)
    exceptive = assertion.is_exceptive(draft) and not only
    return Statement(
        text,
        units,
        frames,
        question,
        assertion.is_normative(draft),
        told_by,
        links,
        (*comparatives.find(draft, links), *likeness.find(draft), *surpassing.find(draft)),
        headed,
        holders.find(text, units, headed),
        offices.find(text, units, frames),
        portions.find(text, units, headed),
        lists,
        assertion.is_conditional(draft),
        relations.find(text, units, frames, headed),
        slots.find(text, units, frames, headed),
        set_off,
        exceptive,
        events,
        tied,
        stretches.find(units, frames, events),
        ages.find(draft, told),
        traits.find(units, frames, lists, predicated, exceptive),
        predicated,
        referring.stand_ins(draft, referents or {}),
        aliases.find(draft),
        causes.find(draft),
    )


def _frames(draft: Draft) -> tuple[Frame, ...]:
    frames: list[Frame] = []
    for number, clause in enumerate(draft.clauses):
        own = [index for index, unit in enumerate(draft.units) if unit.clause == number]
        verb = next((index for index in own if draft.units[index].role == "v"), -1)
        subject = tuple(index for index in own if draft.units[index].role == "s")
        object_ = tuple(index for index in own if draft.units[index].role == "o")
        group = clause.group
        if all(draft.units[index].pos == "r" for index in subject):
            subject = ()  # an adverb before a verb acts on nothing
        antecedent = _antecedent(draft, clause)
        subject, object_ = antecedents.undone(draft, clause, subject, object_)
        if not subject and antecedent and not (group and group.passive):
            subject = antecedent
        subject = subject or antecedents.before_participle(draft, clause)
        if not subject and frames and not (group and group.passive):
            subject = antecedents.controlled(draft, number, frames[-1].object) or _who_attempts(draft, clause)
            subject = subject or _resumed(draft, number, frames[-1])
        if not object_ and frames and _has_pronoun_object(draft, clause):
            object_ = frames[-1].object
        if group and group.passive and frames and not any(draft.units[index].first < group.first for index in object_):
            before = antecedent or antecedents.of_participle(draft, number) or _resumed(draft, number, frames[-1])
            object_ = (*(before or frames[-1].object), *object_)
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
                draft.tokens[opener].start if (opener := antecedents.opener(draft, clause)) else 0,
            )
        )
    for number in range(len(frames) - 2, -1, -1):
        if not frames[number].object and antecedents.shares_object(draft, number):
            frames[number] = frames[number]._replace(object=frames[number + 1].object)
    return tuple(frames)


def _shared(frame: Frame) -> tuple[int, ...]:
    """Return what a clause is about, and so is one that goes on without a subject: "the bridge was built by Lund and carries trams"."""
    if not frame.passive:
        return frame.subject
    before = tuple(index for index in frame.object if frame.verb < 0 or index < frame.verb)
    return before or frame.object  # "was appointed director" is not about a director


def _resumed(draft: Draft, number: int, frame: Frame) -> tuple[int, ...]:
    """Return what a clause without a subject of its own shares with the one before."""
    return antecedents.resumed(draft, number) or _shared(frame)


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
    told = draft.forces.get(number)
    if told == force.LIKELY:
        return "might"
    return modal or ("will" if plans or told in (force.PLAN, force.UNDONE) else "")
