"""What is said to be the cause of what: "the delay was due to frost", "he puts the delay down to frost", "frost led to the delay"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck import lemmas
from factcheck.draft import Draft
from factcheck.tables import kinds, rows
from factcheck.tokens import Token
from factcheck.wordclasses import BE

_GAPS = frozenset("XCE")  # who says so, the cause, what comes of it
_SHARES = ("main", "part", "only")
LOOSE = "makes"  # verbs that say more than that one thing comes of another: "left them without power"
_SOME = "some"  # as one of several causes
_SPEAKING = ("according", "in", "for", "to", "by")
_SKIPPED = frozenset(("a", "an", "the", "its", "their", "not", "n't", "never", "most", "just", "also", "above", "all"))
_DENYING = frozenset(("not", "n't", "never", "nothing"))
_ENDS = frozenset((".", ";", ":", "!", "?", "(", ")"))
_BREAKS = frozenset(("but", "while", "although", "whereas", "though", "which", "who", "whose", "where", "and", "so"))
_ASKING = frozenset(("what", "who"))  # "it is not known what caused the fire"
_UNKNOWN = ("unknown", "undecided", "unclear", "open")
_JOINING = frozenset(("but", "while", "whereas", "and", "so"))
_CONTRASTS = (("rather", "than"), ("instead", "of"), ("not",))
_STARTS = frozenset(
    (",", ".", ";", "that", "and", "but", "“", '"', "said", "says")
)  # what may stand before a cause that opens a clause

Pattern = tuple[str, ...]


class Cause(NamedTuple):
    """The units of a cause and of what comes of it, those that only tell that it does, and how it does.

    `way` is "because", "makes" or "despite", `share` "main", "part", "some", "only" or "".
    """

    cause: tuple[int, ...]
    effect: tuple[int, ...]
    told: tuple[int, ...]
    way: str
    share: str = ""
    denied: bool = False


class _Gap(NamedTuple):
    """A gap of a pattern with the tokens that stand in it."""

    letter: str
    first: int
    last: int


@cache
def _patterns() -> tuple[tuple[Pattern, str], ...]:
    """Return each pattern with its way."""
    found = [
        (tuple(pattern.split()), way)
        for way, patterns in rows("causes")
        if way not in _SHARES
        for pattern in patterns.split(", ")
    ]
    found = [(_with_comma(pattern), way) for pattern, way in found]
    return tuple(found)


def _with_comma(pattern: Pattern) -> Pattern:
    """Return a pattern that opens a clause with the comma that ends its cause."""
    return (*pattern, ",", "E") if pattern[0] == "^" else pattern


@cache
def _shares() -> dict[str, str]:
    return {word: row[0] for row in rows("causes") if row[0] in _SHARES for word in row[1].split(", ")}


@cache
def _by_first() -> dict[str, tuple[tuple[Pattern, str], ...]]:
    """Return the patterns by their first word, without one of which a sentence tells no cause."""
    found: dict[str, list[tuple[Pattern, str]]] = {}
    for pattern, way in _patterns():
        first = next(word for word in pattern if word not in _GAPS and word != "^")
        found.setdefault(first, []).append((pattern, way))
    return {first: tuple(known) for first, known in found.items()}


@lru_cache(maxsize=50_000)
def _starting(norm: str) -> tuple[tuple[Pattern, str], ...]:
    """Return the patterns that a word may begin."""
    return tuple(each for form in sorted(_forms(norm)) for each in _by_first().get(form, ()))


def find(draft: Draft) -> tuple[Cause, ...]:
    """Return what a sentence says of causes; patterns of more words go first, of as many those whose words stand nearer."""
    starting = [(at, known) for at, token in enumerate(draft.tokens) if (known := _starting(token.norm))]
    if not starting:
        return ()
    forms = [_forms(token.norm) for token in draft.tokens]
    matches = [
        (*match, way)
        for at, known in starting
        for pattern, way in known
        if (match := _matched(draft.tokens, draft.tags, forms, pattern, at)) is not None
    ]
    matches.sort(key=lambda each: (-len(each[1]), each[1][-1] - each[1][0], each[1][0]))
    found: list[Cause] = []
    used: set[int] = set()
    for gaps, words, way in matches:
        causes = list(_read(draft, gaps, words, way)) if used.isdisjoint(words) else []
        used.update(words if causes else ())
        found += causes
    return tuple(found)


@lru_cache(maxsize=50_000)
def _forms(norm: str) -> frozenset[str]:
    """Return what a word may be written as in a pattern."""
    return (
        frozenset(("be", norm)) if norm in BE else frozenset((norm, lemmas.lemma(norm, "v"), lemmas.lemma(norm, "n")))
    )


def _matched(
    tokens: Sequence[Token], tags: str, forms: Sequence[frozenset[str]], pattern: Pattern, at: int
) -> tuple[list[_Gap], list[int]] | None:
    """Return the gaps of a pattern whose first word stands at a token, and the tokens of its words."""
    opens = pattern[0] == "^"
    rest = pattern[1:] if opens else pattern
    first = next(number for number, word in enumerate(rest) if word not in _GAPS)
    if rest[first] not in forms[at] or (opens and at and tokens[at - 1].text not in _STARTS):
        return None
    gaps = [_Gap(rest[0], _opening(tokens, tags, at), at)] if first else []
    words: list[int] = []
    place, open_ = at, ""
    if tokens[at].norm == "due" and tags[at + 2 : at + 3] in ("V", "X"):
        return None  # "is due to arrive"
    for word in rest[first:]:
        if word in _GAPS:
            open_ = word
            continue
        end = _next(tokens, forms, word, place, bool(open_))
        if end < 0:
            return None
        if open_:
            gaps.append(_Gap(open_, place, end))
        words += [end]
        place, open_ = end + 1, ""
    if open_:
        gaps.append(_Gap(open_, place, _closing(tokens, tags, place)))
    if first and gaps[0].letter in "CE":
        gaps[0] = _Gap(gaps[0].letter, _after_speaker(tokens, gaps[0]), at)
    return (gaps, words) if all(gap.last > gap.first for gap in gaps) else None


def _next(tokens: Sequence[Token], forms: Sequence[frozenset[str]], word: str, place: int, far: bool) -> int:
    """Return where the next word of a pattern stands: behind a gap, or next to the last but for articles and words of degree."""
    for at in range(place, len(tokens)):
        if word in forms[at] and not (far and at == place):
            return at
        if tokens[at].text in _ENDS or (
            not far and tokens[at].norm not in _SKIPPED and tokens[at].norm not in _shares()
        ):
            return -1
    return -1


def _opening(tokens: Sequence[Token], tags: str, at: int) -> int:
    """Return where what stands before a pattern begins: behind a sign, or where the last clause begins."""
    for number in range(at - 1, 0, -1):
        joins = tokens[number].norm in _JOINING and (tokens[number - 1].text == "," or tokens[number].norm != "and")
        if tokens[number].text in _ENDS or (joins and "V" in tags[number:at]):
            return number + 1
    return 0


def _after_speaker(tokens: Sequence[Token], gap: _Gap) -> int:
    """Return where what is told begins that stands behind words for who says so: "according to him, frost", "he says that frost"."""
    norms = [token.norm for token in tokens[gap.first : gap.last]]
    if norms and norms[0] in _SPEAKING and "," in norms:
        return gap.first + norms.index(",") + 1
    return gap.first + norms.index("that") + 1 if "that" in norms[1:-1] else gap.first


def _closing(tokens: Sequence[Token], tags: str, at: int) -> int:
    """Return where what stands behind a pattern ends: at a sign, or a comma before another clause."""
    for number in range(at, len(tokens)):
        after = tokens[number + 1].norm if number + 1 < len(tokens) else ""
        if tokens[number].norm == "and" and tags[number + 1 : number + 2] in ("V", "X"):
            return number
        if tokens[number].text in _ENDS or (
            tokens[number].text == "," and after in _BREAKS and not _denies(tokens, number + 2)
        ):
            return number
    return len(tokens)


def _denies(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].norm in _DENYING if at < len(tokens) else False


def _read(draft: Draft, gaps: Sequence[_Gap], words: Sequence[int], way: str) -> Iterator[Cause]:
    """Yield the cause that a pattern tells, and what stands against it: "due to frost, not to the strike"."""
    tokens = draft.tokens
    if way == LOOSE and not all(_is_active(draft, at) for at in words):
        return
    effect = _units(draft, *[gap for gap in gaps if gap.letter == "E"])
    told = set() if way == LOOSE else {draft.owner.get(at, -1) for at in words} - {-1}
    made = _Made(draft, effect, told, "because" if way == _SOME else way)
    gap = next(gap for gap in gaps if gap.letter == "C")
    denied = any(tokens[at].norm in _DENYING for at in range(max(words[0] - 2, 0), words[-1]) if not _in(gaps[1:], at))
    share = _SOME if way == _SOME else _share(draft, gaps, words)
    first = gap.first
    for at in range(gap.first, gap.last):
        if contrast := _contrast(tokens, at):
            yield from made.cause(first, at, share, denied)
            first, denied, share = at + contrast, not denied, ""
        elif tokens[at].norm == "but" and denied:
            yield from made.cause(first, at, share, denied)
            first, denied, share = at + 1, False, ""
    yield from made.cause(first, gap.last, share, denied)
    if gap is gaps[-1] and (tail := _tail(tokens, gap.last)):
        yield from made.cause(tail, _closing(tokens, draft.tags, tail), "", True)


def _is_active(draft: Draft, at: int) -> bool:
    """Tell whether a verb stands for itself, with its object behind it: not in "made up", "made by"."""
    unit = draft.owner.get(at, -1)
    alone = unit < 0 or draft.units[unit].last == at + 1
    return alone and draft.tags[at] == "V" and draft.tags[at + 1 : at + 2] not in ("P", "T", "")


def _in(gaps: Sequence[_Gap], at: int) -> bool:
    return any(gap.first <= at < gap.last for gap in gaps)


def _tail(tokens: Sequence[Token], at: int) -> int:
    """Return where a cause begins that is denied behind what describes the one that is given: "frost, which was late, not rain"."""
    for number in range(at + 1, len(tokens) - 1):
        if tokens[number].text in _ENDS:
            return 0
        joined = number + (tokens[number].norm in ("and", "but"))
        if tokens[number - 1].text == "," and (contrast := _contrast(tokens, joined)):
            return joined + contrast
    return 0


def _contrast(tokens: Sequence[Token], at: int) -> int:
    """Return how many words set what follows against what stands before."""
    return next((len(each) for each in _CONTRASTS if tuple(t.norm for t in tokens[at : at + len(each)]) == each), 0)


def _share(draft: Draft, gaps: Sequence[_Gap], words: Sequence[int]) -> str:
    """Return what share a cause is said to have by the words beside those of a pattern."""
    places = set(range(max(words[0] - 2, 0), words[-1] + 3)) | {
        at for gap in gaps if gap.letter == "C" for at in (gap.first, gap.last - 1)
    }
    return next(
        (
            _shares()[norm]
            for at in sorted(places)
            if at < len(draft.tokens) and (norm := draft.tokens[at].norm) in _shares()
        ),
        "",
    )


class _Made(NamedTuple):
    """What the causes that one pattern tells have in common."""

    draft: Draft
    effect: tuple[int, ...]
    told: set[int]
    way: str

    def cause(self, first: int, last: int, share: str, denied: bool) -> Iterator[Cause]:
        """Yield the cause in tokens[first:last], if they hold one."""
        asked = self.draft.tokens[last - 1].norm in _ASKING
        units = _units(self.draft, _Gap("C", first, last)) if last > first and not asked else ()
        cause = tuple(number for number in units if number not in self.told)
        effect = tuple(number for number in self.effect if number not in self.told)
        open_ = any(
            kinds("ignorance").get(self.draft.units[number].lemma) in _UNKNOWN for number in cause
        )  # "is unknown"
        if (
            cause and effect and not open_ and not (denied and share in _SHARES)
        ):  # what is not the only cause may be one
            yield Cause(cause, effect, tuple(sorted(self.told)), self.way, share, denied)


def _units(draft: Draft, *gaps: _Gap) -> tuple[int, ...]:
    """Return the units that say something in gaps."""
    return tuple(
        number
        for number, unit in enumerate(draft.units)
        if unit.weight > 0 and any(gap.first <= unit.first < gap.last for gap in gaps)
    )
