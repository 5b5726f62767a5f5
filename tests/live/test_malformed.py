"""F14: what nobody can read is its sender's trouble alone."""

from __future__ import annotations

import base64
import json
import os
import socket
import uuid
from pathlib import Path

import pytest
import requests
import websocket

from tests.live.setting import note, op
from tests.live.wire import PollingClient, SocketClient

pytestmark = pytest.mark.not_on("postgresql")  # nothing of it is the database's

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "json-parsing-sample.jsonl").read_text("utf-8").splitlines()
]
KINDS = pytest.mark.parametrize("kind", [SocketClient, PollingClient])


def still_works(*clients):
    """Whether the others can still talk to each other."""
    clients[0].emit("ops", [wish := note("yhä täällä")])
    for client in clients:
        client.wait_op(wish["id"])


@KINDS
@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "1e999", "9007199254740993", '{"a":1,"a":2}', "[" * 500 + "]" * 500]
)
def test_a_frame_that_is_not_strict_is_refused_as_a_whole(stage, kind, number):
    bjorn, dagny = stage.come(stage.setting.bjorn, kind), stage.come(stage.setting.dagny)
    wish = json.dumps(note())[:-1] + f', "x": {number}}}'

    bjorn.say_raw(f'["ops", [{wish}]]')

    bjorn.wait(bjorn.refused)
    assert [(each["op"], each["code"]) for each in bjorn.refused()] == [(None, "body.json")]
    still_works(bjorn, dagny)
    assert stage.state(stage.setting.bjorn)["seq"] == 2


def test_a_float_that_is_no_whole_number_is_refused_by_name(stage):
    bjorn = stage.come(stage.setting.bjorn)
    wish = {**note(), "x": 7.5}

    bjorn.emit("ops", [wish, {**note(), "x": True}, {**note(), "x": "7"}])

    bjorn.wait(lambda: len(bjorn.refused()) == 3)
    assert {each["code"] for each in bjorn.refused()} == {"op.invalid"}


def test_the_parsing_cases_disturb_nobody_on_the_socket(stage):
    dagny = stage.come(stage.setting.dagny)

    for start in range(0, len(CASES), 15):  # twenty from one connection would end it
        bjorn = stage.come(stage.setting.bjorn)
        for case in CASES[start : start + 15]:
            body = b'42/live,["ops",' + base64.b64decode(case["b64"]) + b"]"
            try:
                bjorn.socket.send(body.decode("utf-8"))
            except UnicodeDecodeError:
                broken = stage.come(stage.setting.bjorn)
                broken.socket.send(body, opcode=websocket.ABNF.OPCODE_TEXT)
                broken.wait(lambda broken=broken: not broken.is_open)
        still_works(dagny, bjorn)
        bjorn.close()

    assert all(event["changes"][0]["set"]["text"] == "yhä täällä" for event in dagny.events())


def test_the_parsing_cases_disturb_nobody_over_http(stage):
    dagny = stage.come(stage.setting.dagny)
    address = f"{stage.server.url}/api/v1/boards/{stage.setting.board}/ops"
    headers = {
        "Authorization": f"Bearer {stage.setting.tokens[stage.setting.bjorn]}",
        "Content-Type": "application/json",
    }

    for case in CASES:
        answer = requests.post(address, base64.b64decode(case["b64"]), headers=headers, timeout=10)
        assert answer.status_code in ((400,) if case["expect"] == "reject" else (200, 400)), case["name"]
        assert set(answer.json()) in ({"code", "message"}, {"events", "refused"})
        assert answer.json().get("events", []) == []

    still_works(dagny)
    assert stage.state(stage.setting.dagny)["seq"] == 2


MEANINGLESS = """
9
4
42
49/live,
42/live,
42/live,["ops"
42/live,{}
42/live,[]
42/live,[7]
42/live,["ops"]
42/live,["ops",null,1,2]
42/live,["nothing",1]
42/live,["since",{"epoch":[],"seq":-1}]
42/live,["here",[]]
42/live,["connect",{}]
42/live,["disconnect"]
42/live,["ops",[{"id":"\\ud800","type":"note.add"}]]
451-/live,["ops",{"_placeholder":true,"num":0}]
43/live,7[]
44/live,{}
42/other,["ops",[]]
40/other,{}
bAAAA
"""
# Bytes in letters: the threading server's own WebSocket answers them with a broken frame.
BYTES = pytest.param("b4AAAA", marks=pytest.mark.not_on("threading"))


