"""The laws that hold on any database: on a small one about a storm, and on a sample of the one that ships.

What a change does to a verdict matters here, not the verdict on any one sentence.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcheck import Claims, alignment, check, rehearsal
from factcheck.candidates import Base, topic_of
from factcheck.check import check_sentence
from factcheck.comparison import compare
from factcheck.sentences import Sentence
from factcheck.statement import parse
from factcheck.store import base_of
from factcheck.verdict import Label, Verdict
from itself import open_words

HERE = Path(__file__).parent
DATABASE = HERE / "data/skarholm.toml"
TEXT = (HERE / "data/skarholm.txt").read_text("utf-8")
CHANGES = tomllib.loads((HERE / "data/changes.toml").read_text("utf-8"))
OWN = Claims.load(DATABASE)
SHIPPED = Claims.load()
STEP = 7  # every seventh of the shipped claims is tried

NUMBER = re.compile(r"(?<![\w.,-])\d+(?:[.,]\d+)*(?![\w-])")


def sample(claims: Claims) -> list[str]:
    """Return sentences about a database: its claims' own wordings, and what their curators tried them with."""
    step = STEP if claims is SHIPPED else 1
    found = []
    for claim in list(claims.claims)[::step]:
        found += [claim.statement, claim.excerpt, *claim.also[:1], *claim.wrong[:1]]
        found += [*claim.supported[:1], *claim.refuted[:1], *claim.unsettled[:1]]
    return found


RIGHT = [text for claim in OWN.claims for text in (claim.statement, *claim.also)]
BASES: dict[str, Claims] = {"own": OWN, "shipped": SHIPPED}


@pytest.fixture(scope="session")
def bases() -> dict[str, Base]:
    return {name: base_of(claims) for name, claims in BASES.items()}


def verdict(text: str, base: Base) -> Verdict:
    return check_sentence(Sentence(text, 0, len(text)), base)


def answer(text: str, base: Base) -> tuple[Label, str]:
    """Return the label of a sentence and the claim that settles it."""
    found = verdict(text, base)
    return found.label, found.claim.id if found.claim else ""


def supported(texts: Iterable[str], base: Base) -> list[str]:
    return [text for text in texts if verdict(text, base).label is Label.SUPPORTED]


# --- a claim and its own wordings


def test_the_excerpts_stand_in_the_source() -> None:
    assert [claim.id for claim in OWN.claims if claim.excerpt not in TEXT] == []


def test_a_claim_supports_its_own_wordings(bases: dict[str, Base]) -> None:
    for claim in OWN.claims:
        for text in (claim.statement, claim.excerpt, *claim.also):
            assert answer(text, bases["own"]) == (Label.SUPPORTED, claim.id), text
    for claim in list(SHIPPED.claims)[::STEP]:
        for text in (claim.statement, claim.excerpt, *claim.also[:3]):
            assert verdict(text, bases["shipped"]).label is Label.SUPPORTED, text


@pytest.mark.parametrize("name", BASES)
def test_a_wording_follows_from_itself(name: str, bases: dict[str, Base]) -> None:
    wordings = list(bases[name].wordings)[:: 1 if name == "own" else STEP]
    assert {each.text: words for each in wordings if (words := open_words(each.statement, each.index))} == {}


def test_a_claim_refutes_its_misstatements(bases: dict[str, Base]) -> None:
    for claim in OWN.claims:
        for text in claim.wrong:
            assert answer(text, bases["own"]) == (Label.REFUTED, claim.id), text
    for claim in list(SHIPPED.claims)[::STEP]:
        for text in claim.wrong[:3]:
            assert verdict(text, bases["shipped"]).label is Label.REFUTED, text


def test_the_curators_sentences_get_their_verdicts() -> None:
    assert [str(row) for row in rehearsal.run(OWN) if not row.passed] == []


def test_a_text_supports_its_own_sentences() -> None:
    found = list(check(TEXT, Claims.from_text(TEXT)))
    assert [verdict.sentence.text for verdict in found if verdict.label is not Label.SUPPORTED] == []
    assert [words for each in base_of(Claims.from_text(TEXT)).wordings if (words := open_words(each.statement))] == []


