"""Names: people, places, organisations, found in a sentence.

A name is found by its longest known form in the database's name table or the general table of places, by its capital letters
otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from factcheck import forenames, lexicon
from factcheck.details import organisations
from factcheck.details.dates import is_month
from factcheck.details.measures import units
from factcheck.details.nametable import Entity, NameTable, places
from factcheck.tables import groups
from factcheck.tokens import Token

_LONGEST = 9
_MOST_DIGITS = 5
_LISTING = frozenset(("and", ",", "but", "or", "while", "whereas", "than", "against", ";"))
_MODEL_DIGITS = 3  # from which on a number is none of a model: "Hauler 3"
_RARE = 5  # times that a noun is counted which may be a surname
_JOINTS = frozenset("-–'’")
_OPENING = frozenset("([;,")
_QUOTES = frozenset("\"'")
_INSIDE_NAMES = frozenset(
    (
        "of",
        "the",
        "for",
        "and",
        "de",
        "al",
        "el",
        "bin",
        "ben",
        "van",
        "von",
        "-",
        "–",
        "'s",
        "’s",
        "&",
        "du",
        "la",
        "le",
        "da",
    )
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence: tokens[first:last]; `parts` are its words in normal form."""

    first: int = field(compare=False)
    last: int = field(compare=False)
    entity: Entity
    parts: frozenset[str]
    adjective: bool = False

    def __hash__(self) -> int:
        """Return the hash of its words, which is computed once for each set of them."""
        return hash(self.parts)


@cache
def titles() -> frozenset[str]:
    """Return the words that stand before a person's name without being part of it."""
    return groups("titles")["title"]


def find(tokens: Sequence[Token], tags: str, table: NameTable) -> list[Name]:
    """Return the names in tokens, left to right."""
    found: list[Name] = []
    at = 0
    while at < len(tokens):
        name = _known(tokens, tags, at, table)
        if name and name.adjective and _is_language(tokens, name):
            name = None
        if name and (_describes_another(tokens, tags, name, table) or _apposed(tokens, name, found)):
            name = None
        name = _listed(tokens, tags, at, name) or name or _unknown(tokens, tags, at, table)
        if name is None:
            at += 1
            continue
        found.append(name)
        at = name.last
    return found


def _is_language(tokens: Sequence[Token], name: Name) -> bool:
    """Tell whether a demonym stands for a language: "(Danish: Hummer)", "known in Danish as"."""
    before = tokens[name.first - 1].norm if name.first else ""
    after = tokens[name.last].norm if name.last < len(tokens) else ""
    spelt = before in _OPENING or not before[-1:].isascii()  # "(Danish: Hummer)", "北大 Chinese : 北京大学"
    return (after == ":" and spelt) or (before == "in" and after == "as")


def _describes_another(tokens: Sequence[Token], tags: str, name: Name, table: NameTable) -> bool:
    """Tell whether an office stands before another person's name: "Defence Minister Imed Memmich" is not the minister of the table."""
    after = name.last
    if name.entity.kind != "person" or name.last - name.first < 2 or after >= len(tokens) or tags[after] != "K":
        return False
    following = table.longest(tokens, after)
    return following is None or following[1].id != name.entity.id


def _apposed(tokens: Sequence[Token], name: Name, found: Sequence[Name]) -> bool:
    """Tell whether an office stands behind another person's name: "Chengriha, the Tunisian defence minister"."""
    if name.entity.kind != "person" or name.last - name.first < 2 or not found or found[-1].entity.kind != "person":
        return False
    between = [token.norm for token in tokens[found[-1].last : name.first]]
    return found[-1].entity.id != name.entity.id and between in (
        [","],
        [",", "the"],
        ["is", "the"],
        ["is"],
        ["as", "the"],
        ["as"],
        ["was", "the"],
    )


def _known(tokens: Sequence[Token], tags: str, at: int, table: NameTable) -> Name | None:
    own, general = table.longest(tokens, at), places().longest(tokens, at)
    best = max((hit for hit in (own, general) if hit), key=lambda hit: hit[0], default=None)
    if best is None:
        return None
    last, entity, adjective = best
    if last == at + 1 and tags[at] != "K" and hit_is_common_word(tokens[at], tags[at], own is not None):
        return None
    parts = frozenset(token.norm for token in tokens[at:last]) | table.canonical.get(entity.id, frozenset())
    return Name(at, last, entity, parts - _INSIDE_NAMES, adjective)


def hit_is_common_word(token: Token, tag: str, own: bool) -> bool:
    """Tell whether a one-word hit is more likely an ordinary word: "turkey", "chad", "mali" stay names where only a name fits."""
    return not own and not token.capital and lexicon.lookup(token.norm) is not None and tag != "A"


def _listed(tokens: Sequence[Token], tags: str, at: int, known: Name | None) -> Name | None:
    """Read an organisation that is known everywhere, where no name of the database or place is as long."""
    hit = organisations.longest(tokens, at)
    if hit is None or (known is not None and known.last >= hit[0]) or (hit[0] == at + 1 and tags[at] != "K"):
        return None
    last, entity = hit
    longer = last < len(tokens) and tags[last] == "K" and not tokens[last].glued and tags[at] == "K"
    return None if longer else Name(at, last, entity, organisations.words_of(entity.id))


