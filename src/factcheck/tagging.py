"""Tokens -> part-of-speech tags, by closed-class tables, the lexicon and the neighbouring tags.

Tags are one letter: N noun, K proper name, V verb, A adjective, R adverb, Q number, and the letters of function-words.tsv.
The rules follow the constraints of Brill-style taggers: a word's possible tags first, then what its neighbours allow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck import futures, lemmas, retagging
from factcheck.capitals import (
    begins_a_name,
    capitals_tell,
    goes_on,
    is_abbreviation,
    is_place,
    is_titled,
    opens_a_title,
)
from factcheck.tokens import Token, is_dash
from factcheck.wordclasses import (
    NOUN_AND_PAST,
    WEEKDAYS,
    auxiliary,
    closed_class,
    is_common_noun,
    is_irregular_plural,
    is_mostly_verb,
    is_noun,
    is_past,
    is_surely_verb,
    is_verbal,
    may_be_verb,
    number_words,
    offices,
    possible,
)

_NOMINAL = frozenset("NKQOA")
_CLAUSE_BREAK = frozenset("CSW;")
_BEFORE_NOUN = frozenset("DAQP$")  # $ stands for a possessive 's
_AFTER_VERB = frozenset("DOPQKTARXGWS")
_NO_NAMES = frozenset((*WEEKDAYS, *(f"{day}s" for day in WEEKDAYS), "celsius", "fahrenheit", "tv", "cd", "dvd", "dna"))
_BARE_MODALS = frozenset(("need", "dare"))  # modals where a "not" follows


@dataclass
class _Context:
    """What the tagger has seen of the clause so far."""

    earlier: str = "^"
    previous: str = "^"
    word: str = ""
    before: str = ""  # the token just before, whatever it is
    group: str = ""  # "be", "have", "do", "modal", "to": an auxiliary waits for its verb
    verb_seen: bool = False
    verb_later: bool = False


def tag(tokens: Sequence[Token]) -> str:
    """Return one tag letter a token."""
    capitals = capitals_tell(tokens)
    context = _Context()
    tags: list[str] = []
    last_verb = max((index for index, token in enumerate(tokens) if is_surely_verb(token)), default=-1)
    opening = True  # a capital at the beginning, also after a colon or a full stop, marks no name
    for index, token in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        context.verb_later = index < last_verb
        known = capitals and is_abbreviation(token)
        letter = "K" if known else _tag_one(token, following, context, capitals and not opening)
        first = letter == "N" and capitals and opening
        named = begins_a_name(token, following) or is_titled(tokens, index) or is_place(token, following)
        if (first and named) or (opening and letter in "NVA" and capitals and opens_a_title(token, following)):
            letter = "K"
        elif first and token.capital and not possible(token.norm):
            letter = "N" if following and following.text[:1].islower() and is_noun(following.norm) else "K"
        if letter == "V" and _is_compound(tokens, index):
            letter = "A"
        opening = token.text in ".?!:#" or (opening and not token.text[:1].isalnum())
        tags.append(letter)
        _advance(context, token, letter)
        context.before = token.norm
    return retagging.revised(tokens, futures.marked(tokens, tags), possible)


def _is_compound(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a participle ends a compound: "NATO-aligned", "state-owned"."""
    joined = index > 1 and is_dash(tokens[index - 1]) and tokens[index - 1].glued and tokens[index].glued
    return joined and is_past(tokens[index].norm)


def _advance(context: _Context, token: Token, letter: str) -> None:
    if letter in _CLAUSE_BREAK or letter == ".":
        if letter != "." or token.text in ";:":
            context.verb_seen = False
        context.group = context.group if token.text == "," else ""
    elif letter in "XMT":
        context.group = auxiliary(token.norm) or ("modal" if letter == "M" else "to")
        context.verb_seen = context.verb_seen or letter in "XM"
    elif letter == "V":
        context.verb_seen, context.group = True, "be" if auxiliary(token.norm) == "be" else ""
    elif letter not in "RGO":
        context.group = ""
    if context.previous in "NKO" and (letter == "R" or token.norm == "never") and token.norm not in ("so", "then"):
        return  # an adverb between subject and verb changes nothing
    nobody = token.norm == "one" and context.before == "no"
    context.earlier, context.previous, context.word = context.previous, letter, "nobody" if nobody else token.norm


