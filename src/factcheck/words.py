"""What a word means here: keys that say which words it equals, what it entails, and what it excludes.

Two words are compared by intersecting their keys, so that a wording can be indexed once and a sentence looked up in it.
Curated tables come first; WordNet's synsets, hypernyms and antonyms are a weaker second tier.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

import Stemmer

from factcheck import lemmas, lexicon
from factcheck.tables import groups, kinds, rows
from factcheck.thesaurus import ONES as ONES  # offered here with the rest of what words mean
from factcheck.thesaurus import POSSESSIVES as POSSESSIVES
from factcheck.thesaurus import SHARED, exclusive, relations, scenes
from factcheck.thesaurus import opposites as curated_opposites
from factcheck.thesaurus import phrases as phrases

NEGATING_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "non-")
_MEASURING = ("by", "from", "to")  # prepositions of a figure that do not change which way a verb goes
_PLAIN_PREPOSITIONS = frozenset(
    ["by", "to", "from", "with", "for", "of", "in", "on", "at", "into", "as", "about", "upon"]
)
_SENSES = 2  # rows up to which a verb means one thing, so that what is more general than another is as its synonyms are
_SHORTEST_STEM = 4
_SHORTEST_REST = 3  # letters of what is more than a prefix
_none: frozenset[str] = frozenset()


class Sense(NamedTuple):
    """The keys of one word: itself, its family (same stem or derived), curated synonym rows, WordNet synsets; what it
    entails (more general words); sides of opposite pairs it is on and the sides that contradict it."""

    own: str
    family: frozenset[str] = _none
    rows: frozenset[str] = _none
    near: frozenset[str] = _none
    family_rows: frozenset[str] = _none
    synsets: frozenset[str] = _none
    up: frozenset[str] = _none
    hypernyms: frozenset[str] = _none
    sides: frozenset[str] = _none
    contraries: frozenset[str] = _none
    scenes: frozenset[str] = _none  # clusters: words that come up in telling the same fact


def way(lemma: str) -> str:
    """Return "up" or "down" for a word that says which way a quantity goes or differs, else ""; "fall by" goes as "fall" does."""
    known = kinds("direction")
    verb, _, last = lemma.rpartition(" ")
    return known.get(lemma, known.get(verb, "") if last in _MEASURING else "").removeprefix("size-").rstrip("+")


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the Snowball stem of a lemma."""
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=100_000)
def sense(lemma: str, pos: str) -> Sense:
    """Return the keys of a lemma as that part of speech (n, v, a, r or p)."""
    if " " in lemma and lemma.rsplit(" ", 1)[1] in _PLAIN_PREPOSITIONS:
        return _merged(_sense(lemma, pos), sense(lemma.rsplit(" ", 1)[0], pos))
    return _sense(lemma, pos)


def _merged(phrase: Sense, head: Sense) -> Sense:
    """Join the keys of "depend on" with those of "depend": the preposition changes nothing."""
    both = {name: getattr(phrase, name) | getattr(head, name) for name in Sense._fields if name != "own"}
    both["family"] |= {head.own}
    return Sense(own=phrase.own, **both)


def _sense(lemma: str, pos: str) -> Sense:
    entry = lexicon.lookup(lemma)
    derived = [tuple(item.split(".", 1)) for item in entry.derived] if entry else []
    own_rows = _rows(lemma, pos)
    stem_ = stem(lemma)
    family = {"=" + lemmas.british(word) for _, word in derived} | (
        {"~" + stem_} if len(stem_) >= _SHORTEST_STEM else set()
    )
    family_rows = {row for derived_pos, word in derived for row in _rows(word, derived_pos)} - own_rows
    family_rows |= {row for other in "nvar" if other != pos for row in _rows(lemma, other)} - own_rows
    sides, contraries = _sides(lemma, pos, entry)
    way = kinds("direction").get(lemma, "")
    way = "" if way.startswith("size-") else way
    plain = way.rstrip("+")
    if way:
        sides.add("way " + plain)
        contraries.add("way " + ("down" if plain == "up" else "up"))
    return Sense(
        own="=" + lemma,
        family=frozenset(family),
        rows=frozenset(own_rows),
        near=frozenset(relations(lemma, pos).near) | ({"way " + way} if way and way == plain else set()),
        family_rows=frozenset(family_rows),
        synsets=frozenset(entry.synsets.get(pos, ())) if entry else _none,
        up=frozenset(_up(lemma, pos) | ({"way " + plain} if way != plain else set())),
        hypernyms=frozenset(entry.hypernyms.get(pos, ())) if entry else _none,
        sides=frozenset(sides),
        contraries=frozenset(contraries),
        scenes=frozenset(scenes(lemma)),
    )


