"""Sentence -> Statement: its words and details (names, quantities, dates), each with its role, scope and negation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from factcheck import lemmas, structure, tagging, words
from factcheck.details import dates, names, negation, order, quantities, scope
from factcheck.structure import Clause
from factcheck.tables import groups
from factcheck.tokens import Token, is_dash, tokenize

SEMILIGHT = 0.4
_RANKS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_POS = {"N": "n", "V": "v", "A": "a", "R": "r", "K": "n", "D": "a", "P": "r", "Q": "n", "O": "n", "S": "r"}
_CONTENT = frozenset("NVAR")
_DEGREES = {
    "more": "more",
    "less": "less",
    "fewer": "less",
    "up": "up",
    "down": "down",
    "toward": "towards",
    "towards": "towards",
}  # closed-class words that give a direction
_DEGREE_WEIGHT = 0.3
_OF = frozenset(("of", "of the", "of its", "of their", "of all", "of these"))
_ASSERTION = 2.5  # weight below which a text beside a question asserts too little to stand alone
_PHRASE_WEIGHTS = {"p": 0.2, "r": 0.5}
_EMPTY = frozenset(("no", "not", "never", "yes"))
_COLLECTIVES = frozenset(
    ["country", "nation", "state", "side", "neighbour", "party", "capital", "government", "partner"]
)
_PARTICLES = frozenset(("out", "up", "down", "off", "away", "back", "aside", "apart", "over"))
NAME_WEIGHT, QUANTITY_WEIGHT, DATE_WEIGHT, WORD_WEIGHT, ADVERB_WEIGHT = 1.5, 1.5, 1.2, 1.0, 0.5


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing a sentence says: a content word or phrase, a name, a quantity or a date.

    `start` and `end` are code points in the text. `role` is "v" for a clause's verb, "s" for who acts, "o" for what is acted on,
    else the preposition before it; passives are undone. `weight` is 0 for words that carry nothing of their own.
    """

    kind: str
    start: int
    end: int
    first: int
    lemma: str
    pos: str
    weight: float
    clause: int
    role: str
    negated: bool = False
    focus: bool = False
    scope: str = ""
    comparative: bool = False
    superlative: bool = False
    denial: bool = False  # a word that denies what depends on it: end, reject, rule out
    rank: int = 1
    value: quantities.Quantity | dates.Date | names.Name | None = None
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """A clause as a predicate with its arguments, as indexes of units; `verb` is -1 for a fragment."""

    verb: int
    subject: tuple[int, ...]
    object: tuple[int, ...]
    passive: bool
    modal: str
    link: str
    start: int
    end: int
    denied: bool = False
    past: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence as it was read."""

    text: str
    units: tuple[Unit, ...]
    frames: tuple[Frame, ...]
    question: bool = False
    normative: bool = False
    speakers: tuple[int, ...] = ()
    links: tuple[order.Link, ...] = ()
    heads: tuple[int, ...] = ()  # for each unit the unit that it counts or describes, else itself
    exceptive: bool = False  # "except", "apart from": a general statement with an exception


@dataclass
class _Draft:
    """What is known while a sentence is read."""

    tokens: Sequence[Token]
    tags: str
    clauses: list[Clause]
    owner: dict[int, int] = field(default_factory=dict)  # token -> unit
    units: list[dict[str, Any]] = field(default_factory=list)
    denied: dict[int, bool] = field(default_factory=dict)  # clause -> an odd number of negations


@cache
def light() -> dict[str, frozenset[str]]:
    """Return the words that carry no weight, by part of speech."""
    return groups("light")


@cache
def semilight() -> dict[str, frozenset[str]]:
    """Return the words that carry little weight, by part of speech."""
    return groups("semilight")


@cache
def reporting() -> dict[str, frozenset[str]]:
    """Return the words that say who says something, by kind."""
    return groups("reporting")


def parse(text: str, table: names.NameTable | None = None) -> Statement:
    """Read one sentence; `table` holds the names of the database it is compared with."""
    tokens = tokenize(text)
    tags = tagging.tag(tokens)
    draft = _Draft(tokens, tags, structure.clauses(tokens, tags))
    _find_details(draft, table or names.NameTable())
    _find_words(draft)
    draft.units.sort(key=lambda unit: unit["first"])
    draft.owner = {
        token: index for index, unit in enumerate(draft.units) for token in range(unit["first"], unit["last"])
    }
    _assign_roles(draft)
    _lighten_collectives(draft)
    _place_based(draft)
    negation.mark(draft)
    scope.mark(draft)
    frames = _frames(draft)
    speakers = _speakers(draft, frames)
    question = _quiet_chatter(draft, text)
    units = tuple(_freeze(unit) for unit in draft.units)
    return Statement(
        text,
        units,
        frames,
        question,
        _is_normative(draft),
        speakers,
        order.find(draft),
        _heads(text, units),
        _is_exceptive(draft),
    )


def _freeze(unit: dict[str, Any]) -> Unit:
    unit = dict(unit)
    unit.pop("last")
    return Unit(**unit)


def _add(draft: _Draft, kind: str, first: int, last: int, lemma: str, pos: str, weight: float, **more: object) -> None:
    tokens = draft.tokens
    clause = next((index for index, clause in enumerate(draft.clauses) if clause.first <= first < clause.last), 0)
    draft.units.append(
        {
            "kind": kind,
            "start": tokens[first].start,
            "end": tokens[last - 1].end,
            "first": first,
            "last": last,
            "lemma": lemma,
            "pos": pos,
            "weight": weight,
            "clause": clause,
            "role": "",
            **more,
        }
    )


def _find_details(draft: _Draft, table: names.NameTable) -> None:
    tokens, taken = draft.tokens, set()
    for date in dates.find(tokens):
        _add(draft, "date", date.first, date.last, "date", "n", DATE_WEIGHT, value=date)
        taken |= set(range(date.first, date.last))
    for name in names.find(tokens, draft.tags, table):
        if not taken & set(range(name.first, name.last)):
            _add(
                draft,
                "name",
                name.first,
                name.last,
                name.entity.id,
                "n",
                NAME_WEIGHT,
                value=name,
                parts=tuple(sorted(name.parts)),
            )
            taken |= set(range(name.first, name.last))
    for quantity in quantities.find(tokens, frozenset(taken)):
        if not taken & set(range(quantity.first, quantity.last)):
            _add(draft, "quantity", quantity.first, quantity.last, "quantity", "n", QUANTITY_WEIGHT, value=quantity)
            taken |= set(range(quantity.first, quantity.last))
    draft.owner = dict.fromkeys(taken, -1)


def _find_words(draft: _Draft) -> None:
    """Add the content words that no detail has taken, multi-word expressions first."""
    index = 0
    while index < len(draft.tokens):
        if index in draft.owner:
            index += 1
            continue
        found = _phrase(draft, index)
        if found and negation.is_cue(found[0]):
            draft.owner.update(dict.fromkeys(found[2], -1))
        elif found:
            lemma, pos, used = found
            parts = tuple(part for part in lemma.split() if part not in tagging.closed_class())
            last = used[-1] + 1 if used[-1] - index == len(used) - 1 else index + 1
            _add(
                draft,
                "word",
                index,
                last,
                lemma,
                pos,
                _PHRASE_WEIGHTS.get(pos, WORD_WEIGHT) * _weight(lemma, pos),
                parts=parts,
            )
            draft.owner.update(dict.fromkeys(used, -1))
        elif draft.tags[index] in _CONTENT and draft.tokens[index].text[:1].isalpha():
            _add_word(draft, index)
        elif draft.tokens[index].norm in _DEGREES:
            lemma = _DEGREES[draft.tokens[index].norm]
            _add(
                draft,
                "word",
                index,
                index + 1,
                lemma,
                "p" if lemma == "towards" else "r",
                _DEGREE_WEIGHT,
                comparative=lemma in ("more", "less"),
            )
        elif draft.tags[index] == "K":
            token = draft.tokens[index]  # a title before a name
            _add(draft, "word", index, index + 1, lemmas.lemma(token.norm, "n"), "n", 0.5)
        index += 1


def _add_word(draft: _Draft, index: int) -> None:
    pos = _POS[draft.tags[index]]
    lemma = lemmas.lemma(draft.tokens[index].norm, pos)
    if len(lemma) == 1 or lemma in _EMPTY:
        return
    weight = _weight(lemma, pos) * (ADVERB_WEIGHT if pos == "r" else WORD_WEIGHT)
    comparative = pos in "ar" and draft.tokens[index].norm.endswith("er") and not lemma.endswith("er")
    before = draft.tokens[index - 1].norm if index else ""
    least = before == "least" and (index < 2 or draft.tokens[index - 2].norm != "at")
    superlative = pos in "ar" and (
        (draft.tokens[index].norm.endswith("est") and not lemma.endswith("est"))
        or before in ("most", "least")
        or draft.tokens[index].norm in ("best", "worst")
    )
    comparative = comparative or (pos == "a" and before in ("more", "less"))
    _add(
        draft,
        "word",
        index,
        index + 1,
        lemma,
        pos,
        weight,
        comparative=comparative,
        superlative=superlative,
        rank=_rank(draft, index),
        negated=least,
        focus=least,
    )


def _rank(draft: _Draft, index: int) -> int:
    """Return the rank before a superlative: 2 for "second-largest"."""
    before = [token.norm for token in draft.tokens[max(index - 3, 0) : index] if token.norm not in ("-", "most", "‑")]
    return _RANKS.index(before[-1]) + 1 if before and before[-1] in _RANKS else 1


def _weight(lemma: str, pos: str) -> float:
    """Return 0 for a word that carries nothing, little for one that the rest of a sentence supplies, else 1."""
    if lemma in light().get(pos, ()):
        return 0.0
    return SEMILIGHT if lemma in semilight().get(pos, ()) else 1.0


def _phrase(draft: _Draft, at: int) -> tuple[str, str, list[int]] | None:
    """Return lemma, part of speech and tokens of the longest multi-word expression that begins at a token."""
    word = draft.tokens[at].norm
    best: tuple[str, str, list[int]] | None = None
    near = frozenset().union(
        *(_forms(token.norm) for token in draft.tokens[at + 1 : at + 5])
    )  # as far as a particle may be
    for first in dict.fromkeys((lemmas.lemma(word, "v"), lemmas.lemma(word, "n"), word)):
        for known, pos in words.phrases(first, near):
            if (
                (pos == "v" and draft.tags[at] not in "VX")
                or (pos == "n" and draft.tags[at] == "V")
                or known[-1] == "than"
                or "ahead" in known
            ):
                continue
            used = _match_phrase(draft, at, known, pos)
            if used and (best is None or len(known) > len(best[0].split())):
                best = (" ".join(known), pos, used)
    return best


def _match_phrase(draft: _Draft, at: int, known: tuple[str, ...], pos: str) -> list[int] | None:
    used, index = [at], at + 1
    for position, word in enumerate(known[1:], 1):
        if index < len(draft.tokens) and is_dash(draft.tokens[index]) and draft.tokens[index].glued:
            used.append(index)
            index += 1
        gap = 3 if pos == "v" and position == len(known) - 1 and word in _PARTICLES else 0
        for skip in range(gap + 1):
            where = index + skip
            if where < len(draft.tokens) and where not in draft.owner and _fits(draft.tokens[where], word):
                if skip and (where + 1 < len(draft.tokens) and draft.tags[where + 1] in "DNKQA"):
                    return None
                used.append(where)
                index = where + 1
                break
            if where < len(draft.tokens) and draft.tags[where] not in "DNAOK$":
                return None
        else:
            return None
    return used


def _fits(token: Token, word: str) -> bool:
    return word in _forms(token.norm)


@lru_cache(maxsize=50_000)
def _forms(word: str) -> frozenset[str]:
    """Return a word with its lemmas as noun and verb."""
    return frozenset((word, lemmas.lemma(word, "n"), lemmas.lemma(word, "v")))


def _assign_roles(draft: _Draft) -> None:
    """Give each unit its role in its clause."""
    for clause in draft.clauses:
        group = clause.group
        verb = group.head if group else -1
        role = "s" if group else "o"
        for index in range(clause.first, clause.last):
            tag, norm = draft.tags[index], draft.tokens[index].norm
            if index == verb:
                role = "s" if _inverted(draft, index) else "o"
                _set_role(draft, index, "v")
                continue
            if group and group.first <= index < group.last:
                continue
            if (tag in "PT" and not _in_detail(draft, index)) or norm == "according":
                role = _after_preposition(norm, role, index < verb)
            elif tag == "." and draft.tokens[index].text == "," and index < verb:
                role = "s"
            _set_role(draft, index, _undone(role, group))
        if group and group.copula:
            continue


def _in_detail(draft: _Draft, token: int) -> bool:
    unit = draft.owner.get(token, -1)
    return unit >= 0 and (draft.units[unit]["kind"] != "word" or draft.units[unit]["pos"] == "p")


def _inverted(draft: _Draft, verb: int) -> bool:
    """Tell whether a reporting verb stands before its subject: "…," said Professor Brannock."""
    if verb < 1 or verb + 1 >= len(draft.tokens) or draft.tokens[verb - 1].text not in ",\"'”’»":
        return False
    return lemmas.lemma(draft.tokens[verb].norm, "v") in reporting()["verb"] and draft.tags[verb + 1] == "K"


def _after_preposition(norm: str, role: str, before_verb: bool) -> str:
    """Return the role of what follows a preposition; "of" keeps the role of what it depends on."""
    return role if norm == "of" else norm


def _undone(role: str, group: structure.VerbGroup | None) -> str:
    """Undo the passive: its subject is what is acted on, its "by" who acts."""
    if group and group.passive:
        return {"s": "o", "by": "s"}.get(role, role)
    return role


def _set_role(draft: _Draft, token: int, role: str) -> None:
    unit = draft.owner.get(token)
    if unit is not None and unit >= 0 and not draft.units[unit]["role"]:
        draft.units[unit]["role"] = role


def _lighten_collectives(draft: _Draft) -> None:
    """Take the weight off "the two countries", "both sides": they stand for whom the source speaks of."""
    for number, unit in enumerate(draft.units):
        if unit["lemma"] not in _COLLECTIVES:
            continue
        first = unit["first"]
        before = {token.norm for token in draft.tokens[max(first - 3, 0) : first]}
        definite = before & {"the", "these", "our", "their", "both", "either", "neither"} or first < 3
        if definite and before & {"two", "both", "either", "neither"}:
            unit["weight"] = 0.0
            for other in draft.units[max(number - 2, 0) : number]:
                if other["kind"] == "quantity" and first - other["first"] <= 3:
                    other["weight"] = 0.0


def _place_based(draft: _Draft) -> None:
    """Read "Bamako-based" as being in that place."""
    for unit in draft.units:
        if unit["kind"] == "name" and any(
            token.norm == "based" for token in draft.tokens[unit["last"] : unit["last"] + 2]
        ):
            unit["role"] = "in"


def _frames(draft: _Draft) -> tuple[Frame, ...]:
    frames: list[Frame] = []
    for number, clause in enumerate(draft.clauses):
        own = [index for index, unit in enumerate(draft.units) if unit["clause"] == number]
        verb = next((index for index in own if draft.units[index]["role"] == "v"), -1)
        subject = tuple(index for index in own if draft.units[index]["role"] == "s")
        object_ = tuple(index for index in own if draft.units[index]["role"] == "o")
        group = clause.group
        if not subject and frames and not (group and group.passive):
            subject = frames[-1].subject
        if group and group.passive and not object_ and frames:
            object_ = frames[-1].subject or frames[-1].object
        start = draft.tokens[clause.first].start if clause.first < len(draft.tokens) else 0
        end = draft.tokens[clause.last - 1].end if clause.last else 0
        frames.append(
            Frame(
                verb,
                subject,
                object_,
                bool(group and group.passive),
                group.modal if group else "",
                clause.link,
                start,
                end,
                draft.denied.get(number, False),
                bool(group and group.past),
            )
        )
    return tuple(frames)


def _speakers(draft: _Draft, frames: Sequence[Frame]) -> tuple[int, ...]:
    """Return the units that name who says it: the subject of a reporting verb, what follows "according to"."""
    found: list[int] = []
    for frame in frames:
        if frame.verb >= 0 and draft.units[frame.verb]["lemma"] in reporting()["verb"]:
            found += [index for index in frame.subject if draft.units[index]["pos"] == "n"]
    for index, unit in enumerate(draft.units):
        first = unit["first"]
        for back in range(first - 1, max(first - 4, -1), -1):
            words_ = " ".join(token.norm for token in draft.tokens[back : back + 2])
            if words_ in reporting()["preposition"]:
                found.append(index)
        joined = (
            first > 0
            and draft.tokens[first - 1].norm in ("and", ",")
            and index - 1 in found
            and draft.units[index - 1]["last"] == first - 1
        )
        if joined and unit["kind"] == "name":
            found.append(index)
    return tuple(dict.fromkeys(found))


def _quiet_chatter(draft: _Draft, text: str) -> bool:
    """Take the weight off questions and asides that stand beside an assertion; return whether all is a question."""
    segments: list[tuple[int, int]] = []
    start = 0
    for index, token in enumerate(draft.tokens):
        if token.text in ".?!" and (index + 1 == len(draft.tokens) or not draft.tokens[index + 1].glued):
            segments.append((start, index + 1))
            start = index + 1
    if start < len(draft.tokens):
        segments.append((start, len(draft.tokens)))
    idle = [segment for segment in segments if _is_idle(draft, *segment)]
    rest = sum(unit["weight"] for unit in draft.units if not any(first <= unit["first"] < last for first, last in idle))
    if rest < _ASSERTION:
        return text.rstrip().endswith("?")
    for unit in draft.units:
        if any(first <= unit["first"] < last for first, last in idle):
            unit["weight"] = 0.0
    return False


def _is_idle(draft: _Draft, first: int, last: int) -> bool:
    """Tell whether a stretch of tokens is a question or an aside such as "Let that sink in."."""
    words_ = [token.norm for token in draft.tokens[first:last] if token.text[:1].isalpha()]
    return draft.tokens[last - 1].text == "?" or (bool(words_) and words_[0] in reporting()["chatter"])


def _heads(text: str, units: Sequence[Unit]) -> tuple[int, ...]:
    """Return for each unit the last noun of its noun phrase, for a figure also across "of", else the unit itself."""
    result = list(range(len(units)))
    for number in range(len(units) - 2, -1, -1):
        here, after = units[number], units[number + 1]
        if after.kind not in ("word", "name") or after.pos not in "na" or here.pos not in "na":
            continue
        close = " ".join(text[here.end : after.start].split()).strip(" -‑–'\"“”").lower()
        if close == "" or (here.kind == "quantity" and close in _OF):
            result[number] = result[number + 1]
    return tuple(result)


def _is_exceptive(draft: _Draft) -> bool:
    norms = [token.norm for token in draft.tokens]
    return any(word in ("except", "besides", "barring", "excepting") for word in norms) or any(
        pair
        in (
            ("apart", "from"),
            ("other", "than"),
            ("aside", "from"),
            ("except", "for"),
            ("nobody", "but"),
            ("none", "but"),
        )
        for pair in pairwise(norms)
    )


def _is_normative(draft: _Draft) -> bool:
    """Tell whether a sentence wishes or judges instead of asserting."""
    marks = reporting()["normative"]
    return any(token.norm in marks for token, tag in zip(draft.tokens, draft.tags, strict=True) if tag in "MVNARSO")
