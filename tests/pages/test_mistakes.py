"""What a person sees when something goes wrong."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.pages.house import House


@pytest.mark.parametrize(
    ("language", "title"),
    [("fi", "Täällä ei ole mitään"), ("sv", "Här finns ingenting"), ("en", "There is nothing here")],
)
def test_nothing_is_said_in_the_reader_s_language(client: FlaskClient, language: str, title: str):
    page = client.get("/nothing-here", headers={"Accept-Language": language})

    assert page.status_code == 404
    assert f"<h1>{title}</h1>" in page.text
    assert 'href="/join"' in page.text


def test_a_program_gets_json(client: FlaskClient):
    answer = client.get("/api/v1/nothing-here")

    assert answer.status_code == 404
    assert answer.json["code"] == "not.there"


def test_a_wrong_method_says_which_are_right(client: FlaskClient):
    answer = client.delete("/join")

    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS", "POST"}


def test_too_much_at_once_is_refused(house: House):
    answer = house.browsers["aino"].post("/programmes/new", data={"title": "x" * 1_100_000})

    assert answer.status_code == 413
    assert "<h1>" in answer.text


def test_a_fault_of_ours_says_so_and_gives_nothing_away(house: House, monkeypatch: pytest.MonkeyPatch):
    house.app.config["PROPAGATE_EXCEPTIONS"] = False
    house.app.testing = False
    monkeypatch.setattr("facilitator.access.programmes_of", lambda _person: 1 / 0)

    answer = house.browsers["aino"].get("/programmes")

    assert answer.status_code == 500
    assert "<h1>" in answer.text
    assert "ZeroDivision" not in answer.text
    assert "Traceback" not in answer.text
