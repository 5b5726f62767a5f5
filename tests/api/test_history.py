"""P7.2: a board's past as each may see it, and the way back as operations that anybody who leads may send."""

from __future__ import annotations

import pytest

from facilitator.engine import acts_of, empty
from facilitator.live import history, keeping, limits, log, rooms
from facilitator.live.folding import rules_of
from tests.live.seated import until
from tests.live.setting import CELL, Caller, note, op


def past(caller: Caller, seq: int) -> dict:
    answer = caller.get("state", seq=seq)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-store"
    return answer.get_json()


def texts(state: dict) -> list[str]:
    return [item["text"] for item in state["items"] if "text" in item]


def test_the_state_at_a_number_is_what_it_was_then(aino, bjorn):
    bjorn.send(wish := note("haku"))
    then = bjorn.get("state").get_json()
    bjorn.send(op("note.write", note=wish["note"], was="haku", text="toista"), note("muuta"))

    assert past(bjorn, 2) == then
    assert texts(past(bjorn, 1)) == []
    assert past(aino, 4) == aino.get("state").get_json()


def test_what_was_private_then_is_its_authors_alone_for_ever(aino, bjorn, dagny):
    """I9: also after it was shown, the past holds it for nobody else."""
    aino.send(op("mode.set", mode="silent"))
    bjorn.send(note("KANARIALINTU"))
    aino.send(op("mode.set", mode="open"))

    told = {who: texts(past(who, 3)) for who in (aino, bjorn, dagny)}

    assert told == {aino: [], bjorn: ["KANARIALINTU"], dagny: []}
    assert past(dagny, 3)["private"] == {"notes": 1, "people": 1}
    assert texts(past(dagny, 4)) == ["KANARIALINTU"]


@pytest.mark.parametrize("seq", ["0", "3", "-1", "yksi", "1.0", "9" * 20, ""])
def test_a_number_that_there_is_not_is_said(bjorn, seq):
    bjorn.send(note())

    answer = bjorn.get("state", seq=seq)

    assert (answer.status_code, answer.get_json()["code"]) == (400, "invalid")


def test_asking_for_the_past_again_and_again_is_slowed_down(bjorn, monkeypatch):
    monkeypatch.setattr(limits, "ASK_BURST", 2.0)
    monkeypatch.setattr(limits, "ASK_RATE", 0.001)

    assert [bjorn.get("state", seq=1).status_code for _ in range(3)] == [200, 200, 429]
    assert bjorn.get("state").status_code == 200


def test_the_way_back_is_operations_that_bring_the_board_there(aino, bjorn):
    bjorn.send(one := note("haku"), other := note("odotus", order="a1"))
    then = aino.items()
    bjorn.send(op("note.write", note=one["note"], was="haku", text="toista"), op("note.remove", note=other["note"]))
    bjorn.send(added := note("lisää"))

    way = aino.get("back", seq=3).get_json()
    answer = aino.send(*way["ops"])

    assert (way["seq"], way["back_to"]) == (6, 3)
    assert [(each["id"], each["will"], each["item"]["text"]) for each in way["changes"]] == [
        (one["note"], "changed", "toista"),
        (added["note"], "removed", "lisää"),
        (other["note"], "restored", "odotus"),
    ]
    assert (len(answer["events"]), answer["refused"]) == (len(way["ops"]), [])
    assert aino.items() == then
    assert aino.get("back", seq=3).get_json()["ops"] == []


def test_one_item_goes_back_alone(aino, bjorn):
    bjorn.send(one := note("haku"), note("odotus", order="a1"))
    bjorn.send(op("note.move", note=one["note"], zone=CELL, order="a5"), note("lisää"))

    way = aino.get("back", seq=3, item=one["note"]).get_json()

    assert [(each["id"], each["will"]) for each in way["changes"]] == [(one["note"], "changed")]
    assert [(each["type"], each["order"]) for each in way["ops"]] == [("note.move", "a0")]


def test_of_what_others_write_in_silence_the_way_back_says_nothing(aino, bjorn):
    aino.send(op("mode.set", mode="silent"))
    bjorn.send(wish := note("salassa"))

    answer = aino.get("back", seq=1)

    assert answer.get_json()["ops"] == []
    assert wish["note"] not in answer.text


def test_the_past_is_read_in_pages_and_from_stored_states(app, setting, bjorn, monkeypatch):
    monkeypatch.setattr(history, "PAGE", 4)
    monkeypatch.setattr(keeping, "EVERY", 10)
    first = note()
    for start in range(0, 30, 10):
        moves = [op("note.move", note=first["note"], zone=CELL, order=f"a{turn}") for turn in range(10)]
        bjorn.send(*([first] if not start else []), *moves)
        until(lambda: not rooms.room_of(setting.board).is_busy())
        rooms.room_of(setting.board).keep()
    workings = app.extensions["live"].workings

    for seq in (1, 2, 11, 12, 13, 22, 25, 32):
        state = history.state_at(workings, setting.board, seq)[1]
        with workings.reading() as connection:
            whole = empty(setting.board, rules_of(connection, setting.board))
            for event in log.read(connection, setting.board, limit=seq):
                whole.absorb(event)
        assert state == whole


def test_what_was_done_lately_is_the_same_from_stored_states(app, setting, aino, bjorn, monkeypatch):
    bjorn.send(first := note())
    for _ in range(3):
        bjorn.send(*(op("note.move", note=first["note"], zone=CELL, order=f"a{turn % 9}") for turn in range(60)))
    until(lambda: not rooms.room_of(setting.board).is_busy())
    workings = app.extensions["live"].workings
    with workings.reading() as connection:
        events = log.read(connection, setting.board)
        whole = acts_of(empty(setting.board, rules_of(connection, setting.board)), events, setting.aino)
    for seq in (50, 150):
        epoch, state = history.state_at(workings, setting.board, seq)
        keeping.Keeper(setting.board, workings, 0).keep(epoch, state)

    assert history.lately(workings, setting.board, setting.aino) == (182, whole)
    assert len(whole) == 100
