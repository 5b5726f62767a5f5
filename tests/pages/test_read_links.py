"""A read link: made and revoked by those who run the workshop, opened by whoever holds it."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from facilitator.models import ReadLink
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from facilitator.planning.closing import confirm_board
from facilitator.planning.read_links import USUAL_DAYS, make_read_link
from tests.pages.house import House, day_from_now, write


@pytest.fixture
def secret(house: House) -> str:
    """Of a link to the workshop that is closed."""
    return make_read_link(house.closed, day_from_now(7), house.aino.id)


@pytest.fixture
def reader(house: House, secret: str) -> FlaskClient:
    """Somebody without an account who has opened it."""
    browser = house.app.test_client()
    browser.get(f"/read/{secret}")
    return browser


def places(house: House) -> dict[str, int]:
    """All that a read link to the closed workshop gives, and all else that is near it."""
    outputs = f"/outputs/{house.closed.id}"
    other = confirm_board(house.board, house.aino.id).id
    return {
        outputs: 200,
        f"{outputs}/report": 200,
        f"{outputs}/report.html": 200,
        f"{outputs}/{house.artefact_id}/report": 200,
        **{f"{outputs}/{house.artefact_id}/{name}": 200 for name in ("json", "csv", "markdown", "html")},
        f"{outputs}/{house.artefact_id}/exe": 404,
        f"{outputs}/{other}/report": 404,  # an artefact of another workshop
        f"{outputs}/{other}/json": 404,
        f"{outputs}/unknown/json": 404,
        f"/outputs/{house.live.id}": 404,
        f"/outputs/{house.live.id}/{other}/json": 404,
        f"/artefacts/{house.artefact_id}": 404,
        f"/artefacts/{house.artefact_id}/json": 404,
        f"/workshops/{house.closed.id}/report": 404,
        f"/workshops/{house.closed.id}/take-part": 404,
        f"/boards/{house.old_board.id}": 404,
        f"/boards/{house.old_board.id}/read": 404,
        f"/workshops/{house.closed.id}": 302,
        f"/projects/{house.project.id}/record": 302,
        f"/workshops/{house.closed.id}/read-links": 302,
        f"/api/v1/artefacts/{house.artefact_id}/json": 401,
        f"/api/v1/boards/{house.old_board.id}/state": 401,
    }


def test_it_gives_the_outputs_of_one_workshop_and_nothing_else(house: House, reader: FlaskClient):
    expected = places(house)

    assert {path: reader.get(path).status_code for path in expected} == expected


def test_the_secret_leaves_the_address_at_once_and_no_page_has_it(house: House, secret: str):
    browser = house.app.test_client()

    answer = browser.get(f"/read/{secret}")

    assert (answer.status_code, answer.location) == (302, f"/outputs/{house.closed.id}")
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "private, no-store"
    for path, status in places(house).items():
        if status == 200:
            page = browser.get(path)
            assert secret.encode() not in page.data
            assert page.headers["Referrer-Policy"] == "no-referrer"


def test_it_shows_what_came_of_it_and_names_nobody(house: House, reader: FlaskClient):
    shown = [path for path, status in places(house).items() if status == 200]

    page = reader.get(shown[0], headers={"Accept-Language": "en"}).text

    assert "Vanha polku" in page
    assert "Jono on pitkä" in reader.get(shown[1]).text
    assert "Example material, invented" in page
    for path in shown:
        for name in ("Björn", "Aino", house.aino.email, house.björn.id, house.aino.id):
            assert name.encode() not in reader.get(path).data


def test_who_only_knows_the_workshop_s_id_finds_nothing(house: House, secret: str):
    for person in house.browsers.values():
        assert person.get(f"/outputs/{house.closed.id}").status_code == 404


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", "Tämä linkki on mitätöity."),
        ("sv", "Den här länken är återkallad."),
        ("en", "This link has been revoked"),
    ],
)
def test_a_revoked_link_says_so_in_the_reader_s_language_at_the_next_request(
    house: House, secret: str, reader: FlaskClient, language: str, said: str
):
    link = ReadLink.query.order_by(ReadLink.expires_at).first()

    house.browsers["aino"].post(f"/read-links/{link.id}/revoke")

    for path in (f"/read/{secret}", *(path for path, status in places(house).items() if status == 200)):
        answer = reader.get(path, headers={"Accept-Language": language})
        assert answer.status_code == 410
        assert said in answer.text
        assert "Vanha polku" not in answer.text


def test_a_link_that_has_ended_says_when(house: House, secret: str, reader: FlaskClient):
    with transaction():
        ReadLink.query.order_by(ReadLink.expires_at).first().expires_at = now()

    answer = reader.get(f"/read/{secret}", headers={"Accept-Language": "en"})

    assert answer.status_code == 410
    assert re.search(r"This link ended on \d+\.\d+\.20\d\d\.", answer.text)
    assert reader.get(f"/outputs/{house.closed.id}").status_code == 410


def test_a_link_that_was_copied_in_part_says_so(house: House, secret: str):
    answer = house.browsers["nobody"].get(f"/read/{secret[:-1]}", headers={"Accept-Language": "en"})

    assert answer.status_code == 404
    assert "Check that the whole of it was copied" in answer.text


def test_it_is_made_for_thirty_days_and_shown_once(house: House):
    browser, path = house.browsers["aino"], f"/workshops/{house.closed.id}/read-links"
    offered = re.search(r'name="last_day"[^>]*value="([^"]+)"', browser.get(path).text)[1]

    made = browser.post(path, data={"last_day": offered}).text

    (address,) = re.findall(r'value="http://localhost(/read/[^"]+)"', made)
    assert offered == day_from_now(USUAL_DAYS).isoformat()
    assert address not in browser.get(path).text
    assert house.app.test_client().get(address).location == f"/outputs/{house.closed.id}"


@pytest.mark.parametrize("typed", ["", "eilen", "2020-01-01", "9999-12-31"])
def test_a_day_that_cannot_be_stands_refused_beside_its_field(house: House, typed: str):
    page = house.browsers["aino"].post(f"/workshops/{house.closed.id}/read-links", data={"last_day": typed})

    assert page.status_code == 400
    assert 'id="last_day-error"' in page.text
    assert "/read/" not in page.text


def test_a_link_is_not_somebody_else_s_to_revoke(house: House, secret: str):
    link = ReadLink.query.order_by(ReadLink.expires_at).first()

    answers = [
        house.browsers[person].post(f"/read-links/{link.id}/revoke").status_code
        for person in ("björn", "chloé", "nobody")
    ]

    assert answers == [302, 404, 302]
    assert link.revoked_at is None


def test_the_newest_version_is_the_one_that_is_shown(house: House):
    first = confirm_board(house.board, house.aino.id).id
    write(house.board, house.björn, "Vielä yksi", order="a1")
    second = confirm_board(house.board, house.aino.id).id
    browser = house.app.test_client()

    page = browser.get(
        f"/read/{make_read_link(house.live, day_from_now(1), house.aino.id)}", follow_redirects=True
    ).text

    assert second in page
    assert first not in page


def test_one_browser_may_hold_links_to_several_workshops(house: House, secret: str, reader: FlaskClient):
    reader.get(f"/read/{make_read_link(house.live, day_from_now(1), house.aino.id)}")

    assert reader.get(f"/outputs/{house.closed.id}").status_code == 200
    assert reader.get(f"/outputs/{house.live.id}").status_code == 200
