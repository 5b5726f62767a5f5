"""P6.1: a room decides on a copy, commits once, and only then shows anything."""

from __future__ import annotations

import sqlite3
import threading
import time

import pytest
from sqlalchemy.exc import OperationalError

from facilitator.engine import Actor
from facilitator.live import batch, rooms
from facilitator.live.wishes import Refused
from facilitator.live.writer import Writer
from tests.live.seated import Seated, until
from tests.live.setting import Setting, make_setting, note, op


@pytest.fixture
def setting(app) -> Setting:
    return make_setting()


@pytest.fixture
def bjorn(setting) -> Actor:
    return Actor(setting.bjorn, "participant")


def fails(*errors):
    """An `append` that fails with each of these, and then works."""
    left, append = list(errors), Writer._append

    def one(self, entries, epoch):
        if left:
            raise left.pop(0)
        append(self, entries, epoch)

    return one


def test_an_answer_is_durable_before_it_is_given(app, setting, bjorn):
    from facilitator.live import log

    (event,) = rooms.submit(setting.board, [note()], bjorn)

    with app.extensions["live"].workings.reading() as connection:
        assert [each.seq for each in log.read(connection, setting.board)] == [1, event["seq"]]


def test_the_rights_count_and_not_what_the_caller_says(setting):
    (answer,) = rooms.submit(setting.board, [op("mode.set", mode="look")], Actor(setting.bjorn, "facilitator"))

    assert isinstance(answer, Refused)
    assert answer.code == "not.allowed"


def test_whoever_may_not_open_the_board_may_do_nothing(setting):
    (answer,) = rooms.submit(setting.board, [note()], Actor(setting.chloe, "participant"))

    assert (answer.code, rooms.state(setting.board).seq) == ("not.there", 1)


def test_the_system_ends_a_silence(setting, bjorn):
    rooms.submit(setting.board, [op("mode.set", mode="silent")], Actor(setting.aino, "facilitator"))
    rooms.submit(setting.board, [wish := note()], bjorn)

    rooms.submit(setting.board, [op("mode.set", mode="look")], rooms.SYSTEM)

    state = rooms.state(setting.board)
    assert (state.board["mode"], "private" in state.items[wish["note"]]) == ("look", False)


def test_after_a_failure_nobody_is_answered_and_the_same_may_be_sent_again(app, setting, bjorn, monkeypatch):
    """P6.4, I7."""
    seated = Seated(app, setting, setting.dagny)
    wish = note()
    monkeypatch.setattr(Writer, "_append", fails(OperationalError("insert", {}, Exception("disk full"))))

    with pytest.raises(rooms.NotSaved):
        rooms.submit(setting.board, [wish], bjorn)
    assert (rooms.state(setting.board).seq, seated.events(), seated.refused()) == (1, [], [])

    (event,) = rooms.submit(setting.board, [wish], bjorn)
    assert event["seq"] == 2


def no_room():
    """What SQLite says of a disk that takes no more."""
    said = sqlite3.OperationalError("database or disk is full")
    said.sqlite_errorcode = sqlite3.SQLITE_FULL
    return OperationalError("insert", {}, said)


def test_a_full_disk_is_told_to_all_and_nothing_is_refused_for_good(app, setting, bjorn, monkeypatch):
    """P6.4, F3."""
    author, other = Seated(app, setting, setting.bjorn), Seated(app, setting, setting.dagny)
    wish = note()
    monkeypatch.setattr(Writer, "_append", fails(no_room(), no_room()))

    author.emit("ops", [wish])
    (refused,) = until(author.refused)
    with pytest.raises(rooms.NotSaved, match=r"storage\.full"):
        rooms.submit(setting.board, [note()], bjorn)

    assert (refused["op"], refused["code"]) == (None, "storage.full")
    assert refused["message"].startswith("Palvelimella ei ole enää tilaa")
    assert other.refused() == []
    assert [head.get("full") for head in other.received("head")] == [True]

    author.emit("ops", [wish])

    assert [event["op"] for event in until(author.events)] == [wish["id"]]
    assert [head.get("full") for head in other.received("head")] == [True, None]


def test_a_busy_database_is_waited_for(setting, bjorn, monkeypatch):
    busy = OperationalError("begin", {}, Exception("database is locked"))
    monkeypatch.setattr(Writer, "_append", fails(busy, busy, busy))

    (event,) = rooms.submit(setting.board, [note()], bjorn)

    assert event["seq"] == 2


