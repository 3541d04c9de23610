"""The options that go with `--format claimreview`: what a published review says of itself."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from factcheck.reports import Format, Review

_URL = re.compile(r"https?://(?![/?#:])[^\x00-\x20\x7f-\xa0\"<>\\^`{|}]+", re.IGNORECASE)


def _url(value: str) -> str:
    """Accept the address of a page on the web."""
    if value and not _URL.fullmatch(value):
        raise typer.BadParameter(f"'{value}' is no address; give one like https://example.org/review")
    return value


def _date(value: str) -> str:
    """Accept a date of the calendar."""
    from datetime import date

    try:
        known = not value or date.fromisoformat(value).isoformat() == value
    except ValueError:
        known = False
    if not known:
        raise typer.BadParameter(f"'{value}' is no date; write it as 2026-01-31")
    return value


Url = Annotated[
    str,
    typer.Option("--review-url", metavar="URL", callback=_url, help="claimreview: where it is published."),
]
Author = Annotated[str, typer.Option("--author", metavar="NAME", help="claimreview: who publishes it.")]
Date = Annotated[
    str, typer.Option("--date", metavar="YYYY-MM-DD", callback=_date, help="claimreview: the day it is published.")
]


def read(format_: Format | None, url: str, author: str, date: str, author_is_typed: bool = True) -> Review:
    """Return what the options say; with another format they are an error, but for an author who is only configured."""
    typed = author.strip() if author_is_typed else ""
    given = [name for name, value in (("--review-url", url), ("--author", typed), ("--date", date)) if value]
    if given and format_ != "claimreview":
        raise typer.BadParameter(f"{given[0]} goes with --format claimreview")
    return Review(url, author.strip(), date)
