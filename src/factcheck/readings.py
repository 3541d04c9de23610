"""Which words of a sentence are its verbs: of the readings of words that are noun and verb, the one that reads best.

Each clause has one finite verb, which agrees with its subject. A reading costs what speaks against it: a clause without a
verb, a verb without a clause, disagreement, neighbours that do not fit, and a word read as what it seldom is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from factcheck import lemmas, misfits, subjects
from factcheck.tables import groups
from factcheck.tokens import Token, is_dash
from factcheck.wordclasses import NOUN_AND_PAST, auxiliary, is_past, possible

# What speaks against a reading; measured on sentences of many subjects, only their proportions matter.
_CHANGE = 0.8  # a word is read otherwise than the first look did
_SWAP = 1.0  # two words are, one of them as a verb in place of the other
_NO_VERB = 4.0  # a clause has no verb
_PART = 2.0  # what a colon, a semicolon or a dash sets off has none
_TOO_MANY = 3.0  # a verb has no clause
_SET_OFF = 0.2  # a participle describes the noun before it
_DOUBTFUL = 0.9  # it does if a word that may be a noun is the verb
_JOINED = 0.4  # a verb goes on behind "and"
_OWN_SUBJECT = 0.7  # a clause with a subject of its own goes on behind "and" or a comma
_OPEN_CLAUSE = 0.3  # "said the strikes hurt trade", "the song she wrote"
_UNSAID = 1.4  # what is said or thought has no verb
_NOMINAL = frozenset("NKOQAD")
_SAYING = frozenset(("say", "think", "hope", "believe", "insist", "argue", "suggest", "guess", "know"))
_SUBJECTS = frozenset(("i", "you", "he", "she", "it", "we", "they"))
_LOOSE = frozenset(("after", "before", "since", "until", "till", "as", "than", "like", "once", "so", "lest", "though"))
_WITH_BARE = frozenset(("let", "make", "help", "have", "see", "hear", "watch", "feel"))
_DO = frozenset(("do", "does", "did"))
_NO_SUBJECT = frozenset(("having", "being", "doing", "been", "be"))


class _Verb(NamedTuple):
    """A verb group tokens[first:last]; `form` tells how its first word is inflected, "a" an auxiliary, "-" not finite."""

    first: int
    last: int
    form: str


class _Clause(NamedTuple):
    """A clause that waits for its verb: where it begins, the tag of what opens it, and what it costs if none comes."""

    first: int
    opener: str
    price: float


@lru_cache(maxsize=50_000)
def _form(word: str) -> str:
    """Return how a word is inflected as a verb: "s", "b" base, "p" past, "bp" either, "g" in -ing, or ""."""
    verb = lemmas.base(word, "v")
    if verb in ("", word):
        return "" if not verb else "bp" if word in NOUN_AND_PAST or is_past(word) or word == "lay" else "b"
    return "g" if word.endswith("ing") else "s" if word.endswith("s") else "p"


def settle(tokens: Sequence[Token], tags: list[str]) -> None:
    """Read those words otherwise that make no good sentence as they are."""
    if not tokens or tokens[-1].text == "?" or (tokens[-1].text not in ".!" and not tokens[0].text.islower()):
        return  # a headline or a heading may have no verb
    seen = _outside_brackets(tokens, tags)
    ends = [at for at, token in enumerate(tokens) if token.text in ";:.?!" or (is_dash(token) and not token.glued)]
    first = 0
    for at in (*ends, len(tokens)):
        if at > first + 1:
            _settle(tokens, seen, first, at, _price(tokens, tags, first, at))
            for place in range(first, at):
                tags[place] = tags[place] if seen[place] == "#" else seen[place]
        first = at + 1


def _price(tokens: Sequence[Token], tags: Sequence[str], first: int, last: int) -> float:
    """Return what it costs that tokens[first:last] have no verb: less behind a colon and in notes without a full stop."""
    if tokens[-1].text not in ".!":
        return _PART if first == 0 and last == len(tokens) and tags[0] != "V" else 0.0  # not "aimed at growth"
    return _NO_VERB if first == 0 and tokens[last].text in ".!" else _PART


def _outside_brackets(tokens: Sequence[Token], tags: Sequence[str]) -> list[str]:
    """Return the tags with "#" for what is in brackets."""
    found, depth = list(tags), 0
    for at, token in enumerate(tokens):
        depth += token.norm in ("(", "[")
        found[at] = "#" if depth else found[at]
        depth -= token.norm in (")", "]") and depth > 0
    return found


def _settle(tokens: Sequence[Token], tags: list[str], first: int, last: int, price: float) -> None:
    options = [at for at in range(first + 1, last) if _is_open(tokens, tags, at, first)]
    best, least = tags, _cost(tokens, tags, first, last, options, price) if options else 0.0
    for changed in _choices(options):
        other = list(tags)
        for at in changed:
            other[at] = _otherwise(tokens[at].norm, tags[at], tags[at + 1 : at + 2])
            if other[at] == "V" and tags[at + 1 : at + 3] == ["V", "N"] and tokens[at + 1].norm.endswith("ed"):
                other[at + 1] = "A"  # "keeps structured cooperation"
        swap = len(changed) == 2 and tags.count("V") == other.count("V")
        cost = _cost(tokens, other, first, last, options, price) + (_SWAP if swap else _CHANGE * len(changed))
        if cost < least - 0.01:
            best, least = other, cost
    if best is not tags:
        tags[first:last] = best[first:last]
        for at in range(first + 1, last - 1):
            if tokens[at].norm == "that" and tags[at] in "SD" and tags[at - 1] in "NK" and tags[at + 1] in "VXM":
                tags[at] = "W"


def _choices(options: Sequence[int]) -> Iterator[tuple[int, ...]]:
    for number in (1, 2):
        yield from combinations(options, number)


def _otherwise(word: str, tag: str, after: Sequence[str]) -> str:
    if word == "that":
        return "D" if tag == "S" else "W" if after and after[0] in "VXMR" else "S"
    return "N" if tag == "V" else "V"


def _is_open(tokens: Sequence[Token], tags: Sequence[str], at: int, first: int) -> bool:
    """Tell whether a word may be read as a verb and as something else here, or "that" as an article and as what opens a clause."""
    word, tag, before = tokens[at].norm, tags[at], tags[at - 1]
    after = tags[at + 1] if at + 1 < len(tags) else "."
    if word == "that":
        return (tag == "S" and before != "N" and after in "NA") or (tag == "D" and before in "NK")
    form = _form(word)
    joined = tokens[at].glued or (at + 1 < len(tokens) and tokens[at + 1].glued and is_dash(tokens[at + 1]))
    if form in ("", "g") or word.endswith("ed") or joined:
        return False
    if tag == "V":
        lead = next((tags[place] for place in range(at - 1, first - 1, -1) if tags[place] not in "RG"), "^")
        return "N" in possible(word) and lead not in "OTXMG"
    gerund = before == "V" and tokens[at - 1].norm.endswith("ing")
    if tag == "A" or word == "back":
        plain = form != "p" and lemmas.base(word, "a") in ("", word)
        behind = before in "NKOAR" or (before == "C" and after in "DO") or (gerund and tags[at - 2] in "PD")
        if word == "back":
            return before in "NKD" and after in "DK"
        return plain and (behind or tokens[at - 1].norm in misfits.QUANTIFIERS) and after in "DNAK$QTP"
    if tag != "N" or before in "$XMT" or (gerund and at > first + 1 and tags[at - 2] not in "PD"):
        return False
    return before != "P" or "W" in tags[first:at] or tokens[at - 1].norm in ("up", "out")


def _cost(
    tokens: Sequence[Token], tags: Sequence[str], first: int, last: int, options: Sequence[int], price: float
) -> float:
    """Return what speaks against a reading of tokens[first:last]."""
    verbs = _verbs(tokens, tags, first, last)
    joined = [verb for verb in verbs if _goes_on_infinitive(tags, verbs, verb)]
    finite = [verb for verb in verbs if verb.form != "-" and verb not in joined]
    cost = sum(misfits.of(tokens, tags, at) for at in options) + _JOINED * len(joined)
    needed = [0] * (last + 1)
    for place in range(last - 1, first - 1, -1):
        clause = _opened(tokens, tags, place)
        needed[place] = needed[place + 1] + bool(clause and clause.price)
    waiting, at, left = [_Clause(first, "", price)], first, len(finite)
    for number, verb in enumerate(finite):
        waiting += (clause for place in range(at, verb.first) if (clause := _opened(tokens, tags, place)))
        at, left = verb.first + 1, left - 1
        sure = sum(clause.price > 0 for clause in waiting)
        if _may_describe(tokens, tags, verb) and left >= sure + needed[at]:
            surely = sum(other.first not in options for other in finite[number + 1 :])
            cost += _SET_OFF if surely >= sure + needed[at] else _DOUBTFUL
            continue
        if waiting and _is_contact(tokens, tags, waiting[-1].first, verb.first):
            continue
        while waiting and not waiting[-1].price and left < sure:
            waiting.pop()
        if waiting:
            clause = waiting.pop()
            cost += _agreement(tokens, tags, clause, verb, verbs)
            if _leads_on(tokens, tags, verb):
                waiting.append(_Clause(verb.last - 1, "S", _UNSAID))
        else:
            cost += _surplus(tokens, tags, verb, finite[:number], verbs, first)
        followed = verb.last < last and tags[verb.last] in "XM" and tags[verb.first] == "V"
        followed = followed and not subjects.contact(tokens, tags, first, verb.first)
        cost += _TOO_MANY if followed and not waiting and verb.first in options else 0.0
    waiting += (clause for place in range(at, last) if (clause := _opened(tokens, tags, place)))
    return cost + sum(clause.price for clause in waiting)


def _goes_on_infinitive(tags: Sequence[str], verbs: Sequence[_Verb], verb: _Verb) -> bool:
    """Tell whether a base form behind "and" goes on the infinitive before it: "to design and build"."""
    before = [other for other in verbs if other.first < verb.first]
    return verb.form == "b" and tags[verb.first - 1] == "C" and bool(before) and tags[before[-1].first] == "T"


def _is_contact(tokens: Sequence[Token], tags: Sequence[str], first: int, at: int) -> bool:
    """Tell whether a verb is of a clause that follows its noun at once: "the song she wrote"."""
    while at > first and tags[at - 1] in "RG":
        at -= 1
    pronoun = at - first > 1 and tokens[at - 1].norm in _SUBJECTS and tags[at - 2] == "N"
    return pronoun and tags[first] in "DNA" and not misfits.is_time(tokens, at - 3)


def _leads_on(tokens: Sequence[Token], tags: Sequence[str], verb: _Verb) -> bool:
    """Tell whether a verb of saying has what is said right behind it, without "that": "said prices rise"."""
    said = lemmas.base(tokens[verb.last - 1].norm, "v") in _SAYING and verb.form != "-"
    return (
        said
        and verb.first > 0
        and tags[verb.first - 1] in "NKO"
        and tags[verb.last : verb.last + 1] in (["D"], ["N"], ["K"], ["A"])
    )


def _opened(tokens: Sequence[Token], tags: Sequence[str], at: int) -> _Clause | None:
    """Return the clause that a token opens."""
    word = tokens[at].norm
    if word in _LOOSE and tags[at] in "SPR":
        return _Clause(at, "S", 0.0)
    after = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    compound = at > 0 and tokens[at].glued and is_dash(tokens[at - 1])  # "know-how"
    if tags[at] not in "SW" or compound or (word == "because" and after == "of"):
        return None
    short = word != "that" and tags[at] == "S" and tags[at + 1 : at + 2] in (["V"], ["A"], ["P"])  # "while laying"
    return _Clause(at, tags[at], 0.0 if short else _NO_VERB)


def _verbs(tokens: Sequence[Token], tags: Sequence[str], first: int, last: int) -> list[_Verb]:
    """Return the verb groups of tokens[first:last]."""
    found, at = [], first
    while at < last:
        end = at
        while end < last and tags[end] in "XMTRG":
            end += 1
        while end > at and tags[end - 1] in "RG" and not (end < last and tags[end] == "V"):
            end -= 1
        end += end < last and tags[end] == "V"
        if tags[at] not in "XMVT" or (tags[at] == "T" and end == at + 1):
            at += 1
            continue
        word = tokens[at].norm
        noun = tags[at] == "V" and at > first and tags[at - 1] == "D" and "N" not in possible(word)
        noun = noun and tokens[at - 1].norm not in misfits.QUANTIFIERS
        asked = word in _DO and end == at + 1 and _is_turned(tokens, tags, first, at)
        loose = tags[at] == "T" or noun or asked or word in _NO_SUBJECT or (tags[at] == "V" and _form(word) == "g")
        dashed = end < len(tokens) and is_dash(tokens[end]) and tokens[end].glued and tags[at] == "V"
        found.append(_Verb(at, end, "-" if loose or dashed else _form(word) if tags[at] == "V" else "a"))
        at = end
    return found


def _is_turned(tokens: Sequence[Token], tags: Sequence[str], first: int, at: int) -> bool:
    """Tell whether the subject of "do" follows it: "never did Chad try"."""
    denied = tags[at - 1] in "RG" or any(token.norm in ("no", "nor", "only", "so") for token in tokens[first:at])
    return denied and tags[at + 1 : at + 2] in (["D"], ["N"], ["K"], ["O"])


def _may_describe(tokens: Sequence[Token], tags: Sequence[str], verb: _Verb) -> bool:
    """Tell whether a past form may be a participle behind its noun: "the ship built in Cork"."""
    at = verb.first
    bare = tags[at] == "V" and (at == 0 or tags[at - 1] in "NK.#") and lemmas.is_participle(tokens[at].norm)
    return bare and "p" in verb.form and at + 1 < len(tags) and tags[at + 1] in "PRTQ.C#"


def _agreement(
    tokens: Sequence[Token], tags: Sequence[str], clause: _Clause, verb: _Verb, verbs: Sequence[_Verb]
) -> float:
    """Return what speaks against a verb as the verb of a clause that waits for one."""
    start = clause.first + bool(clause.opener)
    if clause.opener == "W" and set(tags[start : verb.first]).isdisjoint(_NOMINAL):
        return subjects.relative(tokens, tags, clause.first, verb.form)
    if any(tokens[other.first].norm in _DO and other.form == "-" for other in verbs):
        return 0.0
    told = [other.first for other in verbs if start <= other.first < verb.first]
    commas = [at for at in range(start, verb.first) if tokens[at].text == ","]
    costs = [subjects.disagrees(tokens, tags, start, verb.first, verb.form)]
    if commas:
        own = subjects.disagrees(tokens, tags, commas[-1] + 1, verb.first, verb.form)
        fresh = told and told[0] < commas[-1] and not set(tags[commas[-1] + 1 : verb.first]).isdisjoint(_NOMINAL)
        costs = [own] if fresh else [*costs, own]
    if contact := subjects.contact(tokens, tags, start, verb.first):
        costs.append(subjects.disagrees(tokens, tags, contact, verb.first, verb.form))
    return min(costs)


def _surplus(
    tokens: Sequence[Token],
    tags: Sequence[str],
    verb: _Verb,
    earlier: Sequence[_Verb],
    verbs: Sequence[_Verb],
    first: int,
) -> float:
    """Return what speaks against a verb where every clause has one."""
    before = [other for other in verbs if other.first < verb.first]
    behind = before[-1].last if before else first
    if _may_describe(tokens, tags, verb):
        return _SET_OFF
    prices = [_TOO_MANY]
    for joint in (at for at in range(behind, verb.first) if tags[at] == "C" or tokens[at].text == ","):
        if "".join(tags[joint + 1 : verb.first]).strip("RG"):
            own = subjects.disagrees(tokens, tags, joint + 1, verb.first, verb.form)
            prices.append(_OWN_SUBJECT + own)
        else:
            like = any(set(other.form) & set(verb.form) or (other.form, verb.form) == ("-", "b") for other in before)
            prices.append(_JOINED if like else 2 * _JOINED if verb.form in "ap" else 5 * _JOINED)
    if contact := subjects.contact(tokens, tags, behind if earlier else first, verb.first):
        prices.append(_OPEN_CLAUSE + subjects.disagrees(tokens, tags, contact, verb.first, verb.form))
    if earlier and subjects.contact(tokens, tags, first, earlier[0].first):
        prices.append(_OPEN_CLAUSE)  # "the song she wrote tops"
    lead = lemmas.base(tokens[behind - 1].norm, "v") if before else ""
    if lead in groups("reporting")["verb"]:
        own = subjects.disagrees(tokens, tags, behind, verb.first, verb.form) if behind < verb.first else 0.0
        prices.append(_OPEN_CLAUSE + own)
    bare = lead in _WITH_BARE and verb.form == "b" and not set(tags[behind : verb.first]) - _NOMINAL
    participle = "p" in verb.form and lemmas.is_participle(tokens[verb.first].norm)
    stays = participle and bool(before) and auxiliary(tokens[behind - 1].norm) == "be"
    if bare or (behind == verb.first and (stays or tags[verb.first] == "X")):
        prices.append(_SET_OFF)  # "let its readers know", "make do", "stays closed"
    if participle and earlier and tags[behind - 1] == "X" and set(tags[behind : verb.first]).isdisjoint("NKO"):
        prices.append(_SET_OFF)  # "has by and large come", "are ever more aligned"
    return min(prices)
