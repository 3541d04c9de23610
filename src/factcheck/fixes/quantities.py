"""The quantity that a source states, written as the writer of a sentence writes quantities.

Said "$25bn" and stated "21.8 billion dollars" give "$21.8bn"; said "9 percent" and stated "around 2%" give "around 2 percent".
Another unit is kept where that takes no rounding: said "1.249 km" and stated "1,149 metres" give "1.149 km".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from math import isclose

from factcheck.details import fractions, numerals, quantities
from factcheck.details.measures import Quantity, number_of, size_of_unit, units
from factcheck.tables import rows
from factcheck.tokens import Token, is_dash, tokenize

_LARGE = 1000  # more than this is not written in words, and from this on a scale stands behind a number of its own
_GROUPED = 10_000  # from this on the digits of a number stand in groups
_SIGNS = frozenset("$€£¥₹₽₩")
_NO_FREE_WORDING = "-"


@dataclass(frozen=True, slots=True)
class _Written:
    """A quantity as it is written, in pieces that follow each other."""

    quantity: Quantity
    opening: str  # "more than "
    sign: str  # "$"
    number: str  # "21.8", "twenty-one"
    scale: str  # " billion", "bn"
    rest: str  # " dollars a year"
    value: float  # what the number says, without the scale
    factor: float  # what the scale says

    @property
    def is_simple(self) -> bool:
        """Tell one number from a range and from a share such as "a third"."""
        return self.quantity.low == self.quantity.high and not self.quantity.fraction

    @property
    def in_digits(self) -> bool:
        """Tell "12" from "twelve"."""
        return self.number[0].isdecimal()

    @property
    def is_one(self) -> bool:
        """Tell whether what is counted stands in the singular."""
        return isclose(number_of(self.quantity), 1)

    @property
    def describes(self) -> bool:
        """Tell "a 965-kilometre border" from "a border of 965 kilometres"."""
        return any(map(is_dash, tokenize(self.rest)[:1]))

    @property
    def compares_behind(self) -> bool:
        """Tell "60 or more" from "at least 60"."""
        return self.quantity.comparator != "=" and not self.opening


def worded(said: str, stated: str, followed_by_of: bool = False) -> str:
    """Return the stated quantity in the form of the said one, "" where that cannot be done."""
    ours, theirs = _read(said), _read(stated)
    if ours is None or theirs is None or not _is_of_one_kind(ours, theirs, followed_by_of):
        return ""
    theirs = _in_unit_of(ours, theirs) or theirs
    alike = _is_alike(ours, theirs)
    opening, body = _opening(ours, theirs, alike), _filled(ours, theirs) if alike else _as_stated(ours, theirs)
    if opening is None or not body:
        return ""
    return _begun_like(said, opening + body)


def _read(text: str) -> _Written | None:
    """Read a text that is a quantity and nothing else."""
    tokens = tokenize(text)
    found = quantities.find(tokens)
    if len(found) != 1 or (found[0].first, found[0].last) != (0, len(tokens)) or found[0].vague:
        return None
    for at in range(len(tokens)):
        signed = at > 0 and tokens[at - 1].text in _SIGNS
        if number := fractions.parse(tokens, at, money=signed):
            break
    else:
        return None
    start = tokens[at - signed].start
    if start and found[0].comparator == "=":
        return None  # "minus" before it
    split, factor = _scale(tokens[number.first : number.last], number.low)
    end = tokens[number.last - 1].end
    return _Written(
        found[0],
        text[:start],
        text[start : tokens[at].start],
        text[tokens[at].start : split],
        text[split:end],
        text[end:],
        number.low / factor,
        factor,
    )


def _scale(tokens: tuple[Token, ...], value: float) -> tuple[int, float]:
    """Return where the scale begins behind the number itself, and what it says."""
    if tokens[0].norm[0].isdecimal():
        bare = (numerals.digits(tokens[0].text) or (0.0, 1.0))[0]
        return tokens[0].end, value / bare if bare else 1.0
    size = numerals.value_of("scale", tokens[-1].norm)
    if size and size >= _LARGE and len(tokens) > 1:
        return tokens[-2].end, size
    return tokens[-1].end, 1.0


def _is_of_one_kind(ours: _Written, theirs: _Written, followed_by_of: bool) -> bool:
    """Tell whether one may stand in the other's place: both distances, both amounts a year, both differences."""
    one, other = ours.quantity, theirs.quantity
    same = (one.dimension, one.rate, one.change) == (other.dimension, other.rate, other.change)
    return same and (one.fraction == other.fraction or followed_by_of)


