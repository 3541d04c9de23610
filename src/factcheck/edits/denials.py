"""Edits of negation: a "not" put in, a "not" left out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factcheck import lemmas, structure, tagging
from factcheck.edits.edit import Edit, Original, cased, longest, replace
from factcheck.edits.known import Known
from factcheck.structure import Clause
from factcheck.tables import rows
from factcheck.verbgroups import VerbGroup

# Words in or behind a verb group that a "not" would belong to, or that make it another thing: "not only" denies nothing.
_LIMITS = frozenset(("only", "just", "merely", "simply", "least", "not", "no", "never", "to"))
_PARTS = ("some", "most", "few", "half", "part")  # of some it may hold as well that they are not
_OPEN = frozenset(("may", "might"))  # what may be may also not be
_DO = frozenset(("do", "does", "did"))
_PARTICIPLES = frozenset(("being", "having", "been"))
_END = ("", ".", ";")
_HAVE = frozenset(("have", "has", "had"))
_BEFORE_VERB = tuple("NKOWR")
_AFTER_VERB = frozenset("DOPKQTRS")  # tags that tell a verb before them
_LINKS = frozenset("CSW;.")  # tags that open a clause which has a finite verb
_CUES = ("not", "n't", "never")
_WHOLE = {"wo": "will", "ca": "can", "sha": "shall"}  # what is left of "won't" and "can't"


def denied(original: Original, known: Known) -> Iterator[Edit]:
    """Deny each clause with a finite verb, unless something is denied in the sentence already."""
    cues = any(token.norm in _CUES for token in original.tokens)
    if cues or any(frame.denied for frame in original.statement.frames):
        return
    tags = tagging.tag(original.tokens)
    partial = {unit.clause for unit in original.statement.units if unit.role == "s" and unit.scope in _PARTS}
    for number, clause in enumerate(structure.clauses(original.tokens, tags)):
        group = clause.group
        whole = group and group.finite and number not in partial
        if group and whole and _is_plain(original, group) and _is_verb(original, clause, group, tags):
            yield _with_not(original, group, tags)


def affirmed(original: Original, known: Known) -> Iterator[Edit]:
    """Leave out each "not", "n't" and "never"."""
    for at, token in enumerate(original.tokens):
        kept = any(longest(original.tokens, first, _kept()) for first in (max(at - 1, 0), at))
        if token.norm in _CUES and not kept and not _until(original, at):
            yield _without(original, at)


def _until(original: Original, at: int) -> bool:
    """Tell "not … until spring", which says that it was, in spring."""
    return any(token.norm in ("until", "till") for token in original.tokens[at:])


def _is_plain(original: Original, group: VerbGroup) -> bool:
    """Tell whether a verb group says that it is so, and has no "only" to which a "not" could belong."""
    norms = [token.norm for token in original.tokens[group.first : group.last + 1]]
    start = original.tokens[group.first].start
    named = any(unit.kind == "name" and unit.start <= start < unit.end for unit in original.statement.units)
    return not named and _LIMITS.isdisjoint(norms) and group.modal not in _OPEN and norms[0] not in _PARTICIPLES


def _is_verb(original: Original, clause: Clause, group: VerbGroup, tags: str) -> bool:
    """Tell a verb from what looks like one, "talks" or "an accord concluded earlier", by what stands around it."""
    before, after = tags[clause.first : group.head], tags[group.head + 1 : group.head + 2]
    if group.copula or group.head != group.first:
        return True
    if original.tokens[group.head].norm in _HAVE:
        return after not in _END  # not "than the other has"
    if not (clause.first == 0 or clause.link in _LINKS) or not before.endswith(_BEFORE_VERB):
        return False
    named = before.endswith("K") and not before.endswith("DK")  # "Holt builds", not "the Sahel states"
    return group.past or named or after in _AFTER_VERB


def _with_not(original: Original, group: VerbGroup, tags: str) -> Edit:
    """Put "not" behind the first auxiliary, or "did not" before the verb."""
    first = original.tokens[group.first]
    auxiliary = tags[group.first] in "XM" and (group.head != group.first or first.norm in _DO)
    if group.copula or auxiliary:
        return replace(original, first.end, first.end, " not")
    verb = original.tokens[group.head]
    base = lemmas.base(verb.norm, "v") or verb.norm
    third = verb.norm != base and verb.norm.endswith("s")
    do = "do" if verb.norm == base else "does" if third else "did"
    return replace(original, verb.start, verb.end, f"{do} not {base}")


def _without(original: Original, at: int) -> Edit:
    """Leave out a word of denial with the space before it; "can't" becomes "can"."""
    token, before = original.tokens[at], original.tokens[at - 1] if at else None
    if before and token.glued and before.text.lower() in _WHOLE:
        return replace(original, before.start, token.end, _WHOLE[before.text.lower()])
    start, end = token.start, token.end
    while start > 0 and original.text[start - 1] == " ":
        start -= 1
    if start:
        return replace(original, start, end, "")
    rest = original.text[end:].lstrip()
    return replace(original, 0, len(original.text) - len(rest) + 1, cased(rest[:1], token.text))


@cache
def _kept() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the phrases in which "not" denies nothing or stands for something else: "not only", "why not"."""
    phrases = [phrase for row in rows("negation") if row[0] in ("only", "clause") for phrase in row[1].split(", ")]
    return {tuple(phrase.split()): () for phrase in phrases if "not" in phrase.split()}
