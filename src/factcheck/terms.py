"""Which words mean the same, entail one another or are opposites, found for all wordings of a database together.

What many wordings say in one word is matched with a word of a sentence once; a wording then only has to have that word.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Mapping, Sequence
from enum import IntEnum
from functools import lru_cache
from threading import Lock
from typing import Any, NamedTuple

from factcheck import words
from factcheck.tables import groups

_WAYS = ("more", "less", "up", "down")
_KNOWN = 20_000  # words whose partners are remembered


class Level(IntEnum):
    """How well two units match, from worst to best."""

    NONE = 0
    SCENE = 1  # both come up in telling the same fact
    HYPERNYM = 2  # WordNet: the sentence is more general
    SYNSET = 3  # WordNet: a shared sense
    PART = 4  # part of a name or phrase
    NEAR = 5  # curated: read as the same where all else agrees
    FAMILY = 6  # derived from one another, or synonyms of such
    ENTAILED = 7  # curated: the wording is more specific
    SYNONYM = 8
    SAME = 9


_DOUBTFUL = Level.ENTAILED  # up to here a word that is also an opposite is one


class Term(NamedTuple):
    """All of a unit of a wording by which one of a sentence may match it: a word with its class, a name with its role."""

    lemma: str
    pos: str
    parts: tuple[str, ...]
    participle: str = ""  # the form of a verb that says in the passive how a thing is: "is closed"
    name: Hashable = None
    role: str = ""


class Partner(NamedTuple):
    """What a term is to a word: it matches it by its meaning, with this level, or contradicts it (`opposes`)."""

    term: int
    level: Level
    opposes: bool = False


class Partners(NamedTuple):
    """The terms that have to do with a word.

    `levels` holds how well each goes with it by its meaning alone, also those that are only on its side of what has sides;
    `counting` those that match it or contradict it.
    """

    levels: Mapping[int, Level]
    counting: Sequence[Partner]


_NOTHING = Partners({}, ())


class Terms:
    """The terms of some wordings, each with a number, and by the keys under which a word finds its partners.

    There may be more with each wording that is compared; what is known of a word is then found only of those that are new.
    """

    def __init__(self) -> None:
        self.latest: Any = None  # what was sought last, for whoever seeks it in one wording after the other
        self._growing = Lock()  # so that two threads may check against one database
        self._terms: list[Term] = []
        self._numbers: dict[Term, int] = {}
        self._own: dict[str, list[int]] = {}
        self._parts: dict[str, list[int]] = {}
        self._sides: dict[str, list[tuple[int, str]]] = {}
        self._known: dict[tuple[str, str, str], tuple[int, Partners]] = {}  # with how many terms there were

    def __len__(self) -> int:
        return len(self._terms)

    def number(self, term: Term) -> int:
        """Return the number of a term, a new one for one not seen before."""
        if term not in self._numbers:
            with self._growing:
                if term not in self._numbers:
                    self._add(term, len(self._terms))
                    self._terms.append(term)
                    self._numbers[term] = len(self._terms) - 1
        return self._numbers[term]

    def _add(self, term: Term, number: int) -> None:
        if term.lemma:
            keys, sides = _index_keys(term.lemma, term.pos)
            for key in keys:
                self._own.setdefault(key, []).append(number)
            participle = dict.fromkeys((*sides, *_index_keys(term.participle, "a")[1])) if term.participle else sides
            for set_, member in participle:
                self._sides.setdefault(set_, []).append((number, member))
        for part in dict.fromkeys(term.parts):
            self._parts.setdefault(part, []).append(number)
            self._own.setdefault("p" + part, []).append(number)

    def spelt(self, word: str) -> list[int]:
        """Return the terms that are a word."""
        return self._own.get("=" + word, [])

    def having(self, part: str) -> list[int]:
        """Return the terms of which a word is part."""
        return self._parts.get(part, [])

    def partners(self, lemma: str, pos: str, participle: str = "") -> Partners:
        """Return the terms that match a word, contradict it or are on its side of something that has sides.

        A participle is what a passive says besides of how a thing is: only what contradicts it counts.
        """
        key = (lemma, pos, participle)
        size, found = self._known.get(key, (0, _NOTHING))
        if size < len(self._terms):
            with self._growing:
                new = self._partners(lemma, pos, participle, size)
                if new is not _NOTHING:
                    found = Partners({**found.levels, **new.levels}, (*found.counting, *new.counting))
                if len(self._known) >= _KNOWN:
                    self._known.clear()
                self._known[key] = len(self._terms), found
        return found

    def _partners(self, lemma: str, pos: str, participle: str, since: int) -> Partners:
        """Return the partners of a word among the terms from the number `since` on."""
        levels: dict[int, Level] = {}
        probes, against = _probes(lemma, pos), _against(lemma, pos)
        if self._own.keys().isdisjoint(probes) and self._sides.keys().isdisjoint(against) and not participle:
            return _NOTHING
        for key in self._own.keys() & probes.keys():
            numbers = self._own[key]
            for number in numbers[bisect_left(numbers, since) :]:
                if levels.get(number, -1) < probes[key]:
                    levels[number] = probes[key]
        opposed_to = ((number, self._terms[number]) for number in self._opposites(against, since))
        opposites = {n for n, term in opposed_to if not words.are_near((lemma, pos), (term.lemma, term.pos))}
        for key in self._sides.keys() & against.keys():
            sides = self._sides[key]
            for number, _ in sides[bisect_left(sides, (since,)) :]:
                levels.setdefault(number, Level.NONE)
        if participle:
            opposites.update(self._opposites(_against(participle, "a"), since))
        if not levels and not opposites:
            return _NOTHING
        counting = [
            Partner(number, level)
            for number, level in levels.items()
            if (level > _DOUBTFUL or (level and number not in opposites))
            and _may_match(lemma, pos, self._terms[number], level)
        ]
        opposed = (number for number in opposites if levels.get(number, Level.NONE) <= _DOUBTFUL)
        return Partners(levels, (*counting, *(Partner(number, Level.SYNONYM, True) for number in opposed)))

    def _opposites(self, against: Mapping[str, str], since: int) -> Iterator[int]:
        """Yield the terms on the sides that contradict a word."""
        for key in self._sides.keys() & against.keys():
            member, sides = against[key], self._sides[key]
            new = sides[bisect_left(sides, (since,)) :]
            yield from (number for number, other in new if not member or other != member)


def _may_match(lemma: str, pos: str, term: Term, level: Level) -> bool:
    """Tell whether a word can stand for a term: no homograph of it does, and only a word that tells a way for another one.

    A word is a homograph if it is, or would be, written alike: a tree is a plant, and nothing that somebody plants.
    """
    alike = lemma == term.lemma
    written = pos != term.pos and (alike or level is Level.ENTAILED)
    if written and lemma in groups("homographs").get("".join(sorted(pos + term.pos)), ()):
        return False
    return alike or lemma not in _WAYS or bool(words.way(term.lemma))


@lru_cache(maxsize=50_000)
def _index_keys(lemma: str, pos: str) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Return the keys under which a word of a wording is found, and the sides that it is on as (set, member)."""
    sense = words.sense(lemma, pos)
    keys = [sense.own, *sense.rows, *sense.synsets, *sense.near, *sense.scenes]
    keys += ["f" + key for key in sense.family] + ["F" + key for key in sense.family_rows]
    keys += ["g" + key for key in sense.up] + ["gh" + key for key in sense.hypernyms]
    sides = (key.partition(":") for key in sense.sides)
    return tuple(dict.fromkeys(keys)), tuple((set_, member) for set_, _, member in sides)


