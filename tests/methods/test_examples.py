"""Each method's worked example: people could have made it, and what comes out of it answers the method's questions."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from facilitator import methods
from facilitator.artefacts import derive
from facilitator.artefacts.formats import FORMATS
from facilitator.artefacts.schema import json_schema
from facilitator.engine import Actor, Event, Operation, Rules, State, apply, decide, empty, opening
from facilitator.engine.clusters import AddCluster
from facilitator.engine.links import AddLink
from facilitator.engine.notes import AddNote
from facilitator.models import WorkshopKind
from tests.artefacts.makers import PROVENANCE, Items, board

AINO = Actor("u:aino", "facilitator")
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
SCHEMA = Draft202012Validator(json_schema())


@pytest.fixture(params=methods.catalogue(), ids=lambda method: method["key"])
def method(request):
    return request.param


def begun(method: dict[str, Any], language: str = "fi") -> Items:
    """A new board of the method, with what the method gives it."""
    return board(method["key"]) | methods.given_items(method, language)


def worked(method: dict[str, Any], language: str = "fi") -> dict[str, Any]:
    """The artefact of the example."""
    items = begun(method, language) | methods.example_items(method, language, "u:aino")
    return derive(method, items, PROVENANCE)


def is_asked(check: dict[str, Any]) -> bool:
    return "asked" in check


def test_no_question_is_answered_on_a_new_board(method):
    told = derive(method, begun(method), PROVENANCE)["questions"]

    assert [each["key"] for each in told if each["answered"]] == []


def test_the_example_answers_every_question_but_those_that_only_people_can(method):
    asked = [question["key"] for question in method["questions"] if is_asked(question["check"])]

    assert [each["key"] for each in worked(method)["questions"] if not each["answered"]] == asked


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_example_is_an_artefact_and_goes_into_every_format(method, language):
    artefact = worked(method, language)

    SCHEMA.validate(artefact)
    assert artefact["provenance"]["languages"] == [language]
    assert [name for name, format_ in FORMATS.items() if not format_.write(artefact, language)] == []


def test_nothing_in_the_example_lies_without_a_place(method):
    assert [item["text"] for item in worked(method)["items"] if "unplaced" in item["place"]] == []


def opened(method: dict[str, Any]) -> State:
    event = opening("doc", methods.zone_items(method), {"authors": "names"}, NOON, methods.given_items(method, "fi"))
    return apply(empty("doc", Rules.of(method)), event)


def acted(state: State, operation: Operation) -> State:
    made = decide(state, operation, AINO, NOON)
    assert isinstance(made, Event), (operation, made)
    return apply(state, made)


def test_people_could_have_written_the_example(method):
    state, items = opened(method), methods.example_items(method, "fi", "u:aino")

    for number, (item_id, item) in enumerate(items.items()):
        told = {name: value for name, value in item.items() if name not in ("author", "from", "to", "state")}
        match item_id.partition(":")[0]:
            case "note":
                state = acted(state, AddNote(id=f"op-{number}", note=item_id, **told))
            case "link":
                ends = {"source": item["from"], "target": item["to"]}
                state = acted(state, AddLink(id=f"op-{number}", link=item_id, **ends, **told))
            case "cluster":
                state = acted(state, AddCluster(id=f"op-{number}", cluster=item_id, **told))

    kept = {item_id: item for item_id, item in items.items() if not item_id.startswith("ballot:")}
    assert {item_id: state.items[item_id].get("text") for item_id in kept} == {
        item_id: item.get("text") for item_id, item in kept.items()
    }


def test_each_kind_of_workshop_shows_at_most_five_methods_first():
    first = Counter(kind for each in methods.catalogue() for kind in each.get("first_for", ()))

    assert first == dict.fromkeys(WorkshopKind, 5)
