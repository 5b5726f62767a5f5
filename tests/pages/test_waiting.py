"""Before a workshop opens: its link shows what it is and who invites, and lets people in by itself, script or none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient

from facilitator.models import Participant, Workshop
from facilitator.planning import workshops
from tests.makers import make_programme, make_project, make_workshop
from tests.pages.house import House
from tests.pages.test_plan_letter import letters

REFRESH = '<noscript><meta http-equiv="refresh" content="30"></noscript>'


@pytest.fixture
def draft(app) -> Workshop:
    programme = make_programme(title="Sujuvat palvelut", owner="Esimerkkivirasto")
    starts_at = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
    return make_workshop(make_project(programme), title="Palvelupolku", status="draft", starts_at=starts_at)


def test_whoever_has_the_link_sees_what_when_and_who_invites(client: FlaskClient, draft: Workshop):
    page = client.get(f"/j/{draft.code}", headers={"Accept-Language": "fi"})

    assert page.status_code == 200
    for said in ("Palvelupolku", "ti 24.11.2026 klo 9.00", "Esimerkkivirasto", "avautuu itsestään"):
        assert said in page.text
    assert 'name="name"' not in page.text


def test_it_is_looked_at_again_with_a_script_or_without(client: FlaskClient, draft: Workshop):
    page = client.get(f"/j/{draft.code}").text

    assert REFRESH in page
    assert "assets/waiting.js" in page
    assert 'id="waiting"' in page


def test_whoever_reads_on_can_stop_it(client: FlaskClient, draft: Workshop):
    assert f'href="/j/{draft.code}?still=1"' in client.get(f"/j/{draft.code}").text

    page = client.get(f"/j/{draft.code}?still=1").text

    assert "http-equiv" not in page
    assert f'href="/j/{draft.code}"' in page


def test_the_same_page_lets_people_in_once_the_workshop_is_live(client: FlaskClient, draft: Workshop):
    workshops.go_live(draft)

    page = client.get(f"/j/{draft.code}").text

    assert 'name="name"' in page
    assert 'id="waiting"' not in page
    assert "http-equiv" not in page


def test_the_code_leads_there_too(client: FlaskClient, draft: Workshop):
    assert client.post("/join", data={"code": draft.code.lower()}).location == f"/j/{draft.code}"


def test_nobody_comes_in_while_it_waits(client: FlaskClient, draft: Workshop):
    page = client.post(f"/j/{draft.code}", data={"name": "Anna", "organisation": "", "language": "fi"})
    program = client.post("/api/v1/join", json={"code": draft.code, "name": "Anna"})

    assert 'id="waiting"' in page.text
    assert (program.status_code, program.json["code"]) == (409, "workshop.draft")
    assert Participant.query.count() == 0


def test_waiting_counts_as_no_wrong_code(client: FlaskClient, draft: Workshop):
    assert {client.get(f"/j/{draft.code}").status_code for _ in range(40)} == {200}


def test_a_code_that_was_changed_shows_nothing_of_the_workshop(client: FlaskClient, draft: Workshop):
    old = draft.code
    workshops.change_code(draft)

    page = client.get(f"/j/{old}")

    assert page.status_code == 400
    assert draft.title not in page.text


def test_the_call_is_not_told_before_joining(client: FlaskClient, draft: Workshop):
    workshops.change_workshop(draft, call_url="https://call.example/1")

    assert "call.example" not in client.get(f"/j/{draft.code}").text


def test_the_invitation_says_so_while_it_is_true(house: House):
    before = letters(house)["en"]
    house.live.status = "draft"

    assert "lets you in by itself" not in before
    assert "lets you in by itself" in letters(house)["en"]
