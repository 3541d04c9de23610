"""A date as it is written: day, month, season, year, decade or century.

date   = day month [year] | month day [year] | month [year] | season year | year | year "-" year
       | ordinal "century" era | decade
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.details import decades, numerals
from factcheck.details.days import MONTH, WEEKDAYS, Date, calendar, interval
from factcheck.details.shifts import narrowed
from factcheck.tokens import Token, is_dash

_WEEKS = 4  # of a month that is told by the week
_ENDINGS = frozenset(("st", "nd", "rd", "th"))
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
        "ca.",
        "bc",
        "ad",
        "roughly",
        "the",
        "a",
        "an",
    )
)


@cache
def _openers() -> frozenset[str]:
    """Return the words, beside figures, with which a date may begin."""
    return frozenset((*calendar("month"), *calendar("season"), *calendar("decade"), "last", "ad", "ce"))


def read(tokens: Sequence[Token], at: int) -> Date | None:
    """Return the date that begins at a token."""
    word = word_at(tokens, at)
    if not word.isdecimal() and word not in _openers() and numerals.ordinal(tokens, at) is None:
        return None
    for reader in (_iso, _nth_weekday, _day_first, _month_first, _season, _century, decades.read, _bare_year):
        if date := reader(tokens, at):
            return date
    return None


def word_at(tokens: Sequence[Token], at: int) -> str:
    """Return the word at a place in normal form, "" outside the text."""
    return tokens[at].norm.rstrip(".") if 0 <= at < len(tokens) else ""


def _day(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return day of the month and where it ends: 7, 7th, seventh."""
    word = word_at(tokens, at)
    if word.isdecimal() and 1 <= int(word) <= 31 and len(word) <= 2:
        return int(word), at + 2 if word_at(tokens, at + 1) in _ENDINGS else at + 1
    return numerals.ordinal(tokens, at)


def _year(tokens: Sequence[Token], at: int) -> int | None:
    word = word_at(tokens, at)
    return int(word) if len(word) == 4 and word.isdecimal() and 1000 <= int(word) <= 2199 else None


def _month(tokens: Sequence[Token], at: int) -> int:
    word = word_at(tokens, at)
    if (
        word in ("may", "march", "mar", "jan")
        and at < len(tokens)
        and not tokens[at].text[0].isupper()
        and not word_at(tokens, at - 1).isdecimal()
        and not word_at(tokens, at + 1).isdecimal()
    ):
        return 0
    return int(calendar("month").get(word, 0))


def is_month(word: str) -> bool:
    """Tell whether a word in normal form is a month's name."""
    return word in calendar("month")


def _iso(tokens: Sequence[Token], at: int) -> Date | None:
    """2025-10-07, 07/10/2025 (read as day/month unless that cannot be)."""
    words = [word_at(tokens, at + k) for k in range(5)]
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
    low, high = interval(year, month, day)
    if len(words[0]) != 4 and a <= 12 and b <= 12 and a != b:
        return None  # 07/10/2025 has two readings; neither is taken
    return Date(at, at + 5, low, high)


