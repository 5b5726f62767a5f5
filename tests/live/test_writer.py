"""P6.2, I1: a batch is stored whole or not at all, also when its room is closed while it is being written."""

from __future__ import annotations

import threading
import time

import pytest

from facilitator.engine import Actor, Event
from facilitator.live import log, rooms
from facilitator.live.writer import Writer
from facilitator.models.base import now
from tests.live.setting import Setting, make_setting, note

SOME_STEPS = 20  # of the database's own machine: a few rows apart


@pytest.fixture
def setting(app) -> Setting:
    return make_setting()


def entries(setting: Setting, numbers: range) -> list[log.Entry]:
    """Events of Björn's with these numbers."""
    return [
        log.Entry(Event(seq, f"op{seq}", setting.bjorn, now(), [{"id": f"note:{seq}", "set": {}}]), "")
        for seq in numbers
    ]


def test_closing_waits_for_the_batch_that_is_being_written(app, setting):
    workings = app.extensions["live"].workings
    writer, has_begun = Writer(workings.engine, setting.board), threading.Event()
    writer.append(entries(setting, range(2, 3)))

    def linger() -> None:
        has_begun.set()
        time.sleep(0.002)

    writer._connection.connection.dbapi_connection.set_progress_handler(linger, SOME_STEPS)
    writing = threading.Thread(target=writer.append, args=[entries(setting, range(3, 60))])
    writing.start()
    assert has_begun.wait(5)
    writer.close()
    writing.join(10)

    with workings.reading() as connection:
        assert [event.seq for event in log.read(connection, setting.board)] == list(range(1, 60))


def test_who_sends_while_the_process_ends_is_not_answered_and_nothing_is_stored(app, setting):
    room = rooms.room_of(setting.board)
    room.end()

    with pytest.raises(rooms.NotSaved):
        rooms.submit(setting.board, [note()], Actor(setting.bjorn, "participant"))
    assert rooms.state(setting.board).seq == 1
