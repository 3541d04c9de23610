"""Quantities in text: numbers with unit, counted noun and comparator, found in tokens.

quantity = [comparator] [sign] number [scale] [dash number] [unit | noun] [comparator]
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck import lemmas
from factcheck.details import cardinals, changes, currencies, ellipsis, fractions, numerals, placings, unitwords
from factcheck.details.currencies import Currency
from factcheck.details.measures import Quantity, compare, meant, number_of, scaled, units
from factcheck.tables import rows
from factcheck.tokens import Token, is_dash

_CURRENCY_SIGNS = frozenset("$€£¥₹₽₩₺₴₾₪฿₦₵")
_VOWELS = frozenset("aeiouy")
_PENCE = frozenset(("cent", "penny"))
_SIGNS = frozenset(("minus", "negative"))
_LONGEST_PHRASE = 5
_MULTIPLIED = frozenset(("as", "the", "what", "that", "its", "their", "his", "her"))
_PER = ("a", "an", "per", "each", "every")
_JUST, _YET = ["only", "just"], ("but", "if", "though", "albeit")


@cache
def _phrases(column: int) -> dict[tuple[str, ...], str]:
    """Comparator phrases before (1) or after (2) the number, as tuples of words."""
    table = {}
    for row in rows("comparators"):
        for phrase in (row[column] if column < len(row) else "").split(", "):
            if phrase:
                table[tuple(phrase.split())] = row[0]
    return table


def find(tokens: Sequence[Token], taken: frozenset[int] = frozenset()) -> list[Quantity]:
    """Return the quantities in tokens, left to right, leaving out tokens already taken by dates and names."""
    found: list[Quantity] = []
    at = 0
    while at < len(tokens):
        quantity = None if at in taken else _quantity(tokens, at)
        if quantity is None:
            at += 1
            continue
        found.append(changes.marked(quantity, tokens))
        at = quantity.last
    return _merged(ellipsis.share_units(found, tokens), tokens)


def _quantity(tokens: Sequence[Token], at: int) -> Quantity | None:
    if place := placings.read(tokens, at):
        return place
    sign, start = _sign(tokens, at)
    if start >= len(tokens) or _is_label(tokens, start):
        return None
    if multiple := _multiple(tokens, at):
        return _with_comparator(multiple, tokens)
    number = fractions.parse(tokens, start, money=sign is not None)
    if number is None or (
        number.last - number.first == 1
        and tokens[start].norm == "one"
        and not (number.fraction or _counts_one(tokens, start))
    ):
        return None
    number, high = _range(tokens, number, sign)
    quantity = Quantity(
        at,
        number.last,
        number.low,
        high,
        place=number.place,
        vague=number.vague,
        fraction=number.fraction,
        scaled=number.scaled,
    )
    quantity = _with_rate(_celsius(_signed(_with_unit(quantity, tokens, sign), tokens)), tokens)
    if quantity.dimension == "time" and at and tokens[at - 1].norm == "every":
        quantity = quantity._replace(dimension="interval")
    return _by_little(_with_comparator(quantity, tokens), tokens)


def _sign(tokens: Sequence[Token], at: int) -> tuple[Currency | None, int]:
    """Return the currency whose sign stands at a token, "$" or "HK$", and where the number begins."""
    if tokens[at].text in _CURRENCY_SIGNS:
        dimension, _, name = units()[tokens[at].text]
        return Currency(dimension, name), at + 1
    return currencies.signed(tokens, at) or (None, at)


def _multiple(tokens: Sequence[Token], at: int) -> Quantity | None:
    """Read "twice as …", "double the …", "threefold"."""
    value = numerals.value_of("multiple", tokens[at].norm)
    after = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    if value is None or not (tokens[at].norm.endswith("fold") or after in _MULTIPLIED):
        return None
    return Quantity(at, at + 1, value, value, dimension="times", unit="times")


def _is_label(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a number is part of a name: F-16, No. 7, Covid-19."""
    before = tokens[at - 1] if at else None
    if not tokens[at].norm[0].isdecimal() or before is None:
        return False
    if is_dash(before) and before.glued and tokens[at].glued and at > 1:
        return (
            tokens[at - 2].text[:1].isalpha()
            and tokens[at - 2].norm not in units()
            and (tokens[at - 2].text[0].isupper() or _VOWELS.isdisjoint(tokens[at - 2].norm))
        )
    return (before.text[:1].isalpha() and tokens[at].glued) or before.norm in ("no.", "nr") or before.text == "#"


