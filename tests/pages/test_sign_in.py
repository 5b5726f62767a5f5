"""Coming in and going out: new tokens, one-time links, and nobody sent to another host."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from facilitator import access
from facilitator.planning.accounts import disable_account, set_password
from tests.makers import make_user
from tests.pages.house import House, sign_in

PASSWORD = "lause jonka muistan"


@pytest.fixture
def aino(app: Flask):
    user = make_user("Aino")
    set_password(user, PASSWORD)
    return user


def enter(client: FlaskClient, email: str, password: str = PASSWORD, **more: str):
    return client.post("/sign-in", data={"email": email, "password": password}, query_string=more)


def test_the_right_password_lets_in(client: FlaskClient, aino):
    answer = enter(client, aino.email.upper())

    assert (answer.status_code, answer.location) == (302, "/programmes")
    assert aino.name in client.get("/programmes").text


def test_a_wrong_password_and_an_unknown_account_get_the_same_page(client: FlaskClient, aino):
    wrong, unknown = enter(client, aino.email, "väärä lause tässä"), enter(client, "kukaan@example.org")

    assert wrong.status_code == unknown.status_code == 400
    assert wrong.text.replace(aino.email, "") == unknown.text.replace("kukaan@example.org", "")
    assert "väärä lause tässä" not in wrong.text


def test_too_many_wrong_passwords_are_asked_to_wait(client: FlaskClient, aino):
    answers = [enter(client, aino.email, "väärä lause tässä") for _ in range(12)]

    assert answers[0].status_code == 400
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["Retry-After"]) > 0


def test_a_link_works_once(client: FlaskClient, aino):
    link = f"/sign-in/{access.issue('sign_in', aino.id)}"

    first, again = client.get(link), client.application.test_client().get(link)

    assert (first.status_code, again.status_code) == (302, 400)


def test_a_browser_that_only_looks_ahead_does_not_use_the_link_up(client: FlaskClient, aino):
    link = f"/sign-in/{access.issue('sign_in', aino.id)}"

    ahead = [client.head(link), client.get(link, headers={"Sec-Purpose": "prefetch;prerender"})]

    assert [answer.status_code for answer in ahead] == [204, 204]
    assert client.get(link).status_code == 302


def test_a_link_never_swaps_the_account_unseen(client: FlaskClient, aino):
    sign_in(client, aino)
    link = f"/sign-in/{access.issue('sign_in', make_user('Erkki').id)}"

    asked = client.get(link)

    assert asked.status_code == 200
    assert aino.name in asked.text
    assert aino.name in client.get("/programmes").text
    client.post(link)
    assert "Erkki" in client.get("/programmes").text


def test_who_comes_by_a_link_without_a_password_is_led_to_choose_one(client: FlaskClient):
    erkki = make_user("Erkki")

    came = client.get(f"/sign-in/{access.issue('sign_in', erkki.id)}")
    short = client.post("/account/password", data={"password": "lyhyt"})
    saved = client.post("/account/password", data={"password": PASSWORD})

    assert came.location == "/account/password"
    assert short.status_code == 400
    assert "password-error" in short.text
    assert saved.location == "/account"
    assert client.get("/account").status_code == 200
    assert enter(client.application.test_client(), erkki.email).status_code == 302


def test_a_changed_password_needs_the_old_one_and_ends_other_sessions(client: FlaskClient, aino):
    other = client.application.test_client()
    enter(client, aino.email)
    enter(other, aino.email)

    wrong = client.post("/account/password", data={"current": "jokin muu lause", "password": "uusi pitkä lause"})
    right = client.post("/account/password", data={"current": PASSWORD, "password": "uusi pitkä lause"})

    assert (wrong.status_code, right.status_code) == (400, 302)
    assert client.get("/account").status_code == 200
    assert other.get("/account").status_code == 302


def test_signing_in_takes_a_new_token_and_leaves_the_old_session_behind(client: FlaskClient, aino):
    with client.session_transaction() as session:
        session["planted"], session["browser"], session["language"] = "by somebody", "planted", "sv"

    enter(client, aino.email)

    with client.session_transaction() as session:
        assert session["browser"] != "planted"
        assert session["language"] == "sv"
        assert "planted" not in session


def test_signing_out_ends_the_token_and_the_seats_made_from_it(house: House):
    browser = house.browsers["aino"]
    with browser.session_transaction() as session:
        token = session["browser"]
    person = access.bearer(token)
    seat = access.issue("seat", person.id, parent=person.token_id)

    browser.post("/sign-out")

    assert access.bearer(token) is None
    assert access.bearer(seat) is None
    assert browser.get("/programmes").status_code == 302


@pytest.mark.parametrize(
    ("onward", "leads"),
    [
        ("/account", "/account"),
        ("https://evil.example/", "/programmes"),
        ("//evil.example/", "/programmes"),
        ("/\\evil.example/", "/programmes"),
        ("javascript:alert(1)", "/programmes"),
        ("/a\r\nSet-Cookie: x=y", "/programmes"),
    ],
)
def test_nobody_is_sent_to_another_host(client: FlaskClient, aino, onward: str, leads: str):
    assert enter(client, aino.email, next=onward).location == leads


def test_a_disabled_account_is_out_at_once(client: FlaskClient, aino):
    sign_in(client, aino)
    disable_account(aino)

    assert client.get("/programmes").status_code == 302
