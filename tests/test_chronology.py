"""Dates moved by a span and told apart by one, times of day, and when the acts of a sentence happened."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import notation
from factcheck.details import dates
from factcheck.details.days import Date
from factcheck.details.shifts import Shift, apart, moved, slot_of, weekday_of
from factcheck.statement import parse
from factcheck.tokens import tokenize

DAYS = st.dates(date(1600, 1, 1), date(2400, 12, 31))
COUNTS = st.integers(1, 400)


def on(day: date) -> Date:
    return Date(0, 1, slot_of(day), slot_of(day))


@given(DAYS, COUNTS)
def test_days_are_moved_by_the_calendar(day: date, count: int) -> None:
    later = moved(on(day), Shift(count, "day"), 1)
    assert later == on(day + timedelta(count))
    assert moved(later, Shift(count, "day"), -1) == on(day)
    assert apart(on(day), later, "day") == (count, count)


@given(DAYS, COUNTS, st.sampled_from(("month", "year")))
def test_what_is_moved_by_a_span_lies_that_far_apart(day: date, count: int, unit: str) -> None:
    later = moved(on(day), Shift(count, unit), 1)
    assert later
    assert apart(on(day), later, unit) == (count, count)


@given(DAYS, st.integers(1, 7))
def test_the_following_weekday_is_within_a_week(day: date, weekday: int) -> None:
    later = moved(on(day), Shift(1, "day", weekday), 1)
    assert later
    assert weekday_of(later) == weekday
    assert on(day).low < later.low
    assert apart(on(day), later, "day") in [(days, days) for days in range(1, 8)]


@given(DAYS)
def test_a_weekday_is_that_of_the_calendar(day: date) -> None:
    assert weekday_of(on(day)) == day.isoweekday()


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_time_of_day_in_its_notations(hour: int, minute: int) -> None:
    half = "a.m." if hour < 12 else "p.m."
    (one,), (other,) = (
        dates.find(tokenize(f"It left at {text} on the dot."))
        for text in (f"{hour:02}:{minute:02}", f"{(hour - 1) % 12 + 1}.{minute:02} {half}")
    )
    assert dates.compare(one, other) == "agrees"
    assert notation.date(one) == notation.date(other) == f"{hour:02}:{minute:02}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mill was built in 1820 and burned down four years later.", {"build": "1820", "burn down": "1824"}),
        ("The mill burned down in 1824, four years after it was built.", {"burn down": "1824", "build": "1820"}),
        ("The accord was broken on 30 May 2011 and renewed the next month.", {"break": "2011-05-30", "renew": "2011-06"}),
        ("The pond froze on Friday 3 January and thawed the following Monday.", {"freeze": "XXXX-01-03", "thaw": "XXXX-01-06"}),
        ("The pond froze in 1820 and thawed soon after.", {"freeze": "1820"}),
        ("The pond froze about 1820 and thawed two years later.", {"freeze": "1810/1830"}),
        ("The poet was born in 1872 and retired in 1930.", {"born": "1872", "retire": "1930"}),
    ],
)  # fmt: skip
def test_when_acts_happened(text: str, told: dict[str, str]) -> None:
    statement = parse(text)
    found = {
        statement.units[event.act].lemma.removesuffix(" in"): notation.date(event.when) for event in statement.events
    }
    assert found == told