def _with_year(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    """Read an optional year after a month: "October 2025", "October, 2025", "October of 2025"."""
    skip = at + 1 if word_at(tokens, at) in (",", "of") else at
    skip = skip + 1 if word_at(tokens, skip) == "the" and word_at(tokens, skip + 1) == "year" else skip
    skip = skip + 1 if word_at(tokens, skip) == "year" else skip
    year = _year(tokens, skip)
    return (year, skip + 1) if year else (None, at)


def _days(at: int, last: int, year: int | None, month: int, day: int, until: int) -> Date:
    """Return the date of a day, or of the days from one to another, of a month; tokens[at:last] are its text."""
    low, high = interval(year, month, day)[0], interval(year, month, until)[1]
    return Date(at, last, low, high, yearless=year is None, ranged=until != day)


def _nth_weekday(tokens: Sequence[Token], at: int) -> Date | None:
    """The first Monday in March [2014]: a week of the month, and the weekday; the day itself where the year is known."""
    word, weekday = word_at(tokens, at), WEEKDAYS.get(word_at(tokens, at + 1), 0)
    month = _month(tokens, at + 3) if word_at(tokens, at + 2) in ("in", "of") else 0
    if not weekday or not month or not (word == "last" or 0 < numerals.rank(word) <= _WEEKS):
        return None
    year, last = _with_year(tokens, at + 4)
    if word == "last":
        low, high = interval(year, month, MONTH - 6)[0], interval(year, month)[1]
        return Date(at, last, low, high, yearless=year is None, weekday=weekday)
    first = 7 * numerals.rank(word) - 6
    low, high = interval(year, month, first)[0], interval(year, month, first + 6)[0]
    found = Date(at, last, low, high, yearless=year is None, weekday=weekday)
    return found if year is None else narrowed(found)


def _day_first(tokens: Sequence[Token], at: int) -> Date | None:
    found = _day(tokens, at)
    if found is None:
        return None
    day, next_ = found
    until, after = day, next_
    if (
        after < len(tokens)
        and (is_dash(tokens[after]) or word_at(tokens, after) in ("to", "and"))
        and (second := _day(tokens, after + 1))
    ) and _month(tokens, second[1]):
        until, next_ = second
    next_ = next_ + 1 if word_at(tokens, next_) == "of" else next_
    month = _month(tokens, next_)
    if not month:
        return None
    year, last = _with_year(tokens, next_ + 1)
    return _days(at, last, year, month, day, until)


def _month_first(tokens: Sequence[Token], at: int) -> Date | None:
    month = _month(tokens, at)
    if not month:
        return None
    next_ = at + 2 if word_at(tokens, at + 1) == "the" else at + 1
    next_ = next_ + 1 if next_ < len(tokens) and tokens[next_].text == "." else next_
    found = _day(tokens, next_)
    if found is None:
        year, last = _with_year(tokens, at + 1)
        low, high = interval(year, month)
        return Date(at, last, low, high, yearless=year is None)
    day, after = found
    until = day
    if (
        after < len(tokens)
        and (is_dash(tokens[after]) or word_at(tokens, after) in ("to", "through", "and", "till", "until"))
        and (second := _day(tokens, after + 1))
    ):
        until, after = second
    year, last = _with_year(tokens, after)
    return _days(at, last, year, month, day, until)


def _season(tokens: Sequence[Token], at: int) -> Date | None:
    span = calendar("season").get(word_at(tokens, at))
    skip = at + 2 if word_at(tokens, at + 1) == "of" else at + 1
    year = _year(tokens, skip) if span else None
    if not (span and year):
        return None
    low, high = map(int, span.split())
    return Date(at, skip + 1, interval(year, low)[0], interval(year, high)[1])


def _century(tokens: Sequence[Token], at: int) -> Date | None:
    number, last = 0, at + 1
    if word_at(tokens, at).isdecimal() and word_at(tokens, at + 1) in _ENDINGS:
        number, last = int(word_at(tokens, at)), at + 2
    elif written := numerals.ordinal(tokens, at):
        number, last = written
    if not number or word_at(tokens, last + (word_at(tokens, last) == "-")) not in ("century", "centuries"):
        return None
    last += 1 + (word_at(tokens, last) == "-")
    before = word_at(tokens, last) in ("bc", "bce")
    last += word_at(tokens, last) in ("bc", "bce", "ad", "ce")
    low, high = (-100 * number, -100 * (number - 1) - 1) if before else (100 * (number - 1) + 1, 100 * number)
    return Date(at, last, interval(low)[0], interval(high)[1])


def _bare_year(tokens: Sequence[Token], at: int) -> Date | None:
    """A year of its own (2001), with an era (120 BC, AD 55), or a financial year (2026/27)."""
    if found := _era_year(tokens, at):
        return found
    year = _year(tokens, at)
    before, after = tokens[at - 1].norm if at else "", word_at(tokens, at + 1)
    if year is None or (at and tokens[at - 1].text in "$€£¥₹"):
        return None
    if after in ("/", "-", "–") and at + 2 < len(tokens) and tokens[at + 2].norm.isdecimal() and tokens[at + 2].glued:
        second = word_at(tokens, at + 2)
        end = int(str(year)[:2] + second) if len(second) == 2 else int(second)
        if year < end <= 2199:
            return Date(at, at + 3, interval(year)[0], interval(end)[1])
    plain = year < 1500 and before not in _YEAR_WORDS
    if plain or after in ("percent", "%", "per", "km", "kilometres", "metres", "people", "euros", "dollars", "pounds"):
        return None
    return Date(at, at + 1, *interval(year))


def _era_year(tokens: Sequence[Token], at: int) -> Date | None:
    word = word_at(tokens, at)
    if word in ("ad", "ce") and word_at(tokens, at + 1).isdecimal():
        return Date(at, at + 2, *interval(int(word_at(tokens, at + 1))))
    if not word.isdecimal():
        return None
    last, era = at + 1, word_at(tokens, at + 1)
    if era in ("and", "to", "-") and word_at(tokens, at + 2).isdecimal() and word_at(tokens, at + 3) in ("bc", "bce"):
        return Date(at, at + 1, *interval(-int(word)))
    if era in ("bc", "bce", "ad", "ce"):
        return Date(at, last + 1, *interval(-int(word) if era.startswith("b") else int(word)))
    return None
