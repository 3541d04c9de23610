"""Fractions and shares: "two-thirds", "half a million", "a fifth of", "one in five", "3/4", "forty-two and a third".

A fraction of nothing in particular is a share in percent; one of a unit or a scale is a number: "half a mile", "a quarter million".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from factcheck.details import cardinals, outof
from factcheck.details.measures import units
from factcheck.details.numerals import Number, rank, vague_bounds, value_of
from factcheck.tokens import Token, is_dash

_MILLION = 1_000_000
_WHOLE = 100.0
_LARGEST = 100  # below the bar of a fraction in digits: with more it is a date or the number of a house
_MEASURED = frozenset(("length", "time", "mass", "volume", "area", "temperature"))
_SPANS = frozenset(("minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century"))
_LEADING = frozenset(("than", "within", "for", "nearly", "almost", "about", "under", "over", "after", "in"))
_BEFORE_FRACTION = frozenset(("by", "than", "about", "nearly", "almost", "roughly", "over"))
_FOLLOWERS = frozenset(("of", "as", "again", "more", "less", "fewer", "the", "its", "their", "")) | frozenset(
    ("higher", "lower", "larger", "smaller", "longer", "shorter")
)
_MARKS = frozenset((".", ",", ";"))


def parse(tokens: Sequence[Token], at: int, money: bool = False) -> Number | None:
    """Return the number, fraction or share that begins at tokens[at], or None; `money` lets "m" stand for million."""
    if found := _special(tokens, at):
        return found
    number = None if _is_barred(tokens, at) or outof.closes(tokens, at) else cardinals.read(tokens, at, money)
    if number is None:
        return None
    return _counted_parts(tokens, number) or _below(tokens, number) or _and_a_part(tokens, number)


def _words(tokens: Sequence[Token], at: int, count: int = 5) -> list[str]:
    """Return so many words from a place on, "" for those beyond the end."""
    return [token.norm for token in tokens[at : at + count]] + [""] * max(0, at + count - len(tokens))


def _special(tokens: Sequence[Token], at: int) -> Number | None:
    """Half a million, dozens, two-thirds, a fifth of, one in five, 3/4."""
    words = _words(tokens, at, 8)
    bounds = vague_bounds(words[0])
    if bounds and words[1] in ("of", ""):
        more = vague_bounds(words[2]) if words[1] == "of" else None
        least = more[0] if more else 1
        return Number(bounds[0] * least, bounds[1] * least, at, at + (3 if more else 1), vague=True)
    if words[:2] == ["couple", "of"]:
        return Number(2.0, 3.0, at, at + 2)
    led = at > 0 and tokens[at - 1].norm in _LEADING
    if led and words[0] in ("a", "an") and words[1] in _SPANS:
        return Number(1.0, 1.0, at, at + 1, 0.1)  # "in less than a fortnight"
    if part := _part(tokens, at):
        return _of_a_whole(tokens, at, part) or _share(tokens, at, part, words)
    return outof.read(tokens, at)


def _part(tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
    """Return the value of a fraction and where it ends: "3/4", "½", "half", "a quarter", "two-thirds", "one twenty-fifth"."""
    words = _words(tokens, at)
    if sign := _sign(tokens, at):
        return sign, at + 1
    if words[0].isdecimal():
        return _in_digits(tokens, at)
    if words[0] in ("half", "quarter"):
        return value_of("fraction", words[0]) or 0.0, at + 1
    above = 1.0 if words[0] in ("a", "an", "one") else value_of("unit", words[0])
    if above and above % 2 == 0 and words[1] == "quarters":
        return None  # of a year: nobody says two of them for a half
    skip = at + 1 + (words[1] == "-")
    below = _denominator(tokens, skip) if above else None
    return (above * below[0], below[1]) if above and below else None


def _sign(tokens: Sequence[Token], at: int) -> float:
    """Return the value of a sign such as "½", or 0."""
    text = tokens[at].text if at < len(tokens) else ""
    return unicodedata.numeric(text, 0.0) % 1 if len(text) == 1 and unicodedata.category(text) == "No" else 0.0


def _in_digits(tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
    """Read "3/4", but no season 2016/17."""
    above, bar, below = [*tokens[at : at + 3], None, None, None][:3]
    if above is None or bar is None or below is None or bar.text != "/" or not bar.glued:
        return None
    if not below.norm.isdecimal() or not 1 < int(below.norm) <= _LARGEST or int(above.norm) >= int(below.norm):
        return None
    return int(above.norm) / int(below.norm), at + 3


def _is_barred(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether whole digits stand before a bar and digits, as in the season 2016/17; "6.1/10" is a mark."""
    bar, below = [*tokens[at + 1 : at + 3], None, None][:2]
    return bool(
        tokens[at].norm.isdecimal() and bar and below and bar.text == "/" and bar.glued and below.norm.isdecimal()
    )


