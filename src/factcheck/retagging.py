"""A second look at tags, by what stands on both sides: "whose ties", "the accords in which", "growing outside competition"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from factcheck import lemmas, lexicon, readings
from factcheck.tables import kinds
from factcheck.tokens import Token
from factcheck.wordclasses import BE, is_mostly_verb

_RELATIVE = frozenset(("which", "whom", "whose"))
_CURRENCIES = "$£€¥₹"
_NOUNS = "NK"
_AMOUNTING = frozenset(
    ("lasts", "costs", "runs", "spans", "measures", "weighs", "seats", "holds", "houses", "stretches", "covers")
)
_HELPERS = frozenset(("lets", "helps", "makes", "needs", "dares"))  # verbs with an infinitive without "to"
_STATES = frozenset(("married", "divorced", "engaged", "dressed", "lost", "used", "started", "rid"))  # "got married"
_ORDER = frozenset(("first", "last", "also", "originally", "previously", "later", "then"))
_FINITE = 100  # times that a verb is counted whose form in -s is none of a noun
_PHASES = frozenset(("begin", "start", "end", "stop", "open", "close"))
_RATHER = 3  # a verb at most so many times as frequent leaves the word in -ing a noun


def revised(tokens: Sequence[Token], tags: str, possible: Callable[[str], str]) -> str:
    """Return the tags of a sentence, those mended that what follows shows to be wrong."""
    found = list(tags)
    for at in range(len(tokens) - 2, 0, -1):  # what follows is settled first
        for mend in _MENDS:
            letter = mend(tokens, found, at)
            if letter and (letter not in "NV" or letter in possible(tokens[at].norm)):
                found[at] = letter
    readings.settle(tokens, found)
    for at in range(len(tokens) - 2, 0, -1):
        found[at] = "N" if _is_headed(tokens, found, at) and "N" in possible(tokens[at].norm) else found[at]
    return "".join(found)


def _owned(tokens: Sequence[Token], tags: Sequence[str], at: int) -> str:
    """What "whose" or somebody owns is a noun: "whose ties", "the railway's demand"."""
    owned = tokens[at - 1].norm == "whose" or (tags[at - 1] == "$" and not tokens[at].norm.endswith("ing"))
    return "N" if tags[at] == "V" and owned else ""


def _before_relative(tokens: Sequence[Token], tags: Sequence[str], at: int) -> str:
    """What "in which" goes back to is a noun."""
    leads = tags[at + 1] == "P" and at + 2 < len(tokens) and tokens[at + 2].norm in _RELATIVE
    return "N" if tags[at] == "V" and leads and tags[at - 1] in "NA" else ""


def _building(tokens: Sequence[Token], tags: Sequence[str], at: int) -> str:
    """A word in -ing that is more often a noun is one before "in" where the verb is still to come: "the museum building in …"."""
    word = tokens[at].norm
    if tags[at] != "V" or not word.endswith("ing") or tags[at - 1] not in _NOUNS or tags[at + 1] != "P":
        return ""
    entry, verb = lexicon.lookup(word), lexicon.lookup(lemmas.base(word, "v"))
    often = entry is not None and entry.counts.get("n", 0) > (verb.counts.get("v", 0) / _RATHER if verb else 0)
    before, rest = "".join(tags[:at]), "".join(tags[at + 1 :])
    return "N" if often and not set(before) & set("VXM") and set(rest) & set("VX") else ""


def _result(tokens: Sequence[Token], tags: Sequence[str], at: int) -> str:
    """A word in -ing behind a comma and before an amount, a name or a determiner is a participle: ", leaving £31 million"."""
    word, after = tokens[at], tokens[at + 1]
    named = tags[at + 1] in "KO" and word.norm != "following"  # "following Lund" may only say when
    leads = tags[at + 1] in "QD" or after.text in _CURRENCIES or named
    told = any(tag in "VX" for tag in tags[: at - 1])
    return (
        "V" if tags[at] in "NA" and word.norm.endswith("ing") and tokens[at - 1].text == "," and leads and told else ""
    )


def _outside(tokens: Sequence[Token], tags: Sequence[str], at: int) -> str:
    """ "Outside" between what describes a noun and the noun describes it too."""
    word = tokens[at].norm in ("outside", "inside") and tags[at] == "P"
    owned = tokens[at - 1].norm == "'s" and tags[at - 2 : at - 1] == ["K"]
    described = tags[at - 1] in "DA$" or owned or (tags[at - 1] == "V" and tokens[at - 1].norm.endswith("ing"))
    return "A" if word and described and tags[at + 1] == "N" else ""


def _described(tokens: Sequence[Token], tags: Sequence[str], at: int) -> str:
    """A participle between a verb or an article and a noun describes it: "continues structured cooperation", "the smuggling routes"."""
    word, after = tokens[at].norm, tags[at + 1 : at + 3]
    behind = tags[at] == "V" and (
        (tags[at - 1] == "V" and word.endswith("ed")) or (tags[at - 1] == "D" and word.endswith("ing"))
    )
    return "A" if behind and (after[:1] == ["N"] or after == ["A", "N"]) else ""


def _judged(tokens: Sequence[Token], tags: Sequence[str], at: int) -> str:
    """A participle in a noun phrase describes its noun: "the widely praised 2013 exhibition", "is a Swiss animated film"."""
    before = "".join(tags[:at])
    adverb = before.endswith("DR")
    apposed = re.search(r"[XP]D[KA]+$", before) is not None
    leads = "".join(tags[at + 1 : at + 4]).lstrip("QA")[:1]
    inside = tags[at] == "V" and (adverb or apposed) and leads in ("N", "K")
    return "A" if inside and lemmas.is_participle(tokens[at].norm) else ""


def _counted(tokens: Sequence[Token], tags: Sequence[str], at: int) -> str:
    """A participle between a number and a plural describes it where another verb tells: "had six named storms"."""
    noun = tokens[at + 1].norm
    plural = tags[at + 1] == "N" and lemmas.lemma(noun, "n") != noun
    told = set(tags[: at - 1]) | set(tags[at + 2 :])
    counted = tags[at] == "V" and tags[at - 1] == "Q" and tags[at - 2 : at - 1] not in (["N"], ["K"])
    return "A" if counted and plural and not told.isdisjoint("VX") and lemmas.is_participle(tokens[at].norm) else ""


def _bare(tokens: Sequence[Token], tags: Sequence[str], at: int) -> str:
    """A participle that is also a noun, with no article between it and "be", is a verb: "was first broadcast on"."""
    be = at - 2 if tokens[at - 1].norm in _ORDER else at - 1
    told = tags[be] == "X" and tokens[be].norm in BE and tags[at + 1] == "P" and tokens[at + 1].norm != "of"
    return "V" if tags[at] == "N" and told and lemmas.is_participle(tokens[at].norm) else ""


def _in_order(tokens: Sequence[Token], tags: Sequence[str], at: int) -> str:
    """ "First" between "be" and its participle tells when: "was first broadcast"."""
    between = tags[at - 1] == "X" and tags[at + 1] == "V"
    return "R" if tags[at] == "A" and between and tokens[at].norm in _ORDER else ""


def _goes_on(tokens: Sequence[Token], tags: Sequence[str], at: int) -> str:
    """A word in -s behind a comma or "and" is a verb before an article, or if it is hardly ever a noun: "and features the cellist"."""
    word, before = tokens[at].norm, tokens[at - 1]
    joined = (tags[at - 1] == "C" or before.text == ",") and set(tags[: at - 1]) & set("VX") and word.endswith("s")
    verbal = tags[at + 1] == "D" or (is_mostly_verb(word) and tags[at + 1] in "NAKQRPV")
    return "V" if tags[at] == "N" and joined and verbal and not word.endswith("ss") else ""


def _acted_on(tokens: Sequence[Token], tags: Sequence[str], at: int) -> str:
    """A base form right behind a verb in -s is a noun: "takes effect"."""
    before, word = tokens[at - 1].norm, tokens[at].norm
    verb = tags[at - 1] == "V" or (tags[at - 1] == "N" and is_mostly_verb(before))
    finite = verb and before.endswith("s") and not before.endswith("ss")
    return "N" if tags[at] == "V" and finite and lemmas.base(word, "v") == word and before not in _HELPERS else ""


def _finite(tokens: Sequence[Token], tags: Sequence[str], at: int) -> str:
    """A form in -s of a verb that is never a noun is one behind its subject, however long: "the claim that … comes from"."""
    word = tokens[at].norm
    entry = lexicon.lookup(lemmas.base(word, "v")) if tags[at] == "N" and word.endswith("s") else None
    never = entry is not None and entry.counts.get("v", 0) >= _FINITE and entry.counts.get("n", 0) <= 1
    described = (
        tags[at + 1] in "ADRQ" or tokens[at + 1].text in "$£€"
    )  # "the choir remains open", not "the burial remains in the cave"
    behind = tags[at - 1] in "NKOQ" or (tags[at - 1] == "V" and tags[at - 2] in "XNKO")
    return "V" if never and behind and (described or (word != "remains" and tags[at + 1] in "PTQKOS")) else ""


def _earlier(tokens: Sequence[Token], tags: Sequence[str], at: int) -> str:
    """ "Before" at the end tells when: "had won before"."""
    ends = tokens[at + 1].text in ".,;!" and tags[at - 1] in "VNKR"
    ends = ends and lemmas.lemma(tokens[at - 1].norm, "n") not in kinds("times")  # "than the year before"
    return "R" if tokens[at].norm == "before" and tags[at] in "PS" and ends else ""


def _team(tokens: Sequence[Token], tags: Sequence[str], at: int) -> str:
    """A word that is hardly ever a noun is the verb behind a name, where nothing else is: "Norway want less of it"."""
    named = tags[at - 1] == "K" or (tags[at - 1] == "N" and tokens[at - 1].capital)
    alone = tags[at] == "N" and named and not set(tags) & set("VXM")
    return "V" if alone and is_mostly_verb(tokens[at].norm) and lemmas.base(tokens[at].norm, "v") else ""


def _once(tokens: Sequence[Token], tags: Sequence[str], at: int) -> str:
    """ "Once" between a subject and its verb tells when."""
    told = tags[at - 1] in "NKOX" or tokens[at - 1].norm in ("that", "who", "which")
    return "R" if tokens[at].norm == "once" and told and tags[at + 1] == "V" else ""


def _exactly(tokens: Sequence[Token], tags: Sequence[str], at: int) -> str:
    """ "Right" before a preposition says only how exactly: "is right next to"."""
    return "R" if tokens[at].norm == "right" and tags[at - 1] == "X" and tags[at + 1] in "PA" else ""


def _owing(tokens: Sequence[Token], tags: Sequence[str], at: int) -> str:
    """ "Owing to" tells a cause as "due to" does: "sales fell owing to the strike"."""
    causal = tokens[at].norm == "owing" and tokens[at + 1].norm == "to"
    return "A" if causal and tags[at - 1] != "X" else ""


def _in_may(tokens: Sequence[Token], tags: Sequence[str], at: int) -> str:
    """ "May" with a capital behind a preposition is the month."""
    return "K" if tokens[at].norm == "may" and tags[at] == "M" and tokens[at].capital and tags[at - 1] == "P" else ""


def _that(tokens: Sequence[Token], tags: Sequence[str], at: int) -> str:
    """ "That" between a name and an adverb with its verb is relative: "it was Lund that once sang"."""
    verb = "".join(tags[at + 1 : at + 3])
    return (
        "W" if tokens[at].norm == "that" and tags[at] == "S" and tags[at - 1] in "NK" and verb in ("RV", "RX") else ""
    )


def _likened(tokens: Sequence[Token], tags: Sequence[str], at: int) -> str:
    """What a thing is "as" or "so" is an adjective where no noun follows: "has not been as low since 1921"."""
    if tags[at] != "N" or at < 2 or tokens[at - 1].norm not in ("as", "so") or not lexicon.has(tokens[at].norm, "a"):
        return ""
    return "A" if tokens[at - 2].norm in BE and tags[at + 1] in "PS.C" else ""


def _since(tokens: Sequence[Token], tags: Sequence[str], at: int) -> str:
    """ "Since" opens a clause where something began or ended: "since records began"."""
    if tags[at] != "P" or tokens[at].norm != "since":
        return ""
    end = next((number for number in range(at + 1, len(tokens)) if tags[number] not in "DANKQ$"), at)
    began = lemmas.base(tokens[end].norm, "v") in _PHASES and tags[end] == "V"
    return "S" if began and tags[end - 1] in "NK" else ""


def _passive(tokens: Sequence[Token], tags: Sequence[str], at: int) -> str:
    """ "Get" right before a participle is an auxiliary: "gets paid"."""
    word, after = tokens[at].norm, tokens[at + 1].norm
    done = tags[at + 1] == "V" and lemmas.is_participle(after) and lemmas.base(after, "v") != after
    done = done and after not in _STATES
    return (
        "X" if word in ("get", "gets", "got", "getting") and tags[at] in "VN" and done and tags[at - 1] != "D" else ""
    )


def _is_headed(tokens: Sequence[Token], tags: Sequence[str], at: int) -> bool:
    """Tell whether a word between an article and the verb is the noun that the article needs: "the firm makes", not "the rich pay"."""
    if tags[at] != "A" or tags[at - 1] != "D" or tokens[at + 1].capital:
        return False  # "a warmer May"
    after = tokens[at + 1].norm
    return tags[at + 1] in "XM" or (
        tags[at + 1] == "V" and not after.endswith("ing") and lemmas.base(after, "v") != after
    )


_MENDS = (
    _passive,
    _result,
    _owned,
    _before_relative,
    _building,
    _outside,
    _described,
    _judged,
    _counted,
    _bare,
    _in_order,
    _acted_on,
    _goes_on,
    _finite,
    _team,
    _earlier,
    _once,
    _exactly,
    _owing,
    _that,
    _in_may,
    _likened,
    _since,
)
