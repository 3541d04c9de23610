"""A sentence without its denial: where the source says what is left, it refutes the sentence.

"The bank moved to Leeds, not to York" is refuted by what supports "The bank moved to York", "the pier was never sold" by what
supports "the pier was sold".
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import tagging
from factcheck.details import negation
from factcheck.tokens import Token, tokenize

_CONTRASTS = (
    (",", "and", "not"),
    (",", "but", "not"),
    (",", "rather", "than"),
    (",", "instead", "of"),
    (",", "not"),
    ("and", "not"),
    ("but", "not"),
    ("rather", "than"),
    ("instead", "of"),
)
_PAIRS = (("rather", "than"), ("instead", "of"))
_DENYING = frozenset(("not", "n't", "never", "no", "none", "nobody", "nothing", "neither", "nor", "without", "outside"))
_LIMITING = frozenset(
    (
        *("only", "all", "every", "everyone", "everything", "always", "until", "unless", "because", "except", "yet"),
        *("enough", "necessarily", "exactly", "if", "whether", "any", "anymore", "longer", "still", "alone", "much"),
        *("many", "more", "less", "fewer", "most", "both", "either", "else", "other", "others", "ever", "before"),
        *("should", "may", "might", "could", "would", "just", "merely", "simply", "entirely", "fully", "doubt", "than"),
        *("significantly", "substantially", "considerably", "greatly", "markedly", "dramatically", "completely"),
        *("totally", "wholly", "widely", "radically", "noticeably"),
        *("matter", "one", "wonder", "sooner", "later", "so", "too", "quite", "really", "first", "last", "after"),
    )
)  # words with which a denial is of less, or of more, than the words that follow
_MONTH = "May"  # which limits nothing
_SINGLE = (("one",), ("a", "single"))
_NOMINAL = "DNKAQ$"


def affirmed(text: str) -> str:
    """Return a text with what it denies stated, what stands against that left out; "" where it denies nothing plainly."""
    tokens = tokenize(text)
    cues = [at for at, token in enumerate(tokens) if token.norm in _DENYING or _is_pair(tokens, at)]
    if len(cues) != 1:
        return ""
    tags = tagging.tag(tokens)
    for phrase in _CONTRASTS:
        first = cues[0] - (len(phrase) - (2 if phrase[-1] in ("than", "of") else 1))
        if first > 0 and _stands(tokens, first, phrase):
            return _other_side(text, tokens, tags, first, first + len(phrase))
    return _plain(text, tokens, tags, cues[0])


def is_contrast(text: str) -> bool:
    """Tell whether a text denies one thing by setting another against it: "to Leeds, not to York"."""
    tokens = tokenize(text)
    return any(_stands(tokens, at, phrase) for phrase in _CONTRASTS for at in range(1, len(tokens)))


def _is_pair(tokens: Sequence[Token], at: int) -> bool:
    return any(_stands(tokens, at, phrase) for phrase in _PAIRS)


def _stands(tokens: Sequence[Token], at: int, phrase: tuple[str, ...]) -> bool:
    return tuple(token.norm for token in tokens[at : at + len(phrase)]) == phrase


def is_limited(tokens: Sequence[Token], but: range) -> bool:
    """Tell whether some other words of a text deny too, or make a denial one of less or of more."""
    return _limited(tokens, but) or any(token.norm in _DENYING for at, token in enumerate(tokens) if at not in but)


def _limited(tokens: Sequence[Token], but: range) -> bool:
    return any(token.norm in _LIMITING and token.text != _MONTH for at, token in enumerate(tokens) if at not in but)


def _other_side(text: str, tokens: Sequence[Token], tags: str, first: int, last: int) -> str:
    """Put what stands behind "not" or "rather than" in the place of what stands before."""
    if last >= len(tokens) or _limited(tokens, range(first, last)):
        return ""
    led = tags[last] in "PT"
    end = last + led
    while end < len(tokens) and (tags[end] in _NOMINAL or tokens[end].norm == "of" or tokens[end].text in "-–'’"):
        end += 1
    start = _before(tokens, tags, first, tokens[last].norm if led else "")
    if start == first or end == last + led:
        return ""
    tail = end + (end < len(tokens) and tokens[end].text == "," and tokens[first].text == ",")
    opening = text[: tokens[start].start]
    side = text[tokens[last].start : tokens[end - 1].end]
    side = side if opening else side[:1].upper() + side[1:]
    return opening + side + text[tokens[tail - 1].end if tail > end else tokens[end - 1].end :]


def _before(tokens: Sequence[Token], tags: str, first: int, preposition: str) -> int:
    """Return where what stands before a contrast begins: its noun phrase, from a preposition on where the other side has one."""
    at = first
    while at and (tags[at - 1] in _NOMINAL or tokens[at - 1].norm == "of" or tokens[at - 1].text in "-–'’"):
        at -= 1
        if preposition == "of" and tokens[at].norm == "of":
            return at
    if not preposition or at == first:
        return at
    return at - 1 if at and tags[at - 1] in "PT" else first


def _plain(text: str, tokens: Sequence[Token], tags: str, cue: int) -> str:
    """Leave out a "not", "never" or "no" that denies the verb or the noun behind it."""
    word = tokens[cue].norm
    last = cue + 1
    single = next((len(phrase) for phrase in _SINGLE if _stands(tokens, cue + 1, phrase)), 0) if word == "not" else 0
    if cue + 1 >= len(tokens) or _limited(tokens, range(cue, cue + 1 + single)):
        return ""
    if single:
        return _joined(text, tokens, cue, last + single)
    if word == "outside":
        place = tags[cue + 1] in "DK" and tags[cue] == "P" and tags[cue - 1 : cue] in ("V", "N")
        return f"{text[: tokens[cue].start]}in{text[tokens[cue].end :]}" if place else ""
    if word == "none":
        return _joined(text, tokens, cue, last + 1) if tokens[last].norm == "of" else ""
    told = tags[cue - 1] in "XM" if word in ("not", "n't", "never") and cue else word == "no" and tags[last] in "NAK"
    return _joined(text, tokens, cue, last) if told and negation.is_cue(word) else ""


def _joined(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    """Return a text without some tokens."""
    before = text[: tokens[first].start].rstrip()
    rest = text[tokens[last].start :]
    return f"{before} {rest}" if before else rest[:1].upper() + rest[1:]
