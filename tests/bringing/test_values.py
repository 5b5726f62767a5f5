"""What a file's words mean: numbers, days, choices and flags as Finnish, Swedish and English tables write them."""

from __future__ import annotations

from typing import Any

import pytest

from facilitator.bringing.values import value_of
from facilitator.engine.fields import FieldRule

CHOICES = {"julkinen": "public", "offentlig": "public", "public": "public", "yksityinen": "private"}


@pytest.mark.parametrize(
    ("sort", "given", "value"),
    [
        ("scale5", "4", 4),
        ("scale5", " 4,0 ", 4),
        ("scale5", 4, 4),
        ("scale5", "6", None),
        ("scale5", "neljä", None),
        ("scale5", True, None),
        ("emotion", "\N{MINUS SIGN}2", -2),
        ("emotion", "+1", 1),
        ("number", "1 200", 1200),
        ("number", "1\N{NO-BREAK SPACE}200,00", 1200),
        ("number", "12,5", None),
        ("number", "9" * 13, None),
        ("flag", "Kyllä", True),
        ("flag", "nej", False),
        ("flag", "x", True),
        ("flag", "ehkä", None),
        ("date", "24.11.2026", "2026-11-24"),
        ("date", "2026-11-24", "2026-11-24"),
        ("date", "31.2.2026", None),
        ("choice", "Offentlig", "public"),
        ("choice", "kolmas", None),
        ("choices", "julkinen; yksityinen, julkinen", ["public", "private"]),
        ("choices", "julkinen, kolmas", None),
        ("text", "Sitaatti", "Sitaatti"),
        ("text", "x" * 501, None),
        ("link", "https://prh.fi/a", "https://prh.fi/a"),
        ("link", "javascript:alert(1)", None),
        ("organisation", "PRH", "PRH"),
        ("reference", "anna@example.org", None),
    ],
)
def test_a_value_is_read_as_the_field_takes_it_or_not_at_all(sort: str, given: Any, value: Any):
    assert value_of(given, FieldRule(sort, frozenset(CHOICES.values())), CHOICES, {}) == value


def test_a_field_that_names_a_note_takes_one_that_comes_too():
    rule = FieldRule("item")

    assert value_of("note:1", rule, {}, {"note:1": "note:uusi"}) == "note:uusi"
    assert value_of("note:2", rule, {}, {"note:1": "note:uusi"}) is None
    assert value_of(3, rule, {}, {}) is None
