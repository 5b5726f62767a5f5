"""Two people in one text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.engine.merge import merge

TEXT = st.lists(st.sampled_from(["haku", "viipyy", " ", "ei", "koko", ",", "👩‍👧", "päätös", "\n"]), max_size=14).map(
    "".join
)


@pytest.mark.parametrize(
    ("was", "current", "mine", "merged"),
    [
        ("lupa viipyy", "lupa viipyy kuukauden", "Migrin lupa viipyy", "Migrin lupa viipyy kuukauden"),
        ("lupa viipyy", "lupa viipyy aina", "lupa viipyy kauan", "lupa viipyy aina kauan"),
        ("asema", "asemalle", "koululle", None),
        ("a b c", "a c", "a b c d", "a c d"),
        ("", "jotain", "muuta", None),
        ("👩‍👩‍👧 ok", "👩‍👩‍👧 ok!", "eli 👩‍👩‍👧 ok", "eli 👩‍👩‍👧 ok!"),
    ],
)
def test_both_are_kept_unless_they_changed_the_same_words(was, current, mine, merged):
    assert merge(was, current, mine) == merged


def test_very_long_texts_are_not_compared():
    assert merge("sana " * 400, "sana " * 400 + "x", "y " + "sana " * 400) is None


@given(TEXT, TEXT)
def test_who_changed_nothing_changes_nothing(was, theirs):
    if was:
        assert merge(was, theirs, was) == unicodedata.normalize("NFC", theirs)
        assert merge(was, was, theirs) == unicodedata.normalize("NFC", theirs)
        assert merge(was, theirs, theirs) == unicodedata.normalize("NFC", theirs)


@given(TEXT, TEXT, TEXT)
def test_a_clash_is_one_from_both_sides(was, one, other):
    assert (merge(was, one, other) is None) == (merge(was, other, one) is None)
