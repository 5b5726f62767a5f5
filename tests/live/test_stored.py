"""Stored states: opening a document does not read all of its log, and comes to the same."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from facilitator.engine import Actor, empty, fold, stored
from facilitator.extensions import db
from facilitator.live import folding, keeping, log, rooms
from facilitator.live.keeping import Keeper
from facilitator.models import StoredState
from facilitator.models.transaction import transaction
from facilitator.planning.trials import empty_trial
from tests.live.seated import Seated, until
from tests.live.setting import CELL, Setting, make_setting, note, op


@pytest.fixture
def setting(app) -> Setting:
    return make_setting()


@pytest.fixture
def live(app):
    return app.extensions["live"]


@pytest.fixture
def soon(monkeypatch) -> None:
    """States are stored after ten events, and three are enough to come back to."""
    monkeypatch.setattr(keeping, "EVERY", 10)
    monkeypatch.setattr(folding, "RECENT", 3)


def write(setting: Setting, count: int) -> None:
    """So many events, a note and then moves of it; the room is quiet again when it returns."""
    first = note()
    moves = [op("note.move", note=first["note"], zone=CELL, order=f"a{turn % 9}") for turn in range(count - 1)]
    answers = rooms.submit(setting.board, [first, *moves], Actor(setting.aino, "facilitator"))
    assert all(isinstance(each, dict) for each in answers)
    until(lambda: not rooms.room_of(setting.board).is_busy())


def kept() -> list[int]:
    """Up to which events states are stored."""
    db.session.rollback()
    return list(db.session.scalars(select(StoredState.seq).order_by(StoredState.seq)))


def opened_again(live, setting: Setting):
    """The document's room as another process would open it."""
    live.rooms.close()
    return rooms.room_of(setting.board)


def from_zero(live, setting: Setting):
    with live.workings.reading() as connection:
        events = log.read(connection, setting.board)
        return fold(empty(setting.board, folding.rules_of(connection, setting.board)), events)


def test_a_heartbeat_stores_the_state_once_enough_has_come(live, setting, soon):
    write(setting, 8)
    live.heart.beat()
    early = kept()
    write(setting, 1)
    live.heart.beat()
    live.heart.beat()

    assert (early, kept()) == ([], [10])


def test_what_is_opened_later_is_what_the_whole_log_comes_to(live, setting, soon, monkeypatch):
    write(setting, 30)
    live.heart.beat()
    write(setting, 5)
    read, asked = log.read, []
    monkeypatch.setattr(log, "read", lambda *given, **named: asked.append(given[2:]) or read(*given, **named))

    room = opened_again(live, setting)

    assert asked == [(), (31, folding.PAGE)]  # the first event alone, which names the method, and the tail
    monkeypatch.undo()
    assert room.state == from_zero(live, setting)


def test_the_last_events_are_there_for_who_comes_back(live, setting, soon):
    write(setting, 20)
    live.heart.beat()
    room = opened_again(live, setting)

    assert [event.seq for event in room.missing(room.epoch, 18)] == [19, 20, 21]
    assert room.missing(room.epoch, 17) == "behind"


def test_the_last_two_stay(live, setting, soon):
    for _ in range(4):
        write(setting, 10)
        live.heart.beat()

    assert kept() == [31, 41]


def test_closing_a_room_stores_its_state(live, setting, soon):
    write(setting, 12)

    live.rooms.close()

    assert kept() == [13]


def test_a_form_that_is_not_known_is_not_read(live, setting, soon):
    write(setting, 12)
    live.heart.beat()
    with transaction() as tx:
        tx.execute(update(StoredState).values(form=stored.FORM + 1, body="{}"))

    room = opened_again(live, setting)

    assert room.state == from_zero(live, setting)


def test_a_state_of_an_epoch_that_is_over_is_not_stored(live, setting, soon):
    write(setting, 12)
    room = rooms.room_of(setting.board)
    epoch, state = room.epoch, room.state
    with transaction() as tx:
        log.begin_epoch(tx, setting.board)

    Keeper(setting.board, live.workings, 0).keep(epoch, state)

    assert kept() == []


def test_emptying_a_trial_leaves_no_stored_state(live, setting, soon):
    write(setting, 12)
    live.heart.beat()
    before = kept()

    empty_trial(setting.workshop)

    assert (before, kept()) == ([13], [])
    assert opened_again(live, setting).state == from_zero(live, setting)


def test_a_batch_that_is_being_saved_is_not_disturbed_unless_it_never_ends(live, setting):
    state = rooms.state(setting.board)
    keeper = Keeper(setting.board, live.workings, 0)
    far = state.copy()

    due = []
    for seq in (keeping.EVERY - 1, keeping.EVERY, keeping.AT_LATEST):
        far.seq = seq
        due.append((keeper.is_due(far, is_quiet=True), keeper.is_due(far, is_quiet=False)))

    assert due == [(False, False), (True, False), (True, True)]


def test_people_in_the_room_notice_nothing(app, live, setting, soon):
    write(setting, 12)
    bjorn = Seated(app, setting, setting.bjorn)
    live.heart.beat()
    write(setting, 2)

    until(lambda: len(bjorn.events()) == 2)
    assert bjorn.received("reset") == []
