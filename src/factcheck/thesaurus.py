"""The curated relations between words, compiled: what each word is a synonym of, entails, is opposed to, and begins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from typing import Any, NamedTuple

from factcheck import cache as kept
from factcheck import lemmas
from factcheck.tables import rows

_COMMON = ("common-nouns-a", "common-nouns-b", "common-verbs-a", "common-verbs-b", "common-adjectives")
_RETELLINGS = (
    "retellings-a",
    "retellings-b",
    "retellings-c",
    "retellings-d",
    "retellings-e",
    "retellings-f",
    "retellings-g",
)
_SYNONYMS = ("synonyms-verbs", "synonyms-nouns", "synonyms-adjectives")
_ENTAILS = ("entails-verbs", "entails-nouns")
_OPPOSITES = ("opposites-verbs", "opposites-nouns")
_CLUSTERS = ("clusters-a", "clusters-b")

Phrase = tuple[tuple[str, ...], str]  # words and part of speech
Member = tuple[str, str]  # word or phrase, part of speech


class Relations(NamedTuple):
    """What the tables say of a word as one part of speech."""

    rows: Sequence[str] = ()  # synonym rows that it is in
    near: Sequence[str] = ()  # rows of near-synonyms
    up: Sequence[str] = ()  # more general words, each with its part of speech: "move/v"
    sides: Sequence[str] = ()  # "ov12<" or "ov12>", the side of an opposition that it is on; "ov12<~" by a synonym


ONES = "one's"  # how a phrase says that a thing is somebody's, whoever's
POSSESSIVES = frozenset(("my", "your", "his", "her", "its", "our", "their"))
_TIGHT = 4  # members of a row of synonyms that share their opposites; longer rows drift
SHARED = "~"  # marks a side that a word has only from its synonyms
_NOTHING = Relations()


def relations(word: str, pos: str) -> Relations:
    """Return the relations of a lemma as that part of speech."""
    return _relations(word).get(pos, _NOTHING)


@lru_cache(maxsize=50_000)
def _relations(word: str) -> Mapping[str, Relations]:
    return {pos: Relations(*found) for pos, found in _entry(word).items() if len(pos) == 1}


def opposites(word: str, pos: str) -> Sequence[Member]:
    """Return the opposites of a lemma as that part of speech, each with its own."""
    found: Sequence[tuple[str, str, str]] = _entry(word).get("opposites", ())
    return [(other, kind) for own, other, kind in found if own == pos]


def exclusive(word: str) -> Sequence[tuple[str, str]]:
    """Return the sets of which a word is a member that excludes the others, as (set, member)."""
    found: Sequence[tuple[str, str]] = _entry(word).get("exclusive", ())
    return found


def scenes(word: str) -> Sequence[str]:
    """Return the clusters that a word is in: words that come up in telling the same fact."""
    found: Sequence[str] = _entry(word).get("scenes", ())
    return found


def phrases(first: str, seconds: Set[str] | None = None) -> Sequence[Phrase]:
    """Return the multi-word expressions that begin with a word and go on with one of some words, longest first."""
    known, by_second = _phrases(first)
    if seconds is None:
        return known
    return [
        known[place] for place in sorted(place for second in by_second.keys() & seconds for place in by_second[second])
    ]


@lru_cache(maxsize=50_000)
def _phrases(first: str) -> tuple[Sequence[Phrase], Mapping[str, Sequence[int]]]:
    known: Sequence[Phrase] = _table().get(f"{first} ...", ())
    places: dict[str, list[int]] = {}
    for place, (words, _) in enumerate(known):
        places.setdefault(words[1], []).append(place)
    return known, places


@lru_cache(maxsize=50_000)
def _entry(word: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = _table().get(word, {})
    return found


@cache
def _table() -> kept.Items:
    return kept.mapping("thesaurus", compiled)


def compiled() -> dict[str, Any]:
    """Return the tables by word: "army" has relations by part of speech, sets and clusters, "take ..." has phrases."""
    table: dict[str, Any] = {}
    for number, (tier, pos, left, right) in enumerate(_rows(), 1):
        _add_relations(table, tier, f"{pos}{number}", left, right)
        for text, pos_ in (*left, *right):
            _add_phrase(table, text, pos_)
    _spread_sides(table)
    for key, found in table.items():
        if key.endswith(" ..."):
            found.sort(key=lambda phrase: -len(phrase[0]))
    for name, member in ((row[0], member) for row in rows("exclusive") for member in row[1].split(", ")):
        forms = member.split("=")
        for form in dict.fromkeys(map(lemmas.british, forms)):
            table.setdefault(form, {}).setdefault("exclusive", []).append((name, forms[0]))
    for name, members in (row for file in _CLUSTERS for row in rows(file)):
        for word in members.split(", "):
            table.setdefault(lemmas.british(word.replace("-", " ")), {}).setdefault("scenes", []).append("c" + name)
    return table


def _spread_sides(table: dict[str, Any]) -> None:
    """Give a word the sides of its strict synonyms, unless it is on the other side itself."""
    own = {
        (word, pos): list(found[3])
        for word, entry in table.items()
        if isinstance(entry, dict)
        for pos, found in entry.items()
        if len(pos) == 1
    }
    for tier, _, left, _ in _rows():
        if tier != "s" or len(left) > _TIGHT:
            continue
        shared = {side for word in left for side in own.get(word, ())}
        for word, pos in left:
            sides = table[word][pos][3]
            against = {side[:-1] for side in sides}
            sides.extend(sorted(side + SHARED for side in shared if side[:-1] not in against))


def _rows() -> Iterator[tuple[str, str, list[Member], list[Member]]]:
    """Yield (tier, part of speech, left words, right words): s synonyms, m near-synonyms, e entails, o opposites."""
    for verb, noun, carriers in rows("light-verbs"):
        yield "s", "v", [(verb, "v"), *((f"{carrier} {noun}", "v") for carrier in carriers.split(", "))], []
    for tier, files in (("s", _SYNONYMS), ("e", _ENTAILS), ("o", _OPPOSITES), ("", (*_COMMON, *_RETELLINGS))):
        for row in (row for file in files for row in rows(file)):
            columns = [column.replace("-", " ") for column in row]  # "zero-emission" is read as two words
            kind, pos, left, *right = (tier, *columns) if tier else columns
            yield kind, pos, _members(left, pos), _members(right[0], pos) if right and right[0] else []


def _members(column: str, pos: str) -> list[Member]:
    """Return the words of a column with their parts of speech: that of the row, or their own after a slash."""
    parts = (member.partition("/") for member in column.split(", "))
    return list(dict.fromkeys((_as_read(word, own or pos), own or pos) for word, _, own in parts))


def _as_read(member: str, pos: str) -> str:
    """Return a word or phrase as it is read in a text: in one spelling, "bird 's nest" and, in a verb phrase, "lose one's way"."""
    if " " not in member:
        return lemmas.british(member)
    first, *rest = member.split()
    words = (first, *(ONES if pos == "v" and word in POSSESSIVES else word for word in rest))
    return " ".join(spelling for word in words for spelling in _spelled(word))


def _spelled(word: str) -> tuple[str, ...]:
    """Return the tokens of a word of a phrase in their usual spelling."""
    if word.endswith("'s") and word != ONES:
        return word[:-2], "'s"
    usual = lemmas.british(word)
    return (word if " " in usual else usual,)


def _add_relations(table: dict[str, Any], tier: str, row: str, left: list[Member], right: list[Member]) -> None:
    def add(words: list[Member], field: int, values: list[str]) -> None:
        for word, pos in words:
            table.setdefault(word, {}).setdefault(pos, ([], [], [], []))[field].extend(values)

    match tier:
        case "s":
            add(left, 0, [f"s{row}"])
        case "e":
            add(left, 2, [f"{word}/{pos}" for word, pos in right])
        case "o":
            add(left, 3, [f"o{row}<"])
            add(right, 3, [f"o{row}>"])
            _add_opposites(table, left, right)
            _add_opposites(table, right, left)
        case _:
            add(left, 1, [f"m{row}"])


def _add_opposites(table: dict[str, Any], words: list[Member], others: list[Member]) -> None:
    """Note the words of the other side of an opposition."""
    for word, pos in words:
        known = table[word].setdefault("opposites", [])
        known.extend((pos, *other) for other in others if (pos, *other) not in known)


def _add_phrase(table: dict[str, Any], text: str, pos: str) -> None:
    words = tuple(text.split())
    if len(words) > 1:
        known = table.setdefault(f"{words[0]} ...", [])
        if (words, pos) not in known:
            known.append((words, pos))
