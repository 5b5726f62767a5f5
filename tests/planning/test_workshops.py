"""Workshops and groups: planned, live, and who is where."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from flask import Flask

from facilitator.engine import Actor
from facilitator.errors import Conflict, Invalid, NotThere
from facilitator.live import rooms
from facilitator.models import Workshop
from facilitator.models.base import now
from facilitator.planning import codes, groups, workshops
from tests.live.setting import note, op
from tests.makers import make_board, make_participant, make_project, make_user, make_workshop


def test_a_workshop_begins_as_a_draft_with_a_code_and_the_next_number(app: Flask) -> None:
    project = make_project()

    made = [workshops.create_workshop(project, f"Työpaja {number}") for number in (1, 2)]

    assert [(each.status, each.position, each.is_door_open) for each in made] == [
        ("draft", 1, True),
        ("draft", 2, True),
    ]
    assert made[0].code != made[1].code


def test_a_code_has_eight_characters_and_no_look_alikes() -> None:
    made = {codes.new_code() for _ in range(500)}

    assert len(made) == 500
    assert all(re.fullmatch("[0-9A-HJKMNP-TV-Z]{8}", code) for code in made)


@pytest.mark.parametrize("typed", ["7KF2QX9M", "7kf2 qx9m", " 7kf2-qx9m\n", "7KF2\u00a0QX9M", "7kf2–qx9m"])
def test_a_code_is_read_however_it_is_spaced(typed: str) -> None:
    assert codes.read_code(typed) == "7KF2QX9M"


def test_a_workshop_goes_live_once_and_a_closed_one_stays_closed(app: Flask) -> None:
    workshop = make_workshop(status="draft")
    workshops.go_live(workshop)
    workshops.go_live(workshop)
    assert workshop.status == "live"

    closed = make_workshop(status="closed")
    for verb in (workshops.go_live, workshops.open_door, workshops.change_code):
        with pytest.raises(Conflict, match=r"workshop\.closed"):
            verb(closed)
    assert (closed.status, closed.is_door_open) == ("closed", True)


def test_the_door_opens_and_closes(app: Flask) -> None:
    workshop = make_workshop()
    workshops.close_door(workshop)
    assert workshop.is_door_open is False

    workshops.open_door(workshop)
    assert workshop.is_door_open is True


def test_what_notes_show_is_free_in_a_draft_until_somebody_has_written(app: Flask) -> None:
    """P4.3. The boards hear of it; a note that was removed again counts as written."""
    draft, begun, live = make_workshop(status="draft"), make_workshop(status="draft"), make_workshop()
    board, lead = make_board(draft), Actor(make_user(is_admin=True).id, "facilitator")
    written = note()
    answers = rooms.submit(make_board(begun).id, [written, op("note.remove", note=written["note"])], lead)
    assert all(isinstance(answer, dict) for answer in answers)
    rooms.submit(board.id, [op("zone.remove", zone="zone:data")], lead)

    workshops.change_workshop(draft, authors="nothing")

    state = rooms.state(board.id)
    assert (draft.authors, state.board["authors"], "zone:data" in state.items) == ("nothing", "nothing", False)
    for workshop in (begun, live):
        with pytest.raises(Conflict, match=r"authors\.fixed"):
            workshops.change_workshop(workshop, authors="nothing", title="Toinen")
        assert (workshop.authors, workshop.title) == ("names", "Palvelupolku")
        workshops.change_workshop(workshop, authors="names", title="Toinen")
        assert workshop.title == "Toinen"


def test_a_plan_changes_only_where_it_is_asked_to(app: Flask) -> None:
    workshop = workshops.create_workshop(make_project(), "Otsikko", instructions="Tule ajoissa", starts_at=now())
    before = plan(workshop)

    workshops.change_workshop(workshop, kind="application", asks_organisation=False)

    assert plan(workshop) == before | {"kind": "application", "asks_organisation": False}


@pytest.mark.parametrize(
    ("fields", "field", "code"),
    [
        ({"title": ""}, "title", "text.empty"),
        ({"title": "x" * 201}, "title", "text.too_long"),
        ({"kind": "party"}, "kind", "choice.unknown"),
        ({"authors": "everything"}, "authors", "choice.unknown"),
        ({"position": 0}, "position", "number.out_of_range"),
        ({"call_url": "http://call.example/1"}, "call_url", "link.invalid"),
        ({"call_url": "https://call.example/" + "x" * 2_000}, "call_url", "text.too_long"),
        ({"ends_at": now() - timedelta(days=400)}, "ends_at", "time.order"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_beside_its_field(
    app: Flask, fields: dict[str, object], field: str, code: str
) -> None:
    workshop = workshops.create_workshop(make_project(), "Otsikko", starts_at=now())
    before = plan(workshop)

    with pytest.raises(Invalid) as refused:
        workshops.change_workshop(workshop, **fields)

    assert (refused.value.code, refused.value.detail["field"]) == (code, field)
    assert plan(workshop) == before


def test_a_group_s_name_is_once_in_a_workshop(app: Flask) -> None:
    workshop = make_workshop()
    first, second = groups.create_group(workshop, "Ryhmä 1"), groups.create_group(workshop, "Ryhmä 2")

    for attempt in (
        lambda: groups.create_group(workshop, " Ryhmä  1 "),
        lambda: groups.change_group(second, "Ryhmä 1"),
    ):
        with pytest.raises(Conflict, match=r"group\.name_taken"):
            attempt()
    groups.change_group(first, "Ryhmä 1")
    groups.create_group(make_workshop(), "Ryhmä 1")

    assert [(each.name, each.position) for each in workshop.groups] == [("Ryhmä 1", 1), ("Ryhmä 2", 2)]


def test_groups_say_all_at_once_or_none_whose_they_are(app: Flask) -> None:
    workshop = make_workshop()
    first, second = groups.create_group(workshop, "1", region="06"), groups.create_group(workshop, "2")

    with pytest.raises(Invalid, match=r"choice\.unknown"):
        groups.tell_where({first: ("06", "5_20"), second: ("03", "")})  # no region has this code
    untold = [(each.region, each.size) for each in workshop.groups]
    changed = groups.tell_where({first: ("06", "5_20"), second: ("", "")})
    groups.change_group(first, "Kangasala", region=first.region)

    assert untold == [("06", ""), ("", "")]
    assert changed == 1
    assert [(each.name, each.region, each.size) for each in workshop.groups] == [("Kangasala", "06", ""), ("2", "", "")]


def test_a_guest_is_placed_only_in_a_group_of_the_workshop(app: Flask) -> None:
    workshop = make_workshop()
    bjorn, group = make_participant(workshop), groups.create_group(workshop, "1")
    strange = groups.create_group(make_workshop(), "1")

    with pytest.raises(NotThere):
        groups.place(bjorn, strange)
    groups.place(bjorn, group)
    assert bjorn.group_id == group.id
    groups.place(bjorn, None)
    assert bjorn.group_id is None


def test_a_group_with_boards_stays(app: Flask) -> None:
    workshop = make_workshop()
    with_board, without = groups.create_group(workshop, "1"), groups.create_group(workshop, "2")
    make_board(workshop, group=with_board)
    bjorn = make_participant(workshop)
    groups.place(bjorn, without)

    with pytest.raises(Conflict, match=r"group\.has_boards"):
        groups.remove_group(with_board)
    groups.remove_group(without)

    assert (workshop.groups, bjorn.group_id) == ([with_board], None)


def plan(workshop: Workshop) -> dict[str, object]:
    return {column.name: getattr(workshop, column.name) for column in Workshop.__table__.columns}
