"""Assertion: whether a sentence asserts anything, or asks, wishes or makes an exception."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from factcheck.draft import Draft
from factcheck.tokens import Token
from factcheck.words import reporting

_EXCEPTING = frozenset(("except", "besides", "barring", "excepting"))
_EXCEPTING_PAIRS = frozenset(
    (
        ("apart", "from"),
        ("aside", "from"),
        ("other", "than"),
        ("except", "for"),
        ("nobody", "but"),
        ("none", "but"),
    )
)
_LONGEST = 6  # tokens of an opening phrase
_MARKS = (",", ":", "!", "-", "–", "—")  # what sets an opening off
_GREETED = 5  # tokens in which a greeting names whom it greets
_CLOSING = 7  # tokens of a closing
_ASSERTION = 2.5  # weight below which a text beside a question asserts too little to stand alone
_UNREAL = re.compile(r"^had\b|\bif\b[^.;]*\bhad\b|\b(?:without|but for)\b", re.IGNORECASE)
_WOULD_HAVE = re.compile(r"\b(?:would|could|might)(?:n't| not)? have\b", re.IGNORECASE)
_ALL_BUT = 4  # tokens before "but" in which "all" stands
_WHOLE = frozenset(("all", "every", "each", "everyone", "everybody"))


def framing(tokens: Sequence[Token]) -> set[int]:
    """Return the tokens of a greeting, an opening such as "FYI" or "please note that", and a closing: they assert nothing."""
    first = _after_greeting(tokens)
    while opener := _opener(tokens, first):
        first += opener
    last = len(tokens)
    for index in range(last - 1, max(last - _CLOSING, first), -1):
        if tokens[index - 1].text in ".!?" and _opens(tokens, index, "closing"):
            last = index
    return {*range(first), *range(last, len(tokens))}


def _opener(tokens: Sequence[Token], first: int) -> int:
    """Return how many tokens an opening and the mark after it are; 0 where there is none, or nothing follows."""
    length, headline = _opens(tokens, first, "opener"), _opens(tokens, first, "headline")
    end = first + max(length, headline)
    marked = end < len(tokens) and tokens[end].text in _MARKS
    if not length and not (headline and marked):
        return 0
    end += marked
    return end - first if end < len(tokens) else 0


def _after_greeting(tokens: Sequence[Token]) -> int:
    """Return where a text goes on after "Hi Anna," or "Dear colleagues:"."""
    length = _opens(tokens, 0, "greeting")
    ends = (index + 1 for index in range(length, min(length + _GREETED, len(tokens))) if tokens[index].text in _MARKS)
    end = next(ends, 0) if length else 0
    return end if end < len(tokens) else 0


def _opens(tokens: Sequence[Token], first: int, kind: str) -> int:
    """Return how many tokens from `first` on are the longest phrase of a kind, or 0."""
    lengths = (length for length in range(_LONGEST, 0, -1) if first + length <= len(tokens))
    return next((n for n in lengths if " ".join(t.norm for t in tokens[first : first + n]) in reporting()[kind]), 0)


def quiet_chatter(draft: Draft, text: str) -> bool:
    """Take the weight off questions and asides that stand beside an assertion; return whether all is a question."""
    segments: list[tuple[int, int]] = []
    start = 0
    for index, token in enumerate(draft.tokens):
        if token.text in ".?!" and (index + 1 == len(draft.tokens) or not draft.tokens[index + 1].glued):
            segments.append((start, index + 1))
            start = index + 1
    if start < len(draft.tokens):
        segments.append((start, len(draft.tokens)))
    idle = [segment for segment in segments if _is_idle(draft, *segment)]
    rest = sum(unit.weight for unit in draft.units if not any(first <= unit.first < last for first, last in idle))
    if rest < _ASSERTION:
        return text.rstrip().endswith("?")
    for unit in draft.units:
        if any(first <= unit.first < last for first, last in idle):
            unit.weight = 0.0
    return False


def _is_idle(draft: Draft, first: int, last: int) -> bool:
    """Tell whether a stretch of tokens is a question or an aside such as "Let that sink in."."""
    words_ = [token.norm for token in draft.tokens[first:last] if token.text[:1].isalpha()]
    return draft.tokens[last - 1].text == "?" or (bool(words_) and words_[0] in reporting()["chatter"])


def is_exceptive(draft: Draft) -> bool:
    """Tell whether a sentence makes an exception: "except", "apart from"."""
    norms = [token.norm for token in draft.tokens]
    but = any(_is_all_but(draft, at) for at, norm in enumerate(norms) if norm == "but")
    but = but or ("apart", ",") in pairwise(norms)  # "barley apart, no grain did better"
    return but or any(word in _EXCEPTING for word in norms) or any(pair in _EXCEPTING_PAIRS for pair in pairwise(norms))


def _is_all_but(draft: Draft, at: int) -> bool:
    """Tell whether "but" takes a name from all of a kind: "all villages but Orlo", not "all but vanished"."""
    before = [token.norm for token in draft.tokens[max(at - _ALL_BUT, 0) : at]]
    after = next((unit for unit in draft.units if unit.first > at), None)
    if after is not None and after.kind == "quantity" and after.first == at + 1:
        return before[-1:] == ["all"]  # "all but 20 of them"
    named = after is not None and after.kind == "name" and after.first <= at + 2
    return named and not _WHOLE.isdisjoint(before[:-1]) and draft.tags[at - 1] == "N"


def is_conditional(draft: Draft) -> bool:
    """Tell whether a sentence says what would be or would have been: "unless …", "had they not …, it would have"."""
    norms = [token.norm for token in draft.tokens]
    opens = norms[:1] == ["had"] or "if" in norms
    if norms[:1] in (["should"], ["were"]) and "," in norms and norms[-1:] != ["?"]:
        return True  # "should the pump fail, a second one starts"
    return "unless" in norms or (opens and "would" in norms) or ("would", "have") in pairwise(norms)


def is_counterfactual(text: str) -> bool:
    """Tell whether a sentence says what would have been: "had it not been for …, it would have", "would have … if … had"."""
    return bool(_UNREAL.search(text) and _WOULD_HAVE.search(text))


def is_normative(draft: Draft) -> bool:
    """Tell whether a sentence wishes or judges instead of asserting."""
    marks = reporting()["normative"]
    return _judges_an_act(draft) or any(
        token.norm in marks for token, tag in zip(draft.tokens, draft.tags, strict=True) if tag in "MVNARSO"
    )


def _judges_an_act(draft: Draft) -> bool:
    """Tell whether a sentence says that somebody was wise or wrong to do something."""
    norms = [token.norm for token in draft.tokens]
    return any(
        norms[at] in reporting()["judging"]
        and draft.tags[at - 1] in "XRG"
        and (norms[at + 1] == "to" or (norms[at + 1] == "of" and "to" in norms[at + 2 :]))
        for at in range(1, len(norms) - 1)
    )
