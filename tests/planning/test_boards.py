"""Boards and what closing a workshop makes of them."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from facilitator import access
from facilitator.engine import Actor
from facilitator.errors import Conflict, Invalid, NotThere
from facilitator.extensions import db
from facilitator.live import rooms
from facilitator.models import AccessToken, Board, Document, LoggedEvent, RecordedArtefact
from facilitator.models.base import now
from facilitator.planning import boards, closing, groups, joining
from facilitator.record.read import read
from tests.makers import make_board, make_participant, make_user, make_workshop

CANARY = "kanarialintu"


def test_a_board_s_log_begins_with_its_method_s_zones(app: Flask) -> None:
    """P4.1."""
    workshop = make_workshop(authors="organisations")

    board = boards.create_board(workshop, "Polku", "service_path", shaped_by="everybody")

    state = rooms.state(board.id)
    assert state.seq == 1
    assert dict(state.board) == {
        "mode": "open",
        "shaped_by": "everybody",
        "rewritten_by": "authors",
        "authors": "organisations",
        "method": {"key": "service_path", "version": board.method_version},
    }
    assert "zone:unplaced" in state.items
    assert (board.question, board.position) == ("", 1)


@pytest.mark.parametrize(
    ("fields", "field", "code"),
    [
        ({"title": "\n"}, "title", "text.empty"),
        ({"method_key": "tea_leaves"}, "method", "method.unknown"),
        ({"question": "x" * 4_001}, "question", "text.too_long"),
        ({"shaped_by": "nobody"}, "shaped_by", "choice.unknown"),
    ],
)
def test_a_board_that_cannot_be_is_refused_beside_its_field(
    app: Flask, fields: dict[str, str], field: str, code: str
) -> None:
    with pytest.raises(Invalid) as refused:
        boards.create_board(make_workshop(), **{"title": "Polku", "method_key": "service_path", **fields})

    assert (refused.value.code, refused.value.detail["field"]) == (code, field)
    assert [count(table) for table in (Board, Document, LoggedEvent)] == [0, 0, 0]


def test_a_board_is_of_the_workshop_s_own_group_and_of_no_closed_workshop(app: Flask) -> None:
    strange = groups.create_group(make_workshop(), "1")

    with pytest.raises(NotThere):
        make_board(make_workshop(), group=strange)
    with pytest.raises(Conflict, match=r"workshop\.closed"):
        make_board(make_workshop(status="closed"))


def test_boards_are_put_in_order(app: Flask) -> None:
    workshop = make_workshop()
    a, b, c = (make_board(workshop, title=title).id for title in "abc")

    boards.order_boards(workshop, [c, a])

    assert [(board.title, board.position) for board in workshop.boards] == [("c", 1), ("a", 2), ("b", 3)]
    with pytest.raises(NotThere):
        boards.order_boards(workshop, [b, make_board().id])


def test_a_board_goes_only_while_nobody_has_written_on_it(app: Flask) -> None:
    workshop = make_workshop()
    empty, written, frozen = (make_board(workshop) for _ in range(3))
    write(written, make_participant(workshop).id)
    closing.confirm_board(frozen, make_user().id)

    boards.remove_board(empty)
    for board in (written, frozen):
        with pytest.raises(Conflict, match=r"board\.written"):
            boards.remove_board(board)

    assert set(workshop.boards) == {written, frozen}
    assert [count(table) for table in (Document, LoggedEvent)] == [2, 3]


def test_closing_freezes_every_board_and_lets_people_look(app: Flask) -> None:
    workshop = make_workshop()
    made = [make_board(workshop, title=title) for title in ("Polku", "Kipu")]
    joined = joining.join(workshop.code, "Björn")
    write(made[0], joined.participant.id, text="Sama tieto kysytään kolmesti")
    aino = make_user()

    artefacts = closing.close_workshop(workshop, aino.id)

    assert workshop.status == "closed"
    assert [(each.board_id, each.version, each.taken_by, each.replaces_id) for each in artefacts] == [
        (board.id, 1, aino.id, None) for board in made
    ]
    assert [item["text"] for item in read(artefacts[0])["items"]] == ["Sama tieto kysytään kolmesti"]
    assert [rooms.state(board.id).board["mode"] for board in made] == ["look", "look"]
    (late,) = write(made[0], joined.participant.id)  # it may have been written before: it waits
    assert late["changes"][0]["set"]["private"] is True
    assert access.bearer(joined.token) is not None
    with pytest.raises(Conflict, match=r"workshop\.closed"):
        joining.join(workshop.code, "Eve")


def test_closing_twice_is_the_same_as_once(app: Flask) -> None:
    workshop = make_workshop()
    board = make_board(workshop)
    write(board, make_participant(workshop).id)
    aino = make_user()
    first = [each.id for each in closing.close_workshop(workshop, aino.id)]
    closed_at, events = workshop.closed_at, count(LoggedEvent)

    again = [each.id for each in closing.close_workshop(workshop, aino.id)]

    assert again == first
    assert (workshop.closed_at, count(LoggedEvent), count(RecordedArtefact)) == (closed_at, events, 1)


def test_closing_counts_the_votes_of_an_open_ballot(app: Flask) -> None:
    workshop = make_workshop()
    board = make_board(workshop)
    bjorn = make_participant(workshop).id
    note = write(board, bjorn)[0]["changes"][0]["id"]
    wish = {"type": "ballot.open", "ballot": "ballot:1", "title": "?", "each": 1, "per_note": 1, "over": "notes"}
    system_does(board, wish)
    vote = {"id": str(uuid.uuid4()), "type": "vote.cast", "vote": "vote:1", "ballot": "ballot:1", "note": note}
    rooms.submit(board.id, [vote], Actor(bjorn, "participant"))

    (closed,) = closing.close_workshop(workshop, make_user().id)

    assert read(closed)["votes"][0]["sums"] == {note: 1}


def test_closing_in_silence_shows_what_the_silence_kept(app: Flask) -> None:
    """P3.4."""
    workshop = make_workshop()
    board = make_board(workshop)
    bjorn = make_participant(workshop).id
    system_does(board, {"type": "mode.set", "mode": "silent"})
    write(board, bjorn, text=CANARY)
    frozen = closing.confirm_board(board, make_user().id)
    before = count(LoggedEvent)

    (closed,) = closing.close_workshop(workshop, make_user().id)

    assert CANARY not in frozen.body
    assert CANARY in closed.body
    assert (closed.version, closed.replaces_id, count(LoggedEvent)) == (2, frozen.id, before + 1)


def test_what_broke_off_in_the_middle_is_finished_by_closing_again(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop = make_workshop()
    made = [make_board(workshop) for _ in range(2)]
    real, calls = closing.freeze, []

    def break_off(board: Board, *given: Any) -> RecordedArtefact:
        calls.append(board.id)
        if len(calls) == 2:
            raise TimeoutError
        return real(board, *given)

    monkeypatch.setattr(closing, "freeze", break_off)
    with pytest.raises(TimeoutError):
        closing.close_workshop(workshop, make_user().id)

    artefacts = closing.close_workshop(workshop, make_user().id)

    assert [(each.board_id, each.version) for each in artefacts] == [(board.id, 1) for board in made]


def test_guests_read_for_thirty_days_after_the_closing(app: Flask) -> None:
    workshop = make_workshop()
    joining.join(workshop.code, "Björn")
    with db.session.begin_nested():
        token = db.session.scalars(select(AccessToken)).one()
        token.expires_at = now() + timedelta(minutes=1)
    db.session.commit()

    closing.close_workshop(workshop, make_user().id)

    db.session.refresh(token)
    assert workshop.closed_at
    assert token.expires_at == workshop.closed_at + timedelta(days=30)


def write(board: Board, person: str, text: str = "Lappu") -> list[Any]:
    """One note in *Not placed*."""
    note = {
        "id": str(uuid.uuid4()),
        "type": "note.add",
        "note": f"note:{uuid.uuid4()}",
        "kind": "pain_point",
        "text": text,
        "zone": "zone:unplaced",
        "order": "a0",
    }
    return rooms.submit(board.id, [note], Actor(person, "participant"))


def count(table: Any) -> int:
    return db.session.scalar(select(func.count()).select_from(table)) or 0


def system_does(board: Board, operation: dict[str, Any]) -> None:
    rooms.submit(board.id, [{"id": str(uuid.uuid4()), **operation}], rooms.SYSTEM)
