"""What is compiled from the tables: a packed file says what was packed or nothing, and a word what the tables say."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import cache, lemmas, thesaurus, words
from factcheck.details import nametable
from factcheck.packed import BrokenError, Loaded, Packed, pack

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
ITEMS = st.dictionaries(st.text(), VALUES, max_size=12)


def table(data: bytes) -> cache.Table:
    """Open packed bytes; where they are broken, nothing can be built anew."""
    return cache.Table(Packed(data), dict)


@given(ITEMS, st.text())
def test_a_packed_mapping_is_read_back(items: dict[str, Any], other: str) -> None:
    read = table(pack(items))
    assert {key: read.get(key, read) for key in (*items, other)} == {other: read} | items
    assert dict(read) == items


@given(st.dictionaries(st.text(), st.text(), min_size=1, max_size=6), st.data())
def test_a_damaged_file_is_noticed(items: dict[str, str], data: st.DataObject) -> None:
    packed = bytearray(pack(items))
    place = data.draw(st.integers(0, len(packed) - 1))
    packed[place] ^= data.draw(st.integers(1, 255))
    try:
        read = Packed(bytes(packed))
        found = {key: read.bucket(key).get(key) for key in items}
    except BrokenError:
        return
    assert found == items  # the damage is in no bucket that was read


@pytest.mark.parametrize("length", [0, 1, 20, 40, 60])
def test_a_file_that_ends_early_is_noticed(length: int) -> None:
    with pytest.raises(BrokenError):
        Packed(pack({"one": 1, "two": 2})[:length])


def test_keys_that_are_no_text_that_can_be_encoded() -> None:
    assert table(pack({"\ud800": "\udfff"})).get("\ud800") == "\udfff"


def test_a_loaded_sequence_is_like_a_tuple() -> None:
    loaded = Loaded(4, lambda number: number * number)
    assert loaded == (0, 1, 4, 9)
    assert (loaded[-1], loaded[1:3], len(loaded), 4 in loaded) == (9, (1, 4), 4, True)
    assert hash(loaded) == hash((0, 1, 4, 9))
    with pytest.raises(IndexError):
        loaded[4]


@pytest.mark.parametrize("compiled", [thesaurus.compiled, lemmas.compiled, nametable.compiled])
def test_the_compiled_tables_say_what_the_tables_say(compiled: Any) -> None:
    items = compiled()
    read = table(pack(items))
    assert all(read[key] == value for key, value in items.items())
    assert "no such word" not in read


def test_phrases_with_a_second_word_are_those_phrases() -> None:
    known = thesaurus.phrases("take")
    seconds = {"part", "over", "place"}
    assert len(known) > 3
    assert list(thesaurus.phrases("take", seconds)) == [phrase for phrase in known if phrase[0][1] in seconds]
    assert [len(words_) for words_, _ in known] == sorted((len(words_) for words_, _ in known), reverse=True)


@pytest.mark.parametrize(
    ("one", "other", "excludes"),
    [("rise", "fall", True), ("rise", "climb", False), ("approve", "reject", True), ("sign", "sign", False)],
)
def test_verbs_that_exclude_each_other(one: str, other: str, excludes: bool) -> None:
    assert words.contrary((one, "v"), (other, "v")) is excludes
    assert words.contrary((other, "v"), (one, "v")) is excludes


def test_a_synonym_shares_a_row() -> None:
    assert words.sense("begin", "v").rows & words.sense("commence", "v").rows
    assert "=increase" in words.sense("soar", "v").up
