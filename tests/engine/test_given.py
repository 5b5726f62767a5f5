"""What a method gives to every board and nobody changes: notes, and places that stay as they are."""

from __future__ import annotations

import pytest

from facilitator.engine import Refusal, Rules, apply, cleared, empty, opening
from tests.engine.settings import AINO, BJORN, METHOD, NOON, ZONES, Log

ZONES_GIVEN = {
    **ZONES,
    "zone:apply": {**ZONES["zone:apply"], "fixed": True},
    "zone:wait": {**ZONES["zone:wait"], "takes": []},
}
GOAL = {"kind": "pain", "text": "Perustaidot kaikille", "zone": "zone:wait/pain", "order": "a0", "author": "system"}


class GivenLog(Log):
    """A board on which a phase is fixed, another is kept free, and a note lies in it from the beginning."""

    def __init__(self) -> None:
        fields = {"method": {"key": "small", "version": 1}, "authors": "names", "rewritten_by": "everybody"}
        items = {"note:goal": {**GOAL, "fixed": True}}
        self._begin(empty("board-1", Rules.of(METHOD)), opening("board-1", ZONES_GIVEN, fields, NOON, items))


def test_a_given_note_lies_on_the_board_from_the_first_event():
    log = GivenLog()

    assert log.state.seq == 1
    assert log.state.items["note:goal"] == {**GOAL, "fixed": True}


@pytest.mark.parametrize("actor", [AINO, BJORN])
@pytest.mark.parametrize(
    ("deed", "members"),
    [
        ("note.write", {"was": GOAL["text"], "text": "Muu"}),
        ("note.set", {"fields": {"severity": 3}}),
        ("note.move", {"zone": "zone:apply/pain", "order": "a0"}),
        ("note.remove", {}),
    ],
)
def test_nobody_changes_a_given_note(actor, deed, members):
    log = GivenLog()

    assert log.does(actor, deed, note="note:goal", **members) == Refusal("note.fixed")


def test_an_arrow_may_lead_to_a_given_note():
    log = GivenLog()
    log.note(BJORN, "own")

    log.did(BJORN, "link.add", link="link:1", source="note:own", target="note:goal", kind="information")

    assert log.state.items["link:1"]["to"] == "note:goal"


def test_a_phase_keeps_out_the_kinds_that_it_does_not_take():
    log = GivenLog()

    refused = log.does(BJORN, "note.add", note="note:1", kind="pain", text="Jono", zone="zone:wait/pain", order="a1")

    assert refused == Refusal("zone.wrong_kind")
    assert log.state.items["zone:wait/pain"]["accepts"] == []
    log.did(AINO, "zone.set", zone="zone:pain", fields={"takes": ["pain", "idea"]})
    assert log.state.items["zone:wait/pain"]["accepts"] == []
    assert log.state.items["zone:apply/pain"]["accepts"] == ["pain", "idea"]


@pytest.mark.parametrize(
    ("deed", "members"),
    [("zone.set", {"fields": {"title": "Muu"}}), ("zone.move", {"after": "zone:wait"}), ("zone.remove", {})],
)
def test_a_fixed_place_stays_as_it_is(deed, members):
    assert GivenLog().does(AINO, deed, zone="zone:apply", **members) == Refusal("zone.fixed")


def test_an_emptied_board_keeps_what_the_method_gave():
    log = GivenLog()
    log.note(BJORN, "own")

    state = apply(empty("board-1", Rules.of(METHOD)), cleared(log.state, NOON))

    assert [item_id for item_id in state.items if item_id.startswith("note:")] == ["note:goal"]
