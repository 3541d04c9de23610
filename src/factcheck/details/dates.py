"""Dates and periods as closed intervals of days with an open or known year.

    date   = day month [year] | month day [year] | month [year] | season year | year | year "-" year
           | [part of] date | date ("to" | "-" | "and") date | ordinal "century" era | decade
Days are proleptic Gregorian ordinals as in datetime.date.toordinal; years before Christ are negative. A date without a year
is kept as month and day and compared as such.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from factcheck.findings import Relation
from factcheck.tables import rows
from factcheck.tokens import Token, is_dash

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
]
_YEAR_WORDS = frozenset(
    (
        "in",
        "since",
        "of",
        "by",
        "until",
        "before",
        "after",
        "from",
        "during",
        "between",
        "and",
        "to",
        "for",
        "year",
        "than",
        "till",
        "late",
        "early",
        "mid",
        "spring",
        "summer",
        "autumn",
        "winter",
        "through",
        "around",
        "as",
        "back",
        "end",
        "about",
        "circa",
        "c.",
        "bc",
        "ad",
        "roughly",
        "the",
        "a",
        "an",
    )
)
_STARTS = frozenset(("from", "starting"))  # "on sale from 20 August" gives the day on which it starts
_CIRCA = frozenset(("around", "about", "circa", "c.", "ca.", "roughly", "approximately"))


@dataclass(frozen=True, slots=True)
class Date:
    """A period; low and high are ordinals (year * 372 + (month - 1) * 31 + day - 1), yearless ones count from year 0."""

    first: int  # tokens[first:last]
    last: int
    low: float
    high: float
    relation: str = "in"  # in, before, after
    yearless: bool = False
    word: str = ""  # the relation as it was written
    circa: bool = False


@cache
def _calendar(kind: str) -> dict[str, str]:
    return {row[1]: row[2] for row in rows("calendar") if row[0] == kind}


def _ordinal(year: int, month: int, day: int) -> int:
    return year * 372 + (month - 1) * 31 + day - 1


def _interval(year: int | None, month: int = 0, day: int = 0) -> tuple[int, int]:
    """Return first and last day of a year, a month or a day; days are slots of 31 a month, which keeps order and containment."""
    if not month:
        return _ordinal(year or 0, 1, 1), _ordinal(year or 0, 12, 31)
    if not day:
        return _ordinal(year or 0, month, 1), _ordinal(year or 0, month, 31)
    return (_ordinal(year or 0, month, day),) * 2


def find(tokens: Sequence[Token]) -> list[Date]:
    """Return the dates in tokens, left to right; ranges and "between … and …" count as one."""
    found: list[Date] = []
    at = 0
    while at < len(tokens):
        date = _date(tokens, at)
        if date is None:
            at += 1
            continue
        date = _join_range(tokens, date)
        found.append(_with_relation(tokens, date))
        at = date.last
    return found


@cache
def _openers() -> frozenset[str]:
    """Return the words, beside figures, with which a date may begin."""
    return frozenset((*_calendar("month"), *_calendar("season"), *_ORDINALS, "ad", "ce"))


def _date(tokens: Sequence[Token], at: int) -> Date | None:
    word = _word(tokens, at)
    if not word.isdecimal() and word not in _openers():
        return None
    for reader in (_iso, _day_first, _month_first, _season, _century, _decade, _bare_year):
        if date := reader(tokens, at):
            return _with_part(tokens, date)
    return None


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].norm.rstrip(".") if 0 <= at < len(tokens) else ""


def _day(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return day of the month and where it ends: 7, 7th, seventh."""
    word = _word(tokens, at)
    if word.isdecimal() and 1 <= int(word) <= 31 and len(word) <= 2:
        return int(word), at + 2 if _word(tokens, at + 1) in _ENDINGS else at + 1
    if word in _ORDINALS:
        return _ORDINALS.index(word) + 1, at + 1
    return None


def _year(tokens: Sequence[Token], at: int) -> int | None:
    word = _word(tokens, at)
    return int(word) if len(word) == 4 and word.isdecimal() and 1000 <= int(word) <= 2199 else None


