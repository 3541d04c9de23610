"""Which verbs stand inside a subject: "the bridge *that Lund built* fell", "beavers *trapped in May* were freed"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import lemmas
from factcheck.tables import groups
from factcheck.tokens import Token
from factcheck.verbgroups import INTRANSITIVE, VerbGroup

_NOMINAL = frozenset("DANKQP$ORG.")  # tags of what a subject may hold before a clause that is part of it
_LISTED = frozenset("DANKQ$")  # tags of what stands on both sides of "and" in a list of nouns
_HEADED = frozenset("NKO")
_WHOM = frozenset(("those", "anyone", "anybody", "everyone", "everybody", "someone", "somebody", "nobody", "all"))
_AFTER_PARTICIPLE = frozenset("PRTX")  # tags behind a participle that acts on nothing
_LINKS = frozenset("SWC")
_ENDS = frozenset(';:–—.?!()[]"“”')


def resumes(
    tokens: Sequence[Token], tags: str, groups: Sequence[VerbGroup], starts: Sequence[int], number: int
) -> bool:
    """Tell whether the verb group behind a number goes on with a subject that holds the group of that number.

    `starts` holds where the clause of each group so far begins.
    """
    one, two = groups[number], groups[number + 1]
    if not two.finite or _are_parted(tokens, tags, one.last, two.first):
        return False
    at = number
    while at and tags[groups[at].first] == "T":  # "the doctors who came to help were"
        at -= 1
    return _is_of_noun(tokens, tags, starts[at], groups[at].first) or is_participle(
        tokens, tags, starts[at], groups[at]
    )


def with_participles(
    tokens: Sequence[Token], tags: str, groups: Sequence[VerbGroup], starts: Sequence[int]
) -> list[VerbGroup]:
    """Return the verb groups, those passive that only describe the subject of the next: "nurses recruited abroad filled"."""
    found = list(groups)
    for number, group in enumerate(groups[:-1]):
        resumed = starts[number + 1] == groups[number + 1].first and groups[number + 1].finite
        bare = not tokens[group.head].norm.endswith("ing") and tags[groups[number + 1].first] != "T"
        if resumed and bare and is_participle(tokens, tags, starts[number], group):
            found[number] = group._replace(passive=True, finite=False)
    return found


def is_participle(tokens: Sequence[Token], tags: str, start: int, group: VerbGroup) -> bool:
    """Tell whether a verb without an auxiliary, right behind the first noun phrase of a clause, can be a participle that describes it."""
    head = group.head
    if group.first != head or group.copula or not head or tags[head] != "V":
        return False
    described = tags[head - 1] == "N" or tokens[head - 1].norm in _WHOM
    if not described or not _is_nominal(tags, start, head) or _is_of_noun(tokens, tags, start, head):
        return False
    word = tokens[head].norm
    if word.endswith("ing"):
        return True
    base = lemmas.base(word, "v")
    bare = tags[head + 1 : head + 2] in _AFTER_PARTICIPLE
    return bare and lemmas.is_participle(word) and base not in INTRANSITIVE and base not in groups("reporting")["verb"]


def _is_of_noun(tokens: Sequence[Token], tags: str, start: int, verb: int) -> bool:
    """Tell whether the clause of a verb is one about the first noun phrase, without a comma: "the fact that", "the hall where"."""
    first = _behind_link(tags, start)
    for at in range(verb - 1, first, -1):
        opens = tags[at] == "W" or (tags[at] in "SD" and tokens[at].norm == "that" and tags[at - 1] in "NK")
        if opens:
            return tags[at - 1] in _HEADED and _is_nominal(tags, start, at)
        if tokens[at].text in ",;":
            return False
    return False


def _is_nominal(tags: str, start: int, end: int) -> bool:
    """Tell whether nothing but a noun phrase stands from the beginning of a clause to a token."""
    phrase = set(tags[_behind_link(tags, start) : end])
    return bool(phrase & _HEADED) and phrase <= _NOMINAL


def _behind_link(tags: str, start: int) -> int:
    """Return where a clause begins behind the word that opens it."""
    while start < len(tags) and tags[start] in _LINKS:
        start += 1
    return start


def _are_parted(tokens: Sequence[Token], tags: str, first: int, last: int) -> bool:
    """Tell whether something between two verbs begins a new clause: a link, a mark, a comma that is of no list."""
    joints = [at for at in range(first, last) if tags[at] == "C"]
    for at in range(first, last):
        if tags[at] in "SW" or (tokens[at].text in _ENDS and not tokens[at].glued):
            return True
        if tokens[at].text == "," and not any(joint > at for joint in joints):
            return True
    return any(not _joins_nouns(tags, at) for at in joints)


def _joins_nouns(tags: str, joint: int) -> bool:
    return tags[joint - 1] in _LISTED and tags[joint + 1 : joint + 2] in _LISTED
