"""Keys between keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.engine.order import is_key, key_between


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        # the published vectors of the npm library `fractional-indexing`
        (None, None, "a0"),
        (None, "a0", "Zz"),
        (None, "Zz", "Zy"),
        ("a0", None, "a1"),
        ("a1", None, "a2"),
        ("a0", "a1", "a0V"),
        ("a1", "a2", "a1V"),
        ("a0V", "a1", "a0l"),
        ("Zz", "a0", "ZzV"),
        ("Zz", "a1", "a0"),
        (None, "Y00", "Xzzz"),
        ("bzz", None, "c000"),
        ("a0", "a0V", "a0G"),
        ("a0", "a0G", "a08"),
        ("b125", "b129", "b127"),
        ("a0", "a1V", "a1"),
        ("Zz", "a01", "a0"),
        (None, "a0V", "a0"),
        (None, "b999", "b99"),
    ],
)
def test_a_key_lies_where_the_npm_library_puts_it(before, after, key):
    assert key_between(before, after) == key


def test_what_is_not_in_order_has_nothing_between():
    with pytest.raises(ValueError, match="not before"):
        key_between("a1", "a1")


@given(st.lists(st.integers(min_value=0), max_size=120))
def test_a_list_stays_in_order_wherever_one_inserts(places):
    keys: list[str] = []
    for number in places:
        index = number % (len(keys) + 1)
        before, after = (keys[index - 1] if index else None), (keys[index] if index < len(keys) else None)
        keys.insert(index, key_between(before, after))

    assert keys == sorted(set(keys))
    assert all(is_key(key) for key in keys if len(key) <= 64)


@pytest.mark.parametrize("text", ["", "1", "a", "a00", "b0", "ä0", "a0 ", "A" + "0" * 26, "a0" + "V" * 63])
def test_what_could_not_have_been_made_is_no_key(text):
    assert not is_key(text)
