"""The state as it is served: every answer whole, whoever is here."""

from __future__ import annotations

import gzip
import json

from facilitator.engine import see_state
from facilitator.extensions import db
from facilitator.live import rooms
from facilitator.live import snapshot as snapshots
from facilitator.live.snapshot import Packed, Snapshot
from tests.live.setting import Caller, make_setting, note, op
from tests.makers import make_board

LARGE = 65_536


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
    packed = Packed(b"x" * LARGE)

    first, second = packed.body(b"first"), packed.body(b"second")

    assert gzip.decompress(first.gzipped) == b"x" * LARGE + b"first"
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


def test_of_a_large_board_nothing_is_made_in_the_event_loop(app, monkeypatch):
    setting = make_setting()
    Caller(app.test_client(), setting, setting.bjorn).send(*(note(f"Lappu {number}") for number in range(3)))
    made: list[str] = []

    def aside(fn, *args):
        made.append(fn.__name__)
        return fn(*args)

    monkeypatch.setattr(snapshots, "offload", aside)
    monkeypatch.setattr(snapshots, "see_state", lambda state, viewer: made.append("seen") or see_state(state, viewer))
    for least in (1_000, 3):
        monkeypatch.setattr(snapshots, "OFFLOAD_FROM", least)
        snapshot = Snapshot(rooms.state(setting.board), "e1")
        for person in (setting.bjorn, setting.dagny, setting.dagny):
            snapshot.body(person, cards("Aino"))

    assert made == ["seen", "seen", "Common", "seen", "_own", "seen"]  # Björn wrote, so what he sees is looked at
    db.session.remove()