def _month(tokens: Sequence[Token], at: int) -> int:
    word = _word(tokens, at)
    if (
        word in ("may", "march", "mar", "jan")
        and at < len(tokens)
        and not tokens[at].text[0].isupper()
        and not _word(tokens, at - 1).isdecimal()
        and not _word(tokens, at + 1).isdecimal()
    ):
        return 0
    return int(_calendar("month").get(word, 0))


def is_month(word: str) -> bool:
    """Tell whether a word in normal form is a month's name."""
    return word in _calendar("month")


def _iso(tokens: Sequence[Token], at: int) -> Date | None:
    """2025-10-07, 07/10/2025 (read as day/month unless that cannot be)."""
    words = [_word(tokens, at + k) for k in range(5)]
    if not (
        words[0].isdecimal()
        and words[2].isdecimal()
        and words[4].isdecimal()
        and words[1] == words[3]
        and words[1] in ("-", "/", ".")
    ):
        return None
    a, b, c = (int(words[k]) for k in (0, 2, 4))
    year, month, day = (a, b, c) if len(words[0]) == 4 else (c, b, a) if b <= 12 else (c, a, b)
    if not (1000 <= year <= 2199 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    low, high = _interval(year, month, day)
    if len(words[0]) != 4 and a <= 12 and b <= 12 and a != b:
        return None  # 07/10/2025 has two readings; neither is taken
    return Date(at, at + 5, low, high)


def _with_year(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    """Read an optional year after a month: "October 2025", "October, 2025", "October of 2025"."""
    skip = at + 1 if _word(tokens, at) in (",", "of") else at
    skip = skip + 1 if _word(tokens, skip) == "the" and _word(tokens, skip + 1) == "year" else skip
    skip = skip + 1 if _word(tokens, skip) == "year" else skip
    year = _year(tokens, skip)
    return (year, skip + 1) if year else (None, at)


def _days(at: int, last: int, year: int | None, month: int, day: int, until: int) -> Date:
    """Return the date of a day, or of the days from one to another, of a month; tokens[at:last] are its text."""
    low, high = _interval(year, month, day)[0], _interval(year, month, until)[1]
    return Date(at, last, low, high, yearless=year is None, word="range" if until != day else "")


def _day_first(tokens: Sequence[Token], at: int) -> Date | None:
    found = _day(tokens, at)
    if found is None:
        return None
    day, next_ = found
    until, after = day, next_
    if (
        after < len(tokens)
        and (is_dash(tokens[after]) or _word(tokens, after) in ("to", "and"))
        and (second := _day(tokens, after + 1))
    ) and _month(tokens, second[1]):
        until, next_ = second
    next_ = next_ + 1 if _word(tokens, next_) == "of" else next_
    month = _month(tokens, next_)
    if not month:
        return None
    year, last = _with_year(tokens, next_ + 1)
    return _days(at, last, year, month, day, until)


def _month_first(tokens: Sequence[Token], at: int) -> Date | None:
    month = _month(tokens, at)
    if not month:
        return None
    next_ = at + 2 if _word(tokens, at + 1) == "the" else at + 1
    next_ = next_ + 1 if next_ < len(tokens) and tokens[next_].text == "." else next_
    found = _day(tokens, next_)
    if found is None:
        year, last = _with_year(tokens, at + 1)
        low, high = _interval(year, month)
        return Date(at, last, low, high, yearless=year is None)
    day, after = found
    until = day
    if (
        after < len(tokens)
        and (is_dash(tokens[after]) or _word(tokens, after) in ("to", "through", "and", "till", "until"))
        and (second := _day(tokens, after + 1))
    ):
        until, after = second
    year, last = _with_year(tokens, after)
    return _days(at, last, year, month, day, until)


def _season(tokens: Sequence[Token], at: int) -> Date | None:
    span = _calendar("season").get(_word(tokens, at))
    skip = at + 2 if _word(tokens, at + 1) == "of" else at + 1
    year = _year(tokens, skip) if span else None
    if not (span and year):
        return None
    low, high = map(int, span.split())
    return Date(at, skip + 1, _interval(year, low)[0], _interval(year, high)[1])


def _century(tokens: Sequence[Token], at: int) -> Date | None:
    number, last = 0, at + 1
    if _word(tokens, at).isdecimal() and _word(tokens, at + 1) in _ENDINGS:
        number, last = int(_word(tokens, at)), at + 2
    elif _word(tokens, at) in _ORDINALS:
        number = _ORDINALS.index(_word(tokens, at)) + 1
    if not number or _word(tokens, last + (_word(tokens, last) == "-")) not in ("century", "centuries"):
        return None
    last += 1 + (_word(tokens, last) == "-")
    before = _word(tokens, last) in ("bc", "bce")
    last += _word(tokens, last) in ("bc", "bce", "ad", "ce")
    low, high = (-100 * number, -100 * (number - 1) - 1) if before else (100 * (number - 1) + 1, 100 * number)
    return Date(at, last, _interval(low)[0], _interval(high)[1])


def _decade(tokens: Sequence[Token], at: int) -> Date | None:
    year = _year(tokens, at)
    if year is None or year % 10 or _word(tokens, at + 1) not in ("s", "'s") or not tokens[at + 1].glued:
        return None
    return Date(at, at + 2, _interval(year)[0], _interval(year + 9)[1])


def _bare_year(tokens: Sequence[Token], at: int) -> Date | None:
    """A year of its own (2001), with an era (120 BC, AD 55), or a financial year (2026/27)."""
    if found := _era_year(tokens, at):
        return found
    year = _year(tokens, at)
    before, after = _word(tokens, at - 1), _word(tokens, at + 1)
    if year is None or (at and tokens[at - 1].text in "$€£¥₹"):
        return None
    if after in ("/", "-", "–") and at + 2 < len(tokens) and tokens[at + 2].norm.isdecimal() and tokens[at + 2].glued:
        second = _word(tokens, at + 2)
        end = int(str(year)[:2] + second) if len(second) == 2 else int(second)
        if year < end <= 2199:
            return Date(at, at + 3, _interval(year)[0], _interval(end)[1])
    plain = year < 1500 and before not in _YEAR_WORDS
    if plain or after in ("percent", "%", "per", "km", "kilometres", "metres", "people", "euros", "dollars", "pounds"):
        return None
    return Date(at, at + 1, *_interval(year))


def _era_year(tokens: Sequence[Token], at: int) -> Date | None:
    word = _word(tokens, at)
    if word in ("ad", "ce") and _word(tokens, at + 1).isdecimal():
        return Date(at, at + 2, *_interval(int(_word(tokens, at + 1))))
    if not word.isdecimal():
        return None
    last, era = at + 1, _word(tokens, at + 1)
    if era in ("and", "to", "-") and _word(tokens, at + 2).isdecimal() and _word(tokens, at + 3) in ("bc", "bce"):
        return Date(at, at + 1, *_interval(-int(word)))
    if era in ("bc", "bce", "ad", "ce"):
        return Date(at, last + 1, *_interval(-int(word) if era.startswith("b") else int(word)))
    return None


def _with_part(tokens: Sequence[Token], date: Date) -> Date:
    """Narrow a date by "early", "mid-", "the end of", "the first half of" before it."""
    at = date.first
    while at > 0 and date.first - at < 3 and _word(tokens, at - 1) in ("of", "the", "-", "–"):
        at -= 1
    filler, one, two = date.first - at, _word(tokens, at - 1), f"{_word(tokens, at - 2)}-{_word(tokens, at - 1)}"
    key = two if two in _calendar("part") else one
    at -= 2 if key == two else 1
    part = _calendar("part").get(key)
    if part is None or (not filler and key in ("start", "end", "beginning", "middle", "first", "second")):
        return date
    low, high = map(float, part.split())
    width = date.high - date.low + 1
    return replace(date, first=at, low=date.low + low * width, high=date.low + high * width - (high < 1))


def _join_range(tokens: Sequence[Token], date: Date) -> Date:
    """Join "January to September 2025", "between 5 June and 21 July", "2021-2025"."""
    at = date.last
    if at + 1 >= len(tokens):
        return date
    joiner, before = _word(tokens, at), _word(tokens, date.first - 1)
    joins = (
        is_dash(tokens[at]) or joiner in ("to", "until", "till", "through") or (joiner == "and" and before == "between")
    )
    skip = at + 2 if _word(tokens, at + 1) == "the" else at + 1
    second = _date(tokens, skip) if joins and skip < len(tokens) else None
    if second is None or second.first > skip + 2:
        return date
    if date.yearless and not second.yearless:
        year = int(second.low // 372)
        date = replace(date, low=date.low + year * 372, high=date.high + year * 372, yearless=False)
    if date.yearless != second.yearless or date.low > second.high:
        return date
    return replace(date, last=second.last, high=second.high, word="range")


def _with_relation(tokens: Sequence[Token], date: Date) -> Date:
    at, before = date.first - 1, _word(tokens, date.first - 1)
    if before == "the" or before in ("year", "on"):
        at -= 1
        before = _word(tokens, at) if _word(tokens, at) in _calendar("relation") else before
    circa = before in _CIRCA
    if circa:
        before = _word(tokens, at - 1)
    if before == "to" and _word(tokens, at - 1) == "up":
        before = "until"
    relation = _calendar("relation").get(before, "in")
    onwards = _word(tokens, date.last) in ("on", "onwards", "onward")
    if before == "from" and not onwards and date.high - date.low >= 360:
        relation = "in"  # "an agreement from 2001" is of that year
    if date.word == "range" or (relation == "before" and before == "to"):
        relation = "in"
    return replace(date, relation=relation, word=before, circa=circa)


def span(date: Date) -> tuple[float, float]:
    """Return the period that a date with its relation covers."""
    slack = 372 * 10 if date.circa and date.high - date.low > 360 else 0
    if date.relation == "before":
        return float("-inf"), date.low - 1 if date.word == "before" else date.high
    if date.relation == "after":
        return date.high + 1 if date.word == "after" else date.low, float("inf")
    return date.low - slack, date.high + slack


def compare(said: Date, stated: Date) -> Relation:
    """Compare a said with a stated date: containment entails, overlap leaves open, disjoint periods conflict."""
    if (
        said.yearless != stated.yearless
        and (said if stated.yearless else stated).high - (said if stated.yearless else stated).low >= 371
    ):
        return Relation.UNSTATED  # a year and a month without a year say nothing of each other
    if said.yearless != stated.yearless:
        said, stated = _without_year(said), _without_year(stated)
    if said.relation != stated.relation and "in" not in (said.relation, stated.relation):
        overlap = said.low <= stated.high and stated.low <= said.high
        return Relation.CONFLICTS if overlap else Relation.UNSTATED
    if said.relation == stated.relation != "in":
        if said.low <= stated.high and stated.low <= said.high:
            return Relation.AGREES
        return (
            Relation.CONFLICTS
            if {said.word, stated.word} <= {"since", "from", "until", "till", "by"}
            else Relation.UNSTATED
        )
    if said.relation == "after" and said.word in _STARTS and stated.relation == "in" and said.low != stated.low:
        return Relation.CONFLICTS if said.high < stated.low or stated.high < said.low else Relation.ENTAILS
    if said.relation == "after" and said.word == "since" and stated.relation == "in":
        begins = stated.low <= said.high and said.low <= stated.high
        return Relation.ENTAILS if begins else Relation.UNSTATED  # what is so in 2025 need not be so since 2020
    (low, high), (stated_low, stated_high) = span(said), span(stated)
    if (low, high) == (stated_low, stated_high):
        return Relation.AGREES
    if low <= stated_low and stated_high <= high:
        return Relation.ENTAILS
    if high < stated_low or stated_high < low:
        return Relation.CONFLICTS
    if said.relation != stated.relation and (said.low, said.high) == (stated.low, stated.high):
        return Relation.AGREES if said.relation == "in" and stated.word in ("since", "from") else Relation.UNSTATED
    return Relation.UNSTATED


def _without_year(date: Date) -> Date:
    """Return a date as month and day only; a period of a year or more covers them all."""
    if date.yearless:
        return date
    if date.high - date.low >= 371:
        return replace(date, low=0, high=371, yearless=True)
    return replace(
        date, low=date.low % 372, high=date.high % 372 if date.high % 372 >= date.low % 372 else 371, yearless=True
    )
