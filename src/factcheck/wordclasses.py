"""What a word can be by itself: its tags by closed classes and the lexicon, its forms.

The letters are those of tagging.py.
"""

from __future__ import annotations

from functools import cache, lru_cache

from factcheck import lemmas, lexicon
from factcheck.tables import groups, kinds, rows
from factcheck.tokens import Token

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNCHANGED = frozenset(
    ("come", "become", "overcome", "run", "cut", "put", "set", "hit", "cost", "let", "shut", "spread")
)  # past forms and participles like the verb itself
NOUN_AND_PAST = frozenset(
    ("beat", "bet", "bid", "broadcast", "burst", "cast", "forecast", "hurt", "quit", "read", "split", "upset", "offset")
)
_FINITE = frozenset(("goes", "says", "gets", "comes", "gives", "becomes", "brings", "seems"))  # hardly ever nouns
BE = frozenset(["be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m"])

_AUXILIARIES = {
    "be": BE - {"'s"}
    | {"get", "gets", "got", "become", "becomes", "became", "remain", "remains", "remained", "stay", "stays"},
    "have": frozenset(["have", "has", "had", "having", "'ve"]),
    "do": frozenset(["do", "does", "did"]),
}


def auxiliary(word: str) -> str:
    """Return what participle or infinitive a word waits for, as "be", "have" or "do", or "" where it waits for none."""
    return next((kind for kind, words in _AUXILIARIES.items() if word in words), "")


def closed_class() -> dict[str, str]:
    """Return word -> tag for the closed classes."""
    return kinds("function-words")


@cache
def number_words() -> frozenset[str]:
    """Return the cardinal number words."""
    return frozenset(row[1] for row in rows("numerals") if row[0] in ("unit", "tens", "scale") and len(row[1]) > 1)


@cache
def offices() -> frozenset[str]:
    """Return the nouns for offices that may stand before a name."""
    return groups("titles")["office"]


@lru_cache(maxsize=50_000)
def possible(word: str) -> str:
    """Return the open-class tags that a lower-case word can have, most frequent first; "" for an unknown word."""
    found = []
    for pos in "v" if word in _FINITE else "nvar":
        if base := lemmas.base(word, pos):
            entry = lexicon.lookup(base)
            found.append((-(entry.counts.get(pos, 0) if entry else 0), pos.upper()))
    return "".join(tag for _, tag in sorted(found))


def is_noun(word: str) -> bool:
    return "N" in possible(word) and not is_past(word) and word not in NOUN_AND_PAST


def is_surely_verb(token: Token) -> bool:
    """Tell whether a word can only be a verb: auxiliaries, modals, unambiguous verbs and past forms."""
    if token.norm in ("'s", "according"):
        return False
    return closed_class().get(token.norm, "") in ("X", "M") or possible(token.norm) == "V"


def is_past(word: str) -> bool:
    base = lemmas.base(word, "v")
    return (bool(base) and base != word and not word.endswith(("ing", "s"))) or word in _UNCHANGED


def is_mostly_verb(word: str) -> bool:
    """Tell whether a word is a verb far more often than a noun ("say")."""
    entry = lexicon.lookup(lemmas.base(word, "v"))
    return entry is not None and entry.counts.get("v", 0) >= 5 * entry.counts.get("n", 0) + 5


def is_common_noun(word: str) -> bool:
    entry = lexicon.lookup(word)
    return entry is not None and entry.counts.get("n", 0) > 0


def is_irregular_plural(word: str) -> bool:
    """Tell whether a noun is a plural without an s: "children"."""
    return word in ("people", "police") or (not word.endswith("s") and lemmas.base(word, "n") not in ("", word))


def may_be_verb(token: Token | None) -> bool:
    return token is not None and ("V" in possible(token.norm) or closed_class().get(token.norm, "") in ("X", "M"))


def is_verbal(token: Token | None) -> bool:
    return token is not None and (
        possible(token.norm)[:1] == "V" or (is_past(token.norm) and not is_common_noun(token.norm))
    )
