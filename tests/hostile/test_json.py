"""JSON that breaks parsers, from one person, while another one writes: nobody but the sender notices (F14).

`tests/live/test_malformed.py` sends each case by itself; here they stand among good operations and inside them.
"""

from __future__ import annotations

import base64
import json
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import requests
from flask import Flask

from facilitator.engine import Refusal
from facilitator.engine.text import clean
from facilitator.live import strict_json
from facilitator.words import SENTENCES, sentence
from tests.artefacts.strings import DATA
from tests.live.conftest import Stage
from tests.live.setting import note
from tests.live.wire import Client, PollingClient, SocketClient, fetch

SAMPLE = [
    base64.b64decode(json.loads(line)["b64"])
    for line in (DATA / "json-parsing-sample.jsonl").read_text("utf-8").splitlines()
]
OURS = [
    rb'"\ud800"', rb'{"\ud800":1}', rb'"a\u0000b"', rb'{"__proto__":{"role":"facilitator"}}', rb'{"constructor":1}',
    rb"null", rb"true", rb"-0", rb"0.5", rb"1e308", rb"9007199254740991", rb'""', rb'[[]]', rb'{"fi":"a","sv":1}',
    b'"' + b"x" * 3_000 + b'"', b"[" * 30 + b"]" * 30, rb'"<script>alert(1)</script>"',
]  # fmt: skip
CASES = [*SAMPLE, *OURS]
MEMBERS = ("id", "type", "note", "kind", "text", "zone", "order", "x", "lang", "fields", "nothing")
FEWEST = 6  # notes that have to come through
PER_CONNECTION = 15  # twenty packets that cannot be read end one


class Dagny:
    """Writes one note after the other until she is stopped, and waits for each to come back."""

    def __init__(self, stage: Stage) -> None:
        self.client = stage.come(stage.setting.dagny)
        self.written: list[str] = []
        self.longest = 0.0
        self._fault: BaseException | None = None
        self._is_done = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            while not self._is_done.wait(0.02) or len(self.written) < FEWEST:
                began, wish = time.monotonic(), note(f"Dagnyn lappu {len(self.written)}")
                self.client.emit("ops", [wish])
                self.client.wait_op(wish["id"])
                self.written.append(wish["text"])
                self.longest = max(self.longest, time.monotonic() - began)
        except BaseException as fault:
            self._fault = fault

    def stop(self) -> list[dict[str, Any]]:
        """All events that reached her. Every note of hers did, and she was refused nothing."""
        self._is_done.set()
        self._thread.join(30)
        assert self._fault is None, self._fault
        self.client.listen(0.3)
        assert self.client.is_open
        assert self.client.refused() == []
        assert self.client.received("reset") == []
        assert self.longest < 10
        return self.client.events()


@pytest.fixture
def dagny(busy: Stage) -> Iterator[Dagny]:
    """She is at work the whole time."""
    one = Dagny(busy)
    yield one
    one.client.close()
    assert busy.server.faults() == []


def post(stage: Stage, body: bytes, path: str = "") -> requests.Response:
    """As Björn."""
    return requests.post(
        f"{stage.server.url}/api/v1{path or f'/boards/{stage.setting.board}/ops'}",
        body,
        headers={
            "Authorization": f"Bearer {stage.setting.tokens[stage.setting.bjorn]}",
            "Content-Type": "application/json",
        },
        timeout=20,
    )


def read(body: bytes) -> Any:
    """What the body says; None if that is not for sure."""
    try:
        return strict_json.loads(body)
    except ValueError:
        return None


def among(case: bytes) -> tuple[bytes, list[str]]:
    """A list with the case between two good operations, and the texts of those."""
    good = [note(f"Björnin lappu {uuid.uuid4()}") for _ in range(2)]
    first, last = (json.dumps(each).encode() for each in good)
    return b"[" + first + b"," + case + b"," + last + b"]", [each["text"] for each in good]


def inside(case: bytes) -> tuple[bytes, list[str]]:
    """Operations with the case in place of one member each, and the text that may come of it."""
    wanted = []
    for member in MEMBERS:
        plain = {**note(f"Sisällä {member}"), member: "%CASE%"}
        wanted.append(json.dumps(plain).encode().replace(b'"%CASE%"', case))
    value = read(case)
    kept = clean(value) if isinstance(value, str) else Refusal("op.invalid")
    return b"[" + b",".join(wanted) + b"]", [kept] if isinstance(kept, str) else []


def came_from(events: list[dict[str, Any]], person: str) -> list[str]:
    """The texts of the notes that this person added, in order."""
    return [change["set"]["text"] for event in events if event.get("by") == person for change in event["changes"]]


def test_among_good_operations_over_http(busy: Stage, dagny: Dagny) -> None:
    wanted: list[str] = []

    for case in CASES:
        body, texts = among(case)
        answer, operations = post(busy, body), read(body)
        if operations is None:
            assert (answer.status_code, answer.json()["code"]) == (400, "body.json"), case[:80]
            assert answer.json()["message"]
            continue
        assert answer.status_code == 200, case[:80]
        assert came_from(answer.json()["events"], busy.setting.bjorn) == texts
        assert {each["code"] for each in answer.json()["refused"]} <= {"op.invalid", "op.unknown"}
        assert len(answer.json()["refused"]) == len(operations) - 2
        wanted += texts

    assert came_from(dagny.stop(), busy.setting.bjorn) == wanted
    assert len(wanted) > 40


