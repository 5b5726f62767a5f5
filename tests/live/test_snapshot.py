"""The state as it is served: every answer whole, whoever is here."""

from __future__ import annotations

import gzip
import json

from facilitator.extensions import db
from facilitator.live import rooms
from facilitator.live.snapshot import OFFLOAD_FROM, Packed, Snapshot
from tests.live.setting import Caller, make_setting, note, op
from tests.makers import make_board


def cards(*names: str) -> list[dict]:
    return [{"id": f"p:{name}", "name": name, "organisation": "", "role": "participant"} for name in names]


def test_each_answer_holds_those_who_are_here_then(app):
    board = make_board()
    snapshot = Snapshot(rooms.state(board.id), "e1")

    bodies = [snapshot.body("p:nobody", cards(*names)) for names in (["Aino"], ["Aino", "Björn"], [])]

    told = [json.loads(body.plain) for body in bodies]
    assert [[card["name"] for card in each["people"]] for each in told] == [["Aino"], ["Aino", "Björn"], []]
    assert [gzip.decompress(body.gzipped) for body in bodies] == [body.plain for body in bodies]
    assert [list(each) for each in told] == [
        ["document", "epoch", "seq", "method", "items", "people", "private"] for _ in bodies
    ]
    db.session.remove()


def test_a_large_state_is_one_gzip_member():
    packed = Packed(b"x" * OFFLOAD_FROM)

    first, second = packed.body(b"first"), packed.body(b"second")

    assert gzip.decompress(first.gzipped) == b"x" * OFFLOAD_FROM + b"first"
    assert gzip.decompress(second.gzipped) == second.plain
    assert first.gzipped.count(b"\x1f\x8b\x08") == 1


def test_all_who_see_the_same_get_the_same_bytes_and_whoever_has_more_gets_their_own(app):
    setting = make_setting()
    client = app.test_client()
    aino, bjorn = (Caller(client, setting, person) for person in (setting.aino, setting.bjorn))
    aino.send(op("mode.set", mode="silent"))
    bjorn.send(note("Kahdesti kysytty"))
    room = rooms.room_of(setting.board)

    aino_s, dagny_s, bjorn_s = (room.body_for(person) for person in (setting.aino, setting.dagny, setting.bjorn))

    assert dagny_s.gzipped is aino_s.gzipped
    assert dagny_s.tail is aino_s.tail
    assert b"Kahdesti" not in gzip.decompress(dagny_s.gzipped)
    assert b"Kahdesti" in gzip.decompress(bjorn_s.gzipped)
