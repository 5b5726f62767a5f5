"""Joining: what is kept is said before the name is typed, and a browser goes on as the same person."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from facilitator import access
from facilitator.models import Participant
from tests.makers import make_board, make_programme, make_project, make_workshop


@pytest.fixture
def workshop(app):
    programme = make_programme(title="Sujuvat palvelut", owner="Esimerkkivirasto", retention_days=30)
    return make_workshop(make_project(programme), title="Palvelupolku")


def test_the_code_leads_to_the_door_however_it_is_typed(client: FlaskClient, workshop):
    code = f" {workshop.code[:4].lower()}-{workshop.code[4:]} "

    assert client.post("/join", data={"code": code}).location == f"/j/{workshop.code}"


def test_a_wrong_code_says_so_and_stays_in_the_field(client: FlaskClient, workshop):
    page = client.post("/join", data={"code": "ZZZZ ZZZZ"})

    assert page.status_code == 400
    assert 'value="ZZZZ ZZZZ"' in page.text
    assert 'id="code-error"' in page.text


def test_wrong_codes_slow_down_but_right_ones_never_do(client: FlaskClient, workshop):
    wrong = [client.get(f"/j/ZZZZZZZ{number}").status_code for number in range(12)]

    assert wrong[-1] == 429
    assert client.get(f"/j/{workshop.code}").status_code == 200


def test_what_is_kept_is_said_before_the_name_is_asked(client: FlaskClient, workshop):
    page = client.get(f"/j/{workshop.code}", headers={"Accept-Language": "en"}).text

    assert workshop.title in page
    assert "Esimerkkivirasto" in page
    assert page.index("30 days") < page.index('name="name"')
    assert page.index("show the name of who wrote them") < page.index('name="name"')


@pytest.mark.parametrize(
    ("authors", "said"),
    [("organisations", "show the organisation of who wrote them, not the name"), ("nothing", "do not show who wrote")],
)
def test_the_door_says_what_notes_show(client: FlaskClient, workshop, authors: str, said: str):
    workshop.authors = authors

    assert said in client.get(f"/j/{workshop.code}", headers={"Accept-Language": "en"}).text


def test_a_name_is_needed_and_the_rest_stays_typed(client: FlaskClient, workshop):
    page = client.post(f"/j/{workshop.code}", data={"name": " ", "organisation": "Kunta", "language": "sv"})

    assert page.status_code == 400
    assert 'id="name-error"' in page.text
    assert 'value="Kunta"' in page.text
    assert Participant.query.count() == 0


def test_who_joins_a_workshop_of_one_board_is_on_it(client: FlaskClient, workshop):
    board = make_board(workshop)

    answer = client.post(f"/j/{workshop.code}", data={"name": "Anna", "organisation": "", "language": "sv"})

    assert answer.location == f"/boards/{board.id}"
    assert '<html lang="sv">' in client.get(answer.location).text


def test_with_several_boards_there_is_a_page_that_leads_to_them(client: FlaskClient, workshop):
    boards = [make_board(workshop, title=title) for title in ("Polku", "Kipupisteet")]

    page = client.post(
        f"/j/{workshop.code}", data={"name": "Anna", "organisation": "", "language": "fi"}, follow_redirects=True
    )

    assert all(f'href="/boards/{board.id}"' in page.text for board in boards)
    assert "Anna" in page.text


def test_the_same_browser_may_go_on_as_the_same_person(client: FlaskClient, workshop):
    joined = client.post(f"/j/{workshop.code}", data={"name": "Anna", "organisation": "Porvoo", "language": "en"})

    again = client.get(f"/j/{workshop.code}")
    typed = client.post("/join", data={"code": workshop.code.lower()})

    assert f'href="{joined.location}">Go on as Anna, Porvoo</a>' in again.text
    assert f'href="/j/{workshop.code}?other=1">Somebody else</a>' in again.text
    assert typed.location == f"/j/{workshop.code}"
    assert client.post(f"/j/{workshop.code}", data={"name": "Toinen"}).location == joined.location
    assert Participant.query.count() == 1
    assert joined.location in client.get("/").text


def test_somebody_else_may_come_in_with_the_same_browser(client: FlaskClient, workshop):
    make_board(workshop)
    client.post(f"/j/{workshop.code}", data={"name": "Anna", "language": "en"})

    door = client.get(f"/j/{workshop.code}?other=1")
    client.post(f"/j/{workshop.code}?other=1", data={"name": "Bo", "language": "en"})

    assert 'name="name"' in door.text
    assert "Go on as Bo" in client.get(f"/j/{workshop.code}").text
    assert [each.name for each in Participant.query.order_by(Participant.joined_at)] == ["Anna", "Bo"]


def test_behind_a_closed_door_one_goes_on_and_nobody_else_comes(client: FlaskClient, workshop):
    client.post(f"/j/{workshop.code}", data={"name": "Anna", "language": "en"})
    workshop.is_door_open = False

    page = client.get(f"/j/{workshop.code}")

    assert (page.status_code, "Go on as Anna" in page.text, "Somebody else" in page.text) == (200, True, False)
    assert client.get(f"/j/{workshop.code}?other=1").status_code == 409


def test_another_browser_with_the_same_name_gets_a_number(client: FlaskClient, workshop):
    data = {"name": "Anna", "organisation": "", "language": "fi"}
    client.post(f"/j/{workshop.code}", data=data)

    page = client.application.test_client().post(f"/j/{workshop.code}", data=data, follow_redirects=True)

    assert "Anna 2" in page.text


def test_an_organisation_is_asked_only_where_it_is_wanted(client: FlaskClient, workshop):
    workshop.asks_organisation = False

    page = client.get(f"/j/{workshop.code}")
    client.post(f"/j/{workshop.code}", data={"name": "Anna", "organisation": "Kunta", "language": "fi"})

    assert 'name="organisation"' not in page.text
    assert Participant.query.one().organisation == ""


def test_whoever_leaves_is_forgotten_by_the_browser_and_the_token_ends(client: FlaskClient, workshop):
    joined = client.post(f"/j/{workshop.code}", data={"name": "Anna", "organisation": "", "language": "fi"})
    with client.session_transaction() as session:
        ((_workshop_id, token),) = session["places"]

    client.post(f"{joined.location}/leave")

    assert access.bearer(token) is None
    assert client.get(joined.location).status_code == 404
    with client.session_transaction() as session:
        assert session["places"] == []


def test_a_closed_door_says_so(client: FlaskClient, workshop):
    workshop.is_door_open = False

    page = client.get(f"/j/{workshop.code}", headers={"Accept-Language": "en"})

    assert page.status_code == 409
    assert "takes in no more people" in page.text


def test_after_the_workshop_its_guest_finds_the_outputs(standing_house):
    page = standing_house.browsers["björn"].get(f"/workshops/{standing_house.closed.id}/take-part")

    assert f'href="/artefacts/{standing_house.artefact_id}"' in page.text


def test_a_browser_remembers_no_more_workshops_than_its_cookie_holds(client: FlaskClient, app):
    workshops = [make_workshop() for _ in range(10)]
    for workshop in workshops:
        client.post(f"/j/{workshop.code}", data={"name": "Anna", "organisation": "", "language": "fi"})

    with client.session_transaction() as session:
        assert [place[0] for place in session["places"]] == [workshop.id for workshop in workshops[2:]]
