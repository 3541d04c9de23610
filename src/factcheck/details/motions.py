"""Motions: "was carried", "passed" and "was lost" of what is voted on say that it is adopted or rejected."""

from __future__ import annotations

from factcheck.draft import Draft, DraftUnit

_MOVED = frozenset(("motion", "amendment", "resolution"))  # nothing else is "lost" or "falls" by being voted down
_PUT_TO_VOTE = _MOVED | {"bill", "proposition", "referendum", "initiative", "ordinance"}
_VOTED_ON = _PUT_TO_VOTE | {"budget", "proposal", "measure", "levy", "legislation", "by-law", "bylaw", "plan"}
_ADOPTED, _REJECTED = "adopt", "reject"
_WEIGHT = 1.0
_LED_ON = frozenset(("out", "over", "forward", "off", "away", "back", "into", "up", "to", "down", "from"))

# verb and whether the motion is its object: what is done to the motion, and which things that can be said of
_FATES = {
    ("carry", True): (_ADOPTED, _VOTED_ON),
    ("carry", False): (_ADOPTED, _PUT_TO_VOTE),
    ("pass", False): (_ADOPTED, _PUT_TO_VOTE),
    ("fail", False): (_REJECTED, _PUT_TO_VOTE),
    ("fall", False): (_REJECTED, _MOVED),
    ("lose", True): (_REJECTED, _MOVED),
}


def mark(draft: Draft) -> None:
    """Read each verb for the fate of a motion as what is done to it, and the motion as what it is done to."""
    for unit in draft.units:
        group = draft.clauses[unit.clause].group if unit.role == "v" else None
        after = draft.tokens[unit.last].norm if unit.last < len(draft.tokens) else ""
        if group is None or after in _LED_ON:
            continue
        things = _nouns(draft, unit, "o")
        acted = bool(things)
        things = things or [noun for noun in _nouns(draft, unit, "s") if noun.first < unit.first]
        fate, of = _FATES.get((unit.lemma, acted), ("", frozenset()))
        if not things or things[-1].lemma not in of or (fate == _REJECTED and acted and not group.passive):
            continue  # who lost a motion did not reject it
        unit.lemma, unit.weight = fate, _WEIGHT
        for noun in things:
            noun.role = "o"


def _nouns(draft: Draft, verb: DraftUnit, role: str) -> list[DraftUnit]:
    """Return the units with a role in the clause of a verb."""
    return [unit for unit in draft.units if unit.clause == verb.clause and unit.role == role and unit.pos == "n"]
