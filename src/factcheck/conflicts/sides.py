"""Who does what to whom, and what stands before what: subject and object, "A more than B", "A before B"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factcheck import words
from factcheck.alignment import Level
from factcheck.conflicts.exchange import Sides, crossed, sides
from factcheck.conflicts.places import Chosen, Conflict, Rows, acts, in_another_respect
from factcheck.details import order, possessives
from factcheck.details.comparatives import measures
from factcheck.details.converses import are_converse
from factcheck.details.quantities import Quantity
from factcheck.statement import Frame, Statement, Unit
from factcheck.tables import groups, kinds


@cache
def _symmetric() -> frozenset[str]:
    return groups("symmetric")["v"]


@cache
def _mutual() -> frozenset[str]:
    return groups("symmetric")["n"]


_WAYS = {"up", "down"}
_OF = re.compile(r"\bof (?:the )?(?:[\w'’-]+ and (?:the )?)?\Z")
_AGENTIVE = ("er", "or", "ant", "ist")  # endings of nouns for who does it: visitor, founder, mediator


def is_symmetric(verb: str) -> bool:
    """Tell whether a verb says the same of both its sides: A met B, B met A."""
    return verb.split()[0] in _symmetric()


def roles(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """The sentence's subject is the wording's object, while the wording's subject is another."""
    elsewhere = in_another_respect(said, chosen)
    for frame in said.frames:
        target = chosen[frame.verb] if frame.verb >= 0 else None
        if target is None or target.level < Level.NEAR or is_symmetric(said.units[frame.verb].lemma):
            continue
        if _is_mutual(said, frame):
            continue
        if any(link.kind == "order" for link in said.links) and any(link.kind == "order" for link in stated.links):
            continue  # who is ahead and who behind is told by their order
        if are_converse(said.units[frame.verb].lemma, stated.units[target.stated].lemma):
            continue
        partner = next((other for other in stated.frames if other.verb == target.stated), None)
        if elsewhere or (partner and _is_let(said, chosen, frame, partner)):
            continue
        found = partner and crossed(said, stated, frame, partner, chosen)
        found = found or (partner and _exchanged(said, stated, frame, partner, chosen))
        found = found or (partner and _acting(said, stated, frame.object, partner.subject, partner.object, chosen))
        if found:
            return [found]
    return _nominal(said, stated, chosen)


def _is_mutual(said: Statement, frame: Frame) -> bool:
    """Tell whether what a clause acts on is between two: "keeps up cooperation with Chad"."""
    after = said.units[frame.verb].clause + 1
    if after < len(said.frames) and said.frames[after].link in ("V", "T") and said.frames[after].verb >= 0:
        return is_symmetric(said.units[said.frames[after].verb].lemma)  # "goes on cooperating with Chad"
    between = any(unit.clause == said.units[frame.verb].clause and unit.role == "with" for unit in said.units)
    return between and any(said.units[number].lemma in _mutual() for number in frame.object)


def _is_let(said: Statement, chosen: Chosen, frame: Frame, partner: Frame) -> bool:
    """Tell whether who acts is let or helped by what acts in the wording: "the accord lets Chad extend its reach"."""
    clause = said.units[frame.verb].clause
    before = said.frames[clause - 1] if clause else None
    if before is None or before.verb < 0 or kinds("control").get(said.units[before.verb].lemma, "open") == "open":
        return False
    return any((match := chosen[number]) is not None and match.stated in partner.subject for number in before.subject)


def _names_who_acts(lemma: str) -> bool:
    return lemma.endswith(_AGENTIVE) or lemma == "guest"


def _nominal(said: Statement, stated: Statement, chosen: Chosen) -> list[Conflict]:
    """ "A was the guest of B" against "B visited A": what a thing is said to be, with its parties exchanged."""
    for number, unit in enumerate(said.units):
        match = chosen[number]
        frame = said.frames[unit.clause]
        if match is None or match.level < Level.NEAR or frame.verb >= 0 or not frame.subject:
            continue
        partner = stated.units[match.stated]
        relational = (
            unit.kind == "word"
            and unit.pos == "n"
            and unit.role == "o"
            and partner.role == "v"
            and _names_who_acts(unit.lemma)
        )
        if not relational or is_symmetric(partner.lemma) or are_converse(unit.lemma, partner.lemma):
            continue
        if sides(said, stated, unit.clause, partner.clause, chosen) is Sides.EXCHANGED:
            return [Conflict("role", number, match.stated)]
    return []


def _exchanged(said: Statement, stated: Statement, frame: Frame, partner: Frame, chosen: Chosen) -> Conflict | None:
    """Return the clash of who acts in the sentence and does not in the wording, where another does."""
    if any(stated.units[other].lemma.startswith("*") for other in partner.subject):
        return None  # a pronoun, which may be of anybody
    for number in _doers(said, frame):
        match, unit = chosen[number], said.units[number]
        if match is None or not acts(unit) or match.stated in partner.subject or not acts(stated.units[match.stated]):
            continue
        if any(match.stated in each.holders and partner.subject[:1] != each.holders[:1] for each in stated.holdings):
            continue  # it has a figure of its own: "the Heron carries 640 and the Plover 410"
        others = [other for other in partner.subject if acts(stated.units[other])]
        exchanged = others and any(
            (other := chosen[index]) and other.stated in others
            for index in range(len(chosen))
            if index not in frame.subject
        )
        doer = any(stated.units[other].pos in "np" for other in partner.subject)
        together = doer and stated.units[match.stated].clause == stated.units[partner.subject[-1]].clause
        acted_on = match.stated in partner.object and stated.units[match.stated].role == "o"
        if exchanged or (acted_on and together and not _owns(stated, match.stated)):
            return Conflict("role", number, partner.subject[0])
    return None


