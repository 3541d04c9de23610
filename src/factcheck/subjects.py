"""Whether a verb agrees with its subject: the number of a noun phrase by its head, its article and "and"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import lemmas
from factcheck.capitals import looks_plural
from factcheck.tokens import Token
from factcheck.wordclasses import is_irregular_plural, offices, possible

_DISAGREES = 2.5  # what speaks against a verb of another number than its subject
_NAME = 1.0  # the same behind a name, which may stand for many: "Norway want less of it"
_NOBODY = 1.5  # a verb with nothing before it that acts
_SINGULAR = frozenset(("a", "an", "each", "every", "this", "that", "another", "one", "either", "neither", "much"))
_PLURAL = frozenset(("these", "those", "many", "several", "few", "both", "half", "others", "fewer", "two"))
_AMOUNTS = frozenset(
    ("number", "lot", "majority", "range", "series", "total", "handful", "couple", "dozen", "variety", "group", "pair")
)
_ONE = frozenset(
    ("he", "she", "it", "someone", "somebody", "something", "anyone", "everyone", "everybody", "nobody", "nothing")
)
_MORE = frozenset(("they", "we", "you", "i", "these", "those", "others"))
_EITHER = frozenset(("most", "some", "all", "any", "half", "such", "enough", "more", "less"))


def disagrees(tokens: Sequence[Token], tags: Sequence[str], first: int, last: int, form: str) -> float:
    """Return what speaks against a verb of that form behind the subject that tokens[first:last] hold."""
    if first == last == 0:
        return _DISAGREES if form == "p" else 0.0  # "Founded in 1880, the club …" is no order, "Put it away" is one
    return _mismatch(*_number(tokens, tags, first, last), form)


def relative(tokens: Sequence[Token], tags: Sequence[str], opener: int, form: str) -> float:
    """Return what speaks against a verb right behind "that" or "who", by what that goes back to."""
    near = next((at for at in range(opener - 1, max(opener - 4, -1), -1) if tags[at] in "NK"), -1)
    if near < 0:
        return 0.0
    nouns = [at for at in range(near, -1, -1) if tags[at] in "NK" and tags[at + 1] not in "NK"][:2]
    return min(_mismatch(_noun_number(tokens, at, ""), tags[at], form) for at in nouns or [near])


def contact(tokens: Sequence[Token], tags: Sequence[str], first: int, last: int) -> int:
    """Return where a second noun phrase begins right behind a first: "the song | she", or 0."""
    for at in range(last - 1, first, -1):
        titled = tokens[at - 1].capital or tokens[at - 1].norm in offices()  # "coach Lund"
        if (tags[at - 1] in "NK" and tags[at] in "DO") or (tags[at - 1] in "NO" and tags[at] == "K" and not titled):
            return at
    return 0


def _mismatch(number: str, tag: str, form: str) -> float:
    if not number:
        return _NOBODY if form in ("s", "b", "bp") else 0.5
    if (form == "s" and "s" not in number) or (form == "b" and "p" not in number):
        return _NAME if tag == "K" else _DISAGREES
    return 0.0


def _number(tokens: Sequence[Token], tags: Sequence[str], first: int, last: int) -> tuple[str, str]:
    """Return "s", "p" or "sp" for the number of the subject in tokens[first:last], or "", and the tag of its head."""
    head, article, described = -1, "", -1
    if first + 1 < last and tags[first] in "NV" and tokens[first].norm.endswith("ing") and tags[first + 1] in "ND":
        return "sp", "N"  # "building bridges costs"
    for at in range(first, last):
        tag, word = tags[at], tokens[at].norm
        if tag in "NKO":
            head = at
        elif tag == "$":
            head, article = -1, "all"
        elif (tag == "C" and head >= 0) or (at == first and (tag == "P" or (tag == "V" and word.endswith("ing")))):
            return "sp", "N"
        elif tag == "D":
            article = article or word
        elif tag == "Q" and not (word.isdecimal() and len(word) == 4):
            article = article if article in _SINGULAR else "one" if word in ("one", "1") else "two"
        elif tag == "A":
            described = at if "N" in possible(word) else -1
        elif tag not in "RGQ#" and not (tag == "." and head < 0) and (head >= 0 or article):
            break
    if head < 0 <= described:
        noun = possible(tokens[described].norm)[0] == "N" or article != "the"
        return _noun_number(tokens, described, article) if noun else "sp", "A"  # "the firm", "the young"
    if head < 0:
        return "s" if article in _SINGULAR else "p" if article in _PLURAL else "sp" if article in _EITHER else "", "D"
    return _noun_number(tokens, head, article), tags[head]


def _noun_number(tokens: Sequence[Token], head: int, article: str) -> str:
    word = tokens[head].norm
    if word in _ONE or word in _MORE:
        return "s" if word in _ONE else "p"
    if word in _AMOUNTS:
        return "sp"
    if article in _SINGULAR:
        return "s"
    if article in _PLURAL or is_irregular_plural(word):
        return "p"
    if not lemmas.base(word, "n") or (tokens[head].capital and (head > 0 or looks_plural(word))):
        return "sp" if word.endswith("s") else "s"
    return "p" if lemmas.lemma(word, "n") != word else "s"