def _denominator(tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
    """Read "third", "quarters", "twelfths", "twenty-fifth"; return its value and where it ends."""
    words = _words(tokens, at, 3)
    if part := value_of("fraction", words[0]):
        return part, at + 1
    skip = 1 + (words[1] == "-")
    tens, ending = value_of("tens", words[0]), rank(words[skip].removesuffix("s"))
    if tens and 0 < ending < 10:
        return 1 / (tens + ending), at + skip + 1
    return (1 / rank(words[0][:-1]), at + 1) if words[0].endswith("s") and rank(words[0][:-1]) > 2 else None


def _of_a_whole(tokens: Sequence[Token], at: int, part: tuple[float, int]) -> Number | None:
    """Read "half a million", "a quarter of a century", "1/4 mile"; the unit itself is left to be read."""
    value, last = part
    words = _words(tokens, last, 4)
    several = words[0] == "of" or not words[0]
    skip = (words[0] == "of") + (words[words[0] == "of"] in ("a", "an")) + (words[0] == "-")
    size = value_of("scale", words[skip])
    if size and not words[skip].endswith("s"):
        amount = size * value
        return Number(amount, amount, at, last + skip + 1, amount / 10, scaled=True)
    named = skip or tokens[last - 1].norm in ("half", "quarter") or not tokens[last - 1].norm[-1:].isalpha()
    singular = words[skip] in units() and units()[words[skip]][0] in _MEASURED and len(words[skip]) > 2
    if named and singular and not (several and skip < 2):
        return Number(value, value, at, last + (skip if words[0] != "-" else 0), 0.1 if value == 0.5 else 0.01)
    return None


def _share(tokens: Sequence[Token], at: int, part: tuple[float, int], words: list[str]) -> Number | None:
    """Return a fraction as a share, where nothing says that it is an ordinal: "a fifth of", not "a fifth man"."""
    value, last = part
    after = _words(tokens, last, 1)[0]
    share = Number(_WHOLE * value, _WHOLE * value, at, last, 1.0, fraction=True)
    if words[0] == "half":
        compared = at > 0 and tokens[at - 1].norm == "than"  # "more than half people", as many write
        return share if after != "-" and (compared or after in _FOLLOWERS or not after.isalpha()) else None
    if words[0] == "quarter":
        return None
    single = words[0] in ("a", "an", "one")
    ended = after in _MARKS and at > 0 and tokens[at - 1].norm in _BEFORE_FRACTION
    plain = not single or words[1] == "-" or words[1] in ("half", "quarter")
    return share if plain or after in _FOLLOWERS or ended else None


def _counted_parts(tokens: Sequence[Token], number: Number) -> Number | None:
    """Read "twenty-three fifths", "130 hundredths" as a share; two quarters and more may be those of a year."""
    at = number.last
    at += at + 1 < len(tokens) and is_dash(tokens[at]) and tokens[at].glued
    found = _denominator(tokens, at) if number.low % 1 == 0 else None
    if found is None or not tokens[found[1] - 1].norm.endswith("s") or tokens[at].norm in ("quarters", "seconds"):
        return None
    share = _WHOLE * number.low * found[0]
    return Number(share, share, number.first, found[1], 1.0, fraction=True)


def _below(tokens: Sequence[Token], number: Number) -> Number | None:
    """Read "one over twenty" where it stands alone."""
    if number.low != 1 or _words(tokens, number.last, 1)[0] != "over" or number.last + 1 >= len(tokens):
        return None
    below = cardinals.read(tokens, number.last + 1)
    if below is None or below.low <= 1 or _words(tokens, below.last, 1)[0][:1].isalnum():
        return None
    return Number(_WHOLE / below.low, _WHOLE / below.low, number.first, below.last, 1.0, fraction=True)


def _and_a_part(tokens: Sequence[Token], number: Number) -> Number:
    """Add "and a half", "1/2" to a whole number: "seven and a half thousand", "10 1/2", "3 million and a half"."""
    if number.low % 1 or number.low >= cardinals.UNBOUNDED:
        return number
    words = _words(tokens, number.last, 2)
    found = _mixed(tokens, number)
    if found is None or words[0] == "":
        return number
    part, last = found
    own = value_of("scale", tokens[number.last - 1].norm) or 1.0
    after = value_of("scale", _words(tokens, last, 1)[0]) or 1.0
    if after > 1 and own > after:
        value, last = number.low + part * after, last + 1  # "one billion and a quarter million"
    elif own >= _MILLION:
        if tokens[last - 1].norm != "half" and _words(tokens, last, 1)[0][:1].isalpha():
            return number
        value = number.low + part * own
    elif own > _WHOLE:
        return number
    else:
        value, last = (number.low + part) * after, last + (after > 1)
    return Number(value, value, number.first, last, 0.1 * max(own if own >= _MILLION else 1, after), scaled=after > 1)


def _mixed(tokens: Sequence[Token], number: Number) -> tuple[float, int] | None:
    """Return the proper fraction behind a whole number, and where it ends."""
    at = number.last
    word = _words(tokens, at, 1)[0]
    if word == "and" and at + 1 < len(tokens) and tokens[at + 1].norm != "an":
        found = _part(tokens, at + 1)
        bare = found is not None and found[1] == at + 2
        usual = not bare or tokens[number.last - 1].norm not in ("one", "two")
        return found if found and found[0] < 1 and usual and _words(tokens, found[1], 1)[0] != "of" else None
    if _sign(tokens, at) or (word.isdecimal() and not tokens[at].glued and number.last - number.first == 1):
        return _part(tokens, at)
    return None
