"""Joining by code: who gets in, under which name, and what guessing costs (A3)."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import event, func, select

from facilitator import access
from facilitator.errors import Conflict, Invalid, Problem, TooMany
from facilitator.extensions import db
from facilitator.models import AccessToken, Participant, WorkshopStatus
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from facilitator.planning import codes, groups, joining, workshops
from tests.makers import make_board, make_project, make_workshop

WRONG = "00000000"


def test_who_has_the_code_comes_in_with_a_name(app: Flask) -> None:
    workshop = make_workshop(code="7KF2QX9M")
    board = make_board(workshop)

    joined = joining.join("7kf2 qx9m", "  Björn \n Åberg ", "Kela", "sv")

    guest = joined.participant
    assert (guest.visible_name, guest.organisation, guest.language, guest.role) == (
        "Björn Åberg",
        "Kela",
        "sv",
        "participant",
    )
    assert (joined.workshop, joined.boards) == (workshop, [board])
    assert getattr(access.bearer(joined.token), "id", None) == guest.id


def test_the_second_anna_gets_a_number_and_so_does_who_types_it(app: Flask) -> None:
    """P8.3."""
    code = make_workshop().code
    names = ["Anna", "anna", "ＡＮＮＡ", "Anna 2", "Anna", "Bo"]

    seen = [joining.join(code, name).participant.visible_name for name in names]

    assert seen == ["Anna", "anna 2", "ＡＮＮＡ 3", "Anna 2 2", "Anna 4", "Bo"]


def test_a_number_that_somebody_typed_is_passed_over(app: Flask) -> None:
    code = make_workshop().code

    seen = [joining.join(code, name).participant.visible_name for name in ("Anna 2", "Anna", "Anna")]

    assert seen == ["Anna 2", "Anna", "Anna 3"]


@pytest.mark.parametrize(
    ("count", "is_placed"), [(0, False), (1, True), (2, False)], ids=["no group", "one group", "two groups"]
)
def test_with_one_group_the_guest_is_in_it(app: Flask, count: int, is_placed: bool) -> None:
    """P7.3."""
    workshop = make_workshop()
    made = [groups.create_group(workshop, f"Ryhmä {number}") for number in range(count)]
    boards = [make_board(workshop), *(make_board(workshop, group=group) for group in made)]

    joined = joining.join(workshop.code, "Anna")

    assert joined.participant.group_id == (made[0].id if is_placed else None)
    assert joined.boards == (boards[:2] if is_placed else boards[:1])


def test_the_first_group_takes_in_who_is_here_already(app: Flask) -> None:
    workshop = make_workshop()
    anna = joining.join(workshop.code, "Anna").participant

    first = groups.create_group(workshop, "1")
    groups.create_group(workshop, "2")
    bo = joining.join(workshop.code, "Bo").participant

    assert (anna.group_id, bo.group_id) == (first.id, None)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"status": WorkshopStatus.CLOSED}, "workshop.closed"),
        ({"is_door_open": False}, "door.closed"),
        ({"status": WorkshopStatus.DRAFT}, "workshop.draft"),
    ],
)
def test_a_door_that_is_shut_says_why(app: Flask, fields: dict[str, object], code: str) -> None:
    workshop = make_workshop(**fields)

    with pytest.raises(Problem) as refused:
        joining.join(workshop.code, "Anna")

    assert (refused.value.code, refused.value.detail["field"]) == (code, "code")


@pytest.mark.parametrize("typed", ["", " ", "7KF2", "7KF2QX9M7", "ÄÄÄÄÄÄÄÄ", "7KF2QX9U", "\x00" * 8, "x" * 10_000])
def test_what_is_no_code_opens_nothing(app: Flask, typed: str) -> None:
    make_workshop(code="7KF2QX9M")

    with pytest.raises(Invalid, match=r"code\.unknown"):
        joining.join(typed, "Anna")


def test_a_changed_code_opens_and_the_old_one_does_not(app: Flask) -> None:
    workshop = make_workshop()
    old = workshop.code

    new = workshops.change_code(workshop)

    assert joining.join(new, "Anna").workshop == workshop
    with pytest.raises(Invalid, match=r"code\.unknown"):
        joining.join(old, "Bo")


@pytest.mark.parametrize(
    ("name", "organisation", "refused"),
    [
        ("", "Kela", {"name": "text.empty"}),
        ("\u200b \n", "", {"name": "text.empty"}),
        ("x" * 81, "y" * 121, {"name": "text.too_long", "organisation": "text.too_long"}),
        ("a\x00b", "", {"name": "text.invalid"}),
        ("a\ud800", "", {"name": "text.invalid"}),
    ],
)
def test_a_name_that_cannot_be_kept_is_refused_beside_its_field(
    app: Flask, name: str, organisation: str, refused: dict[str, str]
) -> None:
    workshop = make_workshop()

    with pytest.raises(Invalid) as problem:
        joining.join(workshop.code, name, organisation)

    assert {field: code for field, (code, _) in problem.value.detail["fields"].items()} == refused
    assert db.session.scalar(select(func.count()).select_from(Participant)) == 0


def test_a_name_and_an_organisation_at_their_bounds_are_kept(app: Flask) -> None:
    guest = joining.join(make_workshop().code, "ä" * 80, "ö" * 120).participant

    assert (guest.name, guest.organisation) == ("ä" * 80, "ö" * 120)


def test_an_organisation_that_was_not_asked_for_is_not_kept(app: Flask) -> None:
    workshop = make_workshop(asks_organisation=False)

    assert joining.join(workshop.code, "Anna", "Kela").participant.organisation == ""


def test_guessing_codes_slows_down_and_a_right_code_is_never_counted(app: Flask) -> None:
    workshop = make_workshop()
    for _ in range(30):
        joining.join(workshop.code, "Anna", address="192.0.2.1")
    answers = [refusal(WRONG, "192.0.2.1") for _ in range(12)]

    assert answers == ["code.unknown"] * 10 + ["slow.down"] * 2
    assert joining.join(workshop.code, "Anna", address="192.0.2.1").workshop == workshop
    assert refusal(WRONG, "192.0.2.2") == "code.unknown"


def test_one_who_has_a_whole_ipv6_network_is_one(app: Flask) -> None:
    answers = [refusal(WRONG, f"2001:db8::{number:x}") for number in range(11)]

    assert answers[-1] == "slow.down"
    assert refusal(WRONG, "2001:db8:0:1::1") == "code.unknown"


def test_whoever_joins_costs_no_more_when_many_have(app: Flask) -> None:
    """Five hundred come within five seconds (F17): of the others no more is read than what they are called."""
    code = make_workshop().code
    joining.join(code, "Anna")
    read: list[object] = []

    def count(participant: Participant, _context: object) -> None:
        read.append(participant)

    db.session.expunge_all()
    event.listen(Participant, "load", count)
    try:
        for number in range(3):
            joining.join(code, f"Bo {number}")
            db.session.expunge_all()
    finally:
        event.remove(Participant, "load", count)

    assert read == []


def test_guessing_from_many_addresses_is_noticed_by_the_first_characters(app: Flask) -> None:
    answers = [refusal("7KF" + codes.new_code()[3:], f"198.51.100.{number}") for number in range(61)]

    assert answers[:60] == ["code.unknown"] * 60
    assert answers[60] == "slow.down"
    assert refusal("8" + codes.new_code()[1:], "203.0.113.1") == "code.unknown"


def test_with_limits_off_nothing_slows_down(app: Flask) -> None:
    app.config["SETTINGS"] = replace(app.config["SETTINGS"], limits="off")

    assert {refusal(WRONG, "192.0.2.1") for _ in range(40)} == {"code.unknown"}


def test_a_guest_holds_a_token_until_thirty_days_after_the_end(app: Flask) -> None:
    ends = now() + timedelta(days=5)
    workshop = workshops.create_workshop(make_project(), "Tuleva", ends_at=ends)
    workshops.go_live(workshop)

    joining.join(workshop.code, "Anna")

    assert db.session.scalars(select(AccessToken.expires_at)).one() == ends + timedelta(days=30)


def test_a_door_that_shuts_at_the_same_instant_lets_nobody_in(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop = make_workshop()
    found = joining.find_door

    def shut_behind(code: str, address: str | None) -> object:
        door = found(code, address)
        with transaction():
            door.is_door_open = False
        return door

    monkeypatch.setattr(joining, "find_door", shut_behind)

    with pytest.raises(Conflict, match=r"door\.closed"):
        joining.join(workshop.code, "Anna")


def refusal(code: str, address: str) -> str:
    """The code that trying this gets."""
    with pytest.raises((Invalid, TooMany)) as refused:
        joining.find_door(code, address)
    return refused.value.code


def test_twelve_annas_at_once_are_twelve_names(app: Flask) -> None:
    code = make_workshop().code
    seen: list[str] = []

    def come_in() -> None:
        with app.app_context():
            seen.append(joining.join(code, "Anna").participant.visible_name)
            db.session.remove()

    crowd = [threading.Thread(target=come_in) for _ in range(12)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()

    assert sorted(seen) == sorted(["Anna", *(f"Anna {number}" for number in range(2, 13))])
