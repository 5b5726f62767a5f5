"""Statements made ready once say the same as SQLAlchemy's own way."""

from __future__ import annotations

import pytest
from sqlalchemy import bindparam, insert, select
from sqlalchemy.exc import IntegrityError

from facilitator import access
from facilitator.extensions import db
from facilitator.models import Document
from facilitator.models.ready import Ready
from tests.makers import make_board, make_participant, make_workshop

TABLE = Document.__table__
FIND = Ready(select(TABLE.c.id, TABLE.c.epoch).where(TABLE.c.id == bindparam("document"), TABLE.c.epoch != "no"))
ADD = Ready(insert(TABLE), TABLE.columns.keys())


def test_what_was_added_is_found(app):
    with db.engine.begin() as connection:
        ADD.on(connection, [{"id": each, "epoch": "e1", "created_at": "2026-01-01 12:00:00"} for each in ("a", "b")])
        found = FIND.on(connection, {"document": "b"}).all()

        assert [(row.id, row.epoch) for row in found] == [("b", "e1")]
        assert FIND.on(connection, {"document": "c"}).all() == []


def test_a_broken_promise_is_raised_as_sqlalchemy_raises_it(app):
    row = {"id": "a", "epoch": "e1", "created_at": "2026-01-01 12:00:00"}

    with db.engine.connect() as connection, pytest.raises(IntegrityError):
        ADD.on(connection, [row, row])


@pytest.mark.parametrize("count", [1, 2, 3, 17])
def test_rights_are_read_for_any_number_of_persons(app, count):
    workshop = make_workshop()
    board = make_board(workshop)
    persons = [make_participant(workshop, f"Björn {number}").id for number in range(count)]

    found = access.rights_of([*persons, "p:nobody"], board.id)

    assert found.pop("p:nobody") is None
    assert {person: actor.role for person, actor in found.items()} == dict.fromkeys(persons, "participant")
