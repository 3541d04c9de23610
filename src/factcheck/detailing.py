"""Find the details of a sentence: dates, names, quantities and what its pronouns stand for, each as a unit of a draft."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from factcheck import assertion
from factcheck.details import currencies, dates, estimates, lifespans, names, nametable, quantities
from factcheck.draft import Draft, DraftUnit

if TYPE_CHECKING:
    from factcheck.referring import Referent
    from factcheck.statement import Detail

_SIGNS = frozenset("$£")
NAME_WEIGHT, QUANTITY_WEIGHT, DATE_WEIGHT, WORD_WEIGHT = 1.5, 1.5, 1.2, 1.0


def find(draft: Draft, table: nametable.NameTable, referents: Mapping[int, Referent]) -> None:
    """Add dates, names and quantities; what a date has taken is no name, what either has taken no quantity; greetings are neither."""
    taken = assertion.framing(draft.tokens)
    for at, referent in referents.items():
        if draft.tags[at] == "N":
            continue
        unit = draft.add(referent.kind, at, at + 1, referent.lemma, "n", referent.weight)
        unit.value, unit.parts = referent.value, referent.parts
        taken.add(at)
    for life in lifespans.find(draft.tokens, draft.tags):
        _add_lifespan(draft, taken, life)
    for date in dates.find(draft.tokens):
        _add_detail(draft, taken, "date", date, DATE_WEIGHT)
    found = names.find(draft.tokens, draft.tags, table)
    money = _money(draft) if any(_is_before_money(draft, name.last) for name in found) else frozenset()
    for name in found:
        if money.issuperset(range(name.first, name.last)):
            continue  # "21.8 million US dollars"
        if named := _add_detail(draft, taken, "name", name, NAME_WEIGHT):
            named.lemma, named.parts = name.entity.id, tuple(sorted(name.parts))
    for quantity in quantities.find(draft.tokens, frozenset(taken)):
        _add_detail(draft, taken, "quantity", estimates.hedged(quantity, draft.tokens), QUANTITY_WEIGHT)
    draft.owner = dict.fromkeys(taken, -1)


def _add_lifespan(draft: Draft, taken: set[int], life: lifespans.Lifespan) -> None:
    """Add a birth and a death with their dates, as if the words stood there."""
    for at, lemma, pos, date in ((life.birth_at, "born", "a", life.birth), (life.death_at, "die", "v", life.death)):
        draft.add("word", at, at + 1, lemma, pos, WORD_WEIGHT)
        taken.add(at)
        _add_detail(draft, taken, "date", date, DATE_WEIGHT)


def _is_before_money(draft: Draft, at: int) -> bool:
    """Tell whether the name of a currency, or the sign of one, stands at a token."""
    word = draft.tokens[at].norm if at < len(draft.tokens) else ""
    return currencies.is_noun(word) or word in _SIGNS


def _money(draft: Draft) -> frozenset[int]:
    """Return the tokens of amounts of money beside their last, in which no name of a country is one of its own."""
    amounts = (amount for amount in quantities.find(draft.tokens) if amount.dimension.startswith("money"))
    return frozenset(at for amount in amounts for at in range(amount.first, amount.last - 1))


def _add_detail(draft: Draft, taken: set[int], kind: str, value: Detail, weight: float) -> DraftUnit | None:
    """Add a detail unless another has taken one of its tokens."""
    span = range(value.first, value.last)
    if not taken.isdisjoint(span):
        return None
    taken.update(span)
    unit = draft.add(kind, value.first, value.last, kind, "n", weight)
    unit.value = value
    return unit
