"""A note is an entity of the project's register, or is about some; the engine keeps the ids as they are given."""

from __future__ import annotations

from typing import Any

import pytest

from facilitator.engine import Refusal, see_state
from facilitator.engine.back import steps_back
from tests.engine.settings import AINO, BJORN, CHLOE, Log

KELA, PRH = "entity:kela", "entity:prh"


@pytest.fixture
def log() -> Log:
    """A board with one note of Björn's."""
    made = Log()
    made.note(BJORN, "early")
    return made


def tie(log: Log, actor: Any = AINO, note: str = "note:early", **fields: Any) -> Any:
    return log.does(actor, "note.tie", note=note, fields=fields)


def test_a_tie_says_what_a_note_is_and_is_about_and_changes_nothing_else(log: Log):
    event = tie(log, entity=KELA, about=[PRH, KELA, PRH])

    assert event.changes == [{"id": "note:early", "set": {"entity": KELA, "about": [PRH, KELA]}}]
    assert event.to is None


def test_only_what_is_named_changes_and_null_takes_it_away(log: Log):
    log.did(AINO, "note.tie", note="note:early", fields={"entity": KELA, "about": [PRH]})
    log.did(AINO, "note.tie", note="note:early", fields={"about": None})

    note = see_state(log.state, None)["note:early"]
    assert (note["entity"], note.get("about")) == (KELA, None)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"entity": "note:early"}, "entity"),
        ({"entity": 7}, "entity"),
        ({"entity": ""}, "entity"),
        ({"about": KELA}, "about"),
        ({"about": [None]}, "about"),
        ({"about": [f"entity:{number}" for number in range(21)]}, "about"),
    ],
)
def test_what_can_be_no_entity_is_refused_by_name(log: Log, fields: dict[str, Any], field: str):
    assert tie(log, **fields) == Refusal("field.wrong", {"field": field})


def test_nothing_but_ties_can_be_set_so(log: Log):
    assert tie(log, text="Kela") == Refusal("field.unknown", {"field": "text"})


def test_those_who_take_part_tie_nothing(log: Log):
    assert tie(log, BJORN, entity=KELA) == Refusal("not.allowed")


def test_what_others_write_in_silence_is_not_there_to_be_tied():
    log = Log()
    log.did(AINO, "mode.set", mode="silent")
    log.note(BJORN, "quiet")

    assert tie(log, note="note:quiet", entity=KELA) == Refusal("item.unknown")


def test_a_tie_on_a_note_of_ones_own_in_silence_is_told_to_nobody_else():
    log = Log()
    log.did(AINO, "mode.set", mode="silent")
    log.note(AINO, "quiet")

    event = log.did(AINO, "note.tie", note="note:quiet", fields={"entity": KELA})

    assert event.to == (AINO.id,)
    assert "note:quiet" not in see_state(log.state, CHLOE.id)


def test_going_back_puts_ties_back(log: Log):
    then = log.state.copy()
    log.did(AINO, "note.tie", note="note:early", fields={"entity": KELA})

    assert steps_back(log.state, then) == [("note.tie", "note:early", {"fields": {"entity": None}})]
    assert steps_back(then, log.state) == [("note.tie", "note:early", {"fields": {"entity": KELA}})]


BEFORE = {"artefact": "0193", "version": 2, "item": "zone:wait"}


def test_a_place_that_people_made_is_tied_and_untied(log: Log):
    then = log.state.copy()

    log.did(AINO, "zone.tie", zone="zone:wait", fields={"entity": KELA, "from": BEFORE})

    zone = see_state(log.state, None)["zone:wait"]
    assert (zone["entity"], zone["from"]) == (KELA, BEFORE)
    assert steps_back(log.state, then) == [("zone.tie", "zone:wait", {"fields": {"entity": None, "from": None}})]
    assert log.did(AINO, "zone.tie", zone="zone:wait", fields={"entity": KELA}).changes == []
    assert log.does(AINO, "zone.tie", zone="zone:unplaced", fields={"entity": KELA}) == Refusal("zone.fixed")
    assert log.does(AINO, "zone.tie", zone="zone:wait", fields={"about": [KELA]}) == Refusal(
        "field.unknown", {"field": "about"}
    )


@pytest.mark.parametrize(
    "origin",
    [
        "0193",
        {"artefact": "0193"},
        *({**BEFORE, name: value} for name, value in [("version", 0), ("version", True), ("item", "link:1")]),
        *({**BEFORE, name: value} for name, value in [("more", 1), ("artefact", "")]),
    ],
)
def test_what_can_be_no_output_is_refused(log: Log, origin: Any):
    assert tie(log, **{"from": origin}) == Refusal("field.wrong", {"field": "from"})
    assert log.does(AINO, "zone.tie", zone="zone:wait", fields={"from": origin}) == Refusal(
        "field.wrong", {"field": "from"}
    )


def test_where_a_note_was_carried_over_from_can_be_said(log: Log):
    assert tie(log, **{"from": BEFORE}).changes == [{"id": "note:early", "set": {"from": BEFORE}}]


@pytest.mark.parametrize("count", [0, True, -1, 20_001, "3"])
def test_how_many_had_been_left_out_is_a_number_of_notes(log: Log, count: Any):
    refused = log.does(AINO, "board.set", fields={"left_out": count})

    assert refused == Refusal("field.wrong", {"field": "left_out"})
    assert log.did(AINO, "board.set", fields={"left_out": 3}).changes == [{"id": "board", "set": {"left_out": 3}}]
    assert log.does(BJORN, "board.set", fields={"left_out": 3}) == Refusal("not.allowed")
