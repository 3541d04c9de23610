"""Lemmas -> word forms: put one word into the form that another has."""

from __future__ import annotations

from functools import cache

from factcheck import lemmas
from factcheck.edits.edit import cased
from factcheck.tables import rows

_VOWELS = "aeiou"
_SIBILANT = ("s", "x", "z", "ch", "sh")
_LONG = 7  # letters from which an adjective is compared with "more"


def like(word: str, form: str, lemma: str, pos: str) -> str:
    """Return `word` in the form that `form` is of `lemma`, "" where that cannot be told: rise, fell, fall -> rose."""
    plain = form.lower()
    if plain == lemma or lemmas.british(plain) == lemma:
        return cased(word, form)
    match pos:
        case "v":
            return cased(_verb(word, plain), form)
        case "n":
            return cased(_noun(word), form)
        case "a":
            return cased(_adjective(word, plain), form)
        case _:
            return ""


@cache
def _irregular() -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the irregular forms by base form and part of speech."""
    forms: dict[tuple[str, str], tuple[str, ...]] = {}
    for form, base, pos in rows("irregular"):
        forms[base, pos] = (*forms.get((base, pos), ()), form)
    return forms


def _verb(word: str, form: str) -> str:
    if form.endswith("ing"):
        return _listed(word, "v", ("ing",)) or f"{word[:-1] if word.endswith('e') else word}ing"
    if form.endswith("s") and not form.endswith("ss"):
        return _listed(word, "v", ("s",)) or _with_s(word)
    past = [each for each in _irregular().get((word, "v"), ()) if not each.endswith(("ing", "s"))]
    if past:
        return past[0] if len(past) == 1 else ""  # "fell" or "fallen": which of them, the form does not tell
    return _with_ed(word)


def _noun(word: str) -> str:
    return next(iter(_irregular().get((word, "n"), ())), "") or _with_s(word)


def _adjective(word: str, form: str) -> str:
    ending = next((ending for ending in ("er", "est") if form.endswith(ending)), "")
    if found := _listed(word, "a", (ending,)):
        return found
    if not ending:
        return ""
    if len(word) >= _LONG:
        return f"{'more' if ending == 'er' else 'most'} {word}"
    return _ended(word, ending)


def _listed(word: str, pos: str, endings: tuple[str, ...]) -> str:
    """Return an irregular form with one of some endings."""
    return next((form for form in _irregular().get((word, pos), ()) if form.endswith(endings)), "")


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith((*_SIBILANT, "o")) else f"{word}s"


def _with_ed(word: str) -> str:
    return _ended(word, "ed")


def _ended(word: str, ending: str) -> str:
    """Add "ed", "er" or "est": hoped, carried, larger."""
    if word.endswith("e"):
        return f"{word}{ending[1:]}"
    return f"{word[:-1]}i{ending}" if word.endswith("y") and word[-2:-1] not in _VOWELS else f"{word}{ending}"
