"""P3.6: what arrives after the end waits before its author and those who lead, and before nobody else."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient

from facilitator.engine import Event
from facilitator.live.frames import EventFrames
from facilitator.planning.closing import close_workshop
from tests.live.setting import Caller, make_setting, note, op


def test_a_late_note_waits_and_is_taken_in(app: Flask, client: FlaskClient) -> None:
    setting = make_setting()
    aino, bjorn, dagny = (Caller(client, setting, each) for each in (setting.aino, setting.bjorn, setting.dagny))
    close_workshop(setting.workshop, setting.aino)
    late = note("Jono on pitkä")

    told = bjorn.send(late)
    refused = bjorn.send(op("note.write", note=late["note"], was="Jono on pitkä", text="Jono"))

    waiting = {"late": True, "private": True, "text": "Jono on pitkä"}
    assert [event["by"] for event in told["events"]] == [setting.bjorn]
    assert refused["refused"][0]["code"] == "mode.look"
    assert waiting.items() <= bjorn.items()[late["note"]].items()
    assert waiting.items() <= aino.items()[late["note"]].items()
    assert "author" not in aino.items()[late["note"]]
    assert setting.bjorn not in aino.get("events").text
    assert late["note"] not in dagny.get("events").text + dagny.get("state").text
    assert dagny.send(op("note.take_in", note=late["note"]))["refused"][0]["code"] == "not.allowed"

    aino.send(op("note.take_in", note=late["note"]))

    assert dagny.items()[late["note"]]["text"] == "Jono on pitkä"
    assert "private" not in dagny.items()[late["note"]]
    assert setting.bjorn not in dagny.get("events").text


def test_leaving_out_is_said_with_true_or_false(app: Flask, client: FlaskClient) -> None:
    setting = make_setting()
    aino, bjorn = Caller(client, setting, setting.aino), Caller(client, setting, setting.bjorn)
    wish = note()
    bjorn.send(wish)

    codes = [
        caller.send(op("note.leave_out", note=wish["note"], out=out))["refused"][0]["code"]
        for caller, out in ((aino, 1), (aino, "true"), (aino, None), (bjorn, True))
    ]
    aino.send(op("note.leave_out", note=wish["note"], out=True))

    assert codes == ["op.invalid", "op.invalid", "op.invalid", "not.allowed"]
    assert bjorn.items()[wish["note"]]["out"] is True


def test_a_frame_of_what_waits_goes_to_its_author_and_to_those_who_lead() -> None:
    changes = [{"id": "note:1", "set": {"text": "Jono", "author": "p:bjorn", "late": True, "private": True}}]
    event = Event(7, "op", "p:bjorn", "2026-11-24T12:00:00.000Z", changes, ("p:bjorn", "u:"))
    frames = EventFrames([event], "names")

    told = {person: frames.of(person).data[0] for person in ("u:aino", "p:bjorn", "p:dagny")}

    assert told["p:dagny"] == {"seq": 7}
    assert told["p:bjorn"]["changes"] == changes
    assert "p:bjorn" not in str(told["u:aino"])
    assert told["u:aino"]["changes"][0]["set"]["text"] == "Jono"
