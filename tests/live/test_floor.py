"""P9 over the socket: a seat on the floor beside the one on the board."""

from __future__ import annotations

import uuid

import pytest

from tests.live.setting import note, op
from tests.live.wire import PollingClient, SocketClient

KINDS = pytest.mark.parametrize("kind", [SocketClient, PollingClient])


def plan(client, stage, *modes):
    """Parts of these modes that concern the board; their ids."""
    wishes = [
        op("step.add", step=f"step:{number}", title=mode, mode=mode, boards=[stage.setting.board])
        for number, mode in enumerate(modes)
    ]
    client.emit("ops", wishes)
    client.wait_op(wishes[-1]["id"])
    return [wish["step"] for wish in wishes]


@KINDS
def test_everybody_on_the_floor_sees_where_the_room_goes(stage, kind):
    aino = stage.come(stage.setting.aino, kind, document=stage.setting.floor)
    bjorn = stage.come(stage.setting.bjorn, kind, document=stage.setting.floor)
    steps = plan(aino, stage, "silent", "open")

    aino.emit("ops", [go := op("step.go", step=steps[0]), op("timer.start", seconds=390), op("timer.pause")])

    event = bjorn.wait_op(go["id"])
    assert (event["by"], event["changes"][0]["set"]["step"]) == (stage.setting.aino, steps[0])
    bjorn.wait(lambda: len(bjorn.events()) == 5)
    assert set(bjorn.events()[-1]["changes"][0]["set"]["timer"]) == {"left_ms", "seconds"}


@KINDS
def test_the_board_hears_of_a_part_and_shows_what_silence_kept(stage, kind):
    aino = stage.come(stage.setting.aino, kind, document=stage.setting.floor)
    bjorn, dagny = stage.come(stage.setting.bjorn, kind), stage.come(stage.setting.dagny, kind)
    quiet, loud = plan(aino, stage, "silent", "open")

    aino.emit("ops", [go := op("step.go", step=quiet)])
    heard = bjorn.wait_op(str(uuid.uuid5(uuid.UUID(go["id"]), stage.setting.board)))
    bjorn.emit("ops", [wish := note("kirjoitettu itsekseen")])
    bjorn.wait_op(wish["id"])
    aino.emit("ops", [go := op("step.go", step=loud)])

    shown = dagny.wait_op(str(uuid.uuid5(uuid.UUID(go["id"]), stage.setting.board)))
    assert (heard["by"], heard["changes"][0]["set"]["mode"]) == ("system", "silent")
    assert [change["set"].get("text") for change in shown["changes"]] == [None, "kirjoitettu itsekseen"]


def test_those_who_take_part_do_not_lead(stage):
    bjorn = stage.come(stage.setting.bjorn, document=stage.setting.floor)

    bjorn.emit("ops", [wish := op("summon.call", board=stage.setting.board), note()])

    bjorn.wait(lambda: len(bjorn.refused()) == 2)
    assert [(each["op"] == wish["id"], each["code"]) for each in bjorn.refused()] == [
        (True, "not.allowed"),
        (False, "op.elsewhere"),
    ]


def test_a_floor_of_others_is_not_there(stage):
    client = SocketClient(stage.server.url, stage.auth(stage.setting.chloe, document=stage.setting.floor))
    stage.clients.append(client)

    assert client.refusal["data"]["code"] == "not.there"


def test_on_the_floor_one_sees_who_is_here_and_not_what_they_touch(stage):
    aino = stage.come(stage.setting.aino, document=stage.setting.floor)
    bjorn = stage.come(stage.setting.bjorn, document=stage.setting.floor)

    aino.wait(lambda: any(stage.setting.bjorn in frame["people"] for frame in aino.received("here")))
    before = len(aino.received("here"))

    bjorn.emit("here", {"zone": "zone:pain", "writing": "note:1"})
    aino.listen(0.3)
    bjorn.close()

    assert aino.wait_for("here", before + 1) == {"people": {stage.setting.bjorn: None}}


def test_a_process_that_is_killed_goes_on_where_the_room_was(own_stage):
    """I1: the timer ends when it was to end, and the board keeps what it was told."""
    stage = own_stage()
    aino = stage.come(stage.setting.aino, document=stage.setting.floor)
    (step,) = plan(aino, stage, "silent")
    aino.emit("ops", [op("step.go", step=step), last := op("timer.start", seconds=3_600)])
    ends_at = aino.wait_op(last["id"])["changes"][0]["set"]["timer"]["ends_at"]

    stage.server.kill()
    stage.server.start()

    back = stage.come(stage.setting.bjorn, document=stage.setting.floor)
    board = stage.come(stage.setting.bjorn)
    assert back.received("welcome")[0]["seq"] == 4
    board.wait(lambda: stage.state(stage.setting.bjorn)["items"][0]["mode"] == "silent")
    back.emit("since", {"epoch": back.received("welcome")[0]["epoch"], "seq": 3})
    back.wait(back.events)
    assert back.events()[0]["changes"][0]["set"]["timer"]["ends_at"] == ends_at
