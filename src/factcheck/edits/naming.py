"""Edits of names: another of the same kind."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factcheck.details.names import Name
from factcheck.edits.edit import Edit, Original, cased, exchanges, replace, turned
from factcheck.edits.known import Known, Named, telling
from factcheck.statement import Statement, Unit
from factcheck.tables import rows
from factcheck.tokens import fold

_OVERLAPPING = ("place", "region", "sea")  # one may hold another, so that only one far away is another
_SMALL = 3  # letters of "the", "of" and "and", which names share by chance
_SETTLED = ("country", "city", "person", "organisation", "group", *_OVERLAPPING)


def others(original: Original, known: Known) -> Iterator[Edit]:
    """Put another name of the same kind in the place of each."""
    for unit, name in _names(original.statement):
        if name.entity.kind in _SETTLED and _is_named(original, unit, known):
            lemmas = telling(original.statement) - {unit.lemma}
            partners = {each.lemma for each, _ in _names(original.statement)} - {unit.lemma}
            for other in _candidates(original, unit, name, known):
                form = _form(other, name, original.text[unit.start : unit.end])
                if form and not known.says(other.id, lemmas) and not known.pairs(other.id, partners):
                    yield replace(original, *_with_article(original, unit, name), form)
                    break


def _names(statement: Statement) -> Iterator[tuple[Unit, Name]]:
    for unit in statement.units:
        if isinstance(unit.value, Name):
            yield unit, unit.value


def _is_named(original: Original, unit: Unit, known: Known) -> bool:
    """Tell whether a unit has a word of the name itself: "the Algerian capital" describes Algiers and does not name it."""
    text = original.text[unit.start : unit.end]
    own = {fold(each.form) for each in known.names if each.id == unit.lemma}
    names = {word for form in (*own, *_adjectives().get(unit.lemma, ())) for word in fold(form).split()}
    return bool(names & set(fold(text).split())) and (text[:1].isupper() or text.islower())


def _candidates(original: Original, unit: Unit, name: Name, known: Known) -> Iterator[Named]:
    """Yield who or what could be taken for another: those of the database, else the table of places, else strangers."""
    kind = name.entity.kind
    near = [] if kind in _OVERLAPPING else known.names
    far = [each for each in (*_places(kind), *_strangers(kind)) if _is_unknown(each, known)]
    for pool in (near, far):
        found = [each for each in pool if each.kind == kind and _is_other(each, original, known)]
        yield from turned(found, f"{original.text}{unit.start}")


def _is_unknown(named: Named, known: Known) -> bool:
    """Tell whether a database names neither somebody or something nor a city of it."""
    forms = {fold(each.form) for each in known.names}
    return fold(named.form) not in forms and named.id not in known.entities and named.country not in known.entities


def _is_other(named: Named, original: Original, known: Known) -> bool:
    """Tell whether a name is of somebody or something that the claim does not speak of."""
    entities = known.stated[original.claim].entities
    words = {word for each in known.names if each.id in entities for word in fold(each.form).split()}
    capitals = {each.country for each in known.names if each.id in entities}
    return (
        named.id not in entities | capitals
        and named.country not in entities
        and words.isdisjoint(word for word in fold(named.form).split() if len(word) > _SMALL)
    )


def _form(named: Named, old: Name, text: str) -> str:
    """Return a name as it would stand where another stands, "" where it has no such form."""
    if not old.adjective:
        return cased(named.form, text) if text.islower() else named.form
    plural = text.lower().endswith("s")
    adjectives = [form for form in _adjectives().get(named.id, ()) if form.endswith("s") == plural]
    return cased(adjectives[0], text) if adjectives else ""


def _with_article(original: Original, unit: Unit, name: Name) -> tuple[int, int]:
    """Return where a name begins and ends with the "the" before it, which another name need not have."""
    before = original.text[: unit.start]
    follows = not name.adjective and before.lower().endswith(" the ")
    alone = not original.text[unit.end :].startswith((" ", "-", "–", "‑"))  # not as in "the Sahel states"
    return unit.start - len("the ") * (follows and alone), unit.end


@cache
def _adjectives() -> dict[str, tuple[str, ...]]:
    """Return the adjectives of the places in the general table, by entity."""
    return {f"p:{fold(row[1])}": tuple(row[2].split(", ")) for row in rows("places") if len(row) > 2 and row[2]}


@cache
def _places(kind: str) -> tuple[Named, ...]:
    """Return the places of a kind in the general table."""
    if kind == "city":
        capitals = [(row[3], row[1]) for row in rows("places") if row[0] == "country" and len(row) > 3 and row[3]]
        return tuple(_place("city", city.split("=")[0].split(", ")[0], country) for city, country in capitals)
    return tuple(_place(kind, row[1]) for row in rows("places") if row[0] == kind == "country")


def _place(kind: str, form: str, country: str = "") -> Named:
    return Named(f"p:{fold(form)}", kind, form, f"p:{fold(country)}" if country else "")


@cache
def _strangers(kind: str) -> tuple[Named, ...]:
    """Return names that hardly any database has."""
    return tuple(Named(f"u:{fold(form)}", kind, form) for form in exchanges("stranger").get((kind,), ()))
