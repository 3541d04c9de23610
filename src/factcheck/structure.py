"""Tags -> clauses: where each clause begins, its verb, what stands before and after.

A shallow reading by rule; no tree is built. A clause ends where a subordinator, a relative word, a coordinator before a new
verb, or a mark of punctuation separates two verb groups.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck import embedding
from factcheck.tokens import Token
from factcheck.verbgroups import VerbGroup, verb_groups

RESUMING = ("V", "X", "P", "R", ".")  # links of a clause that goes on with the subject of the one before
_PREPOSED = frozenset(("which", "whom"))
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_NAMING = frozenset("NKO")  # tags of what can be a subject


class Clause(NamedTuple):
    """tokens[first:last] with its verb group, or None for a fragment; `link` is the tag of the word that opens it."""

    first: int
    last: int
    group: VerbGroup | None
    link: str = ""


def clauses(tokens: Sequence[Token], tags: str) -> list[Clause]:
    """Return the clauses that cover all tokens."""
    groups = _outside_brackets(tokens, verb_groups(tokens, tags))
    starts = [0]
    for number, (one, two) in enumerate(pairwise(groups)):
        if embedding.resumes(tokens, tags, groups, starts, number):
            starts.append(two.first)
            continue
        resumes = two.finite and (tags[0] != "W" or two.copula) and _holds_relative(tags, groups, number)
        fronted = tags[0] == "S" and not any(tokens[start].text == "," for start in starts)
        first = _first_comma(tokens, tags, one, two) if fronted else 0
        start = first or _boundary(tokens, tags, one, two, resumes)
        starts.append(_before_subject(tokens, tags, groups[number : number + 3], start))
    groups = embedding.with_participles(tokens, tags, groups, starts)
    found = []
    for index, start in enumerate(starts):
        last = starts[index + 1] if index + 1 < len(starts) else len(tokens)
        group = groups[index] if groups else None
        link = "" if index == 0 and not (tags and tags[0] in "SW") else tags[start] if start < len(tags) else ""
        if link == "P" and start + 1 < last and tokens[start + 1].norm in _PREPOSED:
            link = "W"
        found.append(Clause(start, last, group, link))
    return found


def _outside_brackets(tokens: Sequence[Token], groups: list[VerbGroup]) -> list[VerbGroup]:
    """Return the verb groups that are in no brackets, all of them where there are no others."""
    depth, inside = 0, set()
    for at, token in enumerate(tokens):
        depth = max(depth + (token.norm in _OPENING) - (token.norm in _CLOSING), 0)
        if depth:
            inside.add(at)
    return [group for group in groups if group.head not in inside] or groups


def _holds_relative(tags: str, groups: Sequence[VerbGroup], number: int) -> bool:
    """Tell whether verb groups up to a number are of a relative clause within the subject: "the doctors who came to help were …"."""
    if number and _opens_inside(tags, groups[number - 1].last, groups[number].first):
        return True
    opener = tags.find("W", 0, groups[0].first)
    headed = opener == 0 or (opener > 0 and tags[opener - 1] in "NKDO")
    return headed and not any(group.finite for group in groups[1 : number + 1])


def _opens_inside(tags: str, first: int, last: int) -> bool:
    """Tell whether the subject of a clause behind "that" holds a relative clause: "found that children who slept little were …"."""
    said = tags.find("S", first, last)
    opener = tags.find("W", said + 1, last) if said >= 0 else -1
    return opener > said + 1 and tags[opener - 1] in "NK" and not set(tags[said + 1 : opener]) - set("DANKQP$O")


def _boundary(tokens: Sequence[Token], tags: str, one: VerbGroup, two: VerbGroup, resumes: bool) -> int:
    """Return where the clause of verb group `two` begins; `resumes`: its subject is further back and holds group `one`."""
    between = range(two.first - 1, one.last - 1, -1)
    for wanted in ("SW", "semicolon", "C", "comma"):
        for index in between:
            tag, text = tags[index], tokens[index].text
            if wanted == "SW" and _led_by_preposition(tokens, tags, index):
                return index - 1
            if (wanted == "SW" and tag in "SW") or (
                wanted == "semicolon" and text in (";", ":", "–", "—") and not tokens[index].glued
            ):
                return index
            if wanted == "semicolon" and text in ";:.?!":
                return index
            if wanted == "C" and tag == "C" and _coordinates_verbs(tags, index, two):
                return index
            if wanted == "comma" and text == "," and _opens_clause(tags, index, two):
                return index
    return two.first if resumes or not two.finite or two.first == one.last else one.last


def _before_subject(tokens: Sequence[Token], tags: str, groups: Sequence[VerbGroup], start: int) -> int:
    """Return where a clause begins whose subject has a relative clause: "Lund agreed; the fund, which owns a tenth, did not"."""
    if not _is_relative(tokens, tags, start):
        return start
    for at in range(start - 1, groups[0].last - 1, -1):
        ends = tokens[at].text in (".", ";", "?", "!")
        leads = tags[at] == "S" or (
            tags[at] == "C" and tokens[at - 1].text == "," and _is_resumed(tokens, tags, groups)
        )
        if (ends or leads) and set(tags[at + 1 : start]) & _NAMING:
            return at
    return start


def _is_relative(tokens: Sequence[Token], tags: str, at: int) -> bool:
    """Tell whether a relative word, or one behind a preposition, stands at a token."""
    return tags[at] == "W" or (at + 1 < len(tags) and _led_by_preposition(tokens, tags, at + 1))


def _is_resumed(tokens: Sequence[Token], tags: str, groups: Sequence[VerbGroup]) -> bool:
    """Tell whether the last of three verb groups goes on, behind a comma, with what the relative clause of the second is about."""
    if len(groups) < 3 or not groups[2].finite:
        return False
    between = range(groups[1].last, groups[2].first)
    commas = [at for at in between if tokens[at].text == ","]
    return (
        bool(commas)
        and set(tags[commas[-1] + 1 : groups[2].first]) <= set("R")
        and not set(tags[groups[1].last : commas[-1]]) & set("SW")
    )


def _first_comma(tokens: Sequence[Token], tags: str, one: VerbGroup, two: VerbGroup) -> int:
    """Return the comma with which a subordinate clause in front ends, or 0: "when Lund left, the board, by its own account, met"."""
    between = range(one.last, two.first)
    if not two.finite or any(tags[at] in "SWC" or tokens[at].text in ";:" for at in between):
        return 0
    return next((at for at in between if tokens[at].text == "," and set(tags[at + 1 : two.first]) & _NAMING), 0)


def _led_by_preposition(tokens: Sequence[Token], tags: str, index: int) -> bool:
    """Tell whether a relative word follows a preposition, with which its clause begins: "the hall in which Lund sang"."""
    return tokens[index].norm in _PREPOSED and index > 0 and tags[index - 1] == "P"


def _opens_clause(tags: str, comma: int, two: VerbGroup) -> bool:
    """Tell whether a comma opens a clause: one without a finite verb has nothing before it but what acts, "each army operating …"."""
    middle = tags[comma + 1 : two.first]
    return two.finite or not set(middle) & _NAMING or (middle[-1] in "NKOQ" and tags[two.first] != "T")


def _coordinates_verbs(tags: str, index: int, two: VerbGroup) -> bool:
    """Tell whether a coordinator joins clauses: the verb follows at once, or its own subject stands between."""
    middle = tags[index + 1 : two.first]
    if not two.finite:
        return not set(middle) & _NAMING  # what stands before a bare participle is no subject of its own
    if index and index + 1 < len(tags) and tags[index - 1] == "K" == tags[index + 1]:
        return False  # "Mali and Niger" is one subject
    return not middle.strip("RGP.") or any(tag in "NKO" for tag in middle)
