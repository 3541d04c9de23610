"""A refuted sentence whose only clash is one date, quantity or name: what to write in its place.

A fix is made from a verdict alone. Whether the sentence is SUPPORTED with it, and whether other claims would have it
otherwise, is for corrections.py to see.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck import quotations
from factcheck.findings import Finding, Relation, Span
from factcheck.fixes import dates, names, quantities
from factcheck.fixes.names import Place
from factcheck.fixes.reported import is_reported
from factcheck.statement import parse
from factcheck.tokens import tokenize
from factcheck.verdict import Label, Verdict

_WEEKDAY = re.compile(r"\b(?:Mon|Tue|Tues|Wednes|Wed|Thu|Thurs|Fri|Sat|Satur|Sun)(?:day)?s?\b")
_ARTICLE = re.compile(r"\ban?\s+$", re.IGNORECASE)
_TAKES_AN = re.compile(r"[aeio]|8|11\b|18\b", re.IGNORECASE)
_TAKES_EITHER = re.compile(r"u|eu|on[ce]|ho", re.IGNORECASE)  # an urn, a unit
_OF = re.compile(r"\s+of\b", re.IGNORECASE)
_LINE_END = re.compile(r"[ \t]*[\r\n]\s*")


@dataclass(frozen=True, slots=True)
class Fix:
    """Words of a sentence, and those to write in their place."""

    said: Span
    words: str

    def apply(self, text: str) -> str:
        """Return the sentence with the words in their place, and nothing else changed."""
        return f"{text[: self.said.start]}{self.words}{text[self.said.end :]}"


def fix(verdict: Verdict) -> Fix | None:
    """Return how to mend a refuted sentence, None where more than one thing clashes or no words are sure to fit."""
    clash = _only_clash(verdict)
    if not (clash and clash.said and clash.stated and verdict.claim):
        return None
    text, said, stated = verdict.sentence.text, clash.said, clash.stated
    source = verdict.claim.excerpt if clash.where == "excerpt" else verdict.claim.statement
    words = _broken_like(
        said.text, _worded(clash.kind, Place(text, said.start, said.end), Place(source, stated.start, stated.end))
    )
    if not words or words == said.text or not _fits(text, said, words, clash.kind):
        return None
    return Fix(said, words)


def _only_clash(verdict: Verdict) -> Finding | None:
    """Return what clashes if it is one thing, and a claim that is held to be true says it."""
    if verdict.label is not Label.REFUTED or verdict.others or not verdict.claim or verdict.claim.rating != "true":
        return None
    clashes = [finding for finding in verdict.findings if finding.relation is Relation.CONFLICTS]
    return clashes[0] if len(clashes) == 1 else None


def _worded(kind: str, said: Place, stated: Place) -> str:
    """Return what the source states in the form that the sentence needs, "" where there is none."""
    match kind:
        case "date":
            return dates.worded(said.words, stated.words)
        case "quantity":
            return quantities.worded(said.words, stated.words, bool(_OF.match(said.text, said.end)))
        case "name" | "attribution":
            return names.worded(said, stated)
    return ""


def _broken_like(said: str, words: str) -> str:
    """Return words with the line end that stands in what they replace, so that no line moves; "" where it finds no room."""
    line_end = _LINE_END.search(said)
    if not line_end or line_end[0] in words:
        return words
    before = len(said[: line_end.start()].split())
    parts = words.split(" ")
    return f"{' '.join(parts[:before])}{line_end[0]}{' '.join(parts[before:])}" if len(parts) > before else ""


def _fits(text: str, said: Span, words: str, kind: str) -> bool:
    """Tell whether words can take the place of others without touching grammar, what else is said, or what others say."""
    if quotations.is_quoted(text, said.start, said.end) or is_reported(text, said):
        return False
    if kind == "date" and _WEEKDAY.search(text):
        return False
    rest = f"{text[: said.start]} {text[said.end :]}"
    return _fits_article(text[: said.start], words) and not _says_already(rest, words) and not _denies(text)


def _fits_article(before: str, words: str) -> bool:
    """Tell whether the "a" or "an" before words is the right one."""
    article = _ARTICLE.search(before)
    if not article:
        return True
    return not _TAKES_EITHER.match(words) and (len(article[0].rstrip()) == 2) == bool(_TAKES_AN.match(words))


def _says_already(rest: str, words: str) -> bool:
    """Tell whether the rest of a sentence has the same words, as in "in 2024, not in 2025"."""
    norms = [token.norm for token in tokenize(words)]
    others = [token.norm for token in tokenize(rest)]
    return any(others[at : at + len(norms)] == norms for at in range(len(others)))


def _denies(text: str) -> bool:
    """Tell whether a sentence denies something, so that what is right need not be what it should say."""
    return any(unit.negated for unit in parse(text).units)
