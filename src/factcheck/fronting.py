"""Where a subject begins after what stands before it without a comma: "In 2015 Algeria signed", "Under the pact the navies train"."""

from __future__ import annotations

from factcheck.details.names import Name
from factcheck.draft import Draft
from factcheck.structure import Clause

_BEFORE = "CSRG"  # tags that may stand before the preposition: "But in 2015"
_INSIDE = "NKAQD$RV"  # tags of a noun phrase


def subject_start(draft: Draft, clause: Clause) -> int:
    """Return the token at which the subject begins, or -1 where a clause begins with no prepositional phrase or one and a comma."""
    if clause.group is None or not clause.group.finite:
        return -1
    first, last = _fronted(draft, clause.first, clause.group.first), clause.group.first
    if first < 0 or any(draft.tokens[index].text in ",;:" for index in range(first, last)):
        return -1
    runs = _runs(draft, first, last)
    for run in runs:
        if (start := _break(draft, run)) >= 0:
            return start
    return _last_noun(draft, runs[-1]) if runs else -1


def _fronted(draft: Draft, at: int, last: int) -> int:
    """Return where a fronted prepositional phrase begins, or -1."""
    while at < last and draft.tags[at] in _BEFORE:
        at += 1
    return at if at < last and draft.tags[at] == "P" else -1


def _runs(draft: Draft, first: int, last: int) -> list[range]:
    """Return the stretches without preposition or coordinator; each is a noun phrase, or two in a row."""
    found, start = [], first
    for index in range(first, last + 1):
        if index == last or draft.tags[index] not in _INSIDE:
            if index > start:
                found.append(range(start, index))
            start = index + 1
    return found


def _break(draft: Draft, run: range) -> int:
    """Return where a second noun phrase begins in a stretch by its form, or -1."""
    found = -1
    for index in run[1:]:
        before, here = index - 1, index
        if draft.owner.get(before, -1) == draft.owner.get(here, -2) or not _ends_phrase(draft, before):
            continue
        if draft.tags[here] == "D":
            return here
        other_kind = draft.tags[here] in "KA" or draft.tags[before] == "K" or _is_date(draft, before)
        found = here if other_kind and found < 0 else found
    return found


def _ends_phrase(draft: Draft, token: int) -> bool:
    """Tell whether a noun phrase can end with a token: a noun, a date, a name that is no adjective."""
    unit = draft.owner.get(token, -1)
    value = draft.units[unit].value if unit >= 0 else None
    if isinstance(value, Name):
        return not value.adjective
    return draft.tags[token] in "NK" or _is_date(draft, token)


def _is_date(draft: Draft, token: int) -> bool:
    unit = draft.owner.get(token, -1)
    return unit >= 0 and draft.units[unit].kind == "date"


def _last_noun(draft: Draft, run: range) -> int:
    """Return the last noun of a stretch that has two in a row, as a verb wants a subject: "Under the pact intelligence is shared"."""
    nouns = [index for index in run if draft.tags[index] == "N"]
    alone = len(nouns) > 1 and nouns[-1] == run[-1] and nouns[-2] == run[-1] - 1
    return nouns[-1] if alone and draft.owner.get(nouns[-1]) != draft.owner.get(nouns[-2]) else -1
