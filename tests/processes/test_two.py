"""P6.6, F4, F5, F11: two processes of one installation, and people of one board on both of them on purpose."""

from __future__ import annotations

import os
import signal
import statistics
import time
import uuid

import requests
from sqlalchemy import text

from facilitator.engine import workshop_of
from facilitator.extensions import db
from facilitator.models import Participant
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from facilitator.planning.people import look_again
from tests.browser.rest import Rest
from tests.live.conftest import beside
from tests.live.setting import CELL, note, op

HEARTBEAT = 5.0
SOON = HEARTBEAT + 1.0  # what F5 allows while there is no Redis
SLACK = 10.0  # for a machine that has much else to do


def passed(writer, reader, wish):
    """Seconds from sending to the other process's client."""
    began = time.monotonic()
    writer.emit("ops", [wish])
    reader.wait_op(wish["id"])
    return time.monotonic() - began


def cards_of(client, person):
    """What has been said of this person."""
    return [card for frame in client.received("people") for card in frame if card["id"] == person]


def sees(client, person, is_here):
    """Whether the last that was said of this person is that they are here, or not."""
    said = [card["here"] for card in cards_of(client, person)]
    return bool(said) and said[-1] is is_here


def log_of(pair, setting):
    """The log as it is in the database: seq and operation."""
    with beside(pair.one) as app, app.extensions["live"].workings.reading() as connection:
        from facilitator.live import log

        return [(event.seq, event.op) for event in log.read(connection, setting.board)]


def test_what_one_process_wrote_is_on_the_others_boards_at_once(pair, stages):
    bjorn, dagny = stages[0].come(stages[0].setting.bjorn), stages[1].come(stages[1].setting.dagny)

    times = [passed(*way, note(f"Huomio {turn}")) for turn in range(3) for way in ((bjorn, dagny), (dagny, bjorn))]

    for client in (bjorn, dagny):
        client.wait(lambda client=client: len(client.events()) == 6)
    assert statistics.median(times) < 1.0, times
    assert (
        [event["seq"] for event in dagny.events()] == [event["seq"] for event in bjorn.events()] == [2, 3, 4, 5, 6, 7]
    )


def test_both_write_at_the_same_time_and_the_log_has_one_order(pair, stages):
    """I1, I3, I5."""
    people = [stages[turn % 2].come(getattr(stages[0].setting, who)) for turn, who in enumerate(("bjorn", "dagny"))]
    wishes = [[note(f"{turn}") for turn in range(30)] for _ in people]

    for turn in range(0, 30, 3):
        for client, mine in zip(people, wishes, strict=True):
            client.emit("ops", mine[turn : turn + 3])
    for client in people:
        client.wait(lambda client=client: len(client.events()) == 60, 30)

    assert [event["seq"] for event in people[0].events()] == list(range(2, 62))
    assert people[0].events() == people[1].events()
    assert {event["op"] for event in people[0].events()} == {wish["id"] for mine in wishes for wish in mine}


def test_who_is_here_is_known_in_both(pair, stages):
    setting = stages[0].setting
    dagny = stages[1].come(setting.dagny)
    bjorn = stages[0].come(setting.bjorn)

    dagny.wait(lambda: sees(dagny, setting.bjorn, True))
    bjorn.wait(lambda: sees(bjorn, setting.dagny, True))
    bjorn.close()

    dagny.wait(lambda: sees(dagny, setting.bjorn, False))


def test_somebody_without_a_device_is_known_in_both_at_once(pair, stages):
    setting = stages[0].setting
    dagny = stages[1].come(setting.dagny)
    rest = Rest(pair.one.url, setting.tokens[setting.aino])

    anna = rest.call("POST", f"/workshops/{workshop_of(setting.floor)}/people", {"name": "Anna puhelimessa"})["id"]

    dagny.wait(lambda: "Anna puhelimessa" in [card["name"] for card in cards_of(dagny, anna)])
    assert [card["here"] for card in cards_of(dagny, anna)] == [False]


def test_who_is_removed_by_one_process_loses_the_board_in_the_other(pair, stages):
    """F22."""
    setting = stages[0].setting
    bjorn = stages[1].come(setting.bjorn)
    bjorn.wait_for("head", seconds=SOON + SLACK)
    with beside(pair.one):
        began = time.monotonic()
        with transaction() as tx:
            tx.get(Participant, setting.bjorn).removed_at = now()
        look_again(db.session.get(Participant, setting.bjorn).workshop)

    bjorn.wait(lambda: not bjorn.is_open)
    assert time.monotonic() - began < HEARTBEAT - 1.0, "the next heartbeat would have done it too"
    assert [each["code"] for each in bjorn.refused()] == ["not.there"]


def test_wrong_codes_are_counted_together(pair):
    for turn in range(10):
        address = (pair.one, pair.two)[turn % 2].url
        assert (
            requests.post(f"{address}/api/v1/join", json={"code": "0000 0000", "name": "A"}, timeout=10).status_code
            != 429
        )

    answer = requests.post(f"{pair.one.url}/api/v1/join", json={"code": "0000 0000", "name": "A"}, timeout=10)

    assert answer.status_code == 429


