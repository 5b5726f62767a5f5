"""P6.2, I1: a batch is stored whole or not at all, also when its room is closed while it is being written."""

from __future__ import annotations

import threading
import time

import pytest

from facilitator.engine import Actor, Event
from facilitator.live import log, rooms
from facilitator.live.folding import clear_board
from facilitator.live.writer import Writer
from facilitator.models.base import now
from facilitator.models.transaction import transaction
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


@pytest.mark.not_on("postgresql")
def test_closing_waits_for_the_batch_that_is_being_written(app, setting):
    workings = app.extensions["live"].workings
    writer, has_begun = Writer(workings.engine, setting.board), threading.Event()
    epoch = rooms.room_of(setting.board).epoch
    writer.append(entries(setting, range(2, 3)), epoch)

    def linger() -> None:
        has_begun.set()
        time.sleep(0.002)

    writer._connection.connection.dbapi_connection.set_progress_handler(linger, SOME_STEPS)
    writing = threading.Thread(target=writer.append, args=[entries(setting, range(3, 60)), epoch])
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


def test_nothing_is_added_to_a_log_of_another_epoch(app, setting):
    workings = app.extensions["live"].workings
    writer, epoch = Writer(workings.engine, setting.board), rooms.room_of(setting.board).epoch
    with transaction() as tx:
        clear_board(tx, setting.board)

    with pytest.raises(log.Rewritten):
        writer.append(entries(setting, range(2, 3)), epoch)
    writer.close()
    with workings.reading() as connection:
        assert [event.seq for event in log.read(connection, setting.board)] == [1]


def test_what_was_decided_before_a_board_is_cleared_waits_for_its_author_after_it(app, setting):
    """P4.6, I3: no number is left out, nobody is answered for what is gone, and nothing moves into the new past."""
    room = rooms.room_of(setting.board)
    bjorn = Actor(setting.bjorn, "participant")
    rooms.submit(setting.board, [note("Kokeilu"), note("Toinen")], bjorn)
    append = room._writer.append

    def clear_first(*args) -> None:
        room._writer.append = append
        with app.app_context(), transaction() as tx:
            clear_board(tx, setting.board)
        append(*args)

    room._writer.append = clear_first
    first = note("Ensimmäinen")
    with pytest.raises(rooms.NotSaved):
        rooms.submit(setting.board, [first], bjorn)
    assert room.state.seq == 1

    (event,) = rooms.submit(setting.board, [first], bjorn)

    assert (event["seq"], room.state.seq) == (2, 2)
    assert [item["text"] for item_id, item in room.state.items.items() if item_id[:5] == "note:"] == ["Ensimmäinen"]
    with app.extensions["live"].workings.reading() as connection:
        assert [each.seq for each in log.read(connection, setting.board)] == [1, 2]
