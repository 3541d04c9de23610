"""What a wording does not say to be so, or of something else, so that nobody who denies it clashes with it, nor is denied by it."""

from __future__ import annotations

from factcheck import governors
from factcheck.alignment import Level, Match
from factcheck.conflicts.places import Chosen
from factcheck.statement import Frame, Statement, Unit

_SUPPOSING = ("if", "unless", "whether", "provided")
_APART = ("unlike",)  # roles of those of whom something else is so
AGAINST = "against"
_POSSESSIVE = ("'", "’")
_BROADER = (Level.ENTAILED, Level.HYPERNYM)  # the word of the wording tells of less than that of the sentence


def is_untold(said: Statement, stated: Statement, chosen: Chosen, number: int, match: Match) -> bool:
    """Tell whether one side denies a word that the other only supposes, leaves open, or has of another thing or time."""
    unit, partner = said.units[number], stated.units[match.stated]
    return (
        _is_supposed(stated, partner) != _is_supposed(said, unit)
        or (_tells_an_act(stated, partner, unit) and _is_left_open(said, stated, match.stated))
        or (partner.negated and match.level in _BROADER)
        or _is_a_modifier(said, number, stated, match.stated)
        or _is_told_apart(said, stated, chosen, unit)
        or _is_opposed_alike(said, stated, chosen, unit)
        or _is_of_another_time(said, stated, chosen, unit, partner)
    )


def _is_supposed(statement: Statement, unit: Unit) -> bool:
    """Tell whether a unit stands in a clause that says only under which condition something is so, or what is asked."""
    frame = statement.frames[unit.clause]
    opener = statement.text[frame.start : frame.end].lower().split(maxsplit=1)
    return bool(opener) and opener[0] in _SUPPOSING


def _tells_an_act(stated: Statement, partner: Unit, unit: Unit) -> bool:
    """Tell whether a word that the wording does not deny is an act of either side, or what its clause says a thing to be."""
    is_said = stated.frames[partner.clause].verb < 0 and partner.role == "o"
    return not partner.negated and ("v" in (unit.role, partner.role) or is_said)


def _is_left_open(said: Statement, stated: Statement, number: int) -> bool:
    """Tell whether a word that the sentence lacks leaves open whether an act of the wording is done."""
    own = {unit.lemma for unit in said.units}
    return any(governor.lemma not in own for governor in governors.of(stated, number))


def _is_a_modifier(said: Statement, number: int, stated: Statement, partner: int) -> bool:
    """Tell whether a word only describes what is denied, or is whose it is: "not the promised pool", "not the king's horse"."""
    if not stated.units[partner].negated:
        return _owns(stated, stated.units[partner])
    head = stated.heads[partner]
    described = said.units[number].role == "v" and stated.units[head].negated and _describes(stated, partner)
    return described or _owns(said, said.units[number])


def _describes(stated: Statement, number: int) -> bool:
    """Tell whether a word describes the next one, "the promised library", or its head."""
    after = number + 1
    if stated.heads[number] != number:
        return True
    beside = after < len(stated.units) and stated.units[after].start == stated.units[number].end + 1
    return beside and stated.units[after].pos == "n" and stated.frames[stated.units[number].clause].passive


def _owns(statement: Statement, unit: Unit) -> bool:
    return unit.kind == "word" and statement.text[unit.end : unit.end + 1] in _POSSESSIVE


def _is_told_apart(said: Statement, stated: Statement, chosen: Chosen, unit: Unit) -> bool:
    """Tell whether a sentence speaks of those from whom the wording tells its subject apart: "unlike its neighbours, Lund …"."""
    frame = said.frames[unit.clause]
    parties = (match for at in _parties(frame) if (match := chosen[at]))
    return any(stated.units[match.stated].role in _APART for match in parties)


def _is_opposed_alike(said: Statement, stated: Statement, chosen: Chosen, unit: Unit) -> bool:
    """Tell whether both sides are against it, the one by a verb: "opposes the sale", "is against the sale"."""
    own = ((said.units[n], m) for n, m in enumerate(chosen) if m and said.units[n].clause == unit.clause)
    return any(AGAINST in (each.lemma, stated.units[match.stated].lemma) for each, match in own if not match.cancelled)


def _parties(frame: Frame) -> tuple[int, ...]:
    return (*frame.subject, *frame.object)


def _is_of_another_time(said: Statement, stated: Statement, chosen: Chosen, unit: Unit, partner: Unit) -> bool:
    """Tell whether a clause is dated by what the wording dates another act by, while this one has a date of its own."""
    ours = [number for number, other in enumerate(said.units) if other.kind == "date" and other.clause == unit.clause]
    homes = {stated.units[match.stated].clause for number in ours if (match := chosen[number])}
    theirs = any(other.kind == "date" and other.clause == partner.clause for other in stated.units)
    return bool(homes) and partner.clause not in homes and theirs
