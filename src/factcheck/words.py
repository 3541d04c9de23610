"""What a word means here: keys that say which words it equals, what it entails, and what it excludes.

Two words are compared by intersecting their keys, so that a wording can be indexed once and a sentence looked up in it.
Curated tables come first; WordNet's synsets, hypernyms and antonyms are a weaker second tier.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import Stemmer

from factcheck import lemmas, lexicon
from factcheck.tables import FOLDER, rows

_COMMON = ("common-nouns-a", "common-nouns-b", "common-verbs-a", "common-verbs-b", "common-adjectives")
_SYNONYMS = ("synonyms-verbs", "synonyms-nouns", "synonyms-adjectives")
_ENTAILS = ("entails-verbs", "entails-nouns")
_OPPOSITES = ("opposites-verbs", "opposites-nouns")
_CLUSTERS = ("clusters-a", "clusters-b")
_NEGATING_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "non-")
_PLAIN_PREPOSITIONS = frozenset("by to from with for of in on at into as about upon".split())
_SHORTEST_STEM = 4
_none: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sense:
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


@dataclass(frozen=True, slots=True)
class _Tables:
    rows: dict[tuple[str, str], list[str]]  # (pos, word) -> synonym row ids
    near: dict[tuple[str, str], list[str]]  # (pos, word) -> ids of rows of near-synonyms
    up: dict[tuple[str, str], list[str]]  # (pos, word) -> more general words
    sides: dict[tuple[str, str], list[str]]  # (pos, word) -> "o12<" or "o12>"
    sets: dict[str, list[tuple[str, str]]]  # word -> (exclusive set, member)
    phrases: dict[str, list[tuple[tuple[str, ...], str]]]  # first word -> (words, pos), longest first


@cache
def _tables() -> _Tables:
    tables = _Tables({}, {}, {}, {}, {}, {})
    for tier, name, row in _all_rows():
        _add_row(tables, tier, f"{row[0]}{name}", *row)
    for phrases_ in tables.phrases.values():
        phrases_.sort(key=lambda phrase: -len(phrase[0]))
    _add_sets(tables)
    return tables


def _all_rows() -> Iterator[tuple[str, str, list[str]]]:
    """Yield (tier, row number, columns) of every table of relations: s synonyms, m near, e entails, o opposites."""
    number = 0
    for tier, files in (("s", _SYNONYMS), ("e", _ENTAILS), ("o", _OPPOSITES), ("", _COMMON)):
        for file in files:
            if not (FOLDER / f"{file}.tsv").exists():
                continue
            for row in rows(file):
                number += 1
                columns = [column.replace("-", " ") for column in row]  # "zero-emission" is read as two words
                yield (tier, str(number), columns) if tier else (columns[0], str(number), columns[1:])


def _add_row(tables: _Tables, tier: str, row: str, pos: str, left: str, right: str = "") -> None:
    one, other = left.split(", "), right.split(", ") if right else []
    for word in (*one, *other):
        _add_phrase(tables, word, pos)
    if tier == "e":
        for word in one:
            tables.up.setdefault((pos, word), []).extend(other)
    elif tier == "o":
        for side, words in (("<", one), (">", other)):
            for word in words:
                tables.sides.setdefault((pos, word), []).append(f"o{row}{side}")
    else:
        target = tables.rows if tier == "s" else tables.near
        for word in one:
            target.setdefault((pos, word), []).append(tier + row)


def _add_phrase(tables: _Tables, text: str, pos: str) -> None:
    if " " in text:
        words = tuple(text.split())
        phrases = tables.phrases.setdefault(words[0], [])
        if (words, pos) not in phrases:
            phrases.append((words, pos))


def _add_sets(tables: _Tables) -> None:
    if not (FOLDER / "exclusive.tsv").exists():
        return
    for name, members in rows("exclusive"):
        for member in members.split(", "):
            forms = member.split("=")
            for form in forms:
                tables.sets.setdefault(form, []).append((name, forms[0]))


@cache
def _ways() -> dict[str, str]:
    return {word: row[0] for row in rows("direction") for word in row[1].split(", ")}


def way(lemma: str) -> str:
    """Return "up" or "down" for a word that says which way a quantity goes or differs, else ""."""
    return _ways().get(lemma, "").rstrip("+")


@cache
def _scenes() -> dict[str, frozenset[str]]:
    """Word -> the clusters it is in."""
    found: dict[str, set[str]] = {}
    for file in _CLUSTERS:
        if (FOLDER / f"{file}.tsv").exists():
            for name, members in rows(file):
                for word in members.split(", "):
                    found.setdefault(word.replace("-", " "), set()).add("c" + name)
    return {word: frozenset(names) for word, names in found.items()}


def phrases(first: str) -> Sequence[tuple[tuple[str, ...], str]]:
    """Return the known multi-word expressions that begin with a lemma, with their part of speech, longest first."""
    return _tables().phrases.get(first, ())


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
    both = {name: getattr(phrase, name) | getattr(head, name) for name in Sense.__slots__ if name != "own"}
    both["family"] |= {head.own}
    return Sense(own=phrase.own, **both)


def _sense(lemma: str, pos: str) -> Sense:
    entry = lexicon.lookup(lemma)
    derived = [tuple(item.split(".", 1)) for item in entry.derived] if entry else []
    own_rows = _rows(lemma, pos)
    stem_ = stem(lemma)
    family = {"=" + lemmas.british(word) for _, word in derived} | ({"~" + stem_} if len(stem_) >= _SHORTEST_STEM else set())
    family_rows = {row for derived_pos, word in derived for row in _rows(word, derived_pos)} - own_rows
    family_rows |= {row for other in "nvar" if other != pos for row in _tables().rows.get((other, lemma), ())} - own_rows
    sides, contraries = _sides(lemma, pos, entry, own_rows)
    way = _ways().get(lemma, "")
    plain = way.rstrip("+")
    if way:
        sides.add("way " + plain)
        contraries.add("way " + ("down" if plain == "up" else "up"))
    return Sense(
        own="=" + lemma,
        family=frozenset(family),
        rows=frozenset(own_rows),
        near=frozenset(_tables().near.get((pos, lemma), ())) | ({"way " + way} if way and way == plain else set()),
        family_rows=frozenset(family_rows),
        synsets=frozenset(entry.synsets.get(pos, ())) if entry else _none,
        up=frozenset(_up(lemma, pos) | ({"way " + plain} if way != plain else set())),
        hypernyms=frozenset(entry.hypernyms.get(pos, ())) if entry else _none,
        sides=frozenset(sides),
        contraries=frozenset(contraries),
        scenes=_scenes().get(lemma, _none),
    )


def _rows(lemma: str, pos: str) -> set[str]:
    return set(_tables().rows.get((pos, lemma), ()))


def _up(lemma: str, pos: str, depth: int = 2) -> set[str]:
    """Return keys of more general words, two steps up."""
    found: set[str] = set()
    for general in _tables().up.get((pos, lemma), ()):
        found |= {"=" + general} | _rows(general, pos)
        if depth > 1:
            found |= _up(general, pos, depth - 1)
    return found


def _sides(lemma: str, pos: str, entry: lexicon.Entry | None, own_rows: set[str]) -> tuple[set[str], set[str]]:
    """Return the sides a word is on and the sides against it: curated pairs, exclusive sets, WordNet's antonyms, un- and in-."""
    tables = _tables()
    sides = {"=" + lemma} | set(tables.sides.get((pos, lemma), ()))
    contraries = {side[:-1] + (">" if side[-1] == "<" else "<") for side in sides if side[0] == "o"}
    for name, member in tables.sets.get(lemma, ()):
        sides.add(f"x{name}:{member}")
        contraries.add(f"x{name}!{member}")
    for antonym in entry.antonyms if entry else ():
        if antonym[0] == pos:
            contraries.add("=" + lemmas.british(antonym[2:]))
    for prefix in _NEGATING_PREFIXES:
        rest = lemma[len(prefix) :]
        if pos == "a" and lemma.startswith(prefix) and len(rest) > 3 and lexicon.has(rest, "a"):
            contraries.add("=" + rest)
            break
    return sides, contraries


@lru_cache(maxsize=100_000)
def contrary(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two (lemma, part of speech) exclude each other."""
    against, sides = sense(*one).contraries, sense(*other).sides
    return bool(against & sides) or any(key[0] == "x" and any(side.startswith(key.split("!")[0] + ":") and side != key.replace("!", ":") for side in sides) for key in against)
