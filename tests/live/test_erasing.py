"""P4.6: a log is rewritten as a whole; what another process sends meanwhile is decided after it."""

from __future__ import annotations

import time

from facilitator.engine import Actor
from facilitator.extensions import db
from facilitator.live import log, rooms
from facilitator.live.room import Room
from facilitator.live.schemas import read_operations
from facilitator.models import Board
from facilitator.planning.erasing import erase_note
from tests.live.seated import until
from tests.live.setting import make_setting, note

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
