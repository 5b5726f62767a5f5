"""The gate that all text passes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.engine import Refusal
from facilitator.engine.text import clean, clean_line


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x07b\x85c\td\n", "abc\td\n"),
        ("Pa\u0308a\u0308to\u0308s", "Päätös"),
        ("👩‍👩‍👧‍👦 ok", "👩‍👩‍👧‍👦 ok"),
        ("می\u200cخواهم ❤\ufe0f", "می\u200cخواهم ❤\ufe0f"),
    ],
)
def test_text_is_kept_as_every_format_can_carry_it(text, kept):
    assert clean(text) == kept


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "text.empty"),
        (" \t\n\x07", "text.empty"),
        ("\u200b", "text.empty"),
        ("\u200d\ufe0f \u3164\u2800\u2060", "text.empty"),
        ("a\0", "text.invalid"),
        ("\udfff", "text.invalid"),
    ],
)
def test_what_cannot_be_kept_is_refused_by_name(text, code):
    assert clean(text) == Refusal(code)


def test_length_is_bounded_in_code_points_and_in_bytes():
    assert clean("x" * 2_000) == "x" * 2_000
    assert clean("x" * 2_001) == Refusal("text.too_long", {"limit": 2_000, "length": 2_001})
    assert clean("🧭" * 2_000) == "🧭" * 2_000  # 8,000 bytes
    assert isinstance(clean("🧭" * 1_999 + "a\u0301" * 100), Refusal)


def test_a_name_is_one_line_with_nothing_hidden_in_it():
    assert clean_line("  Anna\u202e \n Ahonen\u200b ") == "Anna Ahonen"


@given(st.text(alphabet=st.characters(), max_size=2_100))
def test_what_passes_passes_again_unchanged(text):
    kept = clean(text)

    if isinstance(kept, str):
        assert clean(kept) == kept
        assert unicodedata.is_normalized("NFC", kept)
        assert all(letter in "\t\n" or unicodedata.category(letter) not in ("Cc", "Cs") for letter in kept)
