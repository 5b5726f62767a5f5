"""Names go when their time is over; what people wrote stays."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask

from facilitator.extensions import db
from facilitator.models import Participant
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from facilitator.planning import joining
from facilitator.planning.retention import forget_name, forget_names, is_replaced
from tests.makers import make_workshop


def test_names_are_replaced_once_the_programme_s_days_are_over(app: Flask) -> None:
    old, young = make_workshop(), make_workshop()
    for workshop in (old, young):
        for name in ("Anna", "Anna", "Björn"):
            joining.join(workshop.code, name, "Porvoo")
    with transaction():
        old.project.programme.retention_days = young.project.programme.retention_days = 90
        old.closed_at, young.closed_at = now() - timedelta(days=91), now() - timedelta(days=89)

    assert forget_names(now()) == 3
    assert forget_names(now()) == 0

    def seen(workshop_id: str) -> list[tuple[str, str]]:
        guests = db.session.query(Participant).filter_by(workshop_id=workshop_id).order_by(Participant.joined_at)
        return [(guest.visible_name, guest.organisation) for guest in guests]

    assert seen(old.id) == [("#1", "Porvoo"), ("#2", "Porvoo"), ("#3", "Porvoo")]
    assert [name for name, _ in seen(young.id)] == ["Anna", "Anna 2", "Björn"]


def test_a_workshop_that_is_not_over_and_an_example_keep_their_names(app: Flask) -> None:
    planned, example = make_workshop(), make_workshop()
    for workshop in (planned, example):
        joining.join(workshop.code, "Anna")
    with transaction():
        example.project.programme.is_example = True
        example.closed_at = now() - timedelta(days=1_000)

    assert forget_names(now()) == 0


def test_one_who_asks_gets_the_number_that_the_name_would_get_later(app: Flask) -> None:
    workshop = make_workshop()
    anna, björn = (joining.join(workshop.code, name).participant for name in ("Anna", "Björn"))

    forget_name(björn)
    forget_name(björn)

    assert (anna.visible_name, björn.visible_name, björn.name_key) == ("Anna", "#2", "#2")
    assert (is_replaced(anna), is_replaced(björn)) == (False, True)


def test_who_is_called_as_a_number_is_in_nobody_s_way(app: Flask) -> None:
    workshop = make_workshop()
    guests = [joining.join(workshop.code, name).participant for name in ("Anna", "Björn", "#1", "#2")]

    forget_name(guests[0])

    assert [guest.visible_name for guest in guests] == ["#1 2", "Björn", "#1", "#2"]
    with transaction():
        workshop.closed_at = now() - timedelta(days=1_000)
    assert forget_names(now()) == 3
    assert sorted(guest.visible_name for guest in guests) == ["#1 2", "#2", "#3", "#4"]
