"""Making the example: once, again, and after it broke off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from jsonschema import Draft202012Validator, FormatChecker
from sqlalchemy import func, select

from facilitator import access
from facilitator.artefacts.schema import json_schema
from facilitator.demo import Demo, content, make
from facilitator.demo.turns import turns
from facilitator.extensions import db
from facilitator.live import rooms
from facilitator.models import (
    Board,
    LoggedEvent,
    Participant,
    Programme,
    RecordedArtefact,
    Workshop,
    WorkshopStatus,
)
from facilitator.models.base import Model
from facilitator.planning.agenda import agenda_of, remove_part
from facilitator.planning.boards import change_board
from facilitator.planning.closing import close_workshop
from facilitator.planning.programmes import change_programme
from facilitator.record import read

BOARDS = [name for workshop in content.series()["workshops"] for name in workshop["boards"]]
TABLES: list[type[Model]] = [Programme, Workshop, Board, Participant, LoggedEvent, RecordedArtefact]


@pytest.fixture
def made(app: Flask) -> Iterator[Demo]:
    """The example on an empty database."""
    yield make()
    app.extensions["live"].rooms.close()


def rows() -> dict[str, set[Any]]:
    """Every row that the example consists of, as the database has it now."""
    db.session.rollback()  # rooms write by connections of their own, which a snapshot from before does not show
    return {
        table.__tablename__: {
            tuple(map(str, row)) for row in db.session.execute(select(*table.__table__.columns)).all()
        }
        for table in TABLES
    }


def workshops() -> list[Workshop]:
    return list(db.session.scalars(select(Workshop).order_by(Workshop.position)))


def test_the_programme_says_that_it_is_invented(made):
    programme = made.workshop.project.programme

    assert (programme.title, programme.is_example) == ("Kunta–valtio-sarja (esimerkki)", True)
    assert made.workshop.project.challenge.startswith("Suomeen muuttava ihminen voi perustaa yrityksen")


def test_four_workshops_the_second_of_them_live_with_its_door_open(made):
    assert [(each.position, each.status) for each in workshops()] == [
        (1, WorkshopStatus.CLOSED),
        (2, WorkshopStatus.LIVE),
        (3, WorkshopStatus.DRAFT),
        (4, WorkshopStatus.DRAFT),
    ]
    assert made.workshop.position == 2
    assert made.workshop.is_door_open
    assert [group.name for group in made.workshop.groups] == ["Ulkomaalainen perustaa yrityksen"]


def test_the_live_workshop_has_three_boards_where_people_may_write(made):
    boards = made.workshop.boards

    assert [board.method_key for board in boards] == ["stakeholder_onion", "service_path", "pain_grid"]
    assert {rooms.state(board.id).board["mode"] for board in boards} == {"open"}
    assert {board.group_id for board in boards} == {made.workshop.groups[0].id}


def test_the_live_workshop_has_an_agenda_as_long_as_itself_and_nobody_has_begun_it(made):
    agenda = agenda_of(made.workshop)

    boards = {board.id for board in made.workshop.boards}
    minutes = [part["minutes"] for _, part in agenda.parts]
    assert (len(minutes), agenda.current) == (7, None)
    assert timedelta(minutes=sum(minutes)) == made.workshop.ends_at - made.workshop.starts_at
    assert {board for _, part in agenda.parts for board in part["boards"]} == boards


def test_a_part_that_somebody_removed_stays_removed(made):
    for step, _ in agenda_of(made.workshop).parts:
        remove_part(made.workshop, made.facilitator.id, step)

    make()

    assert agenda_of(made.workshop).parts == []


def test_notes_are_by_the_guests_who_wrote_them(made):
    path = made.workshop.boards[1]
    guests = {each.id: each.name for each in made.workshop.participants}

    note = rooms.state(path.id).items["note:odotus"]

    assert guests[note["author"]] == "Elena"
    assert access.rights(note["author"], path.id).organisation == "Hietasalmen Uudet yrittäjät ry"
    assert len(guests) == 12


def test_the_facilitator_is_no_administrator_and_has_no_password(made):
    assert (made.facilitator.is_admin, made.facilitator.password_hash) == (False, None)


def test_the_closed_workshop_lies_in_the_record_as_artefacts_that_validate(made):
    first = workshops()[0]
    saved = db.session.scalars(select(RecordedArtefact).where(RecordedArtefact.workshop_id == first.id)).all()

    check = Draft202012Validator(json_schema(), format_checker=FormatChecker())
    for each in saved:
        check.validate(read(each))
    assert sorted(each.board_id for each in saved) == sorted(board.id for board in first.boards)
    assert {rooms.state(board.id).board["mode"] for board in first.boards} == {"look"}
    assert {read(each)["provenance"]["is_example"] for each in saved} == {True}


def test_making_it_again_changes_nothing(made):
    before = rows()

    again = make()

    assert (again.facilitator.id, again.workshop.id) == (made.facilitator.id, made.workshop.id)
    assert rows() == before


@pytest.mark.parametrize("calls", [1, 9, 30, 70])
def test_what_broke_off_is_finished_by_making_it_again(app, monkeypatch, calls):
    submit, left = rooms.submit, iter(range(calls))

    def break_off(*given: Any) -> Any:
        if next(left, None) is None:
            raise ConnectionError
        return submit(*given)

    with monkeypatch.context() as patched:
        patched.setattr(rooms, "submit", break_off)
        with pytest.raises(ConnectionError):
            make()
    make()
    made = rows()
    make()
    app.extensions["live"].rooms.close()

    operations = sum(len(turn.operations) for name in BOARDS for turn in turns(content.script(name)))
    floors = len(workshops())
    parts = len(content.agenda("agenda"))
    events = floors + parts + len(BOARDS) + operations + 2  # begun, played, and two boards turned to be looked at
    assert rows() == made
    assert [len(made[table.__tablename__]) for table in TABLES] == [1, 4, 6, 24, events, 2]


def test_what_people_changed_stays_changed(made):
    board = made.workshop.boards[0]
    change_programme(made.workshop.project.programme, "Meidän sarjamme")
    change_board(board, "Toinen nimi")
    author = rooms.state(board.id).items["note:pankit"]["author"]
    written = {"type": "note.write", "note": "note:pankit", "was": "Pankit", "text": "Pankit ja maksulaitokset"}
    rooms.submit(board.id, [{"id": "0193aaaa-0000-7000-8000-000000000001", **written}], access.rights(author, board.id))

    make()

    assert rooms.state(board.id).items["note:pankit"]["text"] == "Pankit ja maksulaitokset"
    assert db.session.scalars(select(Programme.title)).all() == ["Meidän sarjamme"]
    assert db.session.get(Board, board.id).title == "Toinen nimi"


def test_a_workshop_that_was_closed_stays_closed(made):
    close_workshop(made.workshop, made.facilitator.id)
    before = rows()

    again = make()

    assert (again.workshop.id, again.workshop.status) == (made.workshop.id, WorkshopStatus.CLOSED)
    assert rows() == before
    assert db.session.scalar(select(func.count()).select_from(RecordedArtefact)) == 5


def test_the_command_tells_how_to_get_in(live_server, demo):
    again = live_server.demo()

    assert sorted(again) == ["boards", "facilitator", "url", "workshop"]
    assert sorted(again["facilitator"]) == ["email", "sign_in", "token"]
    assert sorted(again["workshop"]) == ["code", "id", "join", "title"]
    assert [sorted(board) for board in again["boards"]] == [["id", "method", "title"]] * 3
    assert (again["workshop"], again["boards"]) == (demo["workshop"], demo["boards"])
    assert again["workshop"]["join"] == f"{live_server.url}/j/{again['workshop']['code']}"
    assert again["facilitator"]["sign_in"].startswith(f"{live_server.url}/sign-in/")
    assert again["facilitator"]["token"] != demo["facilitator"]["token"]
