"""What a thing is said to be: "Veeram is a 2014 film", "Ann Lund is a singer and actress"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck import natures
from factcheck.draft import Draft
from factcheck.tokens import is_dash
from factcheck.wordclasses import offices

_JOINING = frozenset((",", "and", "or", "&"))
_WITHIN = frozenset("DAGRQ.")  # tags that may stand before the next noun of a list
_POSSESSIVE = frozenset(("his", "her", "its", "their"))
_NAMING = frozenset(("called", "named"))
_ARTICLES = frozenset(("a", "an"))
_RESUMING = frozenset((".", "C"))  # tags of what opens a clause that may share a subject
_SETTING_OFF = frozenset((",", "(", "["))
_WEIGHT = 1.0


class Predication(NamedTuple):
    """A noun and what it is said of, as indexes of units: `kind` is the last noun of what the thing is said to be."""

    of: tuple[int, ...]
    kind: int


def mark(draft: Draft) -> tuple[Predication, ...]:
    """Return what things are said to be; a noun that says so carries weight, light as it may be elsewhere."""
    found = tuple(_find(draft))
    for each in found:
        unit = draft.units[each.kind]
        if natures.of(unit.lemma) or unit.lemma in offices() or _is_all(draft, each.kind):
            unit.weight = max(unit.weight, _WEIGHT)
    return found


def _is_all(draft: Draft, number: int) -> bool:
    """Tell whether a thing is said to be "a" something and nothing more, not "a member of the club"."""
    first = next(at for at in range(number, -1, -1) if at == 0 or draft.units[at - 1].last < draft.units[at].first)
    article = draft.tokens[draft.units[first].first - 1].norm in _ARTICLES
    return article and all(tag == "." for tag in draft.tags[draft.units[number].last :])


def _find(draft: Draft) -> Iterator[Predication]:
    for number, clause in enumerate(draft.clauses):
        if clause.group is None or not clause.group.copula:
            continue
        subject = _core(draft, _subject(draft, number))
        subject = tuple(at for at in subject if not _owns(draft, at)) or subject
        kind = _first_noun(draft, clause.group.last, clause.last)
        subject = (*subject, *_called(draft, kind))
        while subject and kind >= 0:
            yield Predication(subject, kind)
            kind = _next_in_list(draft, kind, clause.last)


def _called(draft: Draft, kind: int) -> tuple[int, ...]:
    """Return the name behind what there is: "there is a town called Basildon"."""
    last = draft.units[kind].last if kind >= 0 else len(draft.tokens)
    if last + 1 >= len(draft.tokens) or draft.tokens[last].norm not in _NAMING:
        return ()
    number = draft.owner.get(last + 1, -1)
    return (number,) if number >= 0 and draft.units[number].kind == "name" else ()


def _subject(draft: Draft, number: int) -> tuple[int, ...]:
    """Return what a clause is about; one that goes on behind a comma shares that of the clause before: "Lund, known as Lu, is"."""
    clause = draft.clauses[number]
    own = tuple(at for at, unit in enumerate(draft.units) if unit.clause == number and unit.role == "s")
    if own or not number or clause.link not in _RESUMING:
        return own
    group = draft.clauses[number - 1].group
    if group is None or not group.passive:
        return _subject(draft, number - 1)
    before = (at for at, unit in enumerate(draft.units) if unit.clause == number - 1 and unit.last <= group.first)
    return tuple(at for at in before if draft.units[at].role in ("s", "o"))


def _core(draft: Draft, subject: tuple[int, ...]) -> tuple[int, ...]:
    """Return a subject without what a comma or a bracket sets off behind it, unless it is a list."""
    if not subject:
        return subject
    tokens = draft.tokens[draft.units[subject[0]].first : draft.units[subject[-1]].last]
    cut = next((at for at, token in enumerate(tokens) if token.norm in _SETTING_OFF), len(tokens))
    if tokens[cut:] and tokens[cut].norm == "," and any(token.norm in ("and", "or") for token in tokens[cut:]):
        return subject
    return tuple(at for at in subject if draft.units[at].first < draft.units[subject[0]].first + cut)


def _owns(draft: Draft, number: int) -> bool:
    """Tell whether a unit only says whose something is: "Lund's wife", "her husband"."""
    unit = draft.units[number]
    return "$" in draft.tags[unit.last : unit.last + 1] or draft.tokens[unit.first].norm in _POSSESSIVE


def _first_noun(draft: Draft, first: int, last: int) -> int:
    """Return the last noun of the noun phrase that begins at or just after a token, or -1."""
    while first < last and draft.owner.get(first, -1) < 0 and draft.tags[first] in _WITHIN:
        first += 1
    number = draft.owner.get(first, -1) if first < last else -1
    if number < 0 or draft.units[number].pos not in "na":
        return -1
    head = _head(draft, number)
    return head if draft.units[head].kind == "word" and draft.units[head].pos == "n" else -1


def _head(draft: Draft, number: int) -> int:
    """Return the last noun of a noun phrase that begins at a unit, with the dates and names in it: "1994 Indian action film"."""
    while number + 1 < len(draft.units):
        here, following = draft.units[number], draft.units[number + 1]
        joined = draft.tokens[here.last : following.first]
        if (
            not all(is_dash(token) and token.glued for token in joined)
            or following.pos not in "na"
            or following.clause != here.clause
            or _leads_on(draft, number)
        ):
            break
        number += 1
    return number


def _leads_on(draft: Draft, number: int) -> bool:
    """Tell whether a phrase ends in the preposition of what follows: "is dependent on tourism"."""
    unit = draft.units[number]
    return unit.pos == "a" and unit.last - unit.first > 1 and draft.tags[unit.last - 1] == "P"


def _next_in_list(draft: Draft, number: int, last: int) -> int:
    """Return the next noun of "a singer, dancer and actor", or -1."""
    at = draft.units[number].last
    if at >= last or draft.tokens[at].norm not in _JOINING:
        return -1
    while at < last and draft.tokens[at].norm in _JOINING:
        at += 1
    return _first_noun(draft, at, last)
