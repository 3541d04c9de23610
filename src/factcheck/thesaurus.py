"""The curated relations between words, compiled: what each word is a synonym of, entails, is opposed to, and begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from factcheck import cache as kept
from factcheck.tables import rows

_COMMON = ("common-nouns-a", "common-nouns-b", "common-verbs-a", "common-verbs-b", "common-adjectives")
_SYNONYMS = ("synonyms-verbs", "synonyms-nouns", "synonyms-adjectives")
_ENTAILS = ("entails-verbs", "entails-nouns")
_OPPOSITES = ("opposites-verbs", "opposites-nouns")
_CLUSTERS = ("clusters-a", "clusters-b")

Phrase = tuple[tuple[str, ...], str]  # words and part of speech


class Relations(NamedTuple):
    """What the tables say of a word as one part of speech."""

    rows: list[str]  # synonym rows that it is in
    near: list[str]  # rows of near-synonyms
    up: list[str]  # more general words
    sides: list[str]  # "ov12<" or "ov12>", the side of an opposition that it is on


_NOTHING = Relations([], [], [], [])


@lru_cache(maxsize=50_000)
def relations(word: str, pos: str) -> Relations:
    """Return the relations of a lemma as that part of speech."""
    found = _table().get(f"{pos} {word}")
    return Relations(*found) if found else _NOTHING


@lru_cache(maxsize=50_000)
def exclusive(word: str) -> Sequence[tuple[str, str]]:
    """Return the sets of which a word is a member that excludes the others, as (set, member)."""
    found: Sequence[tuple[str, str]] = _table().get(f"exclusive {word}", ())
    return found


def scenes(word: str) -> Sequence[str]:
    """Return the clusters that a word is in: words that come up in telling the same fact."""
    found: Sequence[str] = _table().get(f"scenes {word}", ())
    return found


@lru_cache(maxsize=50_000)
def phrases(first: str) -> Sequence[Phrase]:
    """Return the multi-word expressions that begin with a word, longest first."""
    found: Sequence[Phrase] = _table().get(f"phrases {first}", ())
    return found


@cache
def _table() -> kept.Items:
    return kept.mapping("thesaurus", compiled)


def compiled() -> dict[str, Any]:
    """Return the tables by word: "v rise" has its relations, "exclusive army" its sets, "scenes army" its
    clusters, "phrases take" the phrases that it begins."""
    table: dict[str, Any] = {}
    for number, (tier, pos, left, right) in enumerate(_rows(), 1):
        _add_relations(table, tier, pos, f"{pos}{number}", left, right)
        for text in (*left, *right):
            _add_phrase(table, text, pos)
    for key, found in table.items():
        if key.startswith("phrases "):
            found.sort(key=lambda phrase: -len(phrase[0]))
    for name, member in ((row[0], member) for row in rows("exclusive") for member in row[1].split(", ")):
        forms = member.split("=")
        for form in forms:
            table.setdefault(f"exclusive {form}", []).append((name, forms[0]))
    for name, members in (row for file in _CLUSTERS for row in rows(file)):
        for word in members.split(", "):
            table.setdefault(f"scenes {word.replace('-', ' ')}", []).append("c" + name)
    return table


def _rows() -> Iterator[tuple[str, str, list[str], list[str]]]:
    """Yield (tier, part of speech, left words, right words): s synonyms, m near-synonyms, e entails, o opposites."""
    for tier, files in (("s", _SYNONYMS), ("e", _ENTAILS), ("o", _OPPOSITES), ("", _COMMON)):
        for row in (row for file in files for row in rows(file)):
            columns = [column.replace("-", " ") for column in row]  # "zero-emission" is read as two words
            kind, pos, left, *right = (tier, *columns) if tier else columns
            yield kind, pos, left.split(", "), right[0].split(", ") if right and right[0] else []


def _add_relations(table: dict[str, Any], tier: str, pos: str, row: str, left: list[str], right: list[str]) -> None:
    def relations_of(word: str) -> Relations:
        found: Relations = table.setdefault(f"{pos} {word}", ([], [], [], []))
        return Relations(*found)

    match tier:
        case "e":
            for word in left:
                relations_of(word).up.extend(right)
        case "o":
            for side, members in (("<", left), (">", right)):
                for word in members:
                    relations_of(word).sides.append(f"o{row}{side}")
        case "s":
            for word in left:
                relations_of(word).rows.append(f"s{row}")
        case _:
            for word in left:
                relations_of(word).near.append(f"m{row}")


def _add_phrase(table: dict[str, Any], text: str, pos: str) -> None:
    if " " in text:
        words = tuple(text.split())
        known = table.setdefault(f"phrases {words[0]}", [])
        if (words, pos) not in known:
            known.append((words, pos))
