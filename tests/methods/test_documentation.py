"""`docs/methods.md` says of each method what its file says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from facilitator import methods
from facilitator.methods.checks import CHECK_WORDS
from facilitator.methods.schema import FIELD_TYPES, MethodSchema

PAGE = (Path(__file__).parents[2] / "docs" / "methods.md").read_text(encoding="utf-8")


def section(heading: str) -> str:
    """The text under a heading of the second level."""
    return PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


@pytest.fixture(params=methods.catalogue(), ids=lambda method: method["key"])
def method(request):
    return request.param


def test_every_question_is_told_word_for_word(method):
    told = re.findall(r"^- `(\w+)`: (.+)$", section(method["key"]), re.MULTILINE)

    assert told == [(question["key"], question["text"]["en"]) for question in method["questions"]]


def test_every_zone_kind_field_and_entity_is_named(method):
    named = set(re.findall(r"`([\w:]+)`", section(method["key"])))
    zones = [zone["id"] for part in ("phases", "lanes", "zones") for zone in method.get(part, [])]
    fields = [field["key"] for kind in method["kinds"] for field in kind["fields"]]
    kinds = [name for kind in method["kinds"] for name in (kind["key"], kind["entity"])]

    assert {*zones, *fields, *kinds} - named <= {"description", "evidence"}


def test_every_member_type_and_check_is_told():
    holds, checks = section("What a file holds"), section("Checks")

    assert [name for name in MethodSchema().fields if f"`{name}`" not in holds] == []
    assert [name for name in FIELD_TYPES if f"`{name}`" not in holds] == []
    assert [word for word in CHECK_WORDS if f'`{{"{word}": ' not in checks] == []
