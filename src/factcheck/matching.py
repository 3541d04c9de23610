"""Which of the matches of a unit counts: each unit of a wording answers one of a sentence, the closest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck import alignment, conflicts
from factcheck.alignment import Level, Match
from factcheck.conflicts import Chosen, Rows, described
from factcheck.findings import Relation
from factcheck.statement import Statement, Unit

_GENERAL = Level.HYPERNYM  # up to here two words only have to do with each other
_PASSES = (
    (Level.SAME, Level.SAME),
    (Level.SYNSET, Level.SAME),
    (Level.SCENE, _GENERAL),
)  # what is closest is matched first


def choose(said: Statement, stated: Statement, rows: Rows) -> list[Match | None]:
    """Choose one positive match a unit: words and names first, then figures and dates by what stands around them."""
    chosen: list[Match | None] = [None] * len(rows)
    used: dict[int, str] = {}
    worded = [
        (number, unit) for number, unit in enumerate(said.units) if rows[number] and unit.kind in ("word", "name")
    ]
    for least, most in _PASSES:
        alone = least is Level.SAME or most is _GENERAL  # takes only what nothing better has taken
        for number, unit in worded:
            if chosen[number] is not None:
                continue
            options = [
                match
                for match in rows[number]
                if not match.opposite
                and least <= match.level <= most
                and (match.stated not in used or not (alone or _is_whole_of_another(unit, stated, match)))
            ]
            best = _best(said, stated, number, options, used) if options else None
            best = best or (_cancelled(said, unit, stated, rows, number) if least is Level.SYNSET else None)
            if best:
                used[best.stated] = unit.lemma
                chosen[number] = best
    for number, unit in enumerate(said.units):
        if unit.kind in ("quantity", "date"):
            chosen[number] = _choose_value(said, stated, rows, number, _home(said, stated, chosen, number))
    return chosen


def _is_whole_of_another(unit: Unit, stated: Statement, match: Match) -> bool:
    """Tell whether a name is only the country of what another name of the sentence has for its own, in another role."""
    return unit.kind == "name" and match.relation is Relation.ENTAILS and unit.role != stated.units[match.stated].role


def _best(said: Statement, stated: Statement, number: int, options: Sequence[Match], used: Mapping[int, str]) -> Match:
    """Return the best of some matches that no other word has, the best of all where it is had by the same word again."""
    free = [match for match in options if match.stated not in used]
    equals = [match for match in free if match.level is options[0].level]
    if len(equals) > 1:
        return _described_alike(said, stated, number, equals)
    again = used.get(options[0].stated) == said.units[number].lemma
    return equals[0] if equals else options[0] if again or not free else free[0]


def _described_alike(said: Statement, stated: Statement, number: int, options: Sequence[Match]) -> Match:
    """Return the match that is described as the unit is, else the first: the smaller navy, not the larger."""
    ours = described(said, number)
    return max(options, key=lambda match: len(ours & described(stated, match.stated))) if ours else options[0]


def _cancelled(said: Statement, unit: Unit, stated: Statement, rows: Rows, number: int) -> Match | None:
    """An opposite under a negation on one side only says the same: "did not stop" is "continued"."""
    for match in rows[number]:
        partner = stated.units[match.stated]
        if (
            match.opposite
            and unit.kind == "word"
            and (unit.pos == partner.pos or {unit.pos, partner.pos} == {"a", "v"})
            and conflicts.denied(said, unit) != conflicts.denied(stated, partner)
        ):
            return Match(match.stated, Level.SYNONYM, Relation.AGREES, cancelled=True)
    return None


def _home(said: Statement, stated: Statement, chosen: Chosen, number: int) -> int:
    """Return the clause of the wording that has the verb of a unit's clause, or -1."""
    verb = said.frames[said.units[number].clause].verb
    match = chosen[verb] if verb >= 0 else None
    return stated.units[match.stated].clause if match is not None and match.level >= Level.SYNONYM else -1


def _choose_value(said: Statement, stated: Statement, rows: Rows, number: int, home: int) -> Match | None:
    """Choose a figure or date of the wording: one beside the same verb (in clause `home`), then the one in like surroundings."""
    options = [
        match
        for match in rows[number]
        if not match.opposite
        and match.relation is not Relation.UNSTATED
        and conflicts.count_alike(said, stated, rows, number, match.stated)
        and not conflicts.is_former(said, stated, rows, number, match.stated)
    ]
    if not options:
        return None
    near = {match.stated: alignment.nearness(said, rows, number, match.stated) for match in options}
    agrees = {match.stated for match in options if match.relation is Relation.AGREES}
    beside = {match.stated for match in options if stated.units[match.stated].clause == home}
    return max(
        options,
        key=lambda match: (
            match.stated in agrees & beside,
            near[match.stated],
            match.stated in agrees,
            -match.stated,
        ),
    )