def test_one_operation_that_we_cannot_handle_holds_up_no_other(setting, bjorn, monkeypatch, caplog):
    decide = batch.decide

    def faulty(state, operation, actor, now):
        if operation.type == "note.add" and operation.text == "myrkky":
            raise KeyError(operation.text)
        return decide(state, operation, actor, now)

    monkeypatch.setattr(batch, "decide", faulty)

    first, bad, last = rooms.submit(setting.board, [note("a"), note("myrkky"), note("b")], bjorn)

    assert (first["seq"], bad.code, last["seq"]) == (2, "op.failed", 3)
    assert [vars(record)["fault"].partition(" ")[0] for record in caplog.records] == ["KeyError"]
    assert "myrkky" not in caplog.text


def test_what_comes_while_a_commit_runs_is_one_batch(app, setting, bjorn, monkeypatch):
    append, sizes, gate = Writer._append, [], threading.Event()

    def slow(self, entries, epoch):
        sizes.append(len(entries))
        gate.wait(5)
        append(self, entries, epoch)

    monkeypatch.setattr(Writer, "_append", slow)
    room, answered = rooms.room_of(setting.board), []
    from facilitator.live.schemas import read_operations

    for _ in range(10):
        room.put(bjorn, read_operations([note()]), answered.append)
        until(lambda: sizes)
    gate.set()

    until(lambda: len(answered) == 10)
    assert sizes == [1, 9]
    assert [answers[0].seq for answers in answered] == list(range(2, 12))


def test_everybody_gets_one_frame_for_a_batch(app, setting, bjorn):
    seated = Seated(app, setting, setting.dagny)

    rooms.submit(setting.board, [note() for _ in range(50)], bjorn)

    (frame,) = until(lambda: seated.received("events"))
    assert [event["seq"] for event in frame] == list(range(2, 52))


def test_a_room_is_closed_when_nobody_has_been_there_and_opens_again(app, setting, bjorn):
    rooms.submit(setting.board, [note()], bjorn)
    kept = app.extensions["live"].rooms
    (room,) = kept.all()
    room.used_at = time.monotonic() - 1_000
    until(lambda: not room.is_busy())

    kept.close_idle()

    assert kept.all() == []
    assert rooms.state(setting.board).seq == 2


def test_a_room_with_somebody_in_it_stays_open(app, setting):
    seated = Seated(app, setting, setting.bjorn)
    kept = app.extensions["live"].rooms
    kept.all()[0].used_at = time.monotonic() - 1_000

    kept.close_idle()

    assert len(kept.all()) == 1
    seated.leave()


def test_there_is_no_room_without_a_document(app, setting):
    from facilitator.errors import NotThere

    with pytest.raises(NotThere):
        rooms.state("0" * 32)


def test_quiet_writers_are_not_kept_waiting(setting, bjorn):
    waits = []
    for _ in range(5):
        time.sleep(0.06)
        started = time.monotonic()
        rooms.submit(setting.board, [note()], bjorn)
        waits.append(time.monotonic() - started)

    assert sorted(waits)[2] < 0.5


def test_a_slow_disk_makes_nobody_wait_longer_for_the_next_batch(setting, bjorn, monkeypatch):
    append, room, waits = Writer._append, rooms.room_of(setting.board), []

    def slow(self, entries, epoch):
        append(self, entries, epoch)
        time.sleep(0.1)

    monkeypatch.setattr(Writer, "_append", slow)
    monkeypatch.setattr(room._workings, "sleep", waits.append)
    for _ in range(3):
        rooms.submit(setting.board, [note()], bjorn)

    assert sum(waits) < 0.1


def test_a_thousand_races_end_with_every_operation_once(app, setting, bjorn):
    """I1, I3: two rooms of one document, as in two processes."""
    from facilitator.live.live import Live
    from facilitator.live.room import Room
    from facilitator.live.schemas import read_operations

    live: Live = app.extensions["live"]
    here, there = live.rooms.open(setting.board), Room(setting.board, live.workings)
    answered: list = []
    for turn in range(40):
        (here if turn % 2 else there).put(bjorn, read_operations([note()]), answered.append)

    until(lambda: len(answered) == 40)
    here.catch_up()
    there.close()
    assert sorted(answers[0].seq for answers in answered) == list(range(2, 42))
    assert here.state.seq == 41
