"""Whether the source says what a sentence says by another construction: "no difference in price", "the same price".

"Nobody rebuilt the mill" is judged as "the mill was never rebuilt", too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck import inversions, lemmas, otherwise, tagging
from factcheck.candidates import Base
from factcheck.decision import TOLERANCE, Decision, Evidence, Found, Label, Rule
from factcheck.parts import Judgement
from factcheck.statement import Statement
from factcheck.tables import rows
from factcheck.tokens import tokenize

_RULE: Rule = "recast"
_NOBODY = (("nobody",), ("no", "one"), ("no-one",))
_LIGHT = frozenset(("has", "have", "had", "ever", "managed", "to", "was", "were", "been"))
_DETERMINERS = frozenset(("the", "a", "an", "both", "all", "its", "their", "these", "those", "this", "that"))
_NOMINAL = "DNKAQ$"
_TURNED = ("order", "opposite")  # clashes of what was never so with what was: the lowest with the highest
_PHRASE = r"[^,;:]+?"
_LIMITING = frozenset(("but", "except", "else", "other", "than", "apart", "only", "who", "that", "so", "as"))


def judged(said: Statement, judgement: Judgement, found: Found, evidence: Sequence[Evidence], base: Base) -> Judgement:
    """Return the judgement on a sentence that nothing settles by what it says in another construction, where that tells more."""
    if judgement.note or said.conditional:
        return judgement
    for text, denied in recast(said.text):
        decision, item = _read(said, text, found, evidence, base)
        if item is not None and denied and decision.rule == "support":
            return otherwise.judgement(said, Label.REFUTED, item, decision, _RULE)
        if item is not None and not denied and judgement.label is not Label.SUPPORTED:
            return otherwise.judgement(said, decision.label, item, decision, _RULE)
    for text in inversions.undone(said.text):
        stated, decision, item = otherwise.read(said, text, found, evidence, base)
        if item is not None and (_is_told(decision) or _is_the_contrary(stated, decision)):
            return otherwise.judgement(said, decision.label, item, decision, _RULE)
    for text in _passive(said.text) if judgement.label is Label.UNSETTLED else ():
        decision, item = _read(said, text, found, evidence, base)
        if item is not None:
            return otherwise.judgement(said, decision.label, item, decision, _RULE)
    return judgement


def _read(
    said: Statement, text: str, found: Found, evidence: Sequence[Evidence], base: Base
) -> tuple[Decision, Evidence | None]:
    """Return what a sentence put otherwise comes to, and the evidence on the sentence itself, where that settles it."""
    _, decision, item = otherwise.read(said, text, found, evidence, base)
    return decision, item if _is_told(decision) or decision.rule == "conflict" else None


def _is_told(decision: Decision) -> bool:
    """Tell whether one wording supports all of a sentence put otherwise."""
    return decision.rule == "support" and decision.uncovered <= TOLERANCE and not decision.others


def _is_the_contrary(stated: Statement, decision: Decision) -> bool:
    """Tell whether what was never so much so is what was never so little so: the lowest with the highest."""
    clashes = [conflict for conflict in decision.conflicts if conflict.kind in _TURNED]
    turned = clashes and all(stated.units[conflict.said].superlative for conflict in clashes)
    return decision.rule == "conflict" and bool(turned) and len(clashes) == len(decision.conflicts)


@cache
def _rows() -> tuple[tuple[re.Pattern[str], str, bool], ...]:
    """Return a pattern for each construction, what it says in other words, and whether it denies that."""
    return tuple(
        (re.compile(f"{_pattern(left)}[.!]?", re.IGNORECASE), right, denied == ["not"])
        for left, right, *denied in rows("recastings")
    )


def _pattern(construction: str) -> str:
    """Return the regular expression of a construction."""
    parts = []
    for word in re.findall(r"\([^)]*\)|\S+", construction):
        if word[0] == "$":
            phrase = ".+?" if word == "$S" else _PHRASE
            parts.append(f"(?P<{word[1:]}>{phrase}) ")
        elif word[0] == "(":
            parts.append(f"(?:(?:{word[1:-1]}) )?")
        else:
            parts.append(f"(?:{word}) ")
    return "".join(parts).removesuffix(" ")


def recast(text: str) -> Iterator[tuple[str, bool]]:
    """Yield what a text says in the first construction of the table that it has, and whether it denies that."""
    for pattern, other, denied in _rows():
        if found := pattern.fullmatch(text.strip()):
            filled = _filled(other, {name: _inner(words) for name, words in found.groupdict().items()})
            yield f"{filled[:1].upper()}{filled[1:]}.", denied
            return


def _filled(construction: str, slots: dict[str, str]) -> str:
    return re.sub(r"\$(\w)", lambda slot: slots[slot[1]], construction)


def _inner(words: str) -> str:
    """Return words as they stand within a sentence, without the capital of an article."""
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}" if first.lower() in _DETERMINERS and rest else words


def _passive(text: str) -> Iterator[str]:
    """Yield in the passive what a text says that nobody did to a thing: "nobody rebuilt the mill", "the mill was never rebuilt"."""
    tokens = tokenize(text)
    norms = [token.norm for token in tokens]
    opening = next((len(each) for each in _NOBODY if tuple(norms[: len(each)]) == each), 0)
    if not opening or not _LIMITING.isdisjoint(norms):
        return
    tags = tagging.tag(tokens)
    verb = next((at for at in range(opening, len(tokens)) if norms[at] not in _LIGHT), len(tokens))
    end = verb + 1
    while end < len(tokens) and (tags[end] in _NOMINAL or norms[end] == "of" or tokens[end].text in "-’'"):
        end += 1
    if verb >= len(tokens) or end == verb + 1 or not _is_participle(norms, verb) or tags[end - 1] not in "NKQ":
        return
    thing = text[tokens[verb + 1].start : tokens[end - 1].end]
    yield f"{thing[:1].upper()}{thing[1:]} was never {tokens[verb].text}{text[tokens[end - 1].end :]}"


def _is_participle(norms: Sequence[str], verb: int) -> bool:
    """Tell whether a word is a past form that is a participle too."""
    return lemmas.is_participle(norms[verb]) and lemmas.base(norms[verb], "v") != norms[verb]
