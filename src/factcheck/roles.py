"""Roles: who acts, what is acted on, and which preposition leads to what else a clause names."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck import fronting, lemmas
from factcheck.details.nametable import ANYONE
from factcheck.draft import Draft
from factcheck.tables import groups
from factcheck.words import reporting

COLLECTIVES = frozenset(
    ["country", "nation", "state", "side", "neighbour", "party", "capital", "government", "partner"]
)

_CAUSES = frozenset(
    ("because of", "owing to", "due to", "on account of", "as a result of", "thanks to", "by reason of", "in view of")
)
_FOR_OTHERS = ("on behalf of", "in the name of", "in place of")  # behind a verb these name no one who acts
_POSSESSIVE = frozenset(("his", "her", "its"))
_WHO = frozenset("DANK$P")  # tags of a phrase that names who says it: "said a spokesman for the bank"
_PARTICLES = frozenset(("out", "off", "up", "down", "away", "back", "apart", "aside"))


def assign(draft: Draft) -> None:
    """Give each unit its role in its clause."""
    _assign_by_clause(draft)
    _lighten_collectives(draft)
    _place_based(draft)


def own(draft: Draft, referents: Iterable[int]) -> None:
    """Give whom a possessive pronoun stands for the role of an owner: in "her nephew took over" she did not."""
    for at in referents:
        owns = draft.tokens[at].norm in _POSSESSIVE and draft.tags[at + 1 : at + 2] in tuple("NKAQV")
        unit = draft.owner.get(at, -1) if owns else -1
        if unit >= 0 and draft.units[unit].lemma[0] != ANYONE:
            draft.units[unit].role = "of"


def _assign_by_clause(draft: Draft) -> None:
    for number, clause in enumerate(draft.clauses):
        group = clause.group
        passive = bool(group and group.passive) and number not in draft.carrying
        verb = group.head if group else -1
        role = "s" if group else "o"
        subject = fronting.subject_start(draft, clause)
        for index in range(clause.first, clause.last):
            tag, norm = draft.tags[index], draft.tokens[index].norm
            role = "s" if index == subject else role
            if index == verb:
                role = "s" if _inverted(draft, index) else "o"
                _set_role(draft, index, "v")
                continue
            if group and group.first <= index < group.last:
                continue
            joined = tag == "P" and index > clause.first and draft.tags[index - 1] == "C"  # "for pay and against cuts"
            leads = tag in "PT" and (joined or not _in_detail(draft, index)) and not _is_particle(draft, index)
            if leads or norm == "according":
                role = role if norm == "of" else norm  # "of" keeps the role of what it depends on
            elif _is_cause(draft, index):
                role = "because"
            elif index < verb and (tag == "W" or draft.tokens[index].text == ","):
                role = "s"
            _set_role(draft, index, _undone(role, passive and (index > verb or role == "s")))


def _in_detail(draft: Draft, token: int) -> bool:
    unit = draft.owner.get(token, -1)
    if unit >= 0 and draft.units[unit].lemma in _FOR_OTHERS:
        return token > draft.units[unit].first  # its first word leads on, "of" with it
    return unit >= 0 and (draft.units[unit].kind != "word" or draft.units[unit].pos == "p")


def _is_cause(draft: Draft, token: int) -> bool:
    """Tell whether a phrase leads to a cause, which is no one's object: "lost their water because of the flood"."""
    unit = draft.owner.get(token, -1)
    return unit >= 0 and draft.units[unit].lemma in _CAUSES


def _is_particle(draft: Draft, token: int) -> bool:
    """Tell whether a word is part of a verb, so that the object still follows: "carried out", "tore off"."""
    unit = draft.units[draft.owner[token]] if draft.owner.get(token, -1) >= 0 else None
    if unit is None or unit.pos != "v" or unit.first >= token:
        return False
    return draft.tokens[token].norm in _PARTICLES or unit.lemma in groups("particles").get("object", ())


def _inverted(draft: Draft, verb: int) -> bool:
    """Tell whether a reporting verb stands before its subject: "…," said Professor Brannock."""
    if verb < 1 or verb + 1 >= len(draft.tokens) or draft.tokens[verb - 1].text not in ",\"'”’»":
        return False
    reports = lemmas.lemma(draft.tokens[verb].norm, "v") in reporting()["verb"]
    return reports and (draft.tags[verb + 1] == "K" or _ends_with_who(draft, verb))


def _ends_with_who(draft: Draft, verb: int) -> bool:
    """Tell whether nothing but a noun phrase follows a verb to the end: "…," said the critic Helen Dorst."""
    rest = draft.tags[verb + 1 :].rstrip(".")
    return rest[:1] in ("D", "A", "N") and set(rest) <= _WHO and bool(set(rest) & set("NK"))


def _undone(role: str, passive: bool) -> str:
    """Undo the passive: its subject is what is acted on, its "by" who acts."""
    if passive:
        return {"s": "o", "by": "s"}.get(role, role)
    return role


def _set_role(draft: Draft, token: int, role: str) -> None:
    unit = draft.owner.get(token)
    if unit is not None and unit >= 0 and not draft.units[unit].role:
        draft.units[unit].role = role


def _place_based(draft: Draft) -> None:
    """Read "Bamako-based" as being in that place."""
    for unit in draft.units:
        after = [token.norm for token in draft.tokens[unit.last : unit.last + 3]]
        apart = after[:1] == [","] or after[-1:] in (["in"], ["at"], ["on"])  # "Lund, based in Leeds"
        if unit.kind == "name" and "based" in after[:2] and not apart:
            unit.role = "in"


def _lighten_collectives(draft: Draft) -> None:
    """Take the weight off "the two countries", "both sides": they stand for whom the source speaks of."""
    for number, unit in enumerate(draft.units):
        if unit.lemma not in COLLECTIVES:
            continue
        first = unit.first
        before = {token.norm for token in draft.tokens[max(first - 3, 0) : first]}
        definite = before & {"the", "these", "our", "their", "both", "either", "neither"} or first < 3
        if definite and before & {"two", "both", "either", "neither"}:
            unit.weight = 0.0
            for other in draft.units[max(number - 2, 0) : number]:
                if other.kind == "quantity" and first - other.first <= 3:
                    other.weight = 0.0
