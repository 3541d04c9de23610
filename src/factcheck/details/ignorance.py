"""What is not known or not settled: "it is not known who …", "the cause has yet to be found", "the date remains open"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.draft import Draft
from factcheck.tables import groups

UNKNOWN, UNDECIDED, UNCLEAR = "unknown", "undecided", "unclear"
MARKS = frozenset((UNKNOWN, UNDECIDED, UNCLEAR, "uncertain", "unsettled", "unresolved", "mystery", "unexplained"))
_BETWEEN = frozenset(("yet", "been", "at", "all", "even", "so", "far", "fully", "yet", "still", "exactly", "quite"))
_REACH = 3  # tokens between "not" and what is not known
_NOT = frozenset(("not", "n't"))
_WAITING = (("yet", "to", "be"), ("still", "to", "be"), ("remains", "to", "be"), ("remain", "to", "be"))
_HAS = frozenset(("has", "have", "had", "is", "are", "was", "were"))
_SEEN = frozenset(("seen",))
_NOBODY = (("nobody", "knows"), ("no", "one", "knows"), ("nobody", "knew"), ("no", "one", "knew"))
_REMAIN = frozenset(("remain", "remains", "remained", "remaining", "stay", "stays", "stayed"))
_STILL = frozenset(("is", "are", "was", "were"))
_ASKING = frozenset(("who", "what", "when", "where", "how", "why", "which", "whether"))
_QUESTIONS = frozenset(("question", "date", "decision", "issue", "matter", "outcome", "venue", "successor", "fate"))
_LEADS = frozenset(("yet", "so", "far", "on", "of", "about", "as", "to", "regarding", "concerning"))
_LEADING = 5  # tokens between "no word" and the question
_WORDS = 3  # of the longest word for what is not known


def find(draft: Draft) -> None:
    """Add a unit for each expression that says that something is not known or not settled, and nothing else."""
    at = 0
    while at < len(draft.tokens):
        found = (
            _denied(draft, at)
            or _waiting(draft, at)
            or _nobody(draft, at)
            or _unheard(draft, at)
            or _remaining(draft, at)
        )
        if not found or any(token in draft.owner for token in range(at, found[1])):
            at += 1
            continue
        lemma, last = found
        draft.add("word", at, last, lemma, "a", 1.0).role = "o"  # as behind "is"
        draft.owner.update(dict.fromkeys(range(at, last), -1))
        at = last


@cache
def _phrases(kind: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words.split()) for words in groups("ignorance")[kind])


def _begins(draft: Draft, at: int, kind: str) -> int:
    """Return where the longest word of a kind that begins at a token ends, or 0."""
    norms = [token.norm for token in draft.tokens[at : at + _WORDS]]
    return next((at + n for n in range(len(norms), 0, -1) if tuple(norms[:n]) in _phrases(kind)), 0)


def _known(draft: Draft, at: int) -> tuple[str, int] | None:
    """Read a word for what is known or settled; return what its denial comes to, and where it ends."""
    for kind, lemma in (("known", UNKNOWN), ("decided", UNDECIDED), ("clear", UNCLEAR)):
        if last := _begins(draft, at, kind):
            return lemma, last
    last = _begins(draft, at, "sought")
    return (UNKNOWN, last) if last and _of_topic(draft, at, "topic") else None


def _of_topic(draft: Draft, at: int, kind: str) -> bool:
    """Tell whether the clause of a token is about a cause, a date or the like, by a noun before it."""
    clause = draft.clauses[max(draft.clause_at(at), 0)]
    topics = groups("ignorance")[kind] if kind == "topic" else _QUESTIONS
    return any(
        token.norm in topics or token.norm.removesuffix("s") in topics for token in draft.tokens[clause.first : at]
    )


def _denied(draft: Draft, at: int) -> tuple[str, int] | None:
    """Read "not known", "has not yet been explained"."""
    if draft.tokens[at].norm not in _NOT or at == 0 or draft.tags[at - 1] not in "XR":
        return None
    first = at + 1
    while first < min(at + 1 + _REACH, len(draft.tokens)) and draft.tokens[first].norm in _BETWEEN:
        first += 1
    return _known(draft, first) if _is_last(draft, first) else None


def _is_last(draft: Draft, at: int) -> bool:
    """Tell whether a word can end what is said of a topic: "is not known who …", not "not known widely" nor "not clear water"."""
    after = draft.tags[at + 1 : at + 2]
    return draft.tags[at : at + 1] in ("V", "A", "N", "R") and after not in ("N", "K", "A", "D", "T")


def _waiting(draft: Draft, at: int) -> tuple[str, int] | None:
    """Read "yet to be explained", "remains to be seen"."""
    has = draft.tokens[at].norm in _HAS
    after = at + has + len(_WAITING[0])
    norms = tuple(token.norm for token in draft.tokens[at + has : after])
    if norms not in _WAITING or after >= len(draft.tokens):
        return None
    seen = norms[0].startswith("remain") and draft.tokens[after].norm in _SEEN
    return (UNCLEAR, after + 1) if seen else _known(draft, after)


def _nobody(draft: Draft, at: int) -> tuple[str, int] | None:
    """Read "nobody knows who …"."""
    for words in _NOBODY:
        last = at + len(words)
        found = tuple(token.norm for token in draft.tokens[at:last])
        if found == words and last < len(draft.tokens) and draft.tokens[last].norm in _ASKING:
            return UNKNOWN, last
    return None


def _unheard(draft: Draft, at: int) -> tuple[str, int] | None:
    """Read "no word yet on when …"."""
    norms = [token.norm for token in draft.tokens[at : at + 2 + _LEADING]]
    if norms[0] != "no" or not set(norms[1:2]) <= groups("ignorance")["tidings"] or len(norms) < 3:
        return None
    last = next((place for place, norm in enumerate(norms) if place > 1 and norm in _ASKING), 0)
    return (UNKNOWN, at + last) if last and set(norms[2:last]) <= _LEADS else None


def _remaining(draft: Draft, at: int) -> tuple[str, int] | None:
    """Read "remains a mystery", "is still open"."""
    norms = [token.norm for token in draft.tokens[at : at + 4]]
    remains = norms[0] in _REMAIN and draft.tags[at] in "VNX"
    if not remains and not (norms[0] in _STILL and norms[1:2] == ["still"]):
        return None
    first = at + (1 if remains else 2)
    first += _skips(norms[first - at :])
    for kind in (UNKNOWN, UNDECIDED, UNCLEAR):
        if (last := _begins(draft, first, kind)) and draft.tags[last : last + 1] not in ("N", "K"):
            return kind, last
    last = _begins(draft, first, "open")
    asks = draft.tokens[0].norm in _ASKING or _of_topic(draft, at, "question")
    return (UNCLEAR, last) if last and asks and draft.tags[last : last + 1] not in ("N", "K", "P", "T") else None


def _skips(norms: Sequence[str]) -> int:
    """Return how many words stand before the word itself: "a", "something of a"."""
    return 1 if norms[:1] and norms[0] in ("a", "an", "still", "largely", "entirely") else 0
