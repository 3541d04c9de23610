"""Whether the wording says that something is so, or only that somebody hopes, fears, alleges, calls for or considers it.

What leaves it open is found by governors.py.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import governors
from factcheck.comparison import Comparison
from factcheck.details.force import PLAN
from factcheck.details.idle import states
from factcheck.statement import Statement, Unit
from factcheck.tables import groups

_CERTAIN = frozenset(("will", "shall", "'ll", "going"))  # modals of what is to be, not of what may or must be
_OPEN_MODALS = frozenset(("may", "might", "could", "would"))


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether each act of a part is said to be one, unless the sentence holds what leaves it open too."""
    own = {unit.lemma for unit in comparison.said.units}
    if any(_is_left_open(comparison, given, own) for given in comparison.causes.given):
        return False
    for number in part:
        unit, match = comparison.said.units[number], comparison.matches[number]
        if match is None or not _may_be_an_act(comparison.said, unit, number):
            continue
        things = (
            unit.pos == comparison.stated.units[match.stated].pos == "n"
        )  # may be sought or feared without being done
        modal = comparison.said.frames[unit.clause].modal
        for governor in governors.of(comparison.stated, match.stated):
            if things and not governors.is_feigned(governor):
                continue
            if governor.lemma not in own and not _is_denied(comparison.said, unit) and not _is_told(modal, governor):
                return False
    return True


def _is_left_open(comparison: Comparison, given: int, own: set[str]) -> bool:
    """Tell whether the wording leaves open what tells a cause in it, and the sentence does not."""
    stated = comparison.stated
    if stated.frames[stated.units[given].clause].modal in _OPEN_MODALS:
        return not any(frame.modal for frame in comparison.said.frames)
    return any(governor.lemma not in own for governor in governors.of(stated, given))


def _may_be_an_act(said: Statement, unit: Unit, number: int) -> bool:
    """Tell whether a sentence says that something is done or so: by the verb of a clause, or what a subject is said to be."""
    frame = said.frames[unit.clause]
    wished = (frame.link == "T" and frame.force != PLAN) or unit.lemma in groups("hedges")["wanting"]
    light = number == frame.verb and not unit.weight and not states(unit.lemma)  # "carried", "served"
    return (unit.weight > 0 or light) and not wished and (number == frame.verb or (frame.verb < 0 and unit.role == "o"))


def _is_told(modal: str, governor: Unit) -> bool:
    """Tell whether a modal leaves an act as open as what governs it in the wording does: "plans the closure of", "will close"."""
    return bool(modal) and (modal not in _CERTAIN or governor.lemma in groups("unasserted")["planned"])


def _is_denied(said: Statement, unit: Unit) -> bool:
    return said.frames[unit.clause].denied