def _tag_one(token: Token, following: Token | None, context: _Context, capitals: bool) -> str:
    word = token.norm
    if word[0].isdecimal():
        return "Q"
    if not word[0].isalpha() and word[0] != "'":
        return ";" if token.text in ";" else "."
    if word == "'s":
        return "$" if context.previous in "NKAOV" and not _verb_follows(following) else "X"
    closed = closed_class().get(word)
    if word in _BARE_MODALS and following is not None and following.norm in ("not", "n't"):
        return "M"
    if word in number_words() and (word != "one" or context.previous not in "DA"):
        return "Q"
    named = capitals and token.capital and following is not None and following.capital
    if closed in ("P", "M") and named:
        return "K"  # Per Lund, Will Young
    if closed and capitals and goes_on(token, context.previous):
        return "K"
    if closed:
        return _closed_tag(word, closed, following, context)
    if capitals and token.capital:
        return "N" if word in _NO_NAMES else "K"
    if word == "longer" and context.before == "no" and (following is None or following.norm != "than"):
        return "R"
    tags = possible(word)
    if (
        not tags
        and word.endswith(("s", "ed"))
        and context.previous in "NKO"
        and not context.verb_seen
        and following is not None
        and closed_class().get(following.norm) == "D"
    ):
        return "V"  # an unknown verb: "outspends every other"
    if not tags:
        return "K" if token.capital and capitals else "V" if context.group in ("modal", "do") else "N"
    if tags == "V" and context.word in ("a", "an") and is_past(word):
        return "A"  # "an estimated 300"
    return tags if len(tags) == 1 else _choose(word, tags, following, context)


def _verb_follows(following: Token | None) -> bool:
    if following is None:
        return False
    word = following.norm
    return (
        closed_class().get(word, "") in "DGRP" and word not in ("own",) and bool(closed_class().get(word))
    ) or word in ("been", "not")


def _closed_tag(word: str, tag_: str, following: Token | None, context: _Context) -> str:
    after = closed_class().get(following.norm, "") if following else ""
    if word == "yet" and context.previous not in "^.":
        return "R"
    if word == "no" and following is not None and following.norm == "longer":
        return "R"
    if (
        word == "as"
        and context.before == "just"
        and following is not None
        and (following.capital or after in ("D", "O"))
    ):
        return "S"  # "just as Lund arrived"
    if word == "like" and context.group in ("modal", "do"):
        return "V"
    if word == "mine" and context.previous in "DA":
        return "N"
    if (
        word == "to"
        and following is not None
        and following.text.islower()
        and not after
        and set(possible(following.norm)) & set("NA")
    ):
        return tag_ if set(possible(following.norm)) & set("VR") else "P"  # "to local clubs"
    if word == "to" and after == "D" and following is not None and following.norm not in ("no", "all", "own"):
        return "P"
    if word == "so" and following is not None and following.norm == "far":
        return "R"
    if word == "one" and context.before == "no":
        return "O"
    if word == "that":
        return (
            "W"
            if context.previous in "NK" and (after in ("X", "M") or is_verbal(following))
            else "D"
            if not context.verb_seen
            else "S"
        )
    if word in ("before", "after", "since", "until", "as") and after == "O":
        return "S"
    if word in ("her", "no", "all", "both") and following is None:
        return "O"
    if word == "one" and following is not None and after not in ("P", "X", "M") and following.norm[:1].isalpha():
        return "D"
    return tag_


