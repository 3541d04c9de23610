"""A denial put first, with the verb before its subject: "not since 2011 had the fair drawn so many people".

The sentence is put in the usual order: "the fair had not drawn so many people since 2011". So is one that begins with "never" and
tells when: "never since records began had there been a warmer May".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck import tagging
from factcheck.tokens import Token, tokenize
from factcheck.wordclasses import WEEKDAYS

_DENYING = ("not", "never")
_WHEN = ("since", "in", "for", "before", "until")  # what may stand between the denial and the verb
_AUXILIARIES = frozenset(
    ("has", "have", "had", "was", "were", "is", "are", "did", "does", "do", "would", "will", "could")
)
_EXISTING = "there"
_NOMINAL = "DNKAQ$O"
_LONGEST = 12  # tokens of "since records began in 1950"


def undone(text: str) -> Iterator[str]:
    """Yield a sentence with a denial and a time put first in the usual order."""
    tokens = tokenize(text)
    norms = [token.norm for token in tokens]
    if norms[:1] == [] or norms[0] not in _DENYING or len(tokens) < 6 or norms[1] not in _WHEN:
        return
    tags = tagging.tag(tokens)
    verb = next((at for at in range(2, min(_LONGEST, len(tokens))) if norms[at] in _AUXILIARIES and tags[at] == "X"), 0)
    bare = norms[1] == "before" and norms[2:3] and norms[2] in _AUXILIARIES
    verb = 2 if bare else verb
    end = _subject_end(norms, tags, verb) if verb else 0
    if not end or end >= len(tokens):
        return
    when = "" if bare else f" {_span(text, tokens, 1, verb)}"
    subject = _span(text, tokens, verb + 1, end)
    rest = text[tokens[end].start :].rstrip().rstrip(".!")
    denial = "never before" if bare else norms[0]
    yield f"{_capital(subject, norms[verb + 1])} {tokens[verb].text} {denial} {rest.rstrip()}{when}."


def _span(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    return text[tokens[first].start : tokens[last - 1].end].rstrip(" ,")


def _capital(subject: str, first: str) -> str:
    return subject if first in WEEKDAYS else f"{subject[:1].upper()}{subject[1:]}"


def _subject_end(norms: Sequence[str], tags: str, verb: int) -> int:
    """Return where a subject behind its verb ends: before a participle or an infinitive, or before "so" and "as", or 0."""
    if norms[verb + 1 : verb + 2] == [_EXISTING]:
        return verb + 2
    for at in range(verb + 2, len(norms)):
        if norms[at] in ("so", "as", "been", "such") or tags[at] == "V":
            return at
        if tags[at] not in _NOMINAL and norms[at] not in ("of", "in", "at", "for", "and", "'s", "’s", "'", "’", "-"):
            return 0
    return 0
