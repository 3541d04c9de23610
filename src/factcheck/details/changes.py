"""Whether a figure is a difference and no level: "£12 more", "rose by 1.7 million", "an increase of 5"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import lemmas
from factcheck.details.measures import Quantity, units
from factcheck.tables import groups
from factcheck.tokens import Token
from factcheck.words import way

_MOVING = frozenset(
    ("rise", "increase", "grow", "fall", "decrease", "drop", "decline", "shrink", "surge", "soar", "plunge")
)
_CHANGE_AFTER = frozenset(("more", "less", "fewer", "extra", "clear", "ahead", "behind", "apart", "above", "below"))


def marked(quantity: Quantity, tokens: Sequence[Token]) -> Quantity:
    """Mark a difference: "£12 more", "four points clear", "rose by 1.7 million", "up 3 percent", "an increase of 5"."""
    before = [token.norm for token in tokens[max(quantity.first - 3, 0) : quantity.first]]
    after = [token.norm for token in tokens[quantity.last : quantity.last + 2]]
    follows = bool(after) and (
        after[0] in _CHANGE_AFTER or (after[0].endswith("er") and lemmas.base(after[0], "a") not in ("", after[0]))
    )
    second = len(after) > 1 and after[1] in _CHANGE_AFTER and after[0].isalpha()
    precedes = (
        (before[-1:] == ["by"] and not _is_measure(tokens, quantity.first - 2) and not _scores(tokens, quantity))
        or (before[-1:] in (["up"], ["down"]) and not _is_particle(before))
        or before[-1:] in (["another"], ["extra"])
        or before[-2:-1]
        in (
            ["increase"],
            ["rise"],
            ["fall"],
            ["drop"],
            ["decrease"],
            ["difference"],
            ["growth"],
            ["cut"],
            ["margin"],
            ["majority"],
            ["reduction"],
        )
        or before[-3:-2] in (["increase"], ["rise"])
    )
    verb = lemmas.lemma(before[-1], "v") if before else ""
    noun_follows = bool(after) and after[0][:1].isalpha() and quantity.dimension == "count"
    grown = after[:1] == ["of"] or (verb == "grow" and noun_follows)  # "grew 40 tonnes of beans", "grow six roses"
    moved = verb in _MOVING and not grown and quantity.dimension != "time"
    return quantity._replace(change=True) if follows or second or precedes or moved else quantity


def _is_particle(before: Sequence[str]) -> bool:
    """Tell whether "up" or "down" belongs to a verb that tells no change: "make up 12 percent"."""
    return len(before) > 1 and lemmas.lemma(before[-2], "v") in groups("particles")["up"]


def _scores(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Tell whether a second figure follows as in a score or vote, "by 61 votes to 47", not "fell by 300 to 200"."""
    verb = tokens[quantity.first - 2].norm if quantity.first > 1 else ""
    if quantity.dimension != "count" or way(lemmas.lemma(verb, "v")):
        return False
    norms = [token.norm for token in tokens[quantity.last : quantity.last + 3]]
    joint = next((index for index, norm in enumerate(norms) if norm in ("to", "-", "against")), len(norms))
    return joint + 1 < len(norms) and norms[joint + 1][0].isdecimal() and (joint == 0 or norms[0].isalpha())


def _is_measure(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a number or a unit stands there, as in "24.6 by 9.2 metres"."""
    return at >= 0 and (tokens[at].norm[0].isdecimal() or tokens[at].norm in units())