def _unknown(tokens: Sequence[Token], tags: str, at: int, table: NameTable) -> Name | None:
    """Read a run of capitalised words as a name, without its titles; a known name ends the run."""
    if tags[at] != "K" or tokens[at].norm in titles() or (at and tokens[at - 1].text == "°"):
        return None
    last = _end_of_run(tokens, tags, at, table)
    words = [token.norm for token in tokens[at:last] if token.norm not in _INSIDE_NAMES and token.norm not in _QUOTES]
    return Name(at, last, Entity("u:" + " ".join(words), _guess(tokens, at, words)), frozenset(words))


def _end_of_run(tokens: Sequence[Token], tags: str, at: int, table: NameTable) -> int:
    """Return where the run of capitalised words ends that begins at a token, with the small words inside it."""
    last = at + 1
    while last < len(tokens) and last - at < _LONGEST:
        if tags[last] == "K" and _is_another(tokens, tags, last, table) and not _is_surname(tokens, tags, at, last):
            break
        step = 1 if tags[last] == "K" else _inside(tokens, tags, last)
        if not step or _comes_from(tokens, at, last):
            break
        last += step
    last = min(last, len(tokens))
    if last < len(tokens) and tags[last] == "Q" and tokens[last].text[0].isupper():
        return last + 1  # "Fantastic Four", "BBC One"
    digits = _MOST_DIGITS if _is_the_one(tokens, tags, at, last) else _MODEL_DIGITS
    numbered = last < len(tokens) and tokens[last].norm.isdecimal() and len(tokens[last].norm) < digits
    return last + 1 if numbered and tags[last - 1] == "K" and _is_model(tokens, last) else last


def _is_the_one(tokens: Sequence[Token], tags: str, first: int, last: int) -> bool:
    """Tell whether an article stands before a name and no noun behind its number: "the Billboard 200", not "the Greens 15 seats"."""
    article = first > 0 and tags[first - 1] == "D" and not tokens[last - 1].norm.endswith("s")
    listed = first > 1 and tokens[first - 2].norm in _LISTING  # "the Heron carries 640 and the Plover 410"
    return article and not listed and tags[last + 1 : last + 2] not in ("N", "A", "K")


def _comes_from(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Tell whether an "of" behind forename and surname leads to where somebody is from: "Ann Lind of Sweden", not "Bank of Spain"."""
    words = [token.norm for token in tokens[first:at]]
    first_, last = (lexicon.lookup(word) for word in (words[0], words[-1]))
    full = (
        len(words) > 1
        and not (first_ and sum(first_.counts.values()))
        and not (last and last.counts.get("n", 0) > _RARE)
    )
    return tokens[at].norm == "of" and full and places().longest(tokens, at + 1) is not None


def _is_another(tokens: Sequence[Token], tags: str, at: int, table: NameTable) -> bool:
    """Tell whether a known name begins behind another word with a capital; a bare surname goes with its forename."""
    known = _known(tokens, tags, at, table)
    return known is not None and not _glued(tokens, at) and not _is_bare_surname(known, table)


def _is_surname(tokens: Sequence[Token], tags: str, first: int, at: int) -> bool:
    """Tell whether what is a town elsewhere is a surname here, behind nothing but a forename: "Ernest Medina"."""
    ends = tags[at + 1 : at + 2] != "K" and (at + 1 == len(tokens) or tokens[at + 1].text not in _JOINTS)
    town = places().longest(tokens, at)
    behind = at == first + 1 and town is not None and not town[2] and town[1].kind == "city"
    return behind and ends and forenames.is_forename(tokens[first].norm)


def _inside(tokens: Sequence[Token], tags: str, at: int) -> int:
    """Return how many tokens lead on inside a name, 0 where it ends: "Al-Amin", "Bank of the North", "Ann “Nan” Lund"."""
    following = tags[at + 1 : at + 2]
    if tokens[at].text in _JOINTS and following and tokens[at + 1].capital and tokens[at].glued:
        return 2
    if tokens[at].norm == "of":
        if following == "K":
            return 2
        return 3 if tags[at + 2 : at + 3] == "K" and tokens[at + 1].norm == "the" else 0
    nickname = tokens[at].norm in _QUOTES and following == "K" and tags[at + 3 : at + 4] == "K"
    return 4 if nickname and tokens[at + 2].norm in _QUOTES else 0


def _is_bare_surname(name: Name, table: NameTable) -> bool:
    """Tell whether a source names somebody by one word alone, so that a forename before it is no other name: "Steve Ditko"."""
    return name.entity.id[0] == "u" and name.last - name.first == 1 and not table.is_last_of_another(name.entity)


def _is_model(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a number belongs to the name before it ("Hauler 3"): no month before it, no unit or noun counted by it."""
    after = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    before = tokens[at - 2].norm if at > 1 else ""
    listed = before in ("and", ",") and any(token.norm.isdecimal() for token in tokens[: at - 2])
    if listed and not after[:1].isalpha():
        return False  # "Sundmark takes 60 cars and Nordvik 35"
    return (
        not is_month(tokens[at - 1].norm)
        and not after[:1].isdecimal()
        and after not in units()
        and after not in ("percent", "per", "%", "million", "billion", "-")
        and not (after == "to" and tokens[at + 2 : at + 3] and tokens[at + 2].norm[0].isdecimal())
    )


def _guess(tokens: Sequence[Token], at: int, words: Sequence[str]) -> str:
    """Guess the kind of an unknown name by its words and what stands before it; "unknown" where nothing tells."""
    for kind in ("organisation", "place"):
        if any(word in groups("titles")[kind] for word in words):
            return kind
    before = tokens[at - 1].norm if at else ""
    if before in titles():
        return "person"
    if before in ("in", "at", "near"):
        return "place"
    return "unknown"


def _glued(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].glued
