"""Kinds of note that a new board is given by name."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask

from facilitator.engine import Actor
from facilitator.errors import Invalid
from facilitator.extensions import db
from facilitator.live import rooms
from facilitator.live.folding import fold_log
from facilitator.live.wishes import Refused
from facilitator.models import Board
from facilitator.planning import boards
from tests.live.setting import note, op
from tests.makers import make_user, make_workshop

CANARY = "kanarialintu"


def make(*names: str, method: str = "blank_with_zones") -> Board:
    return boards.create_board(make_workshop(), "Taulu", method, kinds=names)


def lead() -> Actor:
    """Somebody who may lead every board."""
    return Actor(make_user("Aino", is_admin=True).id, "facilitator")


def kinds_of(board: Board) -> list[dict[str, Any]]:
    """The kinds as the log has them, with the random keys told as `new`."""
    told = rooms.state(board.id).board["kinds"]
    return [each | ({"key": "new"} if "title" in each else {}) for each in told]


def test_a_board_begins_with_the_kinds_that_were_named_and_its_log_says_so(app: Flask) -> None:
    board = make(" Riski ", "", "beslut", "Toive")

    state = rooms.state(board.id)
    assert state.seq == 1
    assert kinds_of(board) == [
        {"key": "new", "title": "Riski", "tint": "channel"},
        {"key": "decision"},  # the method's own has that name in Swedish
        {"key": "new", "title": "Toive", "tint": "people"},
    ]
    risk, wish = (each["key"] for each in state.board["kinds"] if "title" in each)
    everywhere = ["observation", "question", "idea", "decision", "action", risk, wish]
    zones = ("zone:known", "zone:open", "zone:next", "zone:unplaced")
    assert [state.items[zone]["accepts"] for zone in zones] == [everywhere] * 4
    assert risk != wish


def test_notes_of_such_a_kind_are_taken_from_the_beginning_and_the_left_out_are_not(app: Flask) -> None:
    board = make("Riski")
    risk = rooms.state(board.id).board["kinds"][0]["key"]
    wishes = [note("Haku", zone="zone:known", kind=kind) for kind in (risk, "idea")]

    took, refused = rooms.submit(board.id, wishes, lead())

    assert isinstance(took, dict), took
    assert took["changes"][0]["set"]["kind"] == risk
    assert isinstance(refused, Refused)
    assert refused.code == "kind.gone"


def test_no_names_leave_the_methods_kinds(app: Flask) -> None:
    board = make("", "  ")

    assert "kinds" not in rooms.state(board.id).board


def test_a_renamed_kind_is_there_after_the_log_is_read_anew(app: Flask) -> None:
    board = make("Riski")
    (risk,) = rooms.state(board.id).board["kinds"]

    rooms.submit(board.id, [op("board.set", fields={"kinds": [risk | {"title": "Uhka"}]})], lead())

    with db.engine.connect() as connection:
        state = fold_log(connection, board.id).state
    assert state.board["kinds"] == [risk | {"title": "Uhka"}]
    assert state.items == rooms.state(board.id).items


@pytest.mark.parametrize(
    ("names", "method", "code"),
    [
        ([CANARY], "service_path", "kind.fixed"),
        (["Riski", "RISKI"], "blank_with_zones", "kind.same_name"),
        (["Idea", "Idé"], "blank_with_zones", "kind.same_name"),
        ([f"Laji {n}" for n in range(7)], "blank_with_zones", "kind.too_many"),
        (["x" * 41], "blank_with_zones", "text.too_long"),
        (["Ris\x00ki"], "blank_with_zones", "text.invalid"),
    ],
)
def test_names_that_cannot_be_are_refused_beside_their_field(
    app: Flask, names: list[str], method: str, code: str
) -> None:
    with pytest.raises(Invalid) as refused:
        make(*names, method=method)

    assert (refused.value.code, refused.value.detail["field"]) == (code, "kinds")
    assert CANARY not in str(refused.value)
    assert Board.query.count() == 0
