"""Order: the two sides of "A more than B", "A before B", "from A to B", "A rather than B".

Two statements with the same relation must have their sides the same way round, with opposite relations the other way round.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from factcheck.details import compass
from factcheck.draft import Draft
from factcheck.tokens import is_dash

if TYPE_CHECKING:
    from factcheck.alignment import Match

RELATIONS = {
    "than": ("than", 1),
    "before": ("order", 1),
    "prior": ("order", 1),
    "ahead": ("order", 1),
    "after": ("order", -1),
    "following": ("order", -1),
    "behind": ("order", -1),
    "above": ("height", 1),
    "below": ("height", -1),
    "under": ("height", -1),
    "over": ("order", 1),
}
_PREFERENCES = frozenset(
    ["priority", "preference", "precedence", "advantage", "prefer", "choose", "favour"]
)  # these make "over" an order
COMPASS = "of "  # begins the kind of a link between places
_MENTAL = frozenset(
    (
        *("idea", "thinking", "reason", "reasons", "reasoning", "motive", "motives", "logic", "thought", "purpose"),
        *("rationale", "person", "man", "woman", "people", "brains", "mind", "force", "intention", "aim", "concept"),
    )
)  # behind a plan stands what it is for or who made it
_VERBAL = "XMCSW"  # tags at which a noun phrase has ended
_LONGEST_SIDE = 6
_FARTHEST = 14  # tokens before "than" in which its word of degree stands


class Link(NamedTuple):
    """A relation between two sides, given as indexes of units; sign -1 reads it from right to left.

    `measure` is the unit of the comparative word ("larger", "more") or -1.
    """

    kind: str
    sign: int
    left: tuple[int, ...]
    right: tuple[int, ...]
    measure: int = -1


def find(draft: Draft) -> tuple[Link, ...]:
    """Return the ordered pairs of a sentence."""
    found = []
    for at, token in enumerate(draft.tokens):
        if token.norm == "of" and (link := _compass(draft, at)):
            found.append(link)
            continue
        if draft.tags[at] not in "PS" or (at in draft.owner and token.norm not in ("from", "above", "below")):
            continue
        if token.norm == "over" and not any(other.norm in _PREFERENCES for other in draft.tokens[max(at - 4, 0) : at]):
            continue
        if token.norm in RELATIONS:
            link = _link(draft, at, token.norm)
        elif token.norm == "from":
            link = _from_to(draft, at)
        else:
            continue
        if link:
            found.append(link)
    return tuple(found)


def _link(draft: Draft, at: int, word: str) -> Link | None:
    kind, sign = RELATIONS[word]
    if at + 1 < len(draft.tokens) and draft.tokens[at + 1].norm == "not":
        return None  # "more likely than not"
    if at and is_dash(draft.tokens[at - 1]) and draft.tokens[at - 1].glued:
        return None  # "a warmer-than-average month"
    if limits_a_verb(draft, at) or (word == "behind" and draft.tokens[at - 1].norm in _MENTAL):
        return None
    right = _right(draft, at, _ends(draft, at, kind))
    if kind == "than" and len(right) > 1:
        right = tuple(unit for unit in right if draft.units[unit].kind != "quantity")
    if (
        not right
        or draft.units[right[0]].kind == "quantity"
        or (draft.units[right[0]].kind == "date" and kind != "than")
    ):
        return None
    left = _ranked(draft, at, right) or _left(draft, at)
    measure = -1
    if kind == "than":
        before = [
            unit
            for token, unit in draft.owner.items()
            if at - _FARTHEST <= token < at and unit >= 0 and draft.units[unit].comparative
        ]
        measure = max(before, default=-1)
        before_word = draft.tokens[at - 1].norm if at else ""
        if before_word in ("rather", "other"):
            return None
        left = tuple(unit for unit in left if unit != measure) or _antecedent(draft, at)
    if draft.units[right[0]].kind == "name" and any(draft.units[unit].kind == "name" for unit in left):
        left = tuple(unit for unit in left if draft.units[unit].kind == "name")
        right = tuple(unit for unit in right if draft.units[unit].kind == "name")
    return Link(kind, sign, left, right, measure) if left else None


def _ends(draft: Draft, at: int, kind: str) -> str:
    """Return the tags at which the right side of a relation ends; "those" is told by what follows: "those agreed in 2001"."""
    if draft.tags[at] == "S":
        return ""
    if kind == "order":
        told = not set("VX").isdisjoint(draft.tags[:at])  # "sang before the band played"
        return _VERBAL if told else _VERBAL + "V"  # "the note after the deal said"
    pronoun = at + 1 < len(draft.tokens) and draft.tokens[at + 1].norm in ("those", "that")
    return _VERBAL if pronoun else _VERBAL + "PV"


def _ranked(draft: Draft, at: int, right: tuple[int, ...]) -> tuple[int, ...]:
    """Return who stands behind or ahead of names after a comma, where the clause has no names: "Oslo is third for parks, behind Ghent"."""
    own = any(draft.units[unit].kind == "name" for unit in _left(draft, at))
    if own or not at or draft.tokens[at - 1].text != "," or draft.units[right[0]].kind != "name":
        return ()
    names = [
        number
        for number, unit in enumerate(draft.units)
        if unit.kind == "name" and unit.last <= at and unit.role in ("s", "o")
    ]
    return tuple(names[-1:])


def _compass(draft: Draft, at: int) -> Link | None:
    """Read "north-east of": which way one place lies of another."""
    found = compass.way(draft.tokens, at)
    if found is None:
        return None
    axis, sign, first = found
    clause = draft.clause_at(at)
    way = draft.owner.get(first, -1)
    left = tuple(
        unit for unit in _left(draft, first) if draft.units[unit].role in ("s", "o") and draft.units[unit].pos == "n"
    )
    right = tuple(unit for unit in _right(draft, at, _VERBAL + "P") if draft.units[unit].pos == "n")
    return Link(f"{COMPASS}{axis}", sign, left, right, way) if clause >= 0 and left and right and way >= 0 else None


def turned(said: Sequence[Link], stated: Sequence[Link], chosen: Sequence[Match | None]) -> dict[int, int]:
    """Return the units of a sentence that say rightly in other words which way one place lies of another, each with its direction there."""
    return {
        unit: other.measure
        for link in said
        for other in stated
        if (link.kind != other.kind or link.sign != other.sign) and direction(link, other, chosen) > 0
        for unit in (*link.left, link.measure, *link.right)
    }


def direction(said: Link, stated: Link, chosen: Sequence[Match | None]) -> int:
    """Return 1 where one place lies of another as a wording says, -1 where it does not, 0 where that cannot be told."""
    if not said.kind.startswith(COMPASS) or not stated.kind.startswith(COMPASS):
        return 0
    same = oriented(said, stated, chosen) * said.sign * stated.sign
    axes = said.kind.removeprefix(COMPASS), stated.kind.removeprefix(COMPASS)
    return compass.fits(axes[0], said.sign, axes[1], stated.sign * same) if same else 0


def limits_a_verb(draft: Draft, at: int) -> bool:
    """Tell whether a "than" only limits what a verb says: "more than doubled"."""
    norms = [token.norm for token in draft.tokens[max(at - 1, 0) : at + 1]]
    return norms in (["more", "than"], ["less", "than"]) and draft.tags[at + 1 : at + 2] == "V"


def _left(draft: Draft, at: int) -> tuple[int, ...]:
    clause = draft.clause_at(at)
    first = draft.clauses[clause].first if clause >= 0 else 0
    units = sorted({unit for token, unit in draft.owner.items() if first <= token < at and unit >= 0})
    if not units:
        units = sorted({unit for token, unit in draft.owner.items() if token < at and unit >= 0})
    return tuple(unit for unit in units if draft.units[unit].kind in ("name", "word", "date"))


def _antecedent(draft: Draft, at: int) -> tuple[int, ...]:
    """Return what a relative clause around a token is about, with what is said to be that: "Orlo is the village that is larger than …"."""
    number = draft.clause_at(at)
    if number < 1 or draft.clauses[number].link != "W":
        return ()
    first = draft.clauses[number].first
    head = draft.owner.get(first - 1, -1)
    if head < 0 or draft.units[head].pos != "n":
        return ()
    before = draft.clauses[number - 1]
    group = before.group
    if group is None or not group.copula or before.last != first:
        return (head,)
    subject = (number for number, unit in enumerate(draft.units) if before.first <= unit.first < group.first)
    return (*(number for number in subject if draft.units[number].kind in ("name", "word", "date")), head)


def _right(draft: Draft, at: int, ends: str) -> tuple[int, ...]:
    units: list[int] = []
    for token in range(at + 1, len(draft.tokens)):
        unit = draft.owner.get(token, -1)
        if (
            draft.tokens[token].text in ";,."
            or len(units) >= _LONGEST_SIDE
            or (
                units
                and draft.tags[token] in ends
                and draft.tokens[token].norm != "of"
                and not _goes_on(draft, units[-1], token)
            )
        ):
            break
        if unit >= 0 and unit not in units:
            units.append(unit)
    return tuple(units)


def _goes_on(draft: Draft, last: int, at: int) -> bool:
    """Tell whether "and" joins a second name to a first, and the sentence or its part ends there: "behind Lund and Moreau"."""
    after = draft.owner.get(at + 1, -1)
    named = after >= 0 and draft.units[last].kind == draft.units[after].kind == "name"
    ends = named and [token.text for token in draft.tokens[draft.units[after].last :]][:1] in ([], ["."], [","], [";"])
    return draft.tokens[at].norm == "and" and ends


def _is_infinitive(draft: Draft, at: int) -> bool:
    """Tell whether "to" opens an infinitive: "from May on they had to wait"."""
    return draft.tags[at] == "T" and draft.tags[at + 1 : at + 2] in ("V", "X")


def _from_to(draft: Draft, at: int) -> Link | None:
    """Read "from X to Y"."""
    to = next(
        (
            index
            for index in range(at + 1, min(at + 9, len(draft.tokens)))
            if draft.tokens[index].norm in ("to", "into", "towards", "toward") and not _is_infinitive(draft, index)
        ),
        None,
    )
    if to is None:
        return None
    left = tuple(sorted({draft.owner[token] for token in range(at + 1, to) if draft.owner.get(token, -1) >= 0}))
    right = _right(draft, to, _VERBAL + "PV")
    return Link("from-to", 1, left, right) if left and right else None


def oriented(said: Link, stated: Link, chosen: Sequence[Match | None]) -> int:
    """Return 1 where the two links have their sides the same way round, -1 where exchanged, 0 where that cannot be told."""
    left, right = ({match.stated for number in side if (match := chosen[number])} for side in (said.left, said.right))
    above, below = set(stated.left), set(stated.right)
    if said.kind != stated.kind and not (left & above and right & below) and not (left & below and right & above):
        return 0  # "faster than before" and "behind B" are of other things
    acting = left & above if said.kind == "order" and left & below else set()  # "A puts B before C": A is no side
    straight = len(right & below) - len(right & above) + len((left & above) - acting) - len(left & below)
    return ((straight > 0) - (straight < 0)) * said.sign * stated.sign
