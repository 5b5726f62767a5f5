"""Practice boards: a method's worked example, in a programme of one's own."""

from __future__ import annotations

import uuid

import pytest
from flask import Flask

from facilitator import methods
from facilitator.engine import Actor
from facilitator.errors import NotThere
from facilitator.extensions import db
from facilitator.live import rooms
from facilitator.live.wishes import Refused
from facilitator.models import Board, User
from facilitator.planning.practice import open_practice
from facilitator.planning.programmes import create_programme
from tests.makers import make_user


def touch(board: Board, by: User) -> None:
    """Somebody writes on it."""
    wish = {"id": str(uuid.uuid4()), "type": "note.remove", "note": "note:example-d"}
    (answer,) = rooms.submit(board.id, [wish], Actor(by.id, "facilitator"))
    assert not isinstance(answer, Refused), answer
    db.session.rollback()  # what it read before is older


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_it_holds_the_example_in_the_language_asked_for(app: Flask, language: str) -> None:
    method, aino = methods.load("roadmap_nnl_compass"), make_user("Aino")

    board = open_practice(aino, "roadmap_nnl_compass", language)

    items = rooms.state(board.id).items
    expected = methods.given_items(method, language) | methods.example_items(method, language, aino.id)
    assert {item_id: dict(item) for item_id, item in items.items() if item_id in expected} == expected
    assert (board.title, board.question) == (method["title"][language], method["example"]["question"][language])
    assert board.workshop.project.programme.is_example
    assert [each.user_id for each in board.workshop.project.programme.memberships] == [aino.id]


def test_places_are_called_as_in_the_example(app: Flask) -> None:
    board = open_practice(make_user("Aino"), "role_matrix", "fi")

    assert rooms.state(board.id).items["zone:task_1"]["title"]["fi"] == "Neuvoo yrittäjää"


def test_an_untouched_one_is_opened_again_and_a_touched_one_is_not(app: Flask) -> None:
    aino, erkki = make_user("Aino"), make_user("Erkki")
    board = open_practice(aino, "pain_grid", "fi")

    assert open_practice(aino, "pain_grid", "fi").id == board.id
    assert open_practice(aino, "pain_grid", "sv").id != board.id
    assert open_practice(aino, "five_whys", "fi").id != board.id
    assert open_practice(erkki, "pain_grid", "fi").id != board.id
    touch(board, aino)
    assert open_practice(aino, "pain_grid", "fi").id != board.id


def test_all_of_one_person_s_are_in_one_programme_whatever_else_they_lead(app: Flask) -> None:
    aino = make_user("Aino")
    create_programme(aino, "Harjoittelu")

    boards = [open_practice(aino, key, language) for key, language in (("pain_grid", "fi"), ("five_whys", "sv"))]

    assert len({board.workshop.project.programme_id for board in boards}) == 1
    assert boards[0].workshop.project.programme.is_example


def test_an_unknown_method_has_none(app: Flask) -> None:
    with pytest.raises(NotThere):
        open_practice(make_user("Aino"), "tea_leaves", "fi")