def _choose(word: str, tags: str, following: Token | None, context: _Context) -> str:
    """Choose among several open-class tags."""
    after = closed_class().get(following.norm, "") if following else "."
    if (
        "A" in tags
        and word.endswith(("er", "est"))
        and lemmas.base(word, "a") not in ("", word)
        and not is_common_noun(word)
    ):
        return "A"
    if "V" in tags:
        verdict = _verb_or_not(word, tags, following, after, context)
        if verdict:
            return verdict
    tags = tags.replace("V", "") or tags
    if "A" in tags and "N" in tags:
        if context.word == "as" and following is not None and following.norm == "as":
            return "A"  # "as large as"
        if context.word in ("more", "less") and (following is None or not following.norm[:1].isalpha() or after):
            return "A"  # "became less equal"
        if (
            following is not None
            and not after
            and following.norm[:1].isalpha()
            and set(possible(following.norm)) & {"N"}
        ):
            return "A"
        return "N" if context.previous in "DP$" else tags[0]
    if "N" in tags and context.previous in "DQ$":
        return "N"  # "90 plum trees"
    return tags[0]


def _verb_or_not(word: str, tags: str, following: Token | None, after: str, context: _Context) -> str:
    """Return V, another tag, or "" where the neighbours do not decide."""
    if context.group in ("modal", "do") or (context.group == "to" and lemmas.base(word, "v") == word):
        return "V"
    if context.verb_later and following is not None and following.capital and word in offices():
        return "N" if "N" in tags else ""  # "Harriers coach Ines Valk praised …"
    ing, past = (
        word.endswith("ing") and lemmas.base(word, "v") != word,
        is_past(word) or _may_be_past(word, following, after, context),
    )
    if context.group in ("be", "have") and (ing or past or word in NOUN_AND_PAST):
        return "V"
    if context.previous in _BEFORE_NOUN or context.previous == "G":
        return _after_determiner(word, tags, following, after, context, ing, past)
    if context.previous == "O" and context.word not in ("one", "ones", "others"):
        return "V"
    if ing and "N" in tags and after in ("X", "M"):
        return "N"  # "the hall building was burnt"
    if ing:
        return "V" if after in _AFTER_VERB and after else ""
    if past:
        return "V"
    if context.previous == "K" and context.earlier == "D" and "N" in tags and may_be_verb(following):
        return "N"  # "the French team beat the German team"
    if context.previous in "NK" and not context.verb_seen:
        plural = context.word.endswith("s") or is_irregular_plural(context.word)
        agrees = word.endswith("s") != plural or context.previous == "K"
        name_follows = following is not None and (
            following.capital or following.norm[0].isdecimal() or following.text in "$€£¥"
        )
        described = following is not None and possible(following.norm)[:1] == "A"  # "Chad wants stronger ties"
        if agrees and (plural or described) and tags[0] == "V" and is_mostly_verb(word):
            return "V"
        alone = (
            not context.verb_later
            and following is not None
            and following.norm[:1].isalpha()
            and (not after or after in _AFTER_VERB)
        )
        return (
            "V"
            if agrees and ((after in _AFTER_VERB and after) or "N" not in tags or name_follows or alone)
            else "N"
            if "N" in tags
            else ""
        )
    if context.previous == "W":
        return "V"
    return "" if "N" in tags or "A" in tags else "V"


def _after_determiner(
    word: str, tags: str, following: Token | None, after: str, context: _Context, ing: bool, past: bool
) -> str:
    if ing and context.previous == "P":
        return "V"
    if (
        context.previous in "AQ"
        and tags[0] == "V"
        and (not context.verb_seen or (context.previous == "Q" and is_mostly_verb(word)))
        and (past or word.endswith("s"))
        and not (after == "X" and word.endswith("s"))
        and (after in _AFTER_VERB or (not after and following and following.capital))
    ):
        return "V"
    if past or ing:
        nominal = following is not None and not after and following.norm[:1].isalpha()
        return (
            "A"
            if (nominal and "A" in tags) or (nominal and past)
            else "N"
            if "N" in tags
            else "V"
            if context.previous in "APQ"
            else "A"
        )
    return ""


def _may_be_past(word: str, following: Token | None, after: str, context: _Context) -> bool:
    """Tell whether a noun that is its own past stands as a verb: "Redport beat Calverton", not "the weather forecast"."""
    object_follows = after in ("D", "Q", "O") or (following is not None and following.capital)
    return word in NOUN_AND_PAST and not context.verb_seen and (context.previous == "K" or object_follows)
