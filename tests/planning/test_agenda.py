"""Planning an agenda: each change is an operation of the person who makes it, and refused field by field."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from facilitator.engine import floor_of
from facilitator.errors import Conflict, Invalid, NotAllowed, NotThere, Problem
from facilitator.extensions import db
from facilitator.live import rooms
from facilitator.models import LoggedEvent, User, Workshop, WorkshopStatus
from facilitator.models.transaction import transaction
from facilitator.planning.agenda import (
    Part,
    add_part,
    agenda_of,
    change_part,
    move_part,
    part_of,
    remove_part,
    restore_part,
)
from facilitator.planning.floor import plan_steps
from tests.makers import make_board, make_participant, make_programme, make_project, make_user, make_workshop


@pytest.fixture
def aino(app: Flask) -> User:
    return make_user("Aino")


@pytest.fixture
def workshop(aino: User) -> Workshop:
    return make_workshop(make_project(make_programme(aino)))


def titled(fi: str, **given: object) -> Part:
    return Part(title={"fi": fi, "sv": "", "en": ""}, **given)


def titles(workshop: Workshop) -> list[str]:
    return [item["title"]["fi"] for _, item in agenda_of(workshop).parts]


def test_a_part_is_added_by_the_person_and_holds_what_was_planned(aino: User, workshop: Workshop):
    board = make_board(workshop)

    step = add_part(
        workshop,
        aino.id,
        Part(
            title={"fi": " Polku ", "sv": "", "en": "Path"},
            instruction={"fi": "Kirjoita itsekseen."},
            minutes=20,
            mode="silent",
            boards=[board.id],
            focus="zone:apply",
        ),
    )

    assert part_of(workshop, step) == {
        "title": {"fi": "Polku", "sv": "", "en": "Path"},
        "instruction": {"fi": "Kirjoita itsekseen.", "sv": "", "en": ""},
        "minutes": 20,
        "mode": "silent",
        "boards": [board.id],
        "focus": "zone:apply",
        "order": "a0",
    }
    by = select(LoggedEvent.by).where(LoggedEvent.document_id == floor_of(workshop.id), LoggedEvent.seq == 2)
    assert db.session.scalar(by) == aino.id


def test_changing_a_part_takes_away_what_was_emptied(aino: User, workshop: Workshop):
    step = add_part(workshop, aino.id, titled("Polku", instruction={"sv": "Skriv."}, minutes=20, mode="vote"))

    change_part(workshop, aino.id, step, titled("Reitti"))

    title = {"fi": "Reitti", "sv": "", "en": ""}
    assert part_of(workshop, step) == {"title": title, "mode": "open", "boards": [], "order": "a0"}


@pytest.mark.parametrize(
    ("place", "is_up", "after"),
    [(0, True, "ABC"), (1, True, "BAC"), (2, True, "ACB"), (0, False, "BAC"), (1, False, "ACB"), (2, False, "ABC")],
)
def test_a_part_changes_places_with_its_neighbour(aino: User, workshop: Workshop, place, is_up, after):
    steps = [add_part(workshop, aino.id, titled(letter)) for letter in "ABC"]

    move_part(workshop, aino.id, steps[place], is_up)

    assert "".join(titles(workshop)) == after


def test_a_removed_part_comes_back_to_its_place(aino: User, workshop: Workshop):
    first, _ = (add_part(workshop, aino.id, titled(letter)) for letter in "AB")

    remove_part(workshop, aino.id, first)
    without = titles(workshop), [item["title"]["fi"] for _, item in agenda_of(workshop).removed]
    restore_part(workshop, aino.id, first)

    assert without == (["B"], ["A"])
    assert titles(workshop) == ["A", "B"]


@pytest.mark.parametrize(
    ("part", "fields"),
    [
        (titled(" "), {"title_fi": "title.missing"}),
        (titled("x" * 201, minutes=0), {"title_fi": "text.too_long", "minutes": "number.out_of_range"}),
        (titled("A", instruction={"sv": "x" * 301}, minutes=481), {"instruction_sv", "minutes"}),
        (titled("A", mode="closed"), {"mode": "choice.unknown"}),
        (titled("A", boards=["strange"]), {"boards": "choice.unknown"}),
        (titled("A", focus="zone:apply"), {"focus": "focus.elsewhere"}),
    ],
)
def test_every_field_that_is_wrong_is_named_and_nothing_is_planned(aino: User, workshop: Workshop, part, fields):
    with pytest.raises(Invalid) as fault:
        add_part(workshop, aino.id, part)

    refused = {name: code for name, (code, _) in fault.value.detail["fields"].items()}
    assert (refused if isinstance(fields, dict) else set(refused)) == fields
    assert agenda_of(workshop).parts == ()


def test_rights_are_read_anew_for_each_change(aino: User, workshop: Workshop):
    björn, chloé = make_participant(workshop), make_user("Chloé")

    refused = []
    for person in (björn, chloé):
        with pytest.raises(Problem) as fault:
            add_part(workshop, person.id, titled("A"))
        refused.append(type(fault.value))

    assert refused == [NotAllowed, NotThere]


def test_the_agenda_of_a_closed_workshop_stays(aino: User, workshop: Workshop):
    step = add_part(workshop, aino.id, titled("A"))
    with transaction():
        workshop.status = WorkshopStatus.CLOSED

    with pytest.raises(Conflict) as fault:
        remove_part(workshop, aino.id, step)

    assert fault.value.code == "workshop.closed"


def test_a_part_that_was_removed_meanwhile_says_so(aino: User, workshop: Workshop):
    step = add_part(workshop, aino.id, titled("A"))
    remove_part(workshop, aino.id, step)

    with pytest.raises(Conflict) as fault:
        change_part(workshop, aino.id, step, titled("B"))

    assert fault.value.code == "item.gone"
    with pytest.raises(NotThere):
        part_of(workshop, step)


def test_looking_at_an_agenda_writes_nothing(workshop: Workshop):
    agenda = agenda_of(workshop)

    assert (agenda.parts, agenda.removed, agenda.current) == ((), (), None)
    assert db.session.scalar(select(LoggedEvent.seq).where(LoggedEvent.document_id == floor_of(workshop.id))) is None


def test_the_current_part_is_known(aino: User, workshop: Workshop):
    first, second = plan_steps(workshop, [{"title": "A"}, {"title": "B"}])
    go = {"id": "0193aaaa-0000-7000-8000-000000000001", "type": "step.go", "step": second}
    rooms.submit(floor_of(workshop.id), [go], rooms.SYSTEM)

    assert agenda_of(workshop).current == second != first
