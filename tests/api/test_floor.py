"""P9 over HTTP: the floor, and the boards that follow it."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from facilitator import access
from facilitator.engine import floor_of
from facilitator.extensions import db
from facilitator.live import log, rooms
from facilitator.live.floor import SYSTEM, telling_id
from facilitator.models import LoggedEvent, WorkshopStatus
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from facilitator.planning.boards import create_board
from facilitator.planning.closing import close_workshop
from facilitator.planning.floor import plan_steps
from tests.live.setting import Caller, Setting, make_setting, note, op
from tests.makers import make_board


@pytest.fixture
def setting(app) -> Setting:
    return make_setting()


@pytest.fixture
def on_floor(client: FlaskClient, setting: Setting) -> Callable[[str], Caller]:
    """One of the people, on the floor."""
    return lambda person: Caller(client, setting, person, where=f"workshops/{setting.workshop.id}/floor")


@pytest.fixture
def aino(on_floor, setting) -> Caller:
    return on_floor(setting.aino)


@pytest.fixture
def bjorn(on_floor, setting) -> Caller:
    return on_floor(setting.bjorn)


def done(caller: Caller, *operations: dict[str, Any]) -> list[dict[str, Any]]:
    """Their events, where anything refused is a mistake of the test."""
    answer = caller.send(*operations)
    assert answer["refused"] == []
    return list(answer["events"])


def wait_for_mode(board: str, mode: str) -> dict[str, Any]:
    """The board's root once it has this mode."""
    deadline = time.monotonic() + 5
    while (root := rooms.state(board).root)["mode"] != mode:
        assert time.monotonic() < deadline, root
        time.sleep(0.01)
    return dict(root)


def told(board: str) -> list[tuple[str, str]]:
    """What `system` has told a board since it was begun: operation and mode."""
    with db.engine.connect() as connection:
        events = log.read(connection, board, since=1)
    return [(event.op, event.changes[0]["set"]["mode"]) for event in events if event.by == "system"]


def test_the_state_says_what_a_board_s_says_and_the_time(aino, bjorn, setting):
    done(aino, op("step.add", step="step:a", title="Tervetuloa", minutes=5), op("timer.start", seconds=300))

    state = bjorn.get("state").get_json()

    assert list(state) == ["document", "epoch", "seq", "method", "items", "people", "private", "now"]
    assert (state["document"], state["seq"], state["method"]) == (setting.floor, 3, None)
    assert {person["name"] for person in state["people"]} == {"Björn", "Dagny"}
    assert abs(datetime.fromisoformat(state["now"]) - now()) < timedelta(seconds=5)
    floor, step = state["items"]
    assert step == {"id": "step:a", "title": "Tervetuloa", "mode": "open", "boards": [], "minutes": 5, "order": "a0"}
    assert floor["timer"]["seconds"] == 300


def test_the_time_is_told_anew_each_time(bjorn):
    first, second = (bjorn.get("state").get_json()["now"] for _ in range(2) if not time.sleep(0.002))

    assert first < second


def test_the_state_and_its_events_say_the_same(aino, bjorn):
    done(
        aino,
        op("step.add", step="step:a", title={"fi": "Alku", "sv": "", "en": ""}),
        op("step.add", step="step:b", title="Loppu", boards=["b1"], focus="zone:pain", instruction="Katsotaan."),
        op("step.go", step="step:a"),
        op("timer.start", seconds=60),
        op("timer.pause"),
        op("timer.add", seconds=60),
        op("summon.call", board="b1"),
        op("step.set", step="step:b", fields={"instruction": None}),
        op("step.move", step="step:b", after=None),
        op("step.remove", step="step:a"),
    )

    folded: dict[str, dict[str, Any]] = {}
    for event in bjorn.get("events").get_json()["events"]:
        for change in event["changes"]:
            if change.get("gone"):
                del folded[change["id"]]
                continue
            fields = {**folded.get(change["id"], {}), **change["set"]}
            folded[change["id"]] = {name: value for name, value in fields.items() if value is not None}

    assert bjorn.items() == aino.items() == folded
    assert sorted(folded) == ["floor", "step:b"]


