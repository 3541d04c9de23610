"""Who leads, coaches or wrote what, told by a verb here and by a noun there: the same one, or another."""

from __future__ import annotations

from factcheck.alignment import Level, Match
from factcheck.conflicts.places import Chosen, Conflict
from factcheck.details import identity, names
from factcheck.details.relations import Relation, rows_of_noun
from factcheck.findings import Relation as Outcome
from factcheck.statement import Statement


def settle(said: Statement, stated: Statement, chosen: list[Match | None]) -> tuple[Conflict, ...]:
    """Match a relation of the sentence with that of the wording; return a clash where its holder is another."""
    clashes = []
    for ours in said.relations:
        for theirs in stated.relations:
            if not ours.rows & theirs.rows or not _of_one_body(said, stated, ours, theirs, chosen):
                continue
            match = chosen[ours.place]
            if ours.rank != theirs.rank:
                chosen[ours.place] = None if match and match.stated == theirs.place else match
                continue  # a deputy head does not head
            outcome = _same_holder(said, stated, ours, theirs)
            if outcome is Outcome.CONFLICTS and _is_another_of_them(stated, ours, chosen):
                continue
            if outcome is Outcome.UNSTATED or (
                outcome is Outcome.CONFLICTS and _held_before(said, stated, ours, theirs)
            ):
                continue
            for number in (ours.place, ours.body):
                if number >= 0 and (chosen[number] is None or _is_loose(chosen, number)):
                    target = theirs.place if number == ours.place or theirs.body < 0 else theirs.body
                    chosen[number] = Match(target, Level.FAMILY, Outcome.AGREES)
            if outcome is Outcome.CONFLICTS:
                clashes.append(Conflict("office", ours.holder, theirs.holder))
    return tuple(clashes)


def _is_another_of_them(stated: Statement, ours: Relation, chosen: Chosen) -> bool:
    """Tell whether the wording calls the holder by the same noun, at another time: "last year's winner, Lund"."""
    match = chosen[ours.holder]
    beside = (match.stated - 1, match.stated + 1) if match else ()
    return any(
        0 <= at < len(stated.units) and not ours.rows.isdisjoint(rows_of_noun(stated.units[at].lemma)) for at in beside
    )


def _held_before(said: Statement, stated: Statement, ours: Relation, theirs: Relation) -> bool:
    """Tell whether a sentence says what somebody was, and the wording who was given the office, so that others held it before."""
    frame = said.frames[said.units[ours.place].clause]
    gained = any(post.gained and post.office == theirs.place for post in stated.posts)
    return gained and frame.past and (frame.verb < 0 or not said.units[frame.verb].weight)


def _is_loose(chosen: Chosen, number: int) -> bool:
    match = chosen[number]
    return match is not None and match.level < Level.FAMILY


def _same_holder(said: Statement, stated: Statement, ours: Relation, theirs: Relation) -> Outcome:
    one, two = said.units[ours.holder].value, stated.units[theirs.holder].value
    assert isinstance(one, names.Name)
    assert isinstance(two, names.Name)
    return identity.compare(one, two)


def _of_one_body(said: Statement, stated: Statement, ours: Relation, theirs: Relation, chosen: Chosen) -> bool:
    """Tell whether two relations are to the same body."""
    one = ours.within or said.units[ours.body].lemma
    two = theirs.within or stated.units[theirs.body].lemma
    match = chosen[ours.body] if ours.body >= 0 else None
    return one == two or (match is not None and match.stated == theirs.body and match.level >= Level.NEAR)
