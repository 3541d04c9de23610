"""Abbreviations: what letters stand for. "WRU stands for the Welsh Rugby Union" against "the Welsh Rugby Union (WRU)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from factcheck.conflicts import Conflict
from factcheck.decision import Decision, Evidence, Label
from factcheck.statement import Statement

_SHORT = r"(?P<short>[A-Z][A-Za-z]?(?:[A-Z0-9&]|[.-](?=[A-Z]))+)"
_LONG = r"(?P<long>[^()\[\],;:]+?)"
_LETTERS = r"(?:initials|letters|acronym|abbreviation|short form|shorthand)"
_CAPITAL = r"[A-Z][\w’'-]*"
_NAME = rf"(?P<long>{_CAPITAL}(?:[ -](?:of|the|for|and|in|on|de|{_CAPITAL}))*[ -]{_CAPITAL})"
_NAMING = 2  # words that two names must share to be one
_SMALL = frozenset(("the", "a", "an", "al", "of", "for", "and", "in", "on"))
_LETTERED = re.compile(_SHORT)  # without which no other pattern fits
Pair = tuple[str, frozenset[str]]


@cache
def _telling() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of sentences that say nothing else than what letters stand for."""
    patterns = (
        rf"^{_SHORT},? (?:stands|is short) for {_LONG}\.?$",
        rf"^{_SHORT}: short for {_LONG}\.?$",
        rf"^{_SHORT}: (?P<long>(?:(?:of|the|for|and|in|on|[A-Z][\w’'-]*)[ -]?)+)\.?$",
        rf"^{_SHORT} (?:is|are) (?:the|an) {_LETTERS} (?:of|for|used for) {_LONG}\.?$",
        rf"^{_SHORT} (?:abbreviates|means) {_LONG}\.?$",
        rf"^The {_LETTERS} (?:used )?(?:of|for) {_LONG} (?:is|are) {_SHORT}\.?$",
        rf"^{_LONG} (?:goes|is known) by (?:the|its) {_LETTERS} {_SHORT}\.?$",
        rf"^{_LONG} (?:is abbreviated (?:to|as)|is shortened to|is called|is known as) {_SHORT}(?: for short)?\.?$",
    )
    return tuple(map(re.compile, patterns))


@cache
def _apposed() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a name with its letters behind it."""
    return tuple(re.compile(_NAME + after) for after in (rf" \({_SHORT}\)", rf", {_SHORT} for short"))


def abbreviation_told(said: Statement, evidence: Sequence[Evidence], part: Sequence[int]) -> Decision | None:
    """The sentence says only what letters stand for, and a right wording says it too, or says otherwise."""
    told = _told(said.text) if len(part) == len(said.units) else None
    if told is None:
        return None
    given = [(item, pair) for item in evidence if not item.wrong for pair in _pairs(item.comparison.stated.text)]
    for item, (short, words) in given:
        if short == told[0] and told[1] <= words and _are_same(words, told[1]):
            return Decision(Label.SUPPORTED, item, (), 0.0)
    for item, (short, words) in given:
        if _is_name(said.text, told[1]) if short == told[0] else _are_same(words, told[1]):
            return Decision(Label.REFUTED, item, (_clash(said, item),), 0.0)
    return None


def _are_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two full names are one, which may leave out a word: "al-Qaeda", "Qaeda"."""
    return (one <= other or other <= one) and len(one & other) >= min(_NAMING, len(one | other))


def _is_name(text: str, words: frozenset[str]) -> bool:
    """Tell whether the words that letters are said to stand for are written as a name, each with a capital."""
    return all(word.capitalize() in text or word.upper() in text for word in words)


@lru_cache(maxsize=20_000)
def _told(text: str) -> Pair | None:
    """Return the letters and the words of a sentence that says what the ones stand for."""
    patterns = _telling() if _LETTERED.search(text) else ()
    found = next((match for pattern in patterns if (match := pattern.match(text.strip()))), None)
    return None if found is None else (_letters(found["short"]), _words(found["long"]))


@lru_cache(maxsize=20_000)
def _pairs(text: str) -> tuple[Pair, ...]:
    """Return letters with what a wording says, or shows in brackets, that they stand for."""
    own = _told(text)
    patterns = _apposed() if _LETTERED.search(text) else ()
    apposed = ((_letters(m["short"]), _words(m["long"])) for pattern in patterns for m in pattern.finditer(text))
    return (*(() if own is None else (own,)), *apposed)


def _letters(short: str) -> str:
    return short.replace(".", "").replace("-", "").upper()


def _words(long: str) -> frozenset[str]:
    found = re.findall(r"[^\W_]+", long.casefold())
    return frozenset(word for word in found if word not in _SMALL)


def _clash(said: Statement, item: Evidence) -> Conflict:
    names = [number for number, unit in enumerate(said.units) if unit.weight]
    number = next((each for each in reversed(names) if not item.comparison.cover[each]), names[-1])
    match = item.comparison.matches[number]
    return Conflict("name", number, match.stated if match else 0)
