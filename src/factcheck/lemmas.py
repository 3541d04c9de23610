"""Word forms -> lemmas in British spelling: irregular forms by table, regular ones by rule and the lexicon."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from factcheck import cache as kept
from factcheck import lexicon
from factcheck.tables import rows

_VERB_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", "e"),
    ("es", ""),
    ("s", ""),
    ("ed", "e"),
    ("ed", ""),
    ("ing", "e"),
    ("ing", ""),
)
_NOUN_ENDINGS = (("ies", "y"), ("ves", "f"), ("ves", "fe"), ("es", "e"), ("es", ""), ("s", ""))
_ADJECTIVE_ENDINGS = (("ier", "y"), ("iest", "y"), ("er", "e"), ("er", ""), ("est", "e"), ("est", ""))
_ENDINGS = {"v": _VERB_ENDINGS, "n": _NOUN_ENDINGS, "a": _ADJECTIVE_ENDINGS, "r": _ADJECTIVE_ENDINGS}
_VOWELS = frozenset("aeiouy")
# American endings and their British counterparts, where a rule is safe for whole families.
_BRITISH = (
    ("ization", "isation"),
    ("izing", "ising"),
    ("ized", "ised"),
    ("izer", "iser"),
    ("ize", "ise"),
    ("yze", "yse"),
    ("izes", "ises"),
)


_ALWAYS_Z = ("size", "sized", "sizing", "prize", "prized", "seize", "seized", "seizing", "maize", "capsize", "capsized")


@cache
def _forms() -> kept.Items:
    return kept.mapping("forms", compiled)


def compiled() -> dict[str, str]:
    """Return irregular forms and British spellings: "v ran" and "past ran" have its base form, "british color" its spelling."""
    irregular = {f"{row[2]} {row[0]}": row[1] for row in rows("irregular")}
    spellings = {f"british {row[0]}": row[1] for row in rows("spelling")}
    return irregular | {f"past {form}": verb for form, verb in _pasts().items()} | spellings


def _pasts() -> dict[str, str]:
    """Return the past forms of verbs whose participle is another, each with its verb; the table lists the participle behind them.

    A form in -ed is a participle too: "cancelled" beside "canceled", "burned" beside "burnt".
    """
    forms: dict[str, list[str]] = {}
    for form, verb, *pos in rows("irregular"):
        if pos == ["v"] and not form.endswith(("ing", "s")):
            forms.setdefault(verb, []).append(form)
    return {form: verb for verb, own in forms.items() for form in own[:-1] if form != verb and not form.endswith("ed")}


def is_participle(word: str) -> bool:
    """Tell whether a lower-case word can be a past participle."""
    verb = base(word, "v")
    inflected = word.endswith("ing") or (word.endswith("s") and word != verb)
    return bool(verb) and not inflected and f"past {word}" not in _forms()


def _stripped(word: str, pos: str) -> Iterator[str]:
    """Yield the base forms that the endings of `word` allow, likeliest first."""
    for ending, base in _ENDINGS[pos]:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            if ending in ("ed", "ing", "er", "est") and not base and _is_doubled(stem):
                yield stem[:-1]
            yield stem + base


def _is_doubled(stem: str) -> bool:
    return len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS


@lru_cache(maxsize=50_000)
def base(word: str, pos: str) -> str:
    """Return the base form of a lower-case word as that part of speech (n, v, a, r), or "" where it cannot be one."""
    if found := _forms().get(f"{pos} {word}"):
        return str(found)
    if pos == "n" and (singular := _singular(word)):
        return singular
    if lexicon.has(word, pos) and not (pos == "v" and word.endswith(("ed", "ing")) and _verb_of(word)):
        return word
    if pos == "n" and word.endswith("ves") and lexicon.has(word[:-1], "v") and not lexicon.has(word[:-1], "n"):
        return ""  # "believes" is no plural of "belief"
    for candidate in _stripped(word, pos):
        if lexicon.has(candidate, pos):
            return candidate
    return ""


def _singular(word: str) -> str:
    """Return the singular of a plural that the lexicon lists too ("services"), unless that is the commoner word."""
    if not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return ""
    single, plural = lexicon.lookup(word[:-1]), lexicon.lookup(word)
    if single is None or plural is None or single.counts.get("n", 0) <= plural.counts.get("n", 0):
        return ""
    return word[:-1]


def _verb_of(word: str) -> str:
    return next((form for form in _stripped(word, "v") if lexicon.has(form, "v")), "")


@lru_cache(maxsize=50_000)
def lemma(word: str, pos: str) -> str:
    """Return the lemma of a lower-case word in British spelling; a word not in the lexicon loses its plain ending."""
    found = base(word, pos)
    if not found and pos == "n" and len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        found = word[:-1]
    return british(found or word)


@lru_cache(maxsize=50_000)
def british(word: str) -> str:
    """Return the British spelling of a word."""
    if found := _forms().get(f"british {word}"):
        return str(found)
    if word.endswith(_ALWAYS_Z):
        return word
    for american, ending in _BRITISH:
        if word.endswith(american):
            return word[: -len(american)] + ending
    return word
