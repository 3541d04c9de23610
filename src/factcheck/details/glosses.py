"""Glosses: what brackets behind a title say only to tell it from others of that name, "Marnie (1964 film)"."""

from __future__ import annotations

from factcheck import lemmas, natures
from factcheck.draft import Draft

_LONGEST = 3  # words in the brackets
_WORKS = frozenset(
    ("film", "broadcast", "song", "album", "book", "stage work", "picture", "periodical", "game", "band")
)
_WITHIN = frozenset("NAKQ")  # tags of what may stand in them


def lighten(draft: Draft) -> None:
    """Take the weight off glosses: a sentence does not assert them."""
    for opening, token in enumerate(draft.tokens):
        if token.norm == "(" and opening and draft.tags[opening - 1] in "KNQ":
            closing = next((at for at in range(opening, len(draft.tokens)) if draft.tokens[at].norm == ")"), opening)
            if _is_gloss(draft, opening + 1, closing):
                for unit in draft.units:
                    if opening < unit.first < closing:
                        unit.weight = 0.0


def _is_gloss(draft: Draft, first: int, last: int) -> bool:
    """Tell whether tokens name a sort of work, with its year or where it comes from: "2005 film", "British band"."""
    if not 0 < last - first <= _LONGEST or not set(draft.tags[first:last]) <= _WITHIN:
        return False
    noun = " ".join(token.norm for token in draft.tokens[max(first, last - 2) : last])
    sorts = natures.of(noun) or natures.of(lemmas.lemma(draft.tokens[last - 1].norm, "n"))
    return not _WORKS.isdisjoint(sorts)