def test_those_who_take_part_read_and_do_not_lead(bjorn):
    (refused,) = bjorn.send(op("timer.start", seconds=60))["refused"]

    assert refused["code"] == "not.allowed"
    assert bjorn.get("state").get_json()["seq"] == 1


@pytest.mark.parametrize(
    "wish",
    [
        op("step.add", step="step:a"),
        op("step.add", step="step:a", title=7),
        op("step.add", step="step:a", title={"fi": "Vain suomeksi"}),
        op("step.add", step="step:a", title={"fi": "a", "sv": "b", "en": None}),
        op("step.add", step="step:a", title="A", minutes=1.5),
        op("step.add", step="step:a", title="A", boards="b1"),
        op("step.set", step="step:a"),
        op("timer.start"),
        op("timer.start", seconds="60"),
        op("timer.add", seconds=0),
        op("timer.end", seconds=1),
        op("summon.call"),
    ],
    ids=lambda wish: "-".join(str(value) for name, value in wish.items() if name != "id"),
)
def test_what_cannot_be_read_is_refused_by_name(aino, wish):
    (refused,) = aino.send(wish)["refused"]

    assert (refused["op"], refused["code"]) == (wish["id"], "op.invalid")
    assert refused["message"]


def test_what_belongs_to_a_board_is_refused_in_words(aino):
    (refused,) = aino.send(note())["refused"]

    assert (refused["code"], refused["message"]) == ("op.elsewhere", "This cannot be done here.")


def test_going_to_a_part_sets_the_mode_of_its_boards_and_of_no_other(aino, setting):
    second, other = make_board(setting.workshop).id, make_board(setting.workshop).id
    boards = [setting.board, second]

    (_, go) = done(
        aino,
        op("step.add", step="step:a", title="Kirjoitetaan", mode="silent", boards=boards),
        op("step.go", step="step:a"),
    )

    for board in boards:
        wait_for_mode(board, "silent")
        assert told(board) == [(str(uuid.uuid5(uuid.UUID(go["op"]), board)), "silent")]
    assert told(other) == []


def test_leaving_silence_by_a_part_shows_that_silence(aino, client, setting):
    on_board = [Caller(client, setting, person) for person in (setting.bjorn, setting.dagny)]
    quiet, loud = plan_steps(
        setting.workshop,
        [{"title": title, "mode": mode, "boards": [setting.board]} for title, mode in (("1", "silent"), ("2", "open"))],
    )
    done(aino, op("step.go", step=quiet))
    wait_for_mode(setting.board, "silent")
    done(on_board[0], wish := note("kirjoitettu itsekseen"))
    assert wish["note"] not in on_board[1].items()

    done(aino, op("step.go", step=loud))

    wait_for_mode(setting.board, "open")
    assert on_board[1].items()[wish["note"]]["text"] == "kirjoitettu itsekseen"


def test_parts_in_quick_succession_are_heard_in_their_order(aino, setting):
    modes = ["silent", "vote", "open", "silent", "vote", "look"]
    steps = plan_steps(setting.workshop, [{"title": mode, "mode": mode, "boards": [setting.board]} for mode in modes])

    for step in steps:
        done(aino, op("step.go", step=step))

    wait_for_mode(setting.board, "look")
    assert [mode for _, mode in told(setting.board)] == modes


def test_a_board_of_another_workshop_is_not_led(aino, setting):
    strange = make_board().id
    (step,) = plan_steps(
        setting.workshop, [{"title": "x", "mode": "silent", "boards": [strange, "none", setting.board]}]
    )

    done(aino, op("step.go", step=step))

    wait_for_mode(setting.board, "silent")
    assert told(strange) == []


def test_a_closed_workshop_s_boards_stay_as_they_are(aino, setting):
    (step,) = plan_steps(setting.workshop, [{"title": "x", "mode": "silent", "boards": [setting.board]}])
    close_workshop(setting.workshop, setting.aino)
    before = told(setting.board)

    done(aino, op("step.go", step=step))
    time.sleep(0.1)

    assert told(setting.board) == before
    assert rooms.state(setting.board).root["mode"] == "look"