@pytest.mark.parametrize("name", BASES)
def test_nothing_conflicts_with_itself(name: str, bases: dict[str, Base]) -> None:
    base = bases[name]
    for wording in list(base.wordings)[:: 1 if name == "own" else STEP]:
        assert compare(wording.statement, wording.index, topic_of(base, wording.claim)).conflicts == (), wording.text


# --- one change, and the sentence is no longer supported


def another(old: str, new: float) -> str:
    """Write a value like the number that it replaces."""
    decimals = len(old.partition(".")[2])
    return f"{new:.{decimals}f}" if decimals else f"{new:,.0f}" if "," in old else f"{new:.0f}"


@settings(max_examples=150)
@given(st.data())
def test_another_number_is_not_supported(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([text for text in RIGHT if NUMBER.search(text)]))
    number = data.draw(st.sampled_from(list(NUMBER.finditer(text))))
    value = float(number[0].replace(",", ""))
    year = re.fullmatch(r"1\d{3}", number[0])
    new = data.draw(
        st.integers(1900, 1999) if year else st.integers(1, 28) if value < 29 else st.integers(1, 9 * int(value))
    )
    known = [float(other.replace(",", "")) for other in NUMBER.findall(text)]
    assume(all(abs(new - old) >= 1 if old < 29 or year else not 0.75 < new / old < 1.25 for old in known))
    changed = f"{text[: number.start()]}{another(number[0], new)}{text[number.end() :]}"
    assert verdict(changed, base_of(OWN)).label is not Label.SUPPORTED, changed


@pytest.mark.parametrize("kind", ["person", "organisation"])
def test_another_name_is_not_supported(kind: str, bases: dict[str, Base]) -> None:
    names = [name.name for name in OWN.names if name.kind == kind]
    others = [*names, *CHANGES["strangers"]]
    changed = [
        text.replace(name, new) for text in RIGHT for name in names if name in text for new in others if new not in text
    ]
    assert len(changed) > 3
    assert supported(changed, bases["own"]) == []


def test_another_country_is_not_supported(bases: dict[str, Base]) -> None:
    texts = [text for claim in list(SHIPPED.claims)[::STEP] for text in (claim.statement, *claim.also[:2])]
    changed = [re.sub(rf"\b{old}\b", new, text) for text in texts for old, new in CHANGES["countries"].items()]
    different = [text for text in changed if text not in texts]
    assert len(different) > 9
    assert supported(different, bases["shipped"]) == []


def denials(text: str) -> Iterator[str]:
    """Yield a sentence with its "not" left out, or with one put in."""
    if re.search(r"\bnot\b", text):
        yield re.sub(r"\bnot ", "", text, count=1)
    elif not re.search(r"\bno(?:body)?\b", text, re.IGNORECASE) and (
        verb := re.search(r"\b(?:is|was|were|had)\b", text)
    ):
        yield f"{text[: verb.end()]} not{text[verb.end() :]}"


def test_adding_or_dropping_a_not_is_not_supported(bases: dict[str, Base]) -> None:
    changed = [denied for text in RIGHT for denied in denials(text)]
    assert len(changed) > 9
    assert supported(changed, bases["own"]) == []


@pytest.mark.parametrize("kind", ["units", "opposites"])
def test_another_unit_or_an_opposite_is_not_supported(kind: str, bases: dict[str, Base]) -> None:
    for old, new in CHANGES[kind].items():
        changed = [text.replace(old, new) for text in RIGHT if old in text]
        assert changed, old
        assert supported(changed, bases["own"]) == []


def test_another_detail_is_not_supported(bases: dict[str, Base]) -> None:
    assert supported((f"{text[:-1]}{added}." for text in RIGHT for added in CHANGES["added"]), bases["own"]) == []


# --- what says the same gets the same verdict


def spelled(table: dict[str, str]) -> Callable[[str], str]:
    return lambda text: re.sub(r"[A-Za-z]+", lambda word: table.get(word[0], word[0]), text)


