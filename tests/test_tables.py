"""The tables under knowledge/: each is well formed, says where it comes from, and contradicts no other."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from factcheck import thesaurus, typos
from factcheck.tables import FOLDER, kinds, rows
from factcheck.tokens import tokenize
from factcheck.wordclasses import possible

POS = frozenset("nvarp")  # noun, verb, adjective, adverb, prepositional phrase
Check = Callable[[str], bool]
Member = tuple[str, str]  # word, part of speech


def text(column: str) -> bool:
    """Tell whether a column is one text: something, without spaces around it."""
    return column != "" and column == column.strip()


def members(column: str) -> bool:
    """Tell whether a column is a list of texts without an empty one."""
    return all(text(member) for member in column.split(", "))


def empty_or_members(column: str) -> bool:
    return not column or members(column)


def one_of(*values: str) -> Check:
    return lambda column: column in values


def numbers(column: str) -> bool:
    """Tell whether a column is numbers separated by spaces, in ascending order."""
    try:
        found = [float(word) for word in column.split(" ")]
    except ValueError:
        return False
    return found == sorted(found)


pos = one_of(*POS)
SYNONYMS: list[list[Check]] = [[pos, members]]
TIERS: list[list[Check]] = [[one_of("s", "m"), pos, members], [one_of("o", "e"), pos, members, members]]
PAIRS: list[list[Check]] = [[pos, members, members]]
KINDS: list[list[Check]] = [[text, members]]

# file -> the shapes that its rows may have, each a check for each column
SHAPES: dict[str, list[list[Check]]] = {
    "agents": [[members, members]],
    "calendar": [
        [one_of("month", "season", "decade", "part"), text, numbers],
        [one_of("relation"), text, one_of("before", "after")],
        [one_of("clock"), text, one_of("0", "12")],
    ],
    "ignorance": [
        [
            one_of(
                "known", "sought", "decided", "clear", "topic", "tidings", "unknown", "undecided", "unclear", "open"
            ),
            members,
        ]
    ],
    "carriers": [[one_of("does", "either", "undergoes", "happens", "has"), members]],
    "causes": [[one_of("main", "part", "only", "because", "some", "makes", "despite"), members]],
    "changing": [[one_of("up", "down"), members]],
    "clusters-a": KINDS,
    "clusters-b": KINDS,
    "common-adjectives": TIERS,
    "common-nouns-a": TIERS,
    "common-nouns-b": TIERS,
    "common-verbs-a": TIERS,
    "common-verbs-b": TIERS,
    "comparators": [[text, members], [text, members, members]],
    "compass": [[members, members]],
    "complements": [[members, members]],
    "continents": [[text, members]],
    "control": [[one_of("open", "done", "enabling"), members]],
    "converses": [[members, members]],
    "currencies": [[text, members, members, members]],
    "denying": [[members, members]],
    "direction": [[one_of("up", "down", "up+", "down+", "size-up", "size-down"), members]],
    "edits": [[one_of("scale", "direction", "scope", "opposite", "mutual", "added", "stranger"), text, members]],
    "ending": [[one_of("gone", "apart", "never"), members]],
    "entails-nouns": PAIRS,
    "entails-verbs": PAIRS,
    "excepting": [[one_of("anywhere", "behind"), members]],
    "exclusive": KINDS,
    "feats": [[one_of("verb", "how"), members]],
    "extents": [[one_of("length", "width", "height", "depth", "thickness"), members]],
    "forces": [
        [
            one_of("must", "may", "likely", "ban", "told", "plan", "withheld"),
            one_of("modal", "carrier", "adverb", "passive", "past", "noun"),
            members,
        ]
    ],
    "forenames": [[text, members]],
    "free-comparators": [[text, text], [text, text, members]],
    "function-words": [[one_of(*"DOPCSWXMTGR"), members]],
    "hedges": [[one_of("nearly", "former", "part", "wanted", "ahead", "wanting", "done", "realising"), members]],
    "irregular": [[text, text, one_of(*"nva")]],
    "homographs": [[one_of("nv", "av", "an"), members]],
    "kinds": [[members, members]],
    "labels": [[one_of("SUPPORTED", "REFUTED", "NOT ENOUGH INFO"), members]],
    "levels": [[one_of("usual", "planned"), members]],
    "light": [[pos, members], [one_of("level", "denied"), members]],
    "light-verbs": [[text, text, members]],
    "measures": [[text, one_of("up", "down"), members]],
    "misspellings": [[text, text]],
    "natures": [[text, empty_or_members, members]],
    "negation": [
        [one_of("adverb", "determiner", "preposition", "verb", "verb-np", "only", "clause", "denial"), members]
    ],
    "numerals": [[one_of("unit", "tens", "scale", "fraction", "ordinal", "vague", "multiple", "ratio"), text, numbers]],
    "opposites-nouns": PAIRS,
    "opposites-verbs": PAIRS,
    "places": [
        [one_of("country", "region", "sea", "city", "state"), text, *[empty_or_members] * 3],
        [one_of("country"), text, *[empty_or_members] * 3, text],
    ],
    "reporting": [
        [
            one_of(
                "verb",
                "preposition",
                "normative",
                "judging",
                "quality",
                "chatter",
                "greeting",
                "opener",
                "headline",
                "closing",
                "hearsay",
            ),
            members,
        ]
    ],
    "recastings": [[text, text], [text, text, one_of("not")]],
    **dict.fromkeys(thesaurus._RETELLINGS, TIERS),
    "stretches": [[one_of("begins", "lasts", "ends"), text, one_of("v", "p", "a"), members]],
    "organisations": [[one_of("organisation", "group"), text, empty_or_members]],
    "particles": [[one_of("up", "object"), members]],
    "passing": [[one_of("carries", "leads", "makes"), members]],
    "phases": [[one_of("begins", "goes on", "over", "over if denied", "never", "not yet", "alone"), members]],
    "prepositions": [[members, members]],
    "rankings": [[members, members]],
    "sameness": [[one_of("same", "other"), members]],
    "scope": [
        [one_of("all", "most", "some", "one", "few", "only", "not only", "others", "first", "last", "half"), members]
    ],
    "semilight": [[pos, members]],
    "slots": [[text, members, members], [text, members]],
    "spelling": [[text, text]],
    "surpassing": [[one_of("up", "down", "record-up"), members]],
    "symmetric": [[pos, members]],
    "synonyms-adjectives": SYNONYMS,
    "synonyms-nouns": SYNONYMS,
    "synonyms-verbs": SYNONYMS,
    "telling": [[one_of("telling"), members]],
    "times": [[one_of("part", "stretch"), members]],
    "titles": [[one_of("title", "organisation", "place", "office", "rank"), members]],
    "unasserted": [
        [
            one_of(
                "clause", "doubted", "rumour", "report", "act", "deed", "ahead", "planned", "needing", "feigned", "talk"
            ),
            members,
        ],
        [one_of("mistaken", "prevented", "cut"), members],
    ],
    "undergoing": [[one_of("always", "bare"), members]],
    "unless": [[text, members]],
    "units": [[text, numbers, members]],
    "units-rare": [[text, numbers, members]],
    "wordnet": [[text] * 2, [text] * 3, [text, text, lambda column: True, text]],
}
every_table = pytest.mark.parametrize("name", sorted(SHAPES))


def test_every_table_has_a_shape() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.tsv")) == sorted(SHAPES)


@every_table
def test_a_table_begins_with_where_it_comes_from(name: str) -> None:
    lines = (FOLDER / f"{name}.tsv").read_text("utf-8").split("\n")
    head = " ".join(lines[: next(number for number, line in enumerate(lines) if not line.startswith("#"))])
    assert "urated by hand for factcheck" in head or "Distilled from WordNet 3.0 by tools/" in head


@every_table
def test_rows_have_their_columns(name: str) -> None:
    def fits(row: list[str], shape: list[Check]) -> bool:
        return len(row) == len(shape) and all(check(column) for check, column in zip(shape, row, strict=True))

    assert [row for row in rows(name) if not any(fits(row, shape) for shape in SHAPES[name])] == []


@every_table
def test_no_row_stands_twice(name: str) -> None:
    found = ["\t".join(row) for row in rows(name)]
    assert sorted(set(found)) == sorted(found)


@every_table
def test_lines_end_and_none_is_blank(name: str) -> None:
    lines = (FOLDER / f"{name}.tsv").read_text("utf-8").split("\n")
    assert lines.pop() == ""
    assert [number for number, line in enumerate(lines, 1) if not line.strip() or line != line.rstrip(" \r")] == []


@pytest.mark.parametrize("name", ["comparators", "negation", "scope"])
def test_phrases_that_are_read_token_by_token_are_tokens(name: str) -> None:
    phrases = [phrase for row in rows(name) for cells in row[1:] for phrase in cells.split(", ")]
    assert [phrase for phrase in phrases if not is_read_as_it_stands(phrase)] == []


def is_read_as_it_stands(phrase: str) -> bool:
    """Tell whether a phrase before a figure has one token for each of its words."""
    tokens = tokenize(f"do{phrase} 1" if phrase == "n't" else f"{phrase} 1")
    return [token.norm for token in tokens] in ([*phrase.split(), "1"], ["do", phrase, "1"])


@pytest.mark.parametrize("name", ["direction", "function-words", "labels", "negation", "phases", "scope", "surpassing"])
def test_a_word_is_of_one_kind(name: str) -> None:
    assert len(kinds(name)) == sum(len(row[1].split(", ")) for row in rows(name))


def test_a_form_has_one_base() -> None:
    forms = [(form, pos) for form, _, pos in rows("irregular")]
    assert len(set(forms)) == len(forms)


def test_a_spelling_has_one_usual_form() -> None:
    usual = {row[0]: row[1] for row in rows("spelling")}
    assert len(usual) == len(rows("spelling"))
    assert {variant: form for variant, form in usual.items() if form in usual} == {}


def test_a_unit_has_one_size() -> None:
    units = [*rows("units"), *rows("units-rare")]
    names = [name for _, _, names in units for name in names.split(", ")]
    assert len(set(names)) == len(names)
    assert all(float(factor) > 0 for _, factor, _ in units)


def test_wordnet_is_sorted_for_bisection() -> None:
    words = [row[0].encode() for row in rows("wordnet")]
    assert words == sorted(set(words))


DEGREES = frozenset(("more", "less", "fewer", "up", "down", "against", "toward", "towards"))  # words read by themselves


def is_read_apart(words: tuple[str, ...], pos: str) -> bool:
    """Tell whether a phrase is read word by word for what one of its words says: a comparison, an order, a limit, a denial."""
    return (
        words[-1] in ("than", "not")
        or ("ahead" in words and words[:3] != ("give", "the", "go"))
        or words[0] == "sole"
        or words[:2] == ("have", "no")
        or (words[0] in DEGREES and pos in "ar")
        or (words[:2] == ("made", "of") and pos == "a")  # a verb and its material
        or (words[0] in ("refuse", "decline") and words[1:3] in (("to", "say"), ("to", "comment")))
    )


def test_no_phrase_is_one_that_is_read_word_by_word() -> None:
    phrases = {member for _, _, left, right in thesaurus._rows() for member in (*left, *right) if " " in member[0]}
    assert sorted(phrase for phrase, pos in phrases if is_read_apart(tuple(phrase.split()), pos)) == []


def related(tiers: str) -> set[tuple[Member, Member]]:
    """Return each two words that rows of some tiers relate, the left and the right ones or, of synonyms, any two."""
    found = [row for row in thesaurus._rows() if row[0] in tiers]
    return {pair for _, _, left, right in found for pair in product(left, right or left) if pair[0] != pair[1] or right}


def test_no_synonyms_are_opposites() -> None:
    assert sorted(related("o") & related("sm")) == []


def test_no_word_is_its_own_opposite_or_more_general_than_itself() -> None:
    assert sorted(pair for pair in related("oe") if pair[0] == pair[1]) == []


def test_nothing_is_more_general_than_what_is_more_general_than_it() -> None:
    pairs = related("e")
    assert sorted(pair for pair in pairs if pair[::-1] in pairs) == []


def test_an_opposite_is_not_more_general() -> None:
    against = related("o")
    assert sorted(related("e") & (against | {pair[::-1] for pair in against})) == []


def test_a_set_has_each_word_once() -> None:
    found = {
        name: [form for member in row.split(", ") for form in member.split("=")] for name, row in rows("exclusive")
    }
    assert len(found) == len(rows("exclusive"))
    assert {name: words for name, words in found.items() if len(set(words)) != len(words) or len(words) < 2} == {}


def test_what_lies_in_a_continent_is_a_known_place() -> None:
    known = {name for kind, name, *_ in rows("places") if kind != "city"}
    listed = [place for _, places in rows("continents") for place in places.split(", ")]
    assert sorted(set(listed)) == sorted(listed)
    assert set(listed) <= known


def test_no_misspelling_is_a_word_or_explained_by_one_slip() -> None:
    for form, word in rows("misspellings"):
        assert not possible(form), form
        assert typos.by_one_slip(form) != word, form
