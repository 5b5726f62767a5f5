"""Opening a workshop again, and finishing what came of it."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from flask import Flask

from facilitator.engine import Actor
from facilitator.errors import Conflict
from facilitator.live import rooms
from facilitator.models import Board, Workshop
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from facilitator.planning.closing import close_workshop, finish_workshop, reopen_workshop, reopenable_until
from facilitator.planning.going_on import going_on
from tests.makers import make_board, make_participant, make_user, make_workshop


@pytest.fixture
def workshop(app: Flask) -> Workshop:
    return make_workshop()


@pytest.fixture
def board(workshop: Workshop) -> Board:
    return make_board(workshop)


def does(board: Board, person: str, role: str = "participant", **wish: object) -> object:
    (answer,) = rooms.submit(board.id, [{"id": str(uuid.uuid4()), **wish}], Actor(person, role))
    return answer


def write(board: Board, person: str) -> object:
    note = {"note": f"note:{uuid.uuid4()}", "kind": "pain_point", "text": "Jono", "zone": "zone:unplaced"}
    return does(board, person, type="note.add", order="a0", **note)


def test_a_workshop_is_opened_again_and_its_boards_are_open(workshop: Workshop, board: Board) -> None:
    aino, bjorn = make_user().id, make_participant(workshop).id
    close_workshop(workshop, aino)

    reopen_workshop(workshop)
    reopen_workshop(workshop)

    assert (workshop.status, workshop.closed_at) == ("live", None)
    assert rooms.state(board.id).board["mode"] == "open"
    assert "ended" not in rooms.state(board.id).board
    assert isinstance(write(board, bjorn), dict)


def test_closing_again_makes_a_version_only_where_something_changed(workshop: Workshop, board: Board) -> None:
    same, aino, bjorn = make_board(workshop), make_user().id, make_participant(workshop).id
    first = close_workshop(workshop, aino)
    reopen_workshop(workshop)
    write(board, bjorn)

    again = {each.board_id: each for each in close_workshop(workshop, aino)}

    assert (again[board.id].version, again[board.id].state) == (2, "at_end")
    assert again[same.id].id == next(each.id for each in first if each.board_id == same.id)


def test_after_a_day_it_stays_closed(workshop: Workshop) -> None:
    close_workshop(workshop, make_user().id)
    with transaction():
        workshop.closed_at = now() - timedelta(hours=24, seconds=1)

    with pytest.raises(Conflict, match=r"workshop\.reopen_late"):
        reopen_workshop(workshop)

    assert workshop.status == "closed"
    assert reopenable_until(workshop) < now()
    assert reopenable_until(make_workshop()) is None


def test_the_finished_version_follows_the_one_of_the_end(workshop: Workshop, board: Board) -> None:
    aino = make_user().id
    with pytest.raises(Conflict, match=r"workshop\.open"):
        finish_workshop(workshop, aino)
    (ended,) = close_workshop(workshop, aino)

    (finished,) = finish_workshop(workshop, aino)

    assert [(each.version, each.state) for each in (ended, finished)] == [(1, "at_end"), (2, "finished")]
    assert finish_workshop(workshop, aino) == [finished] == close_workshop(workshop, aino)


def test_whoever_closes_sees_what_still_goes_on(workshop: Workshop, board: Board) -> None:
    make_board(workshop, title="Hiljaista")
    ballot = {"type": "ballot.open", "title": "Ensin?", "each": 1, "per_note": 1, "over": "notes"}
    does(board, "system", "system", ballot="ballot:1", **ballot)
    silent = make_board(workshop, title="Itsekseen")
    bjorn = make_participant(workshop)
    make_participant(workshop, "Olli", role="observer")
    does(silent, "system", "system", type="mode.set", mode="silent")
    write(silent, bjorn.id)

    found = going_on(workshop)

    assert [(each.title, each.writing, each.silent, each.ballots) for each in found.boards] == [
        ("Palvelupolku", (), None, ("Ensin?",)),
        ("Itsekseen", (), {"notes": 1, "people": 1}, ()),
    ]
    assert [each.name for each in found.away] == ["Björn"]