STYLES: dict[str, Callable[[str], str]] = {
    "small letters": str.lower,
    "without accents": lambda text: "".join(
        char for char in unicodedata.normalize("NFD", text) if char.isascii() or not unicodedata.combining(char)
    ),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "composed": lambda text: unicodedata.normalize("NFC", text),
    "curly quotes": lambda text: text.replace("'", "’"),
    "straight quotes": lambda text: text.replace("’", "'").replace("“", '"').replace("”", '"'),
    "hyphens that do not break": lambda text: text.replace("-", "‑"),
    "plain hyphens": lambda text: re.sub("[‐‑‒–—]", "-", text),
    "two spaces": lambda text: text.replace(" ", "  "),
    "space around": lambda text: f" {text}\n",
    "no final stop": lambda text: text.rstrip("."),
    "a final stop": lambda text: text if text[-1] in '.?!”"' else f"{text}.",
    "American spelling": spelled({british: american for american, british in CHANGES["spelling"].items()}),
    "British spelling": spelled(CHANGES["spelling"]),
}


@pytest.mark.parametrize("style", STYLES)
def test_style_does_not_move_a_verdict(style: str, bases: dict[str, Base]) -> None:
    texts = sample(OWN)
    assert [text for text in texts if answer(STYLES[style](text), bases["own"]) != answer(text, bases["own"])] == []


@settings(max_examples=100)
@given(st.sampled_from(sample(SHIPPED)), st.lists(st.sampled_from(sorted(STYLES)), min_size=1, max_size=5))
def test_styles_together_do_not_move_a_verdict(text: str, styles: list[str]) -> None:
    changed = text
    for style in styles:
        changed = STYLES[style](changed)
    assert verdict(changed, base_of(SHIPPED)).label is verdict(text, base_of(SHIPPED)).label, changed


# --- what has nothing to do with it changes nothing


def test_claims_on_other_subjects_do_not_move_a_verdict(bases: dict[str, Base]) -> None:
    more = base_of(Claims.load([HERE / "cases/lighthouse.toml", DATABASE]))
    assert [text for text in sample(OWN) if answer(text, more) != answer(text, bases["own"])] == []


def test_the_title_of_another_source_does_not_move_a_verdict(tmp_path: Path) -> None:
    for name, title, statement in (
        ("harbour", "The festival of the fishermen", "The lanterns were lit at noon."),
        ("mine", "The mine in winter", "The shaft was flooded on Sunday."),
    ):
        source = f'schema = 1\n[source]\nid = "{name}"\ntitle = "{title}"\n'
        claim = f'[[claim]]\nid = "{name}-1"\nstatement = "{statement}"\nexcerpt = "{statement}"\n'
        (tmp_path / f"{name}.toml").write_text(source + claim, "utf-8")
    alone, both = base_of(Claims.load([tmp_path / "harbour.toml"])), base_of(Claims.load([tmp_path]))
    sentence = "The lanterns of the festival were lit at noon."
    assert verdict(sentence, alone).label == verdict(sentence, both).label == "SUPPORTED"


def test_the_order_of_claims_does_not_move_a_verdict(bases: dict[str, Base]) -> None:
    backwards = base_of(replace(OWN, claims=OWN.claims[::-1], names=OWN.names[::-1], digest=""))
    for text in sample(OWN):
        one, other = verdict(text, backwards), verdict(text, bases["own"])
        assert replace(one, nearest=()) == replace(other, nearest=())


def test_the_hash_seed_does_not_move_a_report(tmp_path: Path) -> None:
    texts = "\n".join(sample(OWN)[::2])
    command = [sys.executable, "-m", "factcheck", "--claims", str(DATABASE), "--format", "json", "--split", "lines"]
    found = set()
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "FACTCHECK_CACHE": str(tmp_path / seed)}
        run = subprocess.run(
            command, input=texts, capture_output=True, text=True, encoding="utf-8", env=environment, check=False
        )
        assert run.returncode == 1, run.stderr
        found.add(run.stdout)
    assert len(found) == 1


# --- whatever is written, it is read

PIECES = CHANGES["pieces"].split()
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words)])
)


@settings(max_examples=300)
@given(TEXTS)
def test_any_sentence_gets_a_verdict(text: str) -> None:
    found = verdict(text, base_of(OWN))
    for finding in found.findings:
        if finding.said:
            assert text[finding.said.start : finding.said.end] == finding.said.text
    for unit in parse(text).units:
        assert 0 <= unit.start < unit.end <= len(text)


@settings(max_examples=300)
@given(TEXTS)
def test_no_sentence_conflicts_with_itself(text: str) -> None:
    said = parse(text)
    assert compare(said, alignment.index(said)).conflicts == ()