def _counts_one(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "one" is a number and not a pronoun."""
    before = tokens[at - 1].norm if at else ""
    after = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    return before in ("only", "just", "exactly", "least", *_SIGNS) or (
        after in units() and after not in ("second", "point")
    )


def _range(tokens: Sequence[Token], number: numerals.Number, sign: Currency | None) -> tuple[numerals.Number, float]:
    """Extend a number to a range: 20-25bn, 40 to 50; a scale at the end counts for both ends."""
    at = number.last
    if at + 1 >= len(tokens) or number.fraction or number.vague:
        return number, number.high
    joiner = tokens[at]
    if not (is_dash(joiner) or (joiner.norm in ("to", "and") and _is_range_word(tokens, number, sign))):
        return number, number.high
    skip = at + 2 if tokens[at + 1].text in _CURRENCY_SIGNS else at + 1
    if skip >= len(tokens) or not (
        tokens[skip].norm[0].isdecimal()
        or numerals.value_of("unit", tokens[skip].norm)
        or numerals.value_of("tens", tokens[skip].norm)
    ):
        return number, number.high
    second = fractions.parse(tokens, skip, money=sign is not None)
    if second is None or second.fraction or second.vague:
        return number, number.high
    low = number.low
    if second.scaled and not number.scaled:
        bare = second.low / _magnitude(tokens, skip)
        low = low * _magnitude(tokens, skip) if low < bare * 100 else low
    if not low < second.high:
        return number, number.high
    return number._replace(
        low=low, last=second.last, scaled=second.scaled, place=min(number.place, second.place)
    ), second.high


def _magnitude(tokens: Sequence[Token], at: int) -> float:
    parsed = numerals.digits(tokens[at].text) if tokens[at].norm[0].isdecimal() else None
    whole = fractions.parse(tokens, at, money=True)
    return whole.low / parsed[0] if whole and parsed and parsed[0] else 1.0


def _is_range_word(tokens: Sequence[Token], number: numerals.Number, sign: Currency | None) -> bool:
    """Tell whether "to" or "and" joins a range: "between 40 and 50", "aged 40 to 50", not "from 45 to 70 percent"."""
    before = tokens[number.first - 1 - bool(sign)].norm if number.first - 1 - bool(sign) >= 0 else ""
    if tokens[number.last].norm == "and":
        return before == "between"
    return before not in ("from", "votes", "by") and tokens[number.last - 1].norm not in ("votes",)


def _with_unit(quantity: Quantity, tokens: Sequence[Token], sign: Currency | None) -> Quantity:
    if quantity.fraction:
        return quantity._replace(dimension="share", unit="percent")
    if best := unitwords.best_mark(tokens, quantity.last):
        return quantity._replace(last=best[1], dimension="mark", unit=best[0])
    if sign:
        after = tokens[quantity.last].norm if quantity.last < len(tokens) else ""
        if again := currencies.named(tokens, quantity.last):
            return quantity._replace(last=again[1], dimension=again[0].dimension, unit=again[0].name)
        last = quantity.last + 1 if units().get(after, ("",))[0] == sign.dimension else quantity.last
        return quantity._replace(last=last, dimension=sign.dimension, unit=sign.name)
    unit_at = quantity.last
    if unit_at + 1 < len(tokens) and is_dash(tokens[unit_at]) and tokens[unit_at].glued:
        unit_at += 1
    found = unitwords.unit_at(tokens, unit_at, quantity.scaled)
    if found is None:
        return quantity
    (dimension, factor, unit), last = found
    return scaled(quantity._replace(last=last, dimension=dimension, unit=unit), factor)


def _signed(quantity: Quantity, tokens: Sequence[Token]) -> Quantity:
    """Read "minus" or "negative" before a figure, but not the minus between two of them."""
    before = tokens[quantity.first - 1] if quantity.first else None
    if before is None or quantity.vague:
        return quantity
    parted = is_dash(before) and not before.glued and quantity.dimension in ("temperature", "fahrenheit")
    if not parted and (before.norm not in _SIGNS or (quantity.first > 1 and _is_figure(tokens[quantity.first - 2]))):
        return quantity
    return quantity._replace(first=quantity.first - 1, low=-quantity.high, high=-quantity.low)


def _is_figure(token: Token) -> bool:
    """Tell whether a token may be the end of a figure."""
    return token.norm[0].isdecimal() or cardinals.small(token.norm) is not None or token.norm in units()


def _celsius(quantity: Quantity) -> Quantity:
    """Turn Fahrenheit into Celsius."""
    if quantity.dimension != "fahrenheit":
        return quantity
    low, high = ((value - 32) * 5 / 9 for value in (quantity.low, quantity.high))
    return quantity._replace(dimension="temperature", unit="celsius", low=low, high=high, place=quantity.place * 5 / 9)


def _with_rate(quantity: Quantity, tokens: Sequence[Token]) -> Quantity:
    """Read "a year", "per decade" after a quantity, also after what it counts: "40 letters a day"."""
    counts = quantity.dimension == "count" and tokens[quantity.last : quantity.last + 1]
    at = quantity.last + bool(counts and counts[0].text[:1].isalpha() and counts[0].norm not in _PER)
    if at + 1 >= len(tokens) or tokens[at].norm not in _PER or quantity.dimension == "time":
        return quantity
    dimension, factor, _ = units().get(tokens[at + 1].norm, ("", 0.0, ""))
    last = at + 2 if at == quantity.last else quantity.last
    return quantity._replace(last=last, rate=factor) if dimension == "time" and factor >= 1 else quantity


def _with_comparator(quantity: Quantity, tokens: Sequence[Token]) -> Quantity:
    for length in range(_LONGEST_PHRASE, 0, -1):
        start = quantity.first - length
        if start < 0:
            continue
        words = tuple(token.norm for token in tokens[start : quantity.first])
        if words[-1] in ("a", "the") and length > 1:
            words = words[:-1]
        if found := _phrases(1).get(words):
            if found == "least" and words == ("from",) and quantity.dimension != "money":
                continue
            if len(words) == 1 and words[0] in ("minimum",) and not start:
                continue
            if quantity.dimension == "time" and words in (("over",), ("past",)):
                at = start if words == ("past",) else quantity.first
                return quantity._replace(first=at)  # "over six years" says during, "the past six years" when
            negated = start and tokens[start - 1].norm in ("not", "no") and found in ("more", "less")
            found = {"more": "most", "less": "least"}[found] if negated else found
            return quantity._replace(first=start, comparator=found)
    if missed := _missed(tokens, quantity.first):
        return quantity._replace(first=quantity.first - missed, comparator="less")
    for length in range(3, 0, -1):
        words = tuple(token.norm for token in tokens[quantity.last : quantity.last + length])
        if len(words) == length and (found := _phrases(2).get(words)):
            return quantity._replace(last=quantity.last + length, comparator=found)
    if quantity.last < len(tokens) and tokens[quantity.last].text == "+" and tokens[quantity.last].glued:
        return quantity._replace(last=quantity.last + 1, comparator="more")
    return quantity


def _by_little(quantity: Quantity, tokens: Sequence[Token]) -> Quantity:
    """Read "short of 25 billion, but only just" as nearly so many, "more than 60, if only just" as a little over."""
    close = {"less": "nearly", "more": "over"}.get(quantity.comparator, "")
    after = [token.norm for token in tokens[quantity.last : quantity.last + 5] if token.text != ","]
    return quantity._replace(comparator=close) if close and after[1:3] == _JUST and after[0] in _YET else quantity


def _missed(tokens: Sequence[Token], first: int) -> int:
    """Return how many tokens before a figure say that it was not reached: "not even reach", "fell short of"."""
    words = [token.norm for token in tokens[max(first - _LONGEST_PHRASE, 0) : first]]
    if words[-2:] == ["short", "of"]:
        return 3 if words[-3:-2] and lemmas.lemma(words[-3], "v") in ("fall", "stop", "come") else 0
    if words[-1:] != ["reach"]:
        return 0
    return next((back for back in (2, 3) if words[-back:][:1] and words[-back:][0] in ("not", "n't", "never")), 0)


def _merged(found: list[Quantity], tokens: Sequence[Token]) -> list[Quantity]:
    """Join "3 minutes 52.41 seconds" to one duration, "3 dollars 50 cents" to one amount, "5 feet 11 inches" to one length."""
    merged: list[Quantity] = []
    for quantity in found:
        last = merged[-1] if merged else None
        between = [token.norm for token in tokens[last.last : quantity.first]] if last else []
        if (
            last
            and _continues(last, quantity)
            and (between == [] or (between == ["and"] and last.dimension not in ("length", "mass")))
        ):
            merged[-1] = last._replace(
                last=quantity.last,
                low=last.low + quantity.low,
                high=last.high + quantity.high,
                place=quantity.place,
            )
        else:
            merged.append(quantity)
    return merged


def _continues(last: Quantity, quantity: Quantity) -> bool:
    """Tell whether a figure may tell the smaller part of the one before it."""
    parted = last.dimension in ("time", "length", "mass") or quantity.unit in _PENCE
    alike = last.dimension == currencies.as_of(quantity, last).dimension and last.unit != quantity.unit
    return parted and alike and last.low > quantity.low and quantity.comparator == "="


__all__ = ["Quantity", "compare", "find", "meant", "number_of"]
