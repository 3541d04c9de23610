"""Show what of a sentence cannot stand together with a claim, against the words of its excerpt or statement.

A conflict that decided is shown as it was found. Where a known misstatement decided, the sentence is compared with what
the claim says instead, ever less strictly, until something is found to differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from factcheck import alignment, words
from factcheck.alignment import Level
from factcheck.comparison import Comparison, Conflict
from factcheck.conflicts import anchored
from factcheck.decision import LEAST
from factcheck.draft import SEMILIGHT
from factcheck.findings import Relation, Span
from factcheck.pairs import Case, Note, Pair, Spot, Text, covered, merged
from factcheck.spans import adjoin, clause, is_compared, is_ranked, shown, span, together, touches, union
from factcheck.statement import Statement, Unit

_UNSURE = ("sibling", "role")  # kinds of conflict that tell less of a misstatement than the words themselves
_RELATIONAL = ("order", "role", "scope", "attribution")  # conflicts of details that may each be stated for themselves
_FULL = 1.0  # weight of a word that says something of its own


def find(case: Case) -> list[Pair]:
    """Return what of the part cannot stand together with the claim, each detail once."""
    if case.decision.conflicts:
        return _once(merged(case, (_contrast(case, conflict, case.own) for conflict in case.decision.conflicts)))
    roles = partial(_conflicts, only="role")
    for finder in (_conflicts, _rivals, roles, _conflicts_elsewhere, _denial, _replaced, _whole):
        if found := merged(case, finder(case)):
            return _once(found)
    return []


def retold(case: Case, pair: Pair, by: Case) -> Pair | None:
    """Return a contrast with one claim as one with another claim that has the same words in the same place."""
    units = [number for number, unit in enumerate(case.said.units) if pair.said.start <= unit.start < pair.said.end]
    for text in by.texts if pair.stated else ():
        for number in range(len(text.statement.units)):
            found = shown(text.statement, number, pair.kind)
            if pair.stated and found.text == pair.stated.text and _is_anchored(case.said, units, text, number):
                return pair._replace(stated=found, where=text.where)
    return None


def _is_anchored(said: Statement, units: Iterable[int], text: Text, number: int) -> bool:
    """Tell whether a unit of a text stands where one of some units of the sentence does."""
    return any(anchored(said, text.statement, text.comparison.matches, at, number) for at in units)


def _once(found: Iterable[Pair]) -> list[Pair]:
    kept: list[Pair] = []
    for pair in found:
        if not touches(pair.said, (other.said for other in kept)):
            kept.append(pair)
    return kept


def _conflicts(case: Case, only: str = "") -> Iterator[Pair]:
    """Yield what conflicts with the excerpt, and what else conflicts with the statement."""
    taken: set[int] = set()
    for text in case.texts:
        fresh = [found for found in _counting(case, text.comparison, only) if found.said not in taken]
        yield from (_contrast(case, conflict, text.comparison) for conflict in fresh)
        taken.update(conflict.said for conflict in fresh)


def _conflicts_elsewhere(case: Case) -> Iterator[Pair]:
    """Yield what conflicts with the first of the other right wordings that conflicts at all."""
    for comparison in case.others:
        if found := _counting(case, comparison):
            yield from (_contrast(case, conflict, comparison) for conflict in found)
            return


def _counting(case: Case, comparison: Comparison, only: str = "") -> list[Conflict]:
    """Return the conflicts of one kind, or of those that are sure, that the claim's other wordings do not undo."""
    found = [each for each in comparison.conflicts if each.kind == only or (not only and each.kind not in _UNSURE)]
    found = [conflict for conflict in found if conflict.said in case.part]
    return [conflict for conflict in found if conflict.kind in _RELATIONAL or not case.cover[conflict.said]]