def test_in_place_of_a_member_over_http(busy: Stage, dagny: Dagny) -> None:
    wanted: list[str] = []

    for case in CASES:
        body, texts = inside(case)
        answer = post(busy, body)
        if read(body) is None:
            assert (answer.status_code, answer.json()["code"]) == (400, "body.json"), case[:80]
            continue
        assert answer.status_code == 200, (case[:80], answer.text[:200])
        told = answer.json()
        assert len(told["events"]) + len(told["refused"]) == len(MEMBERS)
        assert all(each["code"] and each["message"] for each in told["refused"])
        wanted += came_from(told["events"], busy.setting.bjorn)
        assert set(texts) <= set(wanted)

    assert came_from(dagny.stop(), busy.setting.bjorn) == wanted


@pytest.mark.parametrize("path", ["/session", "/join"])
def test_calls_that_anybody_may_make(busy: Stage, dagny: Dagny, path: str) -> None:
    members = {"/session": ("email", "password"), "/join": ("code", "name", "organisation", "language")}[path]

    for case in CASES:
        whole = b"{" + b",".join(f'"{member}":'.encode() + case for member in members) + b"}"
        for body in (case, whole):
            answer = post(busy, body, path)
            assert answer.status_code in (400, 401), (body[:80], answer.status_code)
            assert set(answer.json()) == {"code", "message"}
            assert all(answer.json().values())

    dagny.stop()


@pytest.mark.parametrize("kind", [SocketClient, PollingClient])
@pytest.mark.parametrize("shape", [among, inside])
def test_over_the_socket(busy: Stage, dagny: Dagny, kind: type[Client], shape: Callable[[bytes], Any]) -> None:
    wanted: list[str] = []

    for start in range(0, len(CASES), PER_CONNECTION):
        bjorn = busy.come(busy.setting.bjorn, kind)
        for case in CASES[start : start + PER_CONNECTION]:
            body, texts = shape(case)
            if b"\x1e" not in body:  # it parts the packets of a poll
                say(bjorn, body)
                wanted += texts if read(body) is not None else []
        wish = note("Björn on yhä täällä")
        bjorn.emit("ops", [wish])
        bjorn.wait_op(wish["id"])
        wanted.append(wish["text"])
        assert all(each["code"] in SENTENCES and each["message"] for each in bjorn.refused()), bjorn.refused()
        bjorn.close()

    events = dagny.stop()
    added = [text for text in came_from(events, busy.setting.bjorn) if not text.startswith("Sisällä")]
    assert added == wanted


def say(client: Client, body: bytes) -> None:
    """Bytes that are no text go as they are over a poll; over a WebSocket they would end it (see test_malformed)."""
    try:
        client.say_raw('["ops",' + body.decode() + "]")
    except UnicodeDecodeError:
        if isinstance(client, PollingClient):
            answer = client.http.post(client.address, data=b'42/live,["ops",' + body + b"]", timeout=20)
            assert answer.status_code in (200, 400), answer.status_code


@pytest.mark.parametrize("name", ["since", "here"])
def test_other_messages(busy: Stage, dagny: Dagny, name: str) -> None:
    """Where somebody works reaches the others: only what is an id of ours or a coordinate."""
    members = {"since": ("epoch", "seq"), "here": ("zone", "writing", "selected", "x", "y", "nothing")}[name]

    for start in range(0, len(CASES), PER_CONNECTION // 2):
        bjorn = busy.come(busy.setting.bjorn)
        for case in CASES[start : start + PER_CONNECTION // 2]:
            whole = b"{" + b",".join(f'"{member}":'.encode() + case for member in members) + b"}"
            for body in (case, whole):
                if read(body) is not None or is_text(body):
                    bjorn.say_raw(f'["{name}",{body.decode()}]')
        bjorn.listen(0.1)
        bjorn.close()

    dagny.stop()
    told = [here for frame in dagny.client.received("here") for here in frame["people"].values() if here]
    assert all(isinstance(here.get("x", 0), int) and set(here) <= {"x", "y"} for here in told), told


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_packet_that_cannot_be_read_is_refused_in_the_sender_s_language(
    busy: Stage, patient_app: Flask, language: str
) -> None:
    bjorn = SocketClient(busy.server.url, busy.auth(busy.setting.bjorn), language)
    busy.clients.append(bjorn)
    bjorn.wait_for("welcome")

    bjorn.say_raw('["ops",[NaN]]')

    bjorn.wait(bjorn.refused)
    message = sentence("body.json", {}, language)
    assert bjorn.refused() == [{"op": None, "code": "body.json", "message": message}]


@pytest.mark.parametrize("told", [{"protocol": 0}, {"token": "\ud800"}, {"document": {}}, {"protocol": "1"}])
def test_who_is_not_let_in_is_told_why(busy: Stage, told: dict[str, Any]) -> None:
    bjorn = SocketClient(busy.server.url, {**busy.auth(busy.setting.bjorn), **told})
    busy.clients.append(bjorn)

    assert bjorn.refusal
    assert bjorn.refusal["data"]["code"] in SENTENCES
    assert bjorn.refusal["data"]["message"]


def is_text(body: bytes) -> bool:
    """Whether a WebSocket can carry it as text."""
    try:
        return bool(body.decode())
    except UnicodeDecodeError:
        return False


def test_what_everybody_reads_afterwards_is_whole(busy: Stage) -> None:
    """The state can be read, and every event of the log."""
    setting = busy.setting
    state, since, seen = busy.state(setting.dagny), 0, 0

    while page := fetch(
        busy.server.url, setting.tokens[setting.dagny], f"/boards/{setting.board}/events?since={since}"
    ):
        seen += len(page["events"])
        since = page["events"][-1]["seq"]
        if not page["more"]:
            break

    assert seen == state["seq"] > 200
    assert all(clean(item["text"]) == item["text"] for item in state["items"] if item["id"].startswith("note:"))
