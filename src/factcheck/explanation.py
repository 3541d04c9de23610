"""How a verdict came about, in plain values: what was read, what it was compared with, and which rule decided."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a detail as it was read; text[start:end] of the sentence.

    `meaning` is a word's base form or a detail's value, `role` its place in its clause ("verb", "subject", "object" or a
    preposition), `marks` what else was noted ("negated", "only"). What weighs nothing needs no partner in a claim.
    """

    text: str
    start: int
    end: int
    kind: str
    meaning: str
    role: str
    weight: float
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as it was read; the subject of a passive is its object."""

    text: str
    start: int
    end: int
    verb: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A wording of a claim that the sentence was compared with, the best find first.

    `score` is what the index found in common; `uncovered` is the share of the sentence's weight that the wording does
    not state, 0 to 1; `sense_kept` says whether order, negation and quantifiers of what it does state are the same.
    """

    claim: str
    role: str
    text: str
    score: float
    uncovered: float
    sense_kept: bool
    conflicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Partner:
    """A word of the sentence and its partner in a wording, "" where it has none.

    `level` is how they match: "same", "synonym", "entailed" (the source is more exact), …, "opposite" (a negation makes
    them the same), "reckoned" (it follows from figures), "topic" (it goes without saying), "none". `covered` is the share
    of the word's weight that is stated, `conflict` the kind of clash, "" where there is none.
    """

    said: str
    stated: str
    level: str
    covered: float
    conflict: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the sentence, or the `whole`, that was judged: its verdict, the rule that gave it, the wording it went by.

    `uncovered` is the share of its weight that the rule found unstated, 0 to 1; `sense_kept` is as for Compared.
    """

    text: str
    whole: bool
    label: str
    rule: str
    why: str
    uncovered: float
    claim: str
    role: str
    wording: str
    sense_kept: bool
    partners: tuple[Partner, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """How the verdict on a sentence came about; `why` says how those on its parts make it up."""

    why: str
    marks: tuple[str, ...]
    words: tuple[Word, ...]
    clauses: tuple[Clause, ...]
    parts: tuple[Part, ...]
    compared: tuple[Compared, ...]
