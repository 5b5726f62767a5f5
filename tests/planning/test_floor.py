"""A workshop's floor, and the agenda on it."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import func, select

from facilitator.engine import floor_of
from facilitator.errors import Invalid
from facilitator.extensions import db
from facilitator.live import rooms
from facilitator.models import LoggedEvent
from facilitator.planning.floor import ensure_floor, plan_steps
from facilitator.planning.workshops import create_workshop
from tests.makers import make_project, make_workshop

WRITE = {
    "title": {"fi": "Kipupisteet", "sv": "", "en": "Pain points"},
    "instruction": "Kirjoita, missä asia sujuu huonosti.",
    "minutes": 8,
    "mode": "silent",
    "boards": ["b1"],
}


def test_a_workshop_begins_with_its_floor(app: Flask) -> None:
    workshop = create_workshop(make_project(), "Palvelupolku")

    assert rooms.state(floor_of(workshop.id)).items == {"floor": {"authors": "names"}}


def test_a_workshop_that_is_older_than_floors_gets_one_once(app: Flask) -> None:
    workshop = make_workshop()

    floors = [ensure_floor(workshop), ensure_floor(workshop)]

    assert floors == [floor_of(workshop.id)] * 2
    assert db.session.scalar(select(func.count()).where(LoggedEvent.document_id == floors[0])) == 1


def test_an_agenda_is_planned_in_order(app: Flask) -> None:
    workshop = make_workshop()

    planned = plan_steps(workshop, [{"title": "Tervetuloa"}, WRITE]) + plan_steps(workshop, [{"title": "Kiitos"}])

    items = rooms.state(floor_of(workshop.id)).items
    steps = [items[step] for step in planned]
    assert [step["order"] for step in steps] == ["a0", "a1", "a2"]
    assert steps[1] == {**WRITE, "order": "a1"}


@pytest.mark.parametrize(
    ("step", "code"),
    [({"title": ""}, "text.empty"), ({"title": "x", "colour": "red"}, "op.invalid"), ({}, "op.invalid")],
)
def test_an_agenda_with_a_fault_is_not_planned_at_all(app: Flask, step: dict, code: str) -> None:
    workshop = make_workshop()

    with pytest.raises(Invalid) as fault:
        plan_steps(workshop, [WRITE, step])

    assert fault.value.code == code
    assert rooms.state(floor_of(workshop.id)).seq == 1
