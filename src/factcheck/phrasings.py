"""A sentence that denies by a phrase, and what says the contrary: "cleaning plays no part in it", "cleaning is part of it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from factcheck import lemmas, tagging
from factcheck.affirming import is_limited
from factcheck.tables import rows
from factcheck.tokens import Token, tokenize
from factcheck.wordclasses import BE

_GAP = "…"
_LONGEST_GAP = 7  # tokens of what is kept out of something
_NOMINAL = "DNKAQP$."  # tags of the words of what is kept out
_BREAKS = frozenset((",", ";", ":"))

Phrase = tuple[str, ...]


@cache
def _phrases() -> dict[str, tuple[tuple[Phrase, tuple[str, ...]], ...]]:
    """Return the phrases by their first word, longest first, each with what says the contrary."""
    found: dict[str, list[tuple[Phrase, tuple[str, ...]]]] = {}
    for phrases, contraries in rows("denying"):
        for phrase in phrases.split(", "):
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, tuple(contraries.split(", "))))
    return {first: tuple(sorted(known, key=lambda each: -len(each[0]))) for first, known in found.items()}


def contraries(text: str) -> Iterator[str]:
    """Yield texts that say the contrary of a text that denies by a phrase, and by nothing else."""
    tokens = tokenize(text)
    tags = ""
    for at, token in enumerate(tokens):
        first = "be" if token.norm in BE else lemmas.lemma(token.norm, "v")
        for phrase, others in _phrases().get(first, ()):
            tags = tags or tagging.tag(tokens)
            spans = _spans(tokens, tags, at, phrase)
            if tags[at] not in "VX" or spans is None or is_limited(tokens, range(at, spans[-1])):
                continue
            yield from (_put(text, tokens, at, spans, other) for other in others)
            return


def _spans(tokens: Sequence[Token], tags: str, at: int, phrase: Phrase) -> tuple[int, int, int] | None:
    """Return the first and last token of what stands in the gap of a phrase, and the end of the phrase."""
    if _GAP not in phrase:
        return (at, at, at + len(phrase)) if _stand(tokens, at + 1, phrase[1:]) else None
    rest = phrase[phrase.index(_GAP) + 1 :]
    for last in range(at + 2, min(at + 2 + _LONGEST_GAP, len(tokens))):
        inside = tokens[last - 1]
        nominal = tags[last - 1] in _NOMINAL or inside.norm.endswith("ing")
        if not nominal or inside.text in _BREAKS:
            return None
        if _stand(tokens, last, rest):
            return at + 1, last, last + len(rest)
    return None


def _stand(tokens: Sequence[Token], at: int, words: Phrase) -> bool:
    return tuple(token.norm for token in tokens[at : at + len(words)]) == words


def _put(text: str, tokens: Sequence[Token], at: int, spans: tuple[int, int, int], other: str) -> str:
    """Put what says the contrary in the place of a phrase; what stands in its gap becomes the subject."""
    first, last, end = spans
    rest = text[tokens[end - 1].end :]
    if first == last:
        return f"{text[: tokens[at].start]}{other}{rest}"
    thing = text[tokens[first].start : tokens[last - 1].end]
    return f"{thing[:1].upper()}{thing[1:]} {other}{rest}"
