"""P5: coming back. What is missing comes by itself, or the client hears that it must begin afresh."""

from __future__ import annotations

import pytest

from facilitator.extensions import db
from facilitator.models import Document
from facilitator.models.transaction import transaction
from tests.live.conftest import beside
from tests.live.setting import CELL, note, op
from tests.live.wire import PollingClient, SocketClient

KINDS = pytest.mark.parametrize("kind", [SocketClient, PollingClient])


def write(stage, count):
    """So many events: a note, and moves of it. By three persons, as one alone has not the budget."""
    setting = stage.setting
    first = note()
    wishes = [
        first,
        *(op("note.move", note=first["note"], zone=CELL, order=f"a{turn % 9}") for turn in range(count - 1)),
    ]
    for start in range(0, count, 200):
        client = stage.come((setting.bjorn, setting.dagny, setting.aino)[(start // 400) % 3])
        batch = wishes[start : start + 200]
        client.emit("ops", batch)
        client.wait_op(batch[-1]["id"])
        client.close()
    return wishes


@KINDS
def test_what_was_missed_comes_after_the_welcome(stage, kind):
    epoch = stage.state(stage.setting.bjorn)["epoch"]
    wishes = write(stage, 5)

    client = stage.come(stage.setting.dagny, kind, epoch=epoch, since=3)

    client.wait(lambda: len(client.events()) == 3)
    assert client.received("welcome")[0]["reset"] is False
    assert [event["op"] for event in client.events()] == [wish["id"] for wish in wishes[2:]]


def test_without_a_state_nothing_before_the_welcome_is_sent(stage):
    write(stage, 5)

    client = stage.come(stage.setting.dagny)

    client.listen(0.3)
    assert client.events() == []


def test_whoever_lacks_more_than_256_kib_begins_afresh(stage):
    epoch = stage.state(stage.setting.bjorn)["epoch"]
    writer = stage.come(stage.setting.bjorn)
    for _ in range(18):
        writer.emit("ops", [note("ä" * 2_000) for _ in range(4)])
    writer.wait(lambda: len(writer.events()) == 72)

    client = stage.come(stage.setting.dagny, epoch=epoch, since=1)

    assert client.received("welcome")[0]["reset"] is True


def test_whoever_lacks_more_than_a_thousand_events_begins_afresh(stage):
    epoch = stage.state(stage.setting.bjorn)["epoch"]
    write(stage, 1_002)

    far, near = (stage.come(stage.setting.aino, epoch=epoch, since=since) for since in (2, 3))

    near.wait(lambda: len(near.events()) == 1_000)
    far.listen(0.3)
    assert (far.received("welcome")[0]["reset"], far.events()) == (True, [])
    assert near.received("welcome")[0]["reset"] is False


@pytest.mark.parametrize(("epoch", "since"), [("another", 1), (None, 99)])
def test_another_log_or_the_future_begins_afresh(stage, epoch, since):
    epoch = epoch or stage.state(stage.setting.bjorn)["epoch"]

    client = stage.come(stage.setting.bjorn, epoch=epoch, since=since)
    client.emit("since", {"epoch": epoch, "seq": since})

    assert client.received("welcome")[0]["reset"] is True
    assert client.wait_for("reset")["why"] in ("epoch", "ahead")


@KINDS
def test_since_is_answered_with_what_came_after(stage, kind):
    epoch = stage.state(stage.setting.bjorn)["epoch"]
    write(stage, 4)
    client = stage.come(stage.setting.bjorn, kind)

    client.emit("since", {"epoch": epoch, "seq": 2})

    client.wait(lambda: len(client.events()) == 3)
    assert [event["seq"] for event in client.events()] == [3, 4, 5]


def test_a_new_epoch_resets_everybody(stage):
    """P4.6, F18: the log went back in time, or was rewritten."""
    client = stage.come(stage.setting.bjorn)
    with beside(stage.server), transaction() as tx:
        tx.get(Document, stage.setting.board).epoch = "f" * 32

    reset = client.wait_for("reset")

    assert (reset["epoch"], reset["why"]) == ("f" * 32, "epoch")
    assert stage.state(stage.setting.bjorn)["epoch"] == "f" * 32


def test_what_another_process_wrote_arrives_without_further_traffic(stage):
    """0.5, P6.4: `head` comes from the database."""
    from facilitator.engine import Actor
    from facilitator.live import rooms

    client = stage.come(stage.setting.bjorn)
    with beside(stage.server):
        wish = note("komennosta")
        rooms.submit(stage.setting.board, [wish], Actor(stage.setting.dagny, "participant"))
        db.session.rollback()

    assert client.wait_op(wish["id"])["seq"] == 2
    client.emit("ops", [mine := note("perään")])
    assert client.wait_op(mine["id"])["seq"] == 3


def test_a_room_that_was_overtaken_reads_on_and_decides_again(stage):
    """I3, F11: two writers cannot both take 2."""
    from facilitator.engine import Actor
    from facilitator.live import rooms

    client = stage.come(stage.setting.bjorn)
    with beside(stage.server):
        rooms.submit(stage.setting.board, [note("ensin")], Actor(stage.setting.dagny, "participant"))

    client.emit("ops", [wish := note("heti perään")])

    assert client.wait_op(wish["id"])["seq"] == 3
    assert [event["seq"] for event in client.events()] == [2, 3]