@pytest.mark.parametrize("packet", [*MEANINGLESS.split(), BYTES, "4" + "2" * 70_000])
def test_a_packet_that_means_nothing_is_its_senders_trouble(stage, packet):
    bjorn, dagny = stage.come(stage.setting.bjorn), stage.come(stage.setting.dagny)

    bjorn.socket.send(packet)
    bjorn.listen(0.2)

    still_works(dagny)


@pytest.mark.parametrize(
    "data",
    [b"\x81\x05hello", b"\xc1\x80\0\0\0\0", b"\x83\x80\0\0\0\0", b"\x81\x84\0\0\0\0\xff\xfe\xfd\xfc", os.urandom(400)],
)
def test_a_broken_frame_ends_its_own_connection_alone(stage, data):
    bjorn, dagny = stage.come(stage.setting.bjorn), stage.come(stage.setting.dagny)

    bjorn.socket.sock.sendall(data)
    if data[:1] in (b"\x81", b"\xc1", b"\x83"):
        bjorn.wait(lambda: not bjorn.is_open)

    still_works(dagny)


@KINDS
@pytest.mark.parametrize("name", ["connect", "disconnect"])
def test_what_socket_io_does_itself_is_no_message(stage, kind, name):
    """It would seat somebody twice, or take the seat of somebody who stays connected."""
    bjorn = stage.come(stage.setting.bjorn, kind)

    bjorn.emit(name, stage.auth(stage.setting.bjorn))

    bjorn.wait(bjorn.refused)
    assert [(each["op"], each["code"]) for each in bjorn.refused()] == [(None, "body.json")]
    assert len(bjorn.received("welcome")) == 1
    still_works(bjorn)


def test_too_many_broken_packets_end_the_connection(stage):
    bjorn, dagny = stage.come(stage.setting.bjorn), stage.come(stage.setting.dagny)

    for _ in range(25):
        bjorn.say_raw("[NaN]")

    bjorn.wait(lambda: not bjorn.is_open)
    still_works(dagny)


@KINDS
def test_a_frame_above_64_kib_is_refused_and_the_connection_stays(stage, kind):
    bjorn = stage.come(stage.setting.bjorn, kind)

    bjorn.emit("ops", [note("x" * 2_000) for _ in range(35)])

    bjorn.wait(bjorn.refused)
    assert bjorn.refused()[0]["code"] == "body.too_large"
    still_works(bjorn)


def test_more_than_two_hundred_operations_are_refused_as_a_whole(stage):
    bjorn = stage.come(stage.setting.bjorn)

    bjorn.emit("ops", [op("note.remove", note="note:1") for _ in range(201)])

    bjorn.wait(bjorn.refused)
    assert [(each["op"], each["code"]) for each in bjorn.refused()] == [(None, "body.too_large")]


def test_over_the_budget_operations_stay_pending(stage):
    bjorn = stage.come(stage.setting.bjorn)
    wishes = [[op("note.remove", note="note:none") for _ in range(200)] for _ in range(3)]

    for frame in wishes:
        bjorn.emit("ops", frame)

    bjorn.wait(lambda: len(bjorn.refused()) == 401)
    refused = {each["op"]: each["code"] for each in bjorn.refused()}
    assert refused.pop(None) == "slow.down"  # one answer for the frame
    assert refused.keys() == {wish["id"] for frame in wishes[:2] for wish in frame}


def test_a_connection_that_says_nothing_is_not_waited_for(stage):
    """A socket that opens and stays silent holds up nobody."""
    with socket.create_connection(("127.0.0.1", stage.server.port)) as silent:
        silent.sendall(b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\n")
        still_works(stage.come(stage.setting.dagny))


@pytest.mark.parametrize("transport", ["polling", "websocket"])
@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1.evil.example"])
def test_a_foreign_page_cannot_open_a_connection(stage, transport, origin):
    """4.4.2 of ASVS."""
    upgrade = {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": base64.b64encode(b"0" * 16).decode(),
    }
    headers = {"Origin": origin, **(upgrade if transport == "websocket" else {})}

    answer = requests.get(f"{stage.server.url}/socket.io/?EIO=4&transport={transport}", headers=headers, timeout=10)

    assert answer.status_code == 400


def test_an_unknown_operation_is_told_back_by_its_id(stage):
    bjorn = stage.come(stage.setting.bjorn)

    bjorn.emit("ops", [{"id": (op_id := str(uuid.uuid4())), "type": "note.fly"}])

    bjorn.wait(bjorn.refused)
    assert (bjorn.refused()[0]["op"], bjorn.refused()[0]["code"]) == (op_id, "op.unknown")