def broken_off(setting: Setting) -> str:
    """A step change that was saved by a process which ended before it could tell the board; its operation."""
    (step,) = plan_steps(setting.workshop, [{"title": "x", "mode": "silent", "boards": [setting.board]}])
    state = rooms.state(setting.floor)
    change = str(uuid.uuid4())
    went = {"op": change, "mode": "silent", "boards": [setting.board]}
    event = log.Event(state.seq + 1, change, setting.aino, "2026-11-24T12:00:00.000Z", [
        {"id": "floor", "set": {"step": step, "went": went}},
    ])  # fmt: skip
    with transaction() as tx:
        epoch = rooms.room_of(setting.floor).epoch
        log.append(tx.connection(), setting.floor, [log.Entry(event, "")], epoch)
    return change


def reopened(app, document: str) -> None:
    """The document's room, as a new process opens it."""
    opened = app.extensions["live"].rooms
    opened._rooms.pop(document).close()
    rooms.room_of(document)


def test_boards_that_were_not_told_hear_it_when_the_floor_is_opened_again(app, setting):
    change = broken_off(setting)

    reopened(app, setting.floor)

    wait_for_mode(setting.board, "silent")
    assert told(setting.board) == [(telling_id(change, setting.board), "silent")]


def test_a_board_that_has_heard_is_told_nothing_again(app, aino, client, setting):
    (step,) = plan_steps(setting.workshop, [{"title": "x", "mode": "silent", "boards": [setting.board]}])
    done(aino, op("step.go", step=step))
    wait_for_mode(setting.board, "silent")
    done(Caller(client, setting, setting.aino), op("mode.set", mode="open"))

    reopened(app, setting.floor)
    time.sleep(0.2)

    assert rooms.state(setting.board).root["mode"] == "open"
    assert len(told(setting.board)) == 1


def test_what_another_process_led_is_followed_once(app, setting):
    """Both processes tell the board; the operation's id makes it one."""
    rooms.room_of(setting.floor)
    change = broken_off(setting)

    rooms.state(setting.floor)
    wait_for_mode(setting.board, "silent")
    wish = {"id": telling_id(change, setting.board), "type": "mode.set", "mode": "silent"}
    rooms.submit(setting.board, [wish], SYSTEM)

    assert told(setting.board) == [(telling_id(change, setting.board), "silent")]


def test_a_board_that_could_not_be_saved_is_told_again(app, aino, setting, monkeypatch):
    monkeypatch.setattr("facilitator.live.floor.RETRY_SECONDS", 0.01)
    (step,) = plan_steps(setting.workshop, [{"title": "x", "mode": "silent", "boards": [setting.board]}])
    writer = rooms.room_of(setting.board)._writer
    append, failures = writer.append, []

    def fail_twice(entries, epoch):
        if len(failures) < 2:
            failures.append(entries)
            raise OSError("the disk is full")
        append(entries, epoch)

    monkeypatch.setattr(writer, "append", fail_twice)

    done(aino, op("step.go", step=step))

    wait_for_mode(setting.board, "silent")
    assert (len(failures), len(told(setting.board))) == (2, 1)


def test_a_draft_is_not_there_for_guests_and_its_facilitator_prepares_it(aino, bjorn, setting):
    with transaction() as tx:
        tx.merge(setting.workshop).status = WorkshopStatus.DRAFT

    assert (bjorn.get("state").status_code, aino.get("state").status_code) == (404, 200)


def test_a_guest_of_any_group_reads_the_same_floor(app, bjorn, aino, setting):
    from facilitator.planning import groups

    group = groups.create_group(setting.workshop, "Ryhmä 1")
    create_board(setting.workshop, "Ryhmän", "service_path", group=group)

    assert bjorn.items() == aino.items()


def test_a_board_page_s_token_opens_the_floor(client, setting):
    person = access.bearer(setting.tokens[setting.bjorn])
    assert person
    seat = access.issue("seat", setting.bjorn, parent=person.token_id)

    answer = client.get(
        f"/api/v1/workshops/{setting.workshop.id}/floor/state", headers={"Authorization": f"Bearer {seat}"}
    )

    assert answer.status_code == 200


def test_a_floor_is_no_board(client, aino, setting):
    answer = client.get(f"/api/v1/boards/{floor_of(setting.workshop.id)}/state", headers=aino.headers)

    assert answer.status_code == 404
    assert db.session.query(LoggedEvent).filter_by(document_id=setting.floor).count() == 1
