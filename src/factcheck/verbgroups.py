"""Tags -> verb groups: auxiliaries and main verb, whether it is passive, finite, past."""

from __future__ import annotations

from collections.abc import Sequence
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
_NOMINAL = "DANKQP$"  # tags of what a noun phrase may hold
_JOINTS = frozenset("-–/")
_OBJECTS = tuple("DNKO$")  # tags of what an active verb acts on: "…, criticised the airline"


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


def verb_groups(tokens: Sequence[Token], tags: str) -> list[VerbGroup]:
    """Return the verb groups, left to right."""
    groups: list[VerbGroup] = []
    at = 0
    while at < len(tokens):
        if tags[at] not in "XMVT" or tokens[at].norm == "according":
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
        and not _after_relative(tokens, tags, head)
    )


def _after_relative(tokens: Sequence[Token], tags: str, head: int) -> bool:
    """Tell whether a verb goes on after its subject and a relative clause about that: "Lund, whose crew had left, sailed"."""
    comma = next((at for at in range(head) if tokens[at].text == ","), head)
    if comma + 1 >= head - 1 or set(tags[:comma]) & set("VXMS"):
        return False
    return (
        "W" in tags[comma + 1 : comma + 3]
        and not set(tags[comma + 3 : head]) & set("SC")
        and "," not in (token.text for token in tokens[comma + 1 : head - 1])
    )


def _after_apposition(tokens: Sequence[Token], tags: str, head: int) -> bool:
    """Tell whether a verb goes on after its subject and what that is: "Lund, the mayor of Tarn, said"."""
    commas = [at for at in range(head) if tokens[at].text == ","]
    return len(commas) == 2 and commas[0] > 0 and not set(tags[:head]) & set("VXM") and tags[commas[0] + 1] in "DNKA"
