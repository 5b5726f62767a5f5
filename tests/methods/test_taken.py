"""The worked example, from what lies on a board."""

from __future__ import annotations

from typing import Any

import pytest

from facilitator import methods
from facilitator.methods.schema import faults_of
from facilitator.methods.taken import MOST_NOTES, taken_from
from tests.artefacts.makers import Items, board, note


def worked(key: str, language: str = "fi") -> Items:
    """A board with the method's example, as its practice board has it."""
    method = methods.load(key)
    return board(key) | methods.given_items(method, language) | methods.example_items(method, language, "u:aino")


@pytest.mark.parametrize("key", [each["key"] for each in methods.catalogue()])
def test_untouched_it_says_what_it_said_and_the_method_is_without_fault(key: str):
    method = methods.file_of(key)

    taken = taken_from(methods.load(key), worked(key), "fi")

    assert taken.left_out == 0
    before = method["example"]
    for name in ("title", "question", "links", "themes", "ballot"):
        assert taken.example.get(name) == before.get(name)
    assert {each["key"]: each for each in taken.example["notes"]} == {each["key"]: each for each in before["notes"]}
    assert faults_of({**method, "example": taken.example}) == []


def changed() -> tuple[dict[str, Any], Items]:
    method, items = methods.load("ideas_impact_effort"), worked("ideas_impact_effort")
    items["note:example-prefilled"] = {**items["note:example-prefilled"], "text": "Kysytään kerran"}
    items["note:mine"] = note("idea", "Neuvonta\npuhelimessa", "zone:parked", fields={"owner": "Kela", "risk": "Jono"})
    items["note:elsewhere"] = note("idea", "Muualla", "zone:none")
    items["note:long"] = note("idea", "x" * 601, "zone:parked")
    items["note:out"] = note("idea", "Pois", "zone:parked") | {"out": True}
    items["link:mine"] = {"from": "note:mine", "to": "note:example-prefilled", "kind": "needs", "label": "ensin"}
    items["zone:parked"] = {**items["zone:parked"], "title": "Myöhemmin"}
    return method, items


def test_what_was_changed_waits_for_its_other_languages():
    method, items = changed()

    taken = taken_from(method, items, "fi")

    notes = {each["key"]: each for each in taken.example["notes"]}
    assert notes["prefilled"]["text"] == {"fi": "Kysytään kerran"}
    assert set(notes["checklist"]["text"]) == {"fi", "sv", "en"}
    assert notes["n1"] == {
        "key": "n1",
        "kind": "idea",
        "zone": "zone:parked",
        "text": {"fi": "Neuvonta puhelimessa"},
        "fields": {"owner": "Kela", "risk": {"fi": "Jono"}},
    }
    assert {"from": "n1", "to": "prefilled", "kind": "needs", "label": {"fi": "ensin"}} in taken.example["links"]
    assert taken.example["names"]["zone:parked"] == {"fi": "Myöhemmin"}


def test_what_the_method_has_no_room_for_is_counted():
    method, items = changed()

    assert taken_from(method, items, "fi").left_out == 2  # one in no place of the method's, one with too much to say


def test_it_is_a_board_of_a_workshop_and_no_heap():
    items = worked("pain_grid") | {f"note:{n}": note("works_well", f"Toimii {n}", "zone:works") for n in range(120)}

    taken = taken_from(methods.load("pain_grid"), items, "fi")

    assert len(taken.example["notes"]) == MOST_NOTES
    assert taken.left_out == 125 - MOST_NOTES
