"""Read the tables under knowledge/: tab-separated rows, `#` comments, members separated by ", "."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "knowledge"


def rows(name: str) -> list[list[str]]:
    """Return the rows of knowledge/NAME.tsv, each a list of columns."""
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line and line[0] != "#"]


@cache
def groups(name: str) -> dict[str, frozenset[str]]:
    """Return a two-column table `key<TAB>member, member` as a dictionary of sets."""
    table: dict[str, frozenset[str]] = {}
    for key, members in rows(name):
        table[key] = table.get(key, frozenset()) | frozenset(members.split(", "))
    return table


@cache
def kinds(name: str) -> dict[str, str]:
    """Return a table `kind<TAB>word, word` as a dictionary from each word to its kind; ValueError where a word has two."""
    table: dict[str, str] = {}
    for kind, words in rows(name):
        for word in words.split(", "):
            if table.setdefault(word, kind) != kind:
                raise ValueError(f"knowledge/{name}.tsv: {word} is of two kinds, {table[word]} and {kind}")
    return table


@cache
def phrases(name: str) -> dict[tuple[str, ...], str]:
    """Return such a table with each phrase as a tuple of words."""
    return {tuple(phrase.split()): kind for phrase, kind in kinds(name).items()}


@cache
def across(name: str) -> dict[str, frozenset[str]]:
    """Return a table of two sides `member, member<TAB>member, member` as a dictionary from each member to the other side's."""
    table: dict[str, frozenset[str]] = {}
    for left, right in rows(name):
        for one, others in ((left, right), (right, left)):
            for member in one.split(", "):
                table[member] = table.get(member, frozenset()) | frozenset(others.split(", "))
    return table
