"""Slips of the keyboard: an unknown word is read as the known one that a single slip makes of it. The text itself stays.

Candidates are made as P. Norvig's spelling corrector makes them (one letter too many, missing, wrong, or two exchanged);
the most frequent wins where it is far ahead. Words with a capital are names, and what is written so is left to them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from factcheck import lemmas, lexicon
from factcheck.details.nametable import Form, NameTable, places
from factcheck.tables import rows
from factcheck.thesaurus import relations
from factcheck.tokens import Token
from factcheck.wordclasses import closed_class, number_words, possible

_SHORTEST = 6  # letters; a shorter word has too many neighbours
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PREFIXES = (
    *("anti", "auto", "bio", "cyber", "eco", "geo", "inter", "intra", "macro", "mega", "meta", "micro", "mini", "mis"),
    *("multi", "nano", "neo", "non", "out", "over", "post", "re", "self", "semi", "sub", "super", "tele", "trans"),
    *("ultra", "un", "under"),
)  # what makes a new word of a known one
_AHEAD = 5  # times as frequent as the next must be the word that is meant
_KINDS = ("ate", "ite", "ide", "ine", "ane", "ene", "yne", "ase", "ose")  # a letter tells substances apart


def mended(tokens: tuple[Token, ...], table: NameTable) -> tuple[Token, ...]:
    """Return tokens with the normal forms of the words that are meant; places and texts stay as they are."""
    found = [_meant(token, table) for token in tokens]
    if not any(found):
        return tokens
    return tuple(token._replace(norm=norm) if norm else token for token, norm in zip(tokens, found, strict=True))


def _meant(token: Token, table: NameTable) -> str:
    """Return the word that is meant by a misspelt one, else ""."""
    word = token.norm
    if not token.text.isalpha() or _names(word, table):
        return ""
    if word in _listed():
        return _listed()[word]
    return _named(word, table) or by_one_slip(word) if token.text.islower() and _is_strange(word) else ""


@cache
def _listed() -> dict[str, str]:
    return dict(rows("misspellings"))


@lru_cache(maxsize=50_000)
def _is_strange(word: str) -> bool:
    """Tell whether a word is long enough to tell what is meant, and no word: in no lexicon, table or list of spellings."""
    if len(word) < _SHORTEST or not word.isascii():
        return False
    if any(word.startswith(prefix) and possible(word[len(prefix) :]) for prefix in _PREFIXES):
        return False
    if possible(word) or word in closed_class() or word in number_words() or lemmas.british(word) != word:
        return False
    return not any(relations(form, pos).rows for pos in "nvar" for form in {word, lemmas.lemma(word, pos)})


@lru_cache(maxsize=50_000)
def by_one_slip(word: str) -> str:
    """Return the known word that one slip makes a strange one of and that is far more frequent than any other such, else ""."""
    if not _is_strange(word):
        return ""
    known = (other for other in _one_slip_away(word) if possible(other) or other in number_words())
    counts = {other: count for other in known if (count := _count(other))}
    ranked = sorted(counts, key=lambda other: (-counts[other], -len(other), other))
    rivals = [other for other in ranked if _bases(other).isdisjoint(_bases(ranked[0]))]
    if not ranked or (rivals and counts[ranked[0]] < _AHEAD * (counts[rivals[0]] + 1)):
        return ""
    return ranked[0]


def _named(word: str, table: NameTable) -> str:
    """Return the one known name of one word that is one slip away, else ""."""
    found = {
        other
        for other in _one_slip_away(word)
        if any(len(words) == 1 and not exact for words, exact, *_ in _names(other, table))
    }
    return found.pop() if len(found) == 1 else ""


def _count(word: str) -> int:
    """Return how often a word's base forms occur in tagged text."""
    entries = (lexicon.lookup(base) for base in _bases(word))
    return max((max(entry.counts.values()) for entry in entries if entry), default=0)


def _names(word: str, table: NameTable) -> Sequence[Form]:
    """Return the known names that begin with a word."""
    return table.starting(word) or places().starting(word)


def _bases(word: str) -> frozenset[str]:
    """Return the words of which a word may be a form."""
    return frozenset({base for pos in "nvar" if (base := lemmas.base(word, pos))} or {word})


def _one_slip_away(word: str) -> Iterator[str]:
    """Yield what a word becomes by one edit behind its first letter; its ending stays, which may be of another form."""
    for at in range(1, len(word)):
        head, tail = word[:at], word[at:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
            yield head + tail[1:]
        for letter in _LETTERS:
            yield head + letter + tail
            other = head + letter + tail[1:]
            if not (word.endswith(_KINDS) and other.endswith(_KINDS)):
                yield other