def _contrast(case: Case, conflict: Conflict, comparison: Comparison) -> Pair:
    """Return a conflict with the words of excerpt or statement, else with the wording that it was found in."""
    if conflict.stated >= len(comparison.stated.units):  # the other side of an order may be nowhere in the wording
        conflict = conflict._replace(stated=0)
    unit, kind = case.said.units[conflict.said], _kind(conflict, comparison)
    note: Note = "denied" if kind == "negation" and unit.negated else ""
    pair = Pair(kind, Relation.CONFLICTS, shown(case.said, conflict.said, kind), note=note)
    spot = case.spot(comparison.stated, conflict.stated) or _alike(case, conflict)
    if spot is None:
        return pair._replace(quote=comparison.stated.text)
    stated, text = spot.shown(kind), spot.text
    if kind == "order" and not is_compared(text.statement, spot.number):
        stated = clause(text.statement, spot.number)
    partner = text.comparison.matches[conflict.said]
    if kind == "scope" and partner:  # "only one" against "one and another"
        other = shown(text.statement, partner.stated, kind)
        stated = together(text.statement.text, stated, other, "wording") or stated
    if stated.text.casefold() == pair.said.text.casefold():  # what differs stands beside it
        pair = pair._replace(said=clause(case.said, conflict.said))
        stated = clause(text.statement, spot.number)
    return pair._replace(stated=stated, where=text.where)


def _kind(conflict: Conflict, comparison: Comparison) -> str:
    """Return the kind of a conflict as one would call it: not all that excludes each other is an opposite."""
    unit, rival = comparison.said.units[conflict.said], comparison.stated.units[conflict.stated]
    if is_ranked(unit) and is_ranked(rival):
        return "rank"
    if conflict.kind == "opposite":
        against, sides = words.sense(unit.lemma, unit.pos).contraries, words.sense(rival.lemma, rival.pos).sides
        return "opposite" if against & sides else "sibling"
    speaks = conflict.said in comparison.said.speakers and conflict.stated in comparison.stated.speakers
    return "attribution" if conflict.kind == "name" and speaks else conflict.kind


def _alike(case: Case, conflict: Conflict) -> Spot | None:
    """Return where the excerpt or the statement conflicts in the same way with the same unit."""
    for text in case.texts:
        for other in text.comparison.conflicts:
            same = (other.kind, other.said) == (conflict.kind, conflict.said)
            if same and other.stated < len(text.statement.units):
                return Spot(text, other.stated)
    return None


def _rivals(case: Case) -> Iterator[Pair]:
    """Yield details that nothing in the claim matches and that exclude one of its own in a like role."""
    open_ = {number for number in case.part if not case.cover[number] and case.said.units[number].weight >= SEMILIGHT}
    for text in case.texts:
        free = set(range(len(text.statement.units))) - {match.stated for match in text.comparison.matches if match}
        for number, row in enumerate(alignment.align(case.said, text.index) if open_ else ()):
            unit = case.said.units[number]
            rivals = [match.stated for match in row if match.opposite and match.stated in free]
            rival = next((each for each in rivals if _like(unit, text.statement.units[each])), None)
            if number in open_ and rival is not None:
                open_.discard(number)
                free.discard(rival)
                kind = "opposite" if unit.kind == "word" else unit.kind
                said, stated = shown(case.said, number), shown(text.statement, rival)
                yield Pair(kind, Relation.CONFLICTS, said, stated, text.where)


def _like(unit: Unit, partner: Unit) -> bool:
    """Tell whether two details may stand for each other: names in one role only, or both after a preposition."""
    if unit.kind != "name":
        return unit.pos == partner.pos
    return unit.role == partner.role or not {unit.role, partner.role} & {"s", "o", "v"}


def _denial(case: Case) -> Iterator[Pair]:
    """Yield the best match of what either the sentence or the claim denies and the other one says."""
    places = ((text, number) for text in case.texts for number in case.part)
    found = [(_level(text, number), text, number) for text, number in places if _differs(text, number)]
    if not found:
        return
    level, text, number = max(found, key=lambda each: each[0])
    match = text.comparison.matches[number]
    near = match and level >= Level.NEAR  # another word, or none, is not what is denied: then all that the text says
    stated = shown(text.statement, match.stated, "negation") if match and near else _all_of(text)
    note: Note = "denied" if case.said.units[number].negated else ""
    yield Pair("negation", Relation.CONFLICTS, shown(case.said, number, "negation"), stated, text.where, note=note)


