"""What a rank among named others says: "Germany is its largest market, ahead of Spain": it sells more in Germany than in Spain."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck import standings, words
from factcheck.alignment import Level, Match
from factcheck.details import quantities
from factcheck.details.comparatives import Comparative
from factcheck.details.measures import Quantity
from factcheck.findings import Relation
from factcheck.statement import Statement
from factcheck.tables import rows

_SIZES = frozenset(("large", "big", "great", "main", "top", "leading", "important"))
_RECORDS = ("record", "record high", "new record")
_AMOUNTS = ("more", "less")


@cache
def _verbs() -> dict[str, frozenset[str]]:
    return {noun: frozenset(verbs.split(", ")) for nouns, verbs in rows("rankings") for noun in nouns.split(", ")}


def judge(
    said: Statement, stated: Statement, chosen: Sequence[Match | None], each: Comparative
) -> tuple[int, dict[int, Match]]:
    """Return 1 or -1 where a rank bears a comparison out or denies it, else 0, and the units that the rank tells."""
    verb = said.frames[said.units[each.degree].clause].verb if each.degree >= 0 else -1
    if each.extreme or each.degree < 0 or verb < 0 or said.units[each.degree].lemma not in _AMOUNTS:
        return 0, {}
    for other in stated.comparatives:
        noun = stated.heads[other.degree] if other.extreme and other.standard else -1
        if (
            noun < 0
            or stated.units[other.degree].lemma not in _SIZES
            or stated.frames[stated.units[noun].clause].denied
        ):
            continue
        if each.differential >= 0 or said.units[verb].lemma not in _verbs().get(stated.units[noun].lemma, ()):
            continue
        thing = standings.thing(said, each)
        if thing >= 0 and ((match := chosen[thing]) is None or match.level < Level.NEAR):
            continue
        way = _way(stated, chosen, each, other) * (1 if words.way(said.units[each.degree].lemma) == "up" else -1)
        if way:
            leading = (number for number in each.comparee if said.units[number].kind == "name")
            units = (verb, each.degree, *leading, *each.standard)
            return way, dict.fromkeys(units, Match(other.degree, Level.FAMILY, Relation.ENTAILS))
    return 0, {}


def records(said: Statement, stated: Statement, chosen: Sequence[Match | None]) -> dict[int, Match]:
    """Return the "record" of "was a record" where the wording has it beat the record before."""
    beating = [
        other
        for other in stated.comparatives
        if other.way == "up" and any(stated.units[number].lemma == "record" for number in other.standard)
    ]
    if len(beating) != 1 or standings.is_denied(stated, beating[0]):
        return {}
    found = {}
    for number, unit in enumerate(said.units):
        frame = said.frames[unit.clause]
        plain = frame.verb < 0 and not frame.denied and not frame.modal
        own = [
            match.stated if (match := chosen[each]) else -1 for each in frame.subject if said.units[each].kind == "word"
        ]
        subjects = set(own) & set(beating[0].comparee)
        if unit.lemma in _RECORDS and unit.role == "o" and plain and subjects and -1 not in own:
            found[number] = Match(beating[0].degree, Level.FAMILY, Relation.ENTAILS)
    return found


def counted(said: Statement, stated: Statement, chosen: Sequence[Match | None]) -> dict[int, Match]:
    """Return the parts of "only two are bigger than A" that "A is the third-largest" bears out."""
    found: dict[int, Match] = {}
    for each in said.comparatives:
        count = next(
            (n for n in each.comparee if n >= 0 and said.units[n].kind == "quantity"),
            next((n for n, unit in enumerate(said.units) if unit.kind == "quantity" and n < each.degree), -1),
        )
        value = said.units[count].value if count >= 0 else None
        if (
            each.degree < 0
            or not each.standard
            or not isinstance(value, Quantity)
            or value.dimension not in ("count", "time")
        ):
            continue
        for number, other in enumerate(stated.units):
            if (
                other.rank > 1
                and other.rank == quantities.number_of(value) + 1
                and standings.same_degree(said.units[each.degree], other)
            ):
                match = Match(number, Level.FAMILY, Relation.ENTAILS)
                found |= {count: match, each.degree: match} | {unit: match for unit in each.standard if chosen[unit]}
    return found


def _way(stated: Statement, chosen: Sequence[Match | None], each: Comparative, other: Comparative) -> int:
    """Return 1 where what a sentence sets above is what leads, -1 where it is what comes behind, else 0."""
    leads = {number for number in other.comparee if stated.units[number].role == "s"}
    behind = set(other.standard)
    left, right = (
        {match.stated for number in side if (match := chosen[number])} for side in (each.comparee, each.standard)
    )
    if left & leads and right & behind and not left & behind:
        return 1
    return -1 if left & behind and right & leads and not left & leads else 0
