"""Tags -> verb groups and clauses: where each clause begins, its verb, whether it is passive, what stands before and after.

A shallow reading by rule; no tree is built. A clause ends where a subordinator, a relative word, a coordinator before a new
verb, or a mark of punctuation separates two verb groups.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck import lemmas
from factcheck.tokens import Token
from factcheck.wordclasses import BE

_PAST = frozenset(["was", "were", "had", "did", "been"])
_GET = frozenset(["get", "gets", "got", "getting"])
INTRANSITIVE = frozenset(
    (
        "come",
        "go",
        "arrive",
        "travel",
        "rise",
        "fall",
        "grow",
        "drop",
        "decline",
        "shrink",
        "increase",
        "decrease",
        "climb",
        "pass",
    )
)  # verbs that "by" makes no passive of
_PREPOSED = frozenset(("which", "whom"))
_FILLERS = frozenset("XMGRT")
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_NOMINAL = "DANKQP$"  # tags of what a noun phrase may hold
_JOINTS = frozenset("-–/")
_OBJECTS = tuple("DNKO$")  # tags of what an active verb acts on: "…, criticised the airline"
_NAMING = frozenset("NKO")  # tags of what can be a subject


class VerbGroup(NamedTuple):
    """Auxiliaries and main verb: tokens[first:last], the main verb at `head`; a copula is its own head."""

    first: int
    head: int
    last: int
    passive: bool
    finite: bool
    copula: bool
    modal: str = ""
    past: bool = False


class Clause(NamedTuple):
    """tokens[first:last] with its verb group, or None for a fragment; `link` is the tag of the word that opens it."""

    first: int
    last: int
    group: VerbGroup | None
    link: str = ""


def verb_groups(tokens: Sequence[Token], tags: str) -> list[VerbGroup]:
    """Return the verb groups, left to right."""
    groups: list[VerbGroup] = []
    at = 0
    while at < len(tokens):
        if tags[at] not in "XMVT":
            at += 1
            continue
        group, at = _group(tokens, tags, at)
        if group:
            groups.append(group)
    return groups


def _by_agent(tags: str, head: int, following: str) -> bool:
    """Tell whether "by" after a verb names who acts, not how much: "built by hand", "cut by 3 percent"."""
    return following == "by" and tags[head + 2 : head + 3] != "Q"


def _describes_predicate(tokens: Sequence[Token], tags: str, head: int) -> bool:
    """Tell whether a bare participle goes on about what a thing is said to be: "is a film written and directed by Lund"."""
    before = head
    while before and (tags[before - 1] in _NOMINAL or tokens[before - 1].text in _JOINTS):
        before -= 1
    return 0 < before < head and tags[before - 1] == "X" and tokens[before - 1].norm in BE and tags[head - 1] in "NK"


def _group(tokens: Sequence[Token], tags: str, at: int) -> tuple[VerbGroup | None, int]:
    first, head, modal = at, -1, ""
    inverted = False
    while at < len(tokens) and (
        tags[at] in "XMGRTV" or (tags[at] in "O" and at == first + 1 and tags[first] in "XM" and first == 0)
    ):
        inverted = inverted or tags[at] == "O"
        if tags[at] == "V":
            head = at
            break
        modal = tokens[at].norm if tags[at] == "M" else modal
        at += 1
    auxiliaries = [index for index in range(first, at) if tags[index] in "XM"]
    if head < 0:
        copulas = [index for index in auxiliaries if tags[index] == "X"]
        if not copulas:
            return None, max(at, first + 1)
        head = copulas[-1]
        return VerbGroup(
            first, head, head + 1, False, True, tokens[head].norm in BE, modal, tokens[head].norm in _PAST
        ), head + 1
    to = max((index for index in range(first, head) if tags[index] == "T"), default=-1)
    be = any(tokens[index].norm in BE | _GET for index in auxiliaries if index > to)
    have = any(tokens[index].norm in ("have", "has", "had", "having") for index in auxiliaries if index > to)
    participle = lemmas.is_participle(tokens[head].norm)
    following = tokens[head + 1].norm if head + 1 < len(tokens) else ""
    due = any(tokens[index].norm in BE for index in auxiliaries if index < to)
    if due and not modal:
        modal = "will"  # "is to report", "was to have been finished"
    passive = participle and (
        be
        or (
            not auxiliaries
            and not have
            and _past(tokens[head].norm)
            and lemmas.base(tokens[head].norm, "v") not in INTRANSITIVE
            and (
                _by_agent(tags, head, following)
                or _after_noun_comma(tokens, tags, head)
                or _describes_predicate(tokens, tags, head)
            )
        )
    )
    finite = bool(auxiliaries) or (
        tags[first] != "T" and not tokens[head].norm.endswith("ing") and not (passive and not be)
    )
    past = not modal and (have or _is_past(tokens, tags, first, head, auxiliaries))
    return VerbGroup(first, head, head + 1, passive, finite, False, modal, past), head + 1


def _is_past(tokens: Sequence[Token], tags: str, first: int, head: int, auxiliaries: Sequence[int]) -> bool:
    """Tell whether a verb group is in the past: by an auxiliary, or by its verb where there is none."""
    if auxiliaries:
        return any(tokens[index].norm in _PAST for index in auxiliaries)
    return tags[first] != "T" and _past(tokens[head].norm) and not tokens[head].norm.endswith(("s", "ing"))


def _past(word: str) -> bool:
    return word.endswith("ed") or lemmas.base(word, "v") not in ("", word)


def _after_noun_comma(tokens: Sequence[Token], tags: str, head: int) -> bool:
    """Tell whether a bare participle follows a noun and a comma, as in "the accord, signed in Algiers"."""
    told = "V" in tags[head + 1 :] + tags[: head - 2] or ("X" in tags[: head - 2] and tags[head + 1 : head + 2] == "P")
    return (
        head > 1
        and tokens[head - 1].text == ","
        and tags[head - 2] in "NK"
        and told
        and tags[head + 1 : head + 2] not in _OBJECTS
        and not _after_apposition(tokens, tags, head)
    )


def _after_apposition(tokens: Sequence[Token], tags: str, head: int) -> bool:
    """Tell whether a verb goes on after its subject and what that is: "Lund, the mayor of Tarn, said"."""
    commas = [at for at in range(head) if tokens[at].text == ","]
    return len(commas) == 2 and commas[0] > 0 and not set(tags[:head]) & set("VXM") and tags[commas[0] + 1] in "DNKA"


def clauses(tokens: Sequence[Token], tags: str) -> list[Clause]:
    """Return the clauses that cover all tokens."""
    groups = _outside_brackets(tokens, verb_groups(tokens, tags))
    starts = [0]
    for number, (one, two) in enumerate(pairwise(groups)):
        resumes = two.finite and (tags[0] != "W" or two.copula) and _holds_relative(tags, groups, number)
        starts.append(_boundary(tokens, tags, one, two, resumes))
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
