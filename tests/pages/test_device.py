"""Going on with another device, page by page: looking uses nothing up, and an old code gets a sentence."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from facilitator.models import Board, Participant
from tests.makers import make_board, make_workshop


@pytest.fixture
def board(app) -> str:
    return make_board(make_workshop()).id


@pytest.fixture
def first(client: FlaskClient, board: str) -> FlaskClient:
    """Anna's own browser."""
    client.post(f"/j/{door(board)}", data={"name": "Anna", "organisation": "Porvoo", "language": "en"})
    return client


def door(board: str) -> str:
    return Board.query.filter_by(id=board).one().workshop.code


def make_code(browser: FlaskClient) -> str:
    guest = Participant.query.one()
    page = browser.post(f"/workshops/{guest.workshop_id}/take-part/device").text
    found = re.search(r'<p class="code big">([\w ]+)</p>', page)
    assert found, page
    return found[1].replace(" ", "")


def test_looking_makes_no_code(first: FlaskClient):
    guest = Participant.query.one()

    page = first.get(f"/workshops/{guest.workshop_id}/take-part/device").text

    assert "Anna, Porvoo" in page
    assert 'class="code big"' not in page


def test_the_link_tells_who_before_it_is_used_and_then_brings_them(first: FlaskClient, board: str):
    code, second = make_code(first), first.application.test_client()

    looked = [second.get(f"/continue/{code}").text for _ in range(2)]  # a preview of the link, then a person
    came = second.post(f"/continue/{code}")

    assert all("Go on as Anna, Porvoo" in page or "Jatka nimellä Anna, Porvoo" in page for page in looked)
    assert came.location == f"/boards/{board}"
    assert second.get(came.location).status_code == first.get(came.location).status_code == 200
    assert Participant.query.count() == 1


def test_the_code_may_be_typed_where_people_join(first: FlaskClient):
    code, second = make_code(first), first.application.test_client()

    answer = second.post("/join", data={"code": f"{code[:4]} {code[4:]}".lower()})

    assert answer.location == f"/continue/{code}"


@pytest.mark.parametrize(
    ("language", "said"),
    [("fi", "Koodi on jo käytetty"), ("sv", "Koden har redan använts"), ("en", "has been used already")],
)
def test_a_used_code_gets_a_sentence_in_the_readers_language(first: FlaskClient, language: str, said: str):
    code = make_code(first)
    first.application.test_client().post(f"/continue/{code}")
    third = first.application.test_client()

    pages = [
        third.get(f"/continue/{code}", headers={"Accept-Language": language}),
        third.post(f"/continue/{code}", headers={"Accept-Language": language}),
        third.post("/join", data={"code": code}, headers={"Accept-Language": language}),
    ]

    assert [page.status_code for page in pages] == [410] * 3
    assert all(said in page.text for page in pages)