def _doers(said: Statement, frame: Frame) -> Sequence[int]:
    """Return who acts in a clause; what stands before a passive verb, "Lund is allowed to", does not."""
    start = said.units[frame.verb].start
    before = (n for n in frame.subject if not (frame.passive and said.units[n].start < start))
    return [number for number in before if not _is_only_owner(said, frame.subject, number)]


def _owns(stated: Statement, number: int) -> bool:
    """Tell whether a name stands behind "of", alone or in a pair, so that it only says whose it is: "the forces of Chad and Mali"."""
    return _OF.search(stated.text, 0, stated.units[number].start) is not None


def _is_only_owner(said: Statement, parties: Sequence[int], number: int) -> bool:
    """Tell whether a party is only whose another one is: "shores up Chad's buffer" acts on no Chad."""
    return possessives.owns(said.text, said.units[number].end) and any(other > number for other in parties)


def _acting(
    said: Statement,
    stated: Statement,
    object_: Sequence[int],
    stated_subject: Sequence[int],
    stated_object: Sequence[int],
    chosen: Chosen,
) -> Conflict | None:
    """The sentence's object is who acts in the wording, and what is acted on there is something else."""
    for number in object_:
        match = chosen[number]
        if (
            match
            and acts(said.units[number])
            and not _is_only_owner(said, object_, number)
            and acts(stated.units[match.stated])
            and match.stated in stated_subject
            and stated_object
        ) and (
            match.stated not in stated_object
            and said.units[number].role == "o"
            and stated.units[match.stated].role == "s"
        ):
            return Conflict("role", number, match.stated)
    return None


def orders(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """ "A more than B" against "B more than A", "A before B" against "A after B"."""
    if in_another_respect(said, chosen):
        return []
    for link in said.links:
        for other in stated.links:
            mixed = {link.kind, other.kind} == {"than", "order"}
            direction = order.oriented(link, other, chosen) if link.kind == other.kind or mixed else 0
            direction = direction or order.direction(link, other, chosen)
            if mixed:
                direction *= link.kind != "than" or _is_counted(said, chosen, link)
                than = said.units[link.measure] if link.kind == "than" else stated.units[other.measure]
                direction *= (
                    {"up": 1, "down": -1}.get(words.way(than.lemma), 0) if max(link.measure, other.measure) >= 0 else 0
                )
            if "than" in (link.kind, other.kind) and (
                said.frames[said.units[link.right[0]].clause].denied
                != stated.frames[stated.units[other.right[0]].clause].denied
            ):
                direction = -direction  # "no other spends more than A" has A in front
            if not mixed and link.kind == "than":
                direction *= _same_measure(link, other, chosen, said, stated)
            if direction < 0:
                return [Conflict("order", link.right[0], other.right[0])]
    return []


def _is_counted(said: Statement, chosen: Chosen, link: order.Link) -> bool:
    """Tell whether the wording has what a sentence has more of: "more tea" is of no coffee market."""
    after = link.measure + 1
    if link.measure < 0 or after >= len(said.units) or said.units[after].pos != "n" or after in link.right:
        return True
    return chosen[said.heads[after]] is not None


def _same_measure(link: order.Link, other: order.Link, chosen: Chosen, said: Statement, stated: Statement) -> int:
    """Return 1 where both comparatives point the same way, -1 where they are opposites, 0 where they measure different things."""
    if link.measure < 0 or other.measure < 0:
        return 0
    one, two = said.units[link.measure], stated.units[other.measure]
    match = chosen[link.measure]
    ours, theirs = _counted(said, link), _counted(stated, other)
    if ours >= 0 and theirs >= 0 and ((counted := chosen[ours]) is None or counted.stated != theirs):
        return 0  # fewer nurses are not less money
    if match and match.stated == other.measure:
        return 1
    if match and match.level is Level.SAME and not match.opposite:
        return 0  # the wording says that of another: "eleven were busier, only Orlo was quieter"
    if (
        words.contrary((one.lemma, one.pos), (two.lemma, two.pos))
        or {words.way(one.lemma), words.way(two.lemma)} == _WAYS
    ):
        return -1
    if _measures_another(said, link.measure, two) or _measures_another(stated, other.measure, one):
        return 0
    if _grades_an_adverb(said, link.measure) != _grades_an_adverb(stated, other.measure):
        return 0
    return 1 if "more" in (one.lemma, two.lemma) else 0


def _counted(statement: Statement, link: order.Link) -> int:
    """Return the noun that there is more or less of, right behind the word that says so, or -1."""
    after = link.measure + 1
    if statement.units[link.measure].lemma not in ("more", "less") or after >= len(statement.units):
        return -1
    noun = statement.heads[after]
    unit = statement.units[noun]
    plain = unit.kind == "word" and unit.pos == "n" and unit.weight >= 1 and noun not in link.right
    between = statement.text[statement.units[link.measure].end : statement.units[after].start]
    return noun if plain and not between.strip() else -1


def _grades_an_adverb(statement: Statement, measure: int) -> bool:
    """Tell whether a "more" tells how often or how well something is done: "were more often right than in 2023"."""
    after = statement.units[measure + 1] if measure + 1 < len(statement.units) else None
    return after is not None and after.pos == "r" and after.start == statement.units[measure].end + 1


def _measures_another(statement: Statement, measure: int, degree: Unit) -> bool:
    """Tell whether a "more" has an amount that the other word of degree is no measure of: "$100 more", "longer"."""
    before = statement.units[measure - 1].value if measure else None
    known = {name for name, _ in measures(degree.lemma)}
    amount = before.dimension.split(":")[0] if isinstance(before, Quantity) else ""
    return bool(known) and amount not in ("", "count", "times", "share") and amount not in known