@lru_cache(maxsize=50_000)
def _probes(lemma: str, pos: str) -> dict[str, Level]:
    """Return the keys under which a wording's index may hold a partner of a word, from the weakest level to the best."""
    sense = words.sense(lemma, pos)
    found = [(key, Level.SCENE) for key in sense.scenes]
    found += [("gh" + key, Level.HYPERNYM) for key in sense.synsets]
    found += [(key, Level.SYNSET) for key in sense.synsets]
    found.append(("p" + lemma, Level.PART))
    found += [(prefix + key, Level.NEAR) for key in sense.near for prefix in ("g", "")]
    found.append(("f" + sense.own, Level.FAMILY))
    found += [(key if key[0] == "=" else "f" + key, Level.FAMILY) for key in sense.family]
    found += [(key, Level.FAMILY) for key in sense.family_rows]
    found += [("F" + key, Level.FAMILY) for key in sense.rows]
    found += [("g" + key, Level.ENTAILED) for key in (*sense.rows, sense.own)]
    found += [(key, Level.SYNONYM) for key in sense.rows]
    found.append((sense.own, Level.SAME))
    return dict(found)


@lru_cache(maxsize=50_000)
def _against(lemma: str, pos: str) -> dict[str, str]:
    """Return the sides that contradict a word, and for a set of which one member can hold the member that it is."""
    found: dict[str, str] = {}
    for key in sorted(words.sense(lemma, pos).contraries):
        set_, _, member = key.partition("!") if key[0] == "x" else (key, "", "")
        found[set_] = member
    return found
