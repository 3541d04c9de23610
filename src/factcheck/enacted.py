"""Whether an act that a sentence names by a noun is done, and by and to whom the wording says.

"Came under attack" is said of who was attacked, a planned attack is none yet, and little damage is hardly any.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import carrying
from factcheck.carrying import HAPPENS, Carried
from factcheck.comparison import Comparison
from factcheck.decision import LEAST
from factcheck.tables import groups

_LOOSE = frozenset(("have", "take", "hold", "do", "keep", "put", "be", "raise", "level", "pay", "subject"))
# carriers that may have either party for their subject
_SMALL = frozenset(
    ("a", "the", "this", "that", "his", "her", "its", "their", "our", "my", "every", "each", "one")
)  # before what is little and not hardly any


def holds(comparison: Comparison, part: Sequence[int]) -> bool:
    """Tell whether no act of a part is only planned, or done by whom the wording has it done to."""
    return not any(
        _is_ahead(comparison, number) or _is_exchanged(comparison, number) or _is_hardly_any(comparison, number)
        for number in part
    )


def _is_ahead(comparison: Comparison, number: int) -> bool:
    """Tell whether a verb that leaves an act undone has no partner, and the wording has that act for a verb."""
    said, stated = comparison.said, comparison.stated
    unit = said.units[number]
    frame = said.frames[unit.clause]
    if frame.verb != number or unit.lemma not in groups("unasserted")["ahead"] or comparison.cover[number] >= LEAST:
        return False
    objects = (match for noun in frame.object if said.units[noun].pos == "n" and (match := comparison.matches[noun]))
    return any(stated.units[match.stated].role == "v" for match in objects)


def _is_exchanged(comparison: Comparison, number: int) -> bool:
    """Tell whether the subject of a carrier stands on the other side of the act in the wording."""
    said, stated = comparison.said, comparison.stated
    unit = said.units[number]
    if unit.kind != "word" or carrying.split(unit.lemma)[0] in _LOOSE:
        return False
    frame = said.frames[unit.clause]
    for each in carrying.carried(said, stated, comparison.matches, number):
        other = carrying.act_of(stated, each)
        if other is None or not carrying.acts_on(stated, other):
            continue
        if HAPPENS in each.kinds or frame.passive:
            ours, theirs = _of(comparison, each), other.object
        else:
            ours = carrying.parties(said, comparison.matches, frame.subject)
            theirs = carrying.side(stated, other, each.kinds)
        both = {*other.subject, *other.object}
        if ours and ours <= both and ours.isdisjoint(theirs):
            return True
    return False


def _of(comparison: Comparison, each: Carried) -> set[int]:
    """Return what stands behind "of" after the noun of a carrier: "a review of the scheme"."""
    said = comparison.said
    after = each.noun + 1
    if each.noun < 0 or after >= len(said.units):
        return set()
    between = said.text[said.units[each.noun].end : said.units[after].start].split()
    return carrying.parties(said, comparison.matches, (after,)) if between[:1] == ["of"] else set()


def _is_hardly_any(comparison: Comparison, number: int) -> bool:
    """Tell whether a "little" without a partner says how little of a thing there is: "little rain", not "a little town"."""
    said, unit = comparison.said, comparison.said.units[number]
    if unit.lemma != "little" or comparison.matches[number] is not None:
        return False
    thing = said.units[number + 1 : number + 2]
    before = said.text[: unit.start].lower().split()[-1:]
    describes = any(other.pos == "n" and not said.text[unit.end : other.start].strip() for other in thing)
    return describes and not any(word in _SMALL or word.endswith(("'s", "’s")) for word in before)