def _differs(text: Text, number: int) -> bool:
    """Tell whether a unit is denied on one side only."""
    unit, match = text.comparison.said.units[number], text.comparison.matches[number]
    if match is None:
        return unit.focus and unit.negated and not any(each.negated for each in text.statement.units)
    partner = text.statement.units[match.stated]
    return not match.cancelled and (unit.focus or partner.focus) and unit.negated != partner.negated


def _level(text: Text, number: int) -> Level:
    match = text.comparison.matches[number]
    return match.level if match else Level.NONE


def _replaced(case: Case) -> Iterator[Pair]:
    """Yield the words of the sentence that neither text has, with those that stand in their place in the nearer one."""
    text = max(case.texts, key=lambda text: sum(text.comparison.cover[number] for number in case.part))
    taken = {match.stated for match in text.comparison.matches if match}
    found: list[Pair] = []
    for run in _runs(case):
        place = _in_place(run, text, taken)
        taken.update(place)
        stated = union(text.statement.text, [shown(text.statement, number) for number in place])
        said = span(case.said.text, case.said.units[run[0]].start, case.said.units[run[-1]].end)
        found.append(Pair("wording", Relation.CONFLICTS, said, stated, text.where))
    yield from [pair for pair in found if pair.stated] or found


def _whole(case: Case) -> Iterator[Pair]:
    """Yield all that the part says against all that the claim's first text says."""
    text, units = case.texts[0], case.said.units
    said = span(case.said.text, units[case.part[0]].start, units[case.part[-1]].end)
    yield Pair("wording", Relation.CONFLICTS, said, _all_of(text), text.where)


def _all_of(text: Text) -> Span:
    words = text.statement.text
    return span(words, 0, len(words.rstrip(".")))


def _runs(case: Case) -> list[list[int]]:
    """Return the stretches of units that only the misstatement says, else those that neither text says."""
    units = case.said.units
    texts = covered((text.comparison for text in case.texts), len(units))
    weighty = [number for number in case.part if units[number].weight >= SEMILIGHT]
    missing = [number for number in weighty if case.cover[number] < LEAST]
    wrong = [number for number in missing if case.own.cover[number] >= LEAST]
    runs = _stretches(wrong or missing or [number for number in weighty if texts[number] < LEAST], case.said)
    return [run for run in runs if any(units[number].weight >= _FULL for number in run)] or runs


def _stretches(numbers: Iterable[int], statement: Statement) -> list[list[int]]:
    """Return units in stretches of those that stand together."""
    found: list[list[int]] = []
    for number in numbers:
        if found and adjoin(statement, found[-1][-1], number):
            found[-1].append(number)
        else:
            found.append([number])
    return found


def _in_place(run: Sequence[int], text: Text, taken: set[int]) -> list[int]:
    """Return the units of a text that are like those of a run, best between the same neighbours, else what is there."""
    said, stated, matches = text.comparison.said.units, text.statement.units, text.comparison.matches
    before = next((match.stated for number in range(run[0] - 1, -1, -1) if (match := matches[number])), -1)
    after = next((match.stated for match in matches[run[-1] + 1 :] if match), len(stated))
    free = [number for number, unit in enumerate(stated) if number not in taken and unit.weight >= SEMILIGHT]
    own = {(unit.role, unit.pos, unit.kind) for unit in (said[number] for number in run)}
    like = [number for number in free if (stated[number].role, stated[number].pos, stated[number].kind) in own]
    between = [number for number in free if before < number < after]
    there = [number for number in between if stated[number].kind in {kind for _, _, kind in own}]
    place = [number for number in like if number in between] or like or there
    return max(_stretches(place, text.statement), key=len, default=[])
