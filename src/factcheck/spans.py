"""Units as the stretches of text that a reader is shown: with the small words that make them what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factcheck import lemmas, wordclasses
from factcheck.details import negation, numerals, order
from factcheck.findings import Span
from factcheck.statement import Statement, Unit
from factcheck.tables import kinds
from factcheck.tokens import Token, tokenize

_REACH = 6  # tokens before a word in which its "not", "all" or "second" may stand
_LONGEST = 4  # words of "by no means"
_STOPS = frozenset(".,;:!?()")
_AROUND = " \t\n,;:.-–—"  # what is left away at both ends of a clause
_OPENED = ("negation", "scope", "rank", "order")  # kinds of detail that begin with a word before the unit
_LOOSE = ("wording", "negation")  # kinds of detail in which small words may stand between the units
_TOUCHING = re.compile(r"[\s\-‐‑]*")
_NEAR = re.compile(
    r"(?:[\s\-‐‑'’]|\b(?:an?|the|of|in|on|at|to|by|for|from|with|and|or|as|its|their|his|her|s|is|was|were|are|be|been"
    r"|has|have|had|it|that|which|who)\b)*",
    re.IGNORECASE,
)


def shown(statement: Statement, number: int, kind: str = "") -> Span:
    """Return a unit as one reads it: with the "not", the quantifier, the rank or the comparison that it stands for."""
    unit = statement.units[number]
    start, end = unit.start, unit.end
    if kind == "denial" and not (unit.role == "v" and unit.weight >= 1):
        return clause(statement, number)
    if kind == "order":
        start, end = _compared(statement, number)
    if kind == "role":
        start = min(start, *_describing(statement, number))
    if kind in _OPENED and (kind != "negation" or unit.negated):
        start = min(start, _opening(statement, unit, kind))
    return span(statement.text, start, end)


def _describing(statement: Statement, number: int) -> list[int]:
    """Return where each word stands that describes a noun, and the noun itself: the smaller navy."""
    return [unit.start for at, unit in enumerate(statement.units) if number in (at, statement.heads[at])]


def is_ranked(unit: Unit) -> bool:
    """Tell whether a word comes with its rank, as "second-largest" does."""
    return unit.kind == "word" and " " in unit.lemma and numerals.rank(unit.lemma.partition(" ")[0]) > 0


def clause(statement: Statement, number: int) -> Span:
    """Return the clause that a unit is in, without the signs and spaces around it."""
    frame = statement.frames[statement.units[number].clause]
    words = statement.text[frame.start : frame.end]
    start = frame.start + len(words) - len(words.lstrip(_AROUND))
    return span(statement.text, start, start + len(words.strip(_AROUND)))


def is_compared(statement: Statement, number: int) -> bool:
    """Tell whether a unit is part of a comparison: "cheaper than the loaves"."""
    return any(number in (link.measure, link.right[0]) for link in statement.links)


def _compared(statement: Statement, number: int) -> tuple[int, int]:
    """Return where the comparison begins and ends that a unit is part of, or where the unit does."""
    units = statement.units
    for link in statement.links:
        if number in (link.measure, link.right[0]):
            first = link.measure if link.measure >= 0 else number
            return units[first].start, units[link.right[-1]].end
    return units[number].start, units[number].end


def _opening(statement: Statement, unit: Unit, kind: str) -> int:
    """Return where the words stand that open a detail of this kind, else where the unit itself starts."""
    tokens = tokenize(statement.text)
    for at in range(unit.first - 1, max(unit.first - _REACH, 0) - 1, -1):
        if _opens(tokens[at : at + _LONGEST], kind):
            auxiliary = (
                kind == "negation" and at and wordclasses.closed_class().get(tokens[at - 1].norm, "") in ("X", "M")
            )
            return tokens[at - 1 if auxiliary else at].start
        if tokens[at].text in _STOPS:
            break
    return unit.start


def _opens(tokens: Sequence[Token], kind: str) -> bool:
    """Tell whether a detail of this kind may begin with the first of some tokens."""
    word = tokens[0].norm
    if kind == "rank":
        return numerals.rank(word) > 0
    if kind == "order":
        return word in order.RELATIONS
    phrases = (" ".join(token.norm for token in tokens[:size]) for size in range(1, len(tokens) + 1))
    if kind == "scope":
        return any(phrase in kinds("scope") for phrase in phrases)
    return negation.is_cue(lemmas.lemma(word, "v")) or any(negation.is_cue(phrase) for phrase in phrases)


def span(text: str, start: int, end: int) -> Span:
    """Return a stretch of text as a span."""
    return Span(text[start:end], start, end)


def union(text: str, parts: Sequence[Span]) -> Span | None:
    """Return the stretch of text from the first to the last of some spans, None where there are none."""
    return span(text, min(part.start for part in parts), max(part.end for part in parts)) if parts else None


def touches(one: Span, others: Iterable[Span]) -> bool:
    """Tell whether a span overlaps any of some others."""
    return any(one.start < other.end and other.start < one.end for other in others)


def adjoin(statement: Statement, one: int, other: int) -> bool:
    """Tell whether nothing but small words stands between two units."""
    return _NEAR.fullmatch(statement.text, statement.units[one].end, statement.units[other].start) is not None


def together(text: str, one: Span, other: Span, kind: str) -> Span | None:
    """Return two spans as one where hardly anything stands between them."""
    first, second = sorted((one, other), key=lambda part: part.start)
    gap = _NEAR if kind in _LOOSE else _TOUCHING
    near = second.start <= first.end or gap.fullmatch(text, first.end, second.start)
    return union(text, (one, other)) if near else None