def _rows(lemma: str, pos: str) -> set[str]:
    return set(relations(lemma, pos).rows)


def _up(lemma: str, pos: str, depth: int = 2) -> set[str]:
    """Return keys of more general words, two steps up."""
    found: set[str] = set()
    for general, _, own in (each.partition("/") for each in relations(lemma, pos).up):
        rows_ = _rows(general, own)
        found |= {"=" + general} | (rows_ if own != "v" or len(rows_) <= _SENSES else set())
        if depth > 1:
            found |= _up(general, own, depth - 1)
    return found


def _sides(lemma: str, pos: str, entry: lexicon.Entry | None) -> tuple[set[str], set[str]]:
    """Return the sides a word is on and those against it: curated pairs, sets, WordNet's antonyms, un- and in-."""
    sides = {"=" + lemma} | set(relations(lemma, pos).sides)
    contraries = {key for side in sides if side[0] == "o" for key in _against(side)}
    for name, member in exclusive(lemma):
        sides.add(f"x{name}:{member}")
        contraries.add(f"x{name}!{member}")
    for antonym in entry.antonyms if entry else ():
        if antonym[0] == pos:
            contraries.add("=" + lemmas.british(antonym[2:]))
    for prefix in NEGATING_PREFIXES:
        rest = lemma[len(prefix) :]
        if pos != "a" or not lemma.startswith(prefix) or len(rest) <= _SHORTEST_REST:
            continue
        if lexicon.has(rest, "a") or (prefix == "un" and lemmas.base(rest, "v")):
            contraries |= {"=" + rest, "=" + (lemmas.base(rest, "v") or rest)}
            break
    return sides, contraries


def _against(side: str) -> tuple[str, ...]:
    """Return the sides against one: of two words that are opposites only by their synonyms each may mean something else."""
    plain = side.removesuffix(SHARED)
    other = plain[:-1] + (">" if plain[-1] == "<" else "<")
    return (other,) if plain != side else (other, other + SHARED)


@lru_cache(maxsize=100_000)
def contrary(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two (lemma, part of speech) exclude each other."""
    against, sides = sense(*one).contraries, sense(*other).sides
    return bool(against & sides) or any(
        key[0] == "x"
        and any(side.startswith(key.split("!")[0] + ":") and side != key.replace("!", ":") for side in sides)
        for key in against
    )


@lru_cache(maxsize=50_000)
def are_near(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether a row of synonyms or of near-synonyms has two (lemma, part of speech)."""
    ours, theirs = sense(*one), sense(*other)
    return bool(ours.rows & theirs.rows) or any(key[0] == "m" for key in ours.near & theirs.near)


@lru_cache(maxsize=20_000)
def opposites(lemma: str, pos: str) -> tuple[tuple[str, str], ...]:
    """Return the words that are opposed to a lemma as that part of speech, each with its own: curated ones, "unpaid" and "paid"."""
    bare = (key[1:] for key in sorted(sense(lemma, pos).contraries) if key[0] == "=")
    return tuple(dict.fromkeys((*curated_opposites(lemma, pos), *((word, pos) for word in bare))))


@cache
def light_phrases() -> frozenset[tuple[str, ...]]:
    """Return the phrases of a light verb and a noun that says what is done, as words: "make a decision"."""
    found = (f"{carrier} {noun}" for _, noun, carriers in rows("light-verbs") for carrier in carriers.split(", "))
    return frozenset(tuple(phrase.split()) for phrase in found)


@cache
def reporting() -> dict[str, frozenset[str]]:
    """Return the words that say who says something, that wish or that chat, by kind."""
    return groups("reporting")


def are_kin(verb: str, other: str) -> bool:
    """Tell whether another word is one with a verb in another form: "attack", "mediation", "visited"."""
    return stem(verb) == stem(other) or f"={other}" in sense(verb, "v").family
