"""I1, I7, F1, F2: what was acknowledged is there after kill -9, and an orderly end loses nothing either."""

from __future__ import annotations

import threading
import time

import pytest

from tests.live.official import OfficialClient
from tests.live.seated import until
from tests.live.setting import note
from tests.live.wire import SocketClient, fetch

FEWEST = 20  # notes of each, before the end


def all_events(stage):
    """The whole log as the facilitator sees it."""
    found, more = [], True
    while more:
        since = found[-1]["seq"] if found else 0
        path = f"/boards/{stage.setting.board}/events?since={since}"
        page = fetch(stage.server.url, stage.setting.tokens[stage.setting.aino], path)
        found, more = found + page["events"], page["more"]
    return found


def write_until(client, over, sent):
    """Send a note every few milliseconds and read what comes back, until the server is gone."""
    while not over.is_set() and client.is_open:
        wish = note(f"n{len(sent)}")
        try:
            client.emit("ops", [wish])
        except OSError:
            return
        sent.append(wish)
        client._read(0.002)


@pytest.mark.parametrize("end", ["kill", "stop"])
def test_every_acknowledged_note_survives_the_end_of_the_server(own_stage, end):
    stage = own_stage(FACILITATOR_LIMITS="off")
    setting = stage.setting
    clients = [stage.come(person) for person in (setting.aino, setting.bjorn, setting.dagny)]
    over, sent = threading.Event(), [[] for _ in clients]
    writers = [
        threading.Thread(target=write_until, args=(client, over, wishes))
        for client, wishes in zip(clients, sent, strict=True)
    ]
    for writer in writers:
        writer.start()
    until(lambda: min(len(client.events()) for client in clients) > FEWEST)

    getattr(stage.server, end)()
    over.set()
    for writer in writers:
        writer.join(15)
    for client in clients:
        client.read_rest()
    stage.server.start()

    log = all_events(stage)
    acknowledged = {event["op"] for client in clients for event in client.events()}
    assert len(acknowledged) > FEWEST
    assert acknowledged <= {event["op"] for event in log}
    assert [event["seq"] for event in log] == list(range(1, len(log) + 1))
    assert {event["op"] for event in log[1:]} <= {wish["id"] for wishes in sent for wish in wishes}
    for wishes in sent:  # I4
        order = [wish["id"] for wish in wishes]
        logged = [event["op"] for event in log if event["op"] in set(order)]
        assert logged == order[: len(logged)]


@pytest.mark.not_on("threading")  # an orderly end is eventlet's server's
def test_what_was_sent_is_stored_before_an_orderly_end(own_stage):
    stage = own_stage()
    bjorn = stage.come(stage.setting.bjorn)
    wishes = [note(f"n{number}") for number in range(100)]

    bjorn.emit("ops", wishes)
    bjorn.wait_op(wishes[0]["id"])
    started = time.monotonic()
    stage.server.stop()

    assert time.monotonic() - started < 2
    assert bjorn.wait_for("restart") == {}
    stage.server.start()
    assert len(all_events(stage)) == 101


def test_the_official_client_comes_back_by_itself_and_misses_nothing(own_stage):
    stage = own_stage()
    setting = stage.setting
    dagny = stage.come(setting.dagny, OfficialClient)
    bjorn = stage.come(setting.bjorn)
    bjorn.emit("ops", [before := note("ennen")])
    dagny.wait_op(before["id"])

    stage.server.kill()
    dagny.wait_for("disconnect")
    stage.server.start()
    bjorn.close()
    bjorn = stage.come(setting.bjorn, SocketClient)
    bjorn.emit("ops", [after := note("jälkeen")])

    assert dagny.wait_op(after["id"])["seq"] == 3
    assert [event["seq"] for event in dagny.events()] == [2, 3]


def test_a_retry_after_the_end_gets_the_event_made_before(own_stage):
    stage = own_stage()
    bjorn = stage.come(stage.setting.bjorn)
    bjorn.emit("ops", [wish := note()])
    first = bjorn.wait_op(wish["id"])

    stage.server.kill()
    stage.server.start()
    again = stage.come(stage.setting.bjorn)
    again.emit("ops", [wish])

    assert again.wait_op(wish["id"]) == first
    assert len(all_events(stage)) == 2


def test_silence_holds_over_the_end_of_the_server(own_stage):
    """F12: there is no moment in which it is public until the log is read."""
    from tests.live.setting import op

    stage = own_stage()
    setting = stage.setting
    aino, bjorn = stage.come(setting.aino), stage.come(setting.bjorn)
    aino.emit("ops", [silence := op("mode.set", mode="silent")])
    bjorn.wait_op(silence["id"])
    bjorn.emit("ops", [wish := note("KANARIALINTU")])
    bjorn.wait_op(wish["id"])

    stage.server.kill()
    stage.server.start()

    assert "KANARIALINTU" not in str(stage.state(setting.aino))
    assert "KANARIALINTU" in str(stage.state(setting.bjorn))
    assert stage.state(setting.dagny)["private"] == {"notes": 1, "people": 1}
