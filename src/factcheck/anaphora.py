"""Match whom or what a sentence is about with what a running text takes it up by: "it", "the disease"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck import natures
from factcheck.alignment import Level, Match, name_relation
from factcheck.details import nametable
from factcheck.details.aliases import Alias
from factcheck.details.names import Name
from factcheck.findings import RIGHT, Relation
from factcheck.referring import StandIn
from factcheck.statement import Statement

_PARTIES = ("s", "o")
_THING = f"{nametable.ANYONE}thing"


def align(said: Statement, stated: Statement, rows: Sequence[list[Match]]) -> None:
    """Add to the rows of an alignment the matches of what a wording takes up from elsewhere."""
    for stand_in in stated.stand_ins:
        if stand_in.value is not None:
            _align_name(said, stated, rows, stand_in, stand_in.value)
        _align_described(said, rows, stand_in)
    for number in _unnamed_things(stated):
        _align_subject(said, rows, number)
    for alias in () if said.aliases else stated.aliases:
        _align_alias(rows, alias)


def _align_described(said: Statement, rows: Sequence[list[Match]], stand_in: StandIn) -> None:
    """Match what describes a noun with what a text has described by it before: "the Corran bridge" with "it"."""
    for number, unit in enumerate(said.units):
        head = said.heads[number]
        if head == number or unit.lemma not in stand_in.describing or any(not match.opposite for match in rows[number]):
            continue
        if any(match.stated == stand_in.unit and not match.opposite for match in rows[head]):
            rows[number][:] = [Match(stand_in.unit, Level.SAME, Relation.AGREES)]


def _align_name(
    said: Statement, stated: Statement, rows: Sequence[list[Match]], stand_in: StandIn, value: Name
) -> None:
    """Match a name that has no match with the noun that stands for it, unless the sentence has that noun too."""
    nouns = (row for row, unit in zip(rows, said.units, strict=True) if unit.kind == "word" and unit.pos == "n")
    if any(match.stated == stand_in.unit and match.level >= Level.SYNONYM for row in nouns for match in row):
        return
    for row, unit in zip(rows, said.units, strict=True):
        if unit.kind == "name" and unit.lemma not in stand_in.others and all(match.opposite for match in row):
            noun = stated.units[stand_in.unit]
            relation = name_relation(unit, noun._replace(value=value, lemma=value.entity.id))
            if relation in RIGHT:
                row[:] = [Match(stand_in.unit, Level.SAME, relation)]
                return


def _align_alias(rows: Sequence[list[Match]], alias: Alias) -> None:
    """Match a name that a wording gives as an alias with whom it is an alias of, where the sentence has not both."""
    own = next((row for row in rows if any(match.stated == alias.alias and not match.opposite for match in row)), None)
    both = any(match.stated == alias.of and not match.opposite for row in rows for match in row)
    if own is not None and not both:
        own[:] = [Match(alias.of, Level.SAME, Relation.AGREES)]


def _unnamed_things(stated: Statement) -> Iterator[int]:
    """Yield what a wording is about and nothing in its text names, by the number of its unit."""
    for number, unit in enumerate(stated.units):
        if unit.lemma == _THING and unit.role in _PARTIES:
            yield number
    for stand_in in stated.stand_ins:
        if stand_in.value is not None and stand_in.value.entity.id == _THING:
            yield stand_in.unit


def _align_subject(said: Statement, rows: Sequence[list[Match]], stated: int) -> None:
    """Match the bare noun that a sentence begins with and is about: "uranium", "global warming", not "the bridge"."""
    subject = _bare_subject(said)
    if any(match.stated == stated for row in rows for match in row) or any(rows[number] for number in subject):
        return
    for number in subject:
        rows[number].append(Match(stated, Level.SAME, Relation.ENTAILS))


def _bare_subject(said: Statement) -> range:
    """Return the units of the noun phrase without an article that begins a sentence and that it is about, if it has one."""
    last = -1
    for number, unit in enumerate(said.units):
        if unit.kind != "word" or unit.pos not in "na" or unit.role not in _PARTIES or unit.clause:
            break
        last = number
    bare = last >= 0 and said.units[0].first == 0 and said.heads[0] == last and said.units[last].pos == "n"
    frame = said.frames[0] if bare else None
    about = frame is not None and last in (frame.object if frame.passive else frame.subject)
    plural = bare and said.text[: said.units[last].end].endswith("s")
    return range(last + 1) if about and not plural and not natures.of(said.units[last].lemma) else range(0)
