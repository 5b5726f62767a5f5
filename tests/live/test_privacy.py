"""I9, P4: what somebody writes in silence is nowhere outside them until it is shown."""

from __future__ import annotations

import json
import urllib.request
import uuid

import pytest

from tests.live.setting import note, op
from tests.live.wire import PollingClient, SocketClient


def everything_told_to(stage, client, person):
    """All that a person got by any way out: messages, state, events, what was removed."""
    board, token = stage.setting.board, stage.setting.tokens[person]
    told = [json.dumps(client.messages, ensure_ascii=False)]
    for path in ("state", "events?since=0", "removed"):
        request = urllib.request.Request(
            f"{stage.server.url}/api/v1/boards/{board}/{path}", headers={"Authorization": f"Bearer {token}"}
        )
        told.append(urllib.request.urlopen(request, timeout=10).read().decode())
    return "\n".join(told)


@pytest.mark.parametrize("kind", [SocketClient, PollingClient])
def test_a_canary_sings_to_its_author_alone_until_it_is_shown(stage, kind):
    setting, canary = stage.setting, f"KANARIALINTU-{uuid.uuid4()}"
    aino, bjorn, dagny = (stage.come(person, kind) for person in (setting.aino, setting.bjorn, setting.dagny))
    aino.emit("ops", [silence := op("mode.set", mode="silent")])
    bjorn.wait_op(silence["id"])

    secret = note(canary)
    bjorn.emit("ops", [secret, op("note.write", note=secret["note"], was=canary, text=f"{canary} {canary}")])
    bjorn.emit("ops", [note(f"{canary} jäi kesken", kind="no_such_kind"), {**secret, "text": f"{canary} muu"}])
    bjorn.emit("here", {"writing": secret["note"], "selected": [secret["note"]]})
    bjorn.wait(lambda: len(bjorn.refused()) == 2)
    dagny.emit(
        "ops", [op("note.write", note=secret["note"], was="", text="arvaus"), {**secret, "id": str(uuid.uuid4())}]
    )
    dagny.wait(lambda: len(dagny.refused()) == 2)
    aino.wait(lambda: aino.received("head")[-1:] and aino.received("head")[-1]["private"]["notes"] == 1)
    dagny.listen(0.3)

    assert canary in everything_told_to(stage, bjorn, setting.bjorn)
    for client, person in ((aino, setting.aino), (dagny, setting.dagny)):
        told = everything_told_to(stage, client, person)
        assert canary not in told
        assert secret["note"] not in told
    assert canary not in stage.server.read_log()
    assert [each["code"] for each in dagny.refused()] == ["item.unknown", "item.exists"]
    assert aino.events()[1:] == dagny.events()[1:] == [{"seq": 3}, {"seq": 4}]
    assert stage.state(setting.aino)["private"] == {"notes": 1, "people": 1}

    aino.emit("ops", [op("mode.set", mode="open")])

    for client in (aino, bjorn, dagny):
        (shown,) = client.wait(lambda client=client: [event for event in client.events() if event["seq"] == 5])
        fields = {change["id"]: change["set"] for change in shown["changes"]}
        assert fields[secret["note"]]["text"] == f"{canary} {canary}"
        assert ("author" in fields[secret["note"]]) == (client is bjorn)


def test_frames_of_others_are_as_long_whatever_is_written_in_silence(stage):
    setting = stage.setting
    aino, bjorn, dagny = (stage.come(person) for person in (setting.aino, setting.bjorn, setting.dagny))
    aino.emit("ops", [silence := op("mode.set", mode="silent")])
    dagny.wait_op(silence["id"])

    for text in ("lyhyt", "pitkä " * 300):
        bjorn.emit("ops", [wish := note(text)])
        bjorn.wait_op(wish["id"])
    dagny.wait(lambda: len(dagny.events()) == 3)

    assert dagny.received("events")[1:] == [[{"seq": 3}], [{"seq": 4}]]


def test_a_vote_reaches_nobody_else_and_sums_come_only_at_the_end(stage):
    """I10."""
    setting = stage.setting
    aino, bjorn, dagny = (stage.come(person) for person in (setting.aino, setting.bjorn, setting.dagny))
    bjorn.emit("ops", [target := note("Lupa")])
    ballot = op("ballot.open", ballot="ballot:1", title="Mikä ensin?", each=3, per_note=2, over="notes")
    dagny.wait_op(target["id"])
    aino.emit("ops", [ballot])
    bjorn.wait_op(ballot["id"])

    vote = op("vote.cast", vote=f"vote:{uuid.uuid4()}", ballot="ballot:1", note=target["note"])
    bjorn.emit("ops", [vote])
    bjorn.wait_op(vote["id"])
    aino.emit("ops", [end := op("ballot.close", ballot="ballot:1")])
    dagny.wait_op(end["id"])

    for client, person in ((aino, setting.aino), (dagny, setting.dagny)):
        assert vote["vote"] not in everything_told_to(stage, client, person)
    sums = dagny.wait_op(end["id"])["changes"][0]["set"]
    assert (sums["sums"], sums["voters"], sums["secret"]) == ({target["note"]: 1}, 1, False)


@pytest.mark.parametrize("authors", ["organisations", "nothing"])
def test_without_names_only_the_writer_is_told_who_wrote(app, client, authors):
    """P4.3."""
    from tests.live.setting import Caller, make_setting

    setting = make_setting(authors=authors)
    bjorn, dagny = Caller(client, setting, setting.bjorn), Caller(client, setting, setting.dagny)
    wish = note()

    bjorn.send(wish)

    assert setting.bjorn not in dagny.get("events").text
    assert bjorn.items()[wish["note"]]["author"] == setting.bjorn
    assert "author" not in dagny.items()[wish["note"]]
    assert dagny.items()[wish["note"]].get("organisation") == ("Porvoo" if authors == "organisations" else None)
