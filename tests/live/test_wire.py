"""P5, over a WebSocket and over long polling, against the real server."""

from __future__ import annotations

import uuid

import pytest

from tests.live.setting import note, op
from tests.live.wire import PollingClient, SocketClient

KINDS = pytest.mark.parametrize("kind", [SocketClient, PollingClient])


@KINDS
def test_an_operation_comes_back_as_an_event_to_everybody(stage, kind):
    bjorn, dagny = stage.come(stage.setting.bjorn, kind), stage.come(stage.setting.dagny, kind)
    wish = note("Lupa viipyy")

    bjorn.emit("ops", [wish])

    mine, hers = bjorn.wait_op(wish["id"]), dagny.wait_op(wish["id"])
    assert mine == hers
    assert mine["changes"][0]["set"]["text"] == "Lupa viipyy"


@KINDS
def test_the_first_message_says_where_the_log_is(stage, kind):
    client = stage.come(stage.setting.bjorn, kind)

    name, welcome = client.messages[0]
    assert name == "welcome"
    assert set(welcome) == {"epoch", "seq", "you", "now", "reset"}
    assert (welcome["seq"], welcome["you"], welcome["reset"]) == (1, stage.setting.bjorn, False)


@KINDS
def test_two_hundred_operations_keep_their_order(stage, kind):
    bjorn, dagny = stage.come(stage.setting.bjorn, kind), stage.come(stage.setting.dagny)
    wishes = [note(f"n{number}") for number in range(200)]

    bjorn.emit("ops", wishes)

    dagny.wait(lambda: len(dagny.events()) == 200)
    assert [event["op"] for event in dagny.events()] == [wish["id"] for wish in wishes]
    assert [event["seq"] for event in dagny.events()] == list(range(2, 202))


def test_a_value_beyond_its_bounds_is_refused_with_the_fields_name_and_range(stage):
    bjorn = stage.come(stage.setting.bjorn)
    wish = note()
    bad = op("note.set", note=wish["note"], fields={"severity": 6})
    good = op("note.set", note=wish["note"], fields={"severity": 5, "evidence": "heard"})

    bjorn.emit("ops", [wish, bad, good])

    event = bjorn.wait_op(good["id"])
    bjorn.wait(bjorn.refused)
    (refused,) = bjorn.refused()
    assert (refused["code"], refused["message"]) == ("field.range", "Severity: a whole number from 1 to 5.")
    assert event["changes"][0]["set"] == {"fields": {"severity": 5, "evidence": "heard"}}


@KINDS
def test_a_refusal_reaches_its_sender_alone_in_their_language(stage, kind):
    bjorn, dagny = stage.come(stage.setting.bjorn, kind), stage.come(stage.setting.dagny, kind)
    wish, bad = note(), op("mode.set", mode="look")

    bjorn.emit("ops", [bad, wish])

    bjorn.wait(bjorn.refused)
    dagny.wait_op(wish["id"])
    dagny.listen(0.2)
    (refused,) = bjorn.refused()
    assert (refused["op"], refused["code"], set(refused)) == (bad["id"], "not.allowed", {"op", "code", "message"})
    assert refused["message"] == "You may not do this."
    assert dagny.refused() == []


def test_only_the_author_rewrites_until_the_facilitator_opens_it_to_all(stage):
    aino, bjorn, dagny = (
        stage.come(person) for person in (stage.setting.aino, stage.setting.bjorn, stage.setting.dagny)
    )
    written = note("Lupa viipyy")
    bjorn.emit("ops", [written])
    dagny.wait_op(written["id"])
    rewrite = op("note.write", note=written["note"], was="Lupa viipyy", text="Lupa viipyy aina")

    dagny.emit("ops", [rewrite])
    dagny.wait(dagny.refused)
    opened = op("board.set", fields={"rewritten_by": "everybody"})
    aino.emit("ops", [opened])
    dagny.wait_op(opened["id"])
    again = {**rewrite, "id": str(uuid.uuid4())}
    dagny.emit("ops", [again])

    assert [each["code"] for each in dagny.refused()] == ["note.not_yours"]
    assert bjorn.wait_op(again["id"])["changes"][0]["set"] == {"text": "Lupa viipyy aina"}
