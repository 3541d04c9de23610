"""How often in a row: "for the sixth year in succession" is "six years running", and neither four nor ten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from factcheck import lemmas
from factcheck.alignment import Level, Match
from factcheck.conflicts.places import Conflict
from factcheck.details import cardinals, numerals
from factcheck.details.measures import Quantity, compare
from factcheck.findings import RIGHT, Relation
from factcheck.once import once
from factcheck.reckonings import NOTHING, Reckoning
from factcheck.statement import Statement
from factcheck.tables import kinds

_NUMBER = r"\b(?P<number>\d+(?:st|nd|rd|th)?|[a-z]+(?:-[a-z]+)?)\s+"
_OFTEN = r"(?:(?P<often>yearly|annual|monthly|weekly|daily|quarterly)\s+)?(?P<noun>[a-z]+)"
_RUNS = (
    re.compile(_NUMBER + _OFTEN + r"\s+(?:in a row|in succession|running|on the trot|on end)\b"),
    re.compile(_NUMBER + r"(?:consecutive|successive|straight)\s+" + _OFTEN),
)
_SIGN = re.compile(r"\b(?:in a row|in succession|running|on the trot|on end|consecutive|successive|straight)\b")
_PERIODS = {
    "yearly": "year",
    "annual": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "quarterly": "quarter",
}


class Streak(NamedTuple):
    """So many of a thing in a row, told by some units; `what` is a period of time, "time", or what was done."""

    often: float
    what: frozenset[str]
    units: tuple[int, ...]


def judge(said: Statement, stated: Statement) -> Reckoning:
    """Judge the streaks of a sentence by the only one of a wording."""
    ours = _streaks(said)
    theirs = _streaks(stated) if ours else ()
    if len(ours) != 1 or len(theirs) != 1 or not _alike(ours[0].what, theirs[0].what):
        return NOTHING
    one, other = ours[0], theirs[0]
    relation = compare(_told(said, one), _told(stated, other)._replace(comparator="="))
    match = Match(other.units[0], Level.FAMILY, Relation.ENTAILS)
    if relation in RIGHT:
        return Reckoning(dict.fromkeys(one.units, match))
    if relation is not Relation.CONFLICTS:
        return NOTHING
    return Reckoning(dict.fromkeys(one.units[1:], match), (Conflict("quantity", one.units[0], other.units[0]),))


def _told(statement: Statement, streak: Streak) -> Quantity:
    """Return how many a streak has, with "at least" and the like where it is a figure."""
    value = statement.units[streak.units[0]].value
    bound = value.comparator if isinstance(value, Quantity) else "="
    return Quantity(0, 1, streak.often, streak.often, bound)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two streaks count the same, or one of them only how often."""
    if one & other:
        return True
    return "time" in one | other and any(map(_is_of_time, one)) == any(map(_is_of_time, other))


def _is_of_time(noun: str) -> bool:
    """Tell whether a noun is one for a part or a stretch of time: the third year running."""
    return noun != "time" and noun in kinds("times")


@once
def _streaks(statement: Statement) -> tuple[Streak, ...]:
    return tuple(_each_streak(statement))


def _each_streak(statement: Statement) -> Iterator[Streak]:
    for hit in _hits(statement.text.lower()):
        word, noun = hit["number"], lemmas.lemma(hit["noun"], "n")
        digits = re.match(r"\d+", word)
        often = float(digits[0]) if digits else float(cardinals.small(word) or numerals.rank(word))
        acts = hit.span("noun") if noun not in kinds("times") else (0, 0)
        units = tuple(
            number
            for number, unit in enumerate(statement.units)
            if unit.start < hit.end() and hit.start() < unit.end and not acts[0] <= unit.start < acts[1]
        )
        if often > 1 and units:
            yield Streak(often, frozenset({noun, _PERIODS.get(hit["often"] or "", noun)}), units)


@lru_cache(maxsize=10_000)
def _hits(text: str) -> tuple[re.Match[str], ...]:
    """Return where a text tells that something was so several times in a row."""
    return tuple(hit for run in _RUNS for hit in run.finditer(text)) if _SIGN.search(text) else ()
