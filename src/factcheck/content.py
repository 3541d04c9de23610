"""Content words and multi-word expressions: what no detail has taken and what a sentence is about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from factcheck import lemmas, wordclasses, words
from factcheck.details import negation, numerals, order, scope
from factcheck.details.measures import units
from factcheck.draft import SEMILIGHT, Draft
from factcheck.tables import groups
from factcheck.tokens import Token, is_dash

WORD_WEIGHT, ADVERB_WEIGHT = 1.0, 0.5
_POS = {"N": "n", "V": "v", "A": "a", "R": "r", "K": "n", "D": "a", "P": "r", "Q": "n", "O": "n", "S": "r"}
_CONTENT = frozenset("NVAR")
_DEGREES = {
    "more": "more",
    "less": "less",
    "fewer": "less",
    "up": "up",
    "down": "down",
    "against": "against",
    "toward": "towards",
    "towards": "towards",
}  # closed-class words that give a direction
_DEGREE_WEIGHT = 0.3
_HEIGHTS = {"above": "up", "below": "down"}
_BASELINES = frozenset(("average", "normal", "level", "mean", "usual", "median", "norm"))
_BASELINE_REACH = 5  # tokens after "above" in which "average", "its 1990 level" stands
_MORE = ("more", "less", "fewer")
_TITLE_WEIGHT = 0.5
_PHRASE_WEIGHTS = {"p": 0.2, "r": 0.5}
_AMOUNTS = frozenset(("many", "much", "few", "little"))  # "as many as"
_FAILING = 3  # words of "fail to win", which is the denial of a verb
_AS_REACH = 6  # tokens after "as many" in which a second "as" may stand
_LIKENING = frozenset(("half", "twice", "times", "exactly", "just", "almost", "nearly", "about", "roughly"))
_EMPTY = frozenset(("no", "not", "never", "yes"))
_PREDICATIVE = frozenset(("over", "off", "on", "out", "back", "gone", "way", "underway"))  # what a thing can be
_COMPLEMENTS = {
    word: tuple("DNKQAO$" if word in ("over", "off", "gone", "way", "underway") else "DNKQAO$PT")
    for word in _PREDICATIVE
}  # tags of what follows where it is no predicate: "is over 300 metres", "is out to win"
_ARTICLES = ("a", "an")
_QUANTIFIERS = frozenset(("no", "any", "every", "each", "few", "little", "neither", "half", "all"))
_ADJECTIVES = 2  # that may stand before the noun of a phrase
_WHEN = frozenset(("on", "in", "at", "by"))  # words that lead to a date
_COMING = frozenset(("come", "go", "return", "move"))  # verbs whose infinitive says what for
_OPENING = frozenset(("before", "after"))  # words that open a clause as well
_LEADING = frozenset(("into", "on", "to", "under", "in", "out", "off", "at"))  # "call the rule into question"
_OBJECT = 6  # tokens of the object between a verb and the rest of its phrase
_PARTICLES = frozenset(("out", "up", "down", "off", "away", "back", "aside", "apart", "over"))


@cache
def light() -> dict[str, frozenset[str]]:
    """Return the words that carry no weight, by part of speech."""
    return groups("light")


@cache
def semilight() -> dict[str, frozenset[str]]:
    """Return the words that carry little weight, by part of speech."""
    return groups("semilight")


def find(draft: Draft) -> None:
    """Add the content words that no detail has taken, multi-word expressions first."""
    for index in range(len(draft.tokens)):
        if index in draft.owner:
            continue
        if found := _phrase(draft, index):
            _add_phrase(draft, index, *found)
        elif _is_rank(draft, index):
            continue
        elif draft.tags[index] in _CONTENT and draft.tokens[index].text[:1].isalpha():
            _add_word(draft, index)
        elif order.limits_a_verb(draft, index + 1):
            continue
        elif compares_levels(draft, index):
            way = _HEIGHTS[draft.tokens[index].norm]
            draft.add("word", index, index + 1, way, "r", _DEGREE_WEIGHT).comparative = True
        elif degree := _DEGREES.get(draft.tokens[index].norm):
            unit = draft.add(
                "word", index, index + 1, degree, "p" if degree in ("towards", "against") else "r", _DEGREE_WEIGHT
            )
            unit.comparative = degree in ("more", "less")
        elif draft.tokens[index].norm in _AMOUNTS and index and draft.tokens[index - 1].norm in ("as", "so"):
            draft.add("word", index, index + 1, draft.tokens[index].norm, "r", _DEGREE_WEIGHT)
        elif draft.tags[index] == "K":
            title = lemmas.lemma(draft.tokens[index].norm, "n")
            draft.add("word", index, index + 1, title, "n", _TITLE_WEIGHT)


def _is_predicate(draft: Draft, at: int) -> bool:
    """Tell whether a phrase stands after a copula, an adverb or an amount, not before a noun."""
    amount = any(unit.kind == "quantity" and unit.last == at for unit in draft.units)
    return amount or draft.tags[at - 1 : at] in ("X", "Q", "R")


def compares_levels(draft: Draft, at: int) -> bool:
    """Tell whether "above" or "below" compares: after an amount, or before a usual or earlier level."""
    norms = [token.norm for token in draft.tokens]
    if at >= len(norms) or norms[at] not in _HEIGHTS:
        return False
    if any(unit.kind == "quantity" and unit.last == at for unit in draft.units):
        return True
    after = next(
        (i for i in range(at + 1, min(at + _BASELINE_REACH, len(norms))) if norms[i] in _BASELINES), len(norms)
    )
    return after < len(norms) and all(tag in "DA$QKNMO" for tag in draft.tags[at + 1 : after])


def _add_phrase(draft: Draft, at: int, lemma: str, pos: str, used: list[int]) -> None:
    draft.owner.update(dict.fromkeys(used, -1))
    if negation.is_cue(lemma):
        return
    last = used[-1] + 1 if used[-1] - at == len(used) - 1 else at + 1
    weight = _PHRASE_WEIGHTS.get(pos, WORD_WEIGHT) * _weight(lemma, pos)
    unit = draft.add("word", at, last, lemma, pos, 0.0 if _tells_a_level(draft, lemma, pos, last) else weight)
    if not negation.opens(lemma):
        small = wordclasses.closed_class()
        unit.parts = tuple(part for part in lemma.split() if part not in small and part != words.ONES)


def _tells_a_level(draft: Draft, lemma: str, pos: str, last: int) -> bool:
    """Tell whether a verb only says how much a thing is, by the figure right behind it: "inflation stood at 4 percent"."""
    return pos == "v" and lemma in light()["level"] and draft.is_detail(last, "quantity")


def _add_word(draft: Draft, index: int) -> None:
    pos = _POS[draft.tags[index]]
    word = draft.tokens[index].norm
    lemma = lemmas.lemma(word, pos)
    if len(lemma) == 1 or lemma in _EMPTY:
        return
    weight = _weight(lemma, pos) * (ADVERB_WEIGHT if pos == "r" else WORD_WEIGHT)
    before = draft.tokens[index - 1].norm if index else ""
    unit = draft.add("word", index, index + 1, lemma, pos, weight)
    unit.rank = _rank(draft, index)
    if lemma == "else" and any(token.norm == "than" for token in draft.tokens):
        unit.weight = 0.0  # "more than anyone else": the others are told by the comparison
    unit.negated = unit.focus = before == "least" and (index < 2 or draft.tokens[index - 2].norm != "at")
    if pos in "ar":
        unit.comparative = _inflected(word, lemma, "er") or (pos == "a" and before in ("more", "less"))
        unit.superlative = (_inflected(word, lemma, "est") and word != "latest") or before in ("most", "least")
        unit.superlative = unit.superlative or word in ("best", "worst")
        unit.weight = max(unit.weight, WORD_WEIGHT if unit.superlative else ADVERB_WEIGHT if unit.comparative else 0.0)


def _inflected(word: str, lemma: str, ending: str) -> bool:
    return word.endswith(ending) and not lemma.endswith(ending)


def _rank(draft: Draft, index: int) -> int:
    """Return the rank before a superlative: 2 for "second-largest"."""
    before = [token.norm for token in draft.tokens[max(index - 3, 0) : index] if token.norm not in ("-", "most", "‑")]
    return numerals.rank(before[-1]) or 1 if before else 1


def _is_rank(draft: Draft, index: int) -> bool:
    """Tell whether an ordinal is the rank of a superlative: "second-largest"."""
    after = [token for token in draft.tokens[index + 1 : index + 4] if not is_dash(token) and token.norm != "most"][:1]
    return numerals.rank(draft.tokens[index].norm) > 1 and any(
        token.norm.endswith("est") and _inflected(token.norm, lemmas.lemma(token.norm, "a"), "est") for token in after
    )


def _weight(lemma: str, pos: str) -> float:
    """Return 0 for a word that carries nothing, little for one that the rest of a sentence supplies, else 1."""
    if lemma in light().get(pos, ()) or scope.is_quantifier(lemma):
        return 0.0
    return SEMILIGHT if lemma in semilight().get(pos, ()) else 1.0


def _phrase(draft: Draft, at: int) -> tuple[str, str, list[int]] | None:
    """Return lemma, part of speech and tokens of the longest multi-word expression that begins at a token."""
    word = draft.tokens[at].norm
    best: tuple[str, str, list[int]] | None = None
    norms = [token.norm for token in draft.tokens]
    near = frozenset().union(
        *(_forms(token.norm) for token in draft.tokens[at + 1 : at + 5])
    )  # as far as a particle may be
    for first in dict.fromkeys((lemmas.lemma(word, "v"), lemmas.lemma(word, "n"), word)):
        for known, pos in words.phrases(first, near):
            if (
                (pos == "v" and draft.tags[at] not in "VX")
                or (pos == "n" and draft.tags[at] == "V")
                or (pos == "r" and known[0] != word)
                or (pos in "an" and _compares(draft, at, len(known)))
                or (
                    known[0] == "the" and pos == "n" and draft.tags[at + len(known) : at + len(known) + 1] in ("N", "A")
                )
                or (known[-1] in _MORE and "than" in norms[at:])
                or (known[-1] in _HEIGHTS and compares_levels(draft, at + len(known) - 1))
                or (known[0] in _HEIGHTS and _is_predicate(draft, at) and compares_levels(draft, at))
                or (pos == "a" and known[0] in _OPENING and not _describes(draft, at, len(known)))
                or (known[0] == "as" and _likens(draft, at, len(known)))
                or (len(known) == _FAILING and negation.denies_infinitive(known))
            ):
                continue
            used = _match_phrase(draft, at, known, pos)
            verbal = pos == "n" and used and _is_verb(draft, used[-1])  # "the farm produces"
            if (
                used
                and not verbal
                and not _is_none_before(norms, known, used[-1])
                and (best is None or len(known) > len(best[0].split()))
            ):
                best = (" ".join(known), pos, used)
    return best


def _is_none_before(norms: Sequence[str], known: tuple[str, ...], last: int) -> bool:
    """Tell whether the word behind an expression shows that it is none: "in a row over pay"."""
    return norms[last + 1 : last + 2] != [] and norms[last + 1] in groups("unless").get(" ".join(known), ())


def _is_verb(draft: Draft, at: int) -> bool:
    """Tell whether a word was read as a verb; a word in -ing behind a noun may be one too: "a storm warning"."""
    return draft.tags[at] == "V" and not draft.tokens[at].norm.endswith("ing")


def _describes(draft: Draft, at: int, length: int) -> bool:
    """Tell whether "before the war" describes the noun before it, and does not tell when something happened."""
    span = draft.tokens[at - 1].norm in units() if at else False
    return (
        draft.tags[at - 1 : at] in ("N", "K")
        and not span
        and draft.tags[at + length : at + length + 1] not in ("V", "X")
    )


def _likens(draft: Draft, at: int, length: int) -> bool:
    """Tell whether an "as" opens a comparison: "twice as long as", "moved as many people as"."""
    norms = [token.norm for token in draft.tokens]
    if norms[at + 1] in _AMOUNTS and "as" in norms[at + length : at + length + _AS_REACH]:
        return True
    return at == 0 or draft.tags[at - 1] in "QXG" or norms[at - 1] in _LIKENING


def _compares(draft: Draft, at: int, length: int) -> bool:
    """Tell whether a comparative or superlative is among tokens; it is no mere part of a phrase."""
    end = at + length + sum(is_dash(token) for token in draft.tokens[at : at + length])
    inside = zip(draft.tokens[at:end], draft.tags[at:end], strict=True)
    return any(
        tag == "A"
        and (_inflected(token.norm, base := lemmas.lemma(token.norm, "a"), "er") or _inflected(token.norm, base, "est"))
        for token, tag in inside
    )


def _match_phrase(draft: Draft, at: int, known: tuple[str, ...], pos: str) -> list[int] | None:
    used, index = [at], at + 1
    light = pos == "v" and known in words.light_phrases()
    for position, word in enumerate(known[1:], 1):
        if light and word in _ARTICLES:
            index += _is_article(draft, index)
            continue
        if index < len(draft.tokens) and is_dash(draft.tokens[index]) and draft.tokens[index].glued:
            used.append(index)
            index += 1
        moves = word in _PREDICATIVE if known[0] == "be" else word in _PARTICLES
        gap = 3 if pos == "v" and position == len(known) - 1 and moves else 0
        if pos == "v" and position == 1 and _leads_to_its_noun(known):
            index = _behind_object(draft, index, known)
        gap = _adjectives(draft, index) if light and known[position - 1] in _ARTICLES else gap
        for skip in range(gap + 1):
            where = index + skip
            if where < len(draft.tokens) and where not in draft.owner and _fits(draft.tokens[where], word):
                if pos == "n" and _is_verb_form(draft, where, word):
                    return None  # "the fare rose" is no "fare rise"
                if skip and (where + 1 < len(draft.tokens) and draft.tags[where + 1] in "DNKQA"):
                    return None
                used.append(where)
                index = where + 1
                break
            if where < len(draft.tokens) and draft.tags[where] not in ("RG" if known[0] == "be" else "DNAOK$"):
                return None
        else:
            return None
    if known[-1] in _OPENING and any(clause.first == used[-1] for clause in draft.clauses):
        return None  # "came before the hearing closed"
    if known[0] == "be" and draft.tags[index : index + 1] in _COMPLEMENTS.get(known[-1], ()):
        return None
    if _last_leads_on(draft, known, index):
        return None
    compound = index < len(draft.tokens) and is_dash(draft.tokens[index]) and draft.tokens[index].glued
    return None if compound else used  # no phrase ends within "middle-distance"


def _leads_to_its_noun(known: tuple[str, ...]) -> bool:
    """Tell whether a phrase is a verb with a preposition and a noun, between which its object stands: "call into question"."""
    return len(known) == len(("call", "into", "question")) and known[1] in _LEADING


def _behind_object(draft: Draft, at: int, known: tuple[str, ...]) -> int:
    """Return where the preposition and the noun of a phrase stand behind its object, else the token itself."""
    for where in range(at, min(at + _OBJECT, len(draft.tokens) - 1)):
        if _fits(draft.tokens[where], known[1]) and _fits(draft.tokens[where + 1], known[2]):
            return where
        if draft.tags[where] not in "DNAK$Q":
            break
    return at


def _is_article(draft: Draft, at: int) -> bool:
    """Tell whether a word may stand for the article of a phrase: "made its decision", not "made no decision"."""
    return draft.tags[at : at + 1] == "D" and draft.tokens[at].norm not in _QUANTIFIERS


def _adjectives(draft: Draft, at: int) -> int:
    """Return how many adjectives stand before the noun of a phrase: "a detailed study"."""
    tags = draft.tags[at : at + _ADJECTIVES + 1]
    return len(tags) - len(tags.lstrip("A"))


def _last_leads_on(draft: Draft, known: tuple[str, ...], after: int) -> bool:
    """Tell whether the last word belongs to what follows: "decided on Monday", "came to fight", "became more equal"."""
    if known[-1] in _WHEN and draft.is_detail(after, "date"):
        return True
    if known[-1] in ("more", "less"):
        return draft.tags[after : after + 1] in ("A", "N", "V")
    return known[-1] == "to" and known[0] in _COMING and draft.tags[after : after + 1] in ("V", "X")


def _is_verb_form(draft: Draft, at: int, word: str) -> bool:
    """Tell whether a token is a verb, and the word only as a verb's form: "rose" for "rise"."""
    norm = draft.tokens[at].norm
    return draft.tags[at] == "V" and word not in (norm, lemmas.lemma(norm, "n"))


def _fits(token: Token, word: str) -> bool:
    return word in _forms(token.norm)


@lru_cache(maxsize=50_000)
def _forms(word: str) -> frozenset[str]:
    """Return a word with its lemmas as noun and verb, and "one's" for "his"."""
    forms = (word, lemmas.lemma(word, "n"), lemmas.lemma(word, "v"))
    return frozenset((*forms, words.ONES) if word in words.POSSESSIVES else forms)
