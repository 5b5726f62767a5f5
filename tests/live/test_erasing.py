"""P4.6: a log is rewritten as a whole; what another process sends meanwhile is decided after it."""

from __future__ import annotations

import time

from facilitator.engine import Actor
from facilitator.extensions import db
from facilitator.live import log, rooms
from facilitator.live.room import Room
from facilitator.live.schemas import read_operations
from facilitator.models import Board
from facilitator.planning import erasing
from facilitator.planning.erasing import erase_note
from tests.live.seated import until
from tests.live.setting import make_setting, note, op

HEAD_START = 0.3  # seconds; time enough to be first, if one could


def test_what_is_sent_while_a_note_is_erased_comes_after_it(app, monkeypatch):
    """I3, F11."""
    setting = make_setting()
    bjorn, dagny = Actor(setting.bjorn, "participant"), Actor(setting.dagny, "participant")
    said = note("Sosiaalitunnus 010101")
    rooms.submit(setting.board, [said], bjorn)
    elsewhere, answered = Room(setting.board, app.extensions["live"].workings), []
    read = log.read

    def read_and_be_interrupted(*asked, **bounds):
        events = read(*asked, **bounds)
        if bounds:  # not yet all of them
            return events
        monkeypatch.setattr(log, "read", read)
        elsewhere.put(dagny, read_operations([note("Samaan aikaan")]), answered.append)
        time.sleep(HEAD_START)
        return events

    monkeypatch.setattr(log, "read", read_and_be_interrupted)
    erase_note(db.session.get(Board, setting.board), said["note"], Actor(setting.aino, "facilitator"))
    ((event,),) = until(lambda: answered)

    state = rooms.state(setting.board)
    assert (event.seq, state.seq, elsewhere.state.seq, elsewhere.epoch) == (4, 4, 4, rooms.room_of(setting.board).epoch)
    assert state.items[said["note"]]["erased"]
    with app.extensions["live"].workings.reading() as connection:
        assert [each.seq for each in log.read(connection, setting.board)] == [1, 2, 3, 4]
    elsewhere.close()


def test_what_is_said_about_a_note_between_the_look_and_the_erasing_goes_too(app, monkeypatch):
    """The log is looked through before the lock is taken; nothing slips in between."""
    setting = make_setting()
    bjorn, aino = Actor(setting.bjorn, "participant"), Actor(setting.aino, "facilitator")
    said = note("Sosiaalitunnus 010101")
    rooms.submit(setting.board, [said], bjorn)
    look = erasing._look

    def look_and_be_interrupted(board_id, note_id):
        looked = look(board_id, note_id)
        comment = op("comment.add", comment="comment:late", on=note_id, text="Hänen tunnuksensa on 010101")
        rooms.submit(setting.board, [op("note.write", note=note_id, was=said["text"], text="Tunnus 010101")], bjorn)
        rooms.submit(setting.board, [comment], bjorn)
        return looked

    monkeypatch.setattr(erasing, "_look", look_and_be_interrupted)
    erase_note(db.session.get(Board, setting.board), said["note"], aino)

    with app.extensions["live"].workings.reading() as connection:
        events = log.read(connection, setting.board)
    assert [each.seq for each in events] == [1, 2, 3, 4, 5]
    assert "010101" not in str(events)


def test_only_what_names_the_note_is_read_of_a_long_log(app, monkeypatch):
    setting = make_setting()
    bjorn, aino = Actor(setting.bjorn, "participant"), Actor(setting.aino, "facilitator")
    said, others = note("Sosiaalitunnus 010101"), [note(f"Lappu {number}") for number in range(60)]
    rooms.submit(setting.board, [*others[:30], said, *others[30:]], bjorn)
    read, asked = log._event, []
    monkeypatch.setattr(log, "_event", lambda row: asked.append(row.seq) or read(row))
    monkeypatch.setattr(erasing, "PAGE", 7)

    looked = erasing._look(setting.board, said["note"])
    assert asked == [32]
    assert [event.seq for event in looked.events] == [32]

    erase_note(db.session.get(Board, setting.board), said["note"], aino)
    state = rooms.state(setting.board)
    assert state.items[said["note"]]["erased"]
    assert sum(item.get("text") == each["text"] for each in others for item in state.items.values()) == 60
