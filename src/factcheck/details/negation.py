"""Negation: which unit each "not", "no", "without" or "refuse" negates, so that two of them cancel out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck import lemmas, words
from factcheck.details.force import BAN
from factcheck.draft import Draft
from factcheck.tables import groups, phrases, rows
from factcheck.verbgroups import VerbGroup

_LONGEST = 4
_OF_A_NOUN = "DNKAQO$P"  # tags of the words of a noun phrase with what depends on it
_ALONE = frozenset(("nothing", "nobody", "none", "one"))  # "no one", "nobody" deny no noun
_PRONOUNS = frozenset(("nothing", "nobody", "none"))
_DISPUTING = frozenset(("deny", "denies", "denied", "denying", "doubt", "doubts", "doubted"))
_UNABLE = frozenset(("unable", "unwilling"))
_REACH = 8  # tokens after the cue in which its focus must stand


@cache
def _cues() -> dict[tuple[str, ...], str]:
    bans = (phrase for force, _, words in rows("forces") if force == BAN for phrase in words.split(", "))
    return phrases("negation") | {tuple(phrase.split()): BAN for phrase in bans}


@cache
def _openers() -> frozenset[str]:
    return frozenset(words[0] for words in _cues())


def mark(draft: Draft) -> None:
    """Set `negated` and `focus` on the units that a negation has in its focus."""
    at = 0
    while at < len(draft.tokens):
        found = _cue(draft, at)
        if not found:
            at += 1
            continue
        kind, last = found
        own = draft.owner.get(at, -1)
        if (
            kind not in ("denial", "verb", "verb-np", "ban")
            and own >= 0
            and draft.units[own].last - draft.units[own].first > 1
            and draft.units[own].kind in ("word", "quantity")
        ):
            at += 1  # "free of charge" is one word that denies nothing
            continue
        focus = _focus(draft, kind, at, last)
        bare = kind == "adverb" and focus is not None and _is_beyond(draft, at, focus)
        focus = None if bare else focus  # "which they do not have, Lund said": the clause itself is denied
        if kind == "denial":
            _deny(draft, at)
        elif kind == "verb" and own >= 0 and focus not in (None, own) and draft.units[own].negated:
            _cancel(draft, own)
        elif focus is not None:
            _negate(draft, focus)
            if _DISPUTING.intersection(token.norm for token in draft.tokens[at:last]):
                draft.forces[draft.units[focus].clause] = "disputed"
        elif kind == "determiner" or bare:
            clause = max(draft.clause_at(at), 0)
            draft.denied[clause] = not draft.denied.get(clause, False)
        at = last


def _is_beyond(draft: Draft, at: int, focus: int) -> bool:
    """Tell whether what follows a "not" is the subject of another clause behind a comma."""
    unit = draft.units[focus]
    apart = any(token.text == "," for token in draft.tokens[at : unit.first])
    return apart and unit.clause != draft.clause_at(at) and unit.role == "s"


def _negate(draft: Draft, focus: int) -> None:
    """Negate a unit with what modifies it in its noun phrase, and count the negation for its clause."""
    clause = draft.units[focus].clause
    draft.denied[clause] = not draft.denied.get(clause, False)
    while True:
        unit = draft.units[focus]
        unit.negated, unit.focus = not unit.negated, True
        before = draft.units[focus - 1] if focus else None
        if (
            before is None
            or unit.pos != "n"
            or before.kind != "word"
            or before.pos not in "na"
            or before.last != unit.first
        ):
            return
        focus -= 1


def _cancel(draft: Draft, own: int) -> None:
    """Undo the negation of a verb that itself negates what depends on it: "neither side failed to come"."""
    clause = draft.units[own].clause
    draft.denied[clause] = not draft.denied.get(clause, False)
    for unit in draft.units:
        if unit.clause == clause and unit.focus and unit.first < draft.units[own].last:
            unit.negated, unit.focus = False, False


def _deny(draft: Draft, at: int) -> None:
    """Mark a word that denies what depends on it ("ended", "ruled out"); whether it counts is seen in the comparison.

    What drops or declines by some figure only becomes less.
    """
    unit = draft.owner.get(at, -1)
    if unit >= 0 and not _measures(draft, unit):
        draft.units[unit].denial = True


def _measures(draft: Draft, number: int) -> bool:
    """Tell whether a verb says how far something went: "dropped from 5 to 3", "declined by a third"."""
    unit = draft.units[number]
    if not words.way(unit.lemma):
        return False
    following = draft.units[number + 1 : number + 2]
    return any(other.kind == "quantity" and other.clause == unit.clause for other in following)


def is_cue(words: str) -> bool:
    """Tell whether a phrase is itself a negation."""
    return _cues().get(tuple(words.split()), "denial") not in ("denial", "ban")


def denies_infinitive(words: Sequence[str]) -> bool:
    """Tell whether a phrase is the denial of an infinitive: "fail to win", "unable to see"."""
    return words[1] == "to" and opens(" ".join(words))


def opens(phrase: str) -> bool:
    """Tell whether a phrase begins with a negation: of "fail to reach agreement" an agreement is no part."""
    words = phrase.split()
    kinds = (_cues().get(tuple(words[:length]), "denial") for length in range(1, len(words)))
    failing = words[0] in _UNABLE and words[1:2] == ["to"]
    return failing or any(kind not in ("denial", "only") for kind in kinds)


def _cue(draft: Draft, at: int) -> tuple[str, int] | None:
    if at in draft.spent:
        return None
    norms = [token.norm for token in draft.tokens[at : at + _LONGEST]]
    verb = lemmas.lemma(norms[0], "v") if draft.tags[at] in "VX" else ""
    if norms[0] not in _openers() and verb not in _openers():
        return None
    if norms[0] == "not" and at and draft.tokens[at - 1].norm == "than":
        return None  # "more likely than not"
    for length in range(min(_LONGEST, len(norms)), 0, -1):
        for first in (norms[0], verb):
            kind = _cues().get((first, *norms[1:length])) if first else None
            if norms[0] == "nor" and any(token.norm == "neither" for token in draft.tokens[:at]):
                continue
            if kind == "determiner" and norms[0] == "no" and norms[1:2] in ([","], ["."], ["!"], ["-"], []):
                continue
            if norms[0] == "outside" and draft.tags[at + 1 : at + 2] == "D" and not _names_a_place(draft, at + 1):
                continue  # "outside the clinic" denies nothing
            if kind == "preposition" and draft.tags[at] == "A" and length == 1:
                continue  # "outside competition"
            if kind == "denial" and draft.tags[at] not in "VXAP" and draft.owner.get(at, -1) < 0:
                continue
            if kind in ("verb", "verb-np", "ban") and (draft.tags[at] not in "VX" or _is_cleft(draft, at, norms)):
                continue
            if kind == "ban" and draft.tags[at + length : at + length + 1] != "V":
                continue  # "banned from the pier"
            if kind:
                return kind, at + length
    return None


def _names_a_place(draft: Draft, at: int) -> bool:
    """Tell whether a name begins at a token, or behind its article."""
    units = (draft.units[unit] for token in (at, at + 1) if (unit := draft.owner.get(token, -1)) >= 0)
    return any(unit.kind == "name" for unit in units)


def _is_cleft(draft: Draft, at: int, norms: list[str]) -> bool:
    """Tell whether "is against" only stands before what a cleft has in front: "it is against these that …"."""
    return at > 0 and draft.tokens[at - 1].norm == "it" and norms[1:2] == ["against"]


def _focus(draft: Draft, kind: str, at: int, last: int) -> int | None:
    if kind == "adverb" and any(token.norm in ("alone", "only", "just") for token in draft.tokens[last : last + 4]):
        return None  # "not terrorism alone" denies the limit, not the thing
    match kind:
        case "only" | "denial":
            return None
        case "adverb":
            return _after_adverb(draft, last)
        case "determiner":
            return _of_determiner(draft, at, last)
        case "clause":
            return _through_light(draft, verb) if (verb := _next_verb(draft, last)) is not None else None
        case "preposition":
            return _next_unit(draft, last, "NVK")
        case _:
            return _of_verb(draft, kind, at, last)


def _next_unit(draft: Draft, start: int, tags: str) -> int | None:
    """Return the unit that the next token with one of the tags belongs to; a noun phrase gives its head."""
    for index in range(start, min(start + _REACH, len(draft.tokens))):
        unit = draft.owner.get(index, -1)
        if draft.tags[index] in tags and unit >= 0:
            return unit if draft.tags[index] == "V" else draft.noun_head(unit)
        if draft.tokens[index].text in ";.":
            break
    return None


def _after_adverb(draft: Draft, start: int) -> int | None:
    """The verb that follows; the complement where that verb is light; else the noun or adjective that follows."""
    copula = next((own for at in range(start - 2, max(start - 4, -1), -1) if (own := draft.owner.get(at, -1)) >= 0), -1)
    if copula >= 0 and draft.units[copula].lemma.startswith("be ") and draft.units[copula].role == "v":
        return copula  # "is not over"
    unit = _next_unit(draft, start, "VNKAQ")
    if unit is None:
        return _next_unit(draft, start, "R")
    if draft.units[unit].role == "v":
        return _through_light(draft, unit)
    return unit


def _through_light(draft: Draft, unit: int) -> int:
    """Move from a light verb to what it carries: "did not take part", "does not include a charge", "did not make it easier"."""
    lemma, known = draft.units[unit].lemma.removesuffix(" to"), groups("passing")
    if lemma in known["makes"] and (result := _made(draft, unit)) is not None:
        return result
    controls = lemma in known["leads"] or unit in draft.carriers
    controls = controls or _is_contrasted(draft, draft.units[unit].last)
    if lemma not in known["carries"] and not controls:
        return unit
    if controls and (verb := _controlled(draft, draft.units[unit].last)) is not None:
        return _through_light(draft, verb)
    carried = _next_unit(draft, draft.units[unit].last, "VNKA")
    if carried is not None and draft.units[carried].kind == "name" and carried + 1 < len(draft.units):
        after = draft.units[carried + 1]  # "did not give Algeria any leverage"
        if (
            after.clause == draft.units[carried].clause
            and after.role == draft.units[carried].role
            and after.kind == "word"
        ):
            carried = draft.noun_head(carried + 1)
    if (
        carried is None
        or draft.units[carried].clause != draft.units[unit].clause
        or draft.units[carried].role not in ("o", "s")
    ):
        return unit
    return carried


def _made(draft: Draft, unit: int) -> int | None:
    """Return the adjective for what a verb makes of its object: "easier" in "make relations with the club easier"."""
    verb = draft.units[unit]
    last = draft.clauses[verb.clause].last
    for at in range(verb.last + 1, min(last, len(draft.tags))):
        ends = draft.tags[at] == "A" and draft.tags[at - 1] in "NKO" and draft.tags[at + 1 : at + 2] not in tuple("NKA")
        if ends and draft.clause_at(at) == verb.clause and (own := draft.owner.get(at, -1)) >= 0:
            return own
    return None


def _is_contrasted(draft: Draft, after: int) -> bool:
    """Tell whether another infinitive is set against the one behind a verb: "not meant to close schools but to open them"."""
    norms = [token.norm for token in draft.tokens]
    first = norms[after - 1 : after + 1]
    return "to" in first and any(norms[at : at + 2] == ["but", "to"] for at in range(after, len(norms)))


def _controlled(draft: Draft, after: int) -> int | None:
    """Return the infinitive behind a verb, with what it wants to act between them or without: "want the fee to rise"."""
    following = [token.norm for token in draft.tokens[after - 1 : after + 2]]
    at = after
    while "to" not in following and draft.tags[at : at + 1] and draft.tags[at] in _OF_A_NOUN:
        at += 1
        following = [token.norm for token in draft.tokens[at : at + 1]]
    return _next_verb(draft, at) if "to" in following else None


def _of_determiner(draft: Draft, at: int, last: int) -> int | None:
    """The verb where the noun phrase is its subject, else the noun."""
    clause = draft.clause_at(at)
    group = draft.clauses[clause].group if clause >= 0 else None
    if (main := _behind_relative(draft, clause, last)) is not None:
        verb = draft.owner.get(main.head, -1)
        return _through_light(draft, verb) if verb >= 0 else _next_unit(draft, main.last, "VNKA")
    if group and at < group.first:
        noun = _next_unit(draft, last, "NK")
        alone = draft.tokens[last - 1].norm in _ALONE and draft.tokens[last].norm != "of"
        if noun is not None and draft.units[noun].first < group.first and not alone:
            draft.units[noun].negated = not draft.units[noun].negated
            draft.units[noun].focus = True
        verb = draft.owner.get(group.head, -1)
        if verb >= 0:
            return _through_light(draft, verb)
        return _next_unit(draft, group.last, "VNKA")
    if at and draft.tokens[at - 1].norm == "with":
        return None  # "with nothing from donors" denies no verb
    if draft.tokens[at].norm == "none" and draft.tokens[last : last + 1] and draft.tokens[last].norm == "of":
        return _next_unit(draft, last, "NK")  # "is none of the dangers that …"
    if draft.tokens[at].norm in _PRONOUNS and group:
        verb = draft.owner.get(group.head, -1)
        return verb if verb >= 0 else None
    return _next_unit(draft, last, "NKV")


def _behind_relative(draft: Draft, clause: int, last: int) -> VerbGroup | None:
    """Return the verb of the sentence where what denies its subject stands right before a relative clause: "nobody who came was paid"."""
    if draft.tags[last : last + 1] != "W" or not 0 <= clause < len(draft.clauses) - 1:
        return None
    after = draft.clauses[clause + 1]
    return after.group if after.group and after.group.finite and after.first == after.group.first else None


def _next_verb(draft: Draft, start: int) -> int | None:
    """Return the unit of the next main verb."""
    return next(
        (
            unit
            for token in range(start, min(start + 12, len(draft.tokens)))
            if draft.tags[token] == "V" and (unit := draft.owner.get(token, -1)) >= 0
        ),
        None,
    )


def _of_verb(draft: Draft, kind: str, at: int, last: int) -> int | None:
    """The infinitive, gerund or noun phrase that depends on the verb; the verb itself then carries no weight."""
    own = draft.owner.get(at, -1)
    unit = _next_unit(draft, last, "VNK")
    if unit is None or unit == own:
        return None
    to_be = [token.norm for token in draft.tokens[last : last + 2]] == ["to", "be"]  # "refused to be a model"
    if own >= 0 and (draft.units[unit].pos == "v" or kind == "verb-np" or to_be):
        draft.units[own].weight = 0.0
    elif own >= 0:
        return None  # with a noun phrase the verb itself is compared, by its opposites
    return _through_light(draft, unit) if draft.units[unit].role == "v" else unit
