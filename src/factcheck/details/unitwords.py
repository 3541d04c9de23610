"""Units as they are written behind a number: "km", "square feet", "degrees Fahrenheit", "miles per hour", "[kg]"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.details import currencies
from factcheck.details.measures import Unit, units
from factcheck.tokens import Token, is_dash

_FIRST_WORDS = frozenset(("square", "cubic", "nautical", "metric", "light", "sq")) | frozenset(
    ("kilowatt", "megawatt", "gigawatt", "terawatt")
)  # of units of two words
_DEGREES = frozenset(("°", "degree", "degrees", "deg"))
_SCALES = dict.fromkeys(("c", "celsius", "celcius", "centigrade"), "celsius") | dict.fromkeys(
    ("f", "fahrenheit", "farenheit"), "fahrenheit"
)
_BRACKETS = {"[": "]", "<": ">", "(": ")"}
_INCHES, _EXTENTS = ('"', "″"), frozenset(("long", "wide", "tall", "thick", "deep", "high", "across"))
_TIMES = {"h": "hour", "hr": "hour", "s": "second", "sec": "second"}

_BEST_MARKS = (4, 5, 6, 10, 20, 100)


def unit_at(tokens: Sequence[Token], at: int, scaled: bool) -> tuple[Unit, int] | None:
    """Return the unit that stands at tokens[at] and where it ends."""
    words = [token.norm for token in tokens[at : at + 4]] + [""] * 4
    if words[0] in _FIRST_WORDS:
        skip = 2 if words[1] == "-" else 1
        compound = f"{words[0]}-{words[skip]}"
        if unit := units().get(compound) or units().get(compound.rstrip("s")):
            return unit, at + skip + 1
    if words[0] == "per" and words[1] in ("cent", "cents"):
        return units()["percent"], at + 2
    if words[0] == "percentage" and words[1].startswith("point"):
        return units()["points"], at + 2
    if words[0] in _DEGREES and (degree := _degree(words)):
        return degree[0], at + degree[1]
    if words[1] in ("/", "per") or words[1:3] == ["an", "hour"]:
        length, time = units().get(words[0], ("", 0.0, ""))[2], _TIMES.get(words[2], words[2])
        if speed := units().get(f"{length}-per-{time}"):
            return speed, at + 3
    if words[0] in _BRACKETS and words[2] == _BRACKETS[words[0]] and words[1] in units():
        return units()[words[1]], at + 3  # "20 [kg]"
    if words[0] in _INCHES and words[1] in _EXTENTS:
        return units()["inch"], at + 1
    if found := currencies.named(tokens, at):
        return (found[0].dimension, 1.0, found[0].name), found[1]
    if words[0] == "-" and words[1] == "fold":
        return units()["times"], at + 2
    unit = units().get(words[0])
    glued = at < len(tokens) and (tokens[at].glued or is_dash(tokens[at - 1]))
    if (
        unit
        and (len(words[0]) > 1 or not words[0].isalpha() or glued or words[0] in "mgk")
        and not (words[0] == "m" and scaled)
    ):
        return unit, at + 1
    return None


def _degree(words: list[str]) -> tuple[Unit, int] | None:
    """Read "° C", "degrees Celsius", "deg. f"; return the unit and how many words it has."""
    skip = 1 + (words[1] == ".")
    scale = _SCALES.get(words[skip], "")
    return (units()[scale], skip + 1) if scale else None


def best_mark(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """Return the best mark that a mark is given of, "/10", and where it ends: "6.1/10", "6.1 out of 10"."""
    words = [token.norm for token in tokens[at : at + 4]] + [""] * 4
    skip = 1 if words[0] == "/" and tokens[at].glued else 2 if words[:2] == ["out", "of"] else 0
    best, after = words[skip], words[skip + 1]
    if not skip or not best.isdecimal() or int(best) not in _BEST_MARKS or (skip > 1 and after[:1].isalpha()):
        return None
    return f"/{best}", at + skip + 1
