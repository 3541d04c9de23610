"""Text -> tokens with their spans and normal forms. The text itself is never rewritten."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_TOKEN = re.compile(
    r"\x1b\[[0-9;?]*[ -/]*[@-~]"  # a terminal's control sequence, which is no text
    r"|(?:https?://|\bwww\.)[^\s<>\"]*[^\s<>\"().,;:!?'’”\]]"  # an address, which tells nothing
    r"|-[LR][RSC]B-|``|''"  # brackets and quotes as treebanks write them
    r"|\d+(?:\.\d+)?[eE][+-]?\d{1,2}\b"  # 1.3e6
    r"|(?<![\w.])\.\d+\b"  # .25
    r"|\d+(?:[.,]\d+)*(?=(?:st|nd|rd|th)\b)"  # 3rd: the number, then its ending
    r"|\d+(?:[.,\u00a0\u202f]\d{3})+(?:\.\d+)?(?!\d)"  # 1,234,567.8
    r"|\d+(?:[.:]\d+)*"
    r"|[ODL]['’](?=[^\W\d_a-z])(?:[^\W_]|[\u0300-\u036f])+"  # O'Neill, L'Oréal
    r"|\b(?:[Aa]pprox|[Cc]a)\.(?=\s*[\w$€£¥₹])|\bc\.(?=\s*[\d$€£¥₹])"  # ca. 300, c. 1500
    r"|[^\W\d_][\u0300-\u036f]*(?:[^\W_]|[\u0300-\u036f]|[.](?=[^\W\d_][.])|(?<=\.[^\W\d_])[.])*"  # words, U.S.
    r"|['’](?:s|re|ve|ll|d|m|t)\b"
    r"|[^\w\s]|_",
)
_ADDRESS = re.compile(r"https?:/|www\.")
_FLAT = str.maketrans("’‘ʼ`´“”„«»‐‑‒–—−", "'''''\"\"\"\"\"-----" + "-")
_WRITTEN = {
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
    "``": '"',
    "''": '"',
}  # Penn Treebank tokens
_DASH = frozenset("-‐‑‒–—−")
_MINUS = frozenset("-−")
_SIGNED = re.compile(r"[$€£¥]?\.?\d")
_COUNTED = re.compile(r"(?:\S|\d\s)$")  # what makes a dash of what stands before a figure: "10-15", "10 -15"
_VERBS = ("do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "could", "would", "should", "must")
_UNMARKED = {f"{verb}nt": verb for verb in _VERBS}
_UNMARKED |= {"wont": "will", "cant": "can", "aint": "is"}  # contractions that are written without an apostrophe
_CLITICS = ("n't", "'s", "'re", "'ve", "'ll", "'d", "'m")


class Token(NamedTuple):
    """One word, number or sign; `norm` is its text in lower case without accents and with plain quotes and dashes."""

    text: str
    start: int
    end: int
    norm: str
    glued: bool  # no space between it and the token before

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


def fold(text: str) -> str:
    """Return text in lower case, without accents, with plain quotes and dashes."""
    if text.isascii():
        return text.lower()
    flat = unicodedata.normalize("NFKD", text.translate(_FLAT).casefold())
    return "".join(char for char in flat if not unicodedata.combining(char))


def plain_number(word: str) -> str:
    """Return ".25" and "1.3e6" as "0.25" and "1300000", anything else as it is."""
    if word[0] == "." and len(word) > 1:
        return f"0{word}"
    if word[0].isdecimal() and "e" in word.lower():
        return f"{float(word):.12f}".rstrip("0").rstrip(".")
    return word


def _is_minus(word: str, text: str, start: int) -> bool:
    """Tell whether a dash is the sign of the figure behind it: "-5", not "10-15"."""
    return word in _MINUS and _SIGNED.match(text, start + 1) is not None and not _COUNTED.search(text, 0, start)


def tokenize(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text: words, numbers, clitics ("n't", "'s") and single signs, text[start:end] == token.text."""
    tokens: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        start, stop = match.span()
        if match[0][0] == "\x1b" or _ADDRESS.match(match[0]):
            continue
        norm = _WRITTEN.get(match[0]) or fold(plain_number(match[0]))
        norm = "minus" if _is_minus(match[0], text, start) else norm
        glued = start == end and start > 0
        if norm.endswith("n") and norm != "n" and text[stop : stop + 2].translate(_FLAT).lower() == "'t":
            stop = _push_negation(tokens, text, start, stop, glued)
        elif norm in ("'t", "t") and tokens and tokens[-1].end >= stop:
            continue
        elif norm in _UNMARKED:
            _push_unmarked(tokens, match[0], start, norm, glued)
        elif norm == "cannot":
            tokens.append(Token(text[start : start + 3], start, start + 3, "can", glued))
            tokens.append(Token(text[start + 3 : stop], start + 3, stop, "not", True))
        else:
            tokens.append(Token(match[0], start, stop, norm, glued))
        end = stop
    return tuple(tokens)


def _push_negation(tokens: list[Token], text: str, start: int, stop: int, glued: bool) -> int:
    """Split "don't" into "do" and "n't"; return where it ends."""
    verb = fold(text[start : stop - 1])
    verb = {"wo": "will", "ca": "can", "sha": "shall", "ai": "is"}.get(verb, verb)
    if verb:
        tokens.append(Token(text[start : stop - 1], start, stop - 1, verb, glued))
    tokens.append(Token(text[stop - 1 : stop + 2], stop - 1, stop + 2, "n't", bool(verb)))
    return stop + 2


def _push_unmarked(tokens: list[Token], text: str, start: int, norm: str, glued: bool) -> None:
    """Split "dont" into "do" and "nt", which is read as "n't"."""
    cut = len(text) - 2
    tokens.append(Token(text[:cut], start, start + cut, _UNMARKED[norm], glued))
    tokens.append(Token(text[cut:], start + cut, start + len(text), "n't", True))


def is_dash(token: Token) -> bool:
    """Tell whether a token is a hyphen or dash of any kind."""
    return token.text in _DASH
