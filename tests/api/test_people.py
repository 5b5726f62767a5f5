"""The people of a workshop over HTTP: who is where, and what lets others in; a board's page asks with its seat."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from facilitator import access
from facilitator.extensions import db
from facilitator.live import rooms
from facilitator.models import AccessToken
from facilitator.planning import joining
from facilitator.planning.closing import close_workshop
from tests.api.case import Case


@pytest.fixture
def seated(case: Case) -> Case:
    """Aino asks with the token of a board's page."""
    for who, person in (("aino", case.aino), ("bjorn", case.bjorn)):
        parent = access.bearer(case.tokens[who])
        assert parent is not None
        case.tokens[who] = access.issue("seat", person.id, parent=parent.token_id)
    return case


def test_everybody_stands_in_the_list_by_name_without_figures(seated: Case) -> None:
    joining.join(seated.workshop.code, "aatu", "Lahti")
    away = {"board": None, "is_writing": False, "role": "participant", "group": seated.group.id}

    answer = seated.ask("aino", "GET", f"/workshops/{seated.workshop.id}/people").json

    assert [{name: each[name] for name in each if name != "id"} for each in answer["people"]] == [
        {"name": "aatu", "organisation": "Lahti", **away},
        {"name": "Björn", "organisation": "Kela", **away},
    ]
    assert (answer["is_door_open"], answer["code"]) == (True, seated.workshop.code)


@pytest.mark.parametrize(("mode", "told"), [("open", True), ("silent", False)])
def test_who_writes_is_told_as_the_board_tells_it_and_never_in_silence(
    seated: Case, monkeypatch: pytest.MonkeyPatch, mode: str, told: bool
) -> None:
    mode_set = {"id": "00000000-0000-7000-8000-000000000001", "type": "mode.set", "mode": mode}
    rooms.submit(seated.board.id, [mode_set], rooms.SYSTEM)
    presence = rooms.room_of(seated.board.id).presence
    monkeypatch.setitem(presence._seats, seated.bjorn.id, 1)
    monkeypatch.setitem(presence._here, seated.bjorn.id, {"writing": "note:1"})

    answer = seated.ask("aino", "GET", f"/workshops/{seated.workshop.id}/people").json

    (bjorn,) = answer["people"]
    assert (bjorn["board"], bjorn["is_writing"]) == (seated.board.id, told)


def test_the_door_and_the_code_are_at_hand_on_the_board(seated: Case) -> None:
    path, old = f"/workshops/{seated.workshop.id}", seated.workshop.code

    shut = seated.ask("aino", "PUT", f"{path}/door", {"is_open": False})
    late = seated.ask("nobody", "POST", "/join", {"code": old, "name": "Eve"})
    opened = seated.ask("aino", "PUT", f"{path}/door", {"is_open": True})
    code = seated.ask("aino", "POST", f"{path}/code").json["code"]

    assert (shut.json, late.json["code"], opened.json) == ({"is_open": False}, "door.closed", {"is_open": True})
    assert seated.ask("nobody", "POST", "/join", {"code": old, "name": "Eve"}).json["code"] == "code.unknown"
    assert seated.ask("nobody", "POST", "/join", {"code": code, "name": "Eve"}).status_code == 201


def test_who_is_sent_out_has_nothing_at_once(seated: Case) -> None:
    board = f"/boards/{seated.board.id}/state"
    before = seated.ask("bjorn", "GET", board).status_code

    sent_out = seated.ask("aino", "DELETE", f"/participants/{seated.bjorn.id}")

    assert (before, sent_out.status_code, seated.ask("bjorn", "GET", board).status_code) == (200, 204, 401)
    assert seated.ask("aino", "GET", f"/workshops/{seated.workshop.id}/people").json["people"] == []


def test_a_seat_of_a_guest_opens_none_of_this(seated: Case) -> None:
    path = f"/workshops/{seated.workshop.id}"

    answers = [
        seated.ask("bjorn", "GET", f"{path}/people"),
        seated.ask("bjorn", "PUT", f"{path}/door", {"is_open": False}),
        seated.ask("bjorn", "POST", f"{path}/code"),
        seated.ask("bjorn", "DELETE", f"/participants/{seated.bjorn.id}"),
        seated.ask("bjorn", "POST", f"{path}/organisations/merge", {"dropped": "Kela", "kept": "FPA"}),
    ]

    assert [answer.status_code for answer in answers] == [403] * 5


def test_two_spellings_become_one(seated: Case) -> None:
    path = f"/workshops/{seated.workshop.id}/organisations/merge"

    answer = seated.ask("aino", "POST", path, {"dropped": "Kela", "kept": "FPA"})

    assert (answer.status_code, answer.json) == (200, {"changed": 1})
    assert seated.bjorn.organisation == "FPA"


def test_somebody_without_a_device_is_seated_named_counted_and_holds_nothing(seated: Case) -> None:
    path = f"/workshops/{seated.workshop.id}"
    before = len(seated.workshop.guests)

    anna = seated.ask("aino", "POST", f"{path}/people", {"name": "Anna", "organisation": "Lahti"})
    twin = seated.ask("aino", "POST", f"{path}/people", {"name": "anna"})
    blank = seated.ask("aino", "POST", f"{path}/people", {"name": " "})
    by_guest = seated.ask("bjorn", "POST", f"{path}/people", {"name": "Eve"})
    people = seated.ask("aino", "GET", f"{path}/people").json["people"]

    assert (anna.status_code, anna.json["name"], twin.json["name"]) == (201, "Anna", "anna 2")
    assert (blank.status_code, by_guest.status_code) == (400, 403)
    assert {each["name"]: each["organisation"] for each in people} == {"Anna": "Lahti", "anna 2": "", "Björn": "Kela"}
    assert len(people) == before + 2
    assert db.session.scalar(select(func.count()).where(AccessToken.person_id == anna.json["id"])) == 0


def test_nobody_is_seated_in_a_workshop_that_is_over(seated: Case) -> None:
    close_workshop(seated.workshop, seated.aino.id)

    answer = seated.ask("aino", "POST", f"/workshops/{seated.workshop.id}/people", {"name": "Anna"})

    assert (answer.status_code, answer.json["code"]) == (409, "workshop.closed")
