"""Programmes, their members and their projects."""

from __future__ import annotations

import pytest
from flask import Flask

from facilitator import access
from facilitator.access import Person
from facilitator.errors import Conflict, Invalid
from facilitator.models import Membership, Phase, User
from facilitator.planning import programmes, projects
from tests.makers import make_programme, make_user


def test_who_makes_a_programme_leads_it(app: Flask) -> None:
    aino = make_user()

    programme = programmes.create_programme(aino, " Sujuvat  palvelut ", "Ministeriö")

    assert (programme.title, programme.owner, programme.retention_days) == ("Sujuvat palvelut", "Ministeriö", 90)
    assert [(each.user, each.role) for each in programme.memberships] == [(aino, "lead")]
    assert access.programmes_of(as_person(aino)) == [programme]


def test_a_member_is_let_in_once_and_may_come_to_lead(app: Flask) -> None:
    aino, dan = make_user("Aino"), make_user("Dan", email="dan@example.org")
    programme = programmes.create_programme(aino, "Sujuvat palvelut")

    programmes.add_member(programme, " DAN@example.org ")
    programmes.add_member(programme, dan.email, "lead")

    assert {each.user: each.role for each in programme.memberships} == {aino: "lead", dan: "lead"}


def test_the_last_lead_stays(app: Flask) -> None:
    aino, dan = make_user("Aino"), make_user("Dan")
    programme = programmes.create_programme(aino, "Sujuvat palvelut")
    programmes.add_member(programme, dan.email)

    for attempt in (
        lambda: programmes.remove_member(programme, aino),
        lambda: programmes.add_member(programme, aino.email, "facilitator"),
    ):
        with pytest.raises(Conflict, match=r"programme\.last_lead"):
            attempt()

    programmes.add_member(programme, dan.email, "lead")
    programmes.remove_member(programme, aino)
    programmes.remove_member(programme, aino)
    assert roles(programme.memberships) == {"Dan": "lead"}


@pytest.mark.parametrize("email", ["nobody@example.org", "", "\x00"])
def test_an_unknown_account_cannot_be_let_in(app: Flask, email: str) -> None:
    with pytest.raises(Invalid, match=r"account\.unknown") as refused:
        programmes.add_member(make_programme(), email)

    assert refused.value.detail["field"] == "email"


def test_every_field_that_is_refused_is_named(app: Flask) -> None:
    with pytest.raises(Invalid) as refused:
        programmes.create_programme(make_user(), "", "x" * 121)

    assert {name: code for name, (code, _) in refused.value.detail["fields"].items()} == {
        "title": "text.empty",
        "owner": "text.too_long",
    }


@pytest.mark.parametrize("days", [0, -1, 3_651])
def test_names_are_kept_for_a_day_to_ten_years(app: Flask, days: int) -> None:
    with pytest.raises(Invalid, match=r"number\.out_of_range"):
        programmes.create_programme(make_user(), "Sujuvat palvelut", retention_days=days)


def test_a_project_goes_through_its_phases(app: Flask) -> None:
    project = projects.create_project(make_programme(), "Yrityksen perustaminen", case_number="VM/1/2026")
    seen = [project.phase]
    for phase in list(Phase):
        projects.move_to_phase(project, phase)
        seen.append(project.phase)

    assert seen == ["applied", *map(str, Phase)]
    with pytest.raises(Invalid, match=r"choice\.unknown"):
        projects.move_to_phase(project, "lost")


def test_a_project_keeps_the_lines_of_its_challenge(app: Flask) -> None:
    project = projects.create_project(make_programme(), "Otsikko", challenge="Yksi\r\nkaksi")

    projects.change_project(project, "Toinen", challenge=project.challenge + "\nkolme")

    assert (project.title, project.challenge, project.applicant) == ("Toinen", "Yksi\nkaksi\nkolme", "")


def as_person(user: User) -> Person:
    return Person(user.id, user, None, "token", "api")


def roles(memberships: list[Membership]) -> dict[str, str]:
    return {each.user.name: each.role for each in memberships}


def test_a_challenge_has_the_day_when_it_was_last_written(app: Flask) -> None:
    project = projects.create_project(make_programme(), "Projekti", challenge="Monta tiskiä")
    written = project.challenge_at

    projects.change_project(project, "Toinen nimi", challenge="Monta tiskiä")
    renamed = project.challenge_at
    projects.change_project(project, "Toinen nimi", challenge="")

    assert written is not None
    assert renamed == written
    assert project.challenge_at is None
