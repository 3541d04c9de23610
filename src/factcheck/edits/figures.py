"""Edits of figures: another number, another scale, another unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import bounds
from factcheck.details import numerals
from factcheck.details.measures import Quantity, common_units, units
from factcheck.edits.edit import Edit, Original, cased, exchanges, replace, turned
from factcheck.edits.known import Known
from factcheck.tables import rows
from factcheck.tokens import Token

_FACTORS = (2.0, 3.0, 0.5, 1.5, 4.0)  # far enough from 1 that no rounding makes the new number the old one
_STEPS = (2, 3, 5, -2, 7)  # the same for small whole numbers
_SMALL = 12
_LEAST, _MOST = ("more", "least", "over"), ("less", "most", "upto")  # comparators of figures that may be more, or less
_APART = 1.3  # the least ratio between a new figure and one that the claim states itself
_DISTINCT = 1.1  # and one that any claim states
_FAR = 100.0  # the greatest ratio between two units that could be mistaken for each other
_WHOLE = 100.0  # percent
_SHARES = ("half", "a quarter", "a third", "two-thirds", "three-quarters", "one in ten")
_LONGEST_ABBREVIATION = 3  # "km", "mph"; longer words have a plural


def numbers(original: Original, known: Known) -> Iterator[Edit]:
    """Give another number: with two digits exchanged where that changes it enough, else some times the old one."""
    for value in _figures(original):
        tokens = [token for token in original.tokens[value.first : value.last] if _is_number(token)]
        edits = _shares(original, value) if value.fraction else _others(original, tokens)
        yield from _first_fair(original, edits, known)


def scales(original: Original, known: Known) -> Iterator[Edit]:
    """Give another scale word: billion for million."""
    for value in _figures(original):
        for token in original.tokens[value.first : value.last]:
            others = exchanges("scale").get((token.norm,), ())
            if others and token.text[0].isalpha():
                edits = (
                    replace(original, token.start, token.end, cased(other, token.text))
                    for other in turned(others, original.text)
                )
                yield from _first_fair(original, edits, known)


def other_units(original: Original, known: Known) -> Iterator[Edit]:
    """Give another unit of the same kind, or another currency."""
    for value in _figures(original):
        token = next((token for token in original.tokens[value.first : value.last] if token.norm in units()), None)
        if token is not None:
            edits = (replace(original, token.start, token.end, other) for other in turned(_like(token), original.text))
            yield from _first_fair(original, edits, known)


def _figures(original: Original) -> Iterator[Quantity]:
    """Yield the figures that are one number, not a range and not "dozens"."""
    for unit in original.statement.units:
        value = unit.value
        if isinstance(value, Quantity) and value.low == value.high > 0 and not value.vague:
            yield value


def _is_number(token: Token) -> bool:
    return token.norm[0].isdecimal() or any(numerals.value_of(kind, token.norm) for kind in ("unit", "tens"))


def _others(original: Original, tokens: list[Token]) -> Iterator[Edit]:
    """Yield edits of the first number in a figure, the likeliest to be mistaken first."""
    if not tokens or tokens[0].norm == "one":
        return
    token = tokens[0]
    if not token.norm[0].isdecimal():
        kind = "unit" if numerals.value_of("unit", token.norm) else "tens"
        others = [cased(word, token.text) for word in turned(_words(kind), original.text)]
    else:
        read = numerals.digits(token.text)
        others = [*_swapped(token.text), *(_written(new, token.text) for new in _values(read[0]))] if read else []
    for other in others:
        if other != token.text:
            yield replace(original, token.start, token.end, other)


def _words(kind: str) -> list[str]:
    """Return the number words from two on of a kind, one for each number."""
    return list(
        {float(row[2]): row[1] for row in reversed(rows("numerals")) if row[0] == kind and float(row[2]) > 1}.values()
    )


def _values(number: float) -> list[float]:
    """Return numbers to put in the place of one."""
    if number <= _SMALL and number == int(number):
        return [number + step for step in _STEPS if number + step > 0]
    return [number * factor for factor in _FACTORS]


def _swapped(digits: str) -> Iterator[str]:
    """Yield a number with two neighbouring digits that differ exchanged, the first pair first; none begins with 0."""
    for match in re.finditer(r"(?=(\d)([.,]?)(\d))", digits):
        at, (one, between, other) = match.start(), match.groups()
        if one != other and not (at == 0 and other == "0"):
            yield f"{digits[:at]}{other}{between}{one}{digits[at + len(between) + 2 :]}"


def _written(number: float, like: str) -> str:
    """Write a number in the style of another: with as many decimals, with commas or without."""
    decimals = len(like.partition(".")[2])
    if "," in like:
        return f"{number:,.{decimals}f}"
    return f"{number:.{decimals}f}" if decimals or number == int(number) else f"{number:.1f}"


def _shares(original: Original, value: Quantity) -> Iterator[Edit]:
    """Yield edits of a share that is told in words, such as "two-thirds"."""
    start, end = original.tokens[value.first].start, original.tokens[value.last - 1].end
    for share in turned(_SHARES, original.text):
        yield replace(original, start, end, cased(share, original.text[start:end]))


def _first_fair(original: Original, edits: Iterator[Edit], known: Known) -> Iterator[Edit]:
    """Yield the first edit after which the figure is none that the database bears out."""
    for edit in edits:
        found = known.reread(edit, "quantity")
        if found is None or not isinstance(found.value, Quantity):
            continue
        if _is_fair(found.value, original, known, _is_turned(original, edit.start)):
            yield edit
            return


def _is_turned(original: Original, place: int) -> bool:
    """Tell whether a bound is denied, or tells of which ones something holds: "guests under 18"."""
    units = original.statement.units
    number = next((index for index, unit in enumerate(units) if unit.start <= place < unit.end), -1)
    return number >= 0 and (bounds.is_denied(original.statement, units[number]) or _is_restriction(original, number))


def _is_restriction(original: Original, number: int) -> bool:
    """Tell whether "under 18" or "over 40" stands directly behind a plural."""
    units = original.statement.units
    value = units[number].value
    if number == 0 or not isinstance(value, Quantity) or value.comparator not in ("more", "less"):
        return False
    before = units[number - 1]
    plural = before.kind == "word" and before.pos == "n" and original.text[before.start : before.end].endswith("s")
    return plural and not original.text[before.end : units[number].start].strip()


def _is_fair(new: Quantity, original: Original, known: Known, turned: bool) -> bool:
    """Tell whether a figure is far from those of its claim, on the side that it does not follow from, and no other claim's.

    Of what is not more than 60 it follows that it is not more than 80, of "guests under 18" that it is so of those under 9.
    """
    if new.dimension == "share" and new.high > _WHOLE:
        return False
    own = [each for each in known.stated[original.claim].figures if each.dimension == new.dimension]
    upward, downward = (_LEAST, _MOST) if not turned else (_MOST, _LEAST)
    if new.comparator in upward:
        apart = all(new.low > _APART * each.high for each in own)
    elif new.comparator in downward:
        apart = all(new.high * _APART < each.low for each in own)
    else:
        apart = all(_ratio(new, each) > _APART for each in own)
    same_kind = (each for each in known.figures if each.dimension == new.dimension)
    return apart and all(_ratio(new, each) > _DISTINCT for each in same_kind)


def _ratio(one: Quantity, other: Quantity) -> float:
    """Return how many times the greater of two figures is the smaller, 1 where they touch."""
    low, high = sorted((one, other), key=lambda each: each.low)
    if high.low <= low.high:
        return 1.0
    return high.low / low.high if low.high > 0 else float("inf")


def _like(token: Token) -> list[str]:
    """Return units that measure the same as one in a text, written as it is: a sign, an abbreviation, a plural."""
    dimension, size, _ = units()[token.norm]
    kind, style = dimension.partition(":")[0], _style(token.norm)
    found: dict[tuple[str, float], str] = {}
    for name, (other, other_size, _) in common_units().items():
        ratio = max(size / other_size, other_size / size)
        differs = other != dimension if kind == "money" else _APART < ratio <= _FAR
        if other.partition(":")[0] == kind and differs and "-" not in name and _style(name) == style:
            found.setdefault((other, other_size), name)  # one name for each unit
    return list(found.values())


def _style(name: str) -> str:
    if not name[0].isalpha():
        return "sign"
    if len(name) <= _LONGEST_ABBREVIATION:
        return "abbreviation"
    return "plural" if name.endswith("s") or name in ("feet", "inches", "pence") else "singular"
