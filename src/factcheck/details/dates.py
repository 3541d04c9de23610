"""Dates in a text, each with what stands around it: a part, a second date that makes it a range, a relation.

date   = [relation] [part "of"] written | date ("to" | "-" | "and") date
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.details import clocks, numerals
from factcheck.details.days import MONTH, WEEKDAYS, YEAR, Date, calendar
from factcheck.details.periods import compare, span
from factcheck.details.written import is_month, read, word_at
from factcheck.tokens import Token, is_dash
from factcheck.wordclasses import is_common_noun

_CIRCA = frozenset(("around", "about", "circa", "c.", "ca.", "ca", "roughly", "approximately"))


_LENGTHS = {month: 30 if month in (4, 6, 9, 11) else 31 for month in range(1, 13) if month != 2}  # days of a month
_SIZES = {"days": 1, "weeks": 7, "months": MONTH, "years": YEAR}


def find(tokens: Sequence[Token]) -> list[Date]:
    """Return the dates in tokens, left to right; ranges and "between … and …" count as one."""
    found: list[Date] = []
    at = 0
    while at < len(tokens):
        date = _date(tokens, at)
        if date is None:
            at += 1
            continue
        date = _join_range(tokens, date._replace(weekday=date.weekday or _weekday_before(tokens, date)))
        found.append(_with_relation(tokens, date))
        at = date.last
    return found


def _date(tokens: Sequence[Token], at: int) -> Date | None:
    if clock := clocks.read(tokens, at):
        return clock
    date = read(tokens, at)
    return _with_part(tokens, date) if date else None


def _weekday_before(tokens: Sequence[Token], date: Date) -> int:
    """Return the weekday that is told with a day: "Monday 3 March", "on Monday, 3 March"."""
    at = date.first - (2 if word_at(tokens, date.first - 1) == "," else 1)
    at -= word_at(tokens, at) == "the"
    return WEEKDAYS.get(word_at(tokens, at), 0) if date.low == date.high and not date.clock else 0


def _with_part(tokens: Sequence[Token], date: Date) -> Date:
    """Narrow a date by "early", "mid-", "the end of", "the first half of" before it."""
    at = date.first
    while at > 0 and date.first - at < 3 and word_at(tokens, at - 1) in ("of", "the", "-", "–"):
        at -= 1
    if counted := _counted_part(tokens, date, at) or _outermost_day(tokens, date, at):
        return counted
    filler, one, two = date.first - at, word_at(tokens, at - 1), f"{word_at(tokens, at - 2)}-{word_at(tokens, at - 1)}"
    key = two if two in calendar("part") else one
    at -= 2 if key == two else 1
    part = calendar("part").get(key)
    if part is None or (not filler and key in ("start", "end", "beginning", "middle", "first", "second")):
        return date
    low, high = map(float, part.split())
    width = date.high - date.low + 1
    return date._replace(first=at, low=date.low + low * width, high=date.low + high * width - 1)


def _counted_part(tokens: Sequence[Token], date: Date, at: int) -> Date | None:
    """Narrow a date by "the first nine months of", "the last 10 days of" that ends at a token."""
    size, end, count = _SIZES.get(word_at(tokens, at - 1), 0), word_at(tokens, at - 3), word_at(tokens, at - 2)
    number = int(count) if count.isdecimal() else numerals.small(count)
    if end not in ("first", "last") or not 0 < number * size < date.high - date.low + 1 or at == date.first:
        return None
    if end == "first":
        return date._replace(first=at - 3, high=date.low + number * size - 1)
    return date._replace(first=at - 3, low=date.high - number * size + 1)


def _outermost_day(tokens: Sequence[Token], date: Date, at: int) -> Date | None:
    """Narrow a month by "the first day of", "the last day of" that ends at a token."""
    end, day = word_at(tokens, at - 2), word_at(tokens, at - 1)
    month = int(date.low % YEAR // MONTH) + 1
    if day != "day" or end not in ("first", "last") or date.high - date.low + 1 > MONTH or at == date.first:
        return None
    if end == "first":
        return date._replace(first=at - 2, high=date.low)
    last = date.low - date.low % MONTH + _LENGTHS.get(month, 0) - 1
    return date._replace(first=at - 2, low=last, high=last) if month in _LENGTHS else None


def _join_range(tokens: Sequence[Token], date: Date) -> Date:
    """Join "January to September 2025", "between 5 June and 21 July", "2021-2025"."""
    at = date.last
    if at + 1 >= len(tokens):
        return date
    joiner, before = word_at(tokens, at), word_at(tokens, date.first - 1)
    joins = (
        is_dash(tokens[at]) or joiner in ("to", "until", "till", "through") or (joiner == "and" and before == "between")
    )
    skip = at + 2 if word_at(tokens, at + 1) == "the" else at + 1
    second = _date(tokens, skip) if joins and skip < len(tokens) else None
    if second is None or second.first > skip + 2 or second.clock != date.clock:
        return date
    if date.yearless and not second.yearless:
        year = second.low // YEAR * YEAR
        date = date._replace(low=date.low + year, high=date.high + year, yearless=False)
    if date.yearless != second.yearless or date.low > second.high:
        return date
    return date._replace(last=second.last, high=second.high, ranged=True)


def _is_of_what_follows(tokens: Sequence[Token], date: Date) -> bool:
    """Tell whether a date stands before the noun that it is of: "the 1921 fire", "the October 2025 vote"."""
    after = tokens[date.last] if date.last < len(tokens) else None
    return after is not None and after.text.isalpha() and is_common_noun(after.norm)


def _with_relation(tokens: Sequence[Token], date: Date) -> Date:
    at, before = date.first - 1, word_at(tokens, date.first - 1)
    if before in WEEKDAYS:
        at -= 1
        before = word_at(tokens, at)
    if before == "the" or before in ("year", "on"):
        at -= 1
        before = word_at(tokens, at) if word_at(tokens, at) in calendar("relation") else before
    circa = at >= 0 and tokens[at].norm in _CIRCA
    if circa:
        before = word_at(tokens, at - 1)
    if before == "to" and word_at(tokens, at - 1) == "up":
        before = "until"
    relation = calendar("relation").get(before, "in")
    if word_at(tokens, date.first - 1) == "the" and _is_of_what_follows(tokens, date):
        relation = "in"  # "after the 1921 fire"
    onwards = word_at(tokens, date.last) in ("on", "onwards", "onward")
    if before == "from" and not onwards and date.high - date.low >= 360:
        relation = "in"  # "an agreement from 2001" is of that year
    if date.ranged or (relation == "before" and before == "to"):
        relation = "in"
    return date._replace(relation=relation, word=before, circa=circa)


__all__ = ["Date", "compare", "find", "is_month", "span"]
