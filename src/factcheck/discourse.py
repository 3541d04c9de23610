"""Running text: whom or what a pronoun stands for that begins to speak of somebody whom an earlier sentence names.

A pronoun takes up the subject of the sentence before it, as centering theory has it (Grosz, Joshi and Weinstein 1995), and
only where nothing else there could be meant. One that nothing in a text goes before stands for whomever a sentence is about.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck import natures
from factcheck.detailing import NAME_WEIGHT
from factcheck.details import names, nametable
from factcheck.referring import Referent
from factcheck.statement import Frame, Statement, Unit, parse
from factcheck.tokens import Token, tokenize

SORTS = _PERSON, _THING = "person", "thing"  # what a pronoun can stand for
_PRONOUNS = {"he": _PERSON, "she": _PERSON, "his": _PERSON, "her": _PERSON, "it": _THING, "its": _THING}
_EMPTY_IT = re.compile(
    r"\bit(?:'s|’s)?\s+(?:(?:is|was|has been|will be|would be)\s+)?(?:\w+\s+){0,4}?(?:that|who|whether|to|for|how|why|when|if)\b"
    r"|\bit (?:seems|appears|rain|snow|took|takes|follows|turns)",
    re.IGNORECASE,
)
_NOUN_WEIGHT = 1.0


def _unnamed(sort: str) -> Referent:
    """Return what a pronoun stands for that nothing goes before."""
    entity = nametable.Entity(f"{nametable.ANYONE}{sort}", sort)
    return Referent("name", entity.id, NAME_WEIGHT, names.Name(0, 0, entity, frozenset()))


@dataclass(slots=True)
class _Topic:
    """Whom and what the text has come to speak of; None where several could be meant.

    `meant` gives it for a pronoun by what it can stand for, `kinds` for "the film" by the noun that said what a thing is,
    `described` for "the bridge" what the text has described the one bridge by; () where it has spoken of several.
    """

    meant: dict[str, Referent | None] = field(
        default_factory=lambda: {sort: _unnamed(sort) for sort in (_PERSON, _THING)}
    )
    kinds: dict[str, Referent | None] = field(default_factory=dict)
    described: dict[str, tuple[str, ...]] = field(default_factory=dict)
    opened: bool = False

    def take_up(self, statement: Statement, continued: Collection[Referent]) -> None:
        """Note what the next sentence may take up from this one; what one after the other speaks of goes on to be spoken of."""
        for sort in (_PERSON, _THING):
            topic = self.meant[sort]
            if topic is not None and topic.lemma[0] != nametable.ANYONE and topic in continued:
                continue
            found = {referent.lemma: referent for referent in _candidates(statement, sort)}
            if found:
                self.meant[sort] = next(iter(found.values())) if len(found) == 1 else None
        for number, unit in enumerate(statement.units):
            if unit.kind == "word" and unit.pos == "n" and (describing := _describing(statement, number)):
                self.described[unit.lemma] = (
                    describing if self.described.get(unit.lemma, describing) == describing else ()
                )
        for each in statement.predications:
            lemma = statement.units[each.kind].lemma
            for referent in (_named(statement.units[number]) for number in each.of):
                if referent is not None:
                    other = self.kinds.get(lemma, referent)
                    self.kinds[lemma] = referent if other and other.lemma == referent.lemma else None
        self.opened = True

    def again(self, unit: Unit) -> Referent | None:
        """Return what "the bridge" stands for where the text has described one bridge."""
        describing = self.described.get(unit.lemma)
        return Referent("word", unit.lemma, unit.weight, None, unit.parts, describing) if describing else None

    def thing(self, lemma: str) -> Referent | None:
        """Return what "the film" stands for: what a text has called a film, or at its beginning whatever a sentence is about."""
        if self.opened:
            return self.kinds.get(lemma)
        found = natures.of(lemma)
        return _unnamed(_PERSON if "person" in found else _THING) if found else None


def referents(texts: Sequence[str], table: nametable.NameTable) -> Iterator[Mapping[int, Referent]]:
    """Yield for each sentence of a text what its pronouns, and nouns such as "the film", stand for, by the number of their token."""
    topic = _Topic()
    plain = [parse(text, table) for text in texts]
    named = frozenset(unit.lemma for statement in plain for unit in statement.units if unit.kind == "name")
    for text, statement in zip(texts, plain, strict=True):
        tokens = tokenize(text)
        found = {number: topic.meant[sort] for number, sort in _pronouns(text, tokens, statement)}
        found |= {number: topic.thing(lemma) for number, lemma in _definites(tokens, statement)}
        found |= {at: topic.again(unit) for at, unit in _bare(tokens, statement) if found.get(at) is None}
        told = {number: _apart(referent, named) for number, referent in found.items() if referent is not None}
        yield told
        topic.take_up(parse(text, table, told) if told else statement, told.values())


def _apart(referent: Referent, named: frozenset[str]) -> Referent:
    """Return what a text has not named as none of those whom it names elsewhere."""
    return referent._replace(others=named) if referent.lemma[0] == nametable.ANYONE else referent


def _definites(tokens: Sequence[Token], statement: Statement) -> Iterator[tuple[int, str]]:
    """Yield the nouns of subjects such as "the film", which nothing else names, by the number of their token."""
    for frame in statement.frames:
        numbers = frame.object if frame.passive else frame.subject
        units = [statement.units[number] for number in numbers if statement.units[number].kind != "date"]
        if len(units) == 1 and units[0].kind == "word" and not _is_explained(statement, units[0].start):
            first = units[0].first
            if first and tokens[first - 1].norm == "the":
                yield first, units[0].lemma


def _bare(tokens: Sequence[Token], statement: Statement) -> Iterator[tuple[int, Unit]]:
    """Yield the nouns behind "the" that nothing in their sentence describes, with the number of their token."""
    for number, unit in enumerate(statement.units):
        noun = unit.kind == "word" and unit.pos == "n" and " " not in unit.lemma
        if noun and unit.first and tokens[unit.first - 1].norm == "the" and not _describing(statement, number):
            yield unit.first, unit


def _describing(statement: Statement, noun: int) -> tuple[str, ...]:
    """Return the words and names that describe a noun."""
    return tuple(
        unit.lemma
        for number, unit in enumerate(statement.units)
        if statement.heads[number] == noun != number and unit.kind in ("word", "name") and unit.weight
    )


def _pronouns(text: str, tokens: Sequence[Token], statement: Statement) -> Iterator[tuple[int, str]]:
    """Yield the pronouns of a sentence that nothing before them in the sentence explains, each with what it can stand for."""
    if _EMPTY_IT.search(text):
        return
    for number, token in enumerate(tokens):
        sort = _PRONOUNS.get(token.norm)
        if sort and not _is_explained(statement, token.start, acted=token.norm == "it"):
            yield number, sort


def _is_explained(statement: Statement, start: int, acted: bool = False) -> bool:
    """Tell whether a clause before a pronoun has a subject of its own, which it may stand for.

    What is `acted` on is not who acts in the same clause: "The Greens voted against it".
    """
    return any(
        not (acted and frame.start <= start < frame.end) and _has_a_subject(statement, frame, start)
        for frame in statement.frames
    )


def _has_a_subject(statement: Statement, frame: Frame, start: int) -> bool:
    """Tell whether a clause that begins before a place has something that it is about before it."""
    return any(
        statement.units[number].end <= start and statement.units[number].kind != "date"
        for number in (frame.object if frame.passive else frame.subject)
        if frame.verb < 0 or statement.units[frame.verb].start < start
    )


def _candidates(statement: Statement, sort: str) -> Iterator[Referent]:
    """Yield what a pronoun of the next sentence may stand for: names, and the subject where that is no name.

    "It" is nothing that stands in the plural, and no name beside a subject that it may well be.
    """
    told = _begins_with_a_thing(statement) if sort == _THING else False
    for number, unit in enumerate(statement.units):
        if statement.heads[number] != number:
            continue  # what only describes: "the Corran bridge"
        if unit.kind == "name":
            referent = _named(unit)
            kind = referent.value.entity.kind if referent and referent.value else ""
            if referent and _can_be(kind, sort) and not (told and kind == "unknown"):
                yield referent
        elif unit.pos == "n" and unit.kind == "word" and unit.weight:
            person = "person" in natures.of(unit.lemma)
            several = sort == _THING and _is_plural(statement, unit)
            if unit.role in ("s", "o") and person == (sort == _PERSON) and not several:
                yield Referent("word", unit.lemma, _NOUN_WEIGHT, None, unit.parts, _describing(statement, number))


def _begins_with_a_thing(statement: Statement) -> bool:
    """Tell whether a sentence is about a thing that has no name: "The comet was discovered by …"."""
    frame = statement.frames[0] if statement.frames else None
    subject = (frame.object if frame.passive else frame.subject) if frame else ()
    units = [statement.units[number] for number in subject if statement.heads[number] == number]
    units = [unit for unit in units if unit.kind == "word" and unit.pos == "n" and unit.weight]
    return len(units) == 1 and not _is_plural(statement, units[0]) and "person" not in natures.of(units[0].lemma)


def _is_plural(statement: Statement, unit: Unit) -> bool:
    """Tell whether a noun stands in the plural."""
    form = statement.text[unit.start : unit.end].lower()
    return form != unit.lemma and form.endswith("s")


def _named(unit: Unit) -> Referent | None:
    """Return a name as what may be taken up."""
    if not isinstance(unit.value, names.Name) or unit.value.adjective or unit.lemma[0] == nametable.ANYONE:
        return None
    return Referent("name", unit.lemma, unit.weight, unit.value, unit.parts)


def _can_be(kind: str, sort: str) -> bool:
    if sort == _PERSON:
        return kind in ("person", "unknown")
    return kind != "person"
