"""All against some, only against others too, the first against the second."""

from __future__ import annotations

from factcheck.conflicts.exceptions import exceptions
from factcheck.conflicts.places import Chosen, Conflict, Rows
from factcheck.details import others
from factcheck.statement import Statement

_SEVERAL = ("some", "few", "most", "all")  # quantifiers of more than one
_ENDS = ("first", "last")
_SCOPE_CLASHES = frozenset(
    (
        ("all", "some"),
        ("all", "one"),
        ("all", "few"),
        ("all", "most"),
        ("all", "half"),
        ("few", "most"),
        ("few", "all"),
        ("most", "few"),
        ("only", "all"),
        ("few", "half"),
        ("first", "last"),
        ("last", "first"),
        ("half", "all"),
        ("all", "only"),
        ("all", "part"),
        ("part", "all"),
        ("one", "only"),
        ("only", "one"),
        ("only", "others"),
        ("only", "not only"),
        ("only", "part"),
    )
)


def scopes(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """All against some, only against all."""
    found = exceptions(said, stated, chosen)
    heads = stated.heads
    alone = any(unit.scope == "only" for unit in said.units)
    if not alone:
        found += _besides(said, stated, chosen)
    for number, unit in enumerate(said.units):
        match = chosen[number]
        if match and stated.exceptive and alone:
            continue  # who alone did not is who is excepted
        if match and unit.scope and not unit.negated:
            partner = stated.units[heads[match.stated] if unit.kind == "name" else match.stated]
            whole = unit.kind == partner.kind == "name" and partner.scope == "all"  # "the whole Sahel" is one place
            apart = unit.scope == "all" and partner.scope == "part" and said.exceptive
            if apart and _is_excepted(said, stated, chosen):
                continue  # "all but Orlo", "eleven of the twelve; only Orlo"
            if unit.scope in _ENDS and any(other.scope == unit.scope for other in stated.units):
                continue  # "the first was in 1850, the last in 1963"
            if unit.scope == "only" and partner.scope == "part" and _is_the_other(said, stated, chosen, number):
                continue
            if (unit.scope, partner.scope) in _SCOPE_CLASHES and not partner.negated and not whole:
                found.append(Conflict("scope", number, match.stated))
                if unit.scope == "part" and number and said.units[number - 1].kind == "quantity":
                    found.append(Conflict("scope", number - 1, match.stated))
    return found


def _is_excepted(said: Statement, stated: Statement, chosen: Chosen) -> bool:
    """Tell whether a name of the sentence is one of which the wording says something alone."""
    matches = (match for unit, match in zip(said.units, chosen, strict=True) if match and unit.kind == "name")
    return any(stated.units[match.stated].scope == "only" for match in matches)


def _is_the_other(said: Statement, stated: Statement, chosen: Chosen, number: int) -> bool:
    """Tell whether what is called the only one is alone in the wording too: "eleven of the twelve are open, only Orlo is shut"."""
    subjects = (each for kind in said.predications if kind.kind == number for each in kind.of)
    return any((match := chosen[each]) is not None and stated.units[match.stated].scope == "only" for each in subjects)


def _besides(said: Statement, stated: Statement, chosen: Chosen) -> list[Conflict]:
    """ "Another county was dry" against "Ash was the only dry county", though not "Ash alone among the counties was"."""
    for number, unit in enumerate(said.units):
        match = chosen[number]
        only = match is not None and unit.pos == "n" and stated.units[match.stated].scope == "only"
        if not (match and only) or said.frames[unit.clause].denied:
            continue
        if others.is_another(said.text[: unit.start]) or _are_several(said, stated, number, match.stated):
            return [Conflict("scope", number, match.stated)]
    return []


def _are_several(said: Statement, stated: Statement, number: int, partner: int) -> bool:
    """Tell whether a sentence speaks of more than one of what the wording says there is but one of: "several villages"."""
    unit, one = said.units[number], stated.units[partner]
    single = one.pos == "n" and one.kind == "word" and stated.text[one.start : one.end].lower() == one.lemma
    more = unit.scope in _SEVERAL or said.text[unit.start : unit.end].lower() == f"{unit.lemma}s"
    return single and more and unit.kind == "word" and one.lemma == unit.lemma


def ranks(said: Statement, stated: Statement, rows: Rows, chosen: Chosen) -> list[Conflict]:
    """ "The largest" against "the second-largest"."""
    found = []
    for number, unit in enumerate(said.units):
        match = chosen[number]
        if (
            match
            and unit.superlative
            and stated.units[match.stated].superlative
            and unit.rank != stated.units[match.stated].rank
        ):
            found.append(Conflict("rank", number, match.stated))
    return found
