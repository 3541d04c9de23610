"""Capitals: whether they mark names in a text, and where the first word of a text is a name or part of one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck import forenames, lemmas, lexicon, natures
from factcheck.tables import groups, rows
from factcheck.tokens import Token
from factcheck.wordclasses import closed_class, is_common_noun, offices, possible

_ALWAYS_CAPITAL = frozenset(("i", "the"))  # "I" is written so anywhere, "The" begins another title
_SELDOM = 2  # times that a common word is met which is more often a forename, "henry", or a title, "lost"
_NUMERALS = frozenset(("II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"))
_SHORT = (1, 2)  # letters of a noun whose plural is more likely a name: "Ines"
_TITLED = 3  # common nouns with capitals from the first word on that make a name
_SHORTEST = 3  # long words of a sentence that can be a headline
_FINITE_BE = frozenset(("is", "was"))
_MANY = 5  # capitalised words of a headline in which one word may have been left small


def capitals_tell(tokens: Sequence[Token]) -> bool:
    """Tell whether a capital letter marks a name here, which it does not in headlines and in all capitals."""
    words = [token for token in tokens if token.text[:1].isalpha() and len(token.text) > 3]
    if len(words) < _SHORTEST:
        return True
    small = [token for token in words if not token.capital and token.norm not in closed_class()]
    capitals = sum(token.capital for token in words[1:])
    left_small = len(small) == 1 and capitals >= _MANY and possible(small[0].norm)[:1] != "V"
    common = any(token.capital and possible(token.norm) for token in words[1:])  # a word that is no name everywhere
    return not common or bool(small and not left_small)


def begins_a_name(token: Token, following: Token | None) -> bool:
    """Tell whether the first word of a text is a first name: a word that hardly anybody writes, before a capital: "Ana Silva"."""
    entry = lexicon.lookup(token.norm)
    rare = not any(entry.counts.values()) if entry else len(lemmas.base(token.norm, "n")) in _SHORT
    if not token.capital or following is None:
        return False
    if forenames.is_forename(token.norm) and (entry is None or sum(entry.counts.values()) <= _SELDOM):
        return not following.text.isupper() or following.text in _NUMERALS  # "Henry sang", "Henry II"
    return following.capital and not following.text.isupper() and (rare or _is_forename(token.norm))


def _is_forename(word: str) -> bool:
    """Tell whether a common noun is no one's office and no more than one thing, so that it stands for a name: "Rose Lund"."""
    singular = lemmas.lemma(word, "n") == word
    return singular and is_common_noun(word) and word not in offices() and "person" not in natures.of(word)


def is_titled(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether common nouns are written with capitals from the first word on, as a name: "Human Rights Watch"."""
    run = tokens[index : index + _TITLED]
    words = [
        token.norm for token in run if token.capital and is_common_noun(token.norm) and token.norm not in offices()
    ]
    return len(words) == _TITLED


def opens_a_title(token: Token, following: Token | None) -> bool:
    """Tell whether the first word of a text begins a title, by what has a capital behind it: "Reign Over Me", "Bad Romance"."""
    if following is None or not token.capital or token.norm in closed_class():
        return False
    if following.norm in _FINITE_BE and _is_seldom_noun(token.norm) and lemmas.is_participle(token.norm):
        return True  # what was done is said to be something: "Lost is a series"
    if not following.capital:
        return False
    small = following.norm in closed_class() and following.norm not in _ALWAYS_CAPITAL
    return small or ("A" in possible(token.norm) and _is_for_a_title(following.norm) and not _is_set_phrase(token.norm))


def _is_seldom_noun(word: str) -> bool:
    entry = lexicon.lookup(word)
    return entry is None or entry.counts.get("n", 0) <= _SELDOM


def _is_for_a_title(word: str) -> bool:
    """Tell whether a word is written with a capital in titles only: a common noun that is none for offices, bodies and places."""
    return is_common_noun(word) and lemmas.lemma(word, "n") == word and word not in _naming_words()


def _is_set_phrase(word: str) -> bool:
    """Tell whether an adjective stands before a name without being part of it: "former", "Swiss", "late"."""
    return word in _naming_words() or word in _demonyms() or lemmas.base(word, "a") != word  # "Larger Iron Age houses"


@cache
def _naming_words() -> frozenset[str]:
    return frozenset(word for words in groups("titles").values() for phrase in words for word in phrase.split())


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(form.lower() for row in rows("places") for form in row[2].split(", "))


def goes_on(token: Token, previous: str) -> bool:
    """Tell whether a small word with a capital goes on a title: "Over" and "Me" of "Reign Over Me"."""
    return previous == "K" and token.capital and token.norm in closed_class() and token.norm not in _ALWAYS_CAPITAL


def is_place(token: Token, following: Token | None) -> bool:
    """Tell whether a place that looks like a plural is the first word, before one that may be its verb: "Wales needs"."""
    verb = following is not None and following.norm.endswith("s") and "V" in possible(following.norm)
    return token.capital and verb and looks_plural(token.norm)


def looks_plural(word: str) -> bool:
    """Tell whether a lower-case word is a place that looks like a plural: "wales"."""
    return word.endswith("s") and word in _places()


@cache
def _places() -> frozenset[str]:
    """Return the countries and cities of one word that look like plurals: Wales, Paris."""
    cells = (cell for row in rows("places") for cell in (row[1], *row[3:4]))
    names = (name for cell in cells for part in cell.split(", ") for name in part.split("="))
    return frozenset(name.lower() for name in names if name.endswith("s") and " " not in name)


def is_abbreviation(token: Token) -> bool:
    """Tell whether what is spelt like a small word is the abbreviation of a known organisation: "the WHO"."""
    return token.text in _abbreviations() and token.norm in closed_class()


@cache
def _abbreviations() -> frozenset[str]:
    forms = (form for row in rows("organisations") for form in (row[1], *row[2].split(", ")))
    return frozenset(form for form in forms if form.isupper())
