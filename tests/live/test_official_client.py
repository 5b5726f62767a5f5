"""P5 with the official JavaScript client: what our own clients would forgive shows here."""

from __future__ import annotations

import pytest

from tests.live.official import OfficialClient, PollingOfficialClient
from tests.live.setting import note

pytestmark = pytest.mark.not_on("postgresql")  # nothing of it is the database's

KINDS = pytest.mark.parametrize("kind", [OfficialClient, PollingOfficialClient])


@KINDS
def test_the_official_client_writes_and_reads(stage, kind):
    bjorn, dagny = stage.come(stage.setting.bjorn, kind), stage.come(stage.setting.dagny, kind)
    wishes = [note(f"ääkkösiä ja 🛶 {number}") for number in range(50)]

    for start in range(0, 50, 10):
        bjorn.emit("ops", wishes[start : start + 10])

    dagny.wait(lambda: len(dagny.events()) == 50)
    bjorn.wait(lambda: len(bjorn.events()) == 50)
    assert [event["op"] for event in dagny.events()] == [wish["id"] for wish in wishes]
    assert dagny.events() == bjorn.events()
    assert dagny.events()[7]["changes"][0]["set"]["text"] == "ääkkösiä ja 🛶 7"
    assert dagny.received("connect") == [{"transport": kind.transport}]


@KINDS
def test_the_official_client_hears_why_it_is_turned_away(stage, kind):
    client = kind(stage.server.url, stage.auth(stage.setting.bjorn, token="nobody's"))
    stage.clients.append(client)

    assert client.refusal["data"] == {"code": "not.signed_in", "message": client.refusal["message"]}


@KINDS
def test_messages_come_in_their_order(stage, kind):
    client = stage.come(stage.setting.bjorn, kind)
    client.wait_for("head")

    names = [name for name, _ in client.messages]
    assert names[:4] == ["connect", "welcome", "people", "here"]


@KINDS
def test_forty_frames_at_once_all_arrive(stage, kind):
    """0.1: engine.io drops a poll of more than sixteen packets and says that all is well."""
    bjorn = stage.come(stage.setting.bjorn, kind)
    wishes = [note(f"n{number}") for number in range(40)]

    for wish in wishes:
        bjorn.emit("ops", [wish])

    bjorn.wait(lambda: len(bjorn.events()) == 40)
    assert [event["op"] for event in bjorn.events()] == [wish["id"] for wish in wishes]
