"""What a superlative says in other words: "no hall is larger than Moss", "never as warm as in 2020", "larger than any other"."""

from __future__ import annotations

from factcheck.details.order import Link
from factcheck.details.quantities import Quantity
from factcheck.draft import Draft

_NOBODY = frozenset(("no", "none", "nobody", "no-one", "nothing"))
_NEVER = frozenset(("never", "ever"))
_OTHERS = frozenset(("ever", "any", "anyone", "anybody", "anything", "anywhere", "everyone", "everybody", "everything"))
_TIMES = frozenset(("then", "now", "today", "year", "month", "season", "time", "week", "day", "summer", "winter"))
_BECOMING = frozenset(
    ("become", "becomes", "became", "get", "gets", "got", "grow", "grows", "grew", "grown", "turn", "turned")
)
_NOT = frozenset(("not", "n't"))
_SPANNING = frozenset(("for", "in", "over"))
_COUNTING = frozenset(("many", "much", "few", "little"))
_PRONOUNS = (["she"], ["he"], ["it"], ["they"], ["this"], ["these"], ["there"])
_REACH = 4  # tokens between a word of degree and its second "as"
_BEFORE = 2  # tokens before a word of degree in which a "no" of its own may stand


def find(draft: Draft, links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Make superlatives of the comparatives that set a thing above all others; return the comparisons that are left."""
    left = []
    for link in links:
        if (
            link.kind == "than"
            and link.measure >= 0
            and _is_unsurpassed(draft, link.measure, _standard_at(draft, link))
        ):
            _raise(draft, link.measure)
        else:
            left.append(link)
    for number in _alone(draft):
        _raise(draft, number)
    for number in _without_standard(draft):
        _raise(draft, number)
    for number, unit in enumerate(draft.units):
        end = _as_as(draft, number)
        if end and unit.pos in "ar" and _is_unsurpassed(draft, number, end):
            _raise(draft, number)
    return tuple(left)


def _alone(draft: Draft) -> list[int]:
    """Return the comparatives of which a sentence knows none at all: "no larger hall has been found"."""
    norms = [token.norm for token in draft.tokens]
    return [
        number
        for number, unit in enumerate(draft.units)
        if unit.comparative
        and norms[unit.first - 1 : unit.first] == ["no"]
        and draft.tags[unit.last : unit.last + 1] in ("A", "N", "K")
        and "than" not in norms[unit.last : draft.clauses[unit.clause].last]
    ]


def _without_standard(draft: Draft) -> list[int]:
    """Return the words of degree that nothing reached at all, or in a time: "had never had a warmer May", "not as low since 1921"."""
    norms = [token.norm for token in draft.tokens]
    found = []
    for number, unit in enumerate(draft.units):
        clause = draft.clauses[unit.clause]
        before, after = norms[clause.first : unit.first], norms[unit.last : clause.last]
        equated = norms[unit.first - 1 : unit.first] in (["as"], ["so"]) and unit.pos in "ar" and "as" not in after
        graded = (unit.comparative and unit.pos in "ar") or equated
        denied = draft.denied.get(unit.clause, False) or unit.negated
        if not graded or not denied or "than" in after or _BECOMING.intersection(before):
            continue
        acts = clause.group is not None and clause.group.head < unit.first
        if equated and not acts and unit.lemma in _COUNTING:
            before = norms[clause.first : clause.last]  # "so few ships had never called"
        nobody = _NOBODY.intersection(before[:1]) and acts and "longer" not in norms[unit.first : unit.last]
        never = _NEVER.intersection(before) and "again" not in before
        if never or nobody or (_is_within(draft) and _NOT.intersection(before)):
            found.append(number)
    return found


def _is_within(draft: Draft) -> bool:
    """Tell whether a sentence speaks of a stretch of time up to now: "since 1921", "in forty years"."""
    if any(token.norm == "since" for token in draft.tokens):
        return True
    spans = (unit for unit in draft.units if isinstance(unit.value, Quantity) and unit.value.dimension == "time")
    return any(
        _SPANNING.intersection(t.norm for t in draft.tokens[max(unit.first - 2, 0) : unit.last]) for unit in spans
    )


def _standard_at(draft: Draft, link: Link) -> int:
    """Return the token after "than"."""
    first = draft.units[link.measure].last
    return next(at for at in range(first, len(draft.tokens)) if draft.tokens[at].norm == "than") + 1


def _as_as(draft: Draft, number: int) -> int:
    """Return the token after the second "as" of "as warm as", "as many people as", or 0."""
    unit = draft.units[number]
    norms = [token.norm for token in draft.tokens]
    if norms[unit.first - 1 : unit.first] != ["as"]:
        return 0
    end = next((at + 1 for at in range(unit.last, min(unit.last + _REACH, len(norms))) if norms[at] == "as"), 0)
    return end if end < len(norms) else 0


def _is_unsurpassed(draft: Draft, degree: int, standard: int) -> bool:
    """Tell whether a comparison sets its standard above all others, or its comparee above all others."""
    unit = draft.units[degree]
    clause = draft.clauses[unit.clause]
    before = [token.norm for token in draft.tokens[clause.first : unit.first]]
    if draft.tokens[standard].norm in _OTHERS if standard < len(draft.tokens) else False:
        return unit.comparative and not draft.denied.get(unit.clause, False)
    if not draft.denied.get(unit.clause, False):
        return False
    if _NEVER.intersection(before) or (_is_within(draft) and _NOT.intersection(before)):
        return _is_time(draft, standard)
    own = _NOBODY.intersection(before[-_BEFORE:])
    exists = before[:1] == ["there"]
    return bool(_NOBODY.intersection(before)) and (exists or not own)


def _is_time(draft: Draft, standard: int) -> bool:
    """Tell whether a comparison is with a time: "than in 2017", "as this year"."""
    if [token.norm for token in draft.tokens[standard : standard + 1]][:1] in _PRONOUNS:
        return True  # "than she did there", "than this"
    unit = next((each for each in draft.units if each.first >= standard), None)
    return unit is not None and (unit.kind == "date" or unit.lemma in _TIMES)


def _raise(draft: Draft, degree: int) -> None:
    """Make a superlative of a word of degree; what denied the others is spent, and the standard is what it is said of."""
    unit = draft.units[degree]
    unit.superlative, unit.comparative, unit.weight = True, False, max(unit.weight, 1.0)
    if unit.lemma in _COUNTING:
        for other in draft.units[degree + 1 : degree + 2]:
            other.scope = ""  # "so few medals" are not few of them
    unit.lemma = "more" if unit.lemma in ("many", "much") else unit.lemma
    for other in draft.units:
        if other.lemma == "before" and [t.norm for t in draft.tokens[other.first - 1 : other.first]] == ["ever"]:
            other.weight = 0.0  # "than ever before"
    if not draft.denied.pop(unit.clause, False) and not unit.negated:
        return
    for other in draft.units:
        if other.clause == unit.clause and other.negated:
            other.negated = other.focus = False
        if other.first >= unit.last and other.role in ("than", "as") and other.kind != "date":
            other.role = "s"
