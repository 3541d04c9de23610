"""What speaks against reading a word as a verb, or as none, where it stands: what it seldom is, and its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import log

from factcheck import lemmas, lexicon
from factcheck.tables import kinds
from factcheck.tokens import Token
from factcheck.wordclasses import possible

_MISPLACED = 4.0  # a verb stands behind an article
_OF = 3.0  # a verb stands before "of"
QUANTIFIERS = frozenset(("most", "some", "many", "few", "both", "all", "half", "others", "several", "each"))
_WITH_OF = frozenset(
    ("think", "consist", "dispose", "speak", "hear", "approve", "complain", "dream", "warn", "tell", "remain")
)
_AMOUNTS = frozenset(
    ("enough", "some", "both", "half")
)  # what may stand behind its noun: "a border some 90 miles long"
_SIGNS = "$€£¥₹/"


@lru_cache(maxsize=50_000)
def _counts(word: str) -> tuple[int, int]:
    """Return how often a word is counted as a verb and as a noun, in all its forms."""
    verb, noun = lexicon.lookup(lemmas.base(word, "v")), lexicon.lookup(lemmas.base(word, "n") or word)
    return verb.counts.get("v", 0) if verb else 0, noun.counts.get("n", 0) if noun else 0


@lru_cache(maxsize=50_000)
def _unlikely(word: str, verb: bool) -> float:
    """Return what speaks against a word as a verb, or as something else, by how often it is which."""
    as_verb, as_noun = _counts(word)
    lean = 0.5 * log((as_noun + 1) / (as_verb + 1))
    most = 0.5 if as_noun else 1.2
    return max(-0.3, min(1.2, lean)) if verb else max(0.0, min(most, -lean - 0.8))


def of(tokens: Sequence[Token], tags: Sequence[str], at: int) -> float:
    """Return what speaks against the reading of one word, by how often it is read so and by its neighbours."""
    word, tag, before = tokens[at].norm, tags[at], tags[at - 1]
    after = tags[at + 1] if at + 1 < len(tags) else "."
    if word == "that":
        plural = at + 1 < len(tokens) and lemmas.lemma(tokens[at + 1].norm, "n") != tokens[at + 1].norm
        return _MISPLACED if tag == "D" and ((after == "N" and plural) or after in "DKOX") else 0.0
    if tag != "V":
        return _unlikely(word, False) + _ill_placed(tokens, tags, at)
    cost = _unlikely(word, True)
    if at + 1 < len(tags) and tokens[at + 1].norm == "of" and lemmas.base(word, "v") not in _WITH_OF:
        cost += _OF
    if tags[at + 1 : at + 3] == ["P", "W"]:
        cost += _OF  # "the accords in which"
    if before == "D":
        cost += 0.5 if tokens[at - 1].norm in QUANTIFIERS else _MISPLACED
    elif before == "P" and "W" in tags[:at]:
        cost += 1.5  # "what they long for finds"
    elif before in "$P" or (tokens[at - 1].text in "'’" and tokens[at - 1].glued):
        cost += _MISPLACED
    elif before == "A":
        cost += _behind_adjective(tokens, at)
    elif before == "Q":
        number = tokens[at - 1].norm
        alone = number == "one" or (number.isdecimal() and len(number) == 4)
        cost += 0.7 if alone or tags[at - 2] in "PQK" or tokens[at - 2].text in _SIGNS else _MISPLACED
    return cost


def _behind_adjective(tokens: Sequence[Token], at: int) -> float:
    """Return what speaks against a verb behind an adjective, which may stand for who is so: "the young vote"."""
    word = tokens[at - 1].norm
    return (
        _MISPLACED
        if "N" not in possible(word) or lemmas.base(word, "a") != word
        else 0.5
        if tokens[at - 2].norm == "the"
        else 1.0
    )


def _ill_placed(tokens: Sequence[Token], tags: Sequence[str], at: int) -> float:
    """Return what speaks against a noun or an adjective by its neighbours."""
    word, before = tokens[at].norm, tags[at - 1]
    after = tags[at + 1] if at + 1 < len(tags) else "."
    cost = 2.0 if before == "O" else 0.0
    if before == "C" and tags[at - 2] == "V":
        cost += 1.3  # "come and help"
    elif (
        before == "C" and after == "T" and any(tokens[place].norm == word and tags[place] == "V" for place in range(at))
    ):
        cost += 1.5  # "wants to lean on farmers and wants to lead"
    if after in "DO" and tokens[at + 1].norm not in _AMOUNTS and not is_time(tokens, at + 1):
        cost += 2.0
    elif tags[at] == "A" and before in "NK" and after == "N":
        cost += 1.0  # "the strikes hurt trade"
    elif tags[at] == "N" and word.endswith("s") and not word.endswith("ss") and _goes_on(tags, at):
        cost += 1.0
    return cost


def is_time(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether an article or the like opens what says when: "the meadows every spring"."""
    return any(lemmas.lemma(token.norm, "n") in kinds("times") for token in tokens[at + 1 : at + 3])


def _goes_on(tags: Sequence[str], at: int) -> bool:
    """Tell whether a noun phrase goes on behind a word, or a new one begins: "challenges Chad faces" is a clause of its own."""
    return tags[at + 1 : at + 2] in (["N"], ["A"]) or (
        tags[at + 1 : at + 2] == ["K"] and tags[at + 2 : at + 3] != ["V"]
    )
