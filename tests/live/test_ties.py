"""`note.tie` over the wire: who leads ties a note to the register, and everybody hears which entity it is."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from facilitator.extensions import db
from facilitator.models import Board
from facilitator.planning.closing import confirm_board
from tests.live.setting import Caller, Setting, make_setting, note, op


@pytest.fixture
def setting(app: Flask) -> Setting:
    return make_setting()


def test_a_note_is_tied_to_what_another_board_speaks_of(client: FlaskClient, setting: Setting):
    aino, bjorn = (Caller(client, setting, who) for who in (setting.aino, setting.bjorn))
    first, second = note("Kela", kind="organisation"), note("FPA", kind="organisation")
    bjorn.send(first, second)
    confirm_board(db.session.get(Board, setting.board), setting.aino)
    known = {each["name"]: each["id"] for each in aino.get("register").json}

    told = aino.send(op("note.tie", note=second["note"], fields={"entity": known["Kela"]}))
    refused = bjorn.send(op("note.tie", note=second["note"], fields={"entity": None}))
    wrong = aino.send(op("note.tie", note=second["note"], fields={"entity": "Kela"}))

    (event,) = told["events"]
    assert event["changes"] == [{"id": second["note"], "set": {"entity": known["Kela"]}}]
    assert [each["code"] for each in (*refused["refused"], *wrong["refused"])] == ["not.allowed", "field.wrong"]
    items = {item["id"]: item for item in bjorn.get("state").json["items"]}
    assert items[second["note"]]["entity"] == known["Kela"]
    assert bjorn.get("register").status_code == 403
