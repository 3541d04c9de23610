"""Reported speech: whether words of a sentence are what somebody is said to have said, so that they are not the writer's."""

from __future__ import annotations

import re
from functools import cache

from factcheck.findings import Span
from factcheck.statement import Frame, Statement, Unit, parse
from factcheck.words import reporting

_ADDED = re.compile(r"\s*(?:[,(–—-]|\b(?:so|as)\b)")  # how a clause begins that is put in or added
_MARK = re.compile(r"\s*[,(–—-]\s*")
_PUT_IN = re.compile(r"\s*[,(–—-]\s*(?:\w+\s+){1,3}")  # "(he says)", up to the verb
_END_OF_PUT_IN = re.compile(r"\s*[,)–—-]")
_AS = re.compile(r"\W*as\b", re.IGNORECASE)
_WHOSE = re.compile(
    r"(?<=to|of|er)\s+(?:(?!(?:him|her|it|them|me|us|you)\b)\w+\s+){0,2}"
)  # "according to", up to the name
_BRACKETS = re.compile(r"\([^()]*\)")
_THAT = "SDON"  # what links a clause to the verb before it: "that", "the", "it", somebody who is told
_TO = "T"
_OPENED_BY = "S"  # "although", "before", "as"


def is_reported(text: str, words: Span) -> bool:
    """Tell whether words stand in what somebody says, thinks or is said to do, by name or as "he", "they", "it is said"."""
    if any(not _WHOSE.fullmatch(text, found.end(), words.start) for found in _hearsay().finditer(text)):
        return True
    said = parse(text)
    if _is_attributed_in_brackets(said, words):
        return True
    own = next((number for number, frame in enumerate(said.frames) if frame.start <= words.start < frame.end), 0)
    return any(_reports(said, number, own, words) for number in range(len(said.frames)))


def _is_attributed_in_brackets(said: Statement, words: Span) -> bool:
    """Tell whether brackets behind words say who says so: "(they say)"."""
    spans = [found.span() for found in _BRACKETS.finditer(said.text) if found.start() > words.start]
    verbs = (unit for unit in said.units if unit.pos == "v" and unit.lemma in reporting()["verb"])
    return any(start < verb.start < end for verb in verbs for start, end in spans)


@cache
def _hearsay() -> re.Pattern[str]:
    """Return what finds the words that make all of a sentence somebody else's: "allegedly", "in his view"."""
    return re.compile(rf"\b(?:{'|'.join(sorted(reporting()['hearsay']))})\b", re.IGNORECASE)


def _reports(said: Statement, number: int, own: int, words: Span) -> bool:
    """Tell whether a clause says who says what stands in the clause `own`."""
    frame = said.frames[number]
    if frame.verb < 0 or said.units[frame.verb].lemma.partition(" ")[0] not in reporting()["verb"]:
        return False
    if number < own:
        return _introduces(said, number)
    verb = said.units[frame.verb]
    inverted = number > own and bool(_MARK.fullmatch(said.text, frame.start, verb.start))  # ", said the mayor"
    if frame.passive or (_has_object(said, frame) and not inverted):
        return False
    if number > own:
        return inverted or bool(_ADDED.match(said.text, frame.start))
    return not _has_that(said, number) and _is_put_in(said, frame, verb, words)


def _introduces(said: Statement, number: int) -> bool:
    """Tell whether what comes behind a reporting clause is what it reports."""
    frame = said.frames[number]
    if _has_that(said, number):
        return True
    if frame.passive or said.frames[number + 1].link == _TO:
        return frame.passive and said.frames[number + 1].link == _TO
    speaks = bool(said.text[frame.start : said.units[frame.verb].start].strip())
    beside = frame.link == _OPENED_BY and not _AS.match(said.text, frame.start)
    return speaks and not beside and not _has_object(said, frame)


def _has_that(said: Statement, number: int) -> bool:
    """Tell whether a clause follows that its verb leads to."""
    link = said.frames[number + 1].link if number + 1 < len(said.frames) else ""
    return bool(link) and link in _THAT


def _is_put_in(said: Statement, frame: Frame, verb: Unit, words: Span) -> bool:
    """Tell whether "he says" is put in beside words of the same clause: "in May 1923 (he says)", "- he says - in May"."""
    if words.end <= verb.start:
        return bool(_PUT_IN.fullmatch(said.text, words.end, verb.start))
    return bool(_ADDED.match(said.text, frame.start) and _END_OF_PUT_IN.match(said.text, verb.end))


def _has_object(said: Statement, frame: Frame) -> bool:
    return any(said.units[each].weight for each in frame.object)