def test_a_process_that_slept_reads_before_it_decides(pair, stages):
    """F11."""
    setting, process = stages[0].setting, pair.two._process.pid
    bjorn, dagny = stages[0].come(setting.bjorn), stages[1].come(setting.dagny)
    os.kill(process, signal.SIGSTOP)
    try:
        wishes = [note(f"Nukkuessa {turn}") for turn in range(3)]
        bjorn.emit("ops", wishes)
        bjorn.wait_op(wishes[-1]["id"])
        move = op("note.move", note=wishes[-1]["note"], zone=CELL, order="a5")
        dagny.emit("ops", [move])
    finally:
        os.kill(process, signal.SIGCONT)

    assert dagny.wait_op(move["id"])["seq"] == 5
    assert [event["seq"] for event in dagny.events()] == [2, 3, 4, 5]
    assert dagny.refused() == []
    bjorn.wait_op(move["id"])


def test_without_redis_the_heartbeat_closes_the_gap(pair, stages):
    """F5: no further traffic is needed, everybody's own process serves them all the time, and it heals by itself."""
    bjorn, dagny = stages[0].come(stages[0].setting.bjorn), stages[1].come(stages[1].setting.dagny)
    pair.redis.stop()
    try:
        wish = note("Ilman välittäjää")
        bjorn.emit("ops", [wish])
        bjorn.wait_op(wish["id"])
        dagny.wait_op(wish["id"], SOON + SLACK)
        answer = requests.post(f"{pair.one.url}/api/v1/join", json={"code": "0000 0001", "name": "A"}, timeout=10)
        assert answer.status_code < 500, answer.text
    finally:
        pair.redis.start()

    deadline = time.monotonic() + 3 * SLACK
    while passed(bjorn, dagny, note("Taas")) > 1.0:
        assert time.monotonic() < deadline, "Redis is back, and they do not hear each other"


def test_redis_hears_ids_and_numbers_alone(pair, stages):
    """P6.6, I9: whatever people write or are called."""
    with pair.redis.client() as client, client.pubsub(ignore_subscribe_messages=True) as heard:
        heard.psubscribe("*")
        heard.get_message(timeout=1)
        bjorn, dagny = stages[0].come(stages[0].setting.bjorn), stages[1].come(stages[1].setting.dagny)
        passed(bjorn, dagny, note("KANARIALINTU"))
        bjorn.emit("here", {"zone": CELL, "writing": "note:KANARIALINTU"})
        dagny.listen(0.5)
        words = []
        while (message := heard.get_message(timeout=0.5)) is not None:
            words.append(message["data"].decode())
        keys = b" ".join(client.keys())

    assert any('"seq": 2' in word for word in words), words
    assert not [word for word in words if "KANARIALINTU" in word or "Björn" in word or "Bj\\u00f6rn" in word]
    assert b"127.0.0.1" not in keys


def test_a_commit_whose_answer_was_lost_is_looked_up_before_it_is_tried_again(pair, stages):
    """F4, I1: nobody knows whether it happened, until the log is asked."""
    setting = stages[0].setting
    dagny, bjorn = stages[1].come(setting.dagny), stages[0].come(setting.bjorn)
    first = note("Ensin")
    dagny.emit("ops", [first])
    dagny.wait_op(first["id"])
    lost = [note("Menikö perille"), op("note.move", note=first["note"], zone=CELL, order="a7")]
    pair.wire.has_cut.clear()
    pair.wire.cut_after_commit.set()

    dagny.emit("ops", lost)
    assert pair.wire.has_cut.wait(SLACK)
    dagny.emit("ops", lost)  # as a client does that has waited

    bjorn.wait_op(lost[-1]["id"])
    dagny.wait_op(lost[-1]["id"])
    assert dagny.refused() == []
    assert [found for _, found in log_of(pair, setting)][1:] == [first["id"], *(each["id"] for each in lost)]


def test_the_database_crashes_and_comes_back(pair, stages):
    """F4, I6: nothing acknowledged is lost, what was not is taken when it is sent again, and both serve as before."""
    setting = stages[0].setting
    people = stages[0].come(setting.bjorn), stages[1].come(setting.dagny)
    before = note("Ennen")
    passed(*people, before)
    wishes = [note("Sillä välin"), note("Sillä välin toinen")]
    pair.database.stop(signal.SIGQUIT)
    for client, wish in zip(people, wishes, strict=True):
        client.emit("ops", [wish])
    time.sleep(0.5)
    pair.database.start()

    deadline = time.monotonic() + 3 * SLACK
    for client, wish in zip(people, wishes, strict=True):
        while wish["id"] not in {event.get("op") for event in client.events()}:
            assert time.monotonic() < deadline, client.messages[-5:]
            client.emit("ops", [wish])
            client.listen(0.5)

    found = log_of(pair, setting)
    assert [seq for seq, _ in found] == [1, 2, 3, 4]
    assert {operation for _, operation in found[1:]} == {before["id"], *(wish["id"] for wish in wishes)}
    assert uuid.UUID(found[1][1]) == uuid.UUID(before["id"])


def test_every_connection_commits_synchronously(pair):
    """F10: what is acknowledged is durable, also where the database's own default is another."""
    assert pair.database.run("SHOW synchronous_commit") == [("off",)]

    with beside(pair.one) as app:
        for engine in (db.engine, app.extensions["live"].workings.engine):
            with engine.connect() as connection:
                assert connection.execute(text("SHOW synchronous_commit")).scalar() == "on"