def _in_unit_of(ours: _Written, theirs: _Written) -> _Written | None:
    """Return their amount in our unit and scale, None where it needs more decimals than either has, or another word."""
    if not (ours.is_simple and theirs.is_simple) or ours.quantity.unit == theirs.quantity.unit:
        return None
    value = theirs.quantity.low / size_of_unit(ours.quantity) / ours.factor
    decimals = max(_decimals(ours.number), _decimals(theirs.number))
    if not isclose(round(value, decimals), value, rel_tol=1e-9):
        return None
    found = replace(
        theirs,
        quantity=theirs.quantity._replace(unit=ours.quantity.unit),
        number=_digits(value, decimals, ours),
        scale=ours.scale,
        rest=ours.rest,
        value=value,
        factor=ours.factor,
    )
    return found if _is_alike(ours, found) else None


def _decimals(number: str) -> int:
    """Return how many digits stand behind the point."""
    return len(number.partition(".")[2])


def _digits(value: float, decimals: int, like: _Written) -> str:
    """Return a number in digits, grouped as the like; without zeros at its end, unless it is an amount of money."""
    grouped = "," in like.number or value >= _GROUPED
    text = f"{value:,.{decimals}f}" if grouped else f"{value:.{decimals}f}"
    if "." not in text or like.quantity.dimension.startswith("money"):
        return text
    return text.rstrip("0").rstrip(".")


def _is_alike(ours: _Written, theirs: _Written) -> bool:
    """Tell whether the two differ in nothing but the number and what compares it."""
    simple = ours.is_simple and theirs.is_simple and ours.quantity.unit == theirs.quantity.unit
    return simple and (ours.is_one == theirs.is_one or ours.quantity.dimension in ("share", "count"))


def _opening(ours: _Written, theirs: _Written, alike: bool) -> str | None:
    """Return what compares the number: our own words if they say the same as theirs, else theirs; None where neither fits."""
    if not alike and (ours.compares_behind or theirs.compares_behind):
        return None
    if ours.quantity.comparator == theirs.quantity.comparator:
        return ours.opening
    if ours.compares_behind or _phrase(ours) in _comparators()[1]:
        return None
    return _free(theirs)


def _phrase(written: _Written) -> str:
    return " ".join(written.opening.lower().split())


def _free(written: _Written) -> str | None:
    """Return what compares a number in words that may stand before any number, None where there are none."""
    if written.quantity.comparator == "=":
        return ""
    default, bound = _comparators()
    free = bound.get(_phrase(written), _phrase(written)) or default[written.quantity.comparator]
    return f"{free} " if free != _NO_FREE_WORDING else None


@cache
def _comparators() -> tuple[dict[str, str], dict[str, str]]:
    """Return the free wording of each comparator, and that of each phrase that needs certain words around it."""
    default: dict[str, str] = {}
    bound: dict[str, str] = {}
    for comparator, free, *phrases in rows("free-comparators"):
        default.setdefault(comparator, free)
        bound |= dict.fromkeys(phrases[0].split(", ") if phrases else (), free)
    return default, bound


def _filled(ours: _Written, theirs: _Written) -> str:
    """Return our amount with their number; "" where what is counted would have to change its form."""
    if ours.is_one != theirs.is_one and ours.quantity.dimension == "count":
        return ""
    same = isclose(ours.factor, theirs.factor)
    return f"{ours.sign}{_number(ours, theirs)}{ours.scale if same else theirs.scale}{ours.rest}"


def _number(ours: _Written, theirs: _Written) -> str:
    """Return their number in words or digits as ours is, where it is a whole one and short that way."""
    whole = round(theirs.value)
    if isclose(whole, theirs.value) and ours.in_digits != theirs.in_digits:
        if ours.in_digits and 0 < whole < _LARGE:
            return str(whole)
        if theirs.in_digits and (word := numerals.spelled(whole)):
            return word
    return theirs.number.lower()


def _as_stated(ours: _Written, theirs: _Written) -> str:
    """Return their amount, its unit in the form that the sentence needs; "" where that form is not known."""
    rest = theirs.rest
    if ours.describes != theirs.describes:
        unit = rest[1:] if theirs.is_one else f"{rest[1:]}s"
        if ours.describes or unit not in units():
            return ""
        rest = f" {unit}"
    elif theirs.describes:
        rest = f"-{rest[1:]}"
    return " ".join(f"{theirs.sign}{theirs.number.lower()}{theirs.scale}{rest}".split())


def _begun_like(said: str, words: str) -> str:
    """Return words with a capital letter where what they replace has one."""
    return words[0].upper() + words[1:] if said[0].isupper() else words
