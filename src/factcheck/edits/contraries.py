"""Edits of words: an opposite in the place of a verb or adjective, and another direction."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factcheck import lexicon, words
from factcheck.decision import HARD
from factcheck.edits import inflection
from factcheck.edits.edit import KEPT, Edit, Original, cased, exchange, exchanges, key, longest, replace, turned
from factcheck.edits.known import Known
from factcheck.statement import Unit
from factcheck.tables import rows

_WEIGHTY = 1.0  # weight from which a word says something of its own
_COMMON = 60  # occurrences in WordNet's texts from which a verb has so many senses that its opposites fit few of them
_POS = frozenset("va")
_DATED = frozenset(("since", "until"))  # words of time only before a date


@cache
def _opposites() -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the opposites of a lemma as that part of speech: single words, each with the plain reading of its row."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for pos, *sides in (row for name in ("opposites-verbs", "opposites-nouns") for row in rows(name)):
        left, right = (side.split(", ") for side in sides)
        for own, others in ((left, right), (right, left)):
            for word in own:
                found.setdefault((word, pos), {}).update(dict.fromkeys(filter(str.isalpha, others)))
    kept = {" ".join(words) for words, others in exchanges("opposite").items() if others == (KEPT,)}
    return {word: tuple(others) for word, others in found.items() if word[0] not in kept}


def opposites(original: Original, known: Known) -> Iterator[Edit]:
    """Put an opposite in the place of each weighty verb and adjective that has one and says no direction."""
    for unit in original.statement.units:
        if unit.pos in _POS and not _says_way(unit):
            yield from _opposed(original, unit)


def directions(original: Original, known: Known) -> Iterator[Edit]:
    """Turn words of direction, order and comparison round: rose and fell, before and after, more than and less than."""
    yield from _turned_words(original)
    for unit in original.statement.units:
        if _says_way(unit):
            yield from _opposed(original, unit)
    yield from _turned_round(original)


def _says_way(unit: Unit) -> bool:
    """Tell whether a word says which way a quantity goes or differs."""
    return bool(words.way(unit.lemma)) and (unit.comparative or unit.pos in "vn")


def _opposed(original: Original, unit: Unit) -> Iterator[Edit]:
    if unit.kind != "word" or unit.weight < _WEIGHTY:
        return
    form, lemma = original.text[unit.start : unit.end].split()[0], unit.lemma.split()[0]
    if unit.pos == "v" and not _says_way(unit) and (_is_common(lemma) or (unit.role != "v" and form.endswith("s"))):
        return
    present = {each.lemma for each in original.statement.units}
    others = _opposites().get((unit.lemma, unit.pos), ())
    if way := _says_way(unit) and words.way(unit.lemma):
        others = tuple(other for other in others if words.way(other) not in ("", way))
    for other in turned(others, original.text):
        if other not in present and (opposite := inflection.like(other, form, lemma, unit.pos)):
            yield replace(original, unit.start, unit.end, opposite)
            return


def _is_common(verb: str) -> bool:
    entry = lexicon.lookup(verb)
    return entry is not None and entry.counts.get("v", 0) >= _COMMON


def _turned_words(original: Original) -> Iterator[Edit]:
    """Exchange the phrases of the table, also inside of details: "more than 140", "before 2025"."""
    at = 0
    while at < len(original.tokens):
        found = longest(original.tokens, at, exchanges("direction"))
        if found is None:
            at += 1
            continue
        last, others = found
        other = next(turned(others, original.text))
        if other != KEPT and not _is_idiom(original, at, last) and not _has(original, other):
            start, end = original.tokens[at].start, original.tokens[last - 1].end
            yield replace(original, start, end, cased(other, original.text[start:end]))
        at = last


def _has(original: Original, words: str) -> bool:
    """Tell whether a text says elsewhere what an edit would say: "larger partner: Algeria; smaller partner: Tunisia"."""
    return f" {words} " in f" {key(original.text)} "


def _is_idiom(original: Original, at: int, last: int) -> bool:
    """Tell "no more than", "more and more", "what they are after" and words inside a name from words of direction."""
    norms = [token.norm for token in original.tokens]
    before, after = norms[at - 1] if at else "", norms[last] if last < len(norms) else ""
    here = [unit for unit in original.statement.units if unit.start <= original.tokens[at].start < unit.end]
    if any(unit.kind == "name" for unit in here) or before in ("no", "not", "any", "once", "and", "or", "-"):
        return True
    if norms[at] in _DATED and not any(unit.kind == "date" for unit in (*here, *_following(original, last))):
        return True
    return not after[:1].isalnum() or after in ("or", "and")


def _following(original: Original, at: int) -> list[Unit]:
    return [unit for unit in original.statement.units if unit.first == at]


def _turned_round(original: Original) -> Iterator[Edit]:
    """Exchange the two sides of "from A to B" and of "A … than B"."""
    units = original.statement.units
    for link in original.statement.links:
        one, other = units[link.left[0]], units[link.right[0]]
        same_kind = one.kind == other.kind and one.kind in HARD
        if same_kind and one is not other and (one.kind != "name" or one.lemma != other.lemma):
            yield exchange(original, (one.start, one.end), (other.start, other.end))
